"""Small videos whose frames all differ, made on the spot, and an untrained model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from au_studio.controllers.workspace import Workspace
from au_studio.study.recording_list import Status

MakeVideo = Callable[..., Path]


def write_video(
    path: Path,
    n_frames: int = 40,
    *,
    steps: Sequence[int] | None = None,
    size: tuple[int, int] = (96, 64),
    pixel_aspect: Fraction = Fraction(0),
    start: int = 0,
) -> Path:
    """Write a silent video; `steps` are the milliseconds from each frame to the next (40 by default).

    `start` is the first frame's time in milliseconds; .mkv keeps it.
    """
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.gop_size = 12
        if pixel_aspect:
            stream.codec_context.sample_aspect_ratio = pixel_aspect
        stream.codec_context.time_base = stream.time_base = Fraction(1, 1000)
        pts = start
        for number in range(n_frames):
            image = np.full((size[1], size[0], 3), 40, np.uint8)
            image[:, : 4 + number * 2 % (size[0] - 4)] = (220, 30 + 5 * (number % 40), 90)
            frame = av.VideoFrame.from_ndarray(image, format="rgb24")
            frame.pts, frame.time_base = pts, Fraction(1, 1000)
            pts += steps[number % len(steps)] if steps else 40
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


@pytest.fixture
def make_video(tmp_path: Path) -> MakeVideo:
    """Makes a video in the test's folder: ``make_video(name, n_frames, steps=…)``."""

    def make(name: str = "clip.mp4", n_frames: int = 40, **options: object) -> Path:
        return write_video(tmp_path / name, n_frames, **options)  # type: ignore[arg-type]

    return make


@pytest.fixture
def workspace(qtbot, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace without a study, whose scratch study goes to the test's folder."""
    made = Workspace(home=tmp_path / "home")
    yield made
    made.close()


@pytest.fixture(scope="session")
def untrained_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint with random weights and its card, as any model lies on the disk."""
    import torch

    from au_studio.facs.action_units import DISFA_AUS
    from au_studio.nn.checkpoint import ModelCard, save_checkpoint
    from au_studio.nn.config import ModelConfig
    from au_studio.nn.model import IntensityModel

    torch.manual_seed(0)
    config = ModelConfig(width=8, aus=DISFA_AUS)
    path = tmp_path_factory.mktemp("models") / "untrained.safetensors"
    save_checkpoint(IntensityModel(config), ModelCard(name="Untrained", config=config), path)
    return path


@pytest.fixture
def sampled(workspace: Workspace, make_video, qtbot) -> Workspace:
    """The scratch study with two recordings that are read, and eight sampled frames of each."""
    workspace.add_videos([make_video("one.mp4", 40), make_video("two.mp4", 30)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    study = workspace.study
    assert study is not None
    for recording in study.recordings():
        index = workspace.index_of(recording.id)
        assert index is not None
        study.draw_sample(recording.id, seed=17, index_digest=index.digest(), pts=index.pts, count=8)
    return workspace
