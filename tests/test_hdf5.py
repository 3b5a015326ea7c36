"""HDF5 files are whole or not there, and a disk that fills up meanwhile does not bring the program down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

from au_studio.files import WriteError, atomic_path
from au_studio.hdf5 import read_hdf5, write_hdf5


def test_what_is_written_is_what_h5py_would_write(tmp_path):
    rows = np.arange(100_000).reshape(-1, 5)
    with write_hdf5(tmp_path / "new folder" / "a.h5") as (file, check):
        data = file.create_dataset(
            "rows", (0, 5), rows.dtype, maxshape=(None, 5), chunks=(64, 5), compression="lzf"
        )
        for start in range(0, len(rows), 1000):
            data.resize(start + 1000, axis=0)
            data[start:] = rows[start : start + 1000]
            check()
        file.attrs["said"] = "yes"
    with h5py.File(tmp_path / "new folder" / "a.h5", "r") as file:
        np.testing.assert_array_equal(file["rows"][()], rows)
        assert file.attrs["said"] == "yes"
    assert [path.name for path in (tmp_path / "new folder").iterdir()] == ["a.h5"]


def fill(path: Path) -> None:
    with write_hdf5(path) as (file, check):
        data = file.create_dataset(
            "a", (0, 100), "f8", maxshape=(None, 100), chunks=(8, 100), compression="lzf"
        )
        for step in range(2000):
            data.resize(step + 1, axis=0)
            data[step] = np.random.default_rng(step).random(100)
            if step % 64 == 0:
                check()


def test_a_full_disk_is_one_sentence_and_the_earlier_file_stays(small_disk):
    full_disk = small_disk(200)
    target = full_disk / "a.h5"
    with write_hdf5(target) as (file, _):
        file["earlier"] = 1
    with pytest.raises(WriteError, match="no space left on device") as caught:
        fill(target)
    assert "Free some space" in caught.value.next_step
    assert [path.name for path in full_disk.iterdir()] == ["a.h5"]
    with h5py.File(target, "r") as file:
        assert list(file) == ["earlier"]


def test_the_interpreter_survives_a_full_disk(small_disk):
    full_disk = small_disk(200)
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]); import test_hdf5\n"
        "try: test_hdf5.fill(Path(sys.argv[1]) / 'a.h5')\n"
        "except test_hdf5.WriteError: print('one sentence')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(full_disk), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "one sentence", "")
    assert not list(full_disk.iterdir())


def test_a_limit_on_the_size_of_files_is_said_as_well(tmp_path):
    resource = pytest.importorskip("resource", reason="this system limits no sizes")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(WriteError, match="file too large"):
            fill(tmp_path / "a.h5")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.iterdir())


def test_an_error_of_who_writes_comes_through_and_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), write_hdf5(tmp_path / "a.h5") as (file, _):
        file["a"] = 1 / 0
    assert not list(tmp_path.iterdir())


def test_other_libraries_say_a_full_disk_in_their_own_words(small_disk):
    full_disk = small_disk(200)
    import torch
    from safetensors.torch import save_file

    (full_disk / "a.safetensors").write_bytes(b"earlier")
    with (
        pytest.raises(WriteError, match="no space left on device"),
        atomic_path(full_disk / "a.safetensors") as part,
    ):
        save_file({"a": torch.zeros(200_000)}, part)
    assert [path.name for path in full_disk.iterdir()] == ["a.safetensors"]
    assert (full_disk / "a.safetensors").read_bytes() == b"earlier"


def test_reading_quickly_gives_what_h5py_gives(tmp_path):
    path = tmp_path / "a b é.h5"
    arrays = {
        "pts": np.arange(5) * 40,
        "intensities": np.random.default_rng(0).random((5, 3)).astype(np.float32),
        "seen": np.array([True, False, True, True, False]),
        "nothing": np.empty((0, 4), np.float32),
    }
    with write_hdf5(path) as (file, _):
        for name, values in arrays.items():
            file.create_dataset(name, data=values)
        file.attrs["schema"], file.attrs["aus"], file.attrs["said"] = 1, np.array([1, 2]), "grüßt"
    with read_hdf5(path) as stored:
        for name, values in arrays.items():
            np.testing.assert_array_equal(stored.array(name), values)
            assert stored.array(name).dtype == values.dtype
        assert (stored.attribute("schema"), list(stored.attribute("aus"))) == (1, [1, 2])
        text = stored.attribute("said")
        assert (text.decode() if isinstance(text, bytes) else text) == "grüßt"
        with pytest.raises(KeyError):
            stored.array("missing")
        with pytest.raises(KeyError):
            stored.attribute("missing")
    path.rename(path.with_name("closed.h5"))
    with pytest.raises(FileNotFoundError), read_hdf5(path):
        pass
