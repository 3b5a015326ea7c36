"""How the stored analyses were made: looked up often, so that a file is read again only when it changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.store import AnalysisFileError, is_analysis_of, load_provenance
from au_studio.study.errors import VideoMissingError
from au_studio.study.records import Recording
from au_studio.study.study import Study

_Stamp = tuple[int, int, int]


class StoredAnalyses:
    """Remembers the provenance of analysis files by their time of change, size and place on the disk."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[_Stamp, Mapping[str, Any] | None]] = {}

    def provenance(self, path: Path) -> Mapping[str, Any] | None:
        """Return how an analysis was made; None when there is none that can be read.

        Parameters
        ----------
        path : Path
            Where it is stored, if it is.
        """
        try:
            status = path.stat()
        except OSError:
            self._known.pop(path, None)
            return None
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            known = (stamp, _read(path))
            self._known[path] = known
        return known[1]

    def fitting(
        self,
        path: Path,
        recording: Recording,
        model: ModelEntry | None,
        backend: str,
        video: Path | None,
        *,
        rest: str = "",
    ) -> Mapping[str, Any] | None:
        """Return how an analysis was made, if it is the one that would be made now.

        One of another target person, another model of that name, another face backend or another video is
        not; one of a recording that is cut short is, because there is no more to read.

        Parameters
        ----------
        path : Path
            Where it is stored, if it is.
        recording : Recording
            What is analysed.
        model : ModelEntry or None
            With which model.
        backend : str
            With which face backend.
        video : Path or None
            Where the recording is; None = not at hand.
        rest : str
            What is taken for the person's rest; empty = any will do.
        """
        made = self.provenance(path)
        return made if made is not None and fits(made, recording, model, backend, video, rest=rest) else None


def fits(
    made: Mapping[str, Any],
    recording: Recording,
    model: ModelEntry | None,
    backend: str,
    video: Path | None,
    *,
    rest: str = "",
) -> bool:
    """Return whether an analysis is the one that would be made now; see `StoredAnalyses.fitting`."""
    return is_analysis_of(
        made,
        target_person=recording.target_person,
        video_hash=recording.content_hash,
        model_sha256=str(model.card.get("sha256") or "") if model is not None else "",
        backend=backend,
        rest=rest,
        video=video,
    )


def video_of(study: Study, recording: Recording) -> Path | None:
    """Return where the video of a recording is; None when it is missing."""
    try:
        return study.locate(recording)
    except VideoMissingError:
        return None


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        return load_provenance(path)
    except AnalysisFileError:
        return None
