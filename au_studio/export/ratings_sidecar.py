"""The JSON file beside exported ratings: whose they are, of which recordings, and how frames are named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from au_studio.export import sidecar
from au_studio.export.ratings import RatedRecording
from au_studio.video.index import VideoIndex
from au_studio.video.shown_time import players_zero


def describe(table: Path, kind: str, recordings: Sequence[RatedRecording]) -> dict[str, Any]:
    """Describe exported ratings.

    Parameters
    ----------
    table : Path
        The table; for files as DISFA has them, their folder.
    kind : str
        ``"long"``, ``"wide"`` or ``"disfa"``.
    recordings : sequence of RatedRecording
        What was written.

    Returns
    -------
    dict
        For `sidecar.write`.
    """
    coders: dict[str, int] = {}
    for recording in recordings:
        for coder, ratings in recording.ratings.items():
            coders[coder] = coders.get(coder, 0) + len(ratings)
    return {
        **sidecar.made_now(),
        "table": table.name,
        "kind": f"ratings, {kind}",
        "scale": "levels 0-5 (FACS A-E = 1-5); X or 70-74 = not codable; empty = not rated",
        "frames": {
            "frame": "counts from 1",
            "timestamp": "seconds, from 0 of the file's own timestamps",
            "pts": "the file's own timestamp in units of time_base; names a frame exactly",
        },
        "coders": [{"name": name, "ratings": count} for name, count in coders.items()],
        "recordings": [_recording(recording, left_out=kind == "disfa") for recording in recordings],
    }


def path_for(table: Path, kind: str) -> Path:
    """Return where the sidecar lies: beside a table, inside a folder of files."""
    return table / "ratings.json" if kind == "disfa" else sidecar.path_for(table)


def _recording(recording: RatedRecording, *, left_out: bool) -> dict[str, Any]:
    index = recording.index
    about: dict[str, Any] = {
        "name": recording.name,
        "ratings": sum(len(given) for given in recording.ratings.values()),
    }
    if index is None:
        missing = "the video cannot be read"
        return about | {"video": f"{missing}: left out" if left_out else f"{missing}: pts alone names frames"}
    if not isinstance(index, VideoIndex):  # the timestamps are known, and nothing else of the video
        return about | {"n_frames": index.n_frames, "first": float(index.times[0])}
    return about | {
        "video": index.path.name,
        "n_frames": index.n_frames,
        "time_base": str(index.time_base),
        "first": float(index.times[0]),
        "players_and_elan_count_from": players_zero(float(index.times[0]), index.start),
        "stream": index.stream,
        "reading": index.reading,
        "notices": list(index.notices),
    }
