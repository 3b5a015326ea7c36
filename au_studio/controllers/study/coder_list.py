"""The coders of a study: who there is, what each rates, and how far they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.records import Coder, CoderPart
from au_studio.study.study import Study


@dataclass(frozen=True)
class CoderRow:
    """A coder as listed.

    Attributes
    ----------
    coder : Coder
        Who it is.
    ratings : int
        How many ratings of theirs hold.
    frames, frames_done : int
        Frames of the sample that they are to rate, and those of them with at least one rating.
    last : str
        When they rated last, UTC in ISO 8601; empty when never.
    """

    coder: Coder
    ratings: int
    frames: int
    frames_done: int
    last: str


class CoderListController(QObject):
    """Adds, renames, removes coders, and says what each rates.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    changed()
        Read `rows` again.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def rows(self) -> list[CoderRow]:
        """Return all coders, removed ones last."""
        study = self._workspace.study
        if study is None:
            return []
        samples = study.samples()
        rows = []
        for coder in study.coders(removed=True):
            ratings = study.ratings(coder.id)
            rated = {(rating.recording_id, rating.pts) for rating in ratings}
            frames = {(s.recording_id, pts) for s in samples for pts in s.pts_for(coder)}
            last = max((rating.created for rating in ratings), default="")
            rows.append(CoderRow(coder, len(ratings), len(frames), len(frames & rated), last))
        return sorted(rows, key=lambda row: row.coder.removed is not None)

    def add(self, name: str, part: CoderPart = "all") -> None:
        """Add a coder."""
        self._do(lambda study: study.add_coder(name, part=part))

    def rename(self, coder_id: str, name: str) -> None:
        """Give a coder another name; the ratings stay theirs."""
        self._do(lambda study: study.rename_coder(coder_id, name))

    def set_part(self, coder_id: str, part: CoderPart) -> None:
        """Choose whether a coder rates the whole sample or the double-coded part."""
        self._do(lambda study: study.set_coder_part(coder_id, part))

    def remove(self, coder_id: str) -> None:
        """Take a coder off the lists; the ratings stay."""
        self._do(lambda study: study.remove_coder(coder_id))

    def bring_back(self, coder_id: str) -> None:
        """Put a removed coder back on the lists."""
        self._do(lambda study: study.bring_back_coder(coder_id))

    def _do(self, change: Callable[[Study], object]) -> None:
        study = self._workspace.study
        if study is None or not self._workspace.may_write():
            return
        try:
            change(study)
        except AUStudioError as error:
            self._workspace.report(error)
        except ValueError as error:
            self._workspace.say(str(error), "warning")
        self.changed.emit()
