"""What is read of every frame: the face mesh as codes, in one small file for a whole corpus.

A code holds how the mesh differs from one head, along the principal directions of movement, with the pose of
the head taken off (`au_studio.learn.stage1.movement`), then blendshapes (`au_studio.nn.blendshapes`): that is
geometry. After it come the principal directions in which gradients of the picture change within clips
(`gradients`). No label is looked at for it: directions and scales are those of the training persons' frames.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from au_studio import resources
from au_studio.corpora.labelled import Division, Material, Protocols
from au_studio.factory.benchmark.geometry.gradients import gradients
from au_studio.factory.benchmark.settings import BenchmarkError
from au_studio.files import atomic_path
from au_studio.learn.material.clips import Clip, centre, uninterrupted
from au_studio.learn.stage1.movement import MovementCode
from au_studio.nn.blendshapes import NAMES, Blendshapes
from au_studio.nn.geometry import SCALE
from au_studio.nn.mesh import CropMesh

Floats = npt.NDArray[np.float32]
FORMAT = "au-studio geometry codes 1"
DIRECTIONS = 48
"""Principal directions of the mesh that a code holds, and as many of the picture's gradients."""
_CROP = 128
_STEPS = 32  # of a code's unit; rounding is off by a hundredth of its spread
_LEVELS = 50  # of an intensity's unit: 0 to 5 in one byte, and one value left
_UNRATED = 255


@dataclass(frozen=True, eq=False)
class CodedClip:
    """Consecutive frames of one person, as codes; no face track starts anew inside.

    Attributes
    ----------
    codes : float32 [T, K]
        Thirds of the standard deviation of movement within clips.
    intensities : float32 [T, A]
        NaN where not rated.
    times : float64 [T]
        Seconds.
    group, source : str
        Person and recording.
    """

    codes: Floats
    intensities: Floats
    times: npt.NDArray[np.float64]
    group: str
    source: str

    def __len__(self) -> int:
        """Return the number of frames."""
        return len(self.codes)

    @property
    def pts(self) -> npt.NDArray[np.int64]:
        """Times in milliseconds: with `source` they identify the frames."""
        return np.round(self.times * 1000).astype(np.int64)

    @property
    def labelled(self) -> npt.NDArray[np.intp]:
        """Positions of the frames with at least one rating, ascending."""
        return np.flatnonzero(np.isfinite(self.intensities).any(axis=1))


@dataclass(frozen=True, eq=False)
class Read:
    """What is read of a clip before there is a code.

    Attributes
    ----------
    meshes : float32 [T, 478, 3]
    blendshapes : float32 [T, E]
        Logits.
    gradients : float16 [T, G]
    """

    meshes: Floats
    blendshapes: Floats
    gradients: npt.NDArray[np.float16]


@dataclass(frozen=True, eq=False)
class Coder:
    """From meshes and blendshapes to codes.

    Attributes
    ----------
    movement : MovementCode
    mean, scale : float32 [E]
        Of the blendshapes.
    picture : float32 [G, P]
        From gradients to their principal directions, in units of their standard deviation within clips.
    usual : float32 [K]
        Mean code of the training persons' frames: it is taken off.
    """

    movement: MovementCode
    mean: Floats
    scale: Floats
    picture: Floats
    usual: Floats

    @property
    def shape(self) -> int:
        """How many numbers of a code, the first ones, are geometry."""
        return int(self.movement.basis.shape[1]) + len(self.mean)

    @classmethod
    def of(cls, clips: Sequence[Read], directions: int = DIRECTIONS) -> Coder:
        """Find the code of some clips (of training persons)."""
        movement = MovementCode.of([clip.meshes for clip in clips], directions)
        shown = np.concatenate([clip.blendshapes for clip in clips])
        picture = _principal([clip.gradients for clip in clips], directions)
        nothing = np.zeros(movement.basis.shape[1] + shown.shape[1] + picture.shape[1], dtype=np.float32)
        coder = cls(movement, shown.mean(axis=0), shown.std(axis=0) + 1e-3, picture, nothing)
        usual = np.concatenate([coder(clip) for clip in clips]).mean(axis=0)
        return replace(coder, usual=usual.astype(np.float32))

    def __call__(self, clip: Read) -> Floats:
        """Return the codes, float32 [T, K]."""
        shown = (clip.blendshapes - self.mean) / self.scale
        seen = clip.gradients.astype(np.float32) @ self.picture
        codes = np.concatenate([self.movement(clip.meshes), shown, seen], axis=1) / SCALE
        return (codes - self.usual).astype(np.float32)


