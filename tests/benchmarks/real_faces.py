"""How a model behaves on real faces, of which no ratings exist: ``real_faces.py VIDEO …``.

Prints, for one model (``--model``; the shipped one by default):

* the pooled correlation (each recording centred) of intensities with what the landmarks show: opening of
  the mouth, lift and width of its corners, closing of the eyes, and height of the brows over the corners of
  the eyes. Lids that shut and a head that nods move the brows' landmarks, too: frames with shut eyes are left
  out for the brows, and what the places of nose and chin explain is taken off. Where what is left moves no
  more than landmarks tremble, nothing can be said of brows, and nothing is;
* the mean of every intensity in each recording's most neutral tenth of frames, judged by the landmarks alone;
* how well recordings agree with themselves after they were made darker, brighter, half as large, or coded
  anew: mean absolute difference of all units, and ICC(3,1) over all frames, of every unit and on average of
  those that move (standard deviation of `MOVES` or more; of what stands still an ICC tells nothing).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from au_studio import resources
from au_studio.analysis.recording import analyze_recording
from au_studio.analysis.results import FrameAnalysis
from au_studio.face.opencv import cv2
from au_studio.stats.agreement import icc_3_1

Floats = NDArray[np.float64]
Change = Callable[[NDArray[np.uint8]], NDArray[np.uint8]]

# Landmarks of the MediaPipe mesh; "right" is the subject's.
EYES, LIPS, CORNERS = (33, 263), (13, 14), (61, 291)
UPPER_LIDS, LOWER_LIDS, EYE_CORNERS = (159, 386), (145, 374), (33, 133, 362, 263)
INNER_BROWS, OUTER_BROWS = (107, 336), (105, 334)
NOSE, CHIN = 1, 152
OPENING, SMILE, SHUT, INNER, OUTER = range(5)
HEAD = slice(5, 7)
MOVES = 0.15
GEOMETRY = {
    "AU25 ~ opening of the mouth": (25, OPENING),
    "AU26 ~ opening of the mouth": (26, OPENING),
    "AU12 ~ lift and width of the corners": (12, SMILE),
    "AU43 ~ closing of the eyes": (43, SHUT),
    "AU1 ~ height of the inner brows": (1, INNER),
    "AU2 ~ height of the outer brows": (2, OUTER),
}
SHUT_SHARE = 0.6
"""Eyes less open than this share of their usual opening count as shut."""
BROWS_MOVE = 0.03
"""Eye distances between the lowest and the highest brow (5th and 95th percentile) that count as movement."""


@dataclass(frozen=True)
class Reading:
    """One recording: intensities [T, A] and geometry [T, 7] of the frames with a face."""

    aus: tuple[int, ...]
    intensities: Floats
    geometry: Floats


def read(video: Path, model: Path) -> Reading:
    """Analyse a recording."""
    frames: list[FrameAnalysis] = []
    analysis = analyze_recording(
        video, model, None, on_progress=lambda done, total, results: frames.extend(results)
    )
    seen = [frame for frame in frames if frame.intensities is not None]
    intensities = np.array([frame.intensities for frame in seen], float).reshape(len(seen), -1)
    geometry = np.array([measure(landmarks(frame)) for frame in seen], float).reshape(len(seen), 7)
    return Reading(tuple(analysis.aus), intensities, geometry)


def landmarks(frame: FrameAnalysis) -> Floats:
    """Return the landmarks [468, 2] of the person who was analysed."""
    return next(np.asarray(face.face.landmarks, float) for face in frame.faces if face.person == frame.person)


def measure(points: Floats) -> tuple[float, ...]:
    """Return, in eye distances: opening of the mouth, corner lift plus width, closing of the eyes, height of
    the inner and outer brows over the corners of the eyes; how far nose and chin are below these.
    """
    across = points[EYES[1]] - points[EYES[0]]
    unit = float(np.hypot(*across))
    down = np.array([-across[1], across[0]]) / unit
    height = points @ down

    def mean(chosen: tuple[int, ...]) -> float:
        return float(height[list(chosen)].mean())

    lift = mean(LIPS) - mean(CORNERS)
    width = float(np.hypot(*(points[CORNERS[1]] - points[CORNERS[0]])))
    opening = height[LIPS[1]] - height[LIPS[0]]
    shut = mean(UPPER_LIDS) - mean(LOWER_LIDS)
    eyes = mean(EYE_CORNERS)
    brows = (eyes - mean(INNER_BROWS), eyes - mean(OUTER_BROWS))
    head = (float(height[NOSE]) - eyes, float(height[CHIN]) - eyes)
    return tuple(value / unit for value in (opening, width + 2 * lift, shut, *brows, *head))


def compared(reading: Reading, au: int, column: int) -> tuple[Floats, Floats] | None:
    """Return what a recording shows of an action unit beside its intensities; None where it shows nothing."""
    values, shown = reading.intensities[:, reading.aus.index(au)], reading.geometry[:, column]
    if column not in (INNER, OUTER):
        return values, shown
    shut = reading.geometry[:, SHUT]
    open_eyes = shut < SHUT_SHARE * np.median(shut)  # an opening is a negative closing
    head = np.column_stack([np.ones(len(shut)), reading.geometry[:, HEAD]])[open_eyes]
    values, shown = values[open_eyes], shown[open_eyes]
    shown = shown - head @ np.linalg.lstsq(head, shown, rcond=None)[0]
    moves = np.quantile(shown, 0.95) - np.quantile(shown, 0.05) >= BROWS_MOVE
    return (values, shown) if moves else None


def neutral(geometry: Floats) -> NDArray[np.bool_]:
    """Return the tenth of the frames that is nearest to the recording's usual geometry, the mouth shut."""
    geometry = geometry[:, : HEAD.start]
    spread = geometry.std(axis=0) + 1e-6
    usual = np.median(geometry, axis=0)
    usual[OPENING] = np.quantile(geometry[:, OPENING], 0.05)
    distance = np.abs((geometry - usual) / spread).sum(axis=1)
    return np.asarray(distance <= np.quantile(distance, 0.1))


