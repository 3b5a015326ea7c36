"""Studies opened lately, remembered between runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "recent_studies"
_MOST = 8


def recent_studies() -> list[Path]:
    """Return the studies opened lately that are still there, newest first."""
    stored = QSettings().value(_KEY, [])
    names = [stored] if isinstance(stored, str) else [str(name) for name in stored or []]  # type: ignore[attr-defined]
    return [path for path in map(Path, names) if path.is_dir()]


def told_apart(path: Path) -> str:
    """Return a study's name with its folder and the day of its last change: names alone repeat themselves."""
    try:
        changed = datetime.fromtimestamp((path / "study.sqlite").stat().st_mtime)
    except OSError:
        return f"{path.stem}  –  {path.parent}"
    return f"{path.stem}  –  {path.parent}, {changed:%Y-%m-%d}"


def remember_study(path: Path) -> None:
    """Put a study at the top of the list."""
    rest = [str(known) for known in recent_studies() if known != path]
    QSettings().setValue(_KEY, [str(path), *rest][:_MOST])
