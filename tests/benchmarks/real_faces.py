"""How a model behaves on real faces, of which no ratings exist: ``real_faces.py VIDEO …``.

Prints, for one model (``--model``; the shipped one by default):

* the pooled correlation (each recording centred) of intensities with what the landmarks show: opening of
  the mouth, lift and width of its corners, height of the brows;
* the mean of every intensity in each recording's most neutral tenth of frames, judged by the landmarks alone;
* the ICC(3,1) of a recording with itself after it was made darker, brighter, half as large, or coded anew.
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
LIDS, INNER_BROWS, OUTER_BROWS = (159, 386), (107, 336), (105, 334)
GEOMETRY = {
    "AU25 ~ opening of the mouth": (25, 0),
    "AU26 ~ opening of the mouth": (26, 0),
    "AU12 ~ lift and width of the corners": (12, 1),
    "AU1 ~ height of the inner brows": (1, 2),
    "AU2 ~ height of the outer brows": (2, 3),
}


@dataclass(frozen=True)
class Reading:
    """One recording: intensities [T, A] and geometry [T, 4] of the frames with a face."""

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
    geometry = np.array([measure(landmarks(frame)) for frame in seen], float).reshape(len(seen), 4)
    return Reading(tuple(analysis.aus), intensities, geometry)


def landmarks(frame: FrameAnalysis) -> Floats:
    """Return the landmarks [468, 2] of the person who was analysed."""
    return next(np.asarray(face.face.landmarks, float) for face in frame.faces if face.person == frame.person)


def measure(points: Floats) -> tuple[float, float, float, float]:
    """Return opening of the mouth, corner lift plus width, inner and outer brow height, in eye distances."""
    across = points[EYES[1]] - points[EYES[0]]
    unit = float(np.hypot(*across))
    down = np.array([-across[1], across[0]]) / unit
    height = points @ down

    def mean(pair: tuple[int, int]) -> float:
        return float(height[list(pair)].mean())

    lift = mean(LIPS) - mean(CORNERS)
    width = float(np.hypot(*(points[CORNERS[1]] - points[CORNERS[0]])))
    opening = height[LIPS[1]] - height[LIPS[0]]
    brows = [mean(LIDS) - mean(pair) for pair in (INNER_BROWS, OUTER_BROWS)]
    return opening / unit, (width + 2 * lift) / unit, brows[0] / unit, brows[1] / unit


def neutral(geometry: Floats) -> NDArray[np.bool_]:
    """Return the tenth of the frames that is nearest to the recording's usual geometry, the mouth shut."""
    spread = geometry.std(axis=0) + 1e-6
    usual = np.median(geometry, axis=0)
    usual[0] = np.quantile(geometry[:, 0], 0.05)
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
        values = [icc_3_1(np.column_stack([x[:, k], y[:, k]])).value for k in range(x.shape[1])]
        figures = " ".join(f"{value:.2f}" for value in values)
        print(f"{name}: mean ICC {np.nanmean(values):.3f} ({figures}; {len(before)} recordings)")


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
    for name, (au, column) in GEOMETRY.items():
        pairs = [(r.intensities[:, aus.index(au)], r.geometry[:, column]) for r in readings.values()]
        print(f"{name}: r {pooled(pairs):.2f}")
    calm = np.concatenate([r.intensities[neutral(r.geometry)] for r in readings.values()])
    print("neutral frames: " + ", ".join(f"AU{au} {calm[:, k].mean():.2f}" for k, au in enumerate(aus)))
    print_stability(list(readings)[: arguments.stability], arguments.model, readings)


if __name__ == "__main__":
    main()
