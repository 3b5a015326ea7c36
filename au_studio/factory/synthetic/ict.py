"""Heads of the ICT-FaceKit (light) rig: identity modes, ARKit-like expressions, MakeHuman skins and hair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import cKDTree

from au_studio.factory.synthetic import mesh
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.assets import FaceAssets, skin_uv
from au_studio.factory.synthetic.child import childlike
from au_studio.factory.synthetic.controls import CONTROLS
from au_studio.factory.synthetic.identity import Identity
from au_studio.factory.synthetic.mesh import NormalOperator, Part, Pose, compact
from au_studio.factory.synthetic.sculpt import Vector, jaw_share, moves_the_lips, nearest, sculpt

_N_SKIN = 14062
_MOUTH_SOCKET = slice(11248, 13294)
_EYE_SOCKETS = slice(13294, 14062)
_IDENTITY_SD = (0.55, 1.1)
_MODES = 60
_HAIR_NEIGHBOURS = 10
_PLACES: dict[str, Vector] = {
    "brow_in": (1.9, 5.6, 10.5), "brow_mid": (3.3, 5.9, 10.0), "brow_out": (4.5, 5.8, 9.46),
    "lid_up": (3.4, 4.03, 9.63), "lid_low": (3.2, 3.0, 9.47), "canthus": (4.7, 3.5, 8.7),
    "cheek": (4.7, -0.1, 8.6), "nose_side": (1.5, 1.0, 10.2), "alar": (1.6, -1.0, 10.9),
    "lip_up_side": (1.2, -3.0, 11.2), "corner": (2.4, -3.6, 10.2), "below_corner": (2.4, -4.9, 10.0),
    "lip_up": (0.0, -3.2, 11.4), "lip_low": (0.0, -3.7, 11.3), "chin": (0.0, -6.0, 10.95),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Hair:
    """A hair mesh laid on the neutral ICT head, and how it follows the head's shape."""

    vertices: Floats
    near: NDArray[np.int64]
    weight: Floats
    faces: mesh.Faces
    uv: Floats
    source: NDArray[np.int64]


