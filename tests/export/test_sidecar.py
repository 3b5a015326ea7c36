"""The sidecar says how a table was made."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from au_studio import __version__
from au_studio.export import sidecar


def test_it_says_what_made_the_table(analysis, tmp_path):
    table = tmp_path / "session.csv"
    content = sidecar.describe(
        table,
        analysis,
        coders=["AB"],
        agreement={"scheme": "leave one person out", "au": {12: {"icc": float("nan"), "mae": 0.4}}},
        settings={"smoothing": None},
    )
    sidecar.write(sidecar.path_for(table), content)
    read = json.loads((tmp_path / "session.json").read_text("utf-8"))
    assert read["app_version"] == __version__
    assert {"opencv", "av", "torch"} <= read["libraries"].keys()
    assert "unknown" not in read["libraries"].values()
    assert read["table"] == "session.csv"
    assert read["aus"] == [6, 12]
    assert read["frames"] == {"total": 6, "with_face": 5, "without_face": 1}
    assert read["time"]["last"] == pytest.approx(18018 / 90000)
    assert read["provenance"]["model"]["sha256"] == "ab" * 32
    assert read["provenance"]["video"]["hash"] == "cd" * 32
    assert read["agreement"]["au"]["12"] == {"icc": None, "mae": 0.4}
    assert read["coders"] == ["AB"]
    assert read["created"].endswith("Z")


def test_numbers_and_paths_from_elsewhere_become_plain_json(tmp_path):
    sidecar.write(
        tmp_path / "a.json",
        {"a": np.float32(0.5), "b": np.array([1, 2]), "c": Path("x") / "y", "d": (float("inf"), "é")},
    )
    text = (tmp_path / "a.json").read_text("utf-8")
    assert json.loads(text) == {"a": 0.5, "b": [1, 2], "c": str(Path("x") / "y"), "d": [None, "é"]}
    assert "é" in text


def test_what_json_has_no_word_for_is_refused(tmp_path):
    with pytest.raises(TypeError):
        sidecar.write(tmp_path / "a.json", {"a": object()})
    assert list(tmp_path.iterdir()) == []


def test_uneven_smiles_are_told_where_the_sides_are_known(analysis, tmp_path):
    assert "lip_corners" not in sidecar.describe(tmp_path / "a.csv", analysis)
    intensities = np.where(analysis.success[:, None], np.float32([0, 3]), np.float32(np.nan))
    corners = np.where(analysis.success[:, None], np.float32([9, 3]), np.float32(np.nan))
    slowly = np.arange(len(intensities)) / 5.0
    known = replace(analysis, times=slowly, intensities=intensities, corners=corners)
    told = sidecar.describe(tmp_path / "a.csv", known)["lip_corners"]
    assert (told["smile_frames"], told["smile_asymmetry"]) == (5, pytest.approx(0.5))
