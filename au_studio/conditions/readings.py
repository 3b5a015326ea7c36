"""What a study says of its recordings, and what one model reads in them: opened, calibrated, closed again.

Comparisons, figures and reports begin here. The study is opened for reading only, so that a thread may do it
while the window holds the study.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.models import ModelEntry, available_models, find_model
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import load_analysis
from au_studio.analysis.stored_analyses import StoredAnalyses, fits, video_of
from au_studio.coding.calibrations import Calibrator, KnownOfPerson, known_of_person
from au_studio.conditions.errors import ConditionsError
from au_studio.errors import Stopped
from au_studio.export.markers_csv import MarkerRow
from au_studio.export.values import ValueChoices, processed
from au_studio.study.folder import study_folder
from au_studio.study.records import Recording, called, told_apart
from au_studio.study.study import Study
from au_studio.texts import sentence, sentence_n


@dataclass(frozen=True)
class ReadingRequest:
    """Which readings are wanted.

    Attributes
    ----------
    study : Path
        The study's folder.
    model : str or None
        Id, name or path of the model; None for the study's own choice.
    calibrated : bool
        Calibrate the intensities to each person.
    only : tuple of str or None
        Names or ids of recordings; None for all.
    analyses : mapping
        Where analyses lie, by recording; those not named lie in the study.
    """

    study: Path
    model: str | None = None
    calibrated: bool = False
    only: tuple[str, ...] | None = None
    analyses: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class ReadRecording:
    """A recording and what the model reads in it.

    Attributes
    ----------
    recording : Recording
        With person, group and condition.
    analysis : RecordingAnalysis
        Of all its frames, calibrated where that was asked for.
    markers : tuple of MarkerRow
        What happened in it, in the order of time.
    video : Path or None
        The video; None when it is missing.
    faces : Path
        Where its faces are stored, if they are.
    """

    recording: Recording
    analysis: RecordingAnalysis
    markers: tuple[MarkerRow, ...]
    video: Path | None
    faces: Path

    @property
    def person(self) -> str:
        """Who it is of; where nobody has said so, the recording stands for its person."""
        return self.recording.person or self.recording.name

    @property
    def named(self) -> bool:
        """Whether it is known who it is of."""
        return bool(self.recording.person)

    @property
    def times(self) -> NDArray[np.float64]:
        """Seconds since its first frame, float64 [T], as players and pages count them."""
        times = self.analysis.times
        return times - times[0] if len(times) else times


@dataclass(frozen=True, eq=False)
class Readings:
    """The recordings that were asked for.

    Attributes
    ----------
    study : str
        Name of the study.
    model : ModelEntry
        Whose readings these are.
    calibrated : bool
        Whether they are calibrated to the persons.
    recordings : tuple of ReadRecording
        Those that the model has analysed, in the order of the study.
    missing : tuple of str
        Names of those that it has not.
    notices : tuple of str
        What people should know, in sentences.
    """

    study: str
    model: ModelEntry
    calibrated: bool
    recordings: tuple[ReadRecording, ...]
    missing: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


class _Held:
    """A study that is open, and its analyses, for `known_of_person`."""

    def __init__(self, study: Study, model: ModelEntry, analyses: Mapping[str, Path]) -> None:
        self.study = study
        self._model, self._analyses, self._stored = model, analyses, StoredAnalyses()

    def analysis_path(self, recording_id: str, model_id: str) -> Path:
        """Return where a model's analysis of a recording lies, or would."""
        return self._analyses.get(recording_id) or self.study.analysis_path(recording_id, model_id)

    def has_analysis(self, recording_id: str, model_id: str) -> bool:
        """Whether there is one, as the model would make it now with whatever finds the faces."""
        recording = self.study.recording(recording_id)
        made = self._stored.provenance(self.analysis_path(recording_id, model_id))
        return made is not None and fits(made, recording, self._model, "", video_of(self.study, recording))


