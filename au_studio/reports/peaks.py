"""Pictures of the moments in which action units are strongest; persons can be hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.tracks import FaceTracks, load_tracks
from au_studio.conditions.readings import ReadRecording
from au_studio.errors import AUStudioError, Stopped
from au_studio.export.annotated_picture import PicturePainter, VideoLook
from au_studio.face.model import TrackedFace
from au_studio.face.opencv import cv2
from au_studio.reports.content import Peak, ReportError
from au_studio.texts import mark, sentence
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

PICTURES: dict[str, str] = {
    "none": mark("no pictures"),
    "mesh": mark("the mesh of the face only"),
    "blur": mark("faces blurred"),
    "faces": mark("faces as they are: shows who it is"),
}
"""How a report shows peaks; the default first but one."""

MOST_PEAKS = 6
LEAST_INTENSITY = 1.0
"""An action unit that never gets so strong has no peak to be shown."""
_SIDE = 220
_MARGIN = 0.3
_NEAR_SECONDS = 0.3


def find_peaks(read: ReadRecording, aus: Sequence[int]) -> tuple[Peak, ...]:
    """Return the strongest moment of every action unit that is there, the strongest units first."""
    found = []
    values = read.analysis.intensities
    for au in aus:
        curve = values[:, read.analysis.aus.index(au)]
        if not np.isfinite(curve).any():
            continue
        row = int(np.nanargmax(curve))
        if curve[row] >= LEAST_INTENSITY:
            found.append(Peak(au, float(read.times[row]), float(curve[row])))
    return tuple(sorted(found, key=lambda peak: -peak.value)[:MOST_PEAKS])


def with_pictures(
    read: ReadRecording,
    peaks: Sequence[Peak],
    pictures: str,
    should_stop: Callable[[], bool] = lambda: False,
) -> tuple[tuple[Peak, ...], str]:
    """Add pictures to peaks.

    Parameters
    ----------
    read : ReadRecording
        The recording.
    peaks : sequence of Peak
        From `find_peaks`.
    pictures : str
        A key of `PICTURES`.
    should_stop : callable
        Asked before every picture.

    Returns
    -------
    tuple
        The peaks, and why they have no pictures (empty where they do, or where none were wanted).
    """
    if pictures not in PICTURES:
        raise ReportError(
            sentence("A report has no pictures “{pictures}”.", pictures=pictures),
            next_step=sentence("Choose one of: {names}.", names=", ".join(PICTURES)),
        )
    if pictures == "none" or not peaks:
        return tuple(peaks), ""
    if read.video is None:
        return tuple(peaks), f"No pictures of {read.recording.name}: its video is missing."
    if not read.faces.is_file():
        return tuple(peaks), f"No pictures of {read.recording.name}: its faces are not stored."
    try:
        return _pictured(read, peaks, pictures, should_stop), ""
    except Stopped:
        raise
    except AUStudioError as error:
        return tuple(peaks), f"No pictures of {read.recording.name}: {error.message}"


def _pictured(
    read: ReadRecording, peaks: Sequence[Peak], pictures: str, should_stop: Callable[[], bool]
) -> tuple[Peak, ...]:
    assert read.video is not None
    tracks = load_tracks(read.faces, landmarks=pictures == "mesh")
    index = index_video(read.video, should_stop=should_stop)
    hide = {"faces": "none", "blur": "blur", "mesh": "mesh"}[pictures]
    look = VideoLook(faces="none", hide=hide, bars=False, curves=False)
    none = np.zeros((index.n_frames, 0), np.float32)
    painter = PicturePainter(look, (index.width, index.height), (), index.times, none)
    found = {}
    with FrameReader(index) as reader:
        for peak in sorted(peaks, key=lambda p: p.seconds):  # forward, so that the reader need not go back
            if should_stop():
                raise Stopped("The report was stopped.")
            row = int(np.argmin(np.abs(read.times - peak.seconds)))
            pts, person = int(read.analysis.pts[row]), int(read.analysis.person[row])
            position = int(np.searchsorted(index.pts, pts))
            faces = tracks.faces_of(pts)
            target = next((face for face in faces if face.person == person), None)
            if target is None or position >= index.n_frames or int(index.pts[position]) != pts:
                found[peak.au] = peak
                continue
            near = _near(tracks, pts, float(index.time_base)) if hide == "blur" else []
            painted = painter.paint(position, reader.read(position).image, faces, near, person)
            found[peak.au] = replace(peak, picture=_jpeg(_cut(painted, target)))
    return tuple(found[peak.au] for peak in peaks)


def _near(tracks: FaceTracks, pts: int, unit: float) -> list[TrackedFace]:
    """Return the faces shortly before and after: one that was missed in the very frame is hidden, too."""
    reach = _NEAR_SECONDS / unit
    first, last = np.searchsorted(tracks.pts, [pts - reach, pts + reach])
    return [face for place in range(int(first), int(last)) for face in tracks.faces_at(place)]


def _cut(picture: NDArray[np.uint8], face: TrackedFace) -> NDArray[np.uint8]:
    """Cut a square around a face, black where the picture ends."""
    x0, y0, x1, y1 = (float(v) for v in face.face.box)
    half = max(x1 - x0, y1 - y0) * (0.5 + _MARGIN)
    scale = _SIDE / (2 * half)
    transform = np.array(
        [[scale, 0, (half - (x0 + x1) / 2) * scale], [0, scale, (half - (y0 + y1) / 2) * scale]], np.float64
    )
    return np.asarray(cv2.warpAffine(picture, transform, (_SIDE, _SIDE), flags=cv2.INTER_AREA), np.uint8)


def _jpeg(picture: NDArray[np.uint8]) -> bytes:
    _, data = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88])
    return bytes(data.tobytes())