@dataclass(frozen=True, eq=False)
class CodedMaterial:
    """A labelled corpus as codes; for all but `coder` see `au_studio.corpora.labelled.Material`."""

    name: str
    aus: tuple[int, ...]
    clips: list[CodedClip]
    protocols: Protocols
    coder: Coder
    faceless: int = 0

    def of(self, subjects: frozenset[str]) -> list[CodedClip]:
        """Return the clips of some subjects."""
        return [clip for clip in self.clips if clip.group in subjects]

    def geometry(self) -> CodedMaterial:
        """Return the corpus without what its pictures show beside geometry."""
        return replace(self, clips=geometry_of(self.coder, self.clips))


def geometry_of(coder: Coder, clips: Iterable[CodedClip]) -> list[CodedClip]:
    """Return clips whose codes hold geometry alone."""
    return [replace(clip, codes=np.ascontiguousarray(clip.codes[:, : coder.shape])) for clip in clips]


def shipped_codes() -> Path:
    """Return the file of codes that ships with AU Studio.

    Raises
    ------
    au_studio.errors.MissingResourceError
        If it is missing.
    """
    return resources.path("benchmark/codes.npz")


class ClipReader:
    """Reads clips of crops: the mesh and its blendshapes (about 6 ms a frame)."""

    def __init__(self) -> None:
        self._mesh, self._blendshapes = CropMesh(), Blendshapes()

    def __call__(self, clip: Clip) -> Read:
        """Read one clip."""
        crops = np.ascontiguousarray(centre(clip.crops, _CROP))
        meshes = self._mesh(torch.from_numpy(crops).permute(0, 3, 1, 2))
        return Read(meshes.numpy(), self._blendshapes(meshes).numpy(), gradients(crops))


def code_material(material: Material, on_progress: Callable[[int, int], None]) -> CodedMaterial:
    """Read all clips of a corpus, and code them by what moves in those of its training persons.

    Parameters
    ----------
    material : Material
        With crops of `face.align.CROP_SIZE` px.
    on_progress : callable
        ``(clips read, clips in all)``.
    """
    parts = [part for clip in material.clips for part in uninterrupted(clip)]
    reader, read = ClipReader(), []
    for number, part in enumerate(parts):
        on_progress(number, len(parts))
        read.append(reader(part))
    return coded(material, parts, read)


def coded(material: Material, clips: Sequence[Clip], read: Sequence[Read]) -> CodedMaterial:
    """Return clips of a corpus as codes; the code is that of its training persons."""
    tested = {s for own in material.protocols.values() for d in own for s in d.test}
    training = {s for own in material.protocols.values() for d in own for s in d.train}
    # Where everybody is tested in turn (folds), there is nobody whom the directions could be hidden from.
    chosen = training - tested or training
    coder = Coder.of([r for clip, r in zip(clips, read, strict=True) if clip.group in chosen])
    own = [
        CodedClip(coder(r), clip.intensities, clip.times, clip.group, clip.source)
        for clip, r in zip(clips, read, strict=True)
    ]
    return CodedMaterial(material.name, material.aus, own, material.protocols, coder, material.faceless)


def code_unlabelled(coder: Coder, clips: Iterable[Clip], units: int) -> list[CodedClip]:
    """Return further clips as codes, without a rating."""
    reader = ClipReader()
    return [
        CodedClip(
            coder(reader(part)),
            np.full((len(part), units), np.nan, dtype=np.float32),
            part.times,
            part.group,
            part.source,
        )
        for clip in clips
        for part in uninterrupted(clip)
    ]


