from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from au_studio.facs.action_units import DISFA_AUS
from au_studio.study import demo
from au_studio.study.errors import StudyError
from au_studio.study.study import Study
from au_studio.video.index import index_video

N_FRAMES = 30


def write_film(path: Path, shade: int) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(N_FRAMES):
            image = np.full((48, 64, 3), (number * 7 + shade) % 255, np.uint8)
            frame = av.VideoFrame.from_ndarray(image, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def write_table(path: Path) -> None:
    """AU01 rises by .2 a frame, AU02 is unknown in the first half, the others are 0.4."""
    lines = ["frame,timestamp," + ",".join(f"AU{au:02d}" for au in DISFA_AUS)]
    for number in range(N_FRAMES):
        values = [f"{min(number * 0.2, 5):.3f}", "" if number < 15 else "2.6", *["0.4"] * 10]
        lines.append(",".join([str(number), f"{number / 25:.6f}", *values]))
    path.write_text("\n".join(lines) + "\n")


@pytest.fixture
def films(tmp_path: Path) -> Path:
    folder = tmp_path / "films"
    folder.mkdir()
    for number, name in enumerate(("anna", "bert")):
        write_film(folder / f"{name}.mp4", shade=number)
        write_table(folder / f"{name}.csv")
    return folder


def test_the_demo_study_holds_films_sample_and_exact_ratings(films, tmp_path):
    root = demo.install_demo_study(films, tmp_path / "Demo.austudio")
    with Study.open(root) as study:
        assert [(r.name, r.person) for r in study.recordings()] == [
            ("anna.mp4", "anna"),
            ("bert.mp4", "bert"),
        ]
        (coder,) = study.coders()
        assert (coder.name, coder.kind) == ("demo", "imported")
        for recording in study.recordings():
            assert study.locate(recording).parent == root / "recordings"
            (sample,) = study.samples(recording.id)
            assert (sample.seed, len(sample.pts)) == (demo.SEED, 3)
            index = index_video(study.locate(recording))
            for pts in sample.pts:
                number = index.pts.tolist().index(pts)
                ratings = study.frame_ratings(coder.id, recording.id, pts)
                assert ratings[1].value == round(min(number * 0.2, 5))
                assert (2 in ratings) == (number >= 15)
                assert ratings[26].value == 0
                assert ratings[1].visible == "imported"


def test_the_demo_study_can_be_moved_with_its_films(films, tmp_path):
    root = demo.install_demo_study(films, tmp_path / "Demo.austudio")
    moved = root.rename(tmp_path / "Elsewhere.austudio")
    with Study.open(moved) as study:
        assert all(study.locate(recording).is_relative_to(moved) for recording in study.recordings())


def test_the_shipped_films_are_not_touched(films, tmp_path):
    before = sorted((p.name, p.stat().st_size) for p in films.iterdir())
    demo.install_demo_study(films, tmp_path / "Demo.austudio")
    assert sorted((p.name, p.stat().st_size) for p in films.iterdir()) == before


def test_nothing_is_left_behind_when_it_cannot_be_made(films, tmp_path):
    (films / "bert.csv").write_text("frame,time\n0,0\n")
    with pytest.raises(StudyError, match=r"bert\.csv is no table of intensities"):
        demo.install_demo_study(films, tmp_path / "Demo.austudio")
    assert not (tmp_path / "Demo.austudio").exists()


def test_a_folder_without_films_is_told(tmp_path):
    with pytest.raises(StudyError, match="no demo films"):
        demo.install_demo_study(tmp_path, tmp_path / "Demo.austudio")
