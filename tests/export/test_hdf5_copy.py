"""The HDF5 copy holds what a study stores."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from au_studio.analysis.store import load_analysis
from au_studio.export import hdf5_copy
from au_studio.export.errors import ExportError


def test_the_copy_reads_back_as_it_was(analysis, tmp_path):
    assert hdf5_copy.write(tmp_path / "a.h5", analysis) == 6
    back = load_analysis(tmp_path / "a.h5")
    assert (back.aus, back.provenance) == (analysis.aus, analysis.provenance)
    for name in ("pts", "times", "intensities", "confidence", "success", "person", "boxes"):
        np.testing.assert_array_equal(getattr(back, name), getattr(analysis, name))


def test_an_analysis_that_contradicts_itself_is_refused(analysis, tmp_path):
    wrong = dataclasses.replace(analysis, success=np.ones(6, bool))
    with pytest.raises(ExportError):
        hdf5_copy.write(tmp_path / "a.h5", wrong)
    assert list(tmp_path.iterdir()) == []
