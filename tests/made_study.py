"""A small study with persons, conditions, groups and markers, and analyses whose values are known."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.study.records import Recording
from au_studio.study.study import Study

AUS = (6, 12)
RATE = 20
SECONDS = 4
CALM, STRESS = "calm", "stress"


def curve(level: float, *, bursts: int = 0, seconds: float = SECONDS) -> np.ndarray:
    """A level held, with bursts of half a second one step above 2 spread over it."""
    n = int(seconds * RATE)
    values = np.full(n, level, np.float32)
    for number in range(bursts):
        start = int((number + 0.5) * n / bursts) - RATE // 4
        values[start : start + RATE // 2] = 3.0
    return values


def add_analysed(
    study: Study, name: str, columns: list[np.ndarray], *, model: str = "base", faceless: int = 0, **details
) -> Recording:
    """Add a recording that nobody can decode, and its analysis; the first `faceless` frames lack a face."""
    video = study.root.parent / name
    video.write_bytes(name.encode() * 50)
    n = len(columns[0])
    recording = study.add_recording(
        video,
        duration=n / RATE,
        n_frames=n,
        content_hash=f"hash of {name}",
        person=details.get("person"),
        condition=details.get("condition"),
    )
    study.set_group(recording.id, details.get("group"))
    values = np.stack(columns, axis=1).astype(np.float32)
    values[:faceless] = np.nan
    success = np.isfinite(values[:, 0])
    provenance = {
        "video": {"content_hash": recording.content_hash, "pixel_aspect": [1, 1], "reading": {}},
        "model": {"name": "AU Studio base"},
        "target_person": None,
    }
    analysis = RecordingAnalysis(
        aus=AUS,
        pts=np.arange(n, dtype=np.int64),
        times=np.arange(n) / RATE,
        intensities=values,
        confidence=np.where(success, 0.9, 0).astype(np.float32),
        success=success,
        person=np.where(success, 0, -1).astype(np.int16),
        boxes=np.zeros((n, 4), np.float32),
        provenance=provenance,
    )
    save_analysis(study.analysis_path(recording.id, model), analysis)
    return recording


def copy_of(made: Path, folder: Path) -> Path:
    """Copy a study and its videos to another folder: quicker than making it again."""
    shutil.copytree(made.parent, folder, dirs_exist_ok=True)
    return folder / made.name


def make_study(folder: Path, persons: int = 6) -> Path:
    """Six persons in two conditions: in the second AU12 is higher by .5 + .1 a person, and has two bursts."""
    with Study.create(folder / "Smiles.austudio", "Smiles") as study:
        for number in range(persons):
            name, group = f"P{number + 1}", ("patients" if number % 2 else "controls")
            base = 0.1 * (number % 3)
            for condition, rise, bursts in ((CALM, 0.0, 0), (STRESS, 0.5 + 0.1 * number, 2)):
                add_analysed(
                    study,
                    f"{name}-{condition}.mp4",
                    [curve(0.2), curve(base + rise, bursts=bursts)],
                    person=name,
                    condition=condition,
                    group=group,
                )
        return Path(study.path)


_MADE: list[Path] = []
"""Where the study lies once it was made: three folders of tests look at the same one."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of six persons in two conditions, as it was made; not to be changed."""
    if not _MADE:
        _MADE.append(make_study(tmp_path_factory.mktemp("made")))
    return _MADE[0]


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return copy_of(made, tmp_path / "copy")
