"""Which rest the open study's recordings are measured from: chosen, and kept in the study."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.rest import KINDS, RUNNING, Kind
from au_studio.analysis.rest_of_study import remember_rest, rest_kind, rest_of
from au_studio.controllers.notices import Notices
from au_studio.controllers.open_study import OpenStudy
from au_studio.errors import AUStudioError
from au_studio.study.study import Study
from au_studio.texts import mark, tr

_SAID = {
    "running": mark("Movement counts from the calm frames so far from now on."),
    "refined": mark("Movement counts from the calm frames of the whole recording from now on."),
    "none": mark("Nothing is measured from the person's rest from now on."),
    "neutral": mark(
        "Movement counts from each person's neutral reference from now on; where a recording has none, from "
        "its calm frames."
    ),
}


class RestSetting(QObject):
    """The choice of the rest in the open study.

    Signals
    -------
    changed()
        Another rest was chosen.
    """

    changed = Signal()

    def __init__(self, opened: OpenStudy, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._study: Study | None = None
        self._kind: Kind = RUNNING
        opened.leaving.connect(lambda: self.use_study(None))
        opened.taken.connect(lambda: self.use_study(opened.study))

    @property
    def kind(self) -> Kind:
        """The rest in use, one of ``KINDS``."""
        return self._kind

    def use_study(self, study: Study | None) -> None:
        """Take over the choice of a study that is being opened; running without one."""
        self._study, self._kind = study, rest_kind(study)

    def of(self, recording_id: str) -> str:
        """Return what a recording is measured from, as `au_studio.analysis.rest.RestChoice` reads it."""
        # Only a neutral reference is a recording's own; for hundreds the study is not asked otherwise.
        return str(rest_of(self._study, recording_id)) if self._kind == "neutral" else self._kind

    def choose(self, kind: str) -> None:
        """Measure from another rest from now on, and keep the choice in the study."""
        if self._study is None or kind not in KINDS or kind == self._kind:
            return
        try:
            remember_rest(self._study, kind)
        except AUStudioError as error:
            self._notices.report(error)
            return
        self._kind = rest_kind(self._study)
        again = tr("Curves that were made otherwise are computed again.")
        self._notices.say(f"{tr(_SAID[kind])} {again}")
        self.changed.emit()
