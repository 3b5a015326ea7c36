"""Rendering a corpus from beginning to end, small; and what happens when it is interrupted."""

from __future__ import annotations

import os

import h5py
import numpy as np
import pytest

from au_studio.corpora.rendered import read_pack
from au_studio.errors import Stopped
from au_studio.factory.synthetic import generate
from au_studio.factory.synthetic.assets import AssetsError
from au_studio.factory.synthetic.clips import render_clip
from au_studio.factory.synthetic.command import main
from au_studio.factory.synthetic.controls import AUS
from au_studio.factory.synthetic.corpus import CorpusError, read_manifest
from au_studio.factory.synthetic.generate import generate_corpus
from au_studio.factory.synthetic.identity import ICT
from au_studio.factory.synthetic.pack import film_pack
from au_studio.factory.synthetic.plan import CorpusSize

SIZE = CorpusSize(static=12, clips=1, per_identity=6)


@pytest.mark.parametrize("workers", [0, 2])
def test_missing_assets_are_named_before_anything_is_rendered(tmp_path, workers):
    with pytest.raises(AssetsError, match="ict_mit"):
        generate_corpus(tmp_path / "nowhere", tmp_path / "out", size=SIZE, workers=workers)
    assert not (tmp_path / "out").exists()


def test_the_command_fails_with_a_sentence_when_there_are_no_assets(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(
        "sys.argv", ["x", "--assets", str(tmp_path), "-o", str(tmp_path / "out"), "--workers", "0"]
    )
    assert main() == 1
    assert "--assets" in capsys.readouterr().err


@pytest.fixture(scope="module")
def corpus(assets_folder, studio, tmp_path_factory):  # the studio proves that faces can be drawn here
    folder = tmp_path_factory.mktemp("corpus")
    asked = []

    def stop_after_the_first():
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(Stopped, match="1 of 2"):
        generate_corpus(assets_folder, folder, seed=5, size=SIZE, workers=0, should_stop=stop_after_the_first)
    first = sorted(folder.glob("shard_[0-9]*.h5"))
    assert len(first) == 1
    assert not read_manifest(folder).complete
    stamp = first[0].stat().st_mtime_ns
    seen = []
    manifest = generate_corpus(
        assets_folder,
        folder,
        seed=5,
        size=SIZE,
        workers=0,
        on_progress=lambda done, total: seen.append((done, total)),
    )
    assert first[0].stat().st_mtime_ns == stamp, "a complete shard was rendered again"
    assert seen == [(1, 2), (2, 2)]
    return folder, manifest


@pytest.mark.shared
def test_an_interrupted_rendering_goes_on_and_completes(corpus):
    folder, manifest = corpus
    assert manifest.complete
    assert read_manifest(folder) == manifest
    assert manifest.counts["identities"] == 3
    assert manifest.counts["rows"] + manifest.counts["without_face"] >= 76
    assert any("ICT-FaceKit" in line for line in manifest.attribution)


@pytest.mark.shared
def test_rows_hold_crops_labels_and_where_they_come_from(corpus):
    folder, manifest = corpus
    rows = 0
    for path in sorted(folder.glob("shard_[0-9]*.h5")):
        with h5py.File(path) as file:
            n = len(file["crops"])
            rows += n
            assert file["crops"].shape == (n, 144, 144, 3)
            assert file["intensities"].shape == (n, len(AUS))
            values = file["intensities"][:]
            assert values.min() >= 0
            assert values.max() <= 5
            assert file["crops"][:].std() > 10
            clips, kinds, times = file["clip"][:], file["kind"][:], file["time"][:]
            assert len(set(clips[kinds == 0])) == (kinds == 0).sum()
            if (kinds == 1).any():
                assert len(set(clips[kinds == 1])) == 1
                assert (np.diff(times[kinds == 1]) > 0.03).all()
    assert rows == manifest.counts["rows"]


@pytest.mark.shared
def test_clips_of_a_low_frame_rate_are_told_apart_by_the_name_of_the_corpus(assets_folder, studio, tmp_path):
    size = CorpusSize(static=0, clips=1, frame_rate=5)
    manifest = generate_corpus(assets_folder, tmp_path, seed=5, size=size, workers=0)
    assert manifest.name.endswith("-0s+1c+36p+5f")
    with h5py.File(sorted(tmp_path.glob("shard_[0-9]*.h5"))[0]) as file:
        assert set(np.diff(file["time"][:]).round(3)) <= {0.2, 0.4, 0.6}
    with pytest.raises(CorpusError, match="another corpus"):
        generate_corpus(assets_folder, tmp_path, seed=5, size=CorpusSize(static=0, clips=1), workers=0)


@pytest.mark.shared
def test_another_seed_does_not_go_into_the_same_folder(corpus, assets_folder):
    with pytest.raises(CorpusError, match="another corpus"):
        generate_corpus(assets_folder, corpus[0], seed=6, size=SIZE, workers=0)


@pytest.mark.shared
def test_a_film_has_exactly_the_frames_that_its_table_describes(assets_folder, studio, tmp_path):
    import av

    path = tmp_path / "film.mp4"
    motion = render_clip(2, ICT, 0.4, 25, (160, 120), path, assets_folder=assets_folder)
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        frames = list(container.decode(stream))
        assert stream.codec_context.name == "h264"
        assert stream.codec_context.pix_fmt == "yuv420p"
    assert (frames[0].width, frames[0].height) == (160, 120)
    table = (tmp_path / "film.csv").read_text().splitlines()
    assert table[0].startswith("frame,timestamp,AU01,AU02,AU04")
    assert len(table) - 1 == len(frames) == len(motion.times) == 10
    np.testing.assert_allclose(
        [float(f.time) for f in frames], [float(r.split(",")[1]) for r in table[1:]], atol=1e-6
    )


@pytest.mark.shared
def test_a_pack_is_filmed_once_and_can_be_read(assets_folder, studio, tmp_path):
    names = []
    for _ in range(2):
        film_pack(
            tmp_path,
            assets_folder,
            persons={"ict": (1, 1, 1)},
            seconds=0.2,
            on_progress=lambda done, total, name: names.append(name),
        )
        made = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.mp4")}
    assert names == ["ict-train-00", "ict-validation-00", "ict-test-00"] * 2
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.mp4")} == made
    corpus = read_pack(tmp_path)
    assert [len(recording.label_numbers) for recording in corpus.recordings] == [5, 5, 5]


def test_workers_compute_in_one_thread_each(monkeypatch, tmp_path):
    seen = []

    class Pool:
        def __init__(self, *_):
            seen.append(os.environ["OPENBLAS_NUM_THREADS"])

        def __enter__(self):
            return self

        def __exit__(self, *_):
            seen.append(os.environ["OMP_NUM_THREADS"])

    monkeypatch.setattr(generate, "ProcessPoolExecutor", Pool)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    rendering = generate._render_in_processes(
        tmp_path, tmp_path, [], workers=2, niceness=0, should_stop=lambda: False
    )
    assert list(rendering) == []
    assert seen == ["1", "1"]
    assert os.environ["OPENBLAS_NUM_THREADS"] == "7"
    assert "OMP_NUM_THREADS" not in os.environ
