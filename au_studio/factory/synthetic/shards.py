"""Render one shard: people, still or in motion, before a camera, cropped by the face detector."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.face.align import CROP_SIZE, crop_face
from au_studio.face.backends import FaceBackend, create_backend
from au_studio.face.model import Face
from au_studio.factory.synthetic.assets import load_assets
from au_studio.factory.synthetic.controls import AUS
from au_studio.factory.synthetic.corpus import COLUMNS, CROP_MARGIN, CROP_SIDE, STATIC, write_shard
from au_studio.factory.synthetic.degrade import degrade, draw_degradation, occlude
from au_studio.factory.synthetic.dynamics import draw_motion
from au_studio.factory.synthetic.expressions import (
    draw_asymmetry,
    draw_expression,
    draw_nuisance,
    lids_agree,
    lids_for_gaze,
)
from au_studio.factory.synthetic.plan import ShardPlan, Task
from au_studio.factory.synthetic.scene import Camera, HeadPose, Setting, draw_background, draw_light
from au_studio.factory.synthetic.studio import Person, Studio

GENERATOR_VERSION = "9"
"""Changes whenever the same seed would give other pictures or other intensities."""

_SIZE = 192
_SUPERSAMPLING = 1.4
_OCCLUDED = 0.06
# Anchors further from the truth than this share of the eye distance are somebody else's face.
_MISPLACED = 0.4


@dataclass
class Rows:
    """The rows of a shard while they are rendered."""

    crops: list[NDArray[np.uint8]] = field(default_factory=list)
    intensities: list[NDArray[np.float32]] = field(default_factory=list)
    columns: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    without_face: int = 0

    def add(
        self, crop: NDArray[np.uint8], intensities: NDArray[np.float32], task: Task, clip: int, time: float
    ) -> None:
        """Append one row."""
        self.crops.append(crop)
        self.intensities.append(intensities)
        values = {"clip": clip, "time": time, "identity": task.identity, "rig": task.rig, "split": task.split,
                  "kind": task.kind}  # fmt: skip
        for name, value in values.items():
            self.columns[name].append(value)


class ShardRenderer:
    """Renders shards in one process."""

    def __init__(self, assets_folder: Path, backend_name: str = "mediapipe") -> None:
        self._studio = Studio(load_assets(assets_folder), _SIZE, _SIZE, _SUPERSAMPLING)
        self._backend: FaceBackend = create_backend(backend_name)[0]

    def close(self) -> None:
        """Give the renderer back."""
        self._studio.close()

    def render(self, plan: ShardPlan, path: Path) -> int:
        """Render one shard to `path`; return its number of rows."""
        rows = Rows()
        for task in plan.tasks:
            with self._studio.person(person_seed(plan.seed, task.identity), task.rig, task.split) as person:
                if task.kind == STATIC:
                    self._stills(plan.seed, task, person, rows)
                else:
                    self._clip(plan.seed, task, person, rows)
        crops = np.stack(rows.crops) if rows.crops else np.zeros((0, CROP_SIDE, CROP_SIDE, 3), np.uint8)
        intensities = np.stack(rows.intensities) if rows.crops else np.zeros((0, len(AUS)), np.float32)
        columns = {name: np.array(values) for name, values in rows.columns.items()}
        attributes = {
            "seed": plan.seed,
            "generator_version": GENERATOR_VERSION,
            "without_face": rows.without_face,
        }
        write_shard(path, crops, intensities, columns, aus=AUS, attributes=attributes)
        return len(crops)

    def _stills(self, seed: int, task: Task, person: Person, rows: Rows) -> None:
        rng = np.random.default_rng([seed, task.identity, 81])
        background = draw_background(rng)
        for number in range(task.frames):
            if rng.random() < 0.25:
                background = draw_background(rng)
            gaze = rng.normal(0.0, [0.16, 0.08])
            nuisance = draw_nuisance(rng) + lids_for_gaze(gaze.astype(np.float32))
            setting = Setting(_draw_pose(rng), _draw_camera(rng), draw_light(rng, task.split), background)
            intensities = lids_agree(draw_expression(rng), nuisance)
            gaze_pair = (float(gaze[0]), float(gaze[1]))
            picture, exact = person.photograph(intensities, draw_asymmetry(rng), nuisance, gaze_pair, setting)
            if rng.random() < _OCCLUDED:
                picture = occlude(picture, exact, rng)
            picture = degrade(picture, draw_degradation(rng), rng)
            face = _nearest(self._backend.detect(picture, thorough=False), exact)
            if face is None:
                rows.without_face += 1
                continue
            crop = crop_face(picture, face, CROP_SIZE, CROP_MARGIN)
            rows.add(crop, person.shown(intensities, nuisance), task, task.clip + number, 0.0)

    def _clip(self, seed: int, task: Task, person: Person, rows: Rows) -> None:
        rng = np.random.default_rng([seed, task.identity, 82])
        drawn_rate = float(rng.choice([25.0, 30.0]))
        motion = draw_motion(int(rng.integers(2**31)), task.frames, float(task.frame_rate or drawn_rate))
        background, light, camera = draw_background(rng), draw_light(rng, task.split), _draw_camera(rng)
        device = draw_degradation(rng)
        occluder = int(rng.integers(2**31)) if rng.random() < _OCCLUDED else None
        shown = person.shown(motion.intensities, motion.nuisance)
        face: Face | None = None
        for number in range(task.frames):
            yaw, pitch, roll = (float(a) for a in motion.head[number])
            shift = (float(motion.shift[number, 0]), float(motion.shift[number, 1]))
            setting = Setting(HeadPose(yaw, pitch, roll, shift), camera, light, background)
            gaze = (float(motion.gaze[number, 0]), float(motion.gaze[number, 1]))
            picture, exact = person.photograph(
                motion.intensities[number], motion.asymmetry, motion.nuisance[number], gaze, setting
            )
            if occluder is not None:
                picture = occlude(picture, exact, np.random.default_rng(occluder))
            picture = degrade(picture, device, rng)
            face = self._backend.follow(picture, face) if face is not None else None
            if face is None or _nearest([face], exact) is None:
                face = _nearest(self._backend.detect(picture, thorough=False), exact)
            if face is None:
                rows.without_face += 1
                continue
            crop = crop_face(picture, face, CROP_SIZE, CROP_MARGIN)
            rows.add(crop, shown[number], task, task.clip, float(motion.times[number]))


def person_seed(seed: int, identity: int) -> int:
    """Return the seed of a corpus's person, by number (for `identity.draw_identity`)."""
    return seed * 1_000_003 + identity


