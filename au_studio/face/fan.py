"""The face-alignment backend: 68 landmarks by the network 2DFAN4 (Bulat & Tzimiropoulos 2017, ICCV).

Faces are found by the detector that ships with AU Studio, so that one weight file is all that is needed; the
library's own detectors would each want another one. The library downloads missing weights on its own: that
never happens here, because the file is looked for first and read from where it lies.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import platformdirs
from numpy.typing import NDArray

from au_studio import resources
from au_studio.face.align import warp
from au_studio.face.blazeface import BlazeFace, Region, tiles, whole
from au_studio.face.errors import FaceModelError, MissingWeightsError
from au_studio.face.landmarks import POINTS_68
from au_studio.face.mediapipe import PADDING, SAME_FACE_OVERLAP, TILE_PART, covers, is_plausible
from au_studio.face.model import Face, Picture, extent, overlap
from au_studio.texts import sentence

WEIGHTS = "2DFAN4-11f355bf06.pth.tar"
"""Name of the weight file of face-alignment 1.5; the digits begin its SHA-256."""

Network = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""From float32 ``[1, 3, 256, 256]`` in 0 to 1 to heat maps float32 ``[68, 64, 64]``."""

CROP_SIDE = 256

MIN_SCORE = 0.3
"""Least mean peak of the landmark heat maps for a face to be believed."""


def weight_folders() -> tuple[Path, ...]:
    """Return where the weight file may lie: the user's models folder of AU Studio, torch's hub folder."""
    own = platformdirs.user_data_path("au-studio", appauthor=False) / "models"
    # As torch.hub.get_dir() finds it; the window asks for these folders and never imports torch.
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    torch_home = Path(os.environ.get("TORCH_HOME", f"{cache}/torch")).expanduser()
    return own, torch_home / "hub" / "checkpoints"


def find_weights() -> Path:
    """Return the path of the weight file; neither torch nor the library is imported.

    Raises
    ------
    MissingWeightsError
        If the file is in none of `weight_folders`, or the library is not installed.
    FaceModelError
        If the file was cut short or altered.
    """
    if importlib.util.find_spec("face_alignment") is None:
        raise MissingWeightsError(
            "The library face-alignment is not installed.", next_step="Install face-alignment 1.5 or newer."
        )
    folders = weight_folders()
    for file in (folder / WEIGHTS for folder in folders):
        if file.is_file():
            verify(file)
            return file
    raise MissingWeightsError(
        sentence("The backend face-alignment lacks its weight file {weights}.", weights=WEIGHTS),
        next_step=sentence(
            "Copy it into {folder} (or {other}); AU Studio never downloads it.",
            folder=folders[0],
            other=folders[1],
        ),
    )


def verify(file: Path) -> None:
    """Raise `FaceModelError` unless a weight file is what its name promises."""
    wanted = re.search(r"-([0-9a-f]{10})\.", file.name)
    status = file.stat()
    digest = _digest(file, status.st_mtime_ns, status.st_size)
    if wanted and not digest.startswith(wanted.group(1)):
        raise FaceModelError(
            sentence("The weight file {file} was cut short or altered.", file=file),
            next_step="Copy it again.",
            details=f"SHA-256 {digest}, expected to begin with {wanted.group(1)}",
        )


@lru_cache(maxsize=4)
def _digest(file: Path, _changed: int, _size: int) -> str:
    """Return the SHA-256 of a file, read again only when it changed: the weights have 96 MB."""
    return resources.sha256(file)


