"""Small made-up copies of DISFA, BP4D and the pack of films, in their layouts and with their quirks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from au_studio.face.model import Face
from au_studio.face.opencv import cv2

SIDE = 96
DISFA_UNITS = (1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26)


class BrightBackend:
    """Finds a face in every picture that is not dark; the stand-in for a face detector."""

    name = "bright"
    n_landmarks = 4

    def detect(self, image, *, thorough=True, known=()):
        return [self._face()] if image.mean() > 40 else []

    def follow(self, image, previous):
        return self._face() if image.mean() > 40 else None

    def _face(self) -> Face:
        box = np.float32([20, 20, 76, 76])
        anchors = np.float32([[38, 40], [58, 40], [48, 56]])
        return Face(box, np.float32([[20, 20], [76, 20], [20, 76], [76, 76]]), anchors, 0.9)


def frame(level: float, seed: int = 0) -> np.ndarray:
    """A picture whose mouth's height follows a level 0-5."""
    image = np.full((SIDE, SIDE, 3), 120, np.uint8)
    image[20:76, 20:76] = (200, 170, 150)
    image[36:44, 34:42] = image[36:44, 54:62] = 40 + 3 * (seed % 20)
    image[62 : 64 + round(2 * level), 40:56] = (120, 30, 30)
    return image


def dark() -> np.ndarray:
    return np.zeros((SIDE, SIDE, 3), np.uint8)


def write_video(path: Path, pictures: Iterable[np.ndarray], rate: int = 20, codec: str = "mpeg4") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=Fraction(rate))
        stream.width, stream.height, stream.pix_fmt = SIDE, SIDE, "yuv420p"
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def wave(n: int, seed: int = 0) -> np.ndarray:
    """Levels 0-5 over n frames."""
    return np.round(2.5 - 2.5 * np.cos(np.arange(n) / 4 + seed)).astype(int)


def write_disfa(
    root: Path, subjects: Sequence[int], frames: int = 24, *, labels: Callable[[int], int] | None = None
) -> Path:
    """Write subjects with `frames` frames; `labels(subject)` says how many of them are labelled."""
    for subject in subjects:
        name = f"SN{subject:03d}"
        levels = wave(frames, subject)
        video = root / "Videos_LeftCamera" / f"LeftVideo{name}_comp.avi"
        write_video(video, (frame(level, subject) for level in levels))
        count = frames if labels is None else labels(subject)
        folder = root / "ActionUnit_Labels" / name
        folder.mkdir(parents=True)
        for au in DISFA_UNITS:
            values = [*levels, *levels][:count]
            rows = [f"{k},{v if au == 25 else au % 3}\n" for k, v in enumerate(values, 1)]
            (folder / f"{name}_au{au}.txt").write_text("".join(rows))
    return root


def write_bp4d(root: Path, subjects: Sequence[str], frames: int = 20, *, first: int = 2440) -> Path:
    """Write one task a subject; AU17 is missing (9) in every third frame; labels begin two pictures later."""
    for number, subject in enumerate(subjects):
        folder = root / subject / "T1"
        folder.mkdir(parents=True)
        levels = wave(frames, number)
        width = 4 if number % 2 else 5  # padded with a zero or not
        for k, level in enumerate(levels):
            code = cv2.imencode(".jpg", frame(level, number)[..., ::-1])[1]
            (folder / f"{first + k:0{width}d}.jpg").write_bytes(code.tobytes())
        for au in (6, 10, 12, 14, 17):
            codes = root / "AU Intensity Codes3.0" / f"AU{au:02d}"
            codes.mkdir(parents=True, exist_ok=True)
            rows = [
                f"{first + k},{9 if au == 17 and k % 3 == 0 else level}\n"
                for k, level in enumerate(levels)
                if k >= 2
            ]
            (codes / f"{subject}_T1_AU{au:02d}.csv").write_text("".join(rows))
    return root


def write_pack(folder: Path, persons: Sequence[tuple[str, str]], frames: int = 60) -> Path:
    """Write a pack of films: one person per (rig, part)."""
    folder.mkdir(parents=True)
    films = []
    for number, (rig, part) in enumerate(persons):
        name = f"{rig}-{number:02d}"
        levels = 2.5 - 2.5 * np.cos(np.arange(frames) / 6 + number)
        write_video(folder / f"{name}.mp4", (frame(v, number) for v in levels), 25, "libx264")
        head = ",".join(["frame", "timestamp", *(f"AU{au:02d}" for au in DISFA_UNITS)])
        rows = [
            ",".join([str(k), f"{k / 25:.6f}", *(f"{v if au in (25, 26) else 0:.2f}" for au in DISFA_UNITS)])
            for k, v in enumerate(levels)
        ]
        (folder / f"{name}.csv").write_text("\n".join([head, *rows]) + "\n")
        films.append({"file": name, "person": f"{number:02d}", "rig": rig, "part": part})
    manifest = {"format": "au-studio benchmark pack 1", "name": "made-up pack", "films": films}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder
