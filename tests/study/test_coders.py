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


def test_a_coder_is_renamed_removed_and_brought_back(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    study.add_coder("CD")
    study.rename_coder(coder.id, " Anna  B ")
    with pytest.raises(NameTakenError):
        study.rename_coder(coder.id, "cd")
    study.remove_coder(coder.id)
    assert [c.name for c in study.coders()] == ["CD"]
    assert [c.name for c in study.coders(removed=True)] == ["Anna B", "CD"]
    assert len(study.ratings(coder.id)) == 1
    study.bring_back_coder(coder.id)
    assert [c.name for c in study.coders()] == ["Anna B", "CD"]


def test_a_coder_of_the_double_coded_part_gets_those_frames_only(study, recording, coder):
    import numpy as np

    second = study.add_coder("CD", part="double")
    pts = np.arange(100, dtype=np.int64) * 40
    sample = study.draw_sample(recording.id, seed=1, index_digest="d", pts=pts, count=10, overlap=0.2)
    assert sample.pts_for(coder) == sample.drawn_order
    assert sample.pts_for(second) == sample.drawn_order[:2]
    study.set_coder_part(second.id, "all")
    assert sample.pts_for(study.coder(second.id)) == sample.drawn_order


def test_who_types_a_name_of_the_study_goes_on_with_its_ratings(study, recording):
    imported = study.add_coder("Ab", kind="imported")
    study.rate(imported.id, recording.id, 40, 12, 3, visible="imported")
    joined = study.coder_who_rates(" AB ")
    assert (joined.id, joined.name, joined.kind) == (imported.id, "Ab", "human")
    assert [(r.value, r.visible) for r in study.ratings(joined.id)] == [(3, "imported")]
    study.remove_coder(joined.id)
    assert study.coder_who_rates("ab").removed is None
    assert [c.name for c in study.coders()] == ["Ab"]
    assert study.coder_who_rates("CD").kind == "human"


def test_nobody_rates_under_the_name_of_the_consensus(study):
    consensus = study.add_coder("consensus", kind="consensus")
    study.remove_coder(consensus.id)
    with pytest.raises(NameTakenError, match="settled on"):
        study.coder_who_rates("Consensus")
    assert study.coder(consensus.id).kind == "consensus"
