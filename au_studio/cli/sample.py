"""``au-studio sample``: draw the random sample of a study, extend it, or take the last draw back."""

from __future__ import annotations

import argparse
import random
import sys

from au_studio.cli.of_study import add_json, add_study, chosen_recordings, print_json
from au_studio.cli.recording_option import add_recordings
from au_studio.coding.drawing import (
    Amount,
    DrawPlan,
    Pool,
    draw_from,
    eligible_frames,
    pool_of,
    remember_draw,
    take_back_draw,
)
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.jobs.console import Console
from au_studio.study.folder import study_folder
from au_studio.study.study import Study
from au_studio.video.index import index_video

_SEEDS = 100_000
"""Seeds that are chosen at random lie below: people write them down."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio sample``."""
    add_study(parser)
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument(
        "--share", type=_percent, metavar="PERCENT", help="share of the frames to draw (default: 2)"
    )
    amount.add_argument("--count", type=_whole, metavar="N", help="number of frames to draw instead")
    amount.add_argument(
        "--undo", action="store_true", help="take back what this command drew last, if nothing of it is rated"
    )
    parser.add_argument(
        "--seed",
        type=_seed,
        metavar="N",
        help="decides the draw, with the recording's contents; a sample that is extended keeps its own "
        "(default: a random one, which is told and kept)",
    )
    add_recordings(parser)
    parser.add_argument(
        "--pooled",
        action="store_true",
        help="one draw over all recordings: every frame has the same chance (default: from each its share)",
    )
    parser.add_argument(
        "--apart", type=_seconds, default=0.0, metavar="SECONDS", help="least distance of two frames"
    )
    parser.add_argument(
        "--double",
        type=_percent,
        default=0.0,
        metavar="PERCENT",
        help="share of the sample that a second coder rates, too",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Draw; 0 only when every recording that was named could be drawn from."""
    with Study.open(study_folder(arguments.study)) as study:
        if arguments.undo:
            gone = take_back_draw(study)
            if arguments.json:
                print_json({"taken_back": gone})
            else:
                sys.stdout.write(f"{counted(gone, 'sampled frame')} taken back.\n")
            return 0
        return _draw(study, arguments)


def _draw(study: Study, arguments: argparse.Namespace) -> int:
    console = Console()
    recordings = chosen_recordings(study, arguments.recording)
    pools: list[Pool] = []
    refused: dict[str, str] = {}
    for number, recording in enumerate(recordings):
        console.step(number, len(recordings), "Looking at the recordings")
        try:
            index = index_video(study.locate(recording))
        except AUStudioError as error:
            refused[recording.name] = str(error)
            continue
        eligible = eligible_frames(index, study.tracks_path(recording.id), recording.target_person)
        pools.append(pool_of(study, recording, index, eligible))
    console.end_line()
    share = None if arguments.count is not None else (arguments.share or 0.02)
    seed = arguments.seed
    if seed is None:
        seed = random.SystemRandom().randrange(1, _SEEDS)
    plan = DrawPlan(
        Amount(share, arguments.count),
        seed,
        pooled=arguments.pooled,
        spacing=arguments.apart,
        overlap=arguments.double,
    )
    before = {pool.recording_id: pool.drawn for pool in pools}
    drawn = draw_from(study, pools, plan)
    if drawn is not None:
        remember_draw(study, drawn)
    lines = [
        {
            "recording": pool.name,
            "new": len(sample.pts) - before[pool.recording_id],
            "sampled": len(sample.pts),
            "seed": sample.seed,
            "faces_known": pool.eligible is not None,
        }
        for pool in pools
        for sample in study.samples(pool.recording_id)[:1]
    ]
    for pool in pools:
        if not pool.codable:
            refused[pool.name] = (
                "No frame shows the face that is read. If somebody else is in it, say whom to read: "
                "au-studio study set STUDY RECORDING --face N"
            )
    for name, why in refused.items():
        console.say(f"Left out: {name}: {why}")
    if arguments.json:
        told = {"new": 0 if drawn is None else drawn.new_frames, "recordings": lines, "left_out": refused}
        print_json(told)
    else:
        for line in lines:
            faces = "" if line["faces_known"] else "; faces not looked for yet, so any frame may be drawn"
            sys.stdout.write(
                f"{line['recording']}: {line['new']} new, {line['sampled']} sampled, seed {line['seed']}"
                f"{faces}\n"
            )
    return 1 if refused else 0


def _percent(text: str) -> float:
    """Read a share in percent, above 0 and at most 100; returns a fraction."""
    value = float(text.rstrip("%"))
    if not 0 < value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is no share in percent, above 0 and at most 100")
    return value / 100


def _whole(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of frames")
    return int(text)


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) > 2_147_483_647:
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 0 to 2147483647")
    return int(text)


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return value
