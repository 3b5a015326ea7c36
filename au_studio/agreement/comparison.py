"""One comparison of two raters, from what was asked to what is shown; it reads the study by itself.

A worker thread runs it: with thousands of rated frames, reading alone would hold up the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.agreement.raters import (
    Rater,
    codability,
    coder_values,
    model_values,
)
from au_studio.agreement.tables import (
    AgreementRow,
    Disagreement,
    PairedValues,
    agreement_rows,
    disagreements,
    pair_values,
    pooled_facs_index,
)
from au_studio.allocation import collecting_later
from au_studio.analysis.models import ModelEntry, ModelNotFoundError
from au_studio.analysis.store import load_clock
from au_studio.coding.session import SampleFrame
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs.learned_ratings import TrainingLabels, training_labels
from au_studio.jobs.training_data import group_of
from au_studio.study.records import Rating, Recording
from au_studio.study.study import Study
from au_studio.texts import sentence, sentence_n
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.shown_time import since_first


@dataclass(frozen=True, eq=False)
class ComparisonRequest:
    """What to compare.

    Attributes
    ----------
    study : Path
        The study's folder.
    first, second : Rater
        The first is a coder.
    models : tuple of ModelEntry
        All models at hand.
    with_trained : bool
        Take in frames whose ratings trained the model, which say nothing about new ones.
    consensus_id : str or None
        The coder who holds the reconciled values.
    indices : mapping
        Timestamp indices, by recording, as far as they are known.
    backend : str
        The face backend in use; analyses made with another one are not compared. Empty = any.
    analyses : mapping
        Where the second's analyses lie, by recording, if it is a model; those not named lie in the study.
    """

    study: Path
    first: Rater
    second: Rater
    models: tuple[ModelEntry, ...] = ()
    with_trained: bool = False
    consensus_id: str | None = None
    indices: Mapping[str, VideoIndex] = field(default_factory=dict)
    backend: str = ""
    analyses: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Comparison:
    """How two raters agree.

    Attributes
    ----------
    first, second : Rater
        Who is compared.
    paired : PairedValues
        What both said, for the plots.
    rows : tuple of AgreementRow
        One per action unit, the mean last.
    facs_index_pooled : float
        FACS agreement index over all action units together; NaN when undefined.
    disagreements : tuple of Disagreement
        The largest first; behind them those about whether an action unit can be coded at all.
    to_neither : tuple of (SampleFrame, int)
        Frame and action unit that both coders found not codable.
    consensus : dict
        Reconciled values by frame and action unit; None = not codable.
    seconds : dict
        When each frame with a disagreement is shown, since the first frame of its recording.
    recordings : dict
        Names of the recordings by id.
    persons : int
        Persons (or recordings, when nobody said who it is) among the common frames.
    unnamed : int
        How many of these are recordings.
    trained : int
        Common frames whose ratings trained the model, whether shown or left out.
    with_trained : bool
        Whether those are shown.
    warnings : tuple of str
        What limits the figures, in sentences.
    """

    first: Rater
    second: Rater
    paired: PairedValues
    rows: tuple[AgreementRow, ...]
    facs_index_pooled: float
    disagreements: tuple[Disagreement, ...]
    to_neither: tuple[tuple[SampleFrame, int], ...]
    consensus: dict[tuple[SampleFrame, int], int | None]
    seconds: dict[SampleFrame, float]
    recordings: dict[str, str]
    persons: int
    unnamed: int
    trained: int
    with_trained: bool
    warnings: tuple[str, ...]

    @property
    def n_frames(self) -> int:
        """Frames on which both rated something."""
        return len(self.paired.frames)


def compare(request: ComparisonRequest, should_stop: Callable[[], bool] = lambda: False) -> Comparison:
    """Read both raters' values and compare them.

    Raises
    ------
    au_studio.errors.AUStudioError
        If the study or an analysis cannot be read; `Stopped` when it was asked to stop.
    """
    with collecting_later():
        return _compare(request, should_stop)


def _compare(request: ComparisonRequest, should_stop: Callable[[], bool]) -> Comparison:
    first, second = request.first, request.second
    with Study.open(request.study, read_only=True) as study:
        recordings = {recording.id: recording for recording in study.recordings()}
        mine = study.ratings(first.id)
        one = _known(coder_values(mine), recordings)
        said = _second_said(study, request, mine, one, recordings)
        labels = said.labels
        common = one.keys() & said.values.keys()
        trained = len(common & labels.frames)
        if not request.with_trained:
            one = {frame: values for frame, values in one.items() if frame not in labels.frames}
        paired = pair_values(one, said.values)
        persons = [group_of(recordings[frame.recording_id]) for frame in paired.frames]
        found = (*disagreements(paired), *said.one_sided)
        unknown = {d.frame for d in found if d.frame not in said.seconds}
        seconds = said.seconds | _seconds_of(unknown, study, recordings, request, should_stop)
        consensus = {
            (SampleFrame(r.recording_id, r.pts), r.au): r.value
            for r in (study.ratings(request.consensus_id) if request.consensus_id else [])
        }
    held_out = held_out_warnings(second.name, labels, trained, len(common), with_trained=request.with_trained)
    return Comparison(
        first=first,
        second=second,
        paired=paired,
        rows=agreement_rows(
            paired, (first.name, second.name), second_is_model=second.kind == "model", persons=persons
        ),
        facs_index_pooled=pooled_facs_index(paired),
        disagreements=found,
        to_neither=said.to_neither,
        consensus=consensus,
        seconds=seconds,
        recordings={key: recording.name for key, recording in recordings.items()},
        persons=len(set(persons)),
        unnamed=len(set(persons) & recordings.keys()),
        trained=trained,
        with_trained=request.with_trained,
        warnings=(*held_out, *_left_out_warnings(second.name, said, recordings)),
    )


@dataclass(frozen=True, eq=False)
class _Said:
    """What the second rater says, and what of the first rater's ratings it cannot be compared with.

    Attributes
    ----------
    values : dict
        Intensities by frame and action unit.
    labels : TrainingLabels
        Which ratings trained it, if it is a model.
    one_sided : tuple of Disagreement
        Action units that only one of two coders could code.
    to_neither : tuple of (SampleFrame, int)
        Action units that neither of them could code.
    missing : list of str
        Recordings that it has not analysed, if it is a model.
    seconds : dict
        When frames are shown, as far as it is known already.
    """

    values: dict[SampleFrame, dict[int, float]]
    labels: TrainingLabels = field(default_factory=TrainingLabels)
    one_sided: tuple[Disagreement, ...] = ()
    to_neither: tuple[tuple[SampleFrame, int], ...] = ()
    missing: list[str] = field(default_factory=list)
    seconds: dict[SampleFrame, float] = field(default_factory=dict)


def _second_said(
    study: Study,
    request: ComparisonRequest,
    mine: Sequence[Rating],
    one: dict[SampleFrame, dict[int, float]],
    recordings: Mapping[str, Recording],
) -> _Said:
    """Read what the second rater says about the frames of the first."""
    second = request.second
    if second.kind == "coder":
        theirs = study.ratings(second.id)
        kept = ([r for r in ratings if r.recording_id in recordings] for ratings in (mine, theirs))
        one_sided, to_neither = codability(*kept)
        return _Said(_known(coder_values(theirs), recordings), one_sided=one_sided, to_neither=to_neither)
    model = next((m for m in request.models if m.id == second.id), None)
    if model is None:
        raise ModelNotFoundError(sentence("The model “{second}” is no longer there.", second=second.name))
    told = model_values(study, model, one, request.backend, request.analyses)
    labels = training_labels(request.study, model, request.models)
    return _Said(told.values, labels, missing=told.missing, seconds=told.seconds)


def _left_out_warnings(second: str, said: _Said, recordings: Mapping[str, Recording]) -> Iterator[str]:
    """Say in words what is not compared."""
    if said.one_sided:
        yield sentence_n(
            "Once only one of the two could code an action unit that the other rated as not codable: "
            "these are not in the figures, but in the list below.",
            "{n} times only one of the two could code an action unit that the other rated as not codable: "
            "these are not in the figures, but in the list below.",
            len(said.one_sided),
        )
    if said.missing:
        names = ", ".join(recordings[key].name for key in said.missing[:3])
        if len(said.missing) > 3:
            names = sentence("{names} and {more} more", names=names, more=len(said.missing) - 3)
        yield sentence(
            "“{second}” has not analysed {names} yet: these are not compared.", second=second, names=names
        )


def held_out_warnings(
    model: str, labels: TrainingLabels, trained: int, common: int, *, with_trained: bool
) -> tuple[str, ...]:
    """Say in words how far a model's agreement is held out; empty when no rating of the study trained it.

    Parameters
    ----------
    model : str
        Its name.
    labels : TrainingLabels
        What trained it.
    trained, common : int
        Of the common frames, those that trained it, and all.
    with_trained : bool
        Whether frames that trained it are shown.
    """
    found = []
    if labels.unknown:
        found.append(
            sentence(
                "It cannot be known which ratings “{model}” was trained on: the record of its training is "
                "not "
                "in this study. Do not report these figures as held out.",
                model=model,
            )
        )
    if trained and not with_trained:
        left = common - trained
        found.append(
            sentence(
                "Held out: the {trained} rated frames that trained “{model}” are left out. The other {left} "
                "may "
                "show the same persons at other moments; for new persons, the cross-validated figures of the "
                "Train page are fairer.",
                trained=trained,
                model=model,
                left=left,
            )
            if left
            else sentence(
                "Nothing is held out: all {common} rated frames trained “{model}”, so they are left out. "
                "Rate more frames (extend the sample on the Code page), read the cross-validated figures of "
                "the "
                "Train page, or tick “Also frames that trained it” to look at these all the same.",
                common=common,
                model=model,
            )
        )
    elif trained:
        found.append(
            sentence(
                "Not held out: “{model}” was trained on ratings of these very frames and remembers them, so "
                "these figures are better than on new frames. Those on the Train page are held out.",
                model=model,
            )
            if trained == common
            else sentence(
                "Not held out: “{model}” was trained on ratings of {trained} of these {common} frames and "
                "remembers them, so these figures are better than on new frames. Those on the Train page are "
                "held out.",
                model=model,
                trained=trained,
                common=common,
            )
        )
    elif labels.frames:
        found.append(
            sentence(
                "“{model}” was trained on other frames of this study, perhaps of the same persons: for new "
                "persons, the cross-validated figures of the Train page are fairer.",
                model=model,
            )
        )
    return tuple(found)


def _known(
    values: dict[SampleFrame, dict[int, float]], recordings: Mapping[str, Recording]
) -> dict[SampleFrame, dict[int, float]]:
    """Leave out ratings of recordings that were removed from the study."""
    return {frame: given for frame, given in values.items() if frame.recording_id in recordings}


def _seconds_of(
    frames: set[SampleFrame],
    study: Study,
    recordings: Mapping[str, Recording],
    request: ComparisonRequest,
    should_stop: Callable[[], bool],
) -> dict[SampleFrame, float]:
    """Return when frames are shown, as far as the videos or their analyses are at hand."""
    found: dict[SampleFrame, float] = {}
    of_recording: dict[str, list[int]] = {}
    for frame in frames:
        of_recording.setdefault(frame.recording_id, []).append(frame.pts)
    for recording_id in sorted(of_recording):
        pts = sorted(of_recording[recording_id])
        index = request.indices.get(recording_id)
        try:
            if index is not None:
                stamps, times = index.pts, index.times
            else:
                stamps, times = _clock_of(study, recordings[recording_id], should_stop)
        except Stopped:
            raise
        except AUStudioError:
            continue  # a video that is gone has no pictures to show either; its values count all the same
        rows = np.minimum(np.searchsorted(stamps, pts), len(stamps) - 1)
        for stamp, row in zip(pts, rows.tolist(), strict=True):
            if int(stamps[row]) == stamp:
                found[SampleFrame(recording_id, stamp)] = since_first(float(times[row]), times)
    return found


def _clock_of(
    study: Study, recording: Recording, should_stop: Callable[[], bool]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return timestamps and seconds of a recording: from an analysis if there is one, else from the video."""
    folder = study.analysis_path(recording.id, "any").parent
    for path in sorted(folder.glob("*.h5")):
        if path != study.tracks_path(recording.id):
            return load_clock(path)
    index = index_video(study.locate(recording), should_stop=should_stop)
    return index.pts, index.times
