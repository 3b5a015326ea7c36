"""Which figures there are, and how each is drawn from a study."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from au_studio.agreement.comparison import Comparison, ComparisonRequest, compare
from au_studio.agreement.raters import Rater
from au_studio.analysis.models import ModelEntry, available_models
from au_studio.conditions.comparing import ConditionComparison, Design, compare_conditions
from au_studio.conditions.parts import Division
from au_studio.conditions.readings import ReadingRequest, read_study
from au_studio.figures import agreement, conditions
from au_studio.figures.canvas import Drawn, FigureError
from au_studio.figures.curves import draw_curves
from au_studio.study.folder import study_folder
from au_studio.study.schema import LEARNING_CURVE
from au_studio.study.study import Study
from au_studio.texts import mark, sentence

KINDS: dict[str, str] = {
    "curves": mark("Curves of one recording, with its markers"),
    "mean-curves": mark("Mean curve of each condition, with bands"),
    "effects": mark("Effect sizes of conditions, with intervals"),
    "values": mark("Every person's value in each condition"),
    "bland-altman": mark("Bland–Altman plots of two raters"),
    "icc": mark("ICC of each action unit, with intervals"),
    "learning-curve": mark("Agreement by the number of labels"),
}
"""Every figure: its name on the command line, and what people read."""

OF_CONDITIONS = frozenset(("mean-curves", "effects", "values"))
OF_RATERS = frozenset(("bland-altman", "icc"))


@dataclass(frozen=True)
class FigureRequest:
    """A figure that is wanted.

    Attributes
    ----------
    kind : str
        A key of `KINDS`.
    reading : ReadingRequest
        Which readings of which study.
    recording : str
        Name or id of the recording whose curves are drawn; empty for the first that is analysed.
    aus : tuple of int
        Action units; all by default.
    span : (float, float) or None
        Seconds from and to of curves.
    division, design : Division, str
        What tells conditions apart, and how they are compared.
    measure : str
        Which measure of conditions.
    before, seconds : float, float or None
        What mean curves show before and after the beginning.
    raters : (str, str)
        Names or ids of a coder, and of another one or a model.
    with_trained : bool
        Take in frames that trained the model.
    seed : int
        Of the draws behind intervals.
    """

    kind: str
    reading: ReadingRequest
    recording: str = ""
    aus: tuple[int, ...] = ()
    span: tuple[float, float] | None = None
    division: Division = field(default_factory=Division)
    design: Design = "auto"
    measure: str = "mean"
    before: float = 0.0
    seconds: float | None = None
    raters: tuple[str, str] = ("", "")
    with_trained: bool = False
    seed: int = 0


def draw(request: FigureRequest, should_stop: Callable[[], bool] = lambda: False) -> Drawn:
    """Draw a figure.

    Parameters
    ----------
    request : FigureRequest
        Which one.
    should_stop : callable
        Asked now and then.

    Raises
    ------
    au_studio.errors.AUStudioError
        If there is nothing to draw, with the reason; `Stopped` when it was asked to stop.
    """
    if request.kind not in KINDS:
        raise FigureError(
            sentence("There is no figure “{kind}”.", kind=request.kind),
            next_step=sentence("There are: {names}.", names=", ".join(KINDS)),
        )
    if request.kind == "learning-curve":
        return _learning_curve(request)
    if request.kind in OF_RATERS:
        comparison = compare_raters(request, should_stop)
        paint = agreement.draw_iccs if request.kind == "icc" else agreement.draw_bland_altman
        return paint(comparison, request.aus)
    if request.kind == "curves":
        return _curves(request, should_stop)
    return draw_compared(request, compared(request, should_stop))


def compared(request: FigureRequest, should_stop: Callable[[], bool] = lambda: False) -> ConditionComparison:
    """Compare the conditions that a request asks for."""
    readings = read_study(request.reading, should_stop=should_stop)
    return compare_conditions(
        readings, request.division, design=request.design, aus=request.aus, seed=request.seed
    )


def draw_compared(request: FigureRequest, comparison: ConditionComparison) -> Drawn:
    """Draw conditions that are compared already."""
    if request.kind == "mean-curves":
        return conditions.draw_mean_curves(comparison, before=request.before, seconds=request.seconds)
    if request.kind == "effects":
        return conditions.draw_effects(comparison, request.measure)
    return conditions.draw_values(comparison, request.measure)


def _curves(request: FigureRequest, should_stop: Callable[[], bool]) -> Drawn:
    wanted = request.reading
    if request.recording:
        only = (request.recording,)
        wanted = ReadingRequest(wanted.study, wanted.model, wanted.calibrated, only, wanted.analyses)
    readings = read_study(wanted, should_stop=should_stop)
    return draw_curves(readings, readings.recordings[0], request.aus, request.span)


def _learning_curve(request: FigureRequest) -> Drawn:
    with Study.open(study_folder(request.reading.study), read_only=True) as study:
        told: Any = study.setting(LEARNING_CURVE, None)
    if not isinstance(told, dict):
        raise FigureError(
            "No learning curve was computed in this study.",
            next_step="Press “Would more labels help?” on the Train page first.",
        )
    return agreement.draw_learning_curve(told)


def compare_raters(request: FigureRequest, should_stop: Callable[[], bool]) -> Comparison:
    """Compare the two raters that a request names.

    Raises
    ------
    FigureError
        If nobody has such a name, or none of them is a coder.
    """
    folder = study_folder(request.reading.study)
    models = tuple(available_models(folder))
    first, second = named_raters(folder, models, request.raters)
    asked = ComparisonRequest(
        folder, first, second, models,
        with_trained=request.with_trained, analyses=request.reading.analyses,
    )  # fmt: skip
    return compare(asked, should_stop)


def named_raters(folder: Path, models: tuple[ModelEntry, ...], names: tuple[str, str]) -> tuple[Rater, Rater]:
    """Return two raters by name or id, a coder first."""
    with Study.open(folder, read_only=True) as study:
        raters = [Rater("coder", coder.id, coder.name) for coder in study.coders()]
    raters += [Rater("model", model.id, model.name) for model in models]
    found = []
    for name in names:
        rater = next((r for r in raters if name in (r.name, r.id)), None)
        if rater is None:
            raise FigureError(
                sentence("Nobody in this study, and no model, is called “{name}”.", name=name)
                if name
                else "This figure compares two raters.",
                next_step=sentence("Name two of: {names}.", names=", ".join(r.name for r in raters)),
            )
        found.append(rater)
    found.sort(key=lambda rater: rater.kind == "model")
    first, second = found
    if first.kind == "model" or first == second:
        raise FigureError(
            "One coder and somebody else are compared.", next_step="Name two coders, or a coder and a model."
        )
    return first, second
