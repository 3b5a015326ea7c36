"""Several persons through a recording: each face is followed, and looked for again when it is lost.

Strictly causal and deterministic: what is said about a frame depends on that frame and earlier ones alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from au_studio.face.backends import FaceBackend
from au_studio.face.cuts import (
    Pattern,
    correlation,
    face_pattern,
    frame_pattern,
    is_other_face,
    is_other_scene,
    is_scene_cut,
)
from au_studio.face.model import Face, Picture, TrackedFace, overlap
from au_studio.face.persons import Persons

LOOK_EVERY = 15
"""While faces are followed, further ones are looked for in the whole picture every so many frames."""
LOOK_CLOSELY_EVERY = 150
"""The same with the thorough search for small faces."""
EMPTY_LOOK_CLOSELY_EVERY = 30
"""While there is no face: quick search in every frame, thorough search every so many frames."""
EMPTY_REST_AFTER, EMPTY_LOOK_EVERY = 75, 3
"""Without a face for so many frames, and while the picture stays as it is, it is searched every so many."""
EMPTY_LOOK_CLOSELY_AT_LEAST = 240
"""Meanwhile the distance between thorough searches doubles, up to so many frames."""
SAME_PICTURE, SAME_ROOM = 0.998, 0.99
"""Least correlation with the frame that was searched last, for a quick search to rest; and with the one
that was searched thoroughly, for the next thorough search to wait: seconds apart light varies more."""
SAME_FACE_OVERLAP = 0.35
"""Boxes that overlap more than this (intersection over union) show one face."""


@dataclass(eq=False)
class Track:
    """A person who was there in the last frame."""

    person: int
    face: Face
    pattern: Pattern
    continuity: float = 1.0


class FaceTracker:
    """Follows up to ``max_persons`` faces; one recording, frames in order, one thread.

    Parameters
    ----------
    backend : FaceBackend
        Detector and landmarks.
    max_persons : int
        Faces followed at once; whoever is followed keeps the place, newcomers come in by size.
    """

    def __init__(self, backend: FaceBackend, max_persons: int = 4) -> None:
        self.backend = backend
        self.max_persons = max_persons
        self.reset()

    def reset(self) -> None:
        """Forget everything, as before the first frame of a recording."""
        self._persons = Persons()
        self._tracks: list[Track] = []
        self._last_frame: Pattern | None = None
        self._last_shape: tuple[int, ...] = ()
        self._last_time = float("-inf")
        self._scene = 0
        self._frames_since_cut = 0
        self._frames_empty = 0
        self._missing_until = 0
        # The frames that were searched last, in any way and thoroughly, while there was no face.
        self._looked: Pattern | None = None
        self._looked_closely: Pattern | None = None
        self._close_look_due = 0

    @property
    def memory(self) -> dict[str, Any]:
        """Everything that is remembered of earlier frames; put back, the next frame follows on them."""
        return {name: value for name, value in vars(self).items() if name not in {"backend", "max_persons"}}

    @memory.setter
    def memory(self, memory: Mapping[str, Any]) -> None:
        vars(self).update(memory)

    def update(self, image: Picture, time: float) -> list[TrackedFace]:
        """Find the faces of the next frame.

        Parameters
        ----------
        image : uint8[H, W, 3] or Planar
            RGB picture, or its planes.
        time : float
            The frame's time in seconds; a step backwards counts as a scene cut.

        Returns
        -------
        list of TrackedFace
            By person number; every person at most once, every face at most once.
        """
        frame = frame_pattern(image)
        likeness = self._likeness_to_last(frame, image, time)
        before = len(self._tracks)
        followed = self._follow(image, likeness) if likeness is not None else None
        if followed is None:
            self._scene += 1
            # Whoever was missed belongs to the scene before.
            self._frames_since_cut = self._missing_until = 0
            followed = []
        for track in followed:
            person = self._persons[track.person]
            person.see(track.face, track.pattern, time, self._scene, new_run=False)
        thorough = self._how_to_look(frame, len(followed), before)
        fresh = [] if thorough is None else self._look(image, time, followed, thorough)
        self._tracks = followed + [track for track, _ in fresh]
        self._last_frame, self._last_shape, self._last_time = frame, image.shape, time
        self._frames_since_cut += 1
        self._frames_empty = 0 if self._tracks else self._frames_empty + 1
        found = [TrackedFace(track.person, track.face, False) for track in followed]
        found += [TrackedFace(track.person, track.face, new) for track, new in fresh]
        return sorted(found, key=lambda tracked: tracked.person)

    def _likeness_to_last(self, frame: Pattern, image: Picture, time: float) -> float | None:
        """Return the correlation with the last frame, or None after a scene cut (or at the start)."""
        last = self._last_frame
        if last is None or image.shape != self._last_shape or time < self._last_time:
            return None
        return None if is_scene_cut(last, frame) else correlation(last, frame)

    def _follow(self, image: Picture, frame_likeness: float) -> list[Track] | None:
        """Follow every face of the last frame; None if what is there now is another scene."""
        followed = []
        for track in self._tracks:
            face = self.backend.follow(image, track.face)
            if face is None:
                continue
            pattern = face_pattern(image, face)
            likeness = correlation(track.pattern, pattern)
            if is_other_scene(frame_likeness, likeness):
                return None
            if is_other_face(likeness):
                self._persons[track.person].leave()
                continue
            followed.append(Track(track.person, face, pattern, likeness))
        return _without_duplicates(followed)

    def _how_to_look(self, frame: Pattern, n_followed: int, n_before: int) -> bool | None:
        """Decide on detection in this frame: None = no, False = quick, True = thorough."""
        now = self._frames_since_cut
        if n_followed == 0:
            return self._how_to_look_for_anybody(frame, anew=now == 0 or n_before > 0)
        if now == 0:
            return True
        if n_followed < n_before:
            self._missing_until = now + LOOK_EVERY
        if n_followed >= self.max_persons:
            return None
        if now % LOOK_CLOSELY_EVERY == 0:
            return True
        return False if now % LOOK_EVERY == 0 or now < self._missing_until else None

    def _how_to_look_for_anybody(self, frame: Pattern, *, anew: bool) -> bool | None:
        """Decide on detection in a frame without a followed face, less often the longer nothing happens."""
        empty = self._frames_empty
        if not anew and empty < self._close_look_due and _alike(self._looked_closely, frame, SAME_ROOM):
            resting = empty >= EMPTY_REST_AFTER and empty % EMPTY_LOOK_EVERY
            if resting and _alike(self._looked, frame, SAME_PICTURE):
                return None
            self._looked = frame
            return False
        closely = anew or empty % EMPTY_LOOK_CLOSELY_EVERY == 0
        if closely:
            self._looked_closely = frame
            wait = min(max(empty, EMPTY_LOOK_CLOSELY_EVERY), EMPTY_LOOK_CLOSELY_AT_LEAST)
            self._close_look_due = 0 if anew else empty + wait
        self._looked = frame
        return closely

    def _look(
        self, image: Picture, time: float, followed: list[Track], thorough: bool
    ) -> list[tuple[Track, bool]]:
        """Detect faces that are not followed, recognise whose they are, and tell whether each run is new."""
        faces: list[Face] = []
        here = [track.face for track in followed]
        found = self.backend.detect(image, thorough=thorough, known=here)
        for face in sorted(found, key=lambda face: -face.area):
            known = here + faces
            if len(known) < self.max_persons and not any(_same_face(face, other) for other in known):
                faces.append(face)
        patterns = [face_pattern(image, face) for face in faces]
        lost = {t.person: t.face for t in self._tracks if self._persons[t.person].scene == self._scene}
        numbers = self._persons.recognise(
            list(zip(faces, patterns, strict=True)), {track.person for track in followed}, time, self._scene
        )
        fresh = []
        for number, face, pattern in zip(numbers, faces, patterns, strict=True):
            moved_fast = number in lost and overlap(lost[number].box, face.box) > 0.1
            fresh.append((Track(number, face, pattern), not moved_fast))
        return fresh


def _same_face(a: Face, b: Face) -> bool:
    """Tell whether two faces are one: much overlap, or the middle of the eyes and nose inside the other."""
    if overlap(a.box, b.box) > SAME_FACE_OVERLAP:
        return True
    small, large = sorted((a, b), key=lambda face: face.area)
    x, y = small.anchors.mean(axis=0)
    x0, y0, x1, y1 = large.box
    return bool(x0 < x < x1 and y0 < y < y1)


def _alike(before: Pattern | None, now: Pattern, least: float) -> bool:
    return before is not None and correlation(before, now) >= least


def _without_duplicates(tracks: list[Track]) -> list[Track]:
    """Keep one track per face: the one whose face changed least since the last frame."""
    kept: list[Track] = []
    for track in sorted(tracks, key=lambda track: (-track.continuity, track.person)):
        if not any(_same_face(track.face, other.face) for other in kept):
            kept.append(track)
    return sorted(kept, key=lambda track: track.person)