def _draw_pose(rng: np.random.Generator) -> HeadPose:
    limits = np.radians([35.0, 15.0, 10.0])
    yaw, pitch, roll = (float(a) for a in np.clip(rng.normal(0.0, 0.42, 3) * limits, -limits, limits))
    return HeadPose(yaw, pitch, roll)


def _draw_camera(rng: np.random.Generator) -> Camera:
    """Draw a camera: the face 64–124 px wide (100 px is the scale of the crop), the lens short or long."""
    centre = _SIZE / 2 + rng.normal(0.0, 0.04, 2) * _SIZE
    return Camera(
        distance=float(np.exp(rng.uniform(np.log(38.0), np.log(220.0)))),
        face_width=float(np.exp(rng.uniform(np.log(64.0), np.log(124.0)))),
        centre=(float(centre[0]), float(centre[1])),
        exposure=float(np.exp(rng.normal(0.05, 0.22))),
    )


def _nearest(faces: list[Face], exact: NDArray[np.float32]) -> Face | None:
    """Return the found face that lies on the rendered one, or None."""
    eyes = max(float(np.linalg.norm(exact[1] - exact[0])), 1.0)
    found = [
        (float(np.linalg.norm(face.anchors - exact, axis=1).mean()), index)
        for index, face in enumerate(faces)
    ]
    if not found:
        return None
    distance, index = min(found)
    # Turned heads have their eyes close together; their distance then says little about the face's size.
    return faces[index] if distance < _MISPLACED * max(eyes, 20.0) else None
