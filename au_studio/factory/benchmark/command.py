"""``au-studio benchmark``: what few labels and pre-training are worth, on rendered faces, DISFA or BP4D."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from au_studio.corpora.bp4d import read_bp4d
from au_studio.corpora.cutting import cut_corpus
from au_studio.corpora.disfa import read_disfa
from au_studio.corpora.labelled import LabelledCorpus, Material
from au_studio.corpora.rendered import is_pack, read_pack, read_rendered_folders, shipped_pack
from au_studio.errors import Stopped
from au_studio.face.backends import BACKEND_NAMES, create_backend
from au_studio.factory.benchmark.geometry.asked import (
    add_options,
    coded_benchmark,
    refuse_geometry_options,
)
from au_studio.factory.benchmark.geometry.run import CodedBenchmark, run_coded
from au_studio.factory.benchmark.geometry.settings import INPUTS
from au_studio.factory.benchmark.planned import claim_folder
from au_studio.factory.benchmark.report import write_report
from au_studio.factory.benchmark.run import Benchmark, run_benchmark
from au_studio.factory.benchmark.settings import (
    QUICK_RULE,
    SCRATCH_SHARES,
    SHARES,
    BenchmarkError,
    BenchmarkSettings,
    seeds_of,
    shares_of,
)
from au_studio.factory.progress import TrainingConsole
from au_studio.factory.train_command import positive
from au_studio.learn.distributed import refuse_several
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.learn.material.clips import read_clips, shrunk
from au_studio.learn.stage1.pretrain import OBJECTIVES, PretrainingSettings
from au_studio.nn.config import WIDTHS
from au_studio.nn.device import choose_device, describe

CROP_SIZES = (32, 64, 96, 128)
EXIT_INTERRUPTED = 130

READERS: dict[str, Callable[[Path], LabelledCorpus]] = {"disfa": read_disfa, "bp4d": read_bp4d}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio benchmark``."""
    parser.add_argument("corpus", choices=("synthetic", *READERS), help="rendered faces, DISFA or BP4D")
    parser.add_argument(
        "folders",
        nargs="*",
        metavar="folder",
        type=Path,
        help="where the corpus lies (synthetic: folders of “corpus synthetic”; default: what ships)",
    )
    parser.add_argument(
        "--input",
        choices=("crops", *INPUTS),
        default="crops",
        help="what networks read: face crops (default), or, far quicker, codes of the face mesh, alone or "
        "with those of the picture's gradients",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder of results; goes on there")
    parser.add_argument("--crops", type=Path, help="folder of the face crops (default: crops in the output)")
    parser.add_argument("--protocol", help="which persons train and test (default: the corpus's first)")
    parser.add_argument("--report-only", action="store_true", help="train nothing, report what is finished")
    parser.add_argument("--quick", action="store_true", help="tiny trainings: whether it runs, no figures")
    group = parser.add_argument_group("trainings")
    group.add_argument("--seeds", type=positive,
                       help="trainings of each kind (default: 3; 1 with --quick)")  # fmt: skip
    group.add_argument("--shares", type=float, nargs="+",
                       help=f"per cent of the labels, pre-trained (default: {_percent(SHARES)})")  # fmt: skip
    group.add_argument("--scratch-shares", type=float, nargs="*",
                       help=f"from random weights (default: {_percent(SCRATCH_SHARES)})")  # fmt: skip
    group.add_argument("--width", type=int, choices=WIDTHS,
                       help="channels of the encoder's first stage (default: 16)")  # fmt: skip
    group.add_argument("--crop-size", type=int, choices=CROP_SIZES,
                       help="side of the face crops, px: smaller is quicker (default: 128)")  # fmt: skip
    group.add_argument("--block-frames", type=positive, help="frames that one feature map sees (default: 1)")
    group.add_argument("--objective", choices=OBJECTIVES, default=OBJECTIVES[0],
                       help="what stage 1 finds: what moves in a face (default), or its future")  # fmt: skip
    group.add_argument("--pretrain-steps", type=positive, help="steps of stage 1 (default: 1500)")
    group.add_argument("--most-steps", type=positive, help="steps of stage 2 at most (default: 12000)")
    group.add_argument("--fewest-steps", type=positive, help="steps of stage 2 at least (default: 2000)")
    group.add_argument("--cycle-steps", type=positive,
                       help="steps of stage 2, the rate falling to 0, instead of until its end")  # fmt: skip
    group.add_argument("--rows", type=positive, help="windows a step of stage 2 (default: 6)")
    group.add_argument("--window", type=positive, help="frames a window (default: 16)")
    group.add_argument("--every", type=positive, help="steps between two measurements (default: 200)")
    group.add_argument("--no-augmentation", action="store_true", help="crops are not varied, in both stages")
    group.add_argument("--start", type=Path,
                       help="start from this model of “au-studio pretrain”, of other persons")  # fmt: skip
    group.add_argument("--unlabelled", type=Path, nargs="*", default=[],
                       help="files of face clips, for stage 1 too (“corpus videos”)")  # fmt: skip
    add_options(parser)
    parser.add_argument("--backend", default="mediapipe", choices=BACKEND_NAMES, help="finds the faces")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0: as many as there are cores")


def run(arguments: argparse.Namespace) -> int:
    """Run what is not finished, report, and return the exit code (130 after Ctrl+C)."""
    refuse_several("benchmark")
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    say = TrainingConsole()
    benchmark: Benchmark | CodedBenchmark
    if arguments.input in INPUTS:
        benchmark = coded_benchmark(
            arguments,
            lambda: _material(arguments, say),
            lambda done, total: say.progress(done, total, "Reading the face mesh"),
        )
        device = torch.device("cpu")
    else:
        refuse_geometry_options(arguments)
        device = choose_device(arguments.device)
        benchmark = _benchmark(arguments, say, device)
    name = f"{benchmark.material.name}, {benchmark.protocol}"
    say.say(f"{name}: {len(benchmark.cells)} trainings on {describe(device)}.")
    code = 0
    if arguments.report_only:
        claim_folder(benchmark)
    else:
        try:
            if isinstance(benchmark, CodedBenchmark):
                run_coded(benchmark, say.hooks())
            else:
                run_benchmark(benchmark, say.hooks())
        except (KeyboardInterrupt, Stopped):
            say.say("Interrupted: the same command goes on with the trainings that are left.")
            code = EXIT_INTERRUPTED
    if code and not any(arguments.output.glob("*_seed*.npz")):
        return code
    for path in write_report(arguments.output, benchmark.cells):
        say.say(f"Written: {path}")
    return code


def _benchmark(arguments: argparse.Namespace, say: TrainingConsole, device: torch.device) -> Benchmark:
    """Return the benchmark of networks that read crops."""
    material = _material(arguments, say)
    protocol = arguments.protocol or next(iter(material.protocols))
    if protocol not in material.protocols:
        raise BenchmarkError(
            f"{material.name} has no protocol “{protocol}”.",
            next_step=f"There are: {', '.join(material.protocols)}.",
        )
    settings = settings_of(arguments)
    size = settings.config.crop_size
    unlabelled = [shrunk(clip, size) for file in arguments.unlabelled for clip in read_clips(file)[0]]
    for notice in material.notices:
        say.say(f"Note: {notice}")
    return Benchmark(
        material.shrunk(size),
        protocol,
        settings,
        arguments.output,
        unlabelled,
        device=device,
        start=arguments.start,
    )


def settings_of(arguments: argparse.Namespace) -> BenchmarkSettings:
    """Return the settings that the command line asks for."""
    default = BenchmarkSettings()
    rule, config, stage2 = default.rule, default.config, default.stage2
    stage1 = PretrainingSettings.of(arguments.objective)
    if arguments.no_augmentation:
        stage1 = replace(stage1, augmentation=NO_AUGMENTATION)
        stage2 = replace(stage2, augmentation=NO_AUGMENTATION)
    if arguments.quick:
        rule, config = QUICK_RULE, replace(config, width=8, features=16, crop_size=64)
        stage1 = replace(stage1, steps=10, rows=4, blocks=4)
        stage2 = replace(stage2, rows=2, window=8)
    given = arguments
    sizes = {"width": given.width, "block_frames": given.block_frames, "crop_size": given.crop_size}
    lengths = {
        "most": given.most_steps,
        "fewest": given.fewest_steps,
        "every": given.every,
        "cycle": given.cycle_steps,
    }
    return BenchmarkSettings(
        config=replace(config, **_named(sizes)),
        stage1=replace(stage1, **_named({"steps": given.pretrain_steps})),
        stage2=replace(stage2, **_named({"rows": given.rows, "window": given.window})),
        rule=replace(rule, **_named(lengths)),
        seeds=seeds_of(given.seeds, quick=given.quick),
        shares=SHARES if given.shares is None else shares_of(given.shares),
        scratch_shares=SCRATCH_SHARES if given.scratch_shares is None else shares_of(given.scratch_shares),
    )


def _percent(shares: Sequence[float]) -> str:
    return " ".join(f"{100 * share:g}" for share in shares)


def _named(options: dict[str, int | None]) -> dict[str, Any]:
    """Return those of some options that the command line names."""
    return {name: value for name, value in options.items() if value is not None}


def _material(arguments: argparse.Namespace, say: TrainingConsole) -> Material:
    folders: list[Path] = arguments.folders
    if arguments.corpus == "synthetic":
        folders = folders or [shipped_pack()]
        if len(folders) > 1 or not is_pack(folders[0]):
            return read_rendered_folders(folders)
        corpus = read_pack(folders[0])
    elif len(folders) != 1:
        raise BenchmarkError(
            f"{arguments.corpus.upper()} does not ship with AU Studio.",
            next_step=f"Name your copy: au-studio benchmark {arguments.corpus} FOLDER -o OUTPUT",
        )
    else:
        corpus = READERS[arguments.corpus](folders[0])
    backend, notices = create_backend(arguments.backend)
    for notice in notices:
        say.say(notice)
    crops = arguments.crops or arguments.output / "crops"
    return cut_corpus(corpus, crops, backend, on_progress=say.progress)
