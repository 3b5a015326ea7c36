"""Run stage 1: contrastive learning on unlabelled recordings; a checkpoint that stage 2 can start from."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from au_studio.analysis.estimators import prepare
from au_studio.corpora.stage1_sources import source_clips
from au_studio.errors import AUStudioError
from au_studio.face.backends import create_backend
from au_studio.facs.action_units import DISFA_AUS
from au_studio.jobs.control import Control
from au_studio.jobs.crops import CropRequest, crops
from au_studio.jobs.expected_time import (
    CLIP_FRAMES,
    CLIPS_PER_VIDEO,
    ExpectedTime,
    clips_per_video,
    expected_time_of,
)
from au_studio.jobs.job import JobError, PretrainJob
from au_studio.jobs.learning import hooks_of, settings_of
from au_studio.jobs.protocol import CheckpointSaved, Event, Notice, Progress, Report
from au_studio.learn.distributed import Processes, joined
from au_studio.learn.material.clips import Clip, shrunk, uninterrupted
from au_studio.learn.stage1.pretrain import PretrainingSettings, pretrain
from au_studio.learn.stage1.unlabelled import UnfitMaterialError
from au_studio.nn.checkpoint import ModelCard, card_path, load_checkpoint, save_checkpoint
from au_studio.nn.config import STAGE1_KIND, ModelConfig
from au_studio.nn.device import describe
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence
from au_studio.video.index import index_video


class NoMaterialError(AUStudioError):
    """No recording shows a face long enough to learn from."""


@dataclasses.dataclass(frozen=True)
class CutPlan:
    """How recordings are cut: frames of a clip, a folder for crops that are not kept, and the job's parts."""

    length: int
    scratch: Path
    expected_time: ExpectedTime


def run(job: PretrainJob, report: Report, control: Control) -> dict[str, Any]:
    """Learn encoder and temporal module without labels and write the checkpoint.

    Returns
    -------
    dict
        ``model`` (path of the checkpoint), ``measures`` (last values of loss and retrieval), ``stopped``.

    Raises
    ------
    NoMaterialError
        If no recording shows a face for long enough.
    au_studio.errors.AUStudioError
        If a recording, the model or the disk fails.
    """
    with joined(job.device) as (processes, device):
        return _learn(job, report if processes.first else _say_nothing, control, processes, device)


def _say_nothing(_event: Event) -> None:
    """Let the first of several processes speak for all."""


def _learn(
    job: PretrainJob, report: Report, control: Control, processes: Processes, device: torch.device
) -> dict[str, Any]:
    output = Path(job.output)
    if processes.count > 1:
        # A store of crops has one writer: each process cuts its own.
        job = dataclasses.replace(job, crops=())
    if processes.first:
        control.created(output, card_path(output))
    model, parent = _start(job, device)
    settings = settings_of(job, PretrainingSettings, PretrainingSettings.of)
    length = settings.frames(model.config.block_frames)
    expected_time = expected_time_of(job, settings.steps * settings.crops_per_step)
    with tempfile.TemporaryDirectory(prefix="au-studio-", ignore_cleanup_errors=True) as folder:
        cut = CutPlan(max(CLIP_FRAMES, length), Path(folder), expected_time)
        clips = list(_clips(job, cut, report, control))
        clips += _more_clips(job, max(CLIP_FRAMES, length), report, control)
        control.check()
        clips = [shrunk(clip, model.config.crop_size) for clip in clips if len(clip) >= length]
        if not clips:
            raise NoMaterialError(
                sentence("No recording shows a face for {length} frames in a row.", length=length),
                next_step="Add longer recordings with faces in them.",
            )
        state = None if control.state is None else control.state / "stage1.safetensors"
        hooks = hooks_of(expected_time.telling(report, len(expected_time.parts) - 1), control)
        try:
            measures = pretrain(model, clips, settings, device, hooks, state=state, processes=processes)
        except UnfitMaterialError as error:
            raise NoMaterialError(
                sentence("The recordings are no material to learn from: {reason}", reason=error),
                next_step="Add longer recordings with faces that move.",
            ) from error
    control.check()
    if not processes.first:
        return {}
    card = ModelCard(
        name=job.name,
        config=model.config,
        parent=None if parent is None else parent.sha256,
        training={
            "kind": f"{STAGE1_KIND} (contrastive, no labels)",
            "start_knows_labels": parent is not None and parent.knows_labels,
            "recordings": len(job.videos),
            "sources": [Path(source).name for source in job.sources],
            "clips": len(clips),
            "frames": sum(len(clip) for clip in clips),
            "seed": job.seed,
            "settings": dataclasses.asdict(settings),
            "device": describe(device),
            "stopped_early": control.should_stop(),
            "seconds": round(measures.pop("seconds"), 1),
        },
        metrics=measures,
        notes=["The regressor has not been trained since stage 1: fine-tune before you trust intensities."],
    )
    save_checkpoint(model, card, output)
    prepare(output)
    report(CheckpointSaved(str(output)))
    return {"model": str(output), "measures": measures, "stopped": control.should_stop()}


