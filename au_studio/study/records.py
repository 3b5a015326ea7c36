"""What a study hands out: frozen records, one per kind of thing in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from au_studio.facs.notation import Side

CoderKind = Literal["human", "consensus", "imported"]
CoderPart = Literal["all", "double"]
"""What a coder rates: the whole sample, or only the frames that two coders rate."""


@dataclass(frozen=True)
class Recording:
    """A video that belongs to the study; the file itself stays where it is.

    Attributes
    ----------
    id : str
        Names it in the study, its folders and its jobs.
    name : str
        What lists show; the file's name at first.
    relative_path : str or None
        From the study's folder, with forward slashes; None on another drive.
    absolute_path : Path
        Where the file was last seen.
    size : int
        Bytes.
    duration : float
        Seconds.
    n_frames : int
        Frames that the decoder gives.
    content_hash : str
        Fingerprint of the contents (`au_studio.video.hashing`).
    person : str or None
        Who is analysed: the name of the target person's number if it has one, else that of the recording.
    condition : str or None
        Condition of the experiment.
    target_person : int or None
        Number of the tracked person who is analysed; None = the most prominent one so far.
    added : str
        When it was added, UTC in ISO 8601.
    group : str or None
        Group that the person belongs to (e.g. patients).
    note : str
        Whatever is worth knowing about it; often empty.
    """

    id: str
    name: str
    relative_path: str | None
    absolute_path: Path
    size: int
    duration: float
    n_frames: int
    content_hash: str
    person: str | None
    condition: str | None
    target_person: int | None
    added: str
    group: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Belongings:
    """How much leaves the lists together with a recording.

    Attributes
    ----------
    n_ratings, n_coders : int
        Ratings that hold, and the number of coders whose they are.
    n_frames : int
        Sampled frames.
    n_markers : int
        Markers.
    """

    n_ratings: int
    n_coders: int
    n_frames: int
    n_markers: int


@dataclass(frozen=True)
class Coder:
    """Somebody who rates: a person, the consensus of several, or an imported data set.

    Attributes
    ----------
    id, name : str
        The name is unique in the study, whatever its capitals.
    kind : {"human", "consensus", "imported"}
        Who or what it is.
    created : str
        When it was added, UTC in ISO 8601.
    part : {"all", "double"}
        The part of the sample that the coder rates.
    removed : str or None
        Since when the coder is off the lists; the ratings stay.
    """

    id: str
    name: str
    kind: CoderKind
    created: str
    part: CoderPart = "all"
    removed: str | None = None


@dataclass(frozen=True)
class Sample:
    """Frames of a recording that were drawn at random to be coded.

    Attributes
    ----------
    id, recording_id : str
        Names of the sample and of its recording.
    seed : int
        Seed of the draw.
    index_digest : str
        Digest of the timestamps that it was drawn from; with the seed and the recording's content hash it
        reproduces the draw.
    pts : tuple of int
        The frames in the order of time.
    drawn_order : tuple of int
        The same frames in the order in which they were drawn; extending appends to it.
    requested : int
        Frames asked for; more than ``len(pts)`` when the recording had fewer that could be coded.
    fraction : float or None
        The share asked for (0 to 1), when it was a share.
    spacing : int
        Least distance between two frames, in units of pts.
    overlap : float
        Share of the sample (0 to 1) that a second coder rates, too.
    method : str
        Name of the drawing rule.
    created : str
        When it was first drawn, UTC in ISO 8601.
    pooled : bool
        One draw over several recordings decided how many frames this one gave.
    double_pts : tuple of int
        The frames that a second coder rates, too, in the order of time.
    """

    id: str
    recording_id: str
    seed: int
    index_digest: str
    pts: tuple[int, ...]
    drawn_order: tuple[int, ...]
    requested: int
    fraction: float | None
    spacing: int
    overlap: float
    method: str
    created: str
    pooled: bool = False
    double_pts: tuple[int, ...] = ()

    def pts_for(self, coder: Coder) -> tuple[int, ...]:
        """Return the frames that a coder rates, in the order in which they were drawn."""
        if coder.part == "all":
            return self.drawn_order
        double = set(self.double_pts)
        return tuple(pts for pts in self.drawn_order if pts in double)


class Rating(NamedTuple):
    """What a coder's rating of one action unit in one frame is now.

    A tuple, because large studies have hundreds of thousands, and these are made several times as quickly.

    Attributes
    ----------
    coder_id, recording_id : str
        Who rated, and where.
    pts : int
        The frame, by its presentation timestamp.
    au : int
        FACS number of the action unit.
    value : int or None
        0 to 5; None = not codable, which is not 0.
    unsure : bool
        The coder marked it as unsure.
    created : str
        When it was made, UTC in ISO 8601.
    visible : str
        What the coder could see: ``"blind"`` = neither the model's nor another coder's values.
    code : int or None
        FACS visibility code 70-74, when the coder gave one.
    side : {"L", "R", "U"} or None
        Left, right or unilateral; None = both sides or not said.
    event_id : int
        The entry of the history that it stands on.
    """

    coder_id: str
    recording_id: str
    pts: int
    au: int
    value: int | None
    unsure: bool
    created: str
    visible: str = "blind"
    code: int | None = None
    side: Side | None = None
    event_id: int = 0


@dataclass(frozen=True)
class RatingEvent:
    """One entry of the history of ratings: a rating, or the retraction of one.

    ``reverts`` is the entry that this one undoes, if it does; ``import_id`` the import that it came with; the
    other fields are those of `Rating`.
    """

    id: int
    coder_id: str
    recording_id: str
    pts: int
    au: int
    action: Literal["rate", "retract"]
    value: int | None
    unsure: bool
    visible: str
    code: int | None
    side: Side | None
    seconds: float | None
    reverts: int | None
    created: str
    import_id: str | None = None


@dataclass(frozen=True)
class RatingImport:
    """Ratings of one coder that were read from files.

    Attributes
    ----------
    id, coder_id : str
        Which import, whose ratings.
    source : str
        The file or folder.
    format : {"long", "wide", "disfa", "bp4d", "elan", "boris", "observer", "spans", "facereader"}
        How it was written.
    created : str
        When, UTC in ISO 8601.
    ratings : int
        How many of its ratings still hold.
    """

    id: str
    coder_id: str
    source: str
    format: str
    created: str
    ratings: int


@dataclass(frozen=True)
class Note:
    """A coder's text about a frame."""

    coder_id: str
    recording_id: str
    pts: int
    text: str
    created: str


