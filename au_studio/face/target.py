"""Whose action units are measured: the person chosen by the user, or the most prominent one so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from au_studio.face.model import TrackedFace, overlap

MARGIN = 1.1
"""Somebody else must have been this much more prominent to become the target: no swaying between equals."""

SAME_PLACE = 0.3
"""A new face that overlaps the target's last box this much (intersection over union) is in its place."""


Boxes = Sequence[NDArray[np.float32]] | NDArray[np.float32]


class TargetPerson:
    """Picks the target person's face out of each frame; causal.

    Without a choice it is the person with the largest box area summed over the frames so far. Who appears in
    the very place of a target that is gone, as after a cut from one photograph to the next, becomes the
    target at once and inherits the sum.

    Parameters
    ----------
    chosen : int, optional
        The person's number if the user chose one.
    """

    def __init__(self, chosen: int | None = None) -> None:
        self._chosen = chosen
        self._areas: dict[int, float] = {}
        self._person = chosen
        self._switched = False
        self._last_box: NDArray[np.float32] | None = None

    @property
    def person(self) -> int | None:
        """The target person's number, or None before the first face."""
        return self._person

    def update(self, faces: Sequence[TrackedFace]) -> TrackedFace | None:
        """Return the target person's face among the faces of the next frame.

        Parameters
        ----------
        faces : sequence of TrackedFace
            All faces of the frame.

        Returns
        -------
        TrackedFace or None
            None when the target person is not there. ``new_track`` is also True on the first face after the
            target changed from one person to another.
        """
        place = self.choose(
            [tracked.person for tracked in faces],
            [tracked.face.area for tracked in faces],
            [tracked.face.box for tracked in faces],
            [tracked.new_track for tracked in faces],
        )
        if place is None:
            return None
        found = replace(faces[place], new_track=True) if self._switched else faces[place]
        self._switched = False
        return found

    def choose(
        self,
        persons: Sequence[int],
        areas: Sequence[float],
        boxes: Boxes,
        new_tracks: Sequence[bool],
    ) -> int | None:
        """Return which of the next frame's faces is the target person's, from 0; None: not there.

        Parameters
        ----------
        persons, areas, boxes, new_tracks : sequences of equal length
            Of each face: the person's number, the box's area, the box (x0, y0, x1, y1), and whether an
            unbroken run begins.
        """
        for person, area in zip(persons, areas, strict=True):
            self._areas[person] = self._areas.get(person, 0.0) + area
        if self._chosen is None and self._areas:
            self._hand_over(persons, boxes, new_tracks)
            self._elect()
        if self._person not in persons:
            return None
        place = persons.index(self._person)
        self._last_box = boxes[place]
        return place

    def _hand_over(self, persons: Sequence[int], boxes: Boxes, new_tracks: Sequence[bool]) -> None:
        if self._last_box is None or self._person is None or self._person in persons:
            return
        for person, box, new_track in zip(persons, boxes, new_tracks, strict=True):
            if new_track and overlap(box, self._last_box) >= SAME_PLACE:
                self._areas[person] += self._areas[self._person]
                self._person, self._switched = person, True
                return

    def _elect(self) -> None:
        leader = max(sorted(self._areas), key=lambda person: self._areas[person])
        if self._person is None:
            self._person = leader
        elif self._areas[leader] > MARGIN * self._areas[self._person]:
            self._person, self._switched = leader, True
