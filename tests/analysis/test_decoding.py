"""An analysis by a graphics card has the software's values, or is the software's from its first frame on."""

from __future__ import annotations

import errno
import re

import av
import numpy as np
import pytest
from drawn import moving_face, write_video
from fake_card import FakeCard

import au_studio
from au_studio.analysis import kept_parts
from au_studio.analysis.recording import analyze_recording
from au_studio.analysis.store import kept_folder, load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs import analyze as job_analyze
from au_studio.jobs.control import Control
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Notice, Progress
from au_studio.video import card_source
from au_studio.video.card_source import CardSource, compared_rows
from au_studio.video.frame_making import FrameMaker
from au_studio.video.index import index_video


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    """Five groups of twelve pictures; the face is away for a while."""
    return write_video(tmp_path_factory.mktemp("card") / "face.mp4", moving_face(60, absent=range(20, 30)))


@pytest.fixture(scope="module")
def by_software(video, model_path):
    return analyze_recording(video, model_path, None)


@pytest.fixture
def card(monkeypatch):
    monkeypatch.setattr(card_source, "AT_FIRST", 4)
    return FakeCard().put_in(monkeypatch)


class Teller:
    """Hears a job, and lets it pause after some frames."""

    def __init__(self, pause_after=None):
        self.notices, self.done, self.control = [], [], Control()
        self._pause_after = pause_after

    def hear(self, event):
        if isinstance(event, Notice):
            self.notices.append(event.text)
        elif isinstance(event, Progress) and event.total:
            self.done.append(event.done)
            if self._pause_after is not None and event.done >= self._pause_after:
                self.control.pause()


@pytest.fixture
def analyse(tmp_path, video, model_path, monkeypatch):
    monkeypatch.setattr(job_analyze, "PROGRESS_SECONDS", 0)

    def run(decoder="graphics-card", teller=None):
        teller = teller or Teller()
        out, tracks = str(tmp_path / "a.h5"), str(tmp_path / "a.faces.h5")
        job = AnalyzeJob(str(video), str(model_path), tracks, out, decoder=decoder, device="cpu", threads=1)
        return job_analyze.intensities(job, teller.hear, teller.control), teller

    return run


def assert_same(analysis, wanted):
    np.testing.assert_array_equal(analysis.pts, wanted.pts)
    np.testing.assert_array_equal(analysis.intensities, wanted.intensities)
    np.testing.assert_array_equal(analysis.boxes, wanted.boxes)


def test_the_values_of_a_sound_card_are_the_softwares_and_say_who_decoded(
    card, analyse, by_software, tmp_path, video
):
    analysis, teller = analyse()
    assert_same(analysis, by_software)
    assert card.given == 60
    made = load_analysis(tmp_path / "a.h5").provenance
    assert made["decoder"] == "graphics card (cuda)"
    assert made["pictures_compared"] == np.count_nonzero(compared_rows(index_video(video), 0)) == 12
    assert "decoded by the graphics card (cuda); 12 of them were compared" in teller.notices[-1]
    assert made["notices"] == teller.notices
    assert by_software.provenance["decoder"] == "software"


@pytest.mark.parametrize(
    "failure",
    [
        ({"wrong": 7}, "Frame 8 .0.233 s. as the graphics card decodes it is not the software's: brightness"),
        ({"dies": 40}, "could not decode all of the recording"),
        ({"leaves_out": 30}, "left out a picture"),
    ],
)
def test_where_a_card_fails_all_is_as_if_it_had_never_been_asked(
    card, analyse, by_software, tmp_path, failure
):
    wrong, words = failure
    vars(card).update(wrong)
    analysis, teller = analyse()
    assert_same(analysis, by_software)
    assert analysis.provenance["decoder"] == "software"
    assert "pictures_compared" not in analysis.provenance
    (notice,) = teller.notices
    assert re.search(words, notice)
    assert notice.endswith("All pictures of face.mp4 are decoded by software.")
    assert analysis.provenance["notices"] == [notice]
    assert len(load_tracks(tmp_path / "a.faces.h5").pts) == 60
    assert not kept_folder(tmp_path / "a.h5").exists()
    assert teller.done[-1] == 60