class IctRig:
    """What all ICT heads share.

    Parameters
    ----------
    assets : FaceAssets
        Where the mesh and its modes come from.
    """

    def __init__(self, assets: FaceAssets) -> None:
        data = assets.ict
        self._assets = assets
        self._data = data
        self.neutral: Floats = data["neutral"].astype(np.float32)
        material = data["face_material"]
        faces = data["faces"].astype(np.int64)
        names = [str(name) for name in data["expression_names"]]
        self.deltas = np.stack(
            [data["expression"][names.index(c)].astype(np.float32) * data["expression_scale"][names.index(c)]
             for c in CONTROLS]
        )  # fmt: skip
        uv = np.zeros((len(self.neutral), 2), np.float32)
        uv[:_N_SKIN] = skin_uv(data["skin_uv"].astype(np.float32)[:_N_SKIN])
        by_name = {
            "skin": np.isin(material, ["M_Face", "M_BackHead"]),
            "teeth": material == "M_Teeth",
            "gums": material == "M_GumsTongue",
            "lashes": material == "M_EyeLashes",
            "eye_left": material == "M_ScleraLeft",
            "eye_right": material == "M_ScleraRight",
        }
        materials = {"skin": mesh.SKIN, "teeth": mesh.MOUTH, "gums": mesh.MOUTH, "lashes": mesh.LASH,
                     "eye_left": mesh.EYE, "eye_right": mesh.EYE}  # fmt: skip
        by_name = {name: mask & _worth_drawing(name, self.neutral, faces) for name, mask in by_name.items()}
        self.used: dict[str, NDArray[np.int64]] = {}
        self.parts: list[Part] = []
        self.normals: dict[str, NormalOperator] = {}
        lash_uv = np.zeros((len(self.neutral), 2), np.float32)
        lash_faces = faces[material == "M_EyeLashes"]
        lash_uv[lash_faces.ravel()] = np.modf(
            data["uv"][data["faces_uv"][material == "M_EyeLashes"].ravel()]
        )[0]
        for name, mask in by_name.items():
            used, local = compact(mesh.simplify(self.neutral, faces[mask], self._cells(name)))
            self.used[name] = used
            extra = np.zeros((len(used), 4), np.float32)
            if name == "skin":
                inner = np.zeros(len(self.neutral), np.float32)
                inner[_MOUTH_SOCKET], inner[_EYE_SOCKETS] = 1.0, 0.5
                extra[:, 0] = inner[used]
            elif name in ("teeth", "gums"):
                extra = _mouth_extra(self.neutral[used], name)
            elif name.startswith("eye"):
                extra[:, :3] = _directions(self.neutral[used])
            part_uv = lash_uv[used] if name == "lashes" else uv[used]
            self.parts.append(Part(name, materials[name], local, part_uv, extra))
            self.normals[name] = NormalOperator(local, len(used))
        self._hair: dict[str, _Hair] = {}
        self._fit_hair_space()
        middle = np.abs(self.neutral[:9409, 0]) < 0.15
        front = np.flatnonzero(middle & (self.neutral[:9409, 2] > 8))
        self.nose_base = _nose_base(self.neutral, front)
        self.places = nearest(self.neutral[:9409], _PLACES)
        self.lower = jaw_share(self.deltas[CONTROLS.index("jawOpen")])

    def _cells(self, name: str) -> Floats:
        """Return how coarsely each vertex may be drawn: the mesh is mostly finer than the pixels."""
        cell = np.zeros(len(self.neutral), np.float32)
        if name == "skin":
            moved = np.linalg.norm(self.deltas, axis=2).max(axis=0)
            x, y, z = np.abs(self.neutral[:, 0]), self.neutral[:, 1], self.neutral[:, 2]
            cell[:] = np.where(moved < 0.05, 0.9, 0.0)  # what no expression moves: skull and neck
            cell[(moved >= 0.05) & ((z < 7.0) | (y < -9.0) | (y > 7.0))] = 0.5
            cell[(x > 7.0) & (y > -3.5) & (y < 5.5) & (z < 4.0)] = 0.4  # ears
            cell[_MOUTH_SOCKET] = 0.8
        elif name == "gums":
            cell[:] = 0.3
        elif name == "teeth":
            cell[:] = np.where(self.neutral[:, 2] < 8.2, 0.3, 0.0)
        return cell

    def head(self, identity: Identity) -> IctHead:
        """Build one person's head (0.1–0.3 s)."""
        rng = np.random.default_rng([identity.seed, identity.split, 21])
        amounts = (
            rng.normal(0.0, rng.uniform(*_IDENTITY_SD), _MODES).astype(np.float32)
            * self._data["identity_scale"][:_MODES]
        )
        shape = np.tensordot(amounts, self._data["identity"][:_MODES].astype(np.float32), axes=1)
        whole = self.neutral + shape
        if identity.child > 0.0:
            eye = mesh.fit_ball(whole[self.used["eye_left"]])[0]
            whole = childlike(whole, eye, whole[self.nose_base], identity.child)
        return IctHead(self, whole, self.hair(identity.hair) if identity.hair else None)

    def _fit_hair_space(self) -> None:
        """Find where each MakeHuman place lies on the neutral ICT head, by the skin atlas that both wear."""
        mh = self._assets.makehuman
        place = LinearNDInterpolator(mh["skin_uv"], mh["base"][mh["skin_src"].astype(np.int64)])
        there = place(self._data["skin_uv"][: _MOUTH_SOCKET.start]).astype(np.float32)
        valid = np.flatnonzero(np.isfinite(there).all(axis=1))[::3]
        design = np.concatenate([there[valid], np.ones((len(valid), 1), np.float32)], axis=1)
        self._affine, *_ = np.linalg.lstsq(design, self.neutral[valid], rcond=None)
        self._anchor_vertices = valid
        self._residual = self.neutral[valid] - design @ self._affine
        self._anchor_tree = cKDTree(design @ self._affine)

    def hair(self, style: str) -> _Hair:
        """Return a hair mesh laid on the neutral ICT head (made once, then kept)."""
        if style not in self._hair:
            mh = self._assets.makehuman
            base = mh["base"]
            vertices = np.einsum("nk,nkc->nc", mh[f"{style}_w"], base[mh[f"{style}_vi"].astype(np.int64)])
            scale = [
                abs(base[int(i), a] - base[int(j), a]) / ref
                for a, (i, j, ref) in enumerate(mh[f"{style}_scale"])
            ]
            vertices = vertices + mh[f"{style}_off"] * f32(scale)
            laid = np.concatenate([vertices, np.ones((len(vertices), 1))], axis=1) @ self._affine
            distance, near = self._anchor_tree.query(laid, k=_HAIR_NEIGHBOURS)
            weight = 1.0 / (distance + 0.3)
            weight = (weight / weight.sum(axis=1, keepdims=True)).astype(np.float32)
            laid = laid + np.einsum("nk,nkc->nc", weight, self._residual[near])
            source = mh[f"{style}_src"].astype(np.int64)
            uv = mh[f"{style}_uv"].astype(np.float32) * f32([1, -1]) + f32([0, 1])
            self._hair[style] = _Hair(
                laid.astype(np.float32), self._anchor_vertices[near], weight,
                mh[f"{style}_f"].astype(np.uint32), uv, source,
            )  # fmt: skip
        return self._hair[style]