def load_network(weights: Path, device: str) -> Network:
    """Return the landmark network with weights from a file, without compiling and without the internet.

    The library's own predictor is passed by: it would download, and its decoding is compiled for most of a
    minute at the first face. Crop and decoding here follow it (``face_alignment/utils.py``, version 1.5).

    Parameters
    ----------
    weights : Path
        State of the 2DFAN4 network.
    device : str
        Torch device, e.g. ``"cpu"`` or ``"cuda"``.

    Returns
    -------
    callable
        From float32 ``[1, 3, 256, 256]`` (RGB, 0 to 1) to heat maps float32 ``[68, 64, 64]``.
    """
    import torch  # noqa: PLC0415  takes seconds to import, as does the next
    from face_alignment.models import FAN  # noqa: PLC0415

    network: torch.nn.Module = FAN(4)
    network.load_state_dict(torch.load(weights, map_location=device, weights_only=True))
    network.to(device).eval()

    def run(crop: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.inference_mode():
            maps = network(torch.from_numpy(crop).to(device))
            last = maps[-1] if isinstance(maps, list) else maps
            return np.asarray(last[0].float().cpu().numpy(), dtype=np.float32)

    return run


def to_crop(box: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the network's crop of a face box: float32 ``[2, 3]``, picture pixels to crop pixels."""
    x0, y0, x1, y1 = (float(v) for v in box)
    side = 200.0 * ((x1 - x0) + (y1 - y0)) / 195.0
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2 - 0.12 * (y1 - y0)
    scale, middle = CROP_SIDE / side, (CROP_SIDE - 1) / 2
    return np.array([[scale, 0, middle - scale * cx], [0, scale, middle - scale * cy]], dtype=np.float32)


def peaks(maps: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the places and heights of the peaks of heat maps.

    Parameters
    ----------
    maps : float32[N, H, W]
        One heat map per landmark.

    Returns
    -------
    places : float32[N, 2]
        x and y in heat-map pixels, moved by a quarter of a pixel towards the higher neighbour.
    heights : float32[N]
        Values at the peaks.
    """
    n, height, width = maps.shape
    flat = maps.reshape(n, -1).argmax(axis=1)
    x, y, each = flat % width, flat // width, np.arange(n)
    inside = (x > 0) & (x < width - 1) & (y > 0) & (y < height - 1)
    left, right = np.maximum(x - 1, 0), np.minimum(x + 1, width - 1)
    above, below = np.maximum(y - 1, 0), np.minimum(y + 1, height - 1)
    step_x = np.sign(maps[each, y, right] - maps[each, y, left]) * inside
    step_y = np.sign(maps[each, below, x] - maps[each, above, x]) * inside
    places = np.stack([x + 0.25 * step_x, y + 0.25 * step_y], axis=1)
    return places.astype(np.float32), maps[each, y, x]


class FaceAlignmentBackend:
    """The 68 landmarks of face-alignment on faces found by BlazeFace; not thread safe.

    Parameters
    ----------
    device : str, optional
        Torch device; a CUDA GPU if there is one, else the CPU (there about half a second a face).
    network : callable, optional
        From a crop to heat maps, as `load_network` returns it; loaded from the weight file by default.

    Raises
    ------
    MissingWeightsError
        If the weight file (or the library) is not on this computer.
    FaceModelError
        If a file was altered or cannot be loaded.
    """

    name = "face-alignment"
    n_landmarks = POINTS_68.n_landmarks

    def __init__(self, device: str | None = None, network: Network | None = None) -> None:
        self._network = network if network is not None else _load(device)
        self._detector = BlazeFace(resources.path("face") / "face_detection_short_range.tflite")

    def detect(self, image: Picture, *, thorough: bool = True, known: Sequence[Face] = ()) -> list[Face]:
        """Find the faces in a picture, surest first, as `FaceBackend.detect` says.

        Thorough: in tiles too, and in a padded picture when there is none.
        """
        regions = [whole(image), *(tiles(image, TILE_PART) if thorough else [])]
        faces = self._faces(image, regions, known)
        if thorough and not faces and not known:
            faces = self._faces(image, [whole(image, PADDING)])
        return faces

    def follow(self, image: Picture, previous: Face) -> Face | None:
        """Find the face again around its last landmarks; None when it is gone."""
        face = self._fit(image, previous.box)
        if face is None or not 0.5 < face.area / max(previous.area, 1e-6) < 2.0:
            return None
        return face

    def _faces(self, image: Picture, regions: list[Region], known: Sequence[Face] = ()) -> list[Face]:
        faces: list[Face] = []
        for detection in self._detector.detect(image, regions):
            if any(covers(face, detection) for face in known):
                continue
            face = self._fit(image, detection.box)
            if face is not None and all(overlap(face.box, f.box) < SAME_FACE_OVERLAP for f in faces):
                faces.append(face)
        return sorted(faces, key=lambda face: -face.score)

    def _fit(self, image: Picture, box: NDArray[np.float32]) -> Face | None:
        matrix = to_crop(box)
        crop = warp(image, matrix, CROP_SIDE).transpose(2, 0, 1)[None]
        maps = self._network(np.ascontiguousarray(crop, dtype=np.float32) / np.float32(255))
        places, heights = peaks(maps)
        in_crop = (places + 0.5) * (CROP_SIDE / maps.shape[-1]) - 0.5
        landmarks = ((in_crop - matrix[:, 2]) / matrix[0, 0]).astype(np.float32)
        score = float(np.clip(heights.mean(), 0.0, 1.0))
        if score < MIN_SCORE:
            return None
        face = Face(extent(landmarks), landmarks, POINTS_68.anchors(landmarks), score)
        return face if is_plausible(face, image) else None


def _load(device: str | None) -> Network:
    weights = find_weights()
    if device is None:
        import torch  # noqa: PLC0415

        device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        return load_network(weights, device)
    except (OSError, RuntimeError, ImportError, AttributeError) as error:
        raise FaceModelError(
            sentence(
                "The weight file {weights} does not fit the installed face-alignment library.",
                weights=weights,
            ),
            next_step="Install face-alignment 1.5, or use the embedded backend mediapipe.",
            details=f"{type(error).__name__}: {error}",
        ) from error
