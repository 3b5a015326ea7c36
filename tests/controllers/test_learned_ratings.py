"""What a model has learned before is not held out by any fold."""

from __future__ import annotations

from pathlib import Path

import pytest

from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.learned_ratings import TrainingLabels, seen_before
from au_studio.study.study import Study


@pytest.fixture
def study(tmp_path: Path):
    made = Study.create(tmp_path / "Lab", "Lab")
    yield made
    made.close()


@pytest.fixture
def add_recording(study, tmp_path):
    def add(name: str, person: str | None = None):
        path = tmp_path / name
        path.write_bytes(name.encode())
        return study.add_recording(path, duration=1.0, n_frames=25, content_hash=name, person=person)

    return add


@pytest.mark.parametrize(
    ("learned", "unknown", "said"),
    [
        ([("a.mp4", 1), ("a.mp4", 99)], False, "ratings of 1 of these 2 frames"),
        ([("b.mp4", 7)], False, "other frames of the same persons"),
        ([("c.mp4", 1)], False, ""),
        ([], True, "no longer on record"),
        ([], False, ""),
    ],
)
def test_what_the_model_before_has_learned_limits_what_is_held_out(
    study, add_recording, learned, unknown, said
):
    coder = study.add_coder("AB")
    persons = {"a.mp4": "P1", "b.mp4": "P1", "c.mp4": "P2"}
    recordings = {name: add_recording(name, person) for name, person in persons.items()}
    for pts in (1, 2):
        study.rate(coder.id, recordings["a.mp4"].id, pts, 12, 3)
    frames = frozenset(SampleFrame(recordings[name].id, pts) for name, pts in learned)
    text = seen_before(TrainingLabels(frames, unknown), study.ratings(coder.id), study.recordings())
    assert said in text
    assert bool(said) is bool(text)
