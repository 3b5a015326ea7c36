"""The demo study: rendered films whose exact intensities stand in for a coder's ratings."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.facs.action_units import DISFA_AUS
from au_studio.study.errors import StudyError
from au_studio.study.folder import with_suffix
from au_studio.study.ratings import RatingInput
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.texts import sentence
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video

CODER = "demo"
"""Name of the coder whose ratings are the exact intensities, rounded."""

SEED = 17
FRACTION = 0.1
"""Share of the frames that is drawn: more than a real study needs, because the films are short."""

RECORDINGS = "recordings"
"""Folder inside the demo study that holds the films, so that it can be moved and thrown away in one piece."""

_VIDEOS = (".mp4", ".mkv", ".mov", ".avi")


@dataclass(frozen=True, eq=False)
class ExactIntensities:
    """What the renderer was told, frame by frame.

    Attributes
    ----------
    times : float64 [T]
        Seconds, rising.
    values : dict of int to float64 [T]
        Intensities 0 to 5 by action unit; NaN where unknown.
    """

    times: npt.NDArray[np.float64]
    values: dict[int, npt.NDArray[np.float64]]

    def at(self, seconds: float) -> dict[int, int]:
        """Return the intensities of the frame nearest to a time, rounded to whole steps of the scale."""
        row = int(np.argmin(np.abs(self.times - seconds)))
        known = {au: float(column[row]) for au, column in self.values.items()}
        return {au: int(np.clip(np.rint(v), 0, 5)) for au, v in known.items() if np.isfinite(v)}


def read_exact_intensities(path: Path) -> ExactIntensities:
    """Read ``frame,timestamp,AU01,…``: one row per frame, seconds, intensities 0 to 5.

    Raises
    ------
    StudyError
        If the table is not of this form.
    """
    try:
        with path.open(newline="", encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        times = np.array([float(row["timestamp"]) for row in rows], dtype=np.float64)
        columns = {au: f"AU{au:02d}" for au in DISFA_AUS}
        values = {
            au: np.array([float(row[name] or "nan") for row in rows], dtype=np.float64)
            for au, name in columns.items()
            if rows and name in rows[0]
        }
    except (OSError, KeyError, ValueError) as error:
        raise StudyError(
            sentence("{name} is no table of intensities.", name=path.name), details=repr(error)
        ) from error
    if not len(times) or not values:
        raise StudyError(sentence("{name} holds no intensities.", name=path.name))
    return ExactIntensities(times, values)


def install_demo_study(resources_dir: Path, target: Path) -> Path:
    """Make the demo study: copy the films, draw the sample, enter the exact intensities as ratings.

    Parameters
    ----------
    resources_dir : Path
        Folder of rendered films, each with its table of the same name (``film.mp4``, ``film.csv``).
    target : Path
        The study folder to make; ``.austudio`` is appended when it is missing.

    Returns
    -------
    Path
        The study's folder.

    Raises
    ------
    StudyError
        If there are no films, a table is wrong, or `target` exists.
    au_studio.video.errors.VideoError
        If a film cannot be read.
    """
    films = sorted(p for p in Path(resources_dir).glob("*") if p.suffix.lower() in _VIDEOS)
    films = [film for film in films if film.with_suffix(".csv").is_file()]
    if not films:
        raise StudyError(
            sentence("There are no demo films in {resources_dir}.", resources_dir=resources_dir),
            next_step="Install AU Studio again.",
        )
    root = with_suffix(target)
    study = Study.create(root, "Demo")
    try:
        (root / RECORDINGS).mkdir()
        coder = study.add_coder(CODER, kind="imported")
        for film in films:
            copy = root / RECORDINGS / film.name
            shutil.copyfile(film, copy)
            exact = read_exact_intensities(film.with_suffix(".csv"))
            study.rate_many(coder.id, _ratings(study, copy, exact), visible="imported")
    except BaseException:
        study.close()
        shutil.rmtree(root, ignore_errors=True)
        raise
    study.close()
    return root


def _ratings(study: Study, film: Path, exact: ExactIntensities) -> list[RatingInput]:
    """Add a film and draw its sample; return the exact intensities of the sampled frames."""
    index = index_video(film)
    recording: Recording = study.add_recording(
        film,
        duration=index.duration,
        n_frames=index.n_frames,
        content_hash=content_hash(film),
        person=film.stem,
    )
    study.draw_sample(recording.id, seed=SEED, index_digest=index.digest(), pts=index.pts, fraction=FRACTION)
    return exact_ratings(study, recording, index, exact)


def exact_ratings(
    study: Study, recording: Recording, index: VideoIndex, exact: ExactIntensities
) -> list[RatingInput]:
    """Return the exact intensities of a film's sampled frames, as a coder would have rated them.

    Parameters
    ----------
    study, recording
        The film, and the study that holds its sample.
    index : VideoIndex
        Its timestamps.
    exact : ExactIntensities
        What the renderer was told.
    """
    (sample,) = study.samples(recording.id)
    # The renderer counts from the first frame; a container may start its clock elsewhere.
    start = float(index.times[0]) - float(exact.times[0])
    seconds = dict(zip(index.pts.tolist(), (index.times - start).tolist(), strict=True))
    return [
        RatingInput(recording.id, pts, au, value)
        for pts in sample.pts
        for au, value in exact.at(seconds[pts]).items()
    ]
