"""Opening a media file: the right stream, a decoder that survives damage, errors that people understand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import av

from au_studio.texts import Sentence, mark, sentence
from au_studio.video.completeness import shortfall
from au_studio.video.errors import NoVideoStreamError, UnreadableVideoError
from au_studio.video.streams import chosen_stream

# Formats that libav recognises by a file's name alone and that are never recordings (a text file "plays").
_NOT_RECORDINGS = frozenset(
    {"tty", "bin", "xbin", "adf", "idf", "concat", "hls", "sdp", "dash", "ffmetadata"}
)
# A playlist must not send the program to the network; only the file that was named is opened.
_OPTIONS = {"protocol_whitelist": "file"}
_CHOOSE_ANOTHER = mark("Choose a video file (for example .mp4, .mov, .mkv, .avi or .mpg).")


@dataclass
class Damage:
    """What went wrong while a stream was decoded.

    Attributes
    ----------
    packets : int
        Packets that the decoder refused.
    ended : str
        The library's message if the file ended with an error; empty otherwise.
    """

    packets: int = 0
    ended: str = ""


class VideoSource:
    """One opened file and the stream of it that shows pictures; a context manager.

    Parameters
    ----------
    path : Path
        The file.
    threads : int, optional
        Threads that decode; by default as many as there are cores, at most four.
    careful : bool
        Decode one picture at a time (threads share it). Damaged streams need that: several pictures at once
        are faster, but a refused packet then takes its neighbours with it.
    stream : int or None
        Number of the stream in the file; None = the one that moves (see `chosen_stream`).

    Attributes
    ----------
    unneeded_before : int or None
        Pictures with an earlier timestamp are left out by `frames` if no other picture is made from them;
        None leaves none out. Only for codings whose packets say so (H.264).

    Raises
    ------
    UnreadableVideoError, NoVideoStreamError
        See `open_media` and `video_stream`.
    """

    def __init__(
        self, path: Path, *, threads: int | None = None, careful: bool = False, stream: int | None = None
    ) -> None:
        self.path = path
        self._number = stream
        self.unneeded_before: int | None = None
        self._threads = threads or min(4, os.cpu_count() or 1)
        self._thread_type = "SLICE" if careful else "AUTO"
        self._open()

    def _open(self) -> None:
        self._container: Any = self._opened()
        try:
            self.stream: Any = video_stream(self._container, self.path, self._number)
            self.stream.codec_context.thread_type = self._thread_type
            self.stream.codec_context.thread_count = self._threads
            self._skipping = False
        except BaseException:
            self._container.close()
            raise

    def _opened(self) -> Any:
        return open_media(self.path)

    def __enter__(self) -> VideoSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def again(self, *, careful: bool) -> VideoSource:
        """Open the same stream of the same file once more."""
        return VideoSource(self.path, threads=self._threads, careful=careful, stream=self._number)

    @property
    def container(self) -> Any:
        """The opened `av.container.InputContainer`."""
        return self._container

    @property
    def format_name(self) -> str:
        """Short name that libav gives the file's format, for example ``"mpeg"`` or ``"matroska,webm"``."""
        return str(self._container.format.name)

    def close(self) -> None:
        """Close the file; nothing may be decoded afterwards."""
        self._container.close()

    def seek(self, timestamp: int) -> bool:
        """Move to the packet at or before a timestamp (in the stream's time base); False if it cannot."""
        return seek(self._container, self.stream, timestamp)

    def seek_start(self) -> None:
        """Begin again at the first packet by opening the file anew: some formats cannot seek there."""
        self._container.close()
        self._open()

    def all_packets(self, damage: Damage, stream: Any = None) -> Iterator[Any]:
        """Yield the packets that hold data, of one stream or of all, until the file ends (well or not)."""
        demuxer = self._container.demux() if stream is None else self._container.demux(stream)
        while True:
            try:
                packet = next(demuxer)
            except StopIteration:
                return
            except av.error.FFmpegError as error:
                damage.ended = str(error)
                return
            if (
                packet.size
            ):  # An empty packet is an AVI's "nothing new", or the end; either would end decoding.
                yield packet

    def packets(self, damage: Damage) -> Iterator[Any]:
        """Yield the picture stream's packets that hold data, until the file ends (well or not)."""
        return self.all_packets(damage, self.stream)

    def frames(self, damage: Damage, packets: Iterator[Any] | None = None) -> Iterator[Any]:
        """Yield decoded frames in presentation order; damaged packets are counted, not fatal.

        Parameters
        ----------
        damage : Damage
            Receives what went wrong.
        packets : Iterator, optional
            Packets to decode; by default all from where the file stands.
        """
        context = self.stream.codec_context
        for packet in packets if packets is not None else self.packets(damage):
            self._skip_if_unneeded(packet)
            try:
                yield from context.decode(packet)
            except av.error.FFmpegError:
                damage.packets += 1
        try:
            yield from context.decode(None)
        except av.error.FFmpegError:
            damage.packets += 1

    def _skip_if_unneeded(self, packet: Any) -> None:
        before = self.unneeded_before
        skip = before is not None and packet.pts is not None and packet.pts < before
        if skip != self._skipping:
            self.stream.codec_context.skip_frame = "NONREF" if skip else "DEFAULT"
            self._skipping = skip


