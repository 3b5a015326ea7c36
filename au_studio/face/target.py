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
        for tracked in faces:
            self._areas[tracked.person] = self._areas.get(tracked.person, 0.0) + tracked.face.area
        if self._chosen is None and self._areas:
            self._hand_over(faces)
            self._elect()
        for tracked in faces:
            if tracked.person == self._person:
                self._last_box = tracked.face.box
                found = replace(tracked, new_track=True) if self._switched else tracked
                self._switched = False
                return found
        return None

    def _hand_over(self, faces: Sequence[TrackedFace]) -> None:
        if self._last_box is None or self._person is None or any(f.person == self._person for f in faces):
            return
        for tracked in faces:
            if tracked.new_track and overlap(tracked.face.box, self._last_box) >= SAME_PLACE:
                self._areas[tracked.person] += self._areas[self._person]
                self._person, self._switched = tracked.person, True
                return

    def _elect(self) -> None:
        leader = max(sorted(self._areas), key=lambda person: self._areas[person])
        if self._person is None:
            self._person = leader
        elif self._areas[leader] > MARGIN * self._areas[self._person]:
            self._person, self._switched = leader, True