@pytest.mark.parametrize(
    "failure",
    [
        (FakeCard, "download", RuntimeError("no way back from the card")),
        (CardSource, "_in_software_form", av.error.MemoryError(errno.ENOMEM, "Cannot allocate memory")),
        (FrameMaker, "of", OSError("the driver is gone")),
    ],
)
def test_a_card_that_fails_beside_its_decoding_has_failed_too(
    card, analyse, by_software, monkeypatch, failure
):
    failing(monkeypatch, *failure)
    analysis, teller = analyse()
    assert_same(analysis, by_software)
    assert analysis.provenance["decoder"] == "software"
    assert "could not decode all of the recording. All pictures" in teller.notices[0]


def failing(monkeypatch, owner, step, error):
    """Let a step raise an error the twentieth time, and never again."""
    real, calls = getattr(owner, step), []

    def step_that_fails(self, *args, **options):
        calls.append(1)
        if len(calls) == 20:
            raise error
        return real(self, *args, **options)

    monkeypatch.setattr(owner, step, step_that_fails)


def test_what_the_software_fails_in_while_it_is_compared_is_not_said_of_the_card(card, analyse, monkeypatch):
    def no_memory(_self, _row):
        raise MemoryError("of the software")

    monkeypatch.setattr(card_source._Software, "picture", no_memory)
    with pytest.raises(MemoryError, match="of the software"):
        analyse()


def test_a_card_that_cannot_be_opened_costs_nothing_but_a_notice(card, video, model_path, by_software):
    card.opens, told = False, []
    analysis = au_studio.analyze(
        video, model=model_path, decoder="graphics-card", rest="running", on_notice=told.append, device="cpu"
    )
    np.testing.assert_array_equal(analysis.intensities, by_software.intensities)
    assert told == [
        "No graphics card can be opened (cuda: Operation not permitted). "
        "All pictures of face.mp4 are decoded by software."
    ]
    with pytest.raises(AUStudioError, match="There is no decoder “gpu”"):
        au_studio.analyze(video, model=model_path, decoder="gpu")


def test_an_interrupted_analysis_goes_on_with_the_card_alone(card, analyse, by_software, monkeypatch):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0)
    pause(analyse, "graphics-card")
    before, card.given = card.given, 0
    analysis, teller = analyse()
    assert "Going on after frame" in " ".join(teller.notices)
    assert card.given < 60 <= before + card.given
    assert analysis.provenance["pictures_compared"] >= 4, "also where reading begins anew"
    assert_same(analysis, by_software)
    assert analysis.provenance["decoder"] == "graphics card (cuda)"


def pause(analyse, decoder):
    with pytest.raises(Stopped):
        analyse(decoder, Teller(32))


def test_what_the_card_has_left_is_no_part_of_an_analysis_by_software(
    card, analyse, by_software, monkeypatch
):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0)
    pause(analyse, "graphics-card")
    analysis, teller = analyse("software")
    assert teller.notices == []
    assert teller.done[0] == 16, "it begins at the first frame"
    assert_same(analysis, by_software)


def test_what_was_begun_by_software_goes_on_so(card, analyse, by_software, monkeypatch):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0)
    pause(analyse, "software")
    analysis, teller = analyse("graphics-card")
    assert card.given == 0
    assert teller.done[0] > 16
    assert "was begun without the graphics card. All pictures" in teller.notices[0]
    assert analysis.provenance["decoder"] == "software"
    assert_same(analysis, by_software)


def test_nothing_is_kept_of_a_card_that_failed(card, analyse, monkeypatch, tmp_path):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0)
    card.dies = 45
    stopped = Teller()
    discarded = []
    real = kept_parts.KeptParts.discard

    def discard(self):
        discarded.append(sorted(path.name for path in kept_folder(tmp_path / "a.h5").glob("*.h5")))
        real(self)

    monkeypatch.setattr(kept_parts.KeptParts, "discard", discard)
    analyse(teller=stopped)
    assert discarded[0] == ["00000.h5", "00001.h5"], "what the card had come to"
    assert len(discarded) == 2, "and at the end what the software had kept"