def spread_starts(n_frames: int, length: int, count: int) -> list[int]:
    """Return first frames of up to `count` stretches of `length` frames, evenly spread, without overlap."""
    fitting = min(count, max(1, n_frames // length))
    last = max(0, n_frames - length)
    return sorted({int(start) for start in np.linspace(0, last, fitting)})


def _start(job: PretrainJob, device: torch.device) -> tuple[IntensityModel, ModelCard | None]:
    if job.model is not None:
        return load_checkpoint(Path(job.model), device)
    torch.manual_seed(job.seed)
    try:
        config = ModelConfig(**{"aus": DISFA_AUS, **job.network})
    except (TypeError, ValueError) as error:
        raise JobError(sentence("There is no such network: {reason}", reason=error)) from error
    return IntensityModel(config).to(device), None


def _more_clips(job: PretrainJob, length: int, report: Report, control: Control) -> list[Clip]:
    """Return the uninterrupted clips of everything that is no video."""
    found: list[Clip] = []
    for source in job.sources:
        control.check()
        report(Progress(0, 0, sentence("Reading {name}", name=Path(source).name)))
        backend, _ = create_backend(job.backend)
        clips = source_clips(Path(source), backend, DISFA_AUS, length=length, most=CLIPS_PER_VIDEO)
        found += [part for clip in clips for part in uninterrupted(clip)]
    return found


def _clips(job: PretrainJob, cut: CutPlan, report: Report, control: Control) -> Iterator[Clip]:
    """Yield uninterrupted clips of every recording; one that cannot be read is left out with a notice."""
    length, most = cut.length, clips_per_video(len(job.videos), cut.length)
    for number, name in enumerate(job.videos):
        video = Path(name)
        control.check()
        try:
            index = index_video(video, should_stop=control.should_stop)
            starts = spread_starts(index.n_frames, length, most)
            request = CropRequest(
                video=video,
                tracks=_existing(job.tracks, number),
                pts=[int(index.pts[start]) for start in starts],
                before=0,
                after=length - 1,
                backend=job.backend,
                target_person=None,
                n_aus=len(DISFA_AUS),
            )
            kept = job.crops[number] if number < len(job.crops) else cut.scratch / str(number)
            found = crops(request, Path(kept), cut.expected_time.telling(report, number), control)
        except AUStudioError as error:
            if control.should_stop():
                raise
            report(
                Notice(sentence("{video} is left out: {message}", video=video.name, message=error.message))
            )
            continue
        for asked in found:
            named = dataclasses.replace(asked.clip, group=str(video), source=str(video))
            yield from uninterrupted(named)


def _existing(tracks: Sequence[str | None], number: int) -> Path | None:
    chosen = tracks[number] if number < len(tracks) else None
    return None if chosen is None else Path(chosen)
