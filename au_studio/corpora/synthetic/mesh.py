"""Meshes of a head, ready to deform and to draw: parts, normals, rigid motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float32]
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

    The head looks along +z, +y is up, and the point between the eyes is the origin.
    """

    positions: dict[str, Floats]
    normals: dict[str, Floats]
    anchors: Floats
    """Right-eye centre, left-eye centre, base of the nose, float32 (3, 3): on the undeformed head."""


class Head(Protocol):
    """One person's head on one rig."""

    parts: list[Part]

    def deform(self, controls: Floats, gaze: tuple[float, float]) -> Pose:
        """Move the face: controls in the order of `CONTROLS`; gaze (left, up) in radians."""
        ...


class NormalOperator:
    """Vertex normals of a mesh with fixed topology, quickly: area-weighted means of the faces around."""

    def __init__(self, faces: Faces, n_vertices: int) -> None:
        self._faces = faces.astype(np.int64)
        columns = np.repeat(np.arange(len(faces)), 3)
        ones = np.ones(faces.size, np.float32)
        self._gather = sparse.csr_matrix((ones, (self._faces.ravel(), columns)), shape=(n_vertices, len(faces)))

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
    up, positive roll tilts the head to the subject's left shoulder... in that order, roll first.
    """
    cy, sy, cp, sp, cr, sr = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch), np.cos(roll), np.sin(roll)
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
    graph = sparse.coo_matrix((np.ones(len(edges), bool), (edges[:, 0], edges[:, 1])), shape=(n_vertices,) * 2)
    return np.asarray(sparse.csgraph.connected_components(graph, directed=False)[1], np.int32)
