"""Looking for missing videos leaves the window free, and can be stopped."""

from __future__ import annotations

import pytest

from au_studio.controllers import video_search
from au_studio.controllers.video_search import VideoSearch
from au_studio.errors import Stopped
from au_studio.study.recording_list import Status


@pytest.fixture
def endless(monkeypatch):
    """A folder that never ends, as on a slow drive."""

    def find(_folder, _wanted, should_stop):
        while not should_stop():
            pass
        raise Stopped("The search was stopped.")

    monkeypatch.setattr(video_search, "find_videos", find)


def test_a_search_that_is_stopped_finds_nothing_and_says_that_it_has_ended(endless, tmp_path, qtbot):
    search = VideoSearch()
    texts, found = [], []
    search.searching.connect(texts.append)
    search.found.connect(found.append)
    search.start(tmp_path, [])
    search.stop()
    search.close()
    assert texts == [f"Looking for missing videos in {tmp_path}", ""]
    assert found == []


def test_a_study_that_is_closed_is_searched_for_no_longer(endless, workspace, make_video, tmp_path, qtbot):
    workspace.add_videos([make_video("a.mp4")], open_first=False)
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    texts = []
    workspace.search.searching.connect(texts.append)
    workspace.find_missing(tmp_path)
    workspace.close_study()
    assert texts[-1] == ""
