"""Job files: everything that one child process needs to know, as JSON.

A job file is self-contained: it names files by absolute path and carries the ratings it trains on, because
the child never opens the study's database (the window holds its lock). The window and the command line
write and run the same files.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal

from au_studio.analysis.rest import RUNNING, RestChoice
from au_studio.errors import AUStudioError
from au_studio.texts import sentence
from au_studio.video.options import SOFTWARE, check_decoder

TABLES = ("openface", "tidy", "events", "summary", "elan", "parquet", "mne", "bids")
"""Tables that an analysis can write, the default first."""


class JobError(AUStudioError):
    """A job file that cannot be read or does not describe a job."""


@dataclass(frozen=True)
class Job:
    """What every job has in common: a kind, and a round trip through JSON.

    Attributes
    ----------
    readings : dict
        How recordings are read of which people chose it (`au_studio.video.options`), by path.
    """

    kind: ClassVar[str] = ""
    renamed: ClassVar[Mapping[str, str]] = {}
    """Fields by the names that job files of earlier versions hold them by: interrupted jobs go on."""

    readings: dict[str, dict[str, Any]] = field(default_factory=dict, kw_only=True)

    @property
    def models(self) -> tuple[Path, ...]:
        """Checkpoints that it reads: without them it cannot begin."""
        named = (getattr(self, "model", None), getattr(self, "before", None))
        return tuple(Path(name) for name in named if name)

    def to_json(self) -> dict[str, Any]:
        """Return the job as a JSON object; :func:`job_from_json` reads it back."""
        return {"kind": self.kind, **dataclasses.asdict(self)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Job:
        """Build the job from a JSON object.

        Raises
        ------
        JobError
            If a field is missing or unknown.
        """
        values = {cls.renamed.get(name, name): value for name, value in data.items() if name != "kind"}
        try:
            return cls(**values)
        except TypeError as error:
            raise JobError(
                sentence("The job file does not describe a job of the kind “{kind}”.", kind=cls.kind),
                next_step="Start the job again from AU Studio.",
                details=str(error),
            ) from error


@dataclass(frozen=True)
class AnalyzeJob(Job):
    """Estimate the intensities of one recording and write them.

    Attributes
    ----------
    video : str
        The recording.
    model : str
        Checkpoint (``.safetensors``).
    tracks : str or None
        Face tracks (HDF5): reused when they belong to this recording and backend, written otherwise.
    output_h5 : str or None
        Intensities (HDF5).
    output_csv : str or None
        OpenFace-style table; its sidecar gets the same name with ``.json``, further `formats` get theirs
        before the suffix (``clip.events.csv``).
    backend : str
        Face backend, ``"mediapipe"`` or ``"face-alignment"``.
    target_person : int or None
        Person to analyse; None takes the one who fills most of the picture.
    device : str
        ``"auto"``, ``"cpu"``, ``"cuda"`` or ``"mps"``.
    formats : tuple of str
        Tables to write beside `output_csv`, of :data:`TABLES`.
    calibrate : "off", "auto" or float
        Calibration of the tables to the person (`au_studio.analysis.processing.Processing`); `output_h5`
        stays as the model gave it.
    smooth : float
        Smoothing of the tables, standard deviation in seconds; 0 for none.
    expected_errors : bool
        Whether the table gets columns of expected errors (``AU12_sd``).
    rest : str
        What is taken for a person's rest, as `au_studio.analysis.rest.RestChoice` reads it.
    stream, deinterlace
        As `au_studio.video.options.ReadingOptions` has them.
    decoder : str
        Who makes the pictures, of `au_studio.video.options.DECODERS`.
    threads : int or None
        Threads that work on the recording; None takes what is quickest.
    reuse : bool
        Whether an `output_h5` that is this very analysis is taken as it is; only the tables are written then.
    """

    kind: ClassVar[str] = "analyze"
    renamed: ClassVar[Mapping[str, str]] = {"neutral": "calibrate"}

    video: str
    model: str
    tracks: str | None = None
    output_h5: str | None = None
    output_csv: str | None = None
    backend: str = "mediapipe"
    target_person: int | None = None
    device: str = "auto"
    formats: tuple[str, ...] = ("openface",)
    calibrate: Literal["off", "auto"] | float = "off"
    smooth: float = 0.0
    expected_errors: bool = False
    rest: str = RUNNING
    stream: int | None = None
    deinterlace: bool = True
    decoder: str = SOFTWARE
    threads: int | None = None
    reuse: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "formats", tuple(self.formats))
        # One way of writing it: analyses are compared by it.
        object.__setattr__(self, "rest", str(RestChoice.parse(self.rest)))
        check_decoder(self.decoder)
        if self.threads is not None and self.threads < 1:
            raise JobError(
                sentence("An analysis cannot work in {threads} threads.", threads=self.threads),
                next_step="Give it 1 or more, or leave it.",
            )
        unknown = [name for name in self.formats if name not in TABLES]
        if unknown:
            raise JobError(
                sentence("There is no table format “{unknown}”.", unknown=unknown[0]),
                next_step=sentence("Choose among {names}.", names=", ".join(TABLES)),
            )


@dataclass(frozen=True)
class RatedCell:
    """One rating: the frame (presentation timestamp), the action unit, and 0-5 or None (not codable)."""

    pts: int
    au: int
    value: int | None


@dataclass(frozen=True)
class LabelledRecording:
    """A recording with ratings to train on.

    Attributes
    ----------
    video : str
        The recording.
    tracks : str or None
        Its face tracks (HDF5), when they exist.
    crops : str
        Crops around the rated frames (a store, path without ending): those that are there already are used,
        the others are cut and added.
    group : str
        Person (or `recording_id`, when nobody said who it is of): cross-validation never splits a group.
    recording_id : str
        The recording's name in the study.
    ratings : tuple of RatedCell
        Current ratings of one coder.
    target_person : int or None
        Person who was coded; None takes the one who fills most of the picture.
    """

    video: str
    tracks: str | None
    crops: str
    group: str
    recording_id: str
    ratings: tuple[RatedCell, ...]
    target_person: int | None = None

    def __post_init__(self) -> None:
        ratings = tuple(RatedCell(**r) if isinstance(r, Mapping) else r for r in self.ratings)
        object.__setattr__(self, "ratings", ratings)

    @classmethod
    def all_of(cls, told: Sequence[LabelledRecording | Mapping[str, Any]]) -> tuple[LabelledRecording, ...]:
        """Return recordings as they are, or as job files hold them, those of earlier versions, too."""
        new_names = {"windows": "crops"}
        return tuple(
            cls(**{new_names.get(name, name): value for name, value in one.items()})
            if isinstance(one, Mapping)
            else one
            for one in told
        )

    @property
    def named(self) -> bool:
        """Whether somebody said who is in the recording."""
        return self.group != self.recording_id


@dataclass(frozen=True)
class FinetuneJob(Job):
    """Fine-tune a model on rated frames.

    Attributes
    ----------
    model : str
        Checkpoint to start from.
    output : str
        Checkpoint to write (``…/models/<id>.safetensors``); its card is written beside it.
    before : str or None
        Checkpoint that the new model is compared with on held-out frames; None: the one it starts from.
    name : str
        Name of the new model, for people.
    recordings : tuple of LabelledRecording
        What to train on.
    seed : int
        Seed of every random choice.
    settings : dict
        Fields of ``au_studio.learn.stage2.finetune.FinetuneSettings`` that differ from its defaults.
    device : str
        ``"auto"``, ``"cpu"``, ``"cuda"`` or ``"mps"``.
    labels_hash : str
        Hash of the ratings, kept in the model's card.
    backend : str
        Face backend for recordings without tracks.
    caution : str
        What limits its held-out figures, in sentences; they go with the figures wherever these are kept.
    """

    kind: ClassVar[str] = "finetune"

    model: str
    output: str
    name: str
    recordings: tuple[LabelledRecording, ...]
    seed: int = 0
    settings: dict[str, Any] = field(default_factory=dict)
    device: str = "auto"
    labels_hash: str = ""
    backend: str = "mediapipe"
    before: str | None = None
    caution: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "recordings", LabelledRecording.all_of(self.recordings))


@dataclass(frozen=True)
class LearningCurveJob(Job):
    """Estimate what more ratings would bring; it writes no model.

    Attributes
    ----------
    model, recordings, seed, device, backend
        As in :class:`FinetuneJob`.
    """

    kind: ClassVar[str] = "learning-curve"

    model: str
    recordings: tuple[LabelledRecording, ...]
    seed: int = 0
    device: str = "auto"
    backend: str = "mediapipe"

    def __post_init__(self) -> None:
        object.__setattr__(self, "recordings", LabelledRecording.all_of(self.recordings))


@dataclass(frozen=True)
class PretrainJob(Job):
    """Contrastive learning (stage 1) on unlabelled recordings.

    Attributes
    ----------
    videos : tuple of str
        Recordings; no labels are used.
    output : str
        Checkpoint to write.
    name : str
        Name of the new model, for people.
    crops : tuple of str
        Stores of crops (paths without ending), one per video in the same order: what is there is used, the
        rest is cut and added. Without them the crops are cut into a temporary folder.
    tracks : tuple of (str or None)
        Face tracks, one per video; empty when there are none.
    model : str or None
        Checkpoint to go on from; None starts from random weights.
    seed : int
        Seed of every random choice.
    settings : dict
        Fields of the pre-training settings that differ from their defaults.
    device : str
        ``"auto"``, ``"cpu"``, ``"cuda"`` or ``"mps"``.
    backend : str
        Face backend for recordings without tracks.
    sources : tuple of str
        What else is learnt from: files of clips, rendered corpora, folders of pictures
        (`au_studio.corpora.stage1_sources`).
    frames : tuple of int
        Frames of each video, where they are known: how long the cutting takes follows from them.
    network : dict
        Fields of ``au_studio.nn.config.ModelConfig`` that differ from its defaults, without a `model`.
    """

    kind: ClassVar[str] = "pretrain"

    videos: tuple[str, ...]
    output: str
    name: str
    crops: tuple[str, ...] = ()
    tracks: tuple[str | None, ...] = ()
    model: str | None = None
    seed: int = 0
    settings: dict[str, Any] = field(default_factory=dict)
    device: str = "auto"
    backend: str = "mediapipe"
    sources: tuple[str, ...] = ()
    frames: tuple[int, ...] = ()
    network: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("videos", "crops", "tracks", "sources", "frames"):
            object.__setattr__(self, name, tuple(getattr(self, name)))


KINDS: dict[str, type[Job]] = {
    job.kind: job for job in (AnalyzeJob, FinetuneJob, LearningCurveJob, PretrainJob)
}
"""Every kind of job by its name."""


def job_from_json(data: Mapping[str, Any]) -> Job:
    """Build a job of any kind from a JSON object.

    Raises
    ------
    JobError
        If the kind or a field is unknown.
    """
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise JobError(
            sentence("This AU Studio knows no job of the kind “{kind}”.", kind=kind),
            next_step=sentence("It knows: {names}.", names=", ".join(sorted(KINDS))),
        )
    return KINDS[kind].from_json(data)


def load_job(path: Path) -> Job:
    """Read a job file.

    Raises
    ------
    JobError
        If the file is missing, is not JSON, or does not describe a job.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise JobError(
            sentence("The job file {path} cannot be read.", path=path), details=str(error)
        ) from error
    except ValueError as error:
        raise JobError(
            sentence("The job file {path} is not valid JSON.", path=path), details=str(error)
        ) from error
    if not isinstance(data, dict):
        raise JobError(sentence("The job file {path} does not hold a JSON object.", path=path))
    return job_from_json(data)


def save_job(job: Job, path: Path) -> None:
    """Write a job file (UTF-8 JSON, replaced in one step)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    temporary.write_text(json.dumps(job.to_json(), indent=1, ensure_ascii=False), encoding="utf-8")
    temporary.replace(path)
