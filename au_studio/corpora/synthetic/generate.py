"""Render a corpus: plan it from a seed, render its shards in several processes, go on where it stopped."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.corpora.synthetic.assets import ATTRIBUTION, load_assets
from au_studio.corpora.synthetic.controls import AUS
from au_studio.corpora.synthetic.corpus import (
    CLIP, COLUMNS, CROP_MARGIN, CROP_SIDE, MANIFEST, STATIC, CorpusError, Manifest, read_manifest, shard_attributes, shard_path, write_manifest,
    write_shard,
)  # fmt: skip
from au_studio.corpora.synthetic.degrade import degrade, draw_degradation, occlude
from au_studio.corpora.synthetic.dynamics import (
    draw_asymmetry, draw_expression, draw_motion, draw_nuisance, lids_for_gaze,
)  # fmt: skip
from au_studio.corpora.synthetic.identity import (
    HAIR, ICT, MAKEHUMAN, SKINS, SPLIT_NAMES, TEST, TRAIN, VALIDATION,
)  # fmt: skip
from au_studio.corpora.synthetic.scene import Camera, HeadPose, Light, draw_background, draw_light
from au_studio.corpora.synthetic.studio import Person, Setting, Studio
from au_studio.errors import Stopped
from au_studio.face.align import CROP_SIZE, crop_face
from au_studio.face.backends import FaceBackend, create_backend
from au_studio.face.model import Face

GENERATOR_VERSION = "1"
"""Changes whenever the same seed would give other pictures."""

_SIZE = 192
_ICT_SHARE = 0.65
_VALIDATION_SHARE, _TEST_SHARE = 0.08, 0.12
_IDENTITIES_PER_SHARD, _CLIPS_PER_SHARD = 12, 8
_OCCLUDED = 0.06
# Anchors further from the truth than this share of the eye distance are somebody else's face.
_MISPLACED = 0.4


@dataclass(frozen=True)
class CorpusSize:
    """How much to render.

    Attributes
    ----------
    static : int
        Number of still pictures.
    clips : int
        Number of clips of 64–100 frames.
    per_identity : int
        Still pictures of each person.
    """

    static: int = 24_000
    clips: int = 260
    per_identity: int = 36


@dataclass(frozen=True)
class Task:
    """One person to render: still pictures, or one clip."""

    identity: int
    rig: int
    split: int
    kind: int
    frames: int
    clip: int
    """Number of the clip, or of the first still picture (each has its own)."""


@dataclass(frozen=True)
class ShardPlan:
    """What goes into one shard."""

    number: int
    seed: int
    tasks: tuple[Task, ...]


@dataclass
class Rows:
    """The rows of a shard while they are rendered."""

    crops: list[NDArray[np.uint8]] = field(default_factory=list)
    intensities: list[NDArray[np.float32]] = field(default_factory=list)
    columns: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    without_face: int = 0

    def add(self, crop: NDArray[np.uint8], intensities: NDArray[np.float32], task: Task, clip: int, time: float) -> None:
        """Append one row."""
        self.crops.append(crop)
        self.intensities.append(intensities)
        values = {"clip": clip, "time": time, "identity": task.identity, "rig": task.rig, "split": task.split,
                  "kind": task.kind}  # fmt: skip
        for name, value in values.items():
            self.columns[name].append(value)


def plan_corpus(seed: int, size: CorpusSize) -> list[ShardPlan]:
    """Plan a corpus: who is in it, in which part, and in which shard.

    Clips and still pictures alternate among the shards, so that the first shards already hold both.
    """
    n_static = -(-size.static // size.per_identity) if size.static else 0
    n = n_static + size.clips
    rng = np.random.default_rng([seed, 71])
    splits = np.zeros(n, int)
    rigs = np.zeros(n, int)
    for start, stop in ((0, n_static), (n_static, n)):  # the same shares in both kinds
        place = (rng.permutation(stop - start) + 0.5) / max(stop - start, 1)
        splits[start:stop] = np.where(place < _TEST_SHARE, TEST, np.where(place < _TEST_SHARE + _VALIDATION_SHARE, VALIDATION, TRAIN))
        rigs[start:stop] = np.where(rng.permutation(stop - start) + 0.5 < _ICT_SHARE * (stop - start), ICT, MAKEHUMAN)
    stills, clips = [], []
    left = size.static
    for number in range(n):
        if number < n_static:
            frames = min(size.per_identity, left)
            stills.append(Task(number, int(rigs[number]), int(splits[number]), STATIC, frames, size.static - left))
            left -= frames
        else:
            frames, clip = int(rng.integers(64, 101)), size.static + number - n_static
            clips.append(Task(number, int(rigs[number]), int(splits[number]), CLIP, frames, clip))
    groups = [(position / max(len(tasks), 1), tuple(tasks[position : position + step]))
              for tasks, step in ((stills, _IDENTITIES_PER_SHARD), (clips, _CLIPS_PER_SHARD))
              for position in range(0, len(tasks), step)]  # fmt: skip
    groups.sort(key=lambda group: group[0])
    return [ShardPlan(number, seed, tasks) for number, (_, tasks) in enumerate(groups)]


class ShardRenderer:
    """Renders shards in one process."""

    def __init__(self, assets_folder: Path, backend_name: str = "mediapipe") -> None:
        self._studio = Studio(load_assets(assets_folder), _SIZE, _SIZE)
        self._backend: FaceBackend = create_backend(backend_name)[0]

    def close(self) -> None:
        """Give the renderer back."""
        self._studio.close()

    def render(self, plan: ShardPlan, path: Path) -> int:
        """Render one shard to `path`; return its number of rows."""
        rows = Rows()
        for task in plan.tasks:
            with self._studio.person(_person_seed(plan.seed, task.identity), task.rig, task.split) as person:
                if task.kind == STATIC:
                    self._stills(plan.seed, task, person, rows)
                else:
                    self._clip(plan.seed, task, person, rows)
        crops = np.stack(rows.crops) if rows.crops else np.zeros((0, CROP_SIDE, CROP_SIDE, 3), np.uint8)
        intensities = np.stack(rows.intensities) if rows.crops else np.zeros((0, len(AUS)), np.float32)
        columns = {name: np.array(values) for name, values in rows.columns.items()}
        attributes = {"seed": plan.seed, "generator_version": GENERATOR_VERSION, "without_face": rows.without_face}
        write_shard(path, crops, intensities, columns, AUS, attributes)
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
            intensities = draw_expression(rng)
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
            rows.add(crop, intensities, task, task.clip + number, 0.0)

    def _clip(self, seed: int, task: Task, person: Person, rows: Rows) -> None:
        rng = np.random.default_rng([seed, task.identity, 82])
        fps = float(rng.choice([25.0, 30.0]))
        motion = draw_motion(int(rng.integers(2**31)), task.frames, fps)
        background, light, camera = draw_background(rng), draw_light(rng, task.split), _draw_camera(rng)
        device = draw_degradation(rng)
        occluder = int(rng.integers(2**31)) if rng.random() < _OCCLUDED else None
        face: Face | None = None
        for number in range(task.frames):
            yaw, pitch, roll = (float(a) for a in motion.head[number])
            shift = (float(motion.shift[number, 0]), float(motion.shift[number, 1]))
            setting = Setting(HeadPose(yaw, pitch, roll, shift), camera, light, background)
            gaze = (float(motion.gaze[number, 0]), float(motion.gaze[number, 1]))
            intensities = motion.intensities[number]
            picture, exact = person.photograph(intensities, motion.asymmetry, motion.nuisance[number], gaze, setting)
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
            rows.add(crop, intensities, task, task.clip, float(motion.times[number]))


def _person_seed(seed: int, identity: int) -> int:
    return seed * 1_000_003 + identity


def _draw_pose(rng: np.random.Generator) -> HeadPose:
    limits = np.radians([35.0, 15.0, 10.0])
    yaw, pitch, roll = (float(a) for a in np.clip(rng.normal(0.0, 0.42, 3) * limits, -limits, limits))
    return HeadPose(yaw, pitch, roll)


def _draw_camera(rng: np.random.Generator) -> Camera:
    """Draw a camera: the face 55–125 px wide (88 px is the scale of the crop), the lens short or long."""
    centre = _SIZE / 2 + rng.normal(0.0, 0.04, 2) * _SIZE
    return Camera(
        distance=float(np.exp(rng.uniform(np.log(38.0), np.log(220.0)))),
        face_width=float(np.exp(rng.uniform(np.log(55.0), np.log(125.0)))),
        centre=(float(centre[0]), float(centre[1])),
        exposure=float(np.exp(rng.normal(0.05, 0.22))),
    )


def _nearest(faces: list[Face], exact: NDArray[np.float32]) -> Face | None:
    """Return the found face that lies on the rendered one, or None."""
    eyes = max(float(np.linalg.norm(exact[1] - exact[0])), 1.0)
    found = [(float(np.linalg.norm(face.anchors - exact, axis=1).mean()), index) for index, face in enumerate(faces)]
    if not found:
        return None
    distance, index = min(found)
    # Turned heads have their eyes close together; their distance then says little about the face's size.
    return faces[index] if distance < _MISPLACED * max(eyes, 20.0) else None


_worker: ShardRenderer | None = None


def _start_worker(assets_folder: Path, niceness: int) -> None:
    global _worker  # noqa: PLW0603 - one per worker process, made once
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    _worker = ShardRenderer(assets_folder)


def _render_in_worker(plan: ShardPlan, path: Path) -> int:
    assert _worker is not None
    return _worker.render(plan, path)


def generate_corpus(
    assets_folder: Path,
    folder: Path,
    *,
    seed: int = 1,
    size: CorpusSize | None = None,
    workers: int = 2,
    niceness: int = 0,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Manifest:
    """Render a corpus, or go on with one that was interrupted.

    Parameters
    ----------
    assets_folder, folder : Path
        The face assets; where the corpus goes.
    seed : int
        Everything in the corpus follows from the seed and the size.
    size : CorpusSize, optional
        How much to render.
    workers : int
        Processes; 0 renders in this one.
    niceness : int
        Added to the workers' niceness.
    on_progress : callable
        Called with the number of complete shards and of all shards.
    should_stop : callable
        Asked between shards.

    Returns
    -------
    Manifest

    Raises
    ------
    AssetsError, RenderError
        If the assets are missing, or nothing can be drawn here.
    CorpusError
        If the folder holds a corpus of another seed, size or version.
    Stopped
        If `should_stop` said so; complete shards stay.
    """
    size = size or CorpusSize()
    plans = plan_corpus(seed, size)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = _open_manifest(folder, seed, size, len(plans))
    missing = [plan for plan in plans if not shard_path(folder, plan.number).exists()]
    done = len(plans) - len(missing)
    on_progress(done, len(plans))
    jobs = _render_here if workers == 0 else _render_in_processes
    for _ in jobs(assets_folder, folder, missing, workers, niceness, should_stop):
        done += 1
        on_progress(done, len(plans))
    if done < len(plans):
        raise Stopped(f"The rendering stopped after {done} of {len(plans)} shards.", next_step="Start it again to go on.")
    manifest.complete = True
    manifest.counts = _count(folder, plans)
    write_manifest(folder, manifest)
    return manifest


def _render_here(
    assets: Path, folder: Path, plans: list[ShardPlan], _workers: int, _nice: int, should_stop: Callable[[], bool]
) -> Iterator[int]:
    if not plans:
        return
    renderer = ShardRenderer(assets)
    try:
        for plan in plans:
            if should_stop():
                return
            yield renderer.render(plan, shard_path(folder, plan.number))
    finally:
        renderer.close()


def _render_in_processes(
    assets: Path, folder: Path, plans: list[ShardPlan], workers: int, niceness: int, should_stop: Callable[[], bool]
) -> Iterator[int]:
    # A forked child would share the parent's OpenGL and thread state: start afresh.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start_worker, (assets, niceness)) as pool:
        waiting = {pool.submit(_render_in_worker, plan, shard_path(folder, plan.number)) for plan in plans}
        while waiting:
            ready, waiting = wait(waiting, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in ready:
                yield future.result()
            if should_stop():
                pool.shutdown(wait=True, cancel_futures=True)
                return


def _open_manifest(folder: Path, seed: int, size: CorpusSize, shards: int) -> Manifest:
    wanted = Manifest(
        generator_version=GENERATOR_VERSION,
        seed=seed,
        size={"static": size.static, "clips": size.clips, "per_identity": size.per_identity},
        aus=list(AUS),
        crop={"side": CROP_SIDE, "margin": CROP_MARGIN, "aligned_size": CROP_SIZE, "detector": "mediapipe"},
        splits=_describe_splits(),
        columns={"kind": "0 still picture, 1 clip", "rig": "0 ICT, 1 MakeHuman", "split": "0 train, 1 validation, 2 test",
                 "time": "seconds in the clip", "clip": "clip number; every still picture has its own"},  # fmt: skip
        attribution=list(ATTRIBUTION),
        notes=["Intensity 5 is the rig's full excursion, not a FACS coder's E.",
               "Crops are aligned to what the face detector found; frames without a face are left out."],  # fmt: skip
        shards=shards,
    )
    if not (folder / MANIFEST).exists():
        write_manifest(folder, wanted)
        return wanted
    found = read_manifest(folder)
    if found.name != wanted.name:
        raise CorpusError(
            f"The folder {folder} holds another corpus ({found.name}, not {wanted.name}).",
            next_step="Choose another folder, or the same seed and size to go on with that one.",
        )
    return found


def _describe_splits() -> dict[str, Any]:
    return {
        "shares": {"train": 1 - _VALIDATION_SHARE - _TEST_SHARE, "validation": _VALIDATION_SHARE, "test": _TEST_SHARE},
        "disjoint": ["identities", "skins", "hair meshes", "lights"],
        "shared": ["rigs (65 % ICT, 35 % MakeHuman in every part)", "eye colours", "brow styles", "glasses",
                   "the generators of backgrounds, poses and cameras", "heads without hair"],  # fmt: skip
        "skins": {SPLIT_NAMES[k]: list(v) for k, v in SKINS.items()},
        "hair": {SPLIT_NAMES[k]: list(v) for k, v in HAIR.items()},
    }


def _count(folder: Path, plans: list[ShardPlan]) -> dict[str, int]:
    attributes = [shard_attributes(shard_path(folder, plan.number)) for plan in plans]
    tasks = [task for plan in plans for task in plan.tasks]
    return {
        "rows": sum(int(a["rows"]) for a in attributes),
        "without_face": sum(int(a["without_face"]) for a in attributes),
        "identities": len(tasks),
        "clips": sum(task.kind == CLIP for task in tasks),
        **{f"identities_{SPLIT_NAMES[k]}": sum(task.split == k for task in tasks) for k in (TRAIN, VALIDATION, TEST)},
    }
