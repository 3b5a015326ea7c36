"""What can be wrong with a recording, as named errors."""

from __future__ import annotations

from au_studio.errors import AUStudioError
from au_studio.texts import Sentence, sentence


class VideoError(AUStudioError):
    """Base of everything that can be wrong with a recording."""


class UnreadableVideoError(VideoError):
    """The file is missing, empty, not a video, or no picture of it can be decoded."""


class NoVideoStreamError(VideoError):
    """The file holds sound (or other data) but no pictures."""


class NoAudioStreamError(VideoError):
    """The recording is silent: it holds no sound that can be decoded."""


class UndecodableFrameError(VideoError):
    """One frame inside the recording is damaged and the decoder gives no picture for it."""


class TruncatedVideoError(VideoError):
    """The file ends before the recording does.

    Parameters
    ----------
    message : str
        One sentence that names the file and says how much of it was read.
    frames_read : int
        Number of frames that the decoder gave before the file ended.
    next_step, details : str
        See `AUStudioError`.
    """

    def __init__(self, message: str, *, frames_read: int, next_step: str = "", details: str = "") -> None:
        super().__init__(message, next_step=next_step, details=details)
        self.frames_read = frames_read


def cut_short(name: str, frames: int, seconds: float) -> Sentence:
    """Return what to say of a recording of which only the first frames could be read."""
    return sentence(
        "“{name}” is cut short: {frames} frames ({seconds:.2f} s) could be read, then the file ends.",
        name=name,
        frames=frames,
        seconds=seconds,
    )


def no_picture(name: str, position: int, seconds: float) -> Sentence:
    """Return what to say of a frame that gives no picture."""
    return sentence(
        "Frame {position} of “{name}” ({seconds:.3f} s) gives no picture.",
        position=position,
        name=name,
        seconds=seconds,
    )
