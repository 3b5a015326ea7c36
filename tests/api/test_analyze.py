"""From a video to a table in Python, with the values of the command line."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
import pytest
from drawn import moving_face, write_video

import au_studio
from au_studio import cli
from au_studio.files import WriteError


def test_the_values_are_those_of_the_command_line(tmp_path, face_video, model_path):
    asked = ["--calibrate", "auto", "--smooth", "0.1", "--device", "cpu"]
    assert (
        cli.main(["analyze", str(face_video), "-o", str(tmp_path), "--model", str(model_path), *asked]) == 0
    )
    analysis = au_studio.analyze(face_video, model=model_path, calibrate="auto", smooth=0.1, device="cpu")
    analysis.to_csv(tmp_path / "python.csv")
    assert (tmp_path / "python.csv").read_bytes() == (tmp_path / "face.csv").read_bytes()
    stored = au_studio.load_analysis(tmp_path / "face.h5")
    raw = au_studio.analyze(face_video, model=model_path, device="cpu")
    assert np.array_equal(raw.intensities, stored.intensities, equal_nan=True)
    assert np.array_equal(raw.timestamps, stored.timestamps)
    assert not np.array_equal(raw.intensities, analysis.intensities, equal_nan=True)
    assert np.array_equal(
        stored.processed(calibrate="auto", smooth=0.1).intensities, analysis.intensities, equal_nan=True
    )


def test_the_data_frame_has_a_row_per_frame_and_nan_without_a_face(face_video, shipped_h5):
    analysis = au_studio.load_analysis(shipped_h5)
    assert (analysis.recording, analysis.complete, len(analysis)) == (face_video.name, True, 60)
    assert analysis.intensities.shape == (60, len(analysis.action_units)) == (60, 15)
    frame = analysis.to_dataframe()
    assert list(frame.columns[:6]) == ["frame", "pts", "timestamp", "face_id", "confidence", "success"]
    away = frame[~frame.success]
    assert away.frame.tolist() == list(range(21, 29))
    assert away.filter(like="_r").isna().all(axis=None)
    seen = frame[frame.success].filter(like="_r")
    assert seen.notna().all(axis=None)
    assert seen.min(axis=None) >= 0
    assert seen.max(axis=None) <= 5
    assert frame.timestamp.tolist() == pytest.approx([n / 30 for n in range(60)], abs=1e-3)
    assert np.array_equal(frame.AU12_r, analysis.intensity(12), equal_nan=True)
    frame.loc[0, "AU12_r"] = -1
    assert analysis.intensity(12)[0] >= 0  # the frame is a copy


def test_a_kept_analysis_is_read_again_and_another_one_is_not_replaced(tmp_path, face_video, model_path):
    kept, told = tmp_path / "face.h5", []
    first = au_studio.analyze(
        face_video,
        model=model_path,
        output=kept,
        device="cpu",
        on_progress=lambda done, n: told.append((done, n)),
    )
    assert told[-1] == (60, 60)
    with pytest.raises(WriteError, match="another recording"):  # read in another way, it is another one
        au_studio.analyze(face_video, model=model_path, output=kept, deinterlace=False, device="cpu")
    told.clear()
    again = au_studio.analyze(
        face_video,
        model=model_path,
        output=kept,
        device="cpu",
        on_progress=lambda done, n: told.append((done, n)),
    )
    assert told == []
    assert np.array_equal(first.intensities, again.intensities, equal_nan=True)
    other = write_video(tmp_path / "other.mp4", moving_face(20))
    with pytest.raises(WriteError, match="overwrite=True"):
        au_studio.analyze(other, model=model_path, output=kept, device="cpu")
    assert len(au_studio.load_analysis(kept)) == 60
    assert len(au_studio.analyze(other, model=model_path, output=kept, overwrite=True, device="cpu")) == 20
    assert len(au_studio.load_analysis(kept)) == 20


def test_saving_and_loading_gives_the_same(tmp_path, shipped_h5):
    analysis = au_studio.load_analysis(shipped_h5)
    analysis.save(tmp_path / "copy.h5")
    copy = au_studio.load_analysis(tmp_path / "copy.h5")
    for name in ("pts", "timestamps", "intensities", "confidence", "success", "person", "boxes"):
        assert np.array_equal(
            getattr(copy, name), getattr(analysis, name), equal_nan=name in ("intensities", "boxes")
        )
    assert copy.provenance == analysis.provenance


def test_a_video_cut_short_fails_with_what_could_be_read(tmp_path, model_path):
    whole = write_video(tmp_path / "whole.mpg", moving_face(60), codec="mpeg1video", rate=25)
    (tmp_path / "cut.mpg").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with (
        pytest.warns(UserWarning, match="cut short"),
        pytest.raises(au_studio.IncompleteAnalysisError, match=r"cut\.mpg") as caught,
    ):
        au_studio.analyze(tmp_path / "cut.mpg", model=model_path, device="cpu")
    assert not caught.value.analysis.complete
    assert 0 < len(caught.value.analysis) < 60


def test_what_is_not_there_is_named(tmp_path, face_video, shipped_h5):
    with pytest.raises(au_studio.AUStudioError, match=r"nowhere\.mp4"):
        au_studio.analyze(tmp_path / "nowhere.mp4")
    with pytest.raises(au_studio.AUStudioError, match="“nobody”"):
        au_studio.analyze(face_video, model="nobody")
    analysis = au_studio.load_analysis(shipped_h5)
    with pytest.raises(KeyError, match="does not read action unit 99"):
        analysis.intensity(99)
    once = analysis.processed(smooth=0.1)
    with pytest.raises(au_studio.AUStudioError, match="already"):
        once.processed(calibrate="auto")


def test_without_pandas_the_arrays_are_there_and_a_data_frame_says_what_is_missing(shipped_h5, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    analysis = au_studio.load_analysis(shipped_h5)
    assert analysis.intensities.dtype == np.float32
    with pytest.raises(ImportError, match="pip install pandas"):
        analysis.to_dataframe()


def test_episodes_are_those_of_the_event_table(tmp_path, face_video, shipped_h5):
    from au_studio.export import events_csv

    analysis = au_studio.load_analysis(shipped_h5)
    events_csv.write(tmp_path / "events.csv", face_video.name, {analysis.model: analysis.rows})
    table = pd.read_csv(tmp_path / "events.csv")
    found = [len(analysis.episodes(au)) for au in analysis.action_units]
    assert sum(found) == len(table) > 0
