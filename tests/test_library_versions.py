"""The versions of the libraries that computed something are known without loading them."""

from __future__ import annotations

import subprocess
import sys

import av
import numpy as np
import torch

from au_studio.face.opencv import cv2
from au_studio.library_versions import library_versions


def test_versions_are_those_of_the_libraries_that_are_loaded():
    found = library_versions()
    assert found["av"] == av.__version__
    assert found["numpy"] == np.__version__
    assert found["torch"].split("+")[0] == torch.__version__.split("+")[0]
    assert found["opencv"].startswith(cv2.__version__.split("-")[0])


def test_nothing_is_imported_for_it():
    code = (
        "import sys; from au_studio.library_versions import library_versions; library_versions();"
        "print(sorted({'cv2', 'av', 'torch', 'numpy'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
