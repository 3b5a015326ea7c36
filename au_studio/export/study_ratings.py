"""Writing what coders of a study rated: whose, of which recordings, in which form; no model is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from au_studio.errors import AUStudioError, Stopped
from au_studio.export import ratings_sidecar, sidecar
from au_studio.export.ratings import RatedRecording, write_disfa, write_long, write_wide
from au_studio.files import together
from au_studio.study.records import Rating, Recording
from au_studio.study.study import Study
from au_studio.texts import mark
from au_studio.video.index import VideoIndex, index_video

FORMATS: dict[str, str] = {
    "long": mark("Long: one row per rating (.csv)"),
    "wide": mark("Wide: one row per frame and coder (.csv)"),
    "disfa": mark("As DISFA: one text file per recording and action unit (folder)"),
}
"""How ratings can be written, the default first."""


@dataclass(frozen=True)
class Written:
    """What an export gave.

    Attributes
    ----------
    path : Path
        The file or folder.
    remark : str
        What is lacking in it, in sentences; often empty.
    left_out : tuple of str
        Names of the recordings that are not in it at all.
    """

    path: Path
    remark: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class RatingSource:
    """What was rated in one recording; without `path` and `index` its video is missing."""

    name: str
    path: Path | None
    index: VideoIndex | None
    ratings: Mapping[str, Sequence[Rating]]
    notes: Mapping[tuple[str, int], str]


def rating_sources(
    study: Study,
    coder_ids: Sequence[str],
    place_of: Callable[[Recording], tuple[Path | None, VideoIndex | None]],
    recordings: Sequence[Recording] | None = None,
) -> list[RatingSource]:
    """Collect what some coders rated and noted; recordings without anything are left out.

    Parameters
    ----------
    study : Study
        The open study.
    coder_ids : sequence of str
        Whose ratings.
    place_of : callable
        Says where the video of a recording is (None: missing), and its timestamps, if they are known.
    recordings : sequence of Recording, optional
        Of which recordings; of all by default.
    """
    names = {coder.id: coder.name for coder in study.coders(removed=True)}
    sources = []
    for recording in study.recordings() if recordings is None else recordings:
        ratings = {names[key]: study.ratings(key, recording.id) for key in coder_ids}
        notes = {
            (names[key], note.pts): note.text for key in coder_ids for note in study.notes(key, recording.id)
        }
        if notes or any(ratings.values()):
            sources.append(RatingSource(recording.name, *place_of(recording), ratings, notes))
    return sources


def write_ratings(
    target: Path, kind: str, sources: Sequence[RatingSource], stop: Callable[[], bool] = lambda: False
) -> Written:
    """Write ratings.

    Parameters
    ----------
    target : Path
        The table; for "disfa" a folder, with one folder per coder in it when there are several.
    kind : {"long", "wide", "disfa"}
        Key of `FORMATS`.
    sources : sequence of RatingSource
        What was rated.
    stop : callable
        Asked while videos are read for their timestamps.

    Raises
    ------
    au_studio.errors.AUStudioError
        If something cannot be written; `Stopped` when it was asked to stop.
    """
    rated = [RatedRecording(s.name, _index_of(s, stop), s.ratings, s.notes) for s in sources]
    about = ratings_sidecar.path_for(target, kind)
    with together((about,) if kind == "disfa" else (about, target)):
        if kind == "disfa":
            coders = list(dict.fromkeys(coder for one in rated for coder in one.ratings))
            for coder in coders:
                write_disfa(target / coder if len(coders) > 1 else target, coder, rated)
        else:
            (write_wide if kind == "wide" else write_long)(target, rated)
        sidecar.write(about, ratings_sidecar.describe(target, kind, rated))
    missing = tuple(one.name for one in rated if one.index is None)
    return Written(target, _remark(missing, kind), missing if kind == "disfa" else ())


def _index_of(source: RatingSource, stop: Callable[[], bool]) -> VideoIndex | None:
    """Return the timestamps of a recording; None when its video is missing or cannot be read."""
    if source.index is not None or source.path is None:
        return source.index
    try:
        return index_video(source.path, should_stop=stop)
    except Stopped:
        raise
    except AUStudioError:
        return None


def _remark(missing: Sequence[str], kind: str) -> str:
    """Say what is lacking because videos could not be read."""
    if not missing:
        return ""
    videos = f"The video{'s' if len(missing) > 1 else ''} of {', '.join(missing)} cannot be read"
    if kind == "disfa":
        return f"{videos}: left out, because these files name frames by their number alone."
    return f"{videos}: frame and timestamp are empty there, and pts alone names the frames."
