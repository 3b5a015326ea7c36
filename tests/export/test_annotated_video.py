"""Annotated videos: every frame at its time, faces marked or hidden, whole or not at all."""

from __future__ import annotations

import dataclasses
import shutil
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from au_studio import cli, resources
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.errors import Stopped
from au_studio.export.annotated_picture import PicturePainter, VideoLook
from au_studio.export.annotated_video import write_annotated_video
from au_studio.export.errors import ExportError
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video

sys.path.insert(0, str(Path(__file__).parents[1]))

from made_tracks import made_tracks, store_tracks
from window_fixtures import write_video

STEPS = (20, 60, 33, 90, 17)


def with_sound(silent: Path, target: Path) -> Path:
    """Add a tone to a video."""
    with av.open(str(silent)) as source, av.open(str(target), "w") as made:
        video = made.add_stream_from_template(source.streams.video[0])
        audio = made.add_stream("aac", rate=48000)
        audio.layout = "mono"
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = video
                made.mux(packet)
        tone = (8000 * np.sin(np.arange(96_000) / 48_000 * 2 * np.pi * 440)).astype(np.int16)
        for start in range(0, len(tone), 1024):
            block = av.AudioFrame.from_ndarray(tone[None, start : start + 1024], format="s16", layout="mono")
            block.sample_rate, block.pts, block.time_base = 48_000, start, Fraction(1, 48_000)
            made.mux(audio.encode(block))
        made.mux(audio.encode())
    return target


@pytest.fixture
def recording(tmp_path):
    """A video of uneven times with a tone, its index, intensities and faces."""
    silent = write_video(tmp_path / "silent.mp4", 40, steps=STEPS, size=(160, 120))
    index = index_video(with_sound(silent, tmp_path / "clip.mp4"))
    n = index.n_frames
    analysis = RecordingAnalysis(
        (6, 12), index.pts, index.times, np.tile(np.float32([[1.0, 3.0]]), (n, 1)), np.ones(n, np.float32),
        np.ones(n, bool), np.zeros(n, np.int16), np.zeros((n, 4), np.float32),
    )  # fmt: skip
    tracks = made_tracks([[(0, 40.0, 60.0, k == 0)] for k in range(n)])
    return index, analysis, dataclasses.replace(tracks, pts=index.pts)


def read(path):
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        frames = [
            (float(f.pts * stream.time_base), f.to_ndarray(format="rgb24")) for f in container.decode(video=0)
        ]
        return stream.codec_context.name, frames, bool(container.streams.audio)


def test_every_frame_keeps_its_time_and_the_sound_goes_along(recording, tmp_path):
    index, analysis, tracks = recording
    told = []
    target = write_annotated_video(
        tmp_path / "out.mp4",
        index,
        analysis,
        tracks,
        on_progress=lambda done, total: told.append((done, total)),
    )
    codec, frames, sound = read(target)
    assert codec == "h264"
    assert sound
    np.testing.assert_allclose([t for t, _ in frames], index.times - index.times[0], atol=0.001)
    assert frames[0][1].shape == (240, 320, 3)  # beside the picture the bars, below it the curves
    assert told[-1] == (40, 40)
    assert sorted(p.name for p in tmp_path.glob("out*")) == ["out.mp4", "out.mp4.json"]
    with av.open(str(target)) as container:
        tone = np.concatenate([f.to_ndarray()[0] for f in container.decode(audio=0)])
    assert len(tone) / 48_000 == pytest.approx(index.times[-1] - index.times[0], abs=0.1)
    assert np.abs(tone[4800:-4800]).max() > 0.1


