"""The time of day as a study writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the time as UTC in ISO 8601 with milliseconds, e.g. ``2026-01-31T12:00:00.000Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
