"""Details of several recordings change together or not at all."""

from __future__ import annotations

import pytest

from au_studio.controllers.study.recording_details import DetailsEdit, FieldChange
from au_studio.study.errors import StudyWriteError
from au_studio.study.study import Study


@pytest.fixture
def study(tmp_path):
    with Study.create(tmp_path / "S.austudio") as study:
        for name in ("one.mp4", "two.mp4", "three.mp4"):
            video = tmp_path / name
            video.write_bytes(name.encode())
            study.add_recording(video, duration=2.0, n_frames=50, content_hash=name)
        yield study


def test_a_disk_that_fills_in_the_middle_leaves_every_recording_as_it_was(study):
    edit = DetailsEdit([FieldChange(r.id, "note", "", "n" * 1_000_000) for r in study.recordings()])
    pages = study._database.read("PRAGMA page_count")[0][0]
    study._database.read(f"PRAGMA max_page_count = {pages + 300}")  # room for one of the notes
    with pytest.raises(StudyWriteError, match="the disk is full"):
        edit.make(study)
    assert [r.note for r in study.recordings()] == ["", "", ""]
    study._database.read("PRAGMA max_page_count = 1000000")
    edit.make(study)
    assert {len(r.note) for r in study.recordings()} == {1_000_000}
    edit.take_back(study)
    assert [r.note for r in study.recordings()] == ["", "", ""]
