"""A file as the graphics card decodes it: its pictures in the software's form, a part of them compared.

Compared, plane by plane and byte by byte, with what the software decoder makes are the first pictures that
are read, and one in eight of the groups of pictures that begin with a key frame, all along the recording.

Why groups, and why an eighth. A picture is made from those before it, back to its key frame: the software has
to decode the whole group to have any of it, and what goes wrong in one picture shows in those after it. What
a card gets wrong by its making (a profile that it does not know, another rounding, colours, borders) shows in
the first group. What goes wrong now and then (heat, memory, a driver) is found in the long run: where one
group in ten is spoilt, 40 compared groups all miss it with a chance of 1.5 in 100. An eighth costs an eighth
of what is saved. A single fault in a group that is not compared stays unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from av.video.reformatter import VideoReformatter

from au_studio.texts import Sentence, sentence
from au_studio.video.colour import hdr_name
from au_studio.video.errors import UnreadableVideoError
from au_studio.video.graphics_devices import FAILURES, GraphicsCardError, accelerator, could_not_decode
from au_studio.video.index import VideoIndex
from au_studio.video.matching import by_timestamp, row_of
from au_studio.video.planes import PAIRED, channels, has_planes
from au_studio.video.source import Damage, VideoSource, open_media

GROUPS = 8
"""Of so many groups of pictures one is compared."""
AT_FIRST = 32
"""So many pictures are compared wherever reading begins, however short the groups are."""

_FORMS = {PAIRED: ("yuv420p", "yuvj420p"), "p010le": ("yuv420p10le",)}
"""How cards hand over pictures (colour in pairs; 10 bits at the upper end of 16), and the software's forms of
the same numbers. Others are not taken."""
_ALIKE = ("width", "height", "color_range", "colorspace", "color_trc", "color_primaries", "interlaced_frame")
"""What decides beside the planes what is made of a picture."""


def compared_rows(index: VideoIndex, first: int) -> npt.NDArray[np.bool_]:
    """Return which rows of a recording are compared when it is read from the row `first` on, bool[T]."""
    compared: npt.NDArray[np.bool_] = _groups(index) % GROUPS == 0
    compared[first : first + AT_FIRST] = True
    return compared


def _groups(index: VideoIndex) -> npt.NDArray[np.int64]:
    """Return which group of pictures every row is in, int64[T]: those from a key frame up to the next one."""
    return np.maximum(np.cumsum(index.key_frames, dtype=np.int64) - 1, 0)


class CardSource(VideoSource):
    """One opened file whose pictures the graphics card decodes.

    Parameters
    ----------
    index : VideoIndex
        Of the recording.
    device : str
        libav's name of the way to the card.
    path : Path
        The file.
    stream : int or None
        Number of the stream in the file; None = the one that moves.
    on_compared : callable
        Called for every picture that was compared and is the software's.

    Attributes
    ----------
    of_software : Exception or None
        What the software's own decoding has raised, which is no failure of the card.

    Raises
    ------
    GraphicsCardError
        If the card cannot decode it. `frames` raises it where the card fails or a picture differs.
    """

    def __init__(
        self,
        index: VideoIndex,
        device: str,
        path: Path,
        stream: int | None,
        on_compared: Callable[[], None],
    ) -> None:
        self._index, self._device, self._on_compared = index, device, on_compared
        self._compared: npt.NDArray[np.bool_] | None = None
        self.of_software: Exception | None = None
        self._reformatter = VideoReformatter()
        self._software = _Software(index, path, stream)
        try:
            super().__init__(path, threads=1, stream=stream)
        except BaseException:
            self._software.close()
            raise

    def _open(self) -> None:
        super()._open()
        context = self.stream.codec_context
        if not context.is_hwaccel:
            self._container.close()
            raise GraphicsCardError(
                sentence("The graphics card does not decode {codec}.", codec=context.codec.name)
            )

    def _opened(self) -> Any:
        try:
            return open_media(self.path, accelerator(self._device))
        except (UnreadableVideoError, *FAILURES) as error:
            raise GraphicsCardError(
                sentence("The graphics card cannot open the recording."),
                details=str(getattr(error, "details", error)),
            ) from error

    def close(self) -> None:
        """Close the file; nothing may be decoded afterwards."""
        super().close()
        self._software.close()

    def frames(self, damage: Damage, packets: Iterator[Any] | None = None) -> Iterator[Any]:
        """Yield decoded frames in presentation order, in the form in which the software decoder gives them.

        Raises
        ------
        GraphicsCardError
            If the card refuses something or fails, or a picture that is compared is not the software's.
        """
        begun = False
        for made in self._made(damage, packets):
            row = row_of(self._index, made)
            # What comes before the first key frame is shown to nobody.
            begun = begun or (row is not None and bool(made.key_frame))
            if begun and row is not None:
                self._compare(row, made)
            yield made
        _refuse_damage(damage)

    def _made(self, damage: Damage, packets: Iterator[Any] | None) -> Iterator[Any]:
        """Yield what the card decodes, in the software's form; whatever fails in that is the card's."""
        try:
            for picture in super().frames(damage, packets):
                _refuse_damage(damage)
                yield picture if self._may_stay(picture) else self._in_software_form(picture)
        except FAILURES as error:
            raise could_not_decode(error) from error

    def _may_stay(self, picture: Any) -> bool:
        """Whether those who make frames take it as it is: of large pictures hardly anything is converted."""
        if self._index.deinterlaced or hdr_name(picture) or self._software.form not in _FORMS[PAIRED]:
            return False
        return picture.format.name == PAIRED and has_planes(picture)

    def _in_software_form(self, picture: Any) -> Any:
        given, wanted = picture.format.name, self._software.form
        if given == wanted:
            return picture
        if wanted not in _FORMS.get(given, ()):
            raise GraphicsCardError(
                sentence(
                    "The graphics card gives pictures as {given}, the software as {wanted}.",
                    given=given,
                    wanted=wanted,
                )
            )
        # With several threads libswscale writes the last pixels of one part into the next one (10 bits).
        made = self._reformatter.reformat(picture, format=wanted, threads=1)
        # See `three_planes`.
        made.colorspace, made.color_range = picture.colorspace, picture.color_range
        return made

    def _compare(self, row: int, picture: Any) -> None:
        if self._compared is None:
            self._compared = compared_rows(self._index, row)
        if not self._compared[row]:
            return
        try:
            software = self._software.picture(row)
        except FAILURES as error:
            self.of_software = error
            raise
        how = difference(picture, software)
        if how:
            raise GraphicsCardError(
                sentence(
                    "Frame {number} ({seconds:.3f} s) as the graphics card decodes it is not the software's: "
                    "{how}.",
                    number=row + 1,
                    seconds=float(self._index.times[row]),
                    how=how,
                )
            )
        self._on_compared()


def _refuse_damage(damage: Damage) -> None:
    if damage.packets:
        raise GraphicsCardError(sentence("The graphics card could not decode all of the recording."))


class _Software:
    """Pictures of single rows as the software decodes them, cheapest where they are asked for in order."""

    def __init__(self, index: VideoIndex, path: Path, stream: int | None) -> None:
        self._index, self._groups = index, _groups(index)
        self._anchors = dict(index.timing.anchors)
        self._keys = np.flatnonzero(index.key_frames)
        self._source = VideoSource(path, threads=1, stream=stream)
        self.form = str(self._source.stream.codec_context.format.name)
        self._pictures: Iterator[tuple[int, Any]] = iter(())
        self._at = -1  # The row that was given last; -1: none.

    def close(self) -> None:
        self._pictures = iter(())
        self._source.close()

    def picture(self, row: int) -> Any:
        """Return the picture of a row.

        Raises
        ------
        GraphicsCardError
            If the software does not come by it from any of the key frames before it.
        """
        group = int(self._groups[row])
        if 0 <= self._at < row and self._groups[self._at] >= group - 1:
            picture = self._on_to(row)
            if picture is not None:
                return picture
        for earlier in (group, group - 1, group - 3):
            if earlier >= 0 and self._begin(earlier):
                picture = self._on_to(row)
                if picture is not None:
                    return picture
        raise GraphicsCardError(
            sentence("Frame {number} could not be compared with the software's.", number=row + 1)
        )

    def _on_to(self, row: int) -> Any:
        """Decode on up to a row; None if the decoder does not come by it."""
        for found, picture in self._pictures:
            self._at = found
            if found >= row:
                return picture if found == row else None
        return None

    def _begin(self, group: int) -> bool:
        """Go to the beginning of a group; False if the file cannot be entered there."""
        key = int(self._keys[group])
        if group == 0:
            self._source.seek_start()
        elif key not in self._anchors or not self._source.seek(self._anchors[key]):
            return False
        self._pictures = by_timestamp(self._index, self._source.frames(Damage()), synced=group == 0)
        return True


def difference(picture: Any, software: Any) -> Sentence | str:
    """Say in what a picture differs from the software's; empty where they are the same to the last byte.

    Parameters
    ----------
    picture, software : av.VideoFrame
        In planes, of 8 or 10 bits; the first may have its colours in pairs.
    """
    same = (
        (software.format.name, PAIRED) if software.format.name in _FORMS[PAIRED] else (software.format.name,)
    )
    if picture.format.name not in same:
        return sentence("it comes as {given}", given=picture.format.name)
    for name in _ALIKE:
        given, wanted = int(getattr(picture, name)), int(getattr(software, name))
        if given != wanted:
            return sentence(
                "its {what} is {given}, not {wanted}", what=name.replace("_", " "), given=given, wanted=wanted
            )
    sample = (software.format.components[0].bits + 7) // 8
    for number, (one, other) in enumerate(
        zip(channels(picture, sample), channels(software, sample), strict=True)
    ):
        if not np.array_equal(one, other):
            return sentence("brightness differs") if number == 0 else sentence("colour differs")
    return ""
