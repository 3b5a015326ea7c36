"""The menu of videos that were watched lately, whichever study they were in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu

from au_studio.texts import tr
from au_studio.ui.bindings import Group
from au_studio.ui.main_window import MainWindow

_KEY = "recent_videos"
_MOST = 10


def recent_videos() -> list[Path]:
    """Return the videos watched lately that are still there, the newest first."""
    stored = QSettings().value(_KEY, [])
    names = [stored] if isinstance(stored, str) else [str(name) for name in stored or []]  # type: ignore[attr-defined]
    return [path for path in map(Path, names) if path.is_file()]


def remember_video(path: Path) -> None:
    """Put a video at the top of the list."""
    rest = [str(known) for known in recent_videos() if known != path]
    QSettings().setValue(_KEY, [str(path), *rest][:_MOST])


class RecentVideosMenu(QMenu):
    """Stands in the Recording menu; a choice adds the video to the open study, or shows it if it is there.

    Parameters
    ----------
    window : MainWindow
        Its workspace opens the videos.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("Open re&cent video"), window)
        self._workspace = window.workspace
        self._workspace.recording_changed.connect(self._on_recording_changed)
        self.aboutToShow.connect(self.fill)
        self.fill()
        window.menus.add(Group.RECORDING, [self.menuAction()], before="recording.find_missing")

    def fill(self) -> None:
        """List the videos with their folders: names alone repeat themselves."""
        self.clear()
        for path in recent_videos():
            action = self.addAction(f"{path.name}  –  {path.parent}".replace("&", "&&"))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _checked=False, p=path: self._workspace.add_videos([p]))
        if self.isEmpty():
            self.addAction(tr("none yet")).setEnabled(False)

    def _on_recording_changed(self) -> None:
        item = self._workspace.current
        if item is not None and Path(item.path).is_file():
            remember_video(Path(item.path))
