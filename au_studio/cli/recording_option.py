"""``--recording``, which chooses among the recordings of a study."""

from __future__ import annotations

import argparse


def add_recordings(parser: argparse.ArgumentParser) -> None:
    """Declare ``--recording``."""
    parser.add_argument(
        "--recording",
        action="append",
        default=[],
        metavar="NAME",
        help="only this one; may be repeated (default: all)",
    )
