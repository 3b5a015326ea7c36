"""Meshes of a head, ready to deform and to draw: parts, normals, rigid motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.controls import CONTROLS

Faces = NDArray[np.uint32]

SKIN, EYE, MOUTH, LASH, HAIR, PLAIN = "skin", "eye", "mouth", "lash", "hair", "plain"


@dataclass(frozen=True, eq=False)
class Part:
    """One drawable part of a head.

    Attributes
    ----------
    name : str
        Its key in what `Head.deform` returns.
    material : str
        `SKIN`, `EYE`, `MOUTH`, `LASH`, `HAIR` or `PLAIN`: which shader draws it.
    faces : uint32 ndarray, shape (m, 3)
        Triangles over the part's own vertices.
    uv : float32 ndarray, shape (n, 2)
        Texture coordinates, v downwards.
    extra : float32 ndarray, shape (n, 4)
        For the shader: colour and shade (mouth, plain), local direction (eye), else red of an inner surface.
    """

    name: str
    material: str
    faces: Faces
    uv: Floats
    extra: Floats


@dataclass(frozen=True, eq=False)
class Pose:
    """The deformed head: by part, positions and normals, both float32 (n, 3), in centimetres.

    Parts that are not named can't be seen (the teeth behind closed lips) and need not be drawn.
    The head looks along +z, +y is up, and the point between the eyes is the origin.
    """

    positions: dict[str, Floats]
    normals: dict[str, Floats]
    anchors: Floats
    """Right-eye centre, left-eye centre, base of the nose, float32 (3, 3): on the undeformed head."""


class Head(Protocol):
    """One person's head on one rig."""

    parts: list[Part]

    def places(self) -> dict[str, tuple[Floats, Floats]]:
        """Return by place (`sculpt.PLACES`) where it rests and how each control at 1 moves it.

        Shapes (3,) and (len(CONTROLS), 3), in centimetres.
        """
        ...

    def learn(self, rng: np.random.Generator) -> dict[str, Floats]:
        """Sculpt the person's own movements; return what they do by place, (len(AUS), 2, 3), in cm."""
        ...

    def deform(self, controls: Floats, gaze: tuple[float, float], sculpted: Floats | None = None) -> Pose:
        """Move the face.

        Controls in the order of `CONTROLS`; gaze (left, up) in radians; strengths of the sculpted movements
        (after `learn`), float32 (len(AUS), 2): left and right.
        """
        ...


_OPENING = np.array(
    [
        {
            "jawOpen": 1.5,
            "mouthLowerDown": 0.6,
            "mouthUpperUp": 0.6,
            "mouthFunnel": 0.8,
            "noseSneer": 0.3,
            "mouthSmile": 0.15,
            "mouthStretch": 0.15,
            "mouthFrown": 0.1,
            "mouthShrugUpper": 0.1,
            "mouthShrugLower": 0.05,
            "mouthPucker": 0.1,
        }.get(name.partition("_")[0], 0.0)
        for name in CONTROLS
    ],
    np.float32,
)


def mouth_is_shut(controls: Floats) -> bool:
    """Return whether the lips certainly hide what is behind them."""
    return bool(np.abs(controls) @ _OPENING < 0.02)


def fit_ball(vertices: Floats) -> tuple[Floats, float]:
    """Return centre, float32 (3,), and radius of the ball that an eye's vertices lie on, by least squares.

    The cornea bulges out of the ball, and the back of an eye may be missing: only the ring between is used.
    """
    middle = (vertices[:, :2].min(axis=0) + vertices[:, :2].max(axis=0)) / 2
    off_axis = np.linalg.norm(vertices[:, :2] - middle, axis=1)
    ring = vertices[off_axis > 0.55 * off_axis.max()].astype(np.float64)
    design = np.concatenate([2 * ring, np.ones((len(ring), 1))], axis=1)
    solution, *_ = np.linalg.lstsq(design, (ring**2).sum(axis=1), rcond=None)
    centre = solution[:3]
    return f32(centre), float(np.sqrt(solution[3] + (centre**2).sum()))


def eye_retreat(controls: Floats, side: str) -> float:
    """Return how far (cm) to draw an eye back under its closed lid: lids do not fit every identity's eyes.

    Parameters
    ----------
    controls : float32 ndarray, shape (len(CONTROLS),)
        The rig's controls.
    side : {"L", "R"}
        The subject's left or right eye.
    """
    shut = float(controls[CONTROLS.index(f"eyeBlink_{side}")]) + 0.5 * float(
        controls[CONTROLS.index(f"eyeSquint_{side}")]
    )
    return 0.5 * min(max(shut - 0.35, 0.0), 0.8)


