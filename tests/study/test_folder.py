"""A study is found by whatever somebody typed for it."""

from __future__ import annotations

import pytest

from au_studio.study.errors import StudyCorruptError, StudyNotFoundError
from au_studio.study.folder import study_folder, with_suffix


def test_the_suffix_is_added_once(tmp_path):
    assert with_suffix(tmp_path / "Smiles") == tmp_path / "Smiles.austudio"
    assert with_suffix(tmp_path / "Smiles.austudio") == tmp_path / "Smiles.austudio"


def test_a_study_is_found_by_its_folder_its_name_and_its_database(study):
    typed = (study.root, study.root.with_suffix(""), study.root / "study.sqlite")
    assert {study_folder(path) for path in typed} == {study.root}


def test_what_is_no_study_is_told_from_one_that_lost_its_database(study, tmp_path):
    with pytest.raises(StudyNotFoundError, match="is not a study"):
        study_folder(tmp_path)
    study.backup()
    study.close()
    (study.root / "study.sqlite").unlink()
    with pytest.raises(StudyCorruptError, match="last good backup"):
        study_folder(study.root)
