"""Where files are is asked once, begins where the last answer was, and no answer changes nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog

from au_studio.ui.file_questions import FileQuestions


@pytest.fixture
def done():
    return []


@pytest.fixture
def ask(qapp, done):
    def noted(name):
        return lambda what: done.append((name, what))

    names = ("add_videos", "open_paths", "find_missing", "new_study", "open_study", "save_study_as")
    work = SimpleNamespace(study=SimpleNamespace(name="Smiles"), **{name: noted(name) for name in names})
    return FileQuestions(work, None)


@pytest.fixture
def answer(monkeypatch):
    """Let people answer with a path; return where each question began."""
    begun = []

    def give(path: str) -> list[str]:
        def place(_window, _title, start, *_filter):
            begun.append(start)
            return path, ""

        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *asked: place(*asked)[0])
        monkeypatch.setattr(QFileDialog, "getSaveFileName", place)
        monkeypatch.setattr(
            QFileDialog, "getOpenFileNames", lambda *asked: ([path] if place(*asked)[0] else [], "")
        )
        return begun

    return give


def test_every_answer_is_carried_out(ask, done, answer, tmp_path):
    path = tmp_path / "there"
    answer(str(path))
    for question in (ask.videos, ask.folder, ask.missing, ask.new_study, ask.open_study, ask.save_study_as):
        question()
    assert done == [
        ("add_videos", [path]), ("open_paths", [path]), ("find_missing", path),
        ("new_study", path), ("open_study", path), ("save_study_as", path),
    ]  # fmt: skip


def test_no_answer_changes_nothing(ask, done, answer):
    answer("")
    for question in (ask.videos, ask.folder, ask.missing, ask.new_study, ask.open_study, ask.save_study_as):
        question()
    assert done == []


def test_the_next_question_begins_where_the_last_answer_was(ask, answer, tmp_path):
    begun = answer(str(tmp_path / "films" / "one.mp4"))
    ask.videos()
    ask.save_study_as()
    assert Path(begun[1]) == tmp_path / "films" / "Smiles.austudio"
