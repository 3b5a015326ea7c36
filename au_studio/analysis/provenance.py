"""What an analysis says of how it was made, and what decides its values."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from au_studio import __version__
from au_studio.analysis.analyzer import Analyzer
from au_studio.analysis.rest import NO_BRANCH, RestChoice
from au_studio.analysis.tracks import FaceTracks
from au_studio.face.networks import describe_engine
from au_studio.library_versions import library_versions
from au_studio.nn.card import ModelCard
from au_studio.video.errors import VideoError
from au_studio.video.index import VideoIndex


def provenance(
    index: VideoIndex,
    video_hash: str,
    model_path: Path,
    card: ModelCard,
    *,
    rest: RestChoice,
    span: tuple[float, float],
) -> dict[str, Any]:
    """Return what is analysed, by what, measured from which rest, and when, in JSON types."""
    return {
        "app": "AU Studio",
        "app_version": __version__,
        "libraries": library_versions(),
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": {
            "file": model_path.name,
            "name": card.name,
            "sha256": card.sha256,
            "rest": rest.words(span) if card.config.geometry else NO_BRANCH,
        },
        "rest": str(rest),
        "video": {
            "file": index.path.name,
            "content_hash": video_hash,
            "codec": index.codec,
            "width": index.width,
            "height": index.height,
            "rotation": index.rotation,
            "pixel_aspect": str(index.pixel_aspect),
            "reading": index.reading,
            "stream": index.stream,
            "options": asdict(index.options),
            "start": index.start,
            "notices": list(index.notices),
            "frames": index.n_frames,
            "duration": index.duration,
            "mean_rate": index.mean_rate,
            "time_base": str(index.time_base),
        },
    }


def about(made: dict[str, Any], index: VideoIndex, batch: int, tracks: FaceTracks | None) -> dict[str, Any]:
    """Return whatever decides the values of an analysis, in JSON types; what things are called does not."""
    return {
        "app_version": made["app_version"],
        "libraries": made["libraries"],
        "video": made["video"] | {"file": "", "index": index.digest()},
        "model": made["model"]["sha256"],
        "rest": made["rest"],
        "tracks": "" if tracks is None else tracks.digest(),
        "batch": batch,
        **{
            name: made[name]
            for name in ("backend", "face_engine", "target_person", "device", "network_engine")
        },
    }


def manner(analyzer: Analyzer) -> dict[str, Any]:
    """Return how the faces are found and where the network runs, in JSON types."""
    return {
        "backend": analyzer.backend_name,
        "face_engine": describe_engine(),
        "target_person": analyzer.target_person,
        "device": analyzer.device_words,
        "network_engine": analyzer.network_engine,
    }


def outcome(frames_read: int, notices: list[str], problem: VideoError | None) -> dict[str, Any]:
    """Return how far the analysis came and what people should know of it, in JSON types."""
    return {
        "complete": problem is None,
        "frames_read": frames_read,
        "notices": notices + ([str(problem)] if problem else []),
    }
