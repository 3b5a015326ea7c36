"""Run a fine-tuning: crops around the rated frames, ratings joined to them, training, checkpoint and card."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from au_studio.analysis.estimators import prepare
from au_studio.errors import AUStudioError
from au_studio.jobs.control import Control
from au_studio.jobs.crops import AskedClip, CropRequest, crops
from au_studio.jobs.expected_time import ExpectedTime, context_for, expected_time_of
from au_studio.jobs.job import FinetuneJob, LabelledRecording, LearningCurveJob
from au_studio.jobs.learning import hooks_of, settings_of
from au_studio.jobs.protocol import CheckpointSaved, Event, Notice, Progress, Report
from au_studio.jobs.units import units_learned
from au_studio.learn.material.clips import Clip, shrunk
from au_studio.learn.material.known_codes import KnownCodes
from au_studio.learn.stage2.finetune import LOOKING_AT, FinetuneSettings, finetune
from au_studio.nn.checkpoint import ModelCard, card_path, load_checkpoint, save_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.device import choose_device, describe
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence


class NothingToLearnError(AUStudioError):
    """No rated frame shows a face, or nothing was rated."""


def run(job: FinetuneJob, report: Report, control: Control) -> dict[str, Any]:
    """Fine-tune a model and write the new checkpoint with its card.

    Returns
    -------
    dict
        ``model`` (path of the checkpoint), ``evaluation`` (held-out agreement), ``stopped``.

    Raises
    ------
    NothingToLearnError
        If no rated frame shows the target person's face.
    au_studio.errors.AUStudioError
        If a recording, the model or the disk fails.
    """
    output = Path(job.output)
    control.created(output, card_path(output))
    device = choose_device(job.device)
    model, parent = load_checkpoint(Path(job.model), device)
    before = None if job.before is None else load_checkpoint(Path(job.before), device)[0]
    if (aus := learned_units(job, parent)) != parent.config.aus:
        model, before = model.reading(aus), before or model
    settings = settings_of(job, FinetuneSettings)
    expected_time = expected_time_of(job, settings.steps * settings.crops_per_step)
    context = context_for(sum(len({r.pts for r in rec.ratings}) for rec in job.recordings))
    found = [
        labelled_clips(
            recording,
            job,
            model.config,
            context=context,
            report=expected_time.telling(report, number),
            control=control,
        )
        for number, recording in enumerate(job.recordings)
    ]
    clips = [clip for of_one in found for clip in of_one]
    control.check()
    if not any(len(clip.labelled) for clip in clips):
        raise NothingToLearnError(
            "None of the rated frames shows a face with a rating of 0 to 5.",
            next_step="Rate more frames, or check which person the recordings follow.",
        )
    hooks = hooks_of(_told_by_part(report, expected_time), control)
    codes = _known_codes(job, model)
    result = finetune(model, clips, settings, device, hooks, before=before, state=control.state, codes=codes)
    for recording, of_one in zip(job.recordings, found, strict=True):
        codes.save(_codes_path(recording), of_one, model.config.crop_size)
    control.check()
    evaluation = dict(result.evaluation)
    evaluation["scheme"] = f"{evaluation['scheme']} {job.caution}".strip()
    errors = evaluation.pop("error_model", None)
    card = ModelCard(
        name=job.name,
        config=result.model.config,
        parent=parent.sha256,
        training={
            "kind": "fine-tuned",
            "parent_name": parent.name,
            "labels_hash": job.labels_hash,
            "rated_frames": sum(len(clip.labelled) for clip in clips),
            "recordings": len(job.recordings),
            "persons": len({rec.group for rec in job.recordings if rec.named}),
            "unnamed_recordings": sum(not rec.named for rec in job.recordings),
            "further_units": [au for au in aus if au not in parent.config.aus],
            "seed": job.seed,
            "settings": dataclasses.asdict(settings),
            "device": describe(device),
            "stopped_early": result.stopped,
            "seconds": round(result.seconds, 1),
        },
        metrics=evaluation,
        error_model={} if errors is None else {"model": errors},
    )
    save_checkpoint(result.model, card, output)
    prepare(output)
    report(CheckpointSaved(str(output)))
    return {"model": str(output), "evaluation": evaluation, "stopped": result.stopped}


def _known_codes(job: FinetuneJob, model: IntensityModel) -> KnownCodes:
    """Return the geometry of the crops as far as an earlier training kept it beside them."""
    codes = KnownCodes()
    if model.geometry is not None:
        for recording in job.recordings:
            codes.load(_codes_path(recording), model.geometry)
    return codes


def _codes_path(recording: LabelledRecording) -> Path:
    return Path(f"{recording.crops}.codes.npz")


def learned_units(job: FinetuneJob | LearningCurveJob, parent: ModelCard) -> tuple[int, ...]:
    """Return the action units that a job's new model reads (see `au_studio.jobs.units`)."""
    ratings = ((rating.au, rating.value) for recording in job.recordings for rating in recording.ratings)
    return units_learned(parent.config.aus, ratings)


