"""What the command line asks of a benchmark on codes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from au_studio.corpora.labelled import Material
from au_studio.factory.benchmark.geometry.codes import (
    CodedMaterial,
    code_material,
    code_unlabelled,
    geometry_of,
    read_codes,
    shipped_codes,
    write_codes,
)
from au_studio.factory.benchmark.geometry.run import CodedBenchmark
from au_studio.factory.benchmark.geometry.settings import INPUTS, QUICK_RULE, SHARES, CodedSettings
from au_studio.factory.benchmark.settings import BenchmarkError, seeds_of, shares_of
from au_studio.learn.material.clips import read_clips

CODES = "codes.npz"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Define what only a benchmark on codes knows."""
    group = parser.add_argument_group("with --input geometry or geometry+picture")
    group.add_argument(
        "--temperature", type=float, help="divides the similarities of stage 1 (default: 0.15)"
    )
    group.add_argument("--own-clip", action="store_true",
                       help="stage 1 tells a moment from those of its own clip only")  # fmt: skip
    group.add_argument("--readout", action="store_true",
                       help="what stage 1 has learnt stays as it is: the regressor alone learns")  # fmt: skip


def coded_benchmark(
    arguments: argparse.Namespace, read: Callable[[], Material], on_progress: Callable[[int, int], None]
) -> CodedBenchmark:
    """Return the benchmark that is asked for.

    Parameters
    ----------
    arguments : Namespace
    read : callable
        Returns the corpus's clips; called only where its codes are not there yet.
    on_progress : callable
        ``(clips read, clips in all)``.

    Raises
    ------
    BenchmarkError
        If an option is given that networks on codes do not have, or the protocol is unknown.
    """
    _refuse(arguments)
    material = _material(arguments, read, on_progress)
    protocol = arguments.protocol or next(iter(material.protocols))
    if protocol not in material.protocols:
        raise BenchmarkError(
            f"{material.name} has no protocol “{protocol}”.",
            next_step=f"There are: {', '.join(material.protocols)}.",
        )
    clips = (clip for file in arguments.unlabelled for clip in read_clips(file)[0])
    unlabelled = code_unlabelled(material.coder, clips, len(material.aus)) if arguments.unlabelled else []
    if arguments.input == INPUTS[0]:
        material, unlabelled = material.geometry(), geometry_of(material.coder, unlabelled)
    return CodedBenchmark(material, protocol, _settings(arguments), arguments.output, unlabelled)


def refuse_geometry_options(arguments: argparse.Namespace) -> None:
    """Refuse, where networks read crops, what only networks on codes know.

    Raises
    ------
    BenchmarkError
        If one of `add_options` is given.
    """
    if arguments.temperature is not None or arguments.own_clip or arguments.readout:
        raise BenchmarkError(
            "--temperature, --own-clip and --readout are for networks on codes of the face mesh.",
            next_step="Add --input geometry, or leave them out.",
        )


def _refuse(arguments: argparse.Namespace) -> None:
    given = (arguments.crop_size, arguments.block_frames, arguments.start, arguments.no_augmentation)
    if any(given):
        raise BenchmarkError(
            "--crop-size, --block-frames, --start and --no-augmentation are for networks that read crops.",
            next_step="Leave them out, or --input geometry.",
        )
    if arguments.temperature is not None and not arguments.temperature > 0:
        raise BenchmarkError("A temperature lies above 0.", next_step="Correct --temperature.")


def _material(
    arguments: argparse.Namespace, read: Callable[[], Material], on_progress: Callable[[int, int], None]
) -> CodedMaterial:
    """Return the codes: those that ship, a file of them, or those of a corpus, which are read once."""
    folders: list[Path] = arguments.folders
    if arguments.corpus == "synthetic" and not folders:
        return read_codes(shipped_codes())
    if len(folders) == 1 and folders[0].is_file():
        return read_codes(folders[0])
    path = arguments.output / CODES
    if not path.is_file():
        write_codes(path, code_material(read(), on_progress))
    return read_codes(path)


def _settings(arguments: argparse.Namespace) -> CodedSettings:
    default = CodedSettings()
    rule, network, stage1, stage2 = default.rule, default.network, default.stage1, default.stage2
    if arguments.quick:
        rule, network = QUICK_RULE, replace(network, width=8, calm=4)
        stage1 = replace(stage1, steps=10, rows=4, window=16)
        stage2 = replace(stage2, rows=4, window=16)
    given = arguments
    lengths = {"most": given.most_steps, "fewest": given.fewest_steps, "every": given.every,
               "cycle": given.cycle_steps}  # fmt: skip
    contrast = {"steps": given.pretrain_steps, "temperature": given.temperature}
    fit = {"rows": given.rows, "window": given.window, "rate_of_f_and_g": 0.0 if given.readout else None}
    return CodedSettings(
        input=given.input,
        network=replace(network, **_named({"width": given.width})),
        stage1=replace(stage1, objective=given.objective, own_clip=given.own_clip, **_named(contrast)),
        stage2=replace(stage2, **_named(fit)),
        rule=replace(rule, **_named(lengths)),
        seeds=seeds_of(given.seeds, quick=given.quick),
        shares=SHARES if given.shares is None else shares_of(given.shares),
        scratch_shares=SHARES if given.scratch_shares is None else shares_of(given.scratch_shares),
    )


def _named(options: dict[str, Any]) -> dict[str, Any]:
    """Return those of some options that the command line names."""
    return {name: value for name, value in options.items() if value is not None}
