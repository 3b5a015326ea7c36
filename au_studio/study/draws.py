"""Taking a draw back as long as nobody has rated a frame of it, and making it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from au_studio.study.clock import now
from au_studio.study.core import StudyCore
from au_studio.study.errors import DrawRatedError
from au_studio.texts import sentence_n

_KEY = "sample.undone"


@dataclass(frozen=True)
class DrawnState:
    """The samples of some recordings at a moment.

    Attributes
    ----------
    recording_ids : tuple of str
        The recordings.
    samples, frames : tuple of dict
        Rows of the tables ``sample`` and ``sample_frame``.
    """

    recording_ids: tuple[str, ...]
    samples: tuple[dict[str, Any], ...]
    frames: tuple[dict[str, Any], ...]

    def keys(self) -> set[tuple[str, int]]:
        """Return the sampled frames: sample and pts."""
        return {(frame["sample_id"], frame["pts"]) for frame in self.frames}


class DrawsPart(StudyCore):
    """Remember and bring back what was drawn."""

    def drawn_state(self, recording_ids: Sequence[str]) -> DrawnState:
        """Return the samples of some recordings as they are now."""
        samples: list[dict[str, Any]] = []
        frames: list[dict[str, Any]] = []
        for recording_id in recording_ids:
            samples += [
                dict(row)
                for row in self._database.read(
                    "SELECT * FROM sample WHERE recording_id = ? ORDER BY rowid", (recording_id,)
                )
            ]
            frames += [
                dict(row)
                for row in self._database.read(
                    "SELECT f.* FROM sample_frame AS f JOIN sample AS s ON s.id = f.sample_id"
                    " WHERE s.recording_id = ? ORDER BY f.sample_id, f.place",
                    (recording_id,),
                )
            ]
        return DrawnState(tuple(recording_ids), tuple(samples), tuple(frames))

    def set_drawn_state(self, wanted: DrawnState) -> None:
        """Let the samples of some recordings be what they were: after a draw was taken back, or made again.

        Frames that go must not be rated. Setting ``sample.undone`` keeps what went, with seed and times, so
        that nobody can draw until the frames please without that being on record.

        Raises
        ------
        DrawRatedError
            If a frame that would go has been rated or has a note; nothing has changed then.
        """
        present = self.drawn_state(wanted.recording_ids)
        recording_of = {s["id"]: s["recording_id"] for s in (*present.samples, *wanted.samples)}
        going = present.keys() - wanted.keys()
        touched = sum(self._is_touched(recording_of[sample_id], pts) for sample_id, pts in going)
        if touched:
            raise DrawRatedError(
                sentence_n(
                    "The draw cannot be taken back: {n} of its frames is rated or noted already.",
                    "The draw cannot be taken back: {n} of its frames are rated or noted already.",
                    touched,
                ),
                next_step="Undo these ratings first, or keep the draw.",
            )
        with self._database.transaction() as change:
            for table, key in (("sample_frame", "sample_id"), ("sample", "id")):
                change.executemany(
                    f"DELETE FROM {table} WHERE {key} = ?", [(s["id"],) for s in present.samples]
                )
            for table, rows in (("sample", wanted.samples), ("sample_frame", wanted.frames)):
                for row in rows:
                    names = ", ".join(row)
                    marks = ", ".join("?" * len(row))
                    change.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
            if going:
                self._note_undone(present, going)

    def _note_undone(self, present: DrawnState, going: set[tuple[str, int]]) -> None:
        undone = list(self.setting(_KEY, []))
        for sample in present.samples:
            frames = [f for f in present.frames if (f["sample_id"], f["pts"]) in going]
            frames = [f for f in frames if f["sample_id"] == sample["id"]]
            if frames:
                undone.append(
                    {
                        "recording": sample["recording_id"],
                        "seed": sample["seed"],
                        "frames": len(frames),
                        "drawn": max(frame["drawn"] for frame in frames),
                        "undone": now(),
                    }
                )
        self.set_setting(_KEY, undone)

    def _is_touched(self, recording_id: str, pts: int) -> bool:
        return bool(
            self._database.read(
                "SELECT 1 FROM rating WHERE recording_id = ? AND pts = ? AND import_id IS NULL"
                " UNION ALL SELECT 1 FROM note_event AS n"
                " WHERE n.recording_id = ? AND n.pts = ? AND n.text != ''"
                " AND NOT EXISTS (SELECT 1 FROM note_event AS later WHERE later.recording_id = n.recording_id"
                " AND later.pts = n.pts AND later.coder_id = n.coder_id AND later.id > n.id) LIMIT 1",
                (recording_id, pts, recording_id, pts),
            )
        )
