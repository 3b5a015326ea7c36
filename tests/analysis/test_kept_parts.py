"""An analysis that was stopped or killed goes on where it was, to the very same values."""

from __future__ import annotations

from dataclasses import fields

import h5py
import numpy as np
import pytest
from drawn import empty_picture, moving_face, picture, write_model, write_video

from au_studio.analysis import analyzer, kept_parts
from au_studio.analysis.models import find_model
from au_studio.analysis.recording import PersonNotSeenError, analyze_recording
from au_studio.analysis.store import discard_kept, kept_folder, load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.errors import Stopped

BATCH = 4


class Killed(BaseException):
    """The process is gone."""


class Listener:
    """Hears the progress, and ends the analysis after some batches."""

    def __init__(self, batches=None, *, kill=False):
        self.done, self.restored, self.results = [], [], {}
        self._batches, self._kill = batches, kill

    def ended(self):
        return self._batches is not None and len(self.done) >= self._batches

    def on_progress(self, done, _total, results):
        self.done.append(done)
        self.keep(results)
        if self._kill and self.ended():
            raise Killed

    def on_restored(self, done, _total, results):
        self.restored.append(done)
        self.keep(results)

    def keep(self, results):
        self.results |= {result.position: result for result in results}


@pytest.fixture(scope="module")
def busy_video(tmp_path_factory):
    """Two faces, of which one comes later and one goes for a while; a cut; nobody; the faces again."""
    both = moving_face(26)
    dark = [picture(x=70, size=120, skin=(120, 90, 70), mouth=0.1 * (t % 9)) for t in range(14)]
    frames = [*both, *dark, *[empty_picture()] * 5, *moving_face(18, absent=range(5, 8))]
    return write_video(tmp_path_factory.mktemp("busy") / "busy.mp4", frames)


@pytest.fixture
def analyse(tmp_path, busy_video, model_path):
    def run(listener=None, name="a", *, tracks=True, model=model_path, video=busy_video, **options):
        listener = listener or Listener()
        return analyze_recording(
            video,
            model,
            tmp_path / f"{name}.h5",
            tracks_path=tmp_path / f"{name}.faces.h5" if tracks else None,
            batch=BATCH,
            on_progress=listener.on_progress,
            on_restored=listener.on_restored,
            should_stop=listener.ended if not listener._kill else None,
            **options,
        )

    return run


@pytest.fixture
def save_always(monkeypatch):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0.0)


def assert_same(one, other):
    for name in ("pts", "times", "intensities", "confidence", "success", "person", "boxes"):
        assert getattr(one, name).tobytes() == getattr(other, name).tobytes(), name


def assert_same_tracks(one, other):
    one, other = load_tracks(one, landmarks=True), load_tracks(other, landmarks=True)
    for field in fields(one):
        np.testing.assert_array_equal(getattr(one, field.name), getattr(other, field.name), field.name)


@pytest.mark.parametrize("stops", [(1,), (3, 1, 5), (2, 2, 2, 2, 2, 2, 2)])
def test_stopped_again_and_again_it_comes_to_the_same_values(analyse, tmp_path, stops):
    whole = analyse(name="whole")
    done = 0
    for batches in stops:
        with pytest.raises(Stopped):
            analyse(listener := Listener(batches))
        assert listener.done[0] == done + BATCH
        done += batches * BATCH
    last = Listener()
    going_on = analyse(last)
    assert last.restored[-1] == done
    assert last.done[0] == done + BATCH
    assert_same(going_on, whole)
    assert_same(load_analysis(tmp_path / "a.h5"), whole)
    assert_same_tracks(tmp_path / "a.faces.h5", tmp_path / "whole.faces.h5")
    assert not kept_folder(tmp_path / "a.h5").exists()


@pytest.mark.parametrize("batches", [2, 6, 9])
def test_killed_between_two_writes_it_goes_on_from_the_last_one(analyse, tmp_path, monkeypatch, batches):
    whole = analyse(name="whole")
    now = [0.0]
    monkeypatch.setattr(kept_parts.time, "monotonic", lambda: now[0])
    killed = Listener(batches, kill=True)
    every_third = killed.on_progress

    def tick(*told):
        now[0] += kept_parts.SAVE_SECONDS / 3
        every_third(*told)

    killed.on_progress = tick
    with pytest.raises(Killed):
        analyse(killed)
    folder = kept_folder(tmp_path / "a.h5")
    folder.mkdir(exist_ok=True)
    saved = len(list(folder.iterdir()))
    assert saved == (batches - 1) // 3
    (folder / f"{saved:05d}.h5").write_bytes(b"half a file")
    last = Listener()
    assert_same(analyse(last), whole)
    assert last.done[0] - BATCH == (last.restored[-1] if last.restored else 0) < killed.done[-1]
    assert len(last.restored) == saved
    assert_same_tracks(tmp_path / "a.faces.h5", tmp_path / "whole.faces.h5")


