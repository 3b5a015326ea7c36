"""How good a model is on a labelled corpus, or on what a coder of a study rated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from au_studio.agreement.comparison import ComparisonRequest, compare
from au_studio.agreement.raters import Rater
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.of_study import StudyAnalyses
from au_studio.analysis.store import load_clock
from au_studio.corpora.labelled import Material
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs.training_data import group_of
from au_studio.learn.judging.evaluation import held_out_agreement, predict_clips
from au_studio.learn.material.clips import Clip, shrunk
from au_studio.learn.material.rated import RatedFrames, rated_frames
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.nn.device import choose_device
from au_studio.study.study import Study
from au_studio.texts import joined, sentence


class NothingToJudgeError(AUStudioError):
    """Model and ratings have no action unit or no frame in common."""


@dataclass(frozen=True)
class ModelJudgement:
    """What a model is worth on some ratings.

    Attributes
    ----------
    evaluation : dict
        As `au_studio.learn.judging.evaluation.held_out_agreement` gives it.
    persons : int
        Persons (or recordings, where nobody said who it is) that the ratings are of.
    part : str
        Which part of the material was judged, in words.
    notes : tuple of str
        What limits the figures, in sentences.
    """

    evaluation: dict[str, Any]
    persons: int
    part: str
    notes: tuple[str, ...] = ()


def judge_on_corpus(
    checkpoint: Path,
    material: Material,
    *,
    device: str = "auto",
    on_progress: Callable[[int, int, str], None] = lambda done, total, text: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> ModelJudgement:
    """Judge a model on a labelled corpus; of a rendered one on the persons of its test part alone.

    Parameters
    ----------
    checkpoint : Path
        The model.
    material : Material
        The corpus, its faces cut.
    device : str
        Where to compute.
    on_progress : callable
        Hears (clips done, clips, what is done).
    should_stop : callable
        Asked at every clip.

    Raises
    ------
    NothingToJudgeError
        If the corpus has no action unit that the model reads.
    Stopped
        If `should_stop` said so.
    au_studio.errors.AUStudioError
        If the model cannot be read.
    """
    chosen = choose_device(device)
    model, card = load_checkpoint(checkpoint, chosen)
    aus = tuple(au for au in material.aus if au in card.config.aus)
    if not aus:
        raise NothingToJudgeError(
            sentence(
                "“{card}” reads no action unit that {material} has labels of.",
                card=card.name,
                material=material.name,
            )
        )
    clips, part = _judged_part(material)
    of_corpus = [material.aus.index(au) for au in aus]
    of_model = [card.config.aus.index(au) for au in aus]
    predicted = [np.empty((0, len(aus)), np.float32)]
    for number, clip in enumerate(clips):
        if should_stop():
            raise Stopped("The evaluation was stopped.")
        on_progress(number, len(clips), sentence("Reading {material}", material=material.name))
        (values,) = predict_clips(model, [shrunk(clip, card.config.crop_size)], chosen)
        predicted.append(values[clip.labelled][:, of_model])
    on_progress(len(clips), len(clips), sentence("Reading {material}", material=material.name))
    frames = rated_frames(clips)
    rated = frames.intensities[:, of_corpus]
    known = np.isfinite(rated).any(axis=1)
    if not known.any():
        raise NothingToJudgeError(
            sentence("No labelled frame of {material} shows a face.", material=material.name)
        )
    kept = RatedFrames(rated[known], frames.times[known], frames.persons[known], frames.sources[known])
    evaluation = held_out_agreement(kept, {"": np.concatenate(predicted)[known]}, aus)
    notes = list(material.notices)
    if material.faceless:
        notes.append(f"{material.faceless:,} labelled frames without a face are in no figure.")
    if left := [au for au in card.config.aus if au not in aus]:
        notes.append(f"No labels of {', '.join(f'AU{au:02d}' for au in left)}.")
    return ModelJudgement(evaluation, len(set(kept.persons.tolist())), part, tuple(notes))


def _judged_part(material: Material) -> tuple[list[Clip], str]:
    """Return the clips to judge by: those that no model that ships has learned from."""
    if "unseen persons" in material.protocols:
        # The model that ships has learned from the other persons of such corpora.
        test = material.protocols["unseen persons"][0].test
        return material.of(test), f"{material.name}, the persons of its test part"
    return material.clips, material.name


def judge_on_study(
    study: Study,
    held: StudyAnalyses,
    coder: Rater,
    model: ModelEntry,
    models: Sequence[ModelEntry],
    *,
    with_trained: bool = False,
) -> ModelJudgement:
    """Judge a model on what a coder of a study rated, on frames that did not train it.

    Parameters
    ----------
    study : Study
        The open study.
    held : StudyAnalyses
        Its analyses; recordings that the model has not analysed do not count, which a note says.
    coder : Rater
        Whose ratings.
    model : ModelEntry
        The model.
    models : sequence of ModelEntry
        All models at hand, to follow what trained it.
    with_trained : bool
        Take in frames whose ratings trained it.

    Raises
    ------
    NothingToJudgeError
        If no rated frame is left.
    """
    second = Rater("model", model.id, model.name)
    analyses = {r.id: held.analysis_path(r.id, model.id) for r in study.recordings()}
    found = compare(
        ComparisonRequest(
            study.path,
            coder,
            second,
            tuple(models),
            with_trained=with_trained,
            backend=held.backend,
            analyses=analyses,
        )
    )
    if not found.n_frames:
        raise NothingToJudgeError(
            sentence(
                "No frame that {coder} rated is left to judge “{model}” by.",
                coder=coder.name,
                model=model.name,
            ),
            next_step=joined(found.warnings) or "Rate more frames, or analyse the recordings.",
        )
    recordings = {recording.id: recording for recording in study.recordings()}
    clocks = {key: load_clock(analyses[key]) for key in {f.recording_id for f in found.paired.frames}}
    times = [float(np.interp(frame.pts, *clocks[frame.recording_id])) for frame in found.paired.frames]
    frames = RatedFrames(
        found.paired.first.astype(np.float32),
        np.array(times),
        np.array([group_of(recordings[f.recording_id]) for f in found.paired.frames], dtype=np.str_),
        np.array([f.recording_id for f in found.paired.frames], dtype=np.str_),
    )
    evaluation = held_out_agreement(frames, {"": found.paired.second}, found.paired.aus)
    return ModelJudgement(evaluation, found.persons, f"ratings of {coder.name}", found.warnings)
