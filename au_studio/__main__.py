"""Run AU Studio with ``python -m au_studio``."""

from __future__ import annotations

import sys

from au_studio.cli import main

if __name__ == "__main__":
    sys.exit(main())
