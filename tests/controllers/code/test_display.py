"""The pictures on the Code page are always those of the frame that is coded."""

from __future__ import annotations

import pytest

from au_studio.coding.faces import TargetFaceFinder
from au_studio.coding.neutral_references import choose_neutral_reference
from au_studio.coding.session import SampleFrame
from au_studio.controllers.code.display import CodingDisplay


@pytest.fixture
def display(sampled):
    made = CodingDisplay(sampled)
    yield made
    made.close()


@pytest.fixture
def frames(sampled):
    sample = sampled.study.samples()[0]
    return [SampleFrame(sample.recording_id, pts) for pts in sample.pts]


@pytest.fixture
def shown(display):
    heard = []
    display.pictures_changed.connect(lambda pictures: heard.append(pictures and pictures.frame))
    return heard


def test_only_the_pictures_of_the_last_frame_arrive(display, frames, shown, qtbot):
    for frame in frames[:4]:
        display.show(frame, frames[4:6])
    display.show(frames[3])
    qtbot.waitUntil(lambda: shown[-1] == frames[3], timeout=10_000)
    assert [frame for frame in shown if frame is not None] == [frames[3]]


def test_a_frame_that_was_decoded_ahead_is_there_at_once(display, frames, shown, qtbot, monkeypatch):
    looked, find = [], TargetFaceFinder.find
    monkeypatch.setattr(TargetFaceFinder, "find", lambda *told: looked.append(told[2]) or find(*told))
    display.show(frames[0], frames[1:2])
    qtbot.waitUntil(lambda: shown[-1] == frames[0] and frames[1].pts in looked, timeout=10_000)
    # Made in the same thread, after the frame.
    display.request_context()
    with qtbot.waitSignal(display.context_ready, timeout=10_000) as heard:
        pass
    assert heard.args[0].frame == frames[0]
    display.show(frames[1])
    assert shown[-1] == frames[1]


def test_the_neutral_reference_comes_and_goes_with_the_person(display, frames, sampled, qtbot):
    references = []
    display.reference_changed.connect(lambda pictures: references.append(pictures and pictures.frame))
    choose_neutral_reference(sampled.study, frames[2])
    display.show(frames[0])
    qtbot.waitUntil(lambda: bool(references) and references[-1] == frames[2], timeout=10_000)
    assert display.reference == frames[2]
    display.forget()
    assert (display.reference, references[-1]) == (None, None)


def test_any_frame_of_a_recording_can_be_looked_at(display, frames, qtbot):
    with qtbot.waitSignal(display.preview_ready, timeout=10_000) as heard:
        display.request_preview(frames[0].recording_id, 5)
    assert heard.args[0].full.shape[2] == 3


def test_a_frame_whose_video_is_gone_is_told(display, frames, sampled, qtbot):
    sampled.recordings()[0].path.unlink()
    with qtbot.waitSignal(display.failed, timeout=10_000) as heard:
        display.show(frames[0])
    assert "one.mp4" in heard.args[0].shown()
