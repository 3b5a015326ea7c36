"""What moves in a face: its landmarks, with the pose of the head taken off.

The face mesh finds 468 landmarks in every crop, without anybody's ratings. Every mesh is turned, scaled and
shifted onto one head by the points that hardly ever move (nose, temples), so that what is left is the face:
brows, lids, cheeks, lips, jaw. Taken from the mean of the same clip, that is movement, whoever the person is.

References
----------
Kabsch (1976), Acta Crystallographica A32, 922-923, and Umeyama (1991), IEEE PAMI 13, 376-380 (the similarity
that maps one set of points onto another with the least squared error). The weights are ours.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio import resources
from au_studio.face.align import CROP_SIZE, TEMPLATE
from au_studio.face.landmarks import MESH
from au_studio.face.mesh import FaceMesh, RotatedSquare, square_around
from au_studio.learn.material.clips import MARGIN, Clip
from au_studio.learn.stage1.unlabelled import UnfitMaterialError

Floats = npt.NDArray[np.float64]
Meshes = npt.NDArray[np.float32]
"""Landmarks of a clip's frames, [T, N, 3]: x and y in px of the crop, depth in that unit; NaN: no face."""
MeshesOf = Callable[[Clip], Meshes]

_ROUNDS = 3
_STIFFNESS = 0.3  # of the median movement: what keeps the stillest points from being all that counts
_LEAST_SCORE = 0.5


class MeshReader:
    """Reads the face mesh in stored crops; every thread that calls it has a network of its own."""

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def __call__(self, clip: Clip) -> Meshes:
        """Return the meshes of a clip (about 4 ms a frame); frames without a face are NaN."""
        mesh = self._own_mesh()
        meshes = np.full((len(clip), MESH.n_landmarks, 3), np.nan, dtype=np.float32)
        square = None
        for place, crop in enumerate(clip.crops):
            image = np.ascontiguousarray(crop)
            if square is None:
                # Where the template has it: near enough for a first fit, which says where to look again.
                found, _ = mesh.solid(image, _usual_square(image.shape[0]))
                square = _square_of(found)
            found, score = mesh.solid(image, square)
            seen = score >= _LEAST_SCORE
            if seen:
                meshes[place] = found
            square = _square_of(found) if seen else None
        return meshes

    def _own_mesh(self) -> FaceMesh:
        if not hasattr(self._of_thread, "mesh"):
            self._of_thread.mesh = FaceMesh(resources.path("face") / "face_landmark.tflite")
        mesh: FaceMesh = self._of_thread.mesh
        return mesh


def _usual_square(side: int) -> RotatedSquare:
    scale = side / (CROP_SIZE + 2 * MARGIN)
    eyes = (TEMPLATE[:2] + MARGIN) * scale
    corners = np.array([[14, 14], [130, 140]], dtype=np.float32) * scale
    return square_around(corners, eyes[0].astype(np.float32), eyes[1].astype(np.float32))


def _square_of(mesh: npt.NDArray[np.float32]) -> RotatedSquare:
    flat = mesh[:, :2]
    anchors = MESH.anchors(flat)
    return square_around(flat, anchors[0], anchors[1])


def onto(meshes: npt.ArrayLike, reference: Floats, weights: Floats) -> Floats:
    """Turn, scale and shift meshes [T, N, 3] onto a reference [N, 3] by least squares, weighted [N]."""
    points, share = np.asarray(meshes, dtype=np.float64), weights / weights.sum()
    centred = points - np.einsum("n,tnd->td", share, points)[:, None]
    middle = share @ reference
    target = reference - middle
    u, s, vt = np.linalg.svd(np.einsum("n,nd,tne->tde", share, target, centred))
    signs = np.ones_like(s)
    signs[:, 2] = np.sign(np.linalg.det(u @ vt))  # a turned head, never a mirrored one
    turn = (u * signs[:, None, :]) @ vt
    size = (s * signs).sum(axis=1) / np.einsum("n,tnd->t", share, centred**2)
    turned: Floats = size[:, None, None] * centred @ turn.transpose(0, 2, 1) + middle
    return turned


@dataclass(frozen=True, eq=False)
class MovementCode:
    """A code of few numbers for what a face does.

    Attributes
    ----------
    reference : float64 [N, 3]
        The head that every mesh is brought onto.
    weights : float64 [N]
        How much each point counts for that: the less it moves within clips, the more.
    basis : float64 [3 N, K]
        From a mesh brought onto the reference to its code: the principal directions of movement within
        clips, each in units of its standard deviation, so that brows count as much as the jaw.
    """

    reference: Floats
    weights: Floats
    basis: Floats

    @classmethod
    def of(cls, clips: Sequence[Meshes], size: int) -> MovementCode:
        """Find the code of some clips' meshes.

        Parameters
        ----------
        clips : sequence of Meshes
            One array per clip, without NaN.
        size : int
            K, the numbers of the code; fewer where there is less movement.

        Raises
        ------
        UnfitMaterialError
            If nothing moves in them.
        """
        reference: Floats = np.mean([meshes.mean(axis=0, dtype=np.float64) for meshes in clips], axis=0)
        weights = np.ones(len(reference))
        frames = sum(len(meshes) for meshes in clips)
        for _ in range(_ROUNDS):
            means, moved = [], np.zeros(len(reference))
            for meshes in clips:
                turned = onto(meshes, reference, weights)
                means.append(turned.mean(axis=0))
                moved += ((turned - means[-1]) ** 2).sum(axis=(0, 2))
            moved /= frames
            weights = 1 / (moved + _STIFFNESS * np.median(moved) + 1e-9)
            weights /= weights.mean()
            reference = np.mean(means, axis=0)
        covariance = np.zeros((reference.size, reference.size))
        for meshes in clips:
            turned = onto(meshes, reference, weights)
            flat = (turned - turned.mean(axis=0)).reshape(len(turned), -1)
            covariance += flat.T @ flat / frames
        values, directions = np.linalg.eigh(covariance)
        kept = [k for k in np.argsort(values)[::-1][:size] if values[k] > 1e-6 * max(values[-1], 1e-6)]
        if not kept:
            raise UnfitMaterialError("Nothing moves in the faces.")
        return cls(reference, weights, directions[:, kept] / np.sqrt(values[kept]))

    def __call__(self, meshes: Meshes) -> npt.NDArray[np.float32]:
        """Return the codes [T, K] of meshes; NaN stays NaN. Only differences within a clip mean something."""
        codes = np.full((len(meshes), self.basis.shape[1]), np.nan, dtype=np.float32)
        seen = np.isfinite(meshes).all(axis=(1, 2))
        if seen.any():
            turned = onto(meshes[seen], self.reference, self.weights) - self.reference
            codes[seen] = turned.reshape(len(turned), -1) @ self.basis
        return codes
