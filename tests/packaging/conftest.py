"""Makes the set-up's files importable, as they are for ``python3 packaging/bootstrap.py``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
