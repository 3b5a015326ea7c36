"""``au-studio expected-error``: fit how far off a trained model may be, and write it on its card."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from au_studio.factory.benchmark.cells import Frames, join
from au_studio.factory.benchmark.reliability import Reliability, examine
from au_studio.factory.benchmark.run import predict_frames
from au_studio.factory.benchmark.settings import BenchmarkError
from au_studio.learn.judging.error_fitting import fit_expected_errors
from au_studio.learn.material.clips import shrunk
from au_studio.learn.material.corpus import Split, read_corpus
from au_studio.nn.checkpoint import load_checkpoint, write_card
from au_studio.nn.device import choose_device
from au_studio.nn.expected_error import LEVELS
from au_studio.nn.model import IntensityModel


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio expected-error``."""
    parser.add_argument("model", type=Path, help="the model (.safetensors); its card is written anew")
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of labelled crops (au-studio corpus)")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0: as many as there are cores")


def run(arguments: argparse.Namespace) -> int:
    """Fit on the validation persons, examine on the test persons, write the card; returns the exit code."""
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    device = choose_device(arguments.device)
    model, card = load_checkpoint(arguments.model, device)
    fitted, test = (_frames(model, arguments.corpora, part, device) for part in ("validation", "test"))
    errors = fit_expected_errors(fitted.truth, fitted.predicted, fitted.subject, model.config.aus)
    found = examine(errors, test)
    examined = {
        "on": f"{len(test.truth)} frames of {len(set(test.subject.tolist()))} further persons",
        "coverage": {str(level): round(c.value, 4) for level, c in zip(LEVELS, found.coverage, strict=True)},
        "expected_by_fifth": [round(v, 4) for v in found.expected],
        "made_by_fifth": [round(v, 4) for v in found.made],
    }
    write_card(replace(card, error_model={"model": errors.to_json(), "examined": examined}), arguments.model)
    _tell(found, errors.fitted_on, str(examined["on"]))
    return 0


def _frames(model: IntensityModel, corpora: list[Path], part: Split, device: torch.device) -> Frames:
    parts = []
    for folder in corpora:
        clips = read_corpus(folder, part, model.config.aus, among_others=len(corpora) > 1)
        if clips:
            clips = [shrunk(clip, model.config.crop_size) for clip in clips]
            parts.append(predict_frames(model, clips, device))
    if not parts:
        raise BenchmarkError(
            f"The corpora hold nobody in the {part} part.", next_step="Name further corpora, or render more."
        )
    return join(parts)


def _tell(found: Reliability, fitted: str, examined: str) -> None:
    print(f"Fitted on {fitted}, examined on {examined}.")
    for level, share in zip(LEVELS, found.coverage, strict=True):
        print(f"  the band for {100 * level:.0f} % covers {100 * share.value:.1f} %")
    for expected, made in zip(found.expected, found.made, strict=True):
        print(f"  expected error {expected:.3f}, made {made:.3f}")
