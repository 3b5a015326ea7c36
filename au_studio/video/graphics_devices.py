"""The graphics cards that the video library can decode with: which there are, and whether they open."""

from __future__ import annotations

from typing import Any

import av
from av.codec.hwaccel import HWAccel, hwdevices_available

from au_studio.errors import AUStudioError
from au_studio.texts import sentence

FAILURES = (av.error.FFmpegError, OSError, RuntimeError, MemoryError)
"""What the video library raises where a card fails: it, its driver, its memory, or the way to it."""


class GraphicsCardError(AUStudioError):
    """The graphics card cannot decode a recording, or not as the software does; the message says why."""


def could_not_decode(error: BaseException) -> GraphicsCardError:
    """Return what to say of a card that failed on the way; the details keep what was raised."""
    return GraphicsCardError(
        sentence("The graphics card could not decode all of the recording."),
        details=f"{type(error).__name__}: {error}",
    )


def accelerator(device: str) -> Any:
    """Return what PyAV is told to decode with: no software in its place, pictures in the main memory."""
    return HWAccel(device, allow_software_fallback=False)


def open_device(codec: Any) -> str:
    """Return libav's name of the first device that opens here for a codec.

    Parameters
    ----------
    codec : av.codec.Codec
        The decoder that libav takes for the recording.

    Raises
    ------
    GraphicsCardError
        If the video library reaches none that decodes it, or none can be opened.
    """
    opened, refused = try_devices(codec)
    if opened:
        return opened[0]
    if refused:
        why = "; ".join(f"{name}: {reason}" for name, reason in refused.items())
        raise GraphicsCardError(sentence("No graphics card can be opened ({why}).", why=why))
    raise GraphicsCardError(
        sentence("The video library here decodes {codec} on no graphics card.", codec=codec.name)
    )


def known_devices() -> list[str]:
    """Return libav's names of the devices that the video library was built for, there or not."""
    try:
        return [str(name) for name in hwdevices_available()]
    except ValueError:  # PyAV has no name for one of them
        return []


def try_devices(codec: Any) -> tuple[list[str], dict[str, str]]:
    """Open every device that decodes a codec, as PyAV offers them, and close it again.

    Parameters
    ----------
    codec : av.codec.Codec
        A decoder.

    Returns
    -------
    list of str, dict
        Devices that can be opened, and why the others cannot, by libav's names for them (``"cuda"``, …).
    """
    opened, refused = [], {}
    for name in known_devices():
        try:
            accelerator(name).create(codec)
        except NotImplementedError:  # this kind of device decodes another coding, or nothing
            continue
        except (*FAILURES, ValueError) as error:
            refused[name] = str(getattr(error, "strerror", None) or error)
        else:
            opened.append(name)
    return opened, refused
