"""Who is it? Numbers for persons that stay the same when a face is lost and comes back.

A person is known by the mean brightness pattern of the aligned face, the last one, the last box and when that
was. This is enough to tell the two or three people of one recording apart under steady light; it is not face
recognition. Its limits: people of like looks may be taken for one another after a cut, and somebody who comes
back in very different light or turned away may get a new number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from au_studio.face.cuts import Pattern, correlation
from au_studio.face.model import Face, overlap

SAME_AFTER_CUT = 0.6
"""Least correlation of face patterns to recognise somebody after a scene cut."""
SAME_AFTER_GAP = 0.4
"""The same within a scene: whoever comes back is most likely somebody who has been there."""
SAME_IN_PLACE = 0.2
"""The same for a face that is back within `SHORT_GAP` seconds in its old place and size."""
SHORT_GAP = 1.0

_ELSEWHERE = -1

ESTABLISHED_FRAMES, ESTABLISHED_SECONDS = 8, 1.0
"""Unbroken presence after which a person's number is never given to anybody else."""


@dataclass(eq=False)
class Person:
    """What is remembered of one person.

    Attributes
    ----------
    number : int
        The person's number in the recording.
    face : Face
        Where the person was seen last.
    time : float
        When that was, in seconds.
    pattern : float32[1024]
        The last face pattern.
    scene : int
        Number of scene cuts before that.
    run_start, run_frames : float, int
        Start in seconds, and length in frames, of the present unbroken run.
    established : bool
        Whether one run was long enough for the number to be kept for good.
    total : float32[1024]
        Sum of all face patterns so far.
    """

    number: int
    face: Face
    time: float
    pattern: Pattern
    scene: int
    run_start: float
    run_frames: int = 1
    established: bool = False
    total: Pattern = field(init=False)

    def __post_init__(self) -> None:
        self.total = self.pattern.astype(np.float32).copy()

    def see(self, face: Face, pattern: Pattern, time: float, scene: int, *, new_run: bool) -> None:
        """Remember the person's face in another frame.

        Parameters
        ----------
        face, pattern
            The face and its brightness pattern.
        time : float
            Seconds of the frame.
        scene : int
            Scene cuts before it.
        new_run : bool
            Whether the face was not there in the frame before.
        """
        self.run_frames = 1 if new_run else self.run_frames + 1
        self.run_start = time if new_run else self.run_start
        long_enough = time - self.run_start >= ESTABLISHED_SECONDS
        self.established |= long_enough and self.run_frames >= ESTABLISHED_FRAMES
        self.face, self.pattern, self.time, self.scene = face, pattern, time, scene
        self.total += pattern

    def leave(self) -> None:
        """Note that somebody (or something) else was suddenly in this person's place."""
        self.scene = _ELSEWHERE

    def likeness(self, pattern: Pattern) -> float:
        """Return how alike a face pattern is to the person's last or mean one, −1 to 1."""
        mean = self.total / max(float(np.linalg.norm(self.total)), 1e-6)
        return max(correlation(self.pattern, pattern), correlation(mean, pattern))

    def could_be(self, face: Face, pattern: Pattern, time: float, scene: int) -> float | None:
        """Return the likeness (-1 to 1) to a new face, or None if it is too little to be this person.

        How much is needed depends on how long the person was away, and where; the parameters are as in `see`.
        """
        likeness = self.likeness(pattern)
        if scene != self.scene:
            least = SAME_AFTER_CUT
        elif time - self.time <= SHORT_GAP and overlap(self.face.box, face.box) > 0.3:
            least = SAME_IN_PLACE
        else:
            least = SAME_AFTER_GAP
        return likeness if likeness >= least else None


class Persons:
    """Everybody seen in a recording so far."""

    def __init__(self) -> None:
        self._known: dict[int, Person] = {}

    def __getitem__(self, number: int) -> Person:
        return self._known[number]

    def recognise(
        self, faces: Sequence[tuple[Face, Pattern]], present: set[int], time: float, scene: int
    ) -> list[int]:
        """Give every new face its person's number; unknown ones are added, larger faces first.

        Numbers of people who were seen only briefly in an earlier scene are given out again: a recording that
        is a row of photographs is then one person throughout, where each picture's largest face is number 0.

        Parameters
        ----------
        faces : sequence of (Face, Pattern)
            Faces in this frame that were not followed from the last one.
        present : set of int
            Numbers of the persons who are in this frame already.
        time : float
            The frame's time in seconds.
        scene : int
            Number of scene cuts so far.

        Returns
        -------
        list of int
            One different number per face.
        """
        numbers = self._match(faces, present, time, scene)
        by_size = sorted(range(len(faces)), key=lambda i: -faces[i][0].area)
        for i in by_size:
            face, pattern = faces[i]
            if i in numbers:
                self._known[numbers[i]].see(face, pattern, time, scene, new_run=True)
            else:
                number = self._free_number(present | set(numbers.values()), scene)
                self._known[number] = Person(number, face, time, pattern, scene, run_start=time)
                numbers[i] = number
        return [numbers[i] for i in range(len(faces))]

    def _match(
        self, faces: Sequence[tuple[Face, Pattern]], present: set[int], time: float, scene: int
    ) -> dict[int, int]:
        """Pair faces with absent persons, most alike first; face index → number."""
        pairs = []
        for i, (face, pattern) in enumerate(faces):
            for person in self._known.values():
                if person.number not in present:
                    likeness = person.could_be(face, pattern, time, scene)
                    if likeness is not None:
                        pairs.append((-likeness, person.number, i))
        numbers: dict[int, int] = {}
        for _, number, i in sorted(pairs):
            if i not in numbers and number not in numbers.values():
                numbers[i] = number
        return numbers

    def _free_number(self, taken: set[int], scene: int) -> int:
        kept = taken | {p.number for p in self._known.values() if p.established or p.scene == scene}
        return next(n for n in range(len(kept) + 1) if n not in kept)
