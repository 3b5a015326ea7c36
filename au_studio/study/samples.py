"""The samples of a study: which frames were drawn to be coded, with all that repeats the draw."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from au_studio.study import sampling
from au_studio.study.clock import now
from au_studio.study.core import StudyCore, new_id
from au_studio.study.errors import SampleMismatchError
from au_studio.study.records import Sample


class SamplesPart(StudyCore):
    """Draw, extend and find samples."""

    def draw_sample(
        self,
        recording_id: str,
        *,
        seed: int,
        index_digest: str,
        pts: npt.NDArray[np.int64],
        eligible: npt.NDArray[np.bool_] | None = None,
        fraction: float | None = None,
        count: int | None = None,
        spacing: int = 0,
        overlap: float = 0.0,
    ) -> Sample:
        """Draw frames of a recording at random and keep them.

        Parameters
        ----------
        recording_id : str
            The recording.
        seed : int
            The seed that people see.
        index_digest : str
            Digest of its timestamps (`VideoIndex.digest`).
        pts : int64 [T]
            Timestamps of all its frames.
        eligible : bool [T], optional
            Frames with the target person's face; all by default.
        fraction : float, optional
            Share of the eligible frames, above 0 and at most 1; .02 when `count` is not given either.
        count : int, optional
            Number of frames, in place of a share.
        spacing : int
            Least distance between two frames, in units of pts.
        overlap : float
            Share of the sample (0 to 1) that a second coder rates, too.

        Raises
        ------
        ValueError
            If both `fraction` and `count` are given, or one is out of range.
        """
        if fraction is not None and count is not None:
            raise ValueError("Give a share or a number of frames, not both.")
        if count is None:
            fraction = 0.02 if fraction is None else float(fraction)
            n_eligible = len(pts) if eligible is None else int(np.count_nonzero(eligible))
            count = sampling.count_for(fraction, n_eligible)
        positions = sampling.draw_in_order(pts, eligible, count, seed, index_digest, spacing=spacing)
        sample_id, created = new_id("s"), now()
        with self._database.transaction() as change:
            change.execute(
                "INSERT INTO sample (id, recording_id, method, seed, index_digest, fraction, requested,"
                " spacing, overlap, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    sample_id,
                    recording_id,
                    sampling.METHOD,
                    int(seed),
                    index_digest,
                    fraction,
                    int(count),
                    int(spacing),
                    float(overlap),
                    created,
                ),
            )
            _insert_frames(change, sample_id, 0, (int(pts[p]) for p in positions), created)
            _mark_double(change, sample_id)
        return self.sample(sample_id)

    def extend_sample(
        self,
        sample_id: str,
        *,
        additional: int,
        index_digest: str,
        pts: npt.NDArray[np.int64],
        eligible: npt.NDArray[np.bool_] | None = None,
    ) -> Sample:
        """Add frames to a sample; those that it has stay.

        The draw goes on where it ended: with the same eligible frames the result is what drawing the larger
        number at once would have given.

        Raises
        ------
        SampleMismatchError
            If the timestamps are not those that the sample was drawn from.
        """
        sample = self.sample(sample_id)
        place_of = {int(moment): position for position, moment in enumerate(pts)}
        if index_digest != sample.index_digest or not place_of.keys() >= set(sample.pts):
            raise SampleMismatchError(
                "The video does not have the timestamps that this sample was drawn from.",
                next_step="Show the original video, or draw a new sample.",
            )
        positions = sampling.draw_in_order(
            pts,
            eligible,
            additional,
            sample.seed,
            index_digest,
            spacing=sample.spacing,
            taken=[place_of[moment] for moment in sample.pts],
        )
        with self._database.transaction() as change:
            change.execute(
                "UPDATE sample SET requested = requested + ? WHERE id = ?", (int(additional), sample_id)
            )
            frames = (int(pts[p]) for p in positions)
            _insert_frames(change, sample_id, len(sample.pts), frames, now())
            _mark_double(change, sample_id)
        return self.sample(sample_id)

    def samples(self, recording_id: str | None = None) -> list[Sample]:
        """Return the samples of a recording (of all, by default), oldest first."""
        rows = self._database.read(
            "SELECT * FROM sample WHERE recording_id = COALESCE(?, recording_id) ORDER BY rowid",
            (recording_id,),
        )
        return [self._sample(row) for row in rows]

    def sample(self, sample_id: str) -> Sample:
        """Return one sample.

        Raises
        ------
        NotInStudyError
            If there is none of that id.
        """
        row = self._one("SELECT * FROM sample WHERE id = ?", (sample_id,), f"no sample {sample_id}")
        return self._sample(row)

    def _sample(self, row: sqlite3.Row) -> Sample:
        frames = self._database.read(
            "SELECT pts, double_coded FROM sample_frame WHERE sample_id = ? ORDER BY place", (row["id"],)
        )
        drawn = tuple(int(frame["pts"]) for frame in frames)
        return Sample(
            **{**dict(row), "pooled": bool(row["pooled"])},
            pts=tuple(sorted(drawn)),
            drawn_order=drawn,
            double_pts=tuple(sorted(int(frame["pts"]) for frame in frames if frame["double_coded"])),
        )


def _insert_frames(
    change: sqlite3.Connection, sample_id: str, first_place: int, pts: Iterable[int], drawn: str
) -> None:
    change.executemany(
        "INSERT INTO sample_frame (sample_id, place, pts, drawn) VALUES (?, ?, ?, ?)",
        [(sample_id, place, moment, drawn) for place, moment in enumerate(pts, start=first_place)],
    )


def _mark_double(change: sqlite3.Connection, sample_id: str) -> None:
    """Give the second coder the first frames drawn that are not double-coded, until their share is right.

    What was given stays: the second coder may have rated it.
    """
    share, total, marked = change.execute(
        "SELECT s.overlap, COUNT(f.pts), COALESCE(SUM(f.double_coded), 0) FROM sample AS s"
        " LEFT JOIN sample_frame AS f ON f.sample_id = s.id WHERE s.id = ?",
        (sample_id,),
    ).fetchone()
    change.execute(
        "UPDATE sample_frame SET double_coded = 1 WHERE sample_id = ? AND place IN"
        " (SELECT place FROM sample_frame WHERE sample_id = ? AND NOT double_coded ORDER BY place LIMIT ?)",
        (sample_id, sample_id, max(round(share * total) - marked, 0)),
    )
