"""A small analysis with a frame without a face."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis

sys.path.insert(0, str(Path(__file__).parents[1]))

from window_fixtures import untrained_model

__all__ = ["untrained_model"]


@pytest.fixture
def analysis() -> RecordingAnalysis:
    """Six frames at uneven times; the third has no face. AU6 and AU12."""
    intensities = np.array(
        [[0, 0.25], [0, 1.5], [np.nan, np.nan], [0.1, 3], [0, 2.123456], [0, 0]], dtype=np.float32
    )
    success = np.isfinite(intensities[:, 0])
    return RecordingAnalysis(
        aus=(6, 12),
        pts=np.array([0, 3003, 6006, 9009, 15015, 18018], dtype=np.int64),
        times=np.array([0, 3003, 6006, 9009, 15015, 18018]) / 90000,
        intensities=intensities,
        confidence=np.where(success, 0.9876, 0.0).astype(np.float32),
        success=success,
        person=np.where(success, 1, -1).astype(np.int16),
        boxes=np.zeros((6, 4), dtype=np.float32),
        provenance={"model": {"name": "Base", "sha256": "ab" * 32}, "video": {"hash": "cd" * 32}},
    )
