from fractions import Fraction

import h5py
import numpy as np
import pytest
from drawn import moving_face, write_video

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import (
    AnalysisFileError,
    is_analysis_of,
    load_analysis,
    load_provenance,
    save_analysis,
)
from au_studio.files import WriteError


def analysis(n: int = 4) -> RecordingAnalysis:
    intensities = np.linspace(0, 5, n * 2, dtype=np.float32).reshape(n, 2)
    intensities[1] = np.nan
    success = np.isfinite(intensities[:, 0])
    return RecordingAnalysis(
        aus=(12, 25),
        pts=np.arange(n, dtype=np.int64) * 512 + 3,
        times=np.arange(n) / 30 + 0.1,
        intensities=intensities,
        confidence=success.astype(np.float32),
        success=success,
        person=np.where(success, 2, -1).astype(np.int16),
        boxes=np.where(success[:, None], 7.5, np.nan).repeat(4, axis=1).astype(np.float32),
        provenance={"model": {"name": "Grundmodell ä"}, "complete": True, "notices": []},
    )


def test_an_analysis_comes_back_bit_for_bit(tmp_path):
    written = analysis()
    save_analysis(tmp_path / "sub" / "a.h5", written)
    read = load_analysis(tmp_path / "sub" / "a.h5")
    assert read.aus == (12, 25)
    assert read.provenance == written.provenance
    for name in ("pts", "times", "intensities", "confidence", "success", "person", "boxes"):
        ours, theirs = getattr(read, name), getattr(written, name)
        assert ours.dtype == theirs.dtype
        np.testing.assert_array_equal(ours, theirs)


def test_success_is_a_number_that_other_programs_read_as_written_and_older_files_are_read(tmp_path):
    save_analysis(tmp_path / "a.h5", analysis())
    with h5py.File(tmp_path / "a.h5", "r+") as file:
        assert file["success"].dtype == np.uint8
        assert file["success"][()].tolist() == [1, 0, 1, 1]
        del file["success"]
        file["success"] = np.array([True, False, True, True])  # as it was written before
    read = load_analysis(tmp_path / "a.h5")
    assert read.success.dtype == np.bool_
    assert read.success.tolist() == [True, False, True, True]


def test_a_damaged_missing_or_newer_file_is_refused_by_name(tmp_path):
    (tmp_path / "bad.h5").write_bytes(b"nonsense")
    save_analysis(tmp_path / "new.h5", analysis())
    with h5py.File(tmp_path / "new.h5", "r+") as file:
        file.attrs["schema"] = 99
    for name in ("bad.h5", "missing.h5", "new.h5"):
        with pytest.raises(AnalysisFileError, match=name):
            load_analysis(tmp_path / name)


def test_a_file_cut_short_on_disk_is_refused(tmp_path):
    save_analysis(tmp_path / "a.h5", analysis(2000))
    data = (tmp_path / "a.h5").read_bytes()
    (tmp_path / "a.h5").write_bytes(data[: len(data) // 2])
    with pytest.raises(AnalysisFileError):
        load_analysis(tmp_path / "a.h5")


def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteError, match=r"a\.h5"):
        save_analysis(tmp_path / "file" / "a.h5", analysis())


def test_how_an_analysis_was_made_is_read_without_its_arrays(tmp_path):
    save_analysis(tmp_path / "a.h5", analysis(2000))
    with h5py.File(tmp_path / "a.h5", "r+") as file:
        del file["intensities"]
    assert load_provenance(tmp_path / "a.h5") == analysis().provenance
    with pytest.raises(AnalysisFileError):
        load_analysis(tmp_path / "a.h5")


def test_an_analysis_is_of_one_person_one_video_one_model_and_one_face_backend():
    made = {"target_person": 1, "video": {"content_hash": "v"}, "model": {"sha256": "m"}, "complete": False}
    made["backend"] = "mediapipe"
    now = {"target_person": 1, "video_hash": "v", "model_sha256": "m", "backend": "mediapipe"}
    assert is_analysis_of(made, **now)
    assert is_analysis_of(made, **{**now, "model_sha256": ""})
    for other in (
        {"target_person": None},
        {"video_hash": "w"},
        {"model_sha256": "n"},
        {"backend": "face-alignment"},
    ):
        assert not is_analysis_of(made, **{**now, **other})


def test_an_analysis_of_squeezed_faces_is_not_the_one_that_would_be_made_now(tmp_path):
    now = {"target_person": None, "video_hash": "v", "model_sha256": "m", "backend": "mediapipe"}
    before = {"target_person": None, "video": {"content_hash": "v"}, "model": {"sha256": "m"}}
    heeded = {**before, "video": {"content_hash": "v", "pixel_aspect": "4/3"}}
    oblong = write_video(tmp_path / "hdv.mp4", moving_face(3), pixel_aspect=Fraction(4, 3))
    square = write_video(tmp_path / "square.mp4", moving_face(3))
    assert not is_analysis_of(before, **now, video=oblong)
    assert is_analysis_of(heeded, **now, video=oblong)
    assert is_analysis_of(before, **now, video=square)
    assert is_analysis_of(before, **now, video=tmp_path / "gone.mp4")
