"""What sidecars of figures and reports say of the readings behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from au_studio.conditions.readings import Readings, ReadRecording
from au_studio.export import sidecar


def about_readings(readings: Readings, shown: Sequence[ReadRecording] | None = None) -> dict[str, Any]:
    """Return which readings something shows, for a sidecar.

    Parameters
    ----------
    readings : Readings
        Where they come from.
    shown : sequence of ReadRecording, optional
        Those that are shown; all by default.
    """
    recordings = readings.recordings if shown is None else shown
    return {
        **sidecar.made_now(),
        "study": readings.study,
        "model": {
            "id": readings.model.id,
            "name": readings.model.name,
            "sha256": readings.model.card.get("sha256"),
        },
        "calibrated": readings.calibrated,
        "notices": list(readings.notices),
        "recordings": {read.recording.name: read.analysis.provenance for read in recordings},
    }
