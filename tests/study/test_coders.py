"""Coders and their notes."""

from __future__ import annotations

import pytest

from au_studio.study.errors import NameTakenError, NotInStudyError


def test_coders_have_unique_names_whatever_the_capitals(study):
    first = study.add_coder("  AB ")
    second = study.add_coder("consensus", kind="consensus")
    assert study.coders() == [first, second]
    assert (first.name, first.kind, second.kind) == ("AB", "human", "consensus")
    with pytest.raises(NameTakenError, match="named ab already"):
        study.add_coder("ab")
    with pytest.raises(ValueError, match="needs a name"):
        study.add_coder("  ")
    assert len(study.coders()) == 2
    with pytest.raises(NotInStudyError):
        study.coder("c0")


def test_the_last_note_on_a_frame_holds(study, recording, coder):
    other = study.add_coder("CD")
    study.set_note(coder.id, recording.id, 80, "hand before the mouth")
    study.set_note(coder.id, recording.id, 40, "talks")
    study.set_note(coder.id, recording.id, 80, "glasses")
    study.set_note(other.id, recording.id, 80, "seen by the other")
    assert [(n.pts, n.text) for n in study.notes(coder.id, recording.id)] == [(40, "talks"), (80, "glasses")]
    study.set_note(coder.id, recording.id, 40, "")
    assert [n.text for n in study.notes(coder.id)] == ["glasses"]
    assert len(study.notes()) == 2