class NormalOperator:
    """Vertex normals of a mesh with fixed topology, quickly: area-weighted means of the faces around."""

    def __init__(self, faces: Faces, n_vertices: int) -> None:
        self._faces = faces.astype(np.int64)
        columns = np.repeat(np.arange(len(faces)), 3)
        ones = np.ones(faces.size, np.float32)
        self._gather = sparse.csr_matrix(
            (ones, (self._faces.ravel(), columns)), shape=(n_vertices, len(faces))
        )

    def __call__(self, vertices: Floats) -> Floats:
        """Return unit normals, float32 (n, 3)."""
        a, b, c = (vertices[self._faces[:, k]] for k in range(3))
        ab, ac = b - a, c - a
        across = np.empty_like(ab)
        across[:, 0] = ab[:, 1] * ac[:, 2] - ab[:, 2] * ac[:, 1]
        across[:, 1] = ab[:, 2] * ac[:, 0] - ab[:, 0] * ac[:, 2]
        across[:, 2] = ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]
        normals = self._gather @ across
        length = np.sqrt(np.einsum("ij,ij->i", normals, normals))[:, None]
        return np.asarray(normals / np.maximum(length, 1e-12), np.float32)


def rotation(yaw: float, pitch: float, roll: float = 0.0) -> Floats:
    """Return the rotation matrix of a head, float32 (3, 3).

    Angles in radians: positive yaw turns to the subject's left (right in the picture), positive pitch looks
    up, positive roll tilts the head to the subject's left shoulder. Roll is applied first, yaw last.
    """
    cy, sy, cp, sp, cr, sr = (
        np.cos(yaw),
        np.sin(yaw),
        np.cos(pitch),
        np.sin(pitch),
        np.cos(roll),
        np.sin(roll),
    )
    turn = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    nod = np.array([[1, 0, 0], [0, cp, sp], [0, -sp, cp]])
    tilt = np.array([[cr, sr, 0], [-sr, cr, 0], [0, 0, 1]])
    return np.asarray(turn @ nod @ tilt, np.float32)


def compact(faces: NDArray[Any]) -> tuple[NDArray[np.int64], Faces]:
    """Return the vertices that a set of faces uses, and the faces over just those."""
    used, inverse = np.unique(faces, return_inverse=True)
    return used.astype(np.int64), inverse.reshape(faces.shape).astype(np.uint32)


def components(faces: NDArray[Any], n_vertices: int) -> NDArray[np.int32]:
    """Return for every vertex the number of the connected piece it belongs to, int32 (n,)."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]]]).astype(np.int64)
    graph = sparse.coo_matrix(
        (np.ones(len(edges), bool), (edges[:, 0], edges[:, 1])), shape=(n_vertices,) * 2
    )
    return np.asarray(sparse.csgraph.connected_components(graph, directed=False)[1], np.int32)


def simplify(vertices: Floats, faces: NDArray[Any], cell: Floats) -> NDArray[Any]:
    """Thin a mesh out by merging the vertices of each cell of a grid into one of them.

    The vertices that stay are old ones, so blend shapes fit as they are.

    Parameters
    ----------
    vertices : float32 ndarray, shape (n, 3)
        Positions.
    faces : int ndarray, shape (m, 3)
        Triangles.
    cell : float32 ndarray, shape (n,)
        Size of the grid cell at each vertex; 0 keeps the vertex.

    Returns
    -------
    int ndarray, shape (k, 3)
        The triangles that are left, over the same vertices.
    """
    used = np.unique(faces)
    size = cell[used]
    merging = used[size > 0]
    sizes = size[size > 0]
    keys = np.concatenate([np.floor(vertices[merging] / sizes[:, None]), sizes[:, None]], axis=1)
    _, group = np.unique(keys, axis=0, return_inverse=True)
    group = group.ravel()
    count = np.bincount(group).astype(np.float64)
    mean = np.stack([np.bincount(group, vertices[merging, k]) / count for k in range(3)], axis=1)
    distance = np.linalg.norm(vertices[merging] - mean[group], axis=1)
    order = np.lexsort((distance, group))
    first = order[np.unique(group[order], return_index=True)[1]]
    target = np.arange(len(vertices))
    target[merging] = merging[first][group]
    left = target[faces.astype(np.int64)]
    whole = (left[:, 0] != left[:, 1]) & (left[:, 1] != left[:, 2]) & (left[:, 0] != left[:, 2])
    kept = left[whole]
    _, index = np.unique(np.sort(kept, axis=1), axis=0, return_index=True)
    return np.asarray(kept[np.sort(index)])
