"""Which face backend the open study uses: chosen, kept in the study, replaced where it cannot run."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.of_study import BACKEND_SETTING, backend_of
from au_studio.errors import AUStudioError
from au_studio.face.backends import BACKEND_NAMES, DEFAULT_BACKEND, usable_backend
from au_studio.study.study import Study
from au_studio.texts import tr


class FaceFinderChoice(QObject):
    """The choice of the face backend in the open study.

    A backend whose weights are not on this computer cannot be chosen. A study in which it was chosen on
    another computer keeps the wish, but the embedded backend is used here, and that is told.

    Signals
    -------
    changed()
        Another backend is in use.
    notice(text, level)
        Something to tell, as in :class:`au_studio.controllers.workspace.Workspace`.
    problem(error)
        The choice could not be kept.
    """

    changed = Signal()
    notice = Signal(str, str)
    problem = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._name = DEFAULT_BACKEND
        self._untold: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Name of the backend in use, one of ``BACKEND_NAMES``."""
        return self._name

    def use_study(self, study: Study | None) -> None:
        """Take over the choice of a study that is being opened; the embedded backend without one."""
        self._study = study
        self._name, self._untold = backend_of(study)

    def announce(self) -> None:
        """Tell once, when the study is shown, that its backend cannot be used here."""
        untold, self._untold = self._untold, ()
        for text in untold:
            self.notice.emit(text, "warning")

    def choose(self, name: str) -> None:
        """Use a backend from now on and keep the choice in the study; refuse one that lacks its weights."""
        if self._study is None or name not in BACKEND_NAMES:
            return
        usable, notices = usable_backend(name)
        if usable != name:
            self.notice.emit(notices[0], "warning")
            return
        try:
            self._study.set_setting(BACKEND_SETTING, name)
        except AUStudioError as error:
            self.problem.emit(error)
            return
        if name != self._name:
            self._name = name
            self.notice.emit(*self._consequences(self._study))
            self.changed.emit()

    def _consequences(self, study: Study) -> tuple[str, str]:
        """Return what to tell after a change, and its level."""
        text = tr(
            "Faces are found by {name} from now on; curves made with the other way are computed again.",
            name=self._name,
        )
        chosen = [r.name for r in study.recordings() if r.target_person is not None]
        if not chosen:
            return text, "info"
        names = ", ".join(chosen[:3]) + (tr(" and {n} more", n=len(chosen) - 3) if len(chosen) > 3 else "")
        # Persons are numbered in the order in which a backend finds them.
        return tr(
            "{text} Persons may be numbered differently: check whose face is read in {names}.",
            text=text,
            names=names,
        ), "warning"
