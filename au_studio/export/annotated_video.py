"""An annotated video: the recording with what was read in it, as MP4 (H.264), with its sound.

Persons can be hidden: blurred, or replaced by the mesh of their faces. Faces are hidden where the face finder
found one, half a second before and after, and in the whole picture where it found none; a face that it never
found beside one that it did is not hidden, so look through the result before it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.tracks import FaceTracks
from au_studio.errors import Stopped
from au_studio.export import sidecar
from au_studio.export.annotated_picture import PicturePainter, VideoLook
from au_studio.export.errors import ExportError
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.files import atomic_path
from au_studio.texts import sentence
from au_studio.video.audio import AudioReader
from au_studio.video.index import VideoIndex
from au_studio.video.reader import FrameReader

_SOUND_RATE = 48000
_SOUND_SAMPLES = 1024
_NEAR_SECONDS = 0.5
"""A face that was missed in a frame is where it was this shortly before, or will be."""


def write_annotated_video(
    target: Path,
    index: VideoIndex,
    analysis: RecordingAnalysis,
    tracks: FaceTracks | None,
    look: VideoLook | None = None,
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Path:
    """Write the video, with a sidecar that says how it was made; it appears whole, or not at all.

    Parameters
    ----------
    target : Path
        The file, ``.mp4``.
    index : VideoIndex
        The recording.
    analysis : RecordingAnalysis
        Its intensities.
    tracks : FaceTracks or None
        Its faces, with landmarks; needed to mark or hide them.
    look : VideoLook, optional
        What is shown.
    on_progress : callable
        Told of frames done, of all.
    should_stop : callable
        Asked before every frame.

    Returns
    -------
    Path
        `target`.

    Raises
    ------
    ExportError
        If the model does not read an action unit that is asked for, or there are no faces to hide.
    Stopped
        When `should_stop` said so.
    """
    look = look or VideoLook()
    aus = look.aus or analysis.aus
    _require(index.path.name, analysis, aus, tracks, look)
    rows = _rows(index.pts, analysis.pts)
    columns = [analysis.aus.index(au) for au in aus]
    known = rows >= 0
    values = np.full((index.n_frames, len(aus)), np.nan, np.float32)
    values[known] = analysis.intensities[rows[known]][:, columns]
    target_of = np.full(index.n_frames, -1, np.int64)
    target_of[known] = analysis.person[rows[known]]
    labels = [ACTION_UNITS[au].label if au in ACTION_UNITS else f"AU{au}" for au in aus]
    painter = PicturePainter(look, (index.width, index.height), labels, index.times, values)
    with (
        atomic_path(target) as part,
        # The temporary file does not have the ending that tells the container.
        av.open(str(part), "w", format="mp4") as container,
        FrameReader(index) as reader,
    ):
        output = _Output(container, index, painter.size, with_sound=look.with_sound)
        for frame in reader.frames():
            if should_stop():
                raise Stopped("The export was stopped.")
            faces = tracks.faces_of(frame.pts) if tracks is not None else []
            near = _near(tracks, frame.pts, index) if tracks is not None and look.hide == "blur" else []
            person = int(target_of[frame.position])
            output.write(frame.pts, painter.paint(frame.position, frame.image, faces, near, person))
            on_progress(frame.position + 1, index.n_frames)
        output.finish()
    sidecar.write(sidecar.path_for(target), sidecar.describe(target, analysis, settings=asdict(look)))
    return target


def _require(
    name: str, analysis: RecordingAnalysis, aus: Sequence[int], tracks: FaceTracks | None, look: VideoLook
) -> None:
    """Refuse what cannot be shown of a recording."""
    unknown = [au for au in aus if au not in analysis.aus]
    if unknown:
        raise ExportError(
            sentence(
                "{name} has no curve of {names}.",
                name=name,
                names=", ".join(f"AU{au}" for au in unknown),
            ),
            next_step=sentence("The model reads {names}.", names=", ".join(f"AU{au}" for au in analysis.aus)),
        )
    if tracks is None and (look.hide != "none" or look.faces != "none"):
        raise ExportError(
            sentence(
                "The faces of {name} are not stored, so they can be neither marked nor hidden.",
                name=name,
            ),
            next_step="Analyse the recording in its study first, or export with --faces none.",
        )


class _Output:
    """Encodes pictures and sound side by side."""

    def __init__(self, container: Any, index: VideoIndex, size: tuple[int, int], *, with_sound: bool) -> None:
        self._container, self._index, self._size = container, index, size
        self._first = int(index.pts[0])
        seconds = float(index.times[-1] - index.times[0]) if index.n_frames > 1 else 1.0
        rate = Fraction(max(index.n_frames - 1, 1) / max(seconds, 1e-3)).limit_denominator(1001)
        self._video = container.add_stream("libx264", rate=rate)
        self._video.width, self._video.height = size
        self._video.pix_fmt = "yuv420p"
        self._video.codec_context.time_base = index.time_base
        self._video.options = {"preset": "veryfast", "crf": "21"}
        self._sound: AudioReader | None = None
        self._samples = 0
        if with_sound and index.audio is not None:
            self._sound = AudioReader(index.path, _SOUND_RATE, 2)
            self._sound.seek(float(index.times[0]))
            self._audio = container.add_stream("aac", rate=_SOUND_RATE)
            self._audio.layout = "stereo"

    def write(self, pts: int, picture: NDArray[np.uint8]) -> None:
        """Write a picture, and the sound up to it."""
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts, frame.time_base = pts - self._first, self._index.time_base
        self._container.mux(self._video.encode(frame))
        self._write_sound(float((pts - self._first) * self._index.time_base))

    def finish(self) -> None:
        """Write what the encoders hold back."""
        self._container.mux(self._video.encode())
        if self._sound is not None:
            last = float((int(self._index.pts[-1]) - self._first) * self._index.time_base)
            self._write_sound(last)
            self._container.mux(self._audio.encode())
            self._sound.close()

    def _write_sound(self, until: float) -> None:
        sound = self._sound
        while sound is not None and self._samples < until * _SOUND_RATE and not sound.at_end:
            data = np.frombuffer(sound.read(_SOUND_SAMPLES * 4), np.int16).reshape(1, -1)
            block = av.AudioFrame.from_ndarray(data, format="s16", layout="stereo")
            block.sample_rate = _SOUND_RATE
            block.pts, block.time_base = self._samples, Fraction(1, _SOUND_RATE)
            self._samples += data.shape[1] // 2
            self._container.mux(self._audio.encode(block))


def _near(tracks: FaceTracks, pts: int, index: VideoIndex) -> list[Any]:
    """Return the faces of the frames shortly before and after one."""
    reach = _NEAR_SECONDS / float(index.time_base)
    first, last = np.searchsorted(tracks.pts, [pts - reach, pts + reach])
    step = max((last - first) // 6, 1)
    return [face for place in range(int(first), int(last), int(step)) for face in tracks.faces_at(place)]


def _rows(pts: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the row of each timestamp among the known ones; -1 where it is not."""
    if not len(known):
        return np.full(len(pts), -1, np.int64)
    rows = np.minimum(np.searchsorted(known, pts), len(known) - 1)
    return np.where(known[rows] == pts, rows, -1).astype(np.int64)
