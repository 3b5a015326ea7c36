"""Studies opened lately, remembered between runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "recent_studies"
_MOST = 8


def recent_studies() -> list[Path]:
    """Return the studies opened lately that are still there, newest first."""
    stored = QSettings().value(_KEY, [])
    names = [stored] if isinstance(stored, str) else [str(name) for name in stored or []]  # type: ignore[attr-defined]
    return [path for path in map(Path, names) if path.is_dir()]


def remember_study(path: Path) -> None:
    """Put a study at the top of the list."""
    rest = [str(known) for known in recent_studies() if known != path]
    QSettings().setValue(_KEY, [str(path), *rest][:_MOST])
