"""What an export does to a model's values before it writes them: calibrate, smooth, add expected errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from au_studio.analysis.neutral import NeutralBaseline, NeutralError
from au_studio.analysis.processing import process, with_errors
from au_studio.analysis.results import RecordingAnalysis
from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.neutral_baselines import baseline_of
from au_studio.nn.uncertainty import ErrorModel


@dataclass(frozen=True)
class ValueChoices:
    """What is wanted.

    Attributes
    ----------
    calibrated : bool
        Take off what the model reads in the person's face at rest.
    smooth : float
        Standard deviation of the smoothing in seconds; 0 for none.
    errors : ErrorModel or None
        Adds columns of expected errors.
    """

    calibrated: bool = False
    smooth: float = 0.0
    errors: ErrorModel | None = None


@dataclass(frozen=True)
class NeutralPlace:
    """Where a person's neutral reference is, and the same model's analysis of that recording."""

    reference: SampleFrame
    analysis: Path


def processed(
    analysis: RecordingAnalysis,
    recording_id: str,
    name: str,
    choices: ValueChoices,
    *,
    neutral: NeutralPlace | None,
    on_notice: Callable[[str], None],
) -> RecordingAnalysis:
    """Return an analysis as it is to be exported; its provenance says what was done.

    Parameters
    ----------
    analysis : RecordingAnalysis
        As the model gave it.
    recording_id, name : str
        The recording, and its name for people.
    choices : ValueChoices
    neutral : NeutralPlace or None
        The person's neutral reference; without it their lowest values count.
    on_notice : callable
        Hears when a recording cannot be calibrated: it is exported as it is, and its sidecar says so.
    """
    if choices.errors is not None and choices.errors.aus == analysis.aus:
        analysis = with_errors(analysis, choices.errors)
    baseline, why_not = None, ""
    if choices.calibrated:
        try:
            baseline = _baseline(analysis, recording_id, neutral)
        except NeutralError as error:
            why_not = error.message
            on_notice(f"{name} is exported without calibration. {error}")
    done = process(analysis, baseline, choices.smooth)
    if not why_not:
        return done
    told = {**done.provenance.get("processing", {}), "neutral_baseline": None, "not_calibrated": why_not}
    return replace(done, provenance={**done.provenance, "processing": told})


def _baseline(
    analysis: RecordingAnalysis, recording_id: str, neutral: NeutralPlace | None
) -> NeutralBaseline:
    return baseline_of(
        recording_id,
        analysis.aus,
        analysis.intensities,
        pts=analysis.pts,
        times=analysis.times,
        reference=None if neutral is None else neutral.reference,
        elsewhere=None if neutral is None else neutral.analysis,
    )
