"""Whose action units are measured: the person chosen by the user, or the most prominent one so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from au_studio.face.model import TrackedFace

MARGIN = 1.1
"""Somebody else must have been this much more prominent to become the target: no swaying between equals."""


class TargetPerson:
    """Picks the target person's face out of each frame; causal.

    Without a choice it is the person with the largest box area summed over the frames so far.

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
            self._elect()
        for tracked in faces:
            if tracked.person == self._person:
                found = replace(tracked, new_track=True) if self._switched else tracked
                self._switched = False
                return found
        return None

    def _elect(self) -> None:
        leader = max(sorted(self._areas), key=lambda person: self._areas[person])
        if self._person is None:
            self._person = leader
        elif self._areas[leader] > MARGIN * self._areas[self._person]:
            self._person, self._switched = leader, True
