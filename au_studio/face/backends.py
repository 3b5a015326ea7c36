"""What a face backend must offer, and which ones there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from au_studio.face.errors import FaceModelError, MissingWeightsError
from au_studio.face.fan import FaceAlignmentBackend, find_weights
from au_studio.face.mediapipe import MediaPipeBackend
from au_studio.face.model import Face, Picture


class FaceBackend(Protocol):
    """Finds and follows faces; one object per thread."""

    name: str
    """Name under which `create_backend` knows it."""
    n_landmarks: int
    """Number of landmarks of its faces; a key of ``landmarks.LAYOUTS``."""

    def detect(self, image: Picture, *, thorough: bool = True, known: Sequence[Face] = ()) -> list[Face]:
        """Find the faces in a picture, surest first.

        Parameters
        ----------
        image : uint8[H, W, 3] or Planar
            RGB picture, upright, or its planes.
        thorough : bool
            Spend more time, so that small faces are found, too.
        known : sequence of Face
            Faces of this picture that are followed already: they are not found again, and cost nothing.
        """
        ...

    def follow(self, image: Picture, previous: Face) -> Face | None:
        """Find a face of the frame before again, or return None when it is gone.

        Parameters
        ----------
        image : uint8[H, W, 3] or Planar
            RGB picture, upright, or its planes.
        previous : Face
            The face in the frame before.
        """
        ...


_BACKENDS: dict[str, Callable[[], FaceBackend]] = {
    MediaPipeBackend.name: MediaPipeBackend,
    FaceAlignmentBackend.name: FaceAlignmentBackend,
}

BACKEND_NAMES: tuple[str, ...] = tuple(_BACKENDS)
"""Names that `create_backend` knows; the first is the default."""

DEFAULT_BACKEND = BACKEND_NAMES[0]
"""The embedded backend, which is always there."""


def create_backend(name: str = MediaPipeBackend.name) -> tuple[FaceBackend, tuple[str, ...]]:
    """Return a face backend, and what a person should be told about the choice.

    Parameters
    ----------
    name : {"mediapipe", "face-alignment"}
        The wanted backend.

    Returns
    -------
    backend : FaceBackend
        The wanted one, or the embedded "mediapipe" if the wanted one lacks its weight file.
    notices : tuple of str
        Sentences for a person; empty when the wanted backend is used.

    Raises
    ------
    ValueError
        If there is no backend of that name.
    FaceModelError
        If the shipped network files are missing or altered.
    """
    _check_name(name)
    try:
        return _BACKENDS[name](), ()
    except MissingWeightsError as error:
        return MediaPipeBackend(), (_notice(error),)


def usable_backend(name: str) -> tuple[str, tuple[str, ...]]:
    """Return which backend can be used in place of a wanted one, without loading any network (nor torch).

    Parameters
    ----------
    name : {"mediapipe", "face-alignment"}
        The wanted backend.

    Returns
    -------
    name : str
        The wanted one, or "mediapipe" if the wanted one's weight file is missing or was altered.
    notices : tuple of str
        Sentences for a person; empty when the wanted backend can be used.

    Raises
    ------
    ValueError
        If there is no backend of that name.
    """
    _check_name(name)
    try:
        if name == FaceAlignmentBackend.name:
            find_weights()
    except FaceModelError as error:
        return DEFAULT_BACKEND, (_notice(error),)
    return name, ()


def _check_name(name: str) -> None:
    if name not in _BACKENDS:
        raise ValueError(f"no face backend is called {name!r}; there are {', '.join(_BACKENDS)}")


def _notice(error: FaceModelError) -> str:
    return f"{error.message} {error.next_step} Until then the embedded backend mediapipe is used."
