"""The outline of the open recording's sound: decoded once in a thread, then kept on this computer."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import platformdirs
from PySide6.QtCore import QObject, Signal

from au_studio.controllers.background import Background
from au_studio.controllers.stored_index import has_pictures
from au_studio.controllers.workspace import Workspace
from au_studio.errors import Stopped
from au_studio.files import WriteError
from au_studio.live.series import Series
from au_studio.texts import tr
from au_studio.video.index import VideoIndex
from au_studio.video.waveform import BUCKETS_PER_SECOND, Outline, load_outline, read_outline, save_outline


class SoundOutline(QObject):
    """Holds what is known of the sound of the open recording.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and recording.
    folder : Path, optional
        Where outlines are kept; a folder of the user's cache by default.

    Signals
    -------
    changed()
        Another recording is open, or it turned out that it is silent; read :attr:`series`.
    grown()
        More of the sound is known: `series` changed in place.

    Attributes
    ----------
    series : Series or None
        Lowest (column 0) and highest sample (column 1) of every hundredth of a second, -1 to 1; NaN where
        nothing is decoded yet. None where there is no sound.
    """

    changed = Signal()
    grown = Signal()
    _part = Signal(object, int, object)

    def __init__(
        self, workspace: Workspace, parent: QObject | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = folder or platformdirs.user_cache_path("au-studio", appauthor=False) / "sound"
        self._background = Background("sound outline", self, failure=tr("The sound could not be read."))
        self._background.failed.connect(self._on_failed)
        self._part.connect(self._on_part)
        self.series: Series | None = None
        workspace.recording_changed.connect(self._on_recording_changed)

    def close(self) -> None:
        """Stop decoding, and wait for the end."""
        self._background.close()

    def _on_recording_changed(self) -> None:
        self._background.stop()
        self.series = None
        index, study, item = self._workspace.index, self._workspace.study, self._workspace.current
        if index is not None and index.audio is not None and has_pictures(index):
            n_buckets = int(np.ceil((index.times[-1] - index.times[0]) * BUCKETS_PER_SECOND))
            self.series = series = Series(max(n_buckets, 1), 2)
            kept = None
            if study is not None and item is not None:
                kept = self._folder / f"{study.recording(item.id).content_hash.replace(':', '-')}.npz"
            self._background.run(lambda stop: self._work(series, index, kept, stop))
        self.changed.emit()

    def _work(
        self, series: Series, index: VideoIndex, kept: Path | None, should_stop: Callable[[], bool]
    ) -> None:
        """Read what is kept, or decode; runs in the thread."""
        start, stop = float(index.times[0]), float(index.times[-1])
        n_buckets = int(np.ceil((stop - start) * BUCKETS_PER_SECOND))
        known = load_outline(kept, n_buckets) if kept is not None else None
        if known is not None:
            self._part.emit(series, 0, known)
            return

        def tell(first: int, part: Outline) -> None:
            self._part.emit(series, first, part.copy())

        outline = read_outline(index.path, start, stop, tell, should_stop)
        if should_stop():
            raise Stopped(tr("The sound of another recording is wanted."))
        if kept is not None:
            with contextlib.suppress(WriteError, OSError):  # costs the decoding next time
                save_outline(kept, outline)

    def _on_part(self, series: Series, first: int, part: Outline) -> None:
        if series is self.series:
            series.put(first, part)
            self.grown.emit()

    def _on_failed(self, _error: object) -> None:
        """Show no sound: playing it says what is wrong with it."""
        self.series = None
        self.changed.emit()
