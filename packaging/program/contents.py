"""What goes into the built program, and what stays out because nothing in it is used."""

from __future__ import annotations

import fnmatch

METADATA = (
    "PySide6_Essentials",
    "ai-edge-litert",
    "av",
    "numpy",
    "onnxruntime",
    "opencv-python",
    "pyqtgraph",
    "torch",
)
"""Packages whose versions AU Studio asks for: they go into sidecars, or are checked at the start."""

BY_NAME = (
    *("matplotlib.figure", "matplotlib.ticker", "matplotlib.lines", "matplotlib.patheffects"),
    *(
        "matplotlib.backends.backend_agg",
        "matplotlib.backends.backend_svg",
        "matplotlib.backends.backend_pdf",
    ),
    *("reportlab.platypus", "reportlab.lib.colors", "reportlab.lib.pagesizes", "reportlab.lib.styles"),
    *("reportlab.lib.units", "reportlab.pdfbase.pdfmetrics", "reportlab.pdfbase.ttfonts"),
    "openpyxl",
)
"""Modules of libraries that AU Studio imports by their names, where PyInstaller does not see it."""

EXCLUDED = [
    # What builds and measures the shipped model, and what shares work among computers, is for developers.
    *("dask", "dask_jobqueue", "distributed", "moderngl", "glcontext"),
    # face-alignment needs a weight file that no program may fetch; it brings a compiler, and 300 MB.
    *("face_alignment", "numba", "llvmlite", "skimage"),
    # Imported by libraries where they find them; AU Studio never gets there.
    *("IPython", "boto3", "botocore", "fsspec", "imageio", "jinja2.ext", "pandas"),
    *(
        "polars",
        "duckdb",
        "psutil",
        "pyarrow",
        "scipy.stats",
        "scipy.optimize",
        "scipy.spatial",
        "scipy.interpolate",
    ),
    *("scipy.signal", "scipy.ndimage", "scipy.io", "scipy.fft", "scipy.integrate", "scipy.cluster"),
    *("tensorboard", "tkinter", "triton", "tifffile", "torchvision", "cupy", "jax", "tensorflow"),
    # Figures and reports are written as PNG, SVG and PDF, and hold pictures of no other kinds.
    *("PIL._avif", "PIL._webp", "PIL.AvifImagePlugin", "PIL.WebPImagePlugin", "PIL.ImageQt", "PIL.ImageTk"),
    *("reportlab.graphics", "rlPyCairo", "rl_renderPM", "cairo", "wx", "gi"),
    # Tools.
    *("PyInstaller", "_pytest", "cffi", "hatchling", "hypothesis", "mypy", "pip", "pygments", "pytest"),
    *("pytestqt", "ruff", "setuptools", "wheel", "pkg_resources"),
    # Tests and examples of libraries.
    *("numpy.testing.tests", "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter"),
    *("torch.utils.tensorboard", "torch.utils.benchmark", "caffe2"),
    *("onnx.backend", "onnx.reference", "onnxruntime.quantization", "onnxruntime.tools"),
    *("onnxruntime.transformers", "h5py.tests"),
    # Qt: the window has widgets, SVG drawings and sound, and nothing of these.
    *(
        f"PySide6.Qt{name}"
        for name in ("3DCore", "Charts", "DataVisualization", "Designer", "Graphs", "Help")
    ),
    *(
        f"PySide6.Qt{name}"
        for name in ("Bluetooth", "Location", "Nfc", "Positioning", "Sensors", "SerialPort")
    ),
    *(f"PySide6.Qt{name}" for name in ("Pdf", "PdfWidgets", "Qml", "Quick", "Quick3D", "QuickWidgets")),
    *(f"PySide6.Qt{name}" for name in ("RemoteObjects", "Scxml", "Sql", "StateMachine", "TextToSpeech")),
    *(f"PySide6.Qt{name}" for name in ("WebChannel", "WebEngineCore", "WebEngineWidgets", "WebSockets")),
    *("PyQt5", "PyQt6", "PySide2"),
]
"""Modules that are left out, with what only they need."""

UNWANTED = (
    # Qt's own keyboard, its QML and its PDF pictures come as plug-ins of what is used, with their libraries.
    *("*Qt6Qml*", "*Qt6Quick*", "*Qt6Pdf*", "*Qt6VirtualKeyboard*", "*platforminputcontexts/*virtual*"),
    *("*imageformats/*qpdf*", "*Qt6Labs*", "*Qt6Sql*", "*sqldrivers/*", "*Qt/qml/*", "*/qml/*"),
    *("*Qt6WebEngine*", "*Qt6Designer*", "*Qt6Charts*", "*Qt6Graphs*", "*Qt6*3D*", "*egldeviceintegrations*"),
    # Sound is decoded by PyAV and played by QAudioSink, which needs no player of Qt's.
    *("*plugins/multimedia/*ffmpeg*", "*PySide6/Qt/lib/libav*.so*", "*PySide6/Qt/lib/libsw*.so*"),
    "*PySide6/Qt/translations/*",
    # What translators work on, what a paper's figures are not in, and examples.
    *("*_resources/translations/*.ts", "*PIL/_avif*", "*PIL/_webp*", "*pillow.libs/libavif*"),
    *("*pillow.libs/libwebp*", "*pillow.libs/libsharpyuv*", "*mpl-data/sample_data/*"),
    *(
        "*mpl-data/fonts/afm/*",
        "*mpl-data/fonts/pdfcorefonts/*",
        "*mpl-data/images/*",
        "*mpl-data/plot_directive/*",
    ),
    # torch: headers, tests, programs that build extensions.
    *(
        "torch/include/*",
        "torch/share/*",
        "*torch/test/*",
        "torch/lib/*.a",
        "torch/utils/model_dump*",
    ),
    *("*.pyi", "*/libtorch_cuda*", "*/nvidia/*", "*libcudart*", "*libnvrtc*"),
    *("numpy/*/tests/*", "scipy/*/tests/*", "h5py/tests/*", "onnx/backend/*", "onnx/reference/*"),
)
"""Files that hooks of PyInstaller collect and nothing uses (patterns of their places in the program)."""

NEEDED = ("*translations/qtbase_de.qm", "*translations/qtbase_es.qm", "*translations/qtbase_fr.qm")
"""Files that are used all the same: what Qt's own buttons say in the languages that the window can speak."""


STRIPPED = ("libtorch_cpu.so", "libtorch_python.so", "libpython3*.so*")
"""Libraries that are shipped with the names of everything in them, which only debuggers read (108 MB)."""


def is_wanted(place: str) -> bool:
    """Whether a file goes into the program; `place` is where in it."""
    path = place.replace("\\", "/")
    needed = any(fnmatch.fnmatchcase(path, pattern) for pattern in NEEDED)
    return needed or not any(fnmatch.fnmatchcase(path, pattern) for pattern in UNWANTED)