def read_study(
    request: ReadingRequest,
    *,
    on_progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Readings:
    """Read the recordings of a study.

    Parameters
    ----------
    request : ReadingRequest
        What is wanted.
    on_progress : callable
        Hears (recordings done, recordings, name of the one being read).
    should_stop : callable
        Asked between recordings.

    Raises
    ------
    ConditionsError
        If a recording that was named is not in the study, or none that was asked for is analysed.
    au_studio.errors.AUStudioError
        If the study, the model or an analysis cannot be read; `Stopped` when it was asked to stop.
    """
    folder = study_folder(request.study)
    with Study.open(folder, read_only=True) as study:
        model = find_model(request.model or _own_model(study), folder)
        wanted = chosen_recordings(study.recordings(), request.only)
        held = _Held(study, model, request.analyses)
        analysed = [r for r in wanted if held.has_analysis(r.id, model.id)]
        missing = tuple(r.name for r in wanted if r not in analysed)
        if not analysed:
            raise not_analysed(missing, model.name)
        kinds = {kind.id: kind.name for kind in study.marker_kinds(removed=True)}
        calibrator, notices = Calibrator(), list[str]()
        ratings_of = functools.cache(study.ratings)
        found = []
        for number, recording in enumerate(analysed):
            if should_stop():
                raise Stopped("Reading was stopped.")
            on_progress(number, len(analysed), recording.name)
            known = (
                known_of_person(held, recording.id, model.id, ratings_of)
                if request.calibrated
                else KnownOfPerson()
            )
            analysis = processed(
                load_analysis(held.analysis_path(recording.id, model.id)),
                recording.id,
                recording.name,
                ValueChoices(request.calibrated),
                known=known,
                calibrator=calibrator,
                on_notice=notices.append,
            )
            markers = tuple(
                MarkerRow(kinds[m.kind_id], m.start, m.stop, m.note)
                for m in sorted(study.markers(recording.id), key=lambda marker: marker.start)
            )
            found.append(
                ReadRecording(
                    recording, analysis, markers, video_of(study, recording), study.tracks_path(recording.id)
                )
            )
        on_progress(len(analysed), len(analysed), "")
        return Readings(study.name, model, request.calibrated, tuple(found), missing, tuple(notices))


def chosen_recordings(recordings: Sequence[Recording], only: Sequence[str] | None) -> list[Recording]:
    """Return the recordings that were named (`au_studio.study.records.called`); all where none was.

    Raises
    ------
    ConditionsError
        If there is none of a name, or several, or none at all.
    """
    if not recordings:
        raise ConditionsError("The study has no recording.", next_step="Add videos to it first.")
    if only is None:
        return list(recordings)
    found = {name: called(name, recordings) for name in only}
    for name, those in found.items():
        if len(those) > 1:
            raise ConditionsError(
                sentence("“{name}” means {number} recordings.", name=name, number=len(those)),
                next_step=sentence("Name one: {names}.", names=told_apart(those)),
            )
    lacking = [name for name, those in found.items() if not those]
    if lacking:
        raise ConditionsError(
            sentence("The study has no recording {names}.", names=", ".join(f"“{name}”" for name in lacking)),
            next_step=sentence("There are: {names}.", names=", ".join(r.name for r in recordings)),
        )
    return [r for r in recordings if [r] in found.values()]


def not_analysed(names: Sequence[str], model: str) -> ConditionsError:
    """Return what is said where a model has not analysed recordings."""
    listed = ", ".join(names[:5])
    if len(names) > 5:
        listed = sentence("{names} and {more} more", names=listed, more=len(names) - 5)
    return ConditionsError(
        sentence_n(
            "The model “{model}” has not analysed {names} as the study has it now.",
            "The model “{model}” has not analysed {names} as the study has them now.",
            len(names),
            model=model,
            names=listed,
        ),
        next_step=sentence("Choose Recording > Analyse all recordings in the window, or another model."),
    )


def _own_model(study: Study) -> str | None:
    """Return the model that a study opens with; None where it is gone: then the shipped one."""
    chosen = study.default_model
    there = {entry.id for entry in available_models(Path(study.path))}
    return chosen if chosen in there else None
