"""Run a learning curve: what would more ratings bring? Nothing is written but the crops, which are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from au_studio.jobs.control import Control
from au_studio.jobs.expected_time import context_for
from au_studio.jobs.finetune import NothingToLearnError, labelled_clips, learned_units
from au_studio.jobs.job import LearningCurveJob
from au_studio.jobs.protocol import Progress, Report
from au_studio.learn.material.rated import rated_features, rated_frames
from au_studio.learn.stage2.learning_curve import learning_curve
from au_studio.learn.stage2.readout import readout_of
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.nn.device import choose_device
from au_studio.texts import sentence


def run(job: LearningCurveJob, report: Report, control: Control) -> dict[str, Any]:
    """Measure how held-out agreement grows with the number of ratings.

    Returns
    -------
    dict
        ``curve``: points, estimates and words, as
        `au_studio.learn.stage2.learning_curve.LearningCurve` gives them.

    Raises
    ------
    NothingToLearnError
        If no rated frame shows the target person's face.
    au_studio.errors.AUStudioError
        If a recording or the model fails; `Stopped` when it was stopped.
    """
    device = choose_device(job.device)
    model, card = load_checkpoint(Path(job.model), device)
    model = model.reading(learned_units(job, card))
    context = context_for(sum(len({r.pts for r in rec.ratings}) for rec in job.recordings))
    clips = [
        clip
        for recording in job.recordings
        for clip in labelled_clips(
            recording, job, model.config, context=context, report=report, control=control
        )
    ]
    clips = [clip for clip in clips if len(clip.labelled)]
    if not clips:
        raise NothingToLearnError(
            "None of the rated frames shows a face with a rating of 0 to 5.",
            next_step="Rate more frames, or check which person the recordings follow.",
        )
    report(Progress(0, 0, sentence("Looking at the rated frames")))
    features = rated_features(model, clips, device)
    control.check()
    curve = learning_curve(
        readout_of(model),
        features,
        rated_frames(clips),
        seed=job.seed,
        on_progress=lambda done, total: report(
            Progress(done, total, sentence("Learning from parts of the ratings"))
        ),
        should_stop=control.should_stop,
    )
    return {"curve": curve.to_json()}
