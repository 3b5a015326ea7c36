"""Sessions of made-up persons whom the shipped model has never seen, with exact intensities at every frame.

A session is minutes long; only the frames that are used are rendered: those that a coder would rate, those
that judge, and a few before each for the temporal state. They pass the real face finder. What was rendered is
kept, so that the next run starts at once.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.analysis.target_crops import LocatedFrame, TargetCropper
from au_studio.face.backends import create_backend
from au_studio.face.opencv import cv2
from au_studio.face.tracker import FaceTracker
from au_studio.facs.action_units import DISFA_AUS
from au_studio.factory.synthetic.assets import load_assets
from au_studio.factory.synthetic.controls import AUS
from au_studio.factory.synthetic.dynamics import Motion, draw_motion
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, TEST
from au_studio.factory.synthetic.scene import Camera, HeadPose, Setting, draw_background, draw_light
from au_studio.factory.synthetic.shards import GENERATOR_VERSION
from au_studio.factory.synthetic.studio import Person, Studio
from au_studio.learn.material.clips import MARGIN, Clip, read_clips, write_clips
from au_studio.video.reader import Frame

FPS = 25
CODED_SECONDS, GAP_SECONDS, LATER_SECONDS = 480, 4, 116
SHARE = 0.02
"""Share of the coded part's frames that carries ratings."""
N_LATER = 150
ACTIVITY = 1.1
"""Facial events per second: lively, so that each action unit is there often enough to be judged."""
CONTEXT = 6
"""Frames before each one that is used."""
WIDTH, HEIGHT = 320, 240
PERSONS = (
    *((70_001, ICT), (70_002, MAKEHUMAN), (70_003, ICT), (70_004, ICT), (70_005, MAKEHUMAN)),
    *((70_006, MAKEHUMAN), (70_007, ICT), (70_008, MAKEHUMAN), (70_009, ICT), (70_010, MAKEHUMAN)),
)
"""Seed and rig of each person; no corpus has seeds this high, and skins and hair are the test part's."""

_COLUMNS = [AUS.index(au) for au in DISFA_AUS]


@dataclass(frozen=True, eq=False)
class Session:
    """One rendered session.

    Attributes
    ----------
    name : str
        Who it is of.
    coded : list of Clip
        Windows that end in a rated frame, from the first eight minutes; whole levels, as a coder gives.
    later : list of Clip
        Windows that end in a frame of the time after: no rating is near.
    """

    name: str
    coded: list[Clip]
    later: list[Clip]


def sessions(
    cache: Path, assets: Path, persons: Sequence[tuple[int, int]] = PERSONS, workers: int = 2
) -> list[Session]:
    """Return the sessions; those that are not in the cache are rendered first."""
    cache.mkdir(parents=True, exist_ok=True)
    missing = [person for person in persons if not _path(cache, *person).exists()]
    if missing:
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            for done in [pool.submit(_render, cache, assets, *person) for person in missing]:
                done.result()
    return [_read(_path(cache, *person)) for person in persons]


def _path(cache: Path, seed: int, rig: int) -> Path:
    return cache / f"session-{seed}-{('ict', 'makehuman')[rig]}-generator{GENERATOR_VERSION}.h5"


def _read(path: Path) -> Session:
    clips, _ = read_clips(path)
    parts = {part: [clip for clip in clips if clip.group == part] for part in ("coded", "later")}
    name = path.name.split("-generator")[0]
    return Session(name, **{part: [_owned(clip, name) for clip in found] for part, found in parts.items()})


def _owned(clip: Clip, name: str) -> Clip:
    return Clip(clip.crops, clip.intensities, clip.times, clip.pts, clip.restart, group=name, source=name)


def draw_frames(seed: int) -> dict[str, npt.NDArray[np.int64]]:
    """Draw which frames are rated and which judge, at random, by part."""
    rng = np.random.default_rng([seed, 7])
    n_coded = CODED_SECONDS * FPS
    drawn = CONTEXT + rng.permutation(n_coded - CONTEXT)
    start = (CODED_SECONDS + GAP_SECONDS) * FPS
    later = start + rng.permutation(LATER_SECONDS * FPS)[:N_LATER]
    return {"coded": np.sort(drawn[: round(SHARE * n_coded)]), "later": np.sort(later)}


def _render(cache: Path, assets: Path, seed: int, rig: int) -> None:
    os.nice(5)
    motion = draw_motion(
        seed, (CODED_SECONDS + GAP_SECONDS + LATER_SECONDS) * FPS, float(FPS), activity=ACTIVITY
    )
    studio = Studio(load_assets(assets), WIDTH, HEIGHT, supersampling=1.6)
    tracker = FaceTracker(create_backend("mediapipe")[0])
    rng = np.random.default_rng([seed, 8])
    camera = Camera(float(rng.uniform(70, 140)), float(rng.uniform(100, 130)), (WIDTH / 2, HEIGHT / 2), 1.1)
    room = (camera, draw_light(rng, TEST), draw_background(rng))
    clips: list[Clip] = []
    try:
        with studio.person(seed, rig, TEST) as person:
            seen = person.shown(motion.intensities, motion.nuisance)
            for part, frames in draw_frames(seed).items():
                for last in frames.tolist():
                    tracker.reset()
                    cropper = TargetCropper(margin=MARGIN)
                    window = [
                        cropper.locate(frame, tracker.update(frame.image, frame.time))
                        for frame in (_film(person, motion, t, room) for t in range(last - CONTEXT, last + 1))
                    ]
                    if window[-1].crop is not None:
                        clips.append(_clip(window, seen, part))
    finally:
        studio.close()
    write_clips(_path(cache, seed, rig), clips, DISFA_AUS)


def _film(
    person: Person, motion: Motion, t: int, room: tuple[Camera, object, npt.NDArray[np.uint8]]
) -> Frame:
    """Take one picture, compressed as video is."""
    yaw, pitch, roll = (0.5 * float(angle) for angle in motion.head[t])
    pose = HeadPose(yaw, pitch, roll, (float(motion.shift[t, 0]), float(motion.shift[t, 1])))
    camera, light, background = room
    gaze = (float(motion.gaze[t, 0]), float(motion.gaze[t, 1]))
    setting = Setting(pose, camera, light, background)  # type: ignore[arg-type]
    picture, _ = person.photograph(motion.intensities[t], motion.asymmetry, motion.nuisance[t], gaze, setting)
    _, packed = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 85])
    image = np.ascontiguousarray(cv2.imdecode(packed, cv2.IMREAD_COLOR)[..., ::-1])
    return Frame(t, t, t / FPS, image)


def _clip(window: Sequence[LocatedFrame], seen: npt.NDArray[np.float32], part: str) -> Clip:
    """Make a clip of the window's frames with a face; only the last one carries ratings, in whole levels."""
    shown = [frame for frame in window if frame.crop is not None]
    intensities = np.full((len(shown), len(_COLUMNS)), np.nan, dtype=np.float32)
    intensities[-1] = np.clip(np.rint(seen[shown[-1].position][_COLUMNS]), 0, 5)
    restart = np.zeros(len(shown), dtype=bool)
    restart[0] = True
    return Clip(
        crops=np.stack([frame.crop for frame in shown if frame.crop is not None]),
        intensities=intensities,
        times=np.array([frame.time for frame in shown]),
        pts=np.array([frame.pts for frame in shown], dtype=np.int64),
        restart=restart,
        group=part,
        source=part,
    )