class IctHead:
    """One person's head; made by `IctRig.head`."""

    def __init__(self, rig: IctRig, shape: Floats, hair: _Hair | None) -> None:
        self._rig = rig
        self.parts = list(rig.parts)
        self._centre = {name: mesh.fit_ball(shape[rig.used[name]])[0] for name in ("eye_left", "eye_right")}
        self._origin = (self._centre["eye_left"] + self._centre["eye_right"]) / 2
        self._neutral = (shape - self._origin).astype(np.float32)
        self._order = np.concatenate([rig.used[name] for name in ("skin", "teeth", "gums", "lashes")])
        self._bounds = np.cumsum([0] + [len(rig.used[name]) for name in ("skin", "teeth", "gums", "lashes")])
        self._moving = self._neutral[self._order]
        self._deltas = rig.deltas[:, self._order].reshape(len(CONTROLS), -1)
        self._fields = np.zeros((0, self._deltas.shape[1]), np.float32)
        self._static_normals = {
            name: rig.normals[name](self._neutral[rig.used[name]]) for name in rig.normals if name != "skin"
        }
        self._hair_pose: tuple[Floats, Floats] | None = None
        if hair is not None:
            moved = hair.vertices - self._origin
            moved = moved + np.einsum("nk,nkc->nc", hair.weight, shape[hair.near] - rig.neutral[hair.near])
            vertices = moved[hair.source].astype(np.float32)
            self.parts.append(
                Part("hair", mesh.HAIR, hair.faces, hair.uv, np.zeros((len(vertices), 4), np.float32))
            )
            self._hair_pose = vertices, NormalOperator(hair.faces, len(vertices))(vertices)
        nose = self._neutral[rig.nose_base]
        forward = f32([0, 0, 1.5])
        self._anchors = np.stack(
            [
                self._centre["eye_right"] - self._origin + forward,
                self._centre["eye_left"] - self._origin + forward,
                nose,
            ]
        ).astype(np.float32)

    def places(self) -> dict[str, tuple[Floats, Floats]]:
        """Return each place's position and how each control moves it (see `Head.places`)."""
        found = {n: (self._neutral[i], self._rig.deltas[:, i]) for n, i in self._rig.places.items()}
        return {**found, "eye": (self._centre["eye_left"] - self._origin, np.zeros((len(CONTROLS), 3), "f4"))}

    def learn(self, rng: np.random.Generator) -> dict[str, Floats]:
        """Sculpt the person's own movements (see `Head.learn`)."""
        at = np.array(list(self._rig.places.values()))
        index = np.concatenate([self._order, at])
        places = {name: position for name, (position, _) in self.places().items()}
        fields = sculpt(self._neutral[index], places, self._rig.lower[index], rng)
        n = len(self._order)
        bone = slice(self._bounds[1], self._bounds[3])  # teeth and gums are no skin
        fields[:, :, bone] = 0.0
        self._fields = np.ascontiguousarray(fields[:, :, :n]).reshape(2 * len(fields), -1)
        return {name: fields[:, :, n + k] for k, name in enumerate(self._rig.places)}

    def deform(self, controls: Floats, gaze: tuple[float, float], sculpted: Floats | None = None) -> Pose:
        """Move the face (see `Head.deform`)."""
        active = np.flatnonzero(np.abs(controls) > 1e-4)
        moving = self._moving
        if len(active):
            moving = moving + (controls[active] @ self._deltas[active]).reshape(-1, 3)
        shut = mesh.mouth_is_shut(controls)
        if sculpted is not None and (used := np.flatnonzero(np.abs(sculpted) > 1e-5)).size:
            moving = moving + (sculpted.ravel()[used] @ self._fields[used]).reshape(-1, 3)
            shut = shut and not moves_the_lips(sculpted)
        positions, normals = {}, dict(self._static_normals)
        for name, start, stop in zip(
            ("skin", "teeth", "gums", "lashes"), self._bounds, self._bounds[1:], strict=False
        ):
            if name not in ("teeth", "gums") or not shut:
                positions[name] = moving[start:stop]
        normals["skin"] = self._rig.normals["skin"](positions["skin"])
        turn = mesh.rotation(gaze[0], gaze[1])
        for name in ("eye_left", "eye_right"):
            centre = self._centre[name] - self._origin
            ball = (self._neutral[self._rig.used[name]] - centre) @ turn.T + centre
            ball[:, 2] -= mesh.eye_retreat(controls, "L" if name == "eye_left" else "R")
            positions[name] = ball
            normals[name] = self._static_normals[name] @ turn.T
        if self._hair_pose is not None:
            positions["hair"], normals["hair"] = self._hair_pose
        return Pose(positions, normals, self._anchors)


