"""What 2 % of the frames are worth on persons whom the model has never seen.

``python tests/benchmarks/finetune_gain.py``

Ten rendered sessions of ten minutes: 240 frames of the first eight minutes are rated, 150 of the last two
judge. Per session: ICC(3,1), averaged over the action units that are there in at least five of the judging
frames, and the mean absolute error over all, of the base and of the fine-tuned model. Rendering takes about
two minutes per session and core the first time; it is kept in the folder given (default: the user's cache).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

import numpy as np
import platformdirs
import torch

from au_studio import resources
from au_studio.facs.action_units import DISFA_AUS
from au_studio.factory.synthetic.assets import default_folder
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.rated import rated_features, rated_frames
from au_studio.learn.stage2.finetune import FinetuneSettings, finetune
from au_studio.learn.stage2.readout import readout_of
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.nn.model import IntensityModel
from au_studio.stats.agreement import icc
from au_studio.stats.error import mae
from au_studio.stats.group_bootstrap import FEWEST_PRESENT

sys.path.insert(0, str(Path(__file__).parent))
from rendered_sessions import sessions

CPU = torch.device("cpu")


def quality(model: IntensityModel, clips: list[Clip]) -> tuple[float, float]:
    """Return mean ICC and MAE of a model on the rated frames of clips; an undefined ICC counts as 0."""
    rated = rated_frames(clips).intensities.astype(float)
    predicted = readout_of(model)(rated_features(model, clips, CPU))
    there = [k for k in range(rated.shape[1]) if (rated[:, k] >= 1).sum() >= FEWEST_PRESENT]
    coefficients = np.nan_to_num([icc(rated[:, k], predicted[:, k]) for k in there])
    return float(coefficients.mean()), mae(rated, predicted)


def main() -> int:
    """Measure and print; 1 if fine-tuning made a session worse."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--assets", type=Path, default=default_folder(), help="folder of face assets")
    parser.add_argument("--cache", type=Path, default=Path(platformdirs.user_cache_path("au-studio")))
    parser.add_argument("--model", type=Path, default=resources.path("models/base.safetensors"))
    parser.add_argument(
        "--steps", type=int, default=FinetuneSettings.steps, help="gradient steps of the whole network"
    )
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    if args.assets is None or not args.assets.is_dir():
        sys.stderr.write("Name the folder of face assets with --assets.\n")
        return 2
    torch.set_num_threads(args.threads)
    base, card = load_checkpoint(args.model)
    base = base.reading(DISFA_AUS)  # the sessions are rated in these
    print(f"{card.name} ({card.sha256[:12]}), {os.cpu_count()} cores, {args.threads} threads")
    gains = []
    for session in sessions(args.cache, args.assets, workers=args.threads):
        before = quality(base, session.later)
        began = time.monotonic()
        settings = FinetuneSettings(steps=args.steps, folds=3 if args.steps else 0)
        result = finetune(base, session.coded, settings, CPU, TrainingHooks())
        seconds = time.monotonic() - began
        after = quality(result.model, session.later)
        gains.append((after[0] - before[0], after[1] - before[1]))
        print(
            f"{session.name:26s} ICC {before[0]:.3f} -> {after[0]:.3f} ({gains[-1][0]:+.3f})   "
            f"MAE {before[1]:.3f} -> {after[1]:.3f} ({gains[-1][1]:+.3f})   {seconds:.0f} s",
            flush=True,
        )
    mean = np.mean(gains, axis=0)
    print(f"{'mean':26s} ICC {mean[0]:+.3f}   MAE {mean[1]:+.3f}   worst ICC {min(g for g, _ in gains):+.3f}")
    return int(min(g for g, _ in gains) <= 0)


if __name__ == "__main__":
    raise SystemExit(main())
