"""Exporting coders' ratings as tables that can be read back; no model and no analysis is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.export import ratings_sidecar, sidecar
from au_studio.export.ratings import RatedRecording, write_disfa, write_long, write_wide
from au_studio.files import together
from au_studio.study.recording_list import Status
from au_studio.study.records import Rating
from au_studio.video.index import VideoIndex, index_video

FORMATS: dict[str, str] = {
    "long": "Long: one row per rating (.csv)",
    "wide": "Wide: one row per frame and coder (.csv)",
    "disfa": "As DISFA: one text file per recording and action unit (folder)",
}
"""How ratings can be written, the default first."""


@dataclass(frozen=True)
class Written:
    """What an export gave.

    Attributes
    ----------
    path : Path
        The file or folder.
    remark : str
        What is lacking in it, in sentences; often empty.
    """

    path: Path
    remark: str = ""


@dataclass(frozen=True)
class _Source:
    name: str
    path: Path | None
    index: VideoIndex | None
    ratings: Mapping[str, Sequence[Rating]]
    notes: Mapping[tuple[str, int], str]


class RatingExportController(QObject):
    """Writes ratings in a thread.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    finished(Written)
        The file or folder is written.
    failed(AUStudioError)
        It could not be written.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = Background("rating-export", self)
        self._background.done.connect(self.finished)
        self._background.failed.connect(self.failed)

    def coders(self) -> list[tuple[str, str, int]]:
        """Return id, name and number of ratings of every coder."""
        study = self._workspace.study
        if study is None:
            return []
        return [(c.id, c.name, len(study.ratings(c.id))) for c in study.coders(removed=True)]

    def export(self, target: Path, kind: str, coder_ids: Sequence[str]) -> None:
        """Write the ratings of some coders.

        Parameters
        ----------
        target : Path
            The table; for "disfa" a folder, with one folder per coder in it when there are several.
        kind : {"long", "wide", "disfa"}
            Key of `FORMATS`.
        coder_ids : sequence of str
            Whose ratings.
        """
        sources = self._sources(coder_ids)
        self._background.run(lambda stop: _write(target, kind, sources, stop))

    def close(self) -> None:
        """Wait until what is being written is whole."""
        self._background.close()

    def _sources(self, coder_ids: Sequence[str]) -> list[_Source]:
        study = self._workspace.study
        if study is None:
            return []
        names = {coder.id: coder.name for coder in study.coders(removed=True)}
        sources = []
        for recording in study.recordings():
            ratings = {names[key]: study.ratings(key, recording.id) for key in coder_ids}
            notes = {
                (names[key], note.pts): note.text
                for key in coder_ids
                for note in study.notes(key, recording.id)
            }
            if notes or any(ratings.values()):
                item = self._workspace.item(recording.id)
                path = item.path if item is not None and item.status is not Status.PROBLEM else None
                index = self._workspace.index_of(recording.id)
                sources.append(_Source(recording.name, path, index, ratings, notes))
        return sources


def _write(target: Path, kind: str, sources: Sequence[_Source], stop: Callable[[], bool]) -> Written:
    rated = [RatedRecording(s.name, _index_of(s, stop), s.ratings, s.notes) for s in sources]
    about = ratings_sidecar.path_for(target, kind)
    with together((about,) if kind == "disfa" else (about, target)):
        if kind == "disfa":
            coders = list(dict.fromkeys(coder for one in rated for coder in one.ratings))
            for coder in coders:
                write_disfa(target / coder if len(coders) > 1 else target, coder, rated)
        else:
            (write_wide if kind == "wide" else write_long)(target, rated)
        sidecar.write(about, ratings_sidecar.describe(target, kind, rated))
    return Written(target, _remark([one.name for one in rated if one.index is None], kind))


def _index_of(source: _Source, stop: Callable[[], bool]) -> VideoIndex | None:
    """Return the timestamps of a recording; None when its video is missing or cannot be read."""
    if source.index is not None or source.path is None:
        return source.index
    try:
        return index_video(source.path, should_stop=stop)
    except Stopped:
        raise
    except AUStudioError:
        return None


def _remark(missing: Sequence[str], kind: str) -> str:
    """Say what is lacking because videos could not be read."""
    if not missing:
        return ""
    videos = f"The video{'s' if len(missing) > 1 else ''} of {', '.join(missing)} cannot be read"
    if kind == "disfa":
        return f"{videos}: left out, because these files name frames by their number alone."
    return f"{videos}: frame and timestamp are empty there, and pts alone names the frames."
