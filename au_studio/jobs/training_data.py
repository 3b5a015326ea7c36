"""What a coder's ratings are worth for training: counts, warnings, and the job that learns from them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from au_studio.analysis.tracks import tracks_backend
from au_studio.coding.rated_person import other_person_rated
from au_studio.errors import AUStudioError
from au_studio.face.backends import DEFAULT_BACKEND
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.jobs.job import FinetuneJob, LabelledRecording, RatedCell
from au_studio.stats.group_bootstrap import FEW_PRESENT
from au_studio.study.records import Rating, Recording
from au_studio.study.study import Study
from au_studio.texts import sentence
from au_studio.video.options import readings_to_json

FEW_FRAMES = 30
"""Below this many rated frames, held-out figures say little and a model hardly learns; a rule of thumb."""


@dataclass(frozen=True)
class AuCount:
    """How often an action unit was rated.

    Attributes
    ----------
    au : int
        FACS number.
    rated : int
        Frames rated 0 to 5.
    present : int
        Of these, rated 1 to 5.
    not_codable : int
        Frames in which it could not be coded; they do not train.
    known : bool
        Whether the model to start from reads it.
    """

    au: int
    rated: int
    present: int
    not_codable: int
    known: bool = True

    @property
    def few(self) -> bool:
        """Whether it was there too rarely for its agreement to mean much."""
        return self.present < FEW_PRESENT


@dataclass(frozen=True)
class LabelSummary:
    """What one coder's ratings hold.

    Attributes
    ----------
    frames : int
        Frames with at least one rating of 0 to 5.
    ratings : int
        Ratings of 0 to 5.
    recordings, groups : int
        Recordings and persons that they are of (a recording without a named person counts as its own).
    unnamed : int
        Recordings among them of which nobody has said who is in them.
    counts : tuple of AuCount
        One per action unit.
    """

    frames: int = 0
    ratings: int = 0
    recordings: int = 0
    groups: int = 0
    unnamed: int = 0
    counts: tuple[AuCount, ...] = ()

    @property
    def persons_known(self) -> bool:
        """Whether recordings that are held out whole are known to be of other persons."""
        return self.groups == 1 or not self.unnamed

    def caution(self) -> str:
        """Say what persons who were not named mean for held-out figures; empty when all is known."""
        if self.persons_known:
            return ""
        return sentence(
            "Nobody has said who is in {unnamed} of the {n} rated recordings. If one person is in several, "
            "held-out figures are better than on new persons. Name the persons first: Recording > Persons "
            "and conditions.",
            unnamed=self.unnamed,
            n=self.recordings,
        )

    def warnings(self) -> tuple[str, ...]:
        """Return what limits the training or its evaluation, in sentences; empty when nothing does."""
        if not self.ratings:
            return (
                sentence("There are no ratings by this coder yet. Rate the sample first, on the Code page."),
            )
        found = []
        if self.frames < FEW_FRAMES:
            found.append(
                sentence(
                    "Only {frames} frames are rated. With fewer than {few}, expect little gain and "
                    "uncertain figures.",
                    frames=self.frames,
                    few=FEW_FRAMES,
                )
            )
        rated = [count for count in self.counts if count.rated]
        if rare := _labels(count for count in rated if count.known and count.few):
            found.append(
                sentence(
                    "{units}: there (1 to 5) in fewer than {few} rated frames, so agreement "
                    "will be “n/a” or uncertain.",
                    units=rare,
                    few=FEW_PRESENT,
                )
            )
        if missing := _labels(count for count in self.counts if not count.rated):
            found.append(sentence("{units}: not rated, so the model keeps what it knew.", units=missing))
        if new := _labels(count for count in rated if not count.known and not count.few):
            found.append(
                sentence(
                    "{units}: not read by the model to start from, so learned from these ratings alone.",
                    units=new,
                )
            )
        if left_out := _labels(count for count in rated if not count.known and count.few):
            found.append(
                sentence(
                    "{units}: not read by the model to start from, and there (1 to 5) in fewer than "
                    "{few} rated frames, so not learned.",
                    units=left_out,
                    few=FEW_PRESENT,
                )
            )
        if self.groups == 1:
            found.append(
                sentence(
                    "All ratings are of one person (or recording), so blocks of time are held out: the "
                    "figures "
                    "say how good the model is on this person, not on others."
                )
            )
        return tuple(found)


def _labels(counts: Iterable[AuCount]) -> str:
    return ", ".join(ACTION_UNITS[count.au].label for count in counts)


def summarise(
    ratings: Sequence[Rating], recordings: Sequence[Recording], known: Collection[int]
) -> LabelSummary:
    """Count one coder's ratings.

    Parameters
    ----------
    ratings : sequence of Rating
        Ratings of one coder.
    recordings : sequence of Recording
        The study's recordings; ratings of others (removed ones) do not count.
    known : collection of int
        Action units that the model to start from reads.
    """
    group = {recording.id: group_of(recording) for recording in recordings}
    unnamed = {recording.id for recording in recordings if not recording.person}
    kept = [rating for rating in ratings if rating.recording_id in group]
    values = [rating for rating in kept if rating.value is not None]
    # In one go each: a hundred thousand ratings are counted whenever the window shows a study.
    every = Counter(rating.au for rating in kept)
    rated = Counter(rating.au for rating in values)
    present = Counter(rating.au for rating in values if rating.value)
    seen = {rating.recording_id for rating in values}
    return LabelSummary(
        frames=len({(rating.recording_id, rating.pts) for rating in values}),
        ratings=len(values),
        recordings=len(seen),
        groups=len({group[recording_id] for recording_id in seen}),
        unnamed=len(seen & unnamed),
        counts=tuple(
            AuCount(au, rated[au], present[au], every[au] - rated[au], au in known)
            for au in sorted({*known, *every})
        ),
    )


def group_of(recording: Recording) -> str:
    """Return what is held out together: the person, or the recording when nobody said who it is of."""
    return recording.person or recording.id


def build_job(
    study: Study,
    coder_id: str,
    *,
    base: str,
    name: str,
    use_unsure: bool,
    seed: int,
    backend: str = DEFAULT_BACKEND,
) -> FinetuneJob:
    """Return the job that fine-tunes a model on one coder's ratings; it needs the study no more.

    Parameters
    ----------
    study : Study
        Holds recordings and ratings.
    coder_id : str
        Whose ratings train.
    base : str
        Checkpoint to start from.
    name : str
        Name of the new model, for people.
    use_unsure : bool
        Whether ratings marked as unsure train, too.
    seed : int
        Seed of the training.
    backend : str
        Face backend; faces that were tracked by another one are looked for again.

    Raises
    ------
    AUStudioError
        If there are no ratings, a rated recording's video cannot be found, a person was chosen in faces
        that another backend tracked, or the ratings are of another person than the one who is read.
    """
    labelled = []
    digest = hashlib.sha256()
    for recording in study.recordings():
        ratings = [
            RatedCell(rating.pts, rating.au, rating.value)
            for rating in study.ratings(coder_id, recording.id)
            if use_unsure or not rating.unsure
        ]
        if not ratings:
            continue
        digest.update(recording.content_hash.encode())
        digest.update(
            repr(sorted((r.pts, r.au, -1 if r.value is None else r.value) for r in ratings)).encode()
        )
        labelled.append(_labelled(study, recording, ratings, backend))
    if not labelled:
        raise AUStudioError(
            "There are no ratings to train on.", next_step="Rate the sample on the Code page."
        )
    return FinetuneJob(
        model=base,
        output=str(study.model_path(new_model_id(name, [model.id for model in study.models()]))),
        name=name,
        recordings=tuple(labelled),
        seed=seed,
        labels_hash=digest.hexdigest(),
        backend=backend,
        readings=readings_to_json(recording.video for recording in labelled),
    )


def _labelled(
    study: Study, recording: Recording, ratings: Sequence[RatedCell], backend: str
) -> LabelledRecording:
    """Return a recording with its ratings as a job reads it, once it is clear whose face is meant."""
    rated = other_person_rated(study, recording)
    if rated is not None:
        raise AUStudioError(
            sentence(
                "The ratings of {recording} are of person {rated}, and another one is read there now.",
                recording=recording.name,
                rated=rated + 1,
            ),
            next_step=sentence("Choose person {rated} on the Watch page before training.", rated=rated + 1),
        )
    tracks = study.tracks_path(recording.id)
    found_by = tracks_backend(tracks)
    if recording.target_person is not None and found_by not in {None, backend}:
        raise AUStudioError(
            sentence(
                "Whose face is meant in {recording} is known only in faces found by {found_by}, and "
                "the study uses {backend} now.",
                recording=recording.name,
                found_by=found_by,
                backend=backend,
            ),
            next_step="Open the recording on the Watch page and wait for its curves, or choose the "
            "earlier face finder.",
        )
    return LabelledRecording(
        video=str(study.locate(recording)),
        tracks=str(tracks) if found_by == backend else None,
        crops=str(study.samples_path(recording.id) / "crops"),
        group=group_of(recording),
        recording_id=recording.id,
        ratings=tuple(ratings),
        target_person=recording.target_person,
    )


def new_model_id(name: str, taken: Sequence[str]) -> str:
    """Return a file name for a model: its name in plain letters, the moment, and a number if need be."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "model"
    first = f"{plain}-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    return next(i for n in range(1, 1000) if (i := first if n == 1 else f"{first}-{n}") not in taken)
