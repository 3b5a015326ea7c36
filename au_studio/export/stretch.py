"""The table of one stretch of a recording: the per-frame table, with the frames of the stretch alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import openface_csv, sidecar
from au_studio.export.errors import ExportError
from au_studio.texts import sentence


def write_stretch(
    path: Path,
    analysis: RecordingAnalysis,
    start: float,
    stop: float,
    *,
    model: str,
    agreement: Mapping[str, Any] | None = None,
) -> int:
    """Write the frames of a stretch, numbered and timed as in the whole recording, and the sidecar.

    Parameters
    ----------
    path : Path
        The table; its sidecar lies beside it.
    analysis : RecordingAnalysis
        Of the whole recording.
    start, stop : float
        Seconds, as in `RecordingAnalysis.times`; frames at the ends belong to the stretch.
    model : str
        Name of the model.
    agreement : mapping, optional
        Agreement of the model, for the sidecar.

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If there is no frame in the stretch.
    au_studio.files.WriteError
        If a file cannot be written.
    """
    first = int(np.searchsorted(analysis.times, start, "left"))
    last = int(np.searchsorted(analysis.times, stop, "right"))
    if first >= last:
        raise ExportError(
            sentence(
                "There is no frame between {start:.3f} s and {stop:.3f} s; nothing was written.",
                start=start,
                stop=stop,
            ),
            next_step="Select a longer stretch on the axis of time.",
        )
    rows = slice(first, last)
    part = replace(
        analysis,
        pts=analysis.pts[rows],
        times=analysis.times[rows],
        intensities=analysis.intensities[rows],
        confidence=analysis.confidence[rows],
        success=analysis.success[rows],
        person=analysis.person[rows],
        boxes=analysis.boxes[rows],
        errors=None if analysis.errors is None else analysis.errors[rows],
        corners=None if analysis.corners is None else analysis.corners[rows],
    )
    written = openface_csv.write(path, part, first_frame=first + 1)
    stretch = {"start": start, "stop": stop, "first_frame": first + 1, "last_frame": last}
    content = sidecar.describe(path, part, settings={"model": model, "stretch": stretch}, agreement=agreement)
    sidecar.write(sidecar.path_for(path), content)
    return written