def _told_by_part(report: Report, expected_time: ExpectedTime) -> Report:
    """Mark progress of looking as that of the last part but one; the rest as that of learning."""
    last = len(expected_time.parts) - 1
    looking, learning = expected_time.telling(report, last - 1), expected_time.telling(report, last)

    def tell(event: Event) -> None:
        (looking if isinstance(event, Progress) and event.message == LOOKING_AT else learning)(event)

    return tell


def join_ratings(clips: Sequence[AskedClip], recording: LabelledRecording, aus: Sequence[int]) -> list[Clip]:
    """Return the clips with a recording's ratings in their intensity columns.

    Not codable stays NaN: it is missing, not 0. Ratings of action units that are not learned, and of frames
    without a face, have no place and are left out. A frame that two clips show is rated in the one
    that was cut for it.
    """
    column = {au: number for number, au in enumerate(aus)}
    values: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for rating in recording.ratings:
        if rating.value is not None and rating.au in column:
            values[rating.pts].append((column[rating.au], float(rating.value)))
    joined = []
    for asked in clips:
        clip = asked.clip
        intensities = np.full((len(clip), len(aus)), np.nan, dtype=np.float32)
        for row, pts in enumerate(clip.pts.tolist()):
            for au_column, value in values[pts] if pts in asked.asked else ():
                intensities[row, au_column] = value
        joined.append(
            dataclasses.replace(
                clip, intensities=intensities, group=recording.group, source=recording.recording_id
            )
        )
    return joined


def labelled_clips(
    recording: LabelledRecording,
    job: FinetuneJob | LearningCurveJob,
    network: ModelConfig,
    *,
    context: tuple[int, int],
    report: Report,
    control: Control,
) -> list[Clip]:
    """Return a recording's clips with its ratings, as the network that is to learn from them takes them.

    They are cut first when they are not on disk yet.
    """
    wanted = sorted({rating.pts for rating in recording.ratings})
    if not wanted:
        return []
    request = CropRequest(
        video=Path(recording.video),
        tracks=Path(recording.tracks) if recording.tracks else None,
        pts=wanted,
        before=context[0],
        after=context[1],
        backend=job.backend,
        target_person=recording.target_person,
        n_aus=len(network.aus),
        # The store of crops lies beside the pictures of the sampled frames.
        pictures=Path(recording.crops).parent,
    )
    clips = crops(request, Path(recording.crops), report, control)
    shown = {int(pts) for asked in clips for pts in asked.clip.pts}
    missing = sum(pts not in shown for pts in wanted)
    if missing:
        name = request.video.name
        report(
            Notice(
                sentence(
                    "{missing} of {count} rated frames of {name} show no face and are left out.",
                    missing=missing,
                    count=len(wanted),
                    name=name,
                )
            )
        )
    return [shrunk(clip, network.crop_size) for clip in join_ratings(clips, recording, network.aus)]
