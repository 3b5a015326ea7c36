"""Figures and comparisons of conditions in the window: read, compared and drawn in a thread, saved in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.conditions.comparing import ConditionComparison, compare_conditions
from au_studio.conditions.parts import By
from au_studio.conditions.readings import ReadingRequest, Readings, read_study
from au_studio.conditions.tables import write_comparison
from au_studio.controllers.background import Background
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.figures.canvas import Drawn, render, save
from au_studio.figures.curves import draw_curves
from au_studio.figures.kinds import OF_CONDITIONS, FigureRequest, draw, draw_compared
from au_studio.texts import tr

PREVIEW_DPI = 130


@dataclass(frozen=True, eq=False)
class FigureState:
    """What a dialog of figures shows.

    Attributes
    ----------
    busy : bool
        Whether something newer is being drawn.
    comparison : ConditionComparison or None
        The conditions compared, where the figure is of them.
    drawn : Drawn or None
        The figure.
    picture : bytes
        The same as PNG, for the screen; empty without a figure.
    problem : str
        Why there is none, in sentences.
    """

    busy: bool = False
    comparison: ConditionComparison | None = None
    drawn: Drawn | None = None
    picture: bytes = b""
    problem: str = ""


class FigureController(Published[FigureState]):
    """Draws figures of the open study.

    Parameters
    ----------
    workspace : Workspace
        Holds the study.

    Signals
    -------
    state_changed(FigureState)
        Show this.
    saved(list of Path)
        Files that were written.
    """

    saved = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(FigureState(), parent)
        self._workspace = workspace
        self._readings: tuple[ReadingRequest, Readings] | None = None
        self._drawing = Background("figure", self, failure=tr("The figure could not be drawn."))
        self._drawing.done.connect(self._set)
        self._drawing.failed.connect(self._on_failed)
        self._saving = Background("saving figure", self, failure=tr("The file could not be written."))
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(workspace.report)

    # ---- what there is to choose from

    def models(self) -> list[tuple[str, str]]:
        """Return id and name of the models whose intensities mean something."""
        return [(m.id, m.name) for m in self._workspace.models() if m.reads_intensities]

    def chosen_model(self) -> str:
        """Return the id of the model whose curves the window shows."""
        return self._workspace.model.id if self._workspace.model is not None else ""

    def is_set(self, key: str) -> bool:
        """Return whether a setting of the study is on."""
        study = self._workspace.study
        return study is not None and bool(study.setting(key, False))

    def study_name(self) -> str:
        """Return the name of the study; empty without one."""
        return self._workspace.study.name if self._workspace.study is not None else ""

    def recordings(self) -> list[tuple[str, str]]:
        """Return id and name of the recordings; the open one first."""
        study, current = self._workspace.study, self._workspace.current
        found = [] if study is None else [(r.id, r.name) for r in study.recordings()]
        return sorted(found, key=lambda item: current is None or item[0] != current.id)

    def persons(self) -> list[str]:
        """Return the persons who are named."""
        study = self._workspace.study
        return [] if study is None else sorted({r.person for r in study.recordings() if r.person})

    def raters(self) -> list[tuple[str, str]]:
        """Return id and name of the coders, then of the models."""
        study = self._workspace.study
        coders = [] if study is None else [(coder.id, coder.name) for coder in study.coders()]
        return [*coders, *self.models()]

    def levels(self, by: By) -> list[str]:
        """Return the conditions, groups or kinds of markers that the study has."""
        study = self._workspace.study
        if study is None:
            return []
        if by == "marker":
            kinds = {kind.id: kind.name for kind in study.marker_kinds(removed=True)}
            return sorted({kinds[m.kind_id] for r in study.recordings() for m in study.markers(r.id)})
        return sorted({getattr(r, by) for r in study.recordings() if getattr(r, by)})

    def reading(self, model_id: str, *, calibrated: bool) -> ReadingRequest | None:
        """Return a request for the readings of a model; None without a study."""
        study = self._workspace.study
        if study is None:
            return None
        places = {
            r.id: self._workspace.place_of(Path(study.analysis_path(r.id, model_id)))
            for r in study.recordings()
        }
        return ReadingRequest(Path(study.path), model_id or None, calibrated, None, places)

    # ---- doing it

    def show(self, request: FigureRequest) -> None:
        """Draw this; `state_changed` follows, now and when it is done."""
        known = self._readings
        self._set(replace(self._state, busy=True))
        self._drawing.run(lambda should_stop: _worked(request, known, should_stop))

    def forget(self) -> None:
        """Read the study anew with the next figure: it may have changed."""
        self._drawing.stop()
        self._readings = None
        self._set(FigureState())

    def save_figure(self, path: Path) -> None:
        """Write the figure that is shown."""
        drawn = self._state.drawn
        if drawn is not None:
            self._saving.run(lambda _stop: save(drawn, path))

    def save_tables(self, folder: Path) -> None:
        """Write the tables of the comparison that is shown."""
        comparison = self._state.comparison
        if comparison is not None:
            self._saving.run(lambda _stop: write_comparison(folder, comparison))

    def close(self) -> None:
        """Wait for the threads."""
        self._drawing.close()
        self._saving.close()

    def _set(self, found: object) -> None:
        if isinstance(found, _Worked):
            self._readings, found = found.readings, found.state
        assert isinstance(found, FigureState)
        self._publish_anew(found)

    def _on_failed(self, error: AUStudioError) -> None:
        self._set(FigureState(problem=error.shown()))

    def _on_saved(self, files: object) -> None:
        assert isinstance(files, list)
        self.saved.emit(files)
        self._workspace.say(
            tr(
                "Saved: {names} in {parent}.",
                names=", ".join(path.name for path in files),
                parent=files[0].parent,
            ),
            "good",
        )


@dataclass(frozen=True, eq=False)
class _Worked:
    """A state, and what was read for it."""

    state: FigureState
    readings: tuple[ReadingRequest, Readings] | None


def _worked(
    request: FigureRequest,
    known: tuple[ReadingRequest, Readings] | None,
    should_stop: Callable[[], bool],
) -> _Worked:
    """Read what is not known yet, compare and draw."""
    comparison = None
    if request.kind in OF_CONDITIONS or request.kind == "curves":
        if known is None or known[0] != request.reading:
            known = (request.reading, read_study(request.reading, should_stop=should_stop))
        readings = known[1]
        if request.kind == "curves":
            drawn = _curves(request, readings)
        else:
            comparison = compare_conditions(
                readings, request.division, design=request.design, aus=request.aus, seed=request.seed
            )
            drawn = draw_compared(request, comparison)
    else:
        drawn = draw(request, should_stop)
    picture = render(drawn, dpi=PREVIEW_DPI)
    return _Worked(FigureState(comparison=comparison, drawn=drawn, picture=picture), known)


def _curves(request: FigureRequest, readings: Readings) -> Drawn:
    found = [r for r in readings.recordings if request.recording in (r.recording.id, r.recording.name)]
    if not found and request.recording:
        # Only to say why it is not there.
        return draw(request)
    return draw_curves(readings, (found or readings.recordings)[0], request.aus, request.span)
