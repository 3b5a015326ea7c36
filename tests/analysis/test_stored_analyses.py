from __future__ import annotations

import pytest
from written_analyses import write_analysis

from au_studio.analysis import stored_analyses
from au_studio.analysis.stored_analyses import StoredAnalyses


def store(path, **provenance) -> None:
    write_analysis(path, provenance)


def test_a_file_is_opened_once_however_often_it_is_asked_for(tmp_path, monkeypatch):
    store(tmp_path / "a.h5", target_person=1)
    stored = StoredAnalyses()
    assert stored.provenance(tmp_path / "a.h5") == {"target_person": 1}
    monkeypatch.setattr(stored_analyses, "load_provenance", lambda path: pytest.fail("opened again"))
    assert stored.provenance(tmp_path / "a.h5") == {"target_person": 1}


def test_a_file_that_was_replaced_removed_or_damaged_is_noticed(tmp_path):
    path = tmp_path / "a.h5"
    stored = StoredAnalyses()
    assert stored.provenance(path) is None
    store(path, target_person=1)
    assert stored.provenance(path) == {"target_person": 1}
    store(path, target_person=2)
    assert stored.provenance(path) == {"target_person": 2}
    path.write_bytes(b"half a file")
    assert stored.provenance(path) is None
    path.unlink()
    assert stored.provenance(path) is None