@pytest.mark.parametrize(("pictures", "sound"), [(0.0, 0.0), (0.8, 0.0), (0.0, 0.6), (5.0, 4.5)])
def test_the_sound_stays_with_the_picture_wherever_both_begin(tmp_path, pictures, sound):
    """A flash and a click at the same moment, in recordings whose pictures and sound begin at other times."""
    film, flash = tmp_path / "flash.mkv", pictures + 1.2
    write_flash(film, pictures, sound, flash)
    index = index_video(film)
    n = index.n_frames
    analysis = RecordingAnalysis(
        (12,), index.pts, index.times, np.zeros((n, 1), np.float32), np.ones(n, np.float32),
        np.ones(n, bool), np.zeros(n, np.int16), np.zeros((n, 4), np.float32),
    )  # fmt: skip
    look = VideoLook((12,), "none", bars=False, curves=False)
    made = write_annotated_video(tmp_path / "film.mp4", index, analysis, None, look)
    with av.open(str(made)) as container:
        lit = next(f for f in container.decode(video=0) if f.to_ndarray(format="gray").mean() > 120)
        seen = float(lit.pts * lit.time_base)
    heard = None
    with av.open(str(made)) as container:
        for block in container.decode(audio=0):
            loud = np.flatnonzero(np.abs(block.to_ndarray()).max(axis=0) > 0.2)
            if heard is None and len(loud):
                heard = float(block.pts * block.time_base) + loud[0] / block.sample_rate
    assert seen == pytest.approx(1.2, abs=0.01)
    assert heard == pytest.approx(seen, abs=0.03)


def write_flash(path: Path, pictures: float, sound: float, flash: float) -> None:
    """Write two seconds with a bright picture and a loud tone from one moment on; times are in seconds."""
    rate, millisecond = 16_000, Fraction(1, 1000)
    with av.open(str(path), "w") as container:
        video = container.add_stream("mpeg4", rate=25)
        video.width, video.height, video.pix_fmt = 96, 64, "yuv420p"
        video.codec_context.time_base = video.time_base = millisecond
        audio = container.add_stream("pcm_s16le", rate=rate)
        audio.layout = "mono"
        parts: list[tuple[float, av.VideoFrame | av.AudioFrame]] = []
        for number in range(50):
            at = pictures + number / 25
            light = 235 if at >= flash - 1e-6 else 20
            frame = av.VideoFrame.from_ndarray(np.full((64, 96, 3), light, np.uint8), format="rgb24")
            frame.pts, frame.time_base = round(1000 * at), millisecond
            parts.append((at, frame))
        for start in range(0, round((pictures + 2 - sound) * rate) - 399, 400):
            seconds = sound + np.arange(start, start + 400) / rate
            wave = np.where(seconds >= flash, 20_000 * np.sin(seconds * 2 * np.pi * 1000), 0)
            block = av.AudioFrame.from_ndarray(wave.astype(np.int16)[None], format="s16", layout="mono")
            block.sample_rate, block.time_base = rate, Fraction(1, rate)
            block.pts = round(sound * rate) + start
            parts.append((float(seconds[0]), block))
        for _, part in sorted(parts, key=lambda item: item[0]):
            stream = video if isinstance(part, av.VideoFrame) else audio
            container.mux(stream.encode(part))
        container.mux(video.encode())
        container.mux(audio.encode())


def test_a_voice_does_not_go_along_with_a_hidden_face_unless_that_is_wanted(recording, tmp_path):
    index, analysis, tracks = recording
    hidden = write_annotated_video(tmp_path / "a.mp4", index, analysis, tracks, VideoLook(hide="blur"))
    assert not read(hidden)[2]
    wanted = VideoLook(hide="blur", sound=True)
    assert read(write_annotated_video(tmp_path / "b.mp4", index, analysis, tracks, wanted))[2]


def painted(look, tracks, picture, *, faces=None, near=()):
    painter = PicturePainter(
        look, (160, 120), ["AU6", "AU12"], np.arange(3) / 25, np.ones((3, 2), np.float32)
    )
    shown = tracks.faces_at(0) if faces is None else faces
    return painter.paint(0, picture, shown, near, 0)[:120, :160].astype(int)


