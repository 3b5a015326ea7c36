"""A graphics card at PyAV's edge: it decodes in software and hands pictures over as cards do, or goes wrong.

Everything of AU Studio's own runs: only what PyAV would ask of a device is played.
"""

from __future__ import annotations

import errno
from typing import Any

import av
import numpy as np
import pytest

from au_studio.video import graphics_devices

_FORM = {"yuv420p": "nv12", "yuvj420p": "nv12", "yuv420p10le": "p010le"}


class FakeCard:
    """What the card can and what it does wrong; tests set the attributes.

    Attributes
    ----------
    opens : bool
        Whether the device can be opened.
    decodes : set of str
        Codecs that it knows.
    wrong, dies : int or None
        The how-manieth picture that it gives has one wrong pixel; or is not given, for the device is gone.
    plane : int
        In which plane the pixel is wrong: 0 brightness, 1 colour.
    leaves_out : int or None
        The how-manieth picture is swallowed without a word.
    form : str or None
        How pictures are handed over, instead of as cards do.
    given : int
        Pictures that it was made to decode.
    """

    def __init__(self) -> None:
        self.opens = True
        self.decodes = {"h264", "hevc", "mpeg2video", "mpeg4"}
        self.wrong: int | None = None
        self.dies: int | None = None
        self.leaves_out: int | None = None
        self.plane = 0
        self.form: str | None = None
        self.given = 0

    def put_in(self, monkeypatch: pytest.MonkeyPatch) -> FakeCard:
        """Let PyAV find it, as the kind ``"cuda"``."""
        card, real_open = self, av.open

        class Accelerator:
            def __init__(self, device: str, *, allow_software_fallback: bool = True) -> None:
                assert device == "cuda"
                assert not allow_software_fallback, "software must not stand in unnoticed"

            def create(self, codec: Any) -> Any:
                if codec.name not in card.decodes:
                    raise NotImplementedError(f"No supported hardware config for {codec}")
                if not card.opens:
                    raise av.error.PermissionError(errno.EPERM, "Operation not permitted")
                return self

        def opened(*args: Any, hwaccel: Any = None, **options: Any) -> Any:
            if hwaccel is None:
                return real_open(*args, **options)
            if not card.opens:
                raise av.error.PermissionError(errno.EPERM, "Operation not permitted")
            return _Container(real_open(*args, **options), card)

        monkeypatch.setattr(av, "open", opened)
        monkeypatch.setattr(graphics_devices, "HWAccel", Accelerator)
        monkeypatch.setattr(graphics_devices, "hwdevices_available", lambda: ["cuda"])
        return self

    def download(self, picture: Any) -> list[Any]:
        """Return what PyAV hands over of a decoded picture."""
        number, self.given = self.given, self.given + 1
        if number == self.dies:
            raise av.error.ExternalError(errno.EIO, "the device is gone")
        if number == self.leaves_out:
            return []
        form = self.form or _FORM[picture.format.name]
        made = picture.reformat(format=form, threads=1)
        made.colorspace, made.color_range = picture.colorspace, picture.color_range
        if number == self.wrong:
            plane = made.planes[self.plane]
            lines = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
            lines[plane.height // 2, plane.width // 2 * (2 if form == "p010le" else 1) + 1] ^= 0x40
        return [made]


class _Proxy:
    def __init__(self, real: Any, card: FakeCard) -> None:
        object.__setattr__(self, "_real", real)
        object.__setattr__(self, "_card", card)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._real, name, value)


class _Container(_Proxy):
    @property
    def streams(self) -> Any:
        return _Streams(self._real.streams, self._card)

    def demux(self, stream: Any) -> Any:
        return self._real.demux(stream._real)

    def seek(self, timestamp: int, *, stream: Any, backward: bool) -> None:
        self._real.seek(timestamp, stream=stream._real, backward=backward)


class _Streams(_Proxy):
    @property
    def video(self) -> list[Any]:
        return [_Stream(stream, self._card) for stream in self._real.video]


class _Stream(_Proxy):
    @property
    def codec_context(self) -> Any:
        return _Context(self._real.codec_context, self._card)


class _Context(_Proxy):
    @property
    def is_hwaccel(self) -> bool:
        return self._real.codec.name in self._card.decodes

    def decode(self, packet: Any) -> list[Any]:
        return [made for picture in self._real.decode(packet) for made in self._card.download(picture)]
