"""Drawing the sample: what can be drawn from each recording, the draw itself, and taking it back."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.targets import target_rows
from au_studio.analysis.tracks import TracksError, load_tracks
from au_studio.study import sampling
from au_studio.study.draws import DrawnState
from au_studio.study.errors import DrawRatedError
from au_studio.study.records import Recording, Sample
from au_studio.study.samples import DrawRequest
from au_studio.study.sampling import count_for
from au_studio.study.study import Study
from au_studio.video.index import VideoIndex

_LAST = "sample.last"
"""Setting of the study: what a command drew last, to be taken back."""


@dataclass(frozen=True)
class Amount:
    """How much to draw: a share of the frames, or a number of them."""

    fraction: float | None = None
    count: int | None = None

    def of(self, n_frames: int) -> int:
        """Return how many frames that is out of `n_frames` that can be coded."""
        if self.count is not None:
            return min(self.count, n_frames)
        return count_for(self.fraction or 0.02, n_frames) if n_frames else 0


@dataclass(frozen=True)
class DrawPlan:
    """What the dialog asks for.

    Attributes
    ----------
    amount : Amount
        How much: of each recording, or of all together when `pooled`.
    seed : int
        Seed of recordings that have no sample yet.
    pooled : bool
        One draw over all recordings.
    spacing : float
        Least distance of two frames in seconds, for recordings that have no sample yet.
    overlap : float
        Share of the sample (0 to 1) that a second coder rates, too.
    """

    amount: Amount
    seed: int
    pooled: bool = False
    spacing: float = 0.0
    overlap: float = 0.0


@dataclass(frozen=True, eq=False)
class Pool:
    """What can be drawn from one recording.

    Attributes
    ----------
    recording_id, name, content_hash : str
        The recording.
    index : VideoIndex
        Its timestamps.
    eligible : bool[T] or None
        Frames with the target person's face; None while nobody has looked (every frame may be drawn then).
    sample : Sample or None
        What was drawn before.
    """

    recording_id: str
    name: str
    content_hash: str
    index: VideoIndex
    eligible: NDArray[np.bool_] | None
    sample: Sample | None

    @property
    def drawn(self) -> int:
        """Frames drawn before."""
        return len(self.sample.pts) if self.sample else 0

    @property
    def codable(self) -> int:
        """Frames that may be drawn, those drawn before included."""
        return self.index.n_frames if self.eligible is None else int(np.count_nonzero(self.eligible))

    @property
    def spacing(self) -> float:
        """Least distance of two frames of the sample, in seconds; 0 without a sample."""
        return self.sample.spacing * float(self.index.time_base) if self.sample else 0.0

    def would_add(self, amount: Amount) -> int:
        """Return how many new frames a draw from this recording alone would add."""
        return min(amount.of(self.codable), len(self.free))

    @functools.cached_property
    def free(self) -> NDArray[np.int64]:
        """Positions of the frames that can still be drawn, int64[F]."""
        free = np.ones(self.index.n_frames, dtype=np.bool_) if self.eligible is None else self.eligible.copy()
        if self.sample is not None:
            free[np.searchsorted(self.index.pts, self.sample.pts)] = False
        return np.flatnonzero(free)

    def numbers(self, seed: int) -> NDArray[np.uint64]:
        """Return the random number of every frame, uint64[T]; a sample keeps its seed and rule."""
        method = self.sample.method if self.sample else sampling.METHOD
        source = sampling.Source(self.index.digest(), self.content_hash, method)
        return _numbers(self.index, self.sample.seed if self.sample else seed, source)

    def request(self, plan: DrawPlan) -> DrawRequest:
        """Return what the study needs to know to draw from it."""
        spacing = math.ceil(plan.spacing / float(self.index.time_base)) if plan.spacing else 0
        return DrawRequest(self.recording_id, self.index.digest(), self.index.pts, self.eligible, spacing)


def preview(pools: Sequence[Pool], plan: DrawPlan) -> tuple[int, ...]:
    """Return how many new frames each recording would give; with a least distance it may be fewer."""
    if not plan.pooled:
        return tuple(pool.would_add(plan.amount) for pool in pools)
    if not pools:
        return ()
    wanted = plan.amount.of(sum(pool.codable for pool in pools))
    drawn = [pool.numbers(plan.seed)[pool.free] for pool in pools]
    together = np.concatenate(drawn)
    if wanted >= len(together):
        return tuple(len(numbers) for numbers in drawn)
    limit = np.partition(together, wanted)[wanted]
    return tuple(int(np.count_nonzero(numbers < limit)) for numbers in drawn)


@functools.lru_cache(maxsize=64)
def _numbers(index: VideoIndex, seed: int, source: sampling.Source) -> NDArray[np.uint64]:
    return sampling.numbers(index.n_frames, seed, source)


@dataclass(frozen=True)
class Drawn:
    """What a draw has come to.

    Attributes
    ----------
    samples : tuple of Sample
        One per recording that was drawn from.
    before, after : DrawnState
        The samples of these recordings before and after.
    """

    samples: tuple[Sample, ...]
    before: DrawnState
    after: DrawnState

    @property
    def new_frames(self) -> int:
        """How many frames are in the samples that were not before."""
        return len(self.after.frames) - len(self.before.frames)


def pool_of(
    study: Study, recording: Recording, index: VideoIndex, eligible: NDArray[np.bool_] | None
) -> Pool:
    """Return what can be drawn from a recording of a study, whose timestamps and faces are known."""
    samples = study.samples(recording.id)
    sample = samples[0] if samples else None
    return Pool(recording.id, recording.name, recording.content_hash, index, eligible, sample)


def draw_from(study: Study, pools: Sequence[Pool], plan: DrawPlan) -> Drawn | None:
    """Draw the sample of some recordings, or extend it where there is one: all of them or none.

    Returns
    -------
    Drawn or None
        None where there is nothing more to draw.

    Raises
    ------
    SampleMismatchError
        If the timestamps are not those that a sample was drawn from.
    """
    pools = [pool for pool in pools if plan.pooled or pool.would_add(plan.amount)]
    if not pools:
        return None
    drawn = [pool.recording_id for pool in pools]
    before = study.drawn_state(drawn)
    samples = study.draw(
        [pool.request(plan) for pool in pools],
        seed=plan.seed,
        fraction=plan.amount.fraction,
        count=plan.amount.count,
        pooled=plan.pooled,
        overlap=plan.overlap,
    )
    return Drawn(tuple(samples), before, study.drawn_state(drawn))


def remember_draw(study: Study, drawn: Drawn) -> None:
    """Keep in the study what `take_back_draw` needs: a command that ends remembers nothing."""
    study.set_setting(_LAST, {"before": asdict(drawn.before), "after": asdict(drawn.after)})


def take_back_draw(study: Study) -> int:
    """Take back the last draw that was remembered; return how many frames went.

    Raises
    ------
    DrawRatedError
        If there is none, the samples have changed since, or a frame that would go is rated.
    """
    kept = study.setting(_LAST)
    if not kept:
        raise DrawRatedError("No draw of this command can be taken back in this study.")
    before, after = (_state(kept[name]) for name in ("before", "after"))
    if study.drawn_state(after.recording_ids).keys() != after.keys():
        raise DrawRatedError(
            "The sample has changed since the last draw of this command, so it cannot be taken back.",
            next_step="Take the draw back where it was made: Undo on the Code page.",
        )
    study.set_drawn_state(before)
    study.set_setting(_LAST, None)
    return len(after.frames) - len(before.frames)


def _state(kept: dict[str, list[str] | list[dict[str, object]]]) -> DrawnState:
    return DrawnState(*(tuple(kept[name]) for name in ("recording_ids", "samples", "frames")))  # type: ignore[arg-type]


def eligible_frames(
    index: VideoIndex, tracks_path: Path | None, target: int | None
) -> NDArray[np.bool_] | None:
    """Return which frames show the target person; None when the faces were not tracked (all of them)."""
    if tracks_path is None or not tracks_path.is_file():
        return None
    try:
        tracks = load_tracks(tracks_path)
    except TracksError:
        return None
    if not np.array_equal(tracks.pts, index.pts):
        return None
    return target_rows(tracks, target) >= 0
