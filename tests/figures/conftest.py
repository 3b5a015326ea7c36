"""A study of six persons in two conditions."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from made_study import folder, made

__all__ = ["folder", "made"]
