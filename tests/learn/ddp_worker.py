"""Run by torchrun: a few steps of stage 1 or 2; the first process writes losses and weights."""

import contextlib
import sys
from pathlib import Path

import torch
from made_clips import CONFIG, made_clip, made_meshes
from safetensors.torch import save_file

from au_studio.learn.distributed import joined
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage1 import pretrain as stage1
from au_studio.learn.stage2 import regression as stage2
from au_studio.nn.model import IntensityModel


def run_stage2(output: Path) -> None:
    """Learn intensities for a few steps, batch norms included."""
    torch.set_num_threads(1)
    stage2.mixed_precision = lambda device, blocks: contextlib.nullcontext()
    settings = stage2.RegressionSettings(
        steps=4, rows=4, window=6, rates=LearningRates(1e-3, 1e-3, 1e-3), balance=True, train_norms=True
    )
    losses = []
    hooks = TrainingHooks(on_metric=lambda step, name, value, au: losses.append(value))
    with joined("cpu") as (processes, device):
        torch.manual_seed(processes.rank)  # the first one's weights count
        model = IntensityModel(CONFIG)
        # Few ratings in some rows and many in others: the share of a process is not its share of the loss.
        clips = [made_clip(f"p{k}", 12 + 6 * k, seed=k, rated=0.3 + 0.2 * k) for k in range(4)]
        state = output.with_suffix(".state.safetensors")
        stage2.train_regressor(model, clips, settings, device, hooks, state=state, processes=processes)
        if processes.first:
            weights = {name: t.contiguous() for name, t in model.state_dict().items()}
            save_file({"losses": torch.tensor(losses), **weights}, output)


def run(output: Path, objective: str) -> None:
    if objective == "intensities":
        run_stage2(output)
        return
    torch.set_num_threads(1)
    # Rounding to bfloat16 would hide what is to be compared.
    stage1.mixed_precision = lambda device, blocks: contextlib.nullcontext()
    settings = stage1.PretrainingSettings.of(
        objective, steps=4, rows=4, blocks=4, predicted=2, stride=1, learning_rate=1e-3
    )
    losses = []
    hooks = TrainingHooks(
        on_metric=lambda step, name, value, au: losses.append(value) if name == "loss" else None
    )
    with joined("cpu") as (processes, device):
        torch.manual_seed(processes.rank)  # the first one's weights count
        model = IntensityModel(CONFIG)
        state = output.with_suffix(".state.safetensors")
        clips = [made_clip(f"p{k}", 24, seed=k) for k in range(4)]
        stage1.pretrain(
            model,
            clips,
            settings,
            device,
            hooks,
            state=state,
            processes=processes,
            meshes_of=made_meshes,
        )
        if processes.first:
            weights = {name: t.contiguous() for name, t in model.state_dict().items()}
            save_file({"losses": torch.tensor(losses), **weights}, output)


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2])
