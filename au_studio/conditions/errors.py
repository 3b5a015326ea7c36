"""What can be wrong with a question about conditions."""

from __future__ import annotations

from au_studio.errors import AUStudioError


class ConditionsError(AUStudioError):
    """What is asked for cannot be compared, drawn or reported."""
