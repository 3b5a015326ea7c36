"""Coders' ratings as tables that can be read back: long, wide, and text files as DISFA has them.

Long: one row per rating, ``recording, frame, timestamp, pts, coder, au, value, status, code, side, unsure,
visible, rated, note``. Wide: one row per frame and coder, ``recording, frame, timestamp, pts, coder, note,
AU01, AU02, …``, cells as in `au_studio.study.rating_cells`. A note on a frame that its coder has not rated
has a row of its own, with empty cells and (long) the status ``not_rated``. DISFA:
``RECORDING/RECORDING_au12.txt`` with rows ``frame,value`` of the frames that were rated 0 to 5; not codable,
side, unsure and notes have no place there. Frames count from 1; ``timestamp`` is in seconds; ``pts`` names
the frame exactly, and alone where the video is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from au_studio.export.errors import ExportError
from au_studio.export.table import EMPTY, seconds, write_table
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.files import together, write_text
from au_studio.study.rating_cells import RatingCell, format_cell
from au_studio.study.records import Rating
from au_studio.texts import sentence
from au_studio.video.index import VideoIndex

LONG = (
    *("recording", "frame", "timestamp", "pts", "coder", "au", "value", "status"),
    *("code", "side", "unsure", "visible", "rated", "note"),
)
WIDE = ("recording", "frame", "timestamp", "pts", "coder", "note")


@dataclass(frozen=True, eq=False)
class RatedRecording:
    """The ratings of one recording.

    Attributes
    ----------
    name : str
        Name of the recording.
    index : VideoIndex or None
        Its timestamps; None where its video is missing.
    ratings : mapping of str to sequence of Rating
        By coder's name.
    notes : mapping of (str, int) to str
        By coder's name and pts.
    """

    name: str
    index: VideoIndex | None
    ratings: Mapping[str, Sequence[Rating]]
    notes: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def frame_columns(self, pts: int) -> list[str]:
        """Return recording, frame (from 1), timestamp (seconds) and pts of a frame.

        Without the video, frame and timestamp are empty.

        Raises
        ------
        ExportError
            If the video has no frame with this timestamp.
        """
        if self.index is None:
            return [self.name, EMPTY, EMPTY, str(pts)]
        place = int(self.index.pts.searchsorted(pts))
        if place >= self.index.n_frames or int(self.index.pts[place]) != pts:
            raise ExportError(
                sentence(
                    "{name} has no frame with the timestamp {pts} that was rated.", name=self.name, pts=pts
                ),
                next_step="Show the original video, or leave this recording out.",
            )
        return [self.name, str(place + 1), seconds(float(self.index.times[place])), str(pts)]


def write_long(path: Path, recordings: Sequence[RatedRecording]) -> int:
    """Write one row per rating, and per note on a frame without any; return the number of rows.

    Raises
    ------
    ExportError
        If a rated frame is not in the video; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    return write_table(path, LONG, (row for recording in recordings for row in long_rows(recording)))


def write_wide(path: Path, recordings: Sequence[RatedRecording]) -> int:
    """Write one row per frame and coder; return the number of rows (errors as `write_long`)."""
    aus = sorted({r.au for one in recordings for given in one.ratings.values() for r in given})
    header = (*WIDE, *(ACTION_UNITS[au].label for au in aus))
    rows = (row for recording in recordings for row in _wide_rows(recording, aus))
    return write_table(path, header, rows)


def write_disfa(folder: Path, coder: str, recordings: Sequence[RatedRecording]) -> list[Path]:
    """Write one coder's ratings as DISFA has them, one file per recording and action unit.

    Recordings whose video is missing are left out: nothing but its number names a frame there.

    Returns
    -------
    list of Path
        The files, ``NAME/NAME_au12.txt``: rows of frame (from 1) and level; not codable frames are left out.
        Where two recordings differ in the ending of their names alone, it stays.

    Raises
    ------
    ExportError
        If a rated frame is not in the video, or two recordings have one name; then nothing is written.
    WriteError
        If a file cannot be written; then none that was not there before is.
    """
    texts: dict[Path, str] = {}
    alike = Counter(Path(recording.name).stem.casefold() for recording in recordings)
    for recording in (one for one in recordings if one.index is not None):
        stem = Path(recording.name).stem
        name = stem if alike[stem.casefold()] == 1 else recording.name
        ratings = [r for r in recording.ratings.get(coder, ()) if r.value is not None]
        for au in sorted({r.au for r in ratings}):
            mine = sorted((r for r in ratings if r.au == au), key=lambda r: r.pts)
            path = folder / name / f"{name}_au{au}.txt"
            if path in texts:
                raise ExportError(
                    sentence("Two recordings are named {name}.", name=name),
                    next_step="Rename one of them in the study.",
                )
            texts[path] = "".join(f"{recording.frame_columns(r.pts)[1]},{r.value}\n" for r in mine)
    with together(texts):
        for path, text in texts.items():
            write_text(path, text)
    return list(texts)


def long_rows(recording: RatedRecording) -> Iterator[list[str]]:
    """Yield the cells of `LONG` for every rating of a recording, and every note on a frame without any.

    Raises
    ------
    ExportError
        If a rated frame is not in the video.
    """
    for coder, ratings in recording.ratings.items():
        rated: dict[int, list[Rating]] = {pts: [] for pts in _frames(recording, coder)}
        for r in sorted(ratings, key=lambda r: r.au):
            rated[r.pts].append(r)
        for pts, mine in rated.items():
            frame, note = [*recording.frame_columns(pts), coder], recording.notes.get((coder, pts), EMPTY)
            for r in mine:
                yield [*frame, *_long_cells(r), note]
            if not mine:
                between = len(LONG) - LONG.index("status") - 2
                yield [*frame, EMPTY, EMPTY, "not_rated", *[EMPTY] * between, note]


def _long_cells(rating: Rating) -> list[str]:
    return [
        ACTION_UNITS[rating.au].label,
        format_cell(RatingCell(rating.value)),
        "not_codable" if rating.value is None else "scored",
        EMPTY if rating.code is None else str(rating.code),
        rating.side or EMPTY,
        str(int(rating.unsure)),
        rating.visible,
        rating.created,
    ]


def _wide_rows(recording: RatedRecording, aus: Sequence[int]) -> Iterator[list[str]]:
    for coder, ratings in recording.ratings.items():
        frames: dict[int, dict[int, str]] = {pts: {} for pts in _frames(recording, coder)}
        for r in ratings:
            frames[r.pts][r.au] = format_cell(RatingCell(r.value, r.code, r.side, r.unsure))
        for pts, cells in frames.items():
            yield [
                *recording.frame_columns(pts),
                coder,
                recording.notes.get((coder, pts), EMPTY),
                *(cells.get(au, EMPTY) for au in aus),
            ]


def _frames(recording: RatedRecording, coder: str) -> list[int]:
    """Return the frames (pts) that a coder has rated or made a note on, in their order."""
    noted = {pts for who, pts in recording.notes if who == coder}
    return sorted(noted | {rating.pts for rating in recording.ratings[coder]})
