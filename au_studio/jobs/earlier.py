"""What an earlier run has left of an analysis: whether it is the one that would be made now, and whole.

An analysis is known by the recording's content, the model's weights and the settings, never by names or
dates: a recording that was copied or renamed since is still the same one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from au_studio.analysis.rest import RUNNING
from au_studio.analysis.store import AnalysisFileError, is_analysis_of, load_provenance
from au_studio.files import WriteError
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.outputs import output_files, sidecar_path, table_files
from au_studio.texts import joined, sentence

GOING_ON = "Going on after frame"
"""How the notice begins that says where an interrupted analysis is taken up."""


@dataclass(frozen=True)
class Earlier:
    """A finished analysis on the disk.

    Attributes
    ----------
    rows, rows_with_face : int
        Frames in its table, and those with a face.
    first, last : float or None
        Times of its first and last frame, seconds.
    complete : bool
        Whether the recording could be read to its end.
    notices : tuple of str
        What people should know of it; the last one says why it is not complete, if it is not.
    seconds : float or None
        Of work in the run that ended it; None when it was made before that was noted.
    """

    rows: int
    rows_with_face: int
    first: float | None
    last: float | None
    complete: bool
    notices: tuple[str, ...]
    seconds: float | None = None


def settings_of(job: AnalyzeJob) -> dict[str, Any]:
    """Return what was chosen for a job that decides what its tables hold, in JSON types."""
    return {
        "formats": list(job.formats),
        "calibrate": job.calibrate,
        "smooth": job.smooth,
        "expected_errors": job.expected_errors,
        "backend": job.backend,
        "rest": job.rest,
        "target_person": job.target_person,
    }


def find(job: AnalyzeJob, video_hash: str, model_sha256: str) -> Earlier | None:
    """Return the finished analysis that a job would make once more; None when something of it is missing.

    The sidecar is written last: where it is, and says the same recording, model and settings, all the rest
    is there too, or somebody has taken it away.

    Parameters
    ----------
    job : AnalyzeJob
        With tables to write.
    video_hash, model_sha256 : str
        Contents of the recording and of the model.
    """
    told = _sidecar(job, video_hash, model_sha256)
    if told is None or not set(job.formats) <= set(_formats(told)):
        return None
    if not all(path.is_file() for path in output_files(job)):
        return None
    made = told.get("provenance") or {}
    frames, time = told["frames"], told["time"]
    return Earlier(
        rows=int(frames["total"]),
        rows_with_face=int(frames["with_face"]),
        first=time["first"],
        last=time["last"],
        complete=bool(told["complete"]),
        notices=tuple(made.get("notices") or ()),
        seconds=told.get("seconds"),
    )


@dataclass(frozen=True)
class Tables:
    """The tables of an analysis: what a job has to write, and what the sidecar says of then.

    Attributes
    ----------
    left : tuple of str
        Formats that are missing: they were not asked for before, or somebody has taken them away.
    all : tuple of str
        Formats that there are when these are written, those of earlier runs first.
    """

    left: tuple[str, ...]
    all: tuple[str, ...]


def tables_of(job: AnalyzeJob, video_hash: str, model_sha256: str) -> Tables:
    """Return which tables a job has to write beside those that earlier runs have left with these settings.

    Tables that are there stay as they are: somebody may have worked on in them.
    """
    told = _sidecar(job, video_hash, model_sha256) if job.reuse else None
    if told is None or job.output_csv is None:
        return Tables(job.formats, job.formats)
    csv, made = Path(job.output_csv), _formats(told)
    there = {name for name in made if all(path.is_file() for path in table_files(csv, name))}
    return Tables(
        tuple(name for name in job.formats if name not in there),
        tuple(dict.fromkeys((*(name for name in made if name in there), *job.formats))),
    )


def find_values(job: AnalyzeJob, video_hash: str, model_sha256: str) -> dict[str, Any] | None:
    """Return how the stored intensities were made when they are those of the job; None otherwise."""
    if job.output_h5 is None or not Path(job.output_h5).is_file():
        return None
    try:
        made = load_provenance(Path(job.output_h5))
    except AnalysisFileError:
        return None
    fits = is_analysis_of(
        made,
        target_person=job.target_person,
        video_hash=video_hash,
        model_sha256=model_sha256,
        backend=job.backend,
        rest=job.rest,
        video=Path(job.video),
    )
    return made if fits else None


def refuse_to_overwrite(job: AnalyzeJob, video_hash: str = "", model_sha256: str = "") -> None:
    """Raise when a file that the job would write exists and is not part of what the job itself keeps.

    Intensities of this recording by this model without a sidecar are what an interrupted run has left: the
    tables beside them are written again. With a sidecar that tells of the same settings, tables that are
    missing are added.

    Raises
    ------
    au_studio.files.WriteError
        Names the file.
    """
    own = video_hash and find_values(job, video_hash, model_sha256) is not None
    if own and job.output_csv is not None:
        begun = not sidecar_path(Path(job.output_csv)).exists()
        if begun or _sidecar(job, video_hash, model_sha256) is not None:
            return
    for path in output_files(job):
        if path.exists():
            how = _otherwise(job, video_hash, model_sha256)
            raise WriteError(
                sentence("{path} exists already, and was made {how}.", path=path, how=how)
                if how
                else sentence(
                    "{path} exists already, and was made from another recording, by another model or with "
                    "other settings.",
                    path=path,
                ),
                next_step="Choose another folder, or replace it with --overwrite.",
            )


def _otherwise(job: AnalyzeJob, video_hash: str, model_sha256: str) -> str:
    """Return in what the results that are there differ from those of a job; empty where they do not say."""
    told = _told(job)
    if told is None or not video_hash:
        return ""
    made, settings = told.get("provenance") or {}, _settings(told)
    differs: list[str] = []
    if (made.get("video") or {}).get("content_hash") != video_hash:
        differs.append(sentence("from a file of other content"))
    if (made.get("model") or {}).get("sha256") != model_sha256:
        model = made.get("model") or {}
        # Models may be called alike.
        name = f"{model.get('name')}, SHA-256 {str(model.get('sha256'))[:8]}…"
        differs.append(sentence("by another model ({name})", name=name))
    other = [
        f"{name.replace('_', ' ')} {settings.get(name)}, not {value}"
        for name, value in settings_of(job).items()
        if name != "formats" and settings.get(name) != value
    ]
    if other:
        differs.append(sentence("with other settings ({which})", which="; ".join(other)))
    return joined(differs, ", ")


def _sidecar(job: AnalyzeJob, video_hash: str, model_sha256: str) -> dict[str, Any] | None:
    """Return what tells of the tables, if they are of the job's recording, model and settings.

    Which tables there are is no setting: each says the same, whichever others there are.
    """
    told = _told(job)
    if told is None:
        return None
    made, settings, wanted = told.get("provenance") or {}, _settings(told), settings_of(job)
    del wanted["formats"]
    same = (
        (made.get("video") or {}).get("content_hash") == video_hash
        and (made.get("model") or {}).get("sha256") == model_sha256
        and {name: settings.get(name) for name in wanted} == wanted
    )
    return told if same else None


def _told(job: AnalyzeJob) -> dict[str, Any] | None:
    """Return the sidecar that is where the job would write its own; None when there is none to be read."""
    if job.output_csv is None:
        return None
    try:
        told = json.loads(sidecar_path(Path(job.output_csv)).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) and {"frames", "time", "complete"} <= set(told) else None


def _settings(told: dict[str, Any]) -> dict[str, Any]:
    settings = told.get("settings") or {}
    # What was made before there was a choice was made with the running rest; `calibrate` had another name.
    return {"rest": RUNNING, "calibrate": settings.get("neutral"), **settings}


def _formats(told: dict[str, Any]) -> tuple[str, ...]:
    return tuple((told.get("settings") or {}).get("formats") or ())
