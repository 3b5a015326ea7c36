"""Small real studies for the commands: drawn faces, a small model, stored analyses."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video


def add_video(study: Study, video: Path, *, person: str | None = None, analysed: str = "") -> str:
    """Add a recording and store an analysis of it, in which AU12 is 1 + frame % 3; return its id."""
    index = index_video(video)
    recording = study.add_recording(
        video,
        duration=index.duration,
        n_frames=index.n_frames,
        content_hash=content_hash(video),
        person=person,
    )
    if analysed:
        n = index.n_frames
        values = 1 + np.arange(n, dtype=np.float32)[:, None] % 3
        made = {
            "file": video.name,
            "content_hash": recording.content_hash,
            "pixel_aspect": "1",
            "reading": "",
        }
        made["time_base"] = str(index.time_base)
        analysis = RecordingAnalysis(
            aus=(12,),
            pts=index.pts,
            times=index.times,
            intensities=values,
            confidence=np.ones(n, np.float32),
            success=np.ones(n, np.bool_),
            person=np.zeros(n, np.int16),
            boxes=np.zeros((n, 4), np.float32),
            provenance={
                "model": {"name": "small"},
                "video": made,
                "target_person": None,
                "backend": "mediapipe",
                "complete": True,
            },
        )
        save_analysis(study.analysis_path(recording.id, analysed), analysis)
    return recording.id


def rate(study: Study, coder: str, recording_id: str, video: Path, values: dict[int, int]) -> None:
    """Rate AU12 in frames of a recording, by their position."""
    known = {one.name: one.id for one in study.coders()}
    coder_id = known.get(coder) or study.add_coder(coder).id
    pts = index_video(video).pts
    study.rate_many(
        coder_id, [RatingInput(recording_id, int(pts[place]), 12, value) for place, value in values.items()]
    )


def ship(model: Path, folder: Path, monkeypatch) -> None:
    """Let a model be the one that ships, under the id "base"."""
    from au_studio import resources

    real = resources.root()
    (folder / "models").mkdir(parents=True)
    for suffix in (".safetensors", ".json"):
        shutil.copy(model.with_suffix(suffix), folder / "models" / f"base{suffix}")
    for name in ("face", "demo", "methods"):
        if (real / name).exists():
            (folder / name).symlink_to(real / name, target_is_directory=True)
    monkeypatch.setattr(resources, "root", lambda: folder)