def test_what_is_told_again_is_what_was_told(analyse, save_always):
    first, again = Listener(10), Listener(1)
    with pytest.raises(Stopped):
        analyse(first)
    with pytest.raises(Stopped):
        analyse(again)
    for position, before in first.results.items():
        after = again.results[position]
        assert (after.pts, after.time, after.person) == (before.pts, before.time, before.person)
        assert np.float32(after.confidence) == np.float32(before.confidence)
        np.testing.assert_array_equal(after.intensities, before.intensities)
        assert [face.person for face in after.faces] == [face.person for face in before.faces]
        for new, old in zip(after.faces, before.faces, strict=True):
            np.testing.assert_array_equal(new.face.box, old.face.box)
            np.testing.assert_allclose(new.face.landmarks, old.face.landmarks, atol=0.13)


def test_with_faces_that_are_known_nothing_is_looked_for_again(analyse, model_path, tmp_path, monkeypatch):
    analyse(name="a")
    (tmp_path / "a.h5").unlink()
    whole = analyse(name="a")
    (tmp_path / "a.h5").unlink()
    monkeypatch.setattr(analyzer, "create_backend", lambda _: pytest.fail("looked for faces again"))
    with pytest.raises(Stopped):
        analyse(Listener(5))
    last = Listener()
    assert_same(analyse(last), whole)
    assert last.restored == [5 * BATCH]
    assert last.results[0].faces


def test_without_kept_faces_and_for_a_chosen_person_too(analyse):
    whole = analyse(name="whole", tracks=False, target_person=0)
    with pytest.raises(Stopped):
        analyse(Listener(6), tracks=False, target_person=0)
    assert_same(analyse(last := Listener(), tracks=False, target_person=0), whole)
    assert last.restored == [6 * BATCH]


def test_a_person_who_was_seen_before_the_interruption_was_seen(analyse, tmp_path):
    with pytest.raises(Stopped):
        analyse(Listener(6), target_person=7)
    with pytest.raises(PersonNotSeenError, match="seen were: 0"):
        analyse(target_person=7)
    assert not kept_folder(tmp_path / "a.h5").exists()


@pytest.mark.parametrize("other", ["model", "person", "faces", "video", "batch"])
def test_what_belongs_to_another_analysis_is_not_gone_on_with(analyse, tmp_path, monkeypatch, other):
    options = {
        "model": {"model": write_model(tmp_path / "other.safetensors", seed=5)},
        "person": {"target_person": 0},
        "faces": {"tracks": False},
        "video": {"video": write_video(tmp_path / "other.mp4", moving_face(40))},
        "batch": {},
    }[other]
    with pytest.raises(Stopped):
        analyse(Listener(4))
    if other == "batch":
        monkeypatch.setattr(kept_parts, "METHOD", kept_parts.METHOD + 1)
    analyse(last := Listener(), **options)
    assert last.restored == []
    assert last.done[0] == BATCH
    assert not kept_folder(tmp_path / "a.h5").exists()


def test_a_part_of_another_course_does_not_count(analyse, tmp_path, save_always):
    with pytest.raises(Stopped):
        analyse(Listener(5))
    folder = kept_folder(tmp_path / "a.h5")
    (folder / "00003.h5").write_bytes((folder / "00004.h5").read_bytes())
    analyse(last := Listener())
    assert last.restored[-1] == 3 * BATCH


def test_a_damaged_recording_is_gone_on_with_to_the_same_end(analyse, tmp_path):
    whole_file = write_video(tmp_path / "whole.mpg", moving_face(60), codec="mpeg1video", rate=25)
    video = tmp_path / "cut.mpg"
    video.write_bytes(whole_file.read_bytes()[: int(whole_file.stat().st_size * 0.6)])
    ends = []
    for name, batches in (("whole", None), ("a", 3), ("a", None)):
        with pytest.raises(Exception) as caught:  # noqa: PT011  Stopped, or incomplete
            analyse(Listener(batches), name=name, video=video)
        ends.append(caught.value)
    assert isinstance(ends[1], Stopped)
    assert_same(ends[2].analysis, ends[0].analysis)
    assert str(ends[2]) == str(ends[0])


def test_nothing_is_run_from_the_file(analyse, tmp_path, save_always):
    with pytest.raises(Stopped):
        analyse(Listener(1))
    part = kept_folder(tmp_path / "a.h5") / "00000.h5"
    with h5py.File(part, "r+") as file:
        del file["felt"]
        file["felt"] = np.frombuffer(b"cos\nsystem\n(S'false'\ntR.", dtype=np.uint8)
    analyse(last := Listener())
    assert last.restored == []


def test_it_can_be_given_up(analyse, tmp_path):
    with pytest.raises(Stopped):
        analyse(Listener(2))
    discard_kept(tmp_path / "a.h5")
    assert list(tmp_path.iterdir()) == []
    discard_kept(tmp_path / "a.h5")


def test_another_number_of_threads_goes_on_to_the_same_values(analyse, save_always):
    """With the shipped model: what it keeps of meshes is looked at before the frames are estimated."""
    shipped = find_model().path
    whole = analyse(name="whole", model=shipped, threads=1)
    for batches, threads in ((3, 4), (2, 1), (4, 2)):
        with pytest.raises(Stopped):
            analyse(Listener(batches), model=shipped, threads=threads)
    last = Listener()
    assert_same(analyse(last, model=shipped, threads=3), whole)
    assert last.restored[-1] == 9 * BATCH