def rewrite(video: Path, target: Path, change: Change, quality: int) -> None:
    """Write a recording again as H.264, every picture changed."""
    with av.open(str(video)) as source, av.open(str(target), "w") as sink:
        stream = None
        for frame in source.decode(video=0):
            picture = change(frame.to_ndarray(format="rgb24"))
            if stream is None:
                stream = sink.add_stream("libx264", rate=25, options={"crf": str(quality)})
                stream.height, stream.width = (side // 2 * 2 for side in picture.shape[:2])
                stream.pix_fmt = "yuv420p"
            cut = np.ascontiguousarray(picture[: stream.height, : stream.width])
            sink.mux(stream.encode(av.VideoFrame.from_ndarray(cut, format="rgb24")))
        assert stream is not None
        sink.mux(stream.encode(None))


def _half(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    size = picture.shape[1] // 2, picture.shape[0] // 2
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


CHANGES: dict[str, tuple[Change, int]] = {
    "coded anew (CRF 30)": (lambda picture: picture, 30),
    "a quarter darker": (lambda picture: (picture * 0.75).astype(np.uint8), 16),
    "a quarter brighter": (lambda picture: np.clip(picture * 1.25, 0, 255).astype(np.uint8), 16),
    "half as large": (_half, 16),
}


def pooled(pairs: list[tuple[Floats, Floats]]) -> float:
    """Return Pearson's r over all recordings, each centred first."""
    x, y = (np.concatenate([pair[k] - pair[k].mean() for pair in pairs]) for k in (0, 1))
    return float(np.corrcoef(x, y)[0, 1])


def print_stability(videos: list[Path], model: Path, readings: dict[Path, Reading]) -> None:
    """Print the ICC of recordings with their changed selves, over all recordings, per AU and on average."""
    for name, (change, quality) in CHANGES.items():
        before, after = [], []
        for video in videos:
            with tempfile.TemporaryDirectory() as folder:
                changed = Path(folder) / "changed.mp4"
                rewrite(video, changed, change, quality)
                reading = read(changed, model)
            if len(reading.intensities) == len(readings[video].intensities):
                before.append(readings[video].intensities)
                after.append(reading.intensities)
        x, y = np.concatenate(before), np.concatenate(after)
        values = np.array([icc_3_1(np.column_stack([x[:, k], y[:, k]])).value for k in range(x.shape[1])])
        moves = x.std(axis=0) >= MOVES
        figures = " ".join(f"{value:.2f}" for value in values)
        moving, all_units = np.nanmean(values[moves]), np.nanmean(values)
        print(f"{name}: mean absolute difference {np.abs(x - y).mean():.3f}, mean ICC {moving:.3f} of the")
        print(f"  {moves.sum()} units that move, {all_units:.3f} of all ({figures}; {len(before)} films)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("videos", nargs="+", type=Path)
    parser.add_argument("--model", type=Path, default=resources.path("models/base.safetensors"))
    parser.add_argument("--stability", type=int, default=6, help="recordings of which stability is measured")
    arguments = parser.parse_args()
    readings = {video: read(video, arguments.model) for video in arguments.videos}
    readings = {video: reading for video, reading in readings.items() if len(reading.intensities) > 20}
    aus = next(iter(readings.values())).aus
    frames = sum(len(reading.intensities) for reading in readings.values())
    print(f"{len(readings)} recordings, {frames} frames with a face")
    for name, (au, column) in ((n, place) for n, place in GEOMETRY.items() if place[0] in aus):
        pairs = [pair for r in readings.values() if (pair := compared(r, au, column)) is not None]
        said = f"r {pooled(pairs):.2f} in {len(pairs)} recordings" if pairs else "nobody moves them"
        print(f"{name}: {said}")
    calm = np.concatenate([r.intensities[neutral(r.geometry)] for r in readings.values()])
    print("neutral frames: " + ", ".join(f"AU{au} {calm[:, k].mean():.2f}" for k, au in enumerate(aus)))
    if arguments.stability > 0:
        print_stability(list(readings)[: arguments.stability], arguments.model, readings)


if __name__ == "__main__":
    main()
