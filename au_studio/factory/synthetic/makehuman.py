"""Heads of the MakeHuman rig: macro and detail targets, ARKit-like face units, fitted proxies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from au_studio.factory.synthetic import mesh
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.assets import FaceAssets, skin_uv
from au_studio.factory.synthetic.child import childlike
from au_studio.factory.synthetic.controls import CONTROLS
from au_studio.factory.synthetic.identity import Identity
from au_studio.factory.synthetic.mesh import NormalOperator, Part, Pose, components
from au_studio.factory.synthetic.sculpt import Vector, jaw_share, moves_the_lips, nearest, sculpt

_CM = 10.0
"""The rig's unit is a tenth of a metre; ours is the centimetre."""
_DETAIL_SD = {"head": 0.1, "forehead": 0.2, "eyebrows": 0.3, "eyes": 0.27, "nose": 0.17, "mouth": 0.24,
              "chin": 0.2, "cheek": 0.25, "ears": 0.2}  # fmt: skip
_OPPOSITES = (("-decr", "-incr"), ("-down", "-up"), ("-in", "-out"), ("-backward", "-forward"),
              ("-concave", "-convex"), ("-compress", "-uncompress"))  # fmt: skip
_HEAD_SHAPES = ("diamond", "invertedtriangular", "oval", "rectangular", "round", "square", "triangular")
_JAW_HINGE = f32([0.0, 7.0, 0.35])
_PLACES: dict[str, Vector] = {
    "brow_in": (0.21, 7.45, 1.45), "brow_mid": (0.33, 7.475, 1.41), "brow_out": (0.46, 7.43, 1.3),
    "lid_up": (0.348, 7.34, 1.407), "lid_low": (0.31, 7.241, 1.4), "canthus": (0.47, 7.28, 1.32),
    "cheek": (0.49, 6.94, 1.28), "nose_side": (0.15, 7.09, 1.48), "alar": (0.14, 6.88, 1.58),
    "lip_up_side": (0.115, 6.66, 1.54), "corner": (0.26, 6.61, 1.4), "below_corner": (0.25, 6.49, 1.4),
    "lip_up": (0.0, 6.63, 1.57), "lip_low": (0.0, 6.57, 1.54), "chin": (0.0, 6.4, 1.495),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Proxy:
    """A mesh that hangs on the base mesh: vertices = weights @ base + offsets * scale."""

    weights: sparse.csr_matrix
    offsets: Floats
    scale: NDArray[np.float32]
    source: NDArray[np.int64]
    uv: Floats
    faces: mesh.Faces

    def fit(self, base: Floats) -> Floats:
        """Return the proxy's own vertices, float32 (n, 3), on a deformed base mesh."""
        size = [abs(base[int(i), a] - base[int(j), a]) / ref for a, (i, j, ref) in enumerate(self.scale)]
        return np.asarray(self.weights @ base + self.offsets * f32(size), np.float32)


class MakeHumanRig:
    """What all MakeHuman heads share.

    Parameters
    ----------
    assets : FaceAssets
        Where the base mesh, its targets and the proxies come from.
    """

    def __init__(self, assets: FaceAssets) -> None:
        data = assets.makehuman
        self._data = data
        self.base: Floats = data["base"].astype(np.float32)
        self.names = [str(name) for name in data["target_names"]]
        self._rows = {name: number for number, name in enumerate(self.names)}
        self.source = data["skin_src"].astype(np.int64)
        faces = data["skin_faces"].astype(np.uint32)
        # The shoulders wear clothes (see `props.torso`).
        self.skin_faces = faces[self.base[self.source[faces.astype(np.int64)], 1].max(axis=1) > 5.85]
        self._skin_uv = skin_uv(data["skin_uv"].astype(np.float32))
        base_faces = self.source[self.skin_faces.astype(np.int64)].astype(np.uint32)
        self.skin_normals = NormalOperator(base_faces, int(self.source.max()) + 1)
        self.units = np.stack([self._unit(control) for control in CONTROLS])
        self.proxies: dict[str, _Proxy] = {}
        self.jaw = self._measure_jaw()
        self.nose_base = self._find_nose_base()
        self.places = nearest(self.base[:4420], _PLACES)
        self.lower = jaw_share(self.units[CONTROLS.index("jawOpen")])

    def _find_nose_base(self) -> int:
        """Return the vertex where nose and upper lip meet on the middle line."""
        x, y, z = self.base[:4420].T
        tip = int(np.argmax(np.where((np.abs(x) < 0.01) & (y > 6.8), z, -9.0)))
        # The inside of the nose and the mouth lies on the middle line too, but deeper.
        below = (np.abs(x) < 0.01) & (y < y[tip] - 0.05) & (y > y[tip] - 0.16) & (z > 1.52)
        candidates = np.flatnonzero(below)
        return int(candidates[np.argmin(z[candidates] + 0.3 * y[candidates])])

    def target(self, name: str) -> Floats:
        """Return a target's displacements at full strength, float32 (n_base, 3)."""
        number = self._rows[name]
        rows = slice(int(self._data["target_off"][number]), int(self._data["target_off"][number + 1]))
        out = np.zeros_like(self.base)
        out[self._data["target_idx"][rows]] = (
            self._data["target_delta_milli"][rows].astype(np.float32) / 1000.0
        )
        return out

    def _unit(self, control: str) -> Floats:
        stem, _, side = control.partition("_")
        sided = f"unit/{stem}{ {'L': 'Left', 'R': 'Right'}.get(side, '') }"
        if sided in self._rows:
            return self.target(sided)
        if f"unit/{stem}" in self._rows:  # one unit for both sides: each side moves its half of the face
            whole = self.target(f"unit/{stem}")
            x = self.base[:, 0] * (1.0 if side == "L" else -1.0)
            return np.asarray(whole * np.clip(0.5 + x / 0.2, 0.0, 1.0)[:, None], np.float32)
        return np.zeros_like(self.base)  # cheekRaiser is ICT's alone

    def _measure_jaw(self) -> dict[str, Floats]:
        """Return how the chin moves for each jaw control at 1, float32 (3,)."""
        chin = (
            (np.abs(self.base[:4420, 0]) < 0.1) & (self.base[:4420, 1] < 6.35) & (self.base[:4420, 2] > 1.3)
        )
        index = np.flatnonzero(chin)
        return {name: self.units[CONTROLS.index(name)][index].mean(axis=0)
                for name in ("jawOpen", "jawLeft", "jawRight", "jawForward")}  # fmt: skip

    def proxy(self, name: str) -> _Proxy:
        """Return a proxy (eyes, teeth, hair, …) ready to fit (made once, then kept)."""
        if name not in self.proxies:
            data = self._data
            vi = data[f"{name}_vi"].astype(np.int64)
            rows = np.repeat(np.arange(len(vi)), 3)
            weights = sparse.csr_matrix(
                (data[f"{name}_w"].ravel().astype(np.float32), (rows, vi.ravel())),
                shape=(len(vi), len(self.base)),
            )
            uv = data[f"{name}_uv"].astype(np.float32) * f32([1, -1]) + f32([0, 1])
            self.proxies[name] = _Proxy(
                weights, data[f"{name}_off"].astype(np.float32), data[f"{name}_scale"],
                data[f"{name}_src"].astype(np.int64), uv, data[f"{name}_f"].astype(np.uint32),
            )  # fmt: skip
        return self.proxies[name]

    def shape(self, identity: Identity) -> Floats:
        """Return one person's base mesh at rest, float32 (n_base, 3)."""
        rng = np.random.default_rng([identity.seed, identity.split, 31])
        weights: dict[str, float] = {}
        races = dict(zip(("african", "asian", "caucasian"), rng.dirichlet([0.45, 0.45, 0.45]), strict=True))
        for sex, sex_weight in (("female", 1.0 - identity.sex), ("male", identity.sex)):
            for age, age_weight in (("young", 1.0 - identity.age), ("old", identity.age)):
                weights[f"macro/universal-{sex}-{age}-averagemuscle-averageweight"] = sex_weight * age_weight
                for race, race_weight in races.items():
                    weights[f"macro/{race}-{sex}-{age}"] = race_weight * sex_weight * age_weight
        weights[f"detail/head/head-{rng.choice(_HEAD_SHAPES)}"] = float(rng.uniform(0.0, 0.4))
        self._draw_details(rng, weights)
        out = self.base.copy()
        for name, weight in weights.items():
            if name in self._rows and abs(weight) > 1e-3:
                out += f32(weight) * self.target(name)
        if identity.child > 0.0:
            lid_up, lid_low = out[self.places["lid_up"]], out[self.places["lid_low"]]
            eye = f32((lid_up + lid_low) / 2.0 - f32([0.02, 0.0, 0.155]))
            out = childlike(out, eye, out[self.nose_base], identity.child)
        return out

    def _draw_details(self, rng: np.random.Generator, weights: dict[str, float]) -> None:
        """Draw the sliders: a pair of opposite targets is one slider; both eyes share theirs, nearly."""
        for name in self.names:
            kind = name.split("/")
            if kind[0] != "detail" or "/r-eye" in name or kind[2].removeprefix("head-") in _HEAD_SHAPES:
                continue
            for low, high in _OPPOSITES:
                if not name.endswith(low) or name.removesuffix(low) + high not in self._rows:
                    continue
                value = float(np.clip(rng.normal(0.0, _DETAIL_SD.get(kind[1], 0.25)), -0.9, 0.9))
                for side in ("/l-eye", "/r-eye") if "/l-eye" in name else ("",):
                    own = value + (rng.normal(0.0, 0.05) if side else 0.0)
                    chosen = name if own < 0 else name.removesuffix(low) + high
                    weights[chosen.replace("/l-eye", side) if side else chosen] = abs(own)

    def head(self, identity: Identity) -> MakeHumanHead:
        """Build one person's head (0.05–0.2 s)."""
        return MakeHumanHead(self, self.shape(identity), identity.hair)

    def skin_part(self) -> Part:
        """Return the skin as a part; its inside of the mouth needs no flag, the atlas paints it."""
        return Part(
            "skin", mesh.SKIN, self.skin_faces, self._skin_uv, np.zeros((len(self.source), 4), np.float32)
        )


class MakeHumanHead:
    """One person's head; made by `MakeHumanRig.head`."""

    def __init__(self, rig: MakeHumanRig, shape: Floats, hair: str | None) -> None:
        self._rig, self._shape = rig, shape
        self._fields = np.zeros((0, shape.size), np.float32)
        self.parts = [rig.skin_part()]
        self._eyes: dict[str, tuple[Floats, Floats, Floats]] = {}
        self._add_eyes()
        self._origin = np.asarray(sum(e[1] for e in self._eyes.values()) / 2.0, np.float32)
        self._add_mouth()
        lashes = rig.proxy("lashes")
        self.parts.append(
            Part("lashes", mesh.LASH, lashes.faces, lashes.uv, np.zeros((len(lashes.source), 4), np.float32))
        )
        self._lash_normals = np.tile(f32([0, 0, 1]), (len(lashes.source), 1))
        self._hair_pose: tuple[Floats, Floats] | None = None
        if hair is not None:
            proxy = rig.proxy(hair)
            vertices = self._world(proxy.fit(shape)[proxy.source])
            self.parts.append(
                Part("hair", mesh.HAIR, proxy.faces, proxy.uv, np.zeros((len(vertices), 4), np.float32))
            )
            self._hair_pose = vertices, NormalOperator(proxy.faces, len(vertices))(vertices)
        self._anchors = self._find_anchors()

    def _world(self, vertices: Floats) -> Floats:
        return np.asarray((vertices - self._origin) * np.float32(_CM), np.float32)

    def _add_eyes(self) -> None:
        proxy = self._rig.proxy("eyes")
        vertices = proxy.fit(self._shape)
        piece = components(proxy.source[proxy.faces.astype(np.int64)], len(vertices))
        # Every eye is a ball within a clear shell; the shell alone is drawn, painted as the eye.
        fronts = [(float(vertices[piece == k][:, 2].max()), k) for k in range(int(piece.max()) + 1)]
        for name, sign in (("eye_left", 1.0), ("eye_right", -1.0)):
            shell = max((z, k) for z, k in fronts if sign * vertices[piece == k][:, 0].mean() > 0)[1]
            keep = piece[proxy.source[proxy.faces.astype(np.int64)[:, 0]]] == shell
            used, faces = mesh.compact(proxy.source[proxy.faces[keep].astype(np.int64)])
            ball = vertices[used]
            centre, radius = mesh.fit_ball(ball)
            extra = np.zeros((len(used), 4), np.float32)
            extra[:, :3] = (ball - centre) / radius
            self.parts.append(Part(name, mesh.EYE, faces, np.zeros((len(used), 2), np.float32), extra))
            self._eyes[name] = ball, centre, NormalOperator(faces, len(used))(ball)

    def _add_mouth(self) -> None:
        self._mouth: dict[str, tuple[Floats, Floats, NDArray[np.bool_]]] = {}
        for name, colour in (("teeth", None), ("tongue", (0.4, 0.12, 0.12))):
            proxy = self._rig.proxy(name)
            at_rest = proxy.fit(self._rig.base)
            vertices = proxy.fit(self._shape)[proxy.source]
            lower = np.ones(len(at_rest), bool)
            extra = np.zeros((len(vertices), 4), np.float32)
            if colour is None:
                lower = _lower_teeth(proxy, at_rest)
                extra[:, :3] = -1.0  # its colour comes from the teeth picture
            else:
                extra[:, :3] = colour
            depth = self._origin[2] - vertices[:, 2]
            extra[:, 3] = np.clip(1.0 - (depth - depth.min()) / 0.5, 0.08, 1.0) ** 1.5
            normals = NormalOperator(proxy.faces, len(vertices))(vertices)
            self.parts.append(Part(name, mesh.MOUTH, proxy.faces, proxy.uv, extra))
            self._mouth[name] = vertices, normals, lower[proxy.source]

    def _find_anchors(self) -> Floats:
        right, left = (self._eyes[name][1] for name in ("eye_right", "eye_left"))
        forward = f32([0, 0, 0.148])
        return self._world(np.stack([right + forward, left + forward, self._shape[self._rig.nose_base]]))

    def places(self) -> dict[str, tuple[Floats, Floats]]:
        """Return each place's position and how each control moves it (see `Head.places`)."""
        world, units = self._world(self._shape), self._rig.units
        found = {n: (world[i], units[:, i] * np.float32(_CM)) for n, i in self._rig.places.items()}
        eye = self._world(self._eyes["eye_left"][1])
        return {**found, "eye": (eye, np.zeros((len(CONTROLS), 3), np.float32))}

    def learn(self, rng: np.random.Generator) -> dict[str, Floats]:
        """Sculpt the person's own movements (see `Head.learn`)."""
        places = {name: position for name, (position, _) in self.places().items()}
        fields = sculpt(self._world(self._shape), places, self._rig.lower, rng)
        self._fields = (fields / np.float32(_CM)).reshape(2 * len(fields), -1)
        return {name: fields[:, :, i] for name, i in self._rig.places.items()}

    def deform(self, controls: Floats, gaze: tuple[float, float], sculpted: Floats | None = None) -> Pose:
        """Move the face (see `Head.deform`)."""
        rig = self._rig
        active = np.flatnonzero(np.abs(controls) > 1e-4)
        base = self._shape
        if len(active):
            base = base + np.tensordot(controls[active], rig.units[active], axes=1)
        shut = mesh.mouth_is_shut(controls)
        if sculpted is not None and (used := np.flatnonzero(np.abs(sculpted) > 1e-5)).size:
            base = base + (sculpted.ravel()[used] @ self._fields[used]).reshape(-1, 3)
            shut = shut and not moves_the_lips(sculpted)
        skin = base[: int(rig.source.max()) + 1]
        positions = {"skin": self._world(skin)[rig.source]}
        normals = {"skin": rig.skin_normals(skin)[rig.source]}
        lashes = rig.proxy("lashes")
        positions["lashes"] = self._world(lashes.fit(base)[lashes.source])
        normals["lashes"] = self._lash_normals
        turn = mesh.rotation(gaze[0], gaze[1])
        for name, (ball, centre, ball_normals) in self._eyes.items():
            placed = self._world(f32((ball - centre) @ turn.T + centre))
            placed[:, 2] -= mesh.eye_retreat(controls, "L" if name == "eye_left" else "R")
            positions[name] = placed
            normals[name] = ball_normals @ turn.T
        jaw_turn, shift = self._jaw(controls)
        for name, (vertices, mouth_normals, lower) in self._mouth.items():
            if shut:
                continue
            moved = vertices.copy()
            moved[lower] = (moved[lower] - _JAW_HINGE) @ jaw_turn.T + _JAW_HINGE + shift
            positions[name], normals[name] = self._world(moved), mouth_normals
        if self._hair_pose is not None:
            positions["hair"], normals["hair"] = self._hair_pose
        return Pose(positions, normals, self._anchors)

    def _jaw(self, controls: Floats) -> tuple[Floats, Floats]:
        """Return rotation and shift of the lower jaw: bone does not stretch, so the teeth move as one."""
        moves = {name: controls[CONTROLS.index(name)] * move for name, move in self._rig.jaw.items()}
        drop = float(moves["jawOpen"][1])
        angle = drop / (1.45 - float(_JAW_HINGE[2]))
        shift = moves["jawLeft"] + moves["jawRight"] + moves["jawForward"]
        return mesh.rotation(0.0, angle), np.asarray(shift, np.float32)


def _lower_teeth(proxy: _Proxy, vertices: Floats) -> NDArray[np.bool_]:
    """Return which teeth vertices (and gum vertices) belong to the lower jaw."""
    piece = components(proxy.source[proxy.faces.astype(np.int64)], len(vertices))
    # The plane between the rows of teeth rises towards the back.
    height = vertices[:, 1] - (6.625 + 0.2 * (1.42 - vertices[:, 2]))
    lower = height < 0
    for number in range(int(piece.max()) + 1):
        inside = piece == number
        if inside.sum() < 200:  # a tooth is one piece; only the gums hold both jaws
            lower[inside] = height[inside].mean() < 0
    return np.asarray(lower)
