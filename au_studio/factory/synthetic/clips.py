"""Films of made-up people, for demonstrations and tests: an H.264 file and its exact intensities."""

from __future__ import annotations

import csv
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from au_studio.factory.synthetic.assets import load_assets
from au_studio.factory.synthetic.controls import AUS
from au_studio.factory.synthetic.dynamics import Motion, draw_motion, draw_story
from au_studio.factory.synthetic.identity import TEST
from au_studio.factory.synthetic.scene import Camera, HeadPose, Light, Setting, draw_background
from au_studio.factory.synthetic.studio import Studio

_ROOM = Light((0.45, 0.45, 0.77), (0.62, 0.59, 0.55), (-0.7, 0.1, 0.7), (0.26, 0.27, 0.3), (0.36, 0.36, 0.38),
              (0.22, 0.2, 0.18), 0.45)  # fmt: skip
_STRONGEST_TURN = 0.45


def render_clip(  # noqa: PLR0917 - who, how long and where to, in that order
    seed: int,
    rig: int,
    seconds: float,
    fps: int,
    size: tuple[int, int],
    path_mp4: Path,
    *,
    assets_folder: Path,
    path_csv: Path | None = None,
    split: int = TEST,
    story: bool = True,
    light: Light | None = None,
) -> Motion:
    """Film one made-up person, head and shoulders before a calm background.

    Parameters
    ----------
    seed, rig, split : int
        Who it is (see `identity.draw_identity`), and what they do.
    seconds : float
        Length.
    fps : int
        Frames per second.
    size : tuple of int
        Width and height in pixels, both even.
    path_mp4 : Path
        Where the film goes (H.264, yuv420p).
    assets_folder : Path
        The face assets.
    path_csv : Path, optional
        Where the intensities go: ``frame,timestamp,AU01,…``; beside the film if not given.
    story : bool
        True: a smile, raised brows, a frown, speech and rest, calmly. False: whatever comes.
    light : Light, optional
        How it is lit; as in a living room if not given.

    Returns
    -------
    Motion
        What was filmed, with the intensities that it shows.

    Raises
    ------
    AssetsError, RenderError
        If the assets are missing, or nothing can be drawn here.
    """
    width, height = size
    n_frames = max(round(seconds * fps), 2)
    motion = (draw_story if story else draw_motion)(seed, n_frames, float(fps))
    rng = np.random.default_rng([seed, 91])
    studio = Studio(load_assets(assets_folder), width, height, supersampling=1.6)
    face_width = 0.36 * min(width, 1.35 * height)
    camera = Camera(120.0, face_width, (width / 2, 0.5 * height), 1.15)
    background = draw_background(rng)
    try:
        with studio.person(seed, rig, split) as person, av.open(str(path_mp4), "w") as container:
            shown = person.shown(motion.intensities, motion.nuisance)
            stream = container.add_stream(
                "libx264", rate=Fraction(fps), options={"crf": "20", "preset": "medium"}
            )
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            for number in range(n_frames):
                yaw, pitch, roll = (_STRONGEST_TURN * float(a) for a in motion.head[number])
                shift = (float(motion.shift[number, 0]), float(motion.shift[number, 1]))
                setting = Setting(HeadPose(yaw, pitch, roll, shift), camera, light or _ROOM, background)
                gaze = (float(motion.gaze[number, 0]), float(motion.gaze[number, 1]))
                picture, _ = person.photograph(
                    motion.intensities[number], motion.asymmetry, motion.nuisance[number], gaze, setting
                )
                container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            container.mux(stream.encode())
    finally:
        studio.close()
    motion = replace(motion, intensities=shown)
    write_intensities(path_csv or path_mp4.with_suffix(".csv"), motion)
    return motion


def write_intensities(path: Path, motion: Motion) -> None:
    """Write a film's exact intensities as CSV: ``frame,timestamp,AU01,…``, one row per frame, from 0."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["frame", "timestamp", *(f"AU{au:02d}" for au in AUS)])
        for number, (time, row) in enumerate(zip(motion.times, motion.intensities, strict=True)):
            writer.writerow([number, f"{time:.6f}", *(f"{value:.4f}" for value in row)])
