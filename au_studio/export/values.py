"""What an export does to a model's values before it writes them: calibrate, smooth, add expected errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from au_studio.analysis.processing import process, with_errors
from au_studio.analysis.rated_shift import RatedShift
from au_studio.analysis.rest_calibration import RestCalibrationError
from au_studio.analysis.results import RecordingAnalysis
from au_studio.coding.calibrations import Calibrator, KnownOfPerson, ModelValues
from au_studio.nn.expected_error import ExpectedErrors
from au_studio.texts import sentence


@dataclass(frozen=True)
class ValueChoices:
    """What is wanted.

    Attributes
    ----------
    calibrated : bool
        Make the values those of the person: by their ratings, else by their face at rest.
    smooth : float
        Standard deviation of the smoothing in seconds; 0 for none.
    errors : ExpectedErrors or None
        Adds columns of expected errors.
    """

    calibrated: bool = False
    smooth: float = 0.0
    errors: ExpectedErrors | None = None


def processed(
    analysis: RecordingAnalysis,
    recording_id: str,
    name: str,
    choices: ValueChoices,
    *,
    known: KnownOfPerson,
    calibrator: Calibrator,
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
    known : KnownOfPerson
        What the study knows of the person that says how to calibrate.
    calibrator : Calibrator
        Of the whole export: it reads each recording once.
    on_notice : callable
        Hears when a recording cannot be calibrated: it is exported as it is, and its sidecar says so.
    """
    if choices.errors is not None and choices.errors.aus == analysis.aus:
        analysis = with_errors(analysis, choices.errors)
    calibration, why_not = None, ""
    if choices.calibrated:
        try:
            calibration = calibrator.calibration(recording_id, ModelValues.of(analysis), known)
        except RestCalibrationError as error:
            why_not = error.message
            on_notice(sentence("{name} is exported without calibration. {reason}", name=name, reason=error))
    if isinstance(calibration, RatedShift) and calibration.lacking:
        on_notice(
            sentence(
                "{name}: units that are not rated are exported as they are. {lacking}",
                name=name,
                lacking=calibration.lacking,
            )
        )
    done = process(analysis, calibration, choices.smooth)
    if not why_not:
        return done
    told = {**done.provenance.get("processing", {}), "not_calibrated": why_not}
    return replace(done, provenance={**done.provenance, "processing": told})
