"""The samples of a study: which frames were drawn to be coded, with all that repeats the draw."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.study import sampling
from au_studio.study.clock import now
from au_studio.study.core import new_id
from au_studio.study.draws import DrawsPart
from au_studio.study.errors import SampleMismatchError
from au_studio.study.records import Sample
from au_studio.study.sampling import Frames, Source


@dataclass(frozen=True, eq=False)
class DrawRequest:
    """A recording to draw from.

    Attributes
    ----------
    recording_id : str
        The recording.
    index_digest : str
        Digest of its timestamps (`VideoIndex.digest`).
    pts : int64 [T]
        Timestamps of all its frames.
    eligible : bool [T] or None
        Frames with the target person's face; None = all.
    spacing : int
        Least distance between two frames, in units of pts; an extension keeps that of its sample.
    """

    recording_id: str
    index_digest: str
    pts: npt.NDArray[np.int64]
    eligible: npt.NDArray[np.bool_] | None = None
    spacing: int = 0


class SamplesPart(DrawsPart):
    """Draw, extend and find samples."""

    def draw(
        self,
        requests: Sequence[DrawRequest],
        *,
        seed: int,
        fraction: float | None = None,
        count: int | None = None,
        pooled: bool = False,
        overlap: float = 0.0,
    ) -> list[Sample]:
        """Draw frames at random and keep them: all recordings or none.

        A recording that has a sample already keeps it and gets more frames, by the seed and distance that it
        was drawn with: the draw goes on where it ended. With the same eligible frames the result is what
        drawing the larger number at once would have given.

        Parameters
        ----------
        requests : sequence of DrawRequest
            The recordings, each once.
        seed : int
            The seed that people see, for recordings without a sample.
        fraction : float, optional
            Share of the eligible frames, above 0 and at most 1; .02 when `count` is not given either.
        count : int, optional
            Number of frames, in place of a share; of each recording, or of all together when `pooled`.
        pooled : bool
            One draw over all recordings: each frame has the same chance, so long recordings give more.
        overlap : float
            Share of the sample (0 to 1) that a second coder rates, too: of every recording, unless pooled.

        Returns
        -------
        list of Sample
            One per request.

        Raises
        ------
        ValueError
            If both `fraction` and `count` are given, or one is out of range.
        SampleMismatchError
            If the timestamps are not those that a sample was drawn from.
        """
        if fraction is not None and count is not None:
            raise ValueError("Give a share or a number of frames, not both.")
        if count is None and fraction is None:
            fraction = 0.02
        before = [next(iter(self.samples(request.recording_id)), None) for request in requests]
        frames = [self._frames(r, s, seed) for r, s in zip(requests, before, strict=True)]
        wanted: list[int] = []
        if pooled:
            drawn = sampling.draw_pooled(frames, _wanted(fraction, count, sum(f.n_eligible for f in frames)))
        else:
            wanted = [_wanted(fraction, count, f.n_eligible) for f in frames]
            drawn = [(i, p) for i, f in enumerate(frames) for p in _drawn(f, wanted[i])]
        given = [[p for place, p in drawn if place == i] for i in range(len(requests))]
        ids = [s.id if s is not None else new_id("s") for s in before]
        moment = now()
        with self._database.transaction() as change:
            for i, request in enumerate(requests):
                if before[i] is None:
                    _insert_sample(change, ids[i], request, seed=seed, fraction=fraction, moment=moment)
                requested = len(given[i]) if pooled else wanted[i]
                _grow(change, ids[i], requested, overlap=overlap, pooled=pooled)
                start = len(frames[i].taken)
                _insert_frames(change, ids[i], start, (int(request.pts[p]) for p in given[i]), moment)
            _mark_double(change, dict(zip(ids, frames, strict=True)), overlap, pooled=pooled)
        return [self.sample(sample_id) for sample_id in ids]

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
        """Draw frames of one recording (see `draw`)."""
        request = DrawRequest(recording_id, index_digest, pts, eligible, spacing)
        return self.draw([request], seed=seed, fraction=fraction, count=count, overlap=overlap)[0]

    def _frames(self, request: DrawRequest, sample: Sample | None, seed: int) -> Frames:
        """Return what to draw from, without what the sample has already."""
        content_hash = str(
            self._one(
                "SELECT content_hash FROM recording WHERE id = ?",
                (request.recording_id,),
                f"no recording {request.recording_id}",
            )["content_hash"]
        )
        if sample is None:
            source = Source(request.index_digest, content_hash)
            return Frames(request.pts, seed, source, request.eligible, request.spacing)
        place_of = {int(moment): position for position, moment in enumerate(request.pts)}
        if request.index_digest != sample.index_digest or not place_of.keys() >= set(sample.pts):
            raise SampleMismatchError(
                "The video does not have the timestamps that this sample was drawn from.",
                next_step="Show the original video, or draw a new sample.",
            )
        source = Source(sample.index_digest, content_hash, sample.method)
        taken = [place_of[moment] for moment in sample.pts]
        return Frames(request.pts, sample.seed, source, request.eligible, sample.spacing, taken)

    def note_picture(self, recording_id: str, pts: int, digest: str, *, replace: bool = False) -> str | None:
        """Keep the digest of the pixels that a sampled frame was extracted with, unless one is kept already.

        Parameters
        ----------
        recording_id : str
            The recording.
        pts : int
            The sampled frame.
        digest : str
            From `au_studio.video.pictures.pixel_digest`.
        replace : bool
            Keep it even if one is kept already.

        Returns
        -------
        str or None
            What was kept before; None when nothing was.
        """
        where = "pts = ? AND sample_id IN (SELECT id FROM sample WHERE recording_id = ?)"
        before = self._database.read(
            f"SELECT picture FROM sample_frame WHERE picture IS NOT NULL AND {where}",
            (int(pts), recording_id),
        )
        if replace or not before:
            with self._database.transaction() as change:
                change.execute(
                    f"UPDATE sample_frame SET picture = ? WHERE {where}", (digest, int(pts), recording_id)
                )
        return str(before[0]["picture"]) if before else None

    def samples(self, recording_id: str | None = None) -> list[Sample]:
        """Return the samples of a recording (of all, by default), oldest first."""
        only = "" if recording_id is None else " WHERE recording_id = :recording"
        rows = self._database.read(f"SELECT * FROM sample{only} ORDER BY rowid", {"recording": recording_id})
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


def _wanted(fraction: float | None, count: int | None, n_eligible: int) -> int:
    return count if count is not None else sampling.count_for(fraction or 0.0, n_eligible)


def _drawn(frames: Frames, count: int) -> list[int]:
    return [position for _, position in sampling.draw_pooled([frames], count)]


def _insert_sample(
    change: sqlite3.Connection,
    sample_id: str,
    request: DrawRequest,
    *,
    seed: int,
    fraction: float | None,
    moment: str,
) -> None:
    change.execute(
        "INSERT INTO sample (id, recording_id, method, seed, index_digest, fraction, requested, spacing,"
        " created) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)",
        (
            sample_id,
            request.recording_id,
            sampling.METHOD,
            int(seed),
            request.index_digest,
            fraction,
            int(request.spacing),
            moment,
        ),
    )


def _grow(
    change: sqlite3.Connection, sample_id: str, requested: int, *, overlap: float, pooled: bool
) -> None:
    change.execute(
        "UPDATE sample SET requested = requested + ?, overlap = ?, pooled = MAX(pooled, ?) WHERE id = ?",
        (int(requested), float(overlap), int(pooled), sample_id),
    )


def _insert_frames(
    change: sqlite3.Connection, sample_id: str, first_place: int, pts: Iterable[int], drawn: str
) -> None:
    change.executemany(
        "INSERT INTO sample_frame (sample_id, place, pts, drawn) VALUES (?, ?, ?, ?)",
        [(sample_id, place, moment, drawn) for place, moment in enumerate(pts, start=first_place)],
    )


def _mark_double(
    change: sqlite3.Connection, drawn_from: Mapping[str, Frames], overlap: float, *, pooled: bool
) -> None:
    """Give the second coder more frames, in the order of the draw, until their share of all is right.

    Unless pooled, every recording gives its share, and what rounding would lose of many short recordings is
    given by some of them (apportionment as by Sainte-Laguë). What was given stays, whatever the share is now:
    the second coder may have rated it.
    """
    free: list[tuple[float, int, str, int]] = []
    total = given = beyond = 0.0
    for sample_id, frames in drawn_from.items():
        number_of = dict(
            zip(
                frames.pts.tolist(),
                sampling.numbers(len(frames.pts), frames.seed, frames.source).tolist(),
                strict=True,
            )
        )
        rows = change.execute(
            "SELECT pts, double_coded FROM sample_frame WHERE sample_id = ?", (sample_id,)
        ).fetchall()
        mine = sorted((number_of[row["pts"]], row["pts"]) for row in rows if not row["double_coded"])
        n_given = len(rows) - len(mine)
        total, given = total + len(rows), given + n_given
        beyond += 0.0 if pooled else max(n_given - overlap * len(rows), 0.0)
        for place, (number, pts) in enumerate(mine, start=n_given):
            free.append((0.0 if pooled else (place + 0.5) / len(rows), number, sample_id, pts))
    missing = max(round(overlap * total + beyond - given), 0)
    change.executemany(
        "UPDATE sample_frame SET double_coded = 1 WHERE sample_id = ? AND pts = ?",
        [(sample_id, pts) for _, _, sample_id, pts in sorted(free)[:missing]],
    )
