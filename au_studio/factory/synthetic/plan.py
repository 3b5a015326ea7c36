"""What a corpus is to hold: who is in it, in which part, and in which shard; drawn from a seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from au_studio.factory.synthetic.corpus import CLIP, STATIC
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, TEST, TRAIN, VALIDATION

ICT_SHARE = 0.65
"""Share of ICT heads; the others are MakeHuman's."""
VALIDATION_SHARE, TEST_SHARE = 0.08, 0.12
"""Shares of the people in the validation and the test part."""
_IDENTITIES_PER_SHARD, _CLIPS_PER_SHARD = 12, 8


@dataclass(frozen=True)
class CorpusSize:
    """How much to render.

    Attributes
    ----------
    static : int
        Number of still pictures.
    clips : int
        Number of clips of 64–100 frames.
    per_identity : int
        Still pictures of each person.
    frame_rate : int
        Frames per second of the clips; 0 draws 25 or 30 for each. A low one shows more of what a face does in
        as many frames.
    """

    static: int = 24_000
    clips: int = 260
    per_identity: int = 36
    frame_rate: int = 0


@dataclass(frozen=True)
class Task:
    """One person to render: still pictures, or one clip."""

    identity: int
    rig: int
    split: int
    kind: int
    frames: int
    clip: int
    """Number of the clip, or of the first still picture (each has its own)."""
    frame_rate: int = 0
    """Of a clip; 0 draws one."""


@dataclass(frozen=True)
class ShardPlan:
    """What goes into one shard."""

    number: int
    seed: int
    tasks: tuple[Task, ...]


def plan_corpus(seed: int, size: CorpusSize) -> list[ShardPlan]:
    """Plan a corpus: who is in it, in which part, and in which shard.

    Clips and still pictures alternate among the shards, so that the first shards already hold both.
    """
    n_static = -(-size.static // size.per_identity) if size.static else 0
    n = n_static + size.clips
    rng = np.random.default_rng([seed, 71])
    splits = np.zeros(n, int)
    rigs = np.zeros(n, int)
    for start, stop in ((0, n_static), (n_static, n)):  # the same shares in both kinds
        place = (rng.permutation(stop - start) + 0.5) / max(stop - start, 1)
        splits[start:stop] = np.where(
            place < TEST_SHARE, TEST, np.where(place < TEST_SHARE + VALIDATION_SHARE, VALIDATION, TRAIN)
        )
        rigs[start:stop] = np.where(
            rng.permutation(stop - start) + 0.5 < ICT_SHARE * (stop - start), ICT, MAKEHUMAN
        )
    stills, clips = [], []
    left = size.static
    for number in range(n):
        if number < n_static:
            frames = min(size.per_identity, left)
            stills.append(
                Task(number, int(rigs[number]), int(splits[number]), STATIC, frames, size.static - left)
            )
            left -= frames
        else:
            frames, clip = int(rng.integers(64, 101)), size.static + number - n_static
            part = (int(rigs[number]), int(splits[number]))
            clips.append(Task(number, *part, CLIP, frames, clip, size.frame_rate))
    groups = [(position / max(len(tasks), 1), tuple(tasks[position : position + step]))
              for tasks, step in ((stills, _IDENTITIES_PER_SHARD), (clips, _CLIPS_PER_SHARD))
              for position in range(0, len(tasks), step)]  # fmt: skip
    groups.sort(key=lambda group: group[0])
    return [ShardPlan(number, seed, tasks) for number, (_, tasks) in enumerate(groups)]
