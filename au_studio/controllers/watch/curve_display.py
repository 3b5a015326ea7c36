"""How curves are shown: as the model gives them or calibrated to the person, with bands or without."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from au_studio.analysis.rated_shift import Calibration, RatedShift
from au_studio.analysis.rest_calibration import FEWEST_FRAMES, RestCalibrationError
from au_studio.coding.calibrations import CALIBRATED, Calibrator, ModelValues, known_of_person
from au_studio.coding.neutral_references import choose_neutral_reference
from au_studio.coding.session import SampleFrame
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.live.series import Curves, MappedCurves, Series
from au_studio.nn.expected_error import ExpectedErrors, expected_errors_in
from au_studio.study.errors import StudyReadOnlyError
from au_studio.texts import mark, tr, tr_n
from au_studio.video.shown_time import since_first

BAND = 0.9
"""Share of the errors that the band around a curve is to cover."""


@dataclass(frozen=True)
class CurveDisplay:
    """What lies between a model's values and the screen.

    Attributes
    ----------
    calibration : RestCalibration, RatedShift or None
        Makes the values those of the person; None shows them as they are.
    errors : ExpectedErrors or None
        Draws a band; None draws none.
    """

    calibration: Calibration | None = None
    errors: ExpectedErrors | None = None

    def values(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what is shown of values [N, A] or [A]."""
        if self.calibration is None:
            return raw
        shown = self.calibration.apply(np.atleast_2d(raw))
        return shown if raw.ndim == 2 else np.asarray(shown[0])

    def curves(self, series: Series | None) -> Curves | None:
        """Return what is drawn of a series."""
        if series is None or self.calibration is None:
            return series
        return MappedCurves(series, self.values)

    def band(self, series: Series | None) -> tuple[Curves, Curves] | None:
        """Return lower and upper end of the band around a series; None when none is drawn."""
        if series is None or self.errors is None:
            return None
        return MappedCurves(series, self._low), MappedCurves(series, self._high)

    def _low(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        return self.values(self._ends(raw)[0])

    def _high(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        return self.values(self._ends(raw)[1])

    def _ends(self, raw: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        assert self.errors is not None
        return self.errors.band(raw, self.errors.expected_error(raw), BAND)


BANDS = "watch.bands"
"""Setting of a study: whether bands are drawn."""


_RESTS = {
    "refined": (
        mark("calm frames"),
        mark("Movement counts from all calm frames of the person in this recording."),
    ),
    "neutral": (
        mark("neutral frame"),
        mark("Movement counts from the frame that was chosen as the neutral reference."),
    ),
    "none": (
        mark("no own rest"),
        mark("Nothing is measured from the person's rest: shape may be read as movement."),
    ),
}


class DisplayController(QObject):
    """Decides how the curves of the open recording are shown, as the study's settings want it.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study, recording and model.
    live : LiveAnalysis
        The values, as the model gives them.

    Signals
    -------
    changed()
        Curves and values are to be shown anew; read :attr:`display` and :attr:`compared`.

    Attributes
    ----------
    display, compared : CurveDisplay
        For the chosen model's values, and for those of the model that it is compared with.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, live: LiveAnalysis, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._live = workspace, live
        self._known = 0
        self._unwritten: dict[str, bool] = {}
        self._calibrator = Calibrator()
        self.display = self.compared = CurveDisplay()
        workspace.study_changed.connect(self._on_study_changed)
        live.compared_changed.connect(lambda: self._resolve(tell=False))
        live.began.connect(self._on_began)
        live.grown.connect(self._on_grown)

    # ---- state

    @property
    def calibrated(self) -> bool:
        """Whether the study wants its curves calibrated."""
        return self._setting(CALIBRATED)

    @property
    def bands(self) -> bool:
        """Whether the study wants bands of expected errors."""
        return self._setting(BANDS)

    @property
    def note(self) -> str:
        """What is done to the curves, in a few words; empty when nothing is."""
        calibration = self.display.calibration
        parts = []
        if isinstance(calibration, RatedShift):
            # It stands below the names of the curves, where there is room for some 25 letters.
            n = max(calibration.frames)
            if calibration.all_rated:
                parts.append(tr_n("by {n} rating", "by {n} ratings", n))
            elif calibration.rest is None:
                parts.append(tr_n("by {n} rating only", "by {n} ratings only", n))
            else:
                parts.append(tr_n("by {n} rating, rest = 0", "by {n} ratings, rest = 0", n))
        elif calibration is not None:
            parts.append(tr("rest = 0"))
        parts += [f"± {100 * BAND:.0f} %"] if self.display.errors is not None else []
        parts += [tr(short) for short, _ in self._rest()]
        return ", ".join(parts)

    @property
    def explanation(self) -> str:
        """What the note means, in sentences; empty where there is none."""
        calibration = self.display.calibration
        told = []
        if isinstance(calibration, RatedShift):
            n = max(calibration.frames)
            told.append(
                tr_n(
                    "Calibrated: curves are shifted so that they meet the ratings of one rated frame on "
                    "average.",
                    "Calibrated: curves are shifted so that they meet the ratings of up to {n} rated frames "
                    "on "
                    "average.",
                    n,
                )
            )
            if not calibration.all_rated:
                told.append(
                    tr("Action units that nobody rated stay as they are.")
                    if calibration.rest is None
                    else tr("Those of action units that nobody rated are shifted: the face at rest reads 0.")
                )
        elif calibration is not None:
            told.append(tr("Calibrated: curves are shifted so that this person's face at rest reads 0."))
        if self.display.errors is not None:
            told.append(
                tr("The band holds the true intensity in {band} of 100 frames.", band=f"{100 * BAND:.0f}")
            )
        told += [tr(sentence) for _, sentence in self._rest()]
        return " ".join(told)

    def _rest(self) -> list[tuple[str, str]]:
        """Return what is to be said of the rest, in few letters and in a sentence; none if usual."""
        item, model = self._workspace.current, self._workspace.model
        if item is None or model is None or not (model.card.get("config") or {}).get("geometry"):
            return []
        kind = self._workspace.rest.of(item.id).partition(":")[0]
        return [_RESTS[kind]] if kind in _RESTS else []

    # ---- intentions

    def set_calibrated(self, wanted: bool) -> None:
        """Make the values those of the person (by ratings, by the face at rest), or show them as they are."""
        if self._keep(CALIBRATED, wanted):
            self._resolve(tell=True)

    def set_bands(self, wanted: bool) -> None:
        """Draw bands that cover 90 % of the errors to be expected, or none."""
        if self._keep(BANDS, wanted):
            self._resolve(tell=True)

    def refresh(self) -> None:
        """Look again at what calibrates: frames may have been rated since."""
        if self.calibrated:
            self._resolve(tell=False)

    def mark_neutral(self, pts: int) -> None:
        """Remember a frame of the open recording as this person's face at rest."""
        study, item = self._workspace.study, self._workspace.current
        if study is None or item is None or not self._workspace.may_write():
            return
        try:
            choose_neutral_reference(study, SampleFrame(item.id, pts))
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self._workspace.say(tr("This picture is now the neutral reference of this person."))
        if self.calibrated:
            self._resolve(tell=True)

    # ---- inside

    def _setting(self, key: str) -> bool:
        study = self._workspace.study
        if study is None:
            return False
        return self._unwritten.get(key, bool(study.setting(key, False)))

    def _keep(self, key: str, wanted: bool) -> bool:
        """Store a setting; return whether it is another one than before.

        What cannot be written holds until the study is closed: it only says how to look at the curves.
        """
        study = self._workspace.study
        if study is None or self._setting(key) == wanted:
            return False
        self._unwritten[key] = wanted
        try:
            study.set_setting(key, wanted)
            del self._unwritten[key]
        except StudyReadOnlyError:
            pass
        except AUStudioError as error:
            self._workspace.report(error)
        return True

    def _on_study_changed(self) -> None:
        self._unwritten = {}

    def _on_began(self) -> None:
        self._known = 0
        self._resolve(tell=False)

    def _on_grown(self, _start: int, _stop: int) -> None:
        """Look at the person's lowest values again when twice as much is known, and at the end."""
        if not self.calibrated or self._live.exact is None:
            return
        known = int((self._live.covered == 2).sum())
        if known >= max(2 * self._known, FEWEST_FRAMES) or (self._live.complete and known != self._known):
            self._known = known
            self._resolve(tell=self._live.complete)

    def _resolve(self, *, tell: bool) -> None:
        before = self.display, self.compared
        chosen, other = self._workspace.model, self._workspace.compared_model
        own = None if chosen is None else self._calibration(self._live.exact, chosen.id, tell=tell)
        theirs = None if other is None else self._calibration(self._live.compared, other.id, tell=False)
        self.display = CurveDisplay(own, self._errors(tell=tell))
        self.compared = CurveDisplay(theirs)
        if (self.display, self.compared) != before:
            self.changed.emit()

    def _errors(self, *, tell: bool) -> ExpectedErrors | None:
        model = self._workspace.model
        if not self.bands or model is None:
            return None
        found = expected_errors_in(model.card)
        if tell and found is None:
            self._workspace.say(
                tr("Nobody has found out yet how far off “{name}” may be: no bands.", name=model.name)
            )
        return found if found is not None and found.aus == self._live.aus else None

    def _calibration(self, series: Series | None, model_id: str, *, tell: bool) -> Calibration | None:
        """Return what makes a model's values those of this person; None when not wanted or not known."""
        item, index, study = self._workspace.current, self._workspace.index, self._workspace.study
        if not self.calibrated or study is None or item is None or index is None or series is None:
            return None
        own = ModelValues(self._live.aus, series.values, index.pts, since_first(index.times, index.times))
        try:
            return self._calibrator.calibration(
                item.id, own, known_of_person(self._workspace, item.id, model_id)
            )
        except RestCalibrationError as error:
            if tell:
                self._workspace.say(tr("Not calibrated yet: {why}", why=error.shown()).rstrip())
            return None
