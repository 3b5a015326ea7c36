"""How long the parts of a training take, so that the time left covers the whole of it.

The rates are rough ones of two CPU cores. They serve until the work itself has been timed: whoever shows the
time left corrects them by what it measures (`au_studio.jobs.time_left`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from au_studio.jobs.job import FinetuneJob, Job, PretrainJob
from au_studio.jobs.protocol import Event, Progress, Report

CUTTING, LOOKING, LEARNING = "cutting", "looking", "learning"
CUT_FRAMES_PER_SECOND = 200.0
"""Frames decoded and cut; the decoding runs through those between two surroundings, too."""
LOOKED_AT_PER_SECOND = 140.0
"""Crops that networks are run on without learning: the encoder, and the mesh, which is the larger part."""
LOOKING_BEGINS = 8.0
"""Seconds that looking takes however few the crops are: libraries, and the fits of the regressor."""
LEARNING_ENDS = 4.0
"""Seconds until a model that has learned is judged, written, and made ready for analyses."""
LEARNT_PER_SECOND = 120.0
"""Crops that a network learns from: forward and backward."""

FINETUNED_CROPS = 6 * 8
"""Crops that each model of a fine-tuning learns from in one gradient step."""
FOLDS = 5
"""Most models that learn beside the final one, each with some persons (or stretches of time) held out."""

CONTEXTS = ((24, 4), (12, 2), (7, 0))
"""Frames before and after a rated frame, for the temporal state; the first that the disk allows is taken."""
MOST_FRAMES = 32_000
"""Crops that are cut for one training, if less context can keep it to that: 2 GB on disk, none in memory."""
CLIP_FRAMES = 96
"""Frames in a row that stage 1 cuts at a time: eight blocks at a stride of a tenth of a second."""
CLIPS_PER_VIDEO = 40
"""Most clips cut from one recording, spread evenly: no long recording drowns the rest."""


@dataclass(frozen=True)
class ExpectedTime:
    """The parts of a job in their order.

    Attributes
    ----------
    parts : tuple of (str, float)
        What kind of work, and the seconds that it is expected to take.
    """

    parts: tuple[tuple[str, float], ...] = ()

    def seconds(self, after: int = -1) -> dict[str, float]:
        """Return the seconds per kind of work of the parts after a certain one (of all, by default)."""
        found: dict[str, float] = {}
        for kind, seconds in self.parts[after + 1 :]:
            found[kind] = found.get(kind, 0.0) + seconds
        return found

    def telling(self, report: Report, number: int) -> Report:
        """Return a listener that passes events on, with the progress marked as that of a part."""
        kind, expected = self.parts[number]
        later = self.seconds(number)

        def tell(event: Event) -> None:
            if isinstance(event, Progress):
                event = replace(event, part=kind, expected=expected, later=later)
            report(event)

        return tell


def expected_time_of(job: Job, learnt: int, *, cut: bool = True) -> ExpectedTime:
    """Return the parts of a training.

    Parameters
    ----------
    job : Job
        A fine-tuning or a stage 1; anything else has no parts.
    learnt : int
        Crops that are learnt from; in a fine-tuning, by each of the models that learn side by side.
    cut : bool
        Whether crops are to be cut; otherwise they lie on the disk already.
    """
    if isinstance(job, FinetuneJob):
        groups = len({recording.group for recording in job.recordings})
        models = 1 + (min(FOLDS, groups) if groups > 1 else FOLDS)
        learning = (LEARNING, LEARNING_ENDS + models * learnt / LEARNT_PER_SECOND)
        rated = [len({rating.pts for rating in recording.ratings}) for recording in job.recordings]
        around = sum(context_for(sum(rated))) + 1
        cutting = [(CUTTING, cut * n * around / CUT_FRAMES_PER_SECOND) for n in rated]
        looking = (LOOKING, LOOKING_BEGINS + sum(rated) * around / LOOKED_AT_PER_SECOND)
        return ExpectedTime((*cutting, looking, learning))
    if isinstance(job, PretrainJob):
        most = CLIP_FRAMES * clips_per_video(len(job.videos), CLIP_FRAMES)
        known = job.frames or (most,) * len(job.videos)
        cutting = [(CUTTING, cut * min(n, most) / CUT_FRAMES_PER_SECOND) for n in known]
        return ExpectedTime((*cutting, (LEARNING, learnt / LEARNT_PER_SECOND)))
    return ExpectedTime()


def context_for(n_rated: int) -> tuple[int, int]:
    """Return how many frames before and after each rated frame are cut, for so many rated frames in all."""
    for before, after in CONTEXTS:
        if n_rated * (before + 1 + after) <= MOST_FRAMES:
            return before, after
    return CONTEXTS[-1]


def clips_per_video(n_videos: int, length: int) -> int:
    """Return how many clips of `length` frames stage 1 cuts from each of so many recordings at most."""
    return max(1, min(CLIPS_PER_VIDEO, MOST_FRAMES // (length * max(1, n_videos))))
