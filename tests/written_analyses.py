"""Analyses on disk that no network made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis


def write_analysis(path: Path, provenance: dict[str, Any]) -> None:
    """Write the analysis of four frames in which AU12 is 0."""
    analysis = RecordingAnalysis(
        aus=(12,),
        pts=np.arange(4),
        times=np.arange(4) / 25,
        intensities=np.zeros((4, 1), np.float32),
        confidence=np.ones(4, np.float32),
        success=np.ones(4, np.bool_),
        person=np.zeros(4, np.int16),
        boxes=np.zeros((4, 4), np.float32),
        provenance=provenance,
    )
    save_analysis(path, analysis)
