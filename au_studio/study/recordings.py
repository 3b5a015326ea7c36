"""The recordings of a study, who is in them, and where their videos are now."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from au_studio.errors import Stopped
from au_studio.study.clock import now
from au_studio.study.core import StudyCore, new_id
from au_studio.study.errors import VideoMissingError
from au_studio.study.records import Belongings, Recording
from au_studio.texts import sentence
from au_studio.video.errors import VideoError
from au_studio.video.hashing import content_hash as hash_video
from au_studio.video.options import AS_USUAL, ReadingOptions, options_from_json, want_reading

_READING = "recording.reading."

_COLUMNS = """
    r.id, r.name, r.relative_path, r.absolute_path, r.size, r.duration, r.n_frames, r.content_hash,
    COALESCE(a.person, r.person) AS person, r.condition, r.target_person, r.added,
    r.person_group AS "group", r.note
    FROM recording AS r LEFT JOIN appearance AS a ON a.recording_id = r.id AND a.number = r.target_person
"""


class RecordingsPart(StudyCore):
    """Add, find and describe recordings."""

    def add_recording(
        self,
        video_path: Path,
        *,
        duration: float,
        n_frames: int,
        content_hash: str,
        person: str | None = None,
        condition: str | None = None,
    ) -> Recording:
        """Add a video; the file is referenced, never copied or changed.

        A video that is in the study already (by its contents) is not added twice: its recording is returned,
        is shown again if it had been removed, and refers to this file if its own is gone. Where another
        recording has its name, the folder stands beside it: tables name recordings, and two of one name could
        not be told apart there.

        Parameters
        ----------
        video_path : Path
            The video.
        duration : float
            Seconds.
        n_frames : int
            Frames that the decoder gives.
        content_hash : str
            Fingerprint from `au_studio.video.hashing.content_hash`.
        person : str, optional
            Who it is of; recordings of the same person stay together in cross-validation.
        condition : str, optional
            Condition of the experiment.

        Raises
        ------
        VideoMissingError
            If there is no such file.
        """
        video_path = Path(video_path).absolute()
        if not video_path.is_file():
            raise VideoMissingError(
                sentence("{video_path} does not exist.", video_path=video_path),
                next_step="Choose the video again.",
            )
        known = self._database.read("SELECT id FROM recording WHERE content_hash = ?", (content_hash,))
        if known:
            recording = self.recording(known[0]["id"])
            with self._database.transaction() as change:
                change.execute("UPDATE recording SET removed = NULL WHERE id = ?", (recording.id,))
            return recording if self._is_found(recording) else self._refer_to(recording, video_path)
        recording_id = new_id("r")
        with self._database.transaction() as change:
            change.execute(
                "INSERT INTO recording (id, name, relative_path, absolute_path, size, duration, n_frames,"
                " content_hash, person, condition, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    recording_id,
                    self._free_name(video_path),
                    relative_to(video_path, self.root),
                    str(video_path),
                    video_path.stat().st_size,
                    float(duration),
                    int(n_frames),
                    content_hash,
                    person,
                    condition,
                    now(),
                ),
            )
        return self.recording(recording_id)

    def recordings(self) -> list[Recording]:
        """Return the recordings in the order in which they were added, without removed ones."""
        rows = self._database.read(f"SELECT {_COLUMNS} WHERE r.removed IS NULL ORDER BY r.rowid")
        return [_recording(row) for row in rows]

    def target_persons(self) -> dict[str, int | None]:
        """Return whose face is read, by recording, without removed ones; None: who fills most of it."""
        rows = self._database.read("SELECT id, target_person FROM recording WHERE removed IS NULL")
        return {str(row["id"]): row["target_person"] for row in rows}

    def recording(self, recording_id: str) -> Recording:
        """Return one recording, removed or not.

        Raises
        ------
        NotInStudyError
            If there is none of that id.
        """
        return _recording(
            self._one(f"SELECT {_COLUMNS} WHERE r.id = ?", (recording_id,), f"no recording {recording_id}")
        )

    def remove_recording(self, recording_id: str) -> None:
        """Take a recording off the list. Its ratings stay; adding the same video again brings all back."""
        self._set(recording_id, "removed", now())

    def bring_back_recording(self, recording_id: str) -> None:
        """Put a recording that was removed back on the list, with all that belongs to it."""
        self._set(recording_id, "removed", None)

    def belongings(self, recording_id: str) -> Belongings:
        """Return what leaves the lists together with a recording.

        Raises
        ------
        NotInStudyError
            If there is none of that id.
        """
        self.recording(recording_id)
        (row,) = self._database.read(
            "SELECT (SELECT COUNT(*) FROM rating WHERE recording_id = r.id) AS n_ratings,"
            " (SELECT COUNT(DISTINCT coder_id) FROM rating WHERE recording_id = r.id) AS n_coders,"
            " (SELECT COUNT(*) FROM sample_frame AS f JOIN sample AS s ON s.id = f.sample_id"
            "  WHERE s.recording_id = r.id) AS n_frames,"
            " (SELECT COUNT(*) FROM marker WHERE recording_id = r.id AND removed IS NULL) AS n_markers"
            " FROM recording AS r WHERE r.id = ?",
            (recording_id,),
        )
        return Belongings(**dict(row))

    def rename_recording(self, recording_id: str, name: str) -> None:
        """Change what lists show for a recording."""
        self._set(recording_id, "name", name)

    def set_person(self, recording_id: str, person: str | None) -> None:
        """Say who the recording is of; None = not known."""
        self._set(recording_id, "person", person)

    def set_condition(self, recording_id: str, condition: str | None) -> None:
        """Say which condition of the experiment the recording belongs to; None = none."""
        self._set(recording_id, "condition", condition)

    def set_group(self, recording_id: str, group: str | None) -> None:
        """Say which group the person of the recording belongs to; None = none."""
        self._set(recording_id, "person_group", group)

    def set_recording_note(self, recording_id: str, note: str) -> None:
        """Keep a note on a recording in place of an earlier one."""
        self._set(recording_id, "note", note.strip())

    def set_detail(self, recording_id: str, field: str, value: str) -> None:
        """Write what people say of a recording.

        Parameters
        ----------
        recording_id : str
            Of the recording.
        field : {"name", "person", "group", "condition", "note"}
            What is said. The person is the one who is read, where several are known by name.
        value : str
            The new value; empty = not said.
        """
        recording = self.recording(recording_id)
        if field == "name":
            self.rename_recording(recording_id, value)
        elif field == "note":
            self.set_recording_note(recording_id, value)
        elif field == "group":
            self.set_group(recording_id, value or None)
        elif field == "condition":
            self.set_condition(recording_id, value or None)
        elif recording.target_person in self.tracked_persons(recording_id):
            # The name of the person who is read stands before that of the recording.
            self.name_tracked_person(recording_id, recording.target_person, value or None)
        else:
            self.set_person(recording_id, value or None)

    def set_target_person(self, recording_id: str, person: int | None) -> None:
        """Choose which tracked person is analysed, by number; None = the most prominent one so far."""
        self._set(recording_id, "target_person", None if person is None else int(person))

    def name_tracked_person(self, recording_id: str, number: int, name: str | None) -> None:
        """Give a tracked person of a recording a name (e.g. "patient"), or take it away with None."""
        self.recording(recording_id)
        with self._database.transaction() as change:
            change.execute(
                "DELETE FROM appearance WHERE recording_id = ? AND number = ?", (recording_id, int(number))
            )
            if name is not None:
                change.execute("INSERT INTO appearance VALUES (?, ?, ?)", (recording_id, int(number), name))

    def tracked_persons(self, recording_id: str) -> dict[int, str]:
        """Return the names that the tracked persons of a recording were given, by number."""
        rows = self._database.read(
            "SELECT number, person FROM appearance WHERE recording_id = ? ORDER BY number", (recording_id,)
        )
        return {row["number"]: row["person"] for row in rows}

    def reading_options(self, recording_id: str) -> ReadingOptions:
        """Return how people chose that a recording is read, where its file leaves it open."""
        kept = self.setting(_READING + recording_id)
        return AS_USUAL if kept is None else options_from_json(kept)

    def set_reading_options(
        self, recording_id: str, options: ReadingOptions, *, duration: float, n_frames: int
    ) -> None:
        """Choose how a recording is read, with the length that it has then (seconds, frames)."""
        recording = self.recording(recording_id)
        with self._database.transaction() as change:
            self.set_setting(_READING + recording_id, dataclasses.asdict(options))
            change.execute(
                "UPDATE recording SET duration = ?, n_frames = ? WHERE id = ?",
                (float(duration), int(n_frames), recording_id),
            )
        with contextlib.suppress(VideoMissingError):
            self.locate(recording)

    def locate(self, recording: Recording) -> Path:
        """Return where the video is now: beside the study as before, or where it was last seen.

        From then on it is read in this process as people chose (`au_studio.video.options.want_reading`).

        Raises
        ------
        VideoMissingError
            If it is in neither place.
        """
        candidates = [recording.absolute_path]
        if recording.relative_path is not None:
            candidates.insert(0, Path(os.path.normpath(self.root / recording.relative_path)))
        for candidate in candidates:
            # The size tells apart another video of the same name at no cost; `find_videos` compares contents.
            if _size_of(candidate) == recording.size:
                want_reading(candidate, self.reading_options(recording.id))
                return candidate
        raise VideoMissingError(
            sentence(
                "The video of {recording} is no longer at {absolute_path}.",
                recording=recording.name,
                absolute_path=recording.absolute_path,
            ),
            next_step="Show where it is now, or the folder to search.",
        )

    def without_video(self) -> list[Recording]:
        """Return the recordings whose videos are missing."""
        return [recording for recording in self.recordings() if not self._is_found(recording)]

    def note_places(self, found: Sequence[tuple[Recording, Path]]) -> list[Recording]:
        """Note where videos are, as `find_videos` found them; return their recordings."""
        with self.all_or_none():
            return [self._refer_to(recording, path) for recording, path in found]

    def _refer_to(self, recording: Recording, video_path: Path) -> Recording:
        with self._database.transaction() as change:
            change.execute(
                "UPDATE recording SET relative_path = ?, absolute_path = ? WHERE id = ?",
                (relative_to(video_path, self.root), str(video_path), recording.id),
            )
        return self.recording(recording.id)

    def _is_found(self, recording: Recording) -> bool:
        try:
            self.locate(recording)
        except VideoMissingError:
            return False
        return True

    def _free_name(self, video_path: Path) -> str:
        taken = {row["name"].casefold() for row in self._database.read("SELECT name FROM recording")}
        stem, ending, folder = video_path.stem, video_path.suffix, video_path.parent.name
        beside = f"{stem} ({folder})" if folder else stem
        numbered = (f"{beside} {number}{ending}" for number in itertools.count(2))
        names = itertools.chain((video_path.name, f"{beside}{ending}"), numbered)
        return next(name for name in names if name.casefold() not in taken)

    def _set(self, recording_id: str, column: str, value: str | int | None) -> None:
        self.recording(recording_id)
        with self._database.transaction() as change:
            change.execute(f"UPDATE recording SET {column} = ? WHERE id = ?", (value, recording_id))


def find_videos(
    folder: Path, wanted: Sequence[Recording], should_stop: Callable[[], bool] = lambda: False
) -> list[tuple[Recording, Path]]:
    """Search a folder and those in it for videos, by contents. It touches no study, so any thread may do it.

    Raises
    ------
    Stopped
        When `should_stop` said so.
    """
    missing = {recording.content_hash: recording for recording in wanted}
    sizes = {recording.size for recording in wanted}
    found = []
    for path in sorted(_files(folder, sizes, should_stop) if sizes else ()):
        if should_stop():
            raise Stopped("The search was stopped.")
        with contextlib.suppress(VideoError):  # one that cannot be read is not the one
            recording = missing.pop(hash_video(path), None)
            if recording is not None:
                found.append((recording, path.absolute()))
    return found


def _files(folder: Path, sizes: set[int], should_stop: Callable[[], bool]) -> Iterator[Path]:
    """Yield the files of these sizes in a folder and those in it."""
    for path in Path(folder).rglob("*"):
        if should_stop():
            raise Stopped("The search was stopped.")
        with contextlib.suppress(OSError):  # gone meanwhile
            if path.is_file() and path.stat().st_size in sizes:
                yield path


def _size_of(path: Path) -> int | None:
    """Return the bytes of a file, None without one; looked up once, because on a network that takes time."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def relative_to(path: Path, root: Path) -> str | None:
    """Return `path` as seen from `root`, with forward slashes; None when they are on different drives."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return None


def _recording(row: sqlite3.Row) -> Recording:
    values = dict(row)
    return Recording(**{**values, "absolute_path": Path(values["absolute_path"])})
