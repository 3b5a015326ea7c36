"""The face assets on disk: two rigs, skins, brows, hair and wrinkle maps. They are read, never copied."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.errors import AUStudioError
from au_studio.face.opencv import cv2

ENVIRONMENT_VARIABLE = "AU_STUDIO_FACE_ASSETS"
"""Names the folder of face assets where no ``--assets`` is given."""

ATTRIBUTION = (
    "ICT-FaceKit (c) 2020 USC Institute for Creative Technologies, MIT",
    "MakeHuman assets, CC0; face units by Mika Suominen",
)
"""The words that must go with everything made from the assets."""

ATLAS_LEFT = 0.63
"""Left border of the skin pictures in the full skin atlas (u)."""
ATLAS_TOP, ATLAS_BOTTOM = 0.17, 0.86
"""Upper and lower border of the skin pictures in the full skin atlas (1 - v)."""

PLAIN_SKIN = (0.62, 0.39)
"""Texture coordinates of a patch of cheek without marks."""

BROW_STYLES = tuple(f"eyebrow{number:03d}" for number in range(1, 13))


class AssetsError(AUStudioError):
    """The face assets are missing or damaged."""


@dataclass(frozen=True, eq=False)
class FaceAssets:
    """Everything read from the asset folder.

    Attributes
    ----------
    folder : Path
        Where the assets lie.
    ict, makehuman, wrinkles : dict of str to ndarray
        The arrays of ``ict_mit.npz``, ``makehuman_cc0.npz`` and ``wrinkles.npz``.
    """

    folder: Path
    ict: dict[str, NDArray[Any]]
    makehuman: dict[str, NDArray[Any]]
    wrinkles: dict[str, NDArray[Any]]

    def names(self, kind: str) -> tuple[str, ...]:
        """Return the sorted names (without ending) of the pictures in one subfolder, such as ``skins``."""
        return tuple(sorted(file.stem for file in (self.folder / kind).iterdir() if file.is_file()))

    def picture(self, kind: str, name: str) -> NDArray[np.uint8]:
        """Read one picture.

        Returns
        -------
        uint8 ndarray, shape (H, W, 3) or (H, W, 4)
            RGB, or RGBA where the file has an alpha channel.

        Raises
        ------
        AssetsError
            If there is no such picture or it can't be read.
        """
        for file in (self.folder / kind).glob(f"{name}.*"):
            picture = cv2.imread(str(file), cv2.IMREAD_UNCHANGED)
            if picture is not None:
                code = cv2.COLOR_BGRA2RGBA if picture.shape[2] == 4 else cv2.COLOR_BGR2RGB
                return np.ascontiguousarray(cv2.cvtColor(picture, code))
        raise AssetsError(
            f"The picture {name} is missing or damaged in {self.folder / kind}.",
            next_step="Copy the folder of face assets again.",
        )


def default_folder() -> Path | None:
    """Return the folder named by ``AU_STUDIO_FACE_ASSETS``, or None where it is not set."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named) if named else None


def load_assets(folder: Path) -> FaceAssets:
    """Read the rigs and wrinkle maps of a folder of face assets.

    Raises
    ------
    AssetsError
        If a file is missing or can't be read.
    """
    arrays: dict[str, dict[str, NDArray[Any]]] = {}
    for name in ("ict_mit", "makehuman_cc0", "wrinkles"):
        file = folder / f"{name}.npz"
        try:
            with np.load(file) as archive:
                arrays[name] = {key: archive[key] for key in archive.files}
        except (OSError, ValueError) as error:
            raise AssetsError(
                f"The face assets can't be read: {file} is missing or damaged.",
                next_step=f"Name the folder of face assets with --assets or {ENVIRONMENT_VARIABLE}.",
                details=str(error),
            ) from error
    return FaceAssets(folder, arrays["ict_mit"], arrays["makehuman_cc0"], arrays["wrinkles"])


def crop_uv(atlas_uv: NDArray[np.float32]) -> NDArray[np.float32]:
    """Map coordinates in the full skin atlas to texture coordinates in the cropped skin pictures.

    Parameters
    ----------
    atlas_uv : float32 ndarray, shape (n, 2)
        u to the right, v **upwards**, in [0, 1] over the full atlas.

    Returns
    -------
    float32 ndarray, shape (n, 2)
        u to the right, v **downwards** from the first row of the picture.
    """
    u = (atlas_uv[:, 0] - ATLAS_LEFT) / (1.0 - ATLAS_LEFT)
    v = (1.0 - atlas_uv[:, 1] - ATLAS_TOP) / (ATLAS_BOTTOM - ATLAS_TOP)
    return np.stack([u, v], axis=1).astype(np.float32)


def skin_uv(atlas_uv: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return `crop_uv`, but with a plain patch of cheek for what the cropped pictures lack (the neck)."""
    uv = crop_uv(atlas_uv)
    uv[np.any((uv < 0.0) | (uv > 1.0), axis=1)] = PLAIN_SKIN
    return uv
