"""The examples of the page on Python run as they stand, one after the other."""

from __future__ import annotations

import re
import shutil

import numpy as np
import pytest
from drawn import moving_face, write_video

from au_studio import resources
from au_studio.study.study import Study

PAGE = resources.root() / "manual" / "python.md"


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_examples_run(tmp_path, study_path, face_video, shipped_h5, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(face_video, tmp_path / "interview.mp4")
    shutil.copy(shipped_h5, tmp_path / "interview.h5")  # what the second call would make: it reads it again
    whole = write_video(tmp_path / "whole.mpg", moving_face(20), codec="mpeg1video", rate=25)
    (tmp_path / "cut.mpg").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with Study.open(study_path) as study:
        study.rename_recording(study.recordings()[0].id, "interview.mp4")
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) == 8
    names: dict[str, object] = {}
    for number, example in enumerate(examples):
        exec(compile(example, f"{PAGE.name}, example {number + 1}", "exec"), names)
    assert (tmp_path / "interview.csv").read_text().count("\n") == 61
    assert names["difference"] == pytest.approx(names["difference"])  # a number, not NaN
    assert not names["analysis"].complete
    whole, left = names["whole"], names["left"]
    assert (left.dtype, left.shape) == (np.float32, whole.timestamps.shape)
    assert -1 <= whole.smile_asymmetry <= 1 or np.isnan(whole.smile_asymmetry)


def test_the_readme_and_the_manual_lead_to_it():
    assert "python.md" in (PAGE.parent / "manual.md").read_text(encoding="utf-8")
    readme = PAGE.parents[2] / "README.md"
    if readme.is_file():
        assert "resources/manual/python.md" in readme.read_text(encoding="utf-8")