def test_hidden_faces_cannot_be_made_out(recording):
    _, _, tracks = recording
    checks = (np.indices((120, 160)).sum(axis=0) // 2 % 2 * 255).astype(np.uint8)
    picture = np.repeat(checks[:, :, None], 3, axis=2)
    plain = VideoLook(faces="none")
    blurred = dataclasses.replace(plain, hide="blur")
    np.testing.assert_array_equal(painted(plain, tracks, picture), picture)
    face = (slice(5, 55), slice(42, 98))
    assert np.abs(np.diff(painted(blurred, tracks, picture)[face], axis=1)).max() < 30
    assert np.abs(np.diff(painted(blurred, tracks, picture)[100:, :], axis=1)).max() == 255, (
        "the rest is seen"
    )
    missed = painted(blurred, tracks, picture, faces=[], near=tracks.faces_at(1))
    assert np.abs(np.diff(missed[face], axis=1)).max() < 30
    nowhere = painted(blurred, tracks, picture, faces=[])
    assert np.abs(np.diff(nowhere, axis=1)).max() < 30, "where no face is known, nothing is shown sharp"
    mesh_only = painted(dataclasses.replace(plain, hide="mesh"), tracks, picture)
    assert mesh_only.std() < 5, "these tracks have no landmarks: nothing of the picture is left"


def test_bars_are_as_long_as_the_intensities():
    values = np.array([[0.0, 5.0], [2.5, np.nan]], np.float32)
    painter = PicturePainter(VideoLook(curves=False), (160, 120), ["AU6", "AU12"], np.arange(2) / 25, values)
    picture = np.zeros((120, 160, 3), np.uint8)
    lengths = []
    for row in range(2):
        canvas = painter.paint(row, picture, [], (), -1)
        for number, color in enumerate(((86, 180, 233), (230, 159, 0))):
            top, height = painter._bar_row(number)
            line = canvas[round(top + height / 2)]
            lengths.append(int((line == color).all(axis=1).sum()))
    full = lengths[1]
    assert full > 50
    assert lengths == [0, full, pytest.approx(full / 2, abs=1), 0]


def test_what_cannot_be_shown_is_refused_and_a_stop_leaves_nothing(recording, tmp_path):
    index, analysis, tracks = recording
    with pytest.raises(ExportError, match="no curve of AU4"):
        write_annotated_video(tmp_path / "x.mp4", index, analysis, tracks, VideoLook((4,)))
    with pytest.raises(ExportError, match="neither marked nor hidden"):
        write_annotated_video(tmp_path / "x.mp4", index, analysis, None, VideoLook(hide="blur"))
    with pytest.raises(ExportError, match="no faces “circle”"):
        VideoLook(faces="circle")
    with pytest.raises(Stopped):
        write_annotated_video(tmp_path / "x.mp4", index, analysis, tracks, should_stop=lambda: True)
    assert list(tmp_path.glob("x*")) == []


def test_the_command_writes_the_recordings_of_a_study(
    recording, tmp_path, capsys, monkeypatch, untrained_model
):

    (tmp_path / "resources" / "models").mkdir(parents=True)
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / "resources" / "models" / f"base{suffix}")
    monkeypatch.setattr(resources, "root", lambda: tmp_path / "resources")
    index, analysis, _ = recording
    with Study.create(tmp_path / "Mine.austudio") as study:
        made = study.add_recording(
            index.path,
            duration=index.duration,
            n_frames=index.n_frames,
            content_hash=content_hash(index.path),
        )
        save_analysis(study.analysis_path(made.id, "base"), analysis)
        store_tracks(study.tracks_path(made.id), [[(0, 40.0, 60.0, True)]] * index.n_frames)
    command = ["export", str(tmp_path / "Mine.austudio"), "--format", "video", "-o", str(tmp_path / "films")]
    assert cli.main([*command, "--aus", "12", "--hide", "blur", "--no-curves"]) == 0
    film, _ = sorted((tmp_path / "films").iterdir())
    assert film.name == "clip annotated.mp4"
    assert read(film)[1][0][1].shape == (120, 320, 3)
    assert cli.main([*command, "--recording", "other.mp4"]) == cli.EXIT_FAILED
    assert "no recording “other.mp4”" in capsys.readouterr().err