def write_codes(path: Path, material: CodedMaterial) -> None:
    """Write a coded corpus to one file; codes and intensities become bytes (see `rounded`)."""
    clips, coder = material.clips, material.coder
    about = {
        "format": FORMAT,
        "name": material.name,
        "aus": list(material.aus),
        "faceless": material.faceless,
        "blendshapes": list(NAMES),
        "group": [clip.group for clip in clips],
        "source": [clip.source for clip in clips],
        "protocols": {
            name: [{"name": d.name, "train": sorted(d.train), "validation": sorted(d.validation),
                    "test": sorted(d.test)} for d in divisions]
            for name, divisions in material.protocols.items()
        },
    }  # fmt: skip
    intensities = np.concatenate([clip.intensities for clip in clips])
    known = np.isfinite(intensities)
    levels = np.where(known, np.round(np.where(known, intensities, 0) * _LEVELS), _UNRATED)
    arrays: dict[str, Any] = {
        "about": np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), dtype=np.uint8),
        "length": np.array([len(clip) for clip in clips], dtype=np.int32),
        "milliseconds": np.concatenate([clip.pts for clip in clips]).astype(np.int32),
        # Column by column: neighbours are alike, which packs better.
        "codes": _bytes(np.concatenate([clip.codes for clip in clips])).T.copy(),
        "intensities": levels.astype(np.uint8).T.copy(),
        "reference": coder.movement.reference,
        "weights": coder.movement.weights,
        "basis": coder.movement.basis.astype(np.float32),
        "picture": coder.picture.astype(np.float32),
        "mean": coder.mean,
        "scale": coder.scale,
        "usual": coder.usual,
    }
    with atomic_path(path) as part, part.open("wb") as stream:
        np.savez_compressed(stream, **arrays)


def read_codes(path: Path) -> CodedMaterial:
    """Read what `write_codes` wrote.

    Raises
    ------
    BenchmarkError
        If the file is missing, damaged, or something else.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        about: dict[str, Any] = json.loads(arrays["about"].tobytes())
        if about["format"] != FORMAT or about["blendshapes"] != list(NAMES):
            raise ValueError(about["format"])
        return _material(about, arrays)
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise BenchmarkError(
            f"{path} is no file of geometry codes.",
            next_step="Delete it: it is read anew from the corpus. If it is the one that ships, install AU "
            "Studio again.",
            details=repr(error),
        ) from error


def _material(about: dict[str, Any], arrays: dict[str, np.ndarray[Any, np.dtype[Any]]]) -> CodedMaterial:
    movement = MovementCode(arrays["reference"], arrays["weights"], arrays["basis"].astype(np.float64))
    coder = Coder(movement, arrays["mean"], arrays["scale"], arrays["picture"], arrays["usual"])
    codes = np.asarray(arrays["codes"].T / np.float32(_STEPS), dtype=np.float32)
    levels = arrays["intensities"].T
    rated = (levels / np.float32(_LEVELS)).astype(np.float32)
    intensities = np.where(levels == _UNRATED, np.float32(np.nan), rated)
    seconds = arrays["milliseconds"].astype(np.float64) / 1000
    places = np.split(np.arange(len(codes)), np.cumsum(arrays["length"])[:-1])
    clips = [
        CodedClip(codes[rows], intensities[rows], seconds[rows], group, source)
        for rows, group, source in zip(places, about["group"], about["source"], strict=True)
    ]
    protocols = {
        name: tuple(
            Division(d["name"], *(frozenset(d[part]) for part in ("train", "validation", "test")))
            for d in divisions
        )
        for name, divisions in about["protocols"].items()
    }
    return CodedMaterial(
        about["name"], tuple(about["aus"]), clips, protocols, coder, faceless=about["faceless"]
    )


def _bytes(codes: Floats) -> npt.NDArray[np.int8]:
    return np.clip(np.round(codes * _STEPS), -127, 127).astype(np.int8)


def _principal(clips: Sequence[npt.NDArray[np.float16]], size: int) -> Floats:
    """Return [G, P], P at most `size`: what varies most within clips, in units of its standard deviation."""
    width = clips[0].shape[1]
    covariance, frames = np.zeros((width, width)), sum(len(clip) for clip in clips)
    for clip in clips:
        moved = clip.astype(np.float32) - clip.mean(axis=0, dtype=np.float32)
        covariance += moved.T @ moved / frames
    values, directions = np.linalg.eigh(covariance)
    kept = [k for k in np.argsort(values)[::-1][:size] if values[k] > 1e-6 * max(values[-1], 1e-6)]
    return (directions[:, kept] / np.sqrt(values[kept])).astype(np.float32)