def _worth_drawing(name: str, neutral: Floats, faces: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which triangles a camera before the face can ever see: the rest would only cost time."""
    corners = neutral[faces]
    centre = corners.mean(axis=1)
    if name == "skin":
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
        inside = faces.max(axis=1) >= _MOUTH_SOCKET.start
        behind_eyes = faces.max(axis=1) >= _EYE_SOCKETS.start
        seen = np.where(inside, centre[:, 2] > 6.0, (normal[:, 2] > -0.45) & (centre[:, 1] > -12.0))
        return np.asarray(seen & ~behind_eyes)
    if name.startswith("eye"):
        return np.asarray(centre[:, 2] > 8.4)
    if name in ("teeth", "gums"):
        return np.asarray(centre[:, 2] > (7.5 if name == "teeth" else 6.5))
    return np.ones(len(faces), bool)


def _directions(ball: Floats) -> Floats:
    centre, radius = mesh.fit_ball(ball)
    return f32((ball - centre) / radius)


def _mouth_extra(vertices: Floats, name: str) -> Floats:
    """Colour, and in the last column how much light reaches that deep into the mouth."""
    extra = np.zeros((len(vertices), 4), np.float32)
    extra[:, :3] = (0.62, 0.57, 0.47) if name == "teeth" else (0.36, 0.1, 0.1)
    extra[:, 3] = np.clip((vertices[:, 2] - 6.0) / 4.5, 0.08, 1.0) ** 1.5
    return extra


def _nose_base(neutral: Floats, front: NDArray[np.int64]) -> int:
    """Return the vertex under the nose: on the middle line, the deepest between nose tip and upper lip."""
    line = neutral[front]
    tip = line[np.argmax(line[:, 2])]
    below = (line[:, 1] < tip[1] - 0.5) & (line[:, 1] > tip[1] - 2.5)
    candidates = front[below]
    return int(candidates[np.argmin(neutral[candidates][:, 2] + 0.3 * neutral[candidates][:, 1])])