@dataclass(frozen=True)
class MarkerKind:
    """What a marker can mean, e.g. "question asked".

    Attributes
    ----------
    id, name : str
        The name is unique in the study, whatever its capitals.
    colour : int
        Place in the theme's palette, from 0; it wraps around.
    key : int or None
        The digit 1 to 9 that sets such a marker; None = by menu only.
    created : str
        When it was made, UTC in ISO 8601.
    removed : str or None
        Since when it is offered no more; its markers stay.
    """

    id: str
    name: str
    colour: int
    key: int | None
    created: str
    removed: str | None = None


@dataclass(frozen=True)
class Marker:
    """Something that happened in a recording, at a frame or over a span of frames.

    Attributes
    ----------
    id, recording_id, kind_id : str
        Which marker, where, and what it means.
    start : int
        pts of the (first) frame.
    stop : int or None
        pts of the last frame; None = at one frame.
    note : str
        What else there is to say; often empty.
    created : str
        When it was set, UTC in ISO 8601.
    """

    id: str
    recording_id: str
    kind_id: str
    start: int
    stop: int | None
    note: str
    created: str


@dataclass(frozen=True)
class StudyModel:
    """A model that was trained in the study.

    Attributes
    ----------
    id : str
        File name of the checkpoint without suffix.
    name : str
        What lists show.
    path : Path
        The checkpoint in the study's ``models`` folder.
    parent : str or None
        Id of the model that it was trained from.
    sha256 : str
        Of the checkpoint.
    card : dict
        The model card.
    created : str
        When it was added, UTC in ISO 8601.
    note : str
        What people want to remember of it; often empty.
    removed : str or None
        Since when it is off the lists; the checkpoint stays.
    """

    id: str
    name: str
    path: Path
    parent: str | None
    sha256: str
    card: dict[str, Any]
    created: str
    note: str = ""
    removed: str | None = None


def called(name: str, recordings: Sequence[Recording]) -> list[Recording]:
    """Return the recordings that somebody means by a name, an id, or a name without its ending.

    Parameters
    ----------
    name : str
        As it was typed.
    recordings : sequence of Recording
        To choose from.

    Returns
    -------
    list of Recording
        Several where the name without its ending is that of several; empty where there is none.
    """
    exact = [r for r in recordings if name in (r.id, r.name)]
    return exact or [r for r in recordings if Path(r.name).stem == name]


def told_apart(recordings: Sequence[Recording]) -> str:
    """Return the names of recordings that one word means, listed; ids where names are the same."""
    names = [r.name for r in recordings]
    return ", ".join(r.id if names.count(r.name) > 1 else r.name for r in recordings)
