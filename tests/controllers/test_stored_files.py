"""Where the files of a study's recordings lie; nothing outside of a study has a place."""

from __future__ import annotations

import pytest

from au_studio.controllers.stored_files import StoredFiles
from au_studio.study.recording_list import Status


@pytest.fixture
def files(sampled) -> StoredFiles:
    """Those of two recordings; the workspace hands their methods on."""
    return sampled.analysis_path.__self__


def test_every_file_of_a_recording_lies_in_the_study(sampled, files):
    root, (first, second) = sampled.study.path, sampled.recordings()
    model = sampled.model.id
    places = {
        files.analysis_path(first.id), files.tracks_path(first.id), files.index_path(first.id),
        files.samples_path(first.id), files.analysis_path(first.id, "another"),
        files.analysis_path(second.id),
    }  # fmt: skip
    assert len(places) == 6
    assert all(path.is_relative_to(root) for path in places)
    assert files.analysis_paths(model) == {
        item.id: files.analysis_path(item.id, model) for item in (first, second)
    }


def test_a_recording_that_is_not_in_the_study_has_no_files(files):
    for place in (files.analysis_path, files.tracks_path, files.index_path, files.samples_path):
        assert place("nobody") is None
    assert not files.has_analysis("nobody")


def test_the_line_of_a_recording_whose_video_is_gone_says_so(sampled, files):
    first = sampled.recordings()[0]
    recording = sampled.study.recording(first.id)
    assert files.line(recording).status is Status.READY
    first.path.unlink()
    gone = files.line(recording)
    assert gone.status is Status.PROBLEM
    assert first.name in gone.message
