"""Things around the face that are not the face: shoulders in clothes, and glasses."""

from __future__ import annotations

import numpy as np

from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.mesh import Faces, NormalOperator


def _sheet(rings: Floats, *, closed: bool = True) -> tuple[Floats, Faces]:
    """Return vertices and triangles of a tube through rings, float32 (n_rings, n_around, 3)."""
    n, m = rings.shape[:2]
    faces = []
    for i in range(n - 1):
        for j in range(m if closed else m - 1):
            a, b = i * m + j, i * m + (j + 1) % m
            faces += [(a, b, a + m), (b, b + m, a + m)]
    return rings.reshape(-1, 3).astype(np.float32), np.array(faces, np.uint32)


def torso(collar: float) -> tuple[Floats, Floats, Faces]:
    """Return positions, normals and faces of a clothed torso.

    Parameters
    ----------
    collar : float
        Height of the collar in cm below the eyes, negative.
    """
    heights = collar + np.array([1.5, 0.0, -1.5, -3.5, -6.0, -9.0, -14.0, -22.0, -34.0])
    half_width = np.array([6.4, 7.2, 9.5, 14.0, 18.5, 21.0, 22.0, 21.5, 21.0])
    half_depth = np.array([6.3, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 12.5, 12.5])
    angle = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    rings = np.stack(
        [np.stack([w * np.sin(angle), np.full_like(angle, h), d * np.cos(angle) - 8.0], axis=1)
         for h, w, d in zip(heights, half_width, half_depth, strict=True)]
    )  # fmt: skip
    positions, faces = _sheet(rings.astype(np.float32))
    return positions, NormalOperator(faces, len(positions))(positions), faces


def glasses(kind: int, front: float, rng: np.random.Generator) -> tuple[Floats, Floats, Faces]:
    """Return positions, normals and faces of a pair of glasses.

    Parameters
    ----------
    kind : int
        1 round, 2 oblong, 3 large.
    front : float
        Depth (z) of the frame, in cm before the eyes' centres.
    rng : numpy.random.Generator
        Varies the measures.
    """
    half_width, half_height, power = {1: (2.3, 2.1, 2.0), 2: (2.7, 1.6, 3.5), 3: (2.9, 2.5, 2.6)}[kind]
    half_width, half_height = half_width * rng.uniform(0.95, 1.08), half_height * rng.uniform(0.9, 1.1)
    thickness = rng.uniform(0.06, 0.25)
    drop = rng.uniform(-0.2, 0.4)
    t = np.linspace(0, 2 * np.pi, 25)
    tubes = []
    for side in (-1, 1):
        x = half_width * np.sign(np.cos(t)) * np.abs(np.cos(t)) ** (2 / power) + side * 3.25
        y = half_height * np.sign(np.sin(t)) * np.abs(np.sin(t)) ** (2 / power) - drop
        z = front - 0.028 * x**2
        tubes.append(np.stack([x, y, z], axis=1))
        outer = side * (3.25 + half_width)
        reach = np.linspace(0, 1, 6)
        tubes.append(
            np.stack(
                [outer + side * 1.2 * reach, 0.4 + 0 * reach, front - 0.028 * outer**2 - 11 * reach], axis=1
            )
        )
    across = np.linspace(-1, 1, 7)
    inner = 3.25 - half_width
    tubes.append(
        np.stack([inner * across, 0.35 + 0.25 * (1 - across**2), front + 0.15 * (1 - across**2)], axis=1)
    )
    positions, faces, offset = [], [], 0
    for path in tubes:
        rings = _tube(f32(path), thickness)
        vertices, triangles = _sheet(rings)
        positions.append(vertices)
        faces.append(triangles + np.uint32(offset))
        offset += len(vertices)
    all_positions, all_faces = np.concatenate(positions), np.concatenate(faces)
    return all_positions, NormalOperator(all_faces, offset)(all_positions), all_faces


def _tube(path: Floats, radius: float) -> Floats:
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    side = np.cross(along, np.where(np.abs(along[:, 1:2]) > 0.9, [[1.0, 0.0, 0.0]], [[0.0, 1.0, 0.0]]))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    up = np.cross(along, side)
    angle = np.linspace(0, 2 * np.pi, 6, endpoint=False)
    around = np.cos(angle)[None, :, None] * side[:, None] + np.sin(angle)[None, :, None] * up[:, None]
    return np.asarray(path[:, None] + radius * around, np.float32)
