from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("before", [{}, {"QT_QPA_PLATFORM_PLUGIN_PATH": "mine"}])
def test_importing_cv2_leaves_the_qt_variables_as_they_were(before):
    names = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
    code = f"import au_studio.face.opencv, os; print([os.environ.get(n) for n in {names}])"
    clean = {k: v for k, v in os.environ.items() if k not in names}
    done = subprocess.run(
        [sys.executable, "-c", code], env=clean | before, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str([before.get(n) for n in names])
