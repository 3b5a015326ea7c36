"""The JSON file beside every exported table (or other file) that says how it was made."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import Any

import numpy as np

from au_studio import __version__
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.smile_sides import LEAST_INTENSITY, LEAST_SECONDS, SmileSides, smile_sides
from au_studio.files import write_text
from au_studio.library_versions import library_versions

FORMAT = "au-studio sidecar 1"


def path_for(table: Path) -> Path:
    """Return where the sidecar of a file lies: ``interview.csv`` → ``interview.json``, ``a.eaf.json``."""
    return table.with_suffix(".json") if table.suffix == ".csv" else table.with_name(f"{table.name}.json")


def made_now() -> dict[str, Any]:
    """Return when and by which version something is made: how every sidecar begins."""
    return {
        "format": FORMAT,
        "created": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "app_version": __version__,
        "libraries": library_versions(),
    }


def describe(
    table: Path,
    analysis: RecordingAnalysis,
    *,
    settings: Mapping[str, Any] | None = None,
    coders: Sequence[str] = (),
    agreement: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Describe an exported table.

    Parameters
    ----------
    table : Path
        The table.
    analysis : RecordingAnalysis
        What it holds; ``video``, ``model`` and all else that its provenance says is taken over.
    settings : mapping, optional
        Choices made for this export (thresholds, columns).
    coders : sequence of str, optional
        Names of the coders whose ratings it holds.
    agreement : mapping, optional
        Agreement of the model with the coders on frames that it was not trained on, and how it was found.

    Returns
    -------
    dict
        For `write`. ``libraries`` wrote the table; those that computed its values are in the provenance.
    """
    n, sides = len(analysis.pts), smile_sides(analysis)
    with_face = int(np.count_nonzero(analysis.success))
    more = {} if sides is None else {"lip_corners": _about_corners(sides)}
    return {
        **made_now(),
        "table": table.name,
        "aus": list(analysis.aus),
        "complete": analysis.provenance.get("complete", True) is not False,
        "frames": {"total": n, "with_face": with_face, "without_face": n - with_face},
        "time": {
            "first": float(analysis.times[0]) if n else None,
            "last": float(analysis.times[-1]) if n else None,
            "unit": "s",
            "tables_count_from": "0 of the file's own timestamps",
            "players_and_elan_count_from": _player_zero(analysis),
        },
        "scale": "intensity 0-5 (FACS A-E = 1-5); empty = no face, not rated or not codable",
        "coders": list(coders),
        "agreement": dict(agreement) if agreement is not None else None,
        "settings": dict(settings or {}),
        **more,
        "provenance": analysis.provenance,
    }


def _about_corners(sides: SmileSides) -> dict[str, Any]:
    return {
        "meaning": "movement of the person's left and right corner of the mouth outwards and upwards from "
        "rest, in percent of the distance between the outer corners of the eyes",
        "smile_frames": sides.frames,
        "smile_asymmetry": sides.asymmetry,
        "smile_asymmetry_is": "median of (left - right) / (left + right) over the frames with a smile (AU12 "
        f"of {LEAST_INTENSITY:.0f} or more); null where they last less than {LEAST_SECONDS} s together",
    }


def _player_zero(analysis: RecordingAnalysis) -> float | None:
    """Return the timestamp that players and ELAN call 0; None where it is not known."""
    start = (analysis.provenance.get("video") or {}).get("start")
    return None if start is None else float(start)


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a sidecar atomically: UTF-8, sorted as given; NaN becomes null.

    Raises
    ------
    WriteError
        If it cannot be written.
    TypeError
        If `content` holds something that JSON has no word for.
    """
    text = json.dumps(plain(content), indent=2, ensure_ascii=False, allow_nan=False)
    write_text(path, text + "\n")


def plain(value: Any) -> Any:
    """Return a value in the types of JSON: NaN and infinities become null."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return str(value) if isinstance(value, PurePath) else value
