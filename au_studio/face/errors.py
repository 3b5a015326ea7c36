"""Errors of finding and following faces."""

from __future__ import annotations

from au_studio.errors import AUStudioError


class FaceModelError(AUStudioError):
    """A network file for faces is not the one that belongs here, or cannot be loaded."""


class MissingWeightsError(FaceModelError):
    """A backend needs weight files that are not on this computer."""