def seek(container: Any, stream: Any, timestamp: int) -> bool:
    """Move an opened file to the packet at or before a timestamp in a stream's time base.

    The format decides how exactly it arrives; the caller has to look. False if the file cannot seek there.
    """
    try:
        container.seek(timestamp, stream=stream, backward=True)
    except (av.error.FFmpegError, OSError):
        return False
    return True


def open_media(path: Path, hwaccel: Any = None) -> Any:
    """Open a media file, and nothing but a media file.

    Parameters
    ----------
    path : Path
        The file.
    hwaccel : av.codec.hwaccel.HWAccel, optional
        What decodes it instead of the software.

    Returns
    -------
    av.container.InputContainer
        The opened file; the caller closes it.

    Raises
    ------
    UnreadableVideoError
        If the file is missing, a folder, empty, may not be read, or is in no format that holds pictures or
        sound.
    """
    head = _head(path)
    try:
        # The prefix keeps a colon in a file's name from being read as a network protocol.
        container = av.open(
            f"file:{path}", options=dict(_OPTIONS), metadata_errors="replace", hwaccel=hwaccel
        )
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise UnreadableVideoError(
            _not_a_video(path.name, head),
            next_step=_CHOOSE_ANOTHER if not _is_mp4(head) else _COPY_AGAIN,
            details=f"{path}: {error}",
        ) from error
    if _NOT_RECORDINGS & set(container.format.name.split(",")):
        name = container.format.name
        container.close()
        raise UnreadableVideoError(
            sentence("“{name}” is not a video.", name=path.name),
            next_step=_CHOOSE_ANOTHER,
            details=f"{path}: format {name}",
        )
    return container


_COPY_AGAIN = mark(
    "Copy the file again from its source; if it is short there too, a repair program that rebuilds the index "
    "from an intact recording of the same camera may help."
)


def video_stream(container: Any, path: Path, number: int | None = None) -> Any:
    """Return the stream that shows the recording (see `chosen_stream`): not a cover picture.

    Raises
    ------
    NoVideoStreamError
        If there are no pictures.
    UnreadableVideoError
        If the file is cut short before the first one, or no decoder here knows their format.
    """
    return chosen_stream(video_streams(container, path), container, path, number)


def video_streams(container: Any, path: Path) -> list[Any]:
    """Return every stream that may be the recording, at least one; raises what `video_stream` raises."""
    cover = av.stream.Disposition.attached_pic | av.stream.Disposition.timed_thumbnails
    streams = [s for s in container.streams.video if not s.disposition & cover]
    if not streams:
        missing = shortfall(path, container.format.name)
        if missing:
            raise UnreadableVideoError(
                sentence("“{name}” is cut short before its first picture.", name=path.name),
                next_step="Copy the file again from its source.",
                details=f"{path}: {missing}",
            )
        raise NoVideoStreamError(
            sentence("“{name}” holds sound but no moving pictures.", name=path.name)
            if container.streams.audio
            else sentence("“{name}” holds no moving pictures.", name=path.name),
            next_step="Choose the file that holds the video.",
            details=f"{path}: streams {[s.type for s in container.streams]}",
        )
    if all(s.codec_context is None for s in streams):
        raise UnreadableVideoError(
            sentence("“{name}” holds pictures in a format that AU Studio cannot decode.", name=path.name),
            next_step="Convert it to H.264 in an .mp4 file first.",
            details=str(path),
        )
    return [s for s in streams if s.codec_context is not None]


def _head(path: Path) -> bytes:
    """Return the first bytes of a file, or say in words why there are none."""
    if path.is_dir():
        raise UnreadableVideoError(
            sentence("“{name}” is a folder, not a video.", name=path.name),
            next_step="Choose the files inside it.",
            details=str(path),
        )
    try:
        with path.open("rb") as stream:
            head = stream.read(64)
    except FileNotFoundError as error:
        raise UnreadableVideoError(
            sentence("“{name}” is not there any more (or never was).", name=path.name),
            next_step=sentence(
                "Check the folder {parent}; a drive may not be connected.", parent=path.parent
            ),
            details=repr(error),
        ) from error
    except OSError as error:
        raise UnreadableVideoError(
            sentence("“{name}” cannot be opened: {reason}.", name=path.name, reason=error.strerror or error),
            next_step="Ask the file's owner for the right to read it, or copy it to a folder of yours.",
            details=repr(error),
        ) from error
    if not head:
        raise UnreadableVideoError(
            sentence("“{name}” is empty (0 bytes).", name=path.name),
            next_step="Copy the file again from its source.",
            details=str(path),
        )
    return head


def _is_mp4(head: bytes) -> bool:
    return head[4:8] in (b"ftyp", b"mdat", b"wide", b"moov")


def _not_a_video(name: str, head: bytes) -> Sentence:
    if _is_mp4(head):
        return sentence(
            "“{name}” cannot be read as a video: its table of contents is missing or damaged (the recording "
            "or the copy was cut short).",
            name=name,
        )
    if not head.strip(b"\0"):
        return sentence(
            "“{name}” cannot be read as a video: it holds only zeros where a video begins.", name=name
        )
    return sentence(
        "“{name}” cannot be read as a video: no known video format was recognised in it.", name=name
    )
