"""The one module that imports cv2: it undoes what cv2 does to Qt, and sets its threads.

On Linux, ``import cv2`` points ``QT_QPA_PLATFORM_PLUGIN_PATH`` and ``QT_QPA_FONTDIR`` at the Qt that
opencv-python carries inside itself; a PySide6 window started afterwards would load plugins of the wrong Qt
and abort. Everybody else writes ``from au_studio.face.opencv import cv2``.

OpenCV 5's default network engine hides all outputs of a TFLite network but one, and it ignores the engine
asked for when a network is loaded from memory; a variable of the environment is the one way that works there.
"""

from __future__ import annotations

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

os.environ.setdefault("OPENCV_FORCE_DNN_ENGINE", "1")  # 1 = cv2.dnn.ENGINE_CLASSIC

import cv2  # noqa: E402

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

# The face networks are tiny: a second thread gains little and takes a core from decoding and torch.
cv2.setNumThreads(1)

__all__ = ["cv2"]
