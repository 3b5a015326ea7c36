"""What can go wrong with an export."""

from __future__ import annotations

from au_studio.errors import AUStudioError


class ExportError(AUStudioError):
    """A table would be incomplete or contradict itself; nothing was written."""
