"""Checks of an installation, each with a verdict in words and what to do about it."""

from __future__ import annotations

import ctypes
import importlib
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from au_studio import __version__, resources
from au_studio.errors import AUStudioError
from au_studio.qt_versions import NEXT_STEP, check_qt_versions, installed_pyside6, installed_version

Verdict = Literal["ok", "warning", "problem"]

_DECODERS = {
    "h264": "most cameras and phones",
    "hevc": "newer phones",
    "mpeg1video": "old recordings and corpora",
    "mpeg2video": "DVDs and camcorders",
    "mpeg4": "older .avi and .mp4 files",
    "mjpeg": "webcams and photographs",
    "png": "pictures",
    "vp8": ".webm files",
    "vp9": ".webm files",
    "av1": "newest .mp4 and .webm files",
    "prores": "film cameras",
}
_NEEDED_DECODERS = frozenset(("h264", "mpeg1video", "mpeg2video", "mpeg4", "mjpeg"))
LIBRARIES = ("numpy", "scipy", "h5py", "safetensors", "av", "cv2", "torch")
_GPU_ADVICE = (
    ("there is an NVIDIA GPU, but", "Install a PyTorch build with CUDA to use it."),
    ("update the driver", "Install the newest driver for the GPU, then restart the computer."),
    ("hides every GPU", "Start AU Studio without that variable to use the GPU."),
    ("was not built for", "Install the PyTorch build that supports this GPU; until then the CPU is used."),
    ("Intel program", "Install Python for Apple silicon, then AU Studio again."),
    ("built without MPS", "Install PyTorch again, from its usual place."),
    ("macOS is too old", "Update macOS to use the GPU."),
)
"""What to do about a GPU that is there and not used, by words of the reason."""
_LEAST_DISK_GB = 2.0
_LEAST_MEMORY_GB = 4.0


@dataclass(frozen=True)
class Check:
    """One line of the report.

    Attributes
    ----------
    name : str
        What was looked at.
    verdict : {"ok", "warning", "problem"}
        A problem keeps AU Studio from working; a warning keeps a part of it from working, or slows it.
    text : str
        What was found.
    advice : str
        What to do; empty when nothing is to be done.
    """

    name: str
    verdict: Verdict
    text: str
    advice: str = ""


def examine() -> list[Check]:
    """Run every check; one that fails in an unforeseen way is a problem of its own, never an exception."""
    report: list[Check] = []
    for check in (
        check_program,
        check_libraries,
        check_window,
        check_display,
        check_device,
        check_engines,
        check_decoders,
        check_graphics_cards,
        check_face_networks,
        check_face_alignment,
        check_models,
        check_folders,
        check_memory,
    ):
        try:
            report += check()
        except AUStudioError as error:
            report.append(
                Check(check.__name__.removeprefix("check_"), "problem", error.message, error.next_step)
            )
        except Exception as error:
            name = check.__name__.removeprefix("check_").replace("_", " ")
            text = f"the check itself failed: {type(error).__name__}: {error}"
            report.append(Check(name, "problem", text, "Report it together with this line."))
    return report


def check_program() -> list[Check]:
    """Check AU Studio itself and Python."""
    python = f"{platform.python_version()} on {platform.system()} {platform.release()} ({platform.machine()})"
    old = sys.version_info < (3, 11)
    return [
        Check("AU Studio", "ok", __version__),
        Check(
            "Python",
            "problem" if old else "ok",
            python,
            "AU Studio needs Python 3.11 or newer." if old else "",
        ),
    ]


def check_libraries() -> list[Check]:
    """Check that every library can be imported, and say which version."""
    checks = []
    for name in LIBRARIES:
        # cv2 is imported by one module alone, which cleans up after it.
        module = "au_studio.face.opencv" if name == "cv2" else name
        try:
            loaded = importlib.import_module(module)
        except (ImportError, OSError) as error:
            checks.append(Check(name, "problem", f"cannot be imported: {error}", _install_again()))
            continue
        version = str(getattr(loaded.cv2 if name == "cv2" else loaded, "__version__", "?"))
        if name == "av":
            version += ", FFmpeg libavcodec " + ".".join(
                str(n) for n in loaded.library_versions["libavcodec"]
            )
        if name == "torch":
            version += f", {loaded.get_num_threads()} threads"
        checks.append(Check(name, "ok", version))
    return checks


def check_window() -> list[Check]:
    """Check PySide6 and pyqtgraph, and that the two work together."""
    problem = check_qt_versions()
    if problem is not None:
        return [Check("window", "problem", problem.removesuffix(NEXT_STEP).strip(), NEXT_STEP)]
    versions = f"PySide6 {installed_pyside6()}, pyqtgraph {installed_version('pyqtgraph')}"
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        text = f"{versions}: Qt cannot be loaded: {error}"
        return [Check("window", "problem", text, _qt_advice(str(error)))]
    return [Check("window", "ok", versions)]


def check_display() -> list[Check]:
    """Check that a window could open."""
    if sys.platform in ("win32", "darwin"):
        return [Check("display", "ok", "provided by the system")]
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"):
        if os.environ.get(name):
            return [Check("display", "ok", f"{name}={os.environ[name]}")]
    return [
        Check(
            "display",
            "warning",
            "none in this session: the window cannot open, `au-studio analyze` can work.",
            "Log in at the screen, or use `ssh -X`.",
        )
    ]


def check_device() -> list[Check]:
    """Check where the network runs, and say why it is no GPU when it is none."""
    from au_studio.nn.device import best_device, describe, why_not_gpu  # noqa: PLC0415

    reason = why_not_gpu()
    text = describe(best_device()) + (f"; {reason}" if reason else "")
    advice = next((advice for words, advice in _GPU_ADVICE if words in reason), "")
    return [Check("computing device", "warning" if advice else "ok", text, advice)]


def check_engines() -> list[Check]:
    """Say what runs the networks on the processor: the quick engines, or what stands in for them."""
    from au_studio.analysis.estimators import is_in_eight_bits  # noqa: PLC0415
    from au_studio.analysis.models import SHIPPED  # noqa: PLC0415
    from au_studio.face import networks  # noqa: PLC0415
    from au_studio.nn import quick_frames  # noqa: PLC0415

    quick = quick_frames.is_there()
    faces = networks.describe_engine()
    # What a model takes is decided when it is made ready; the shipped one stands for all.
    shipped = resources.root() / "models" / f"{SHIPPED}.safetensors"
    network = quick_frames.describe_engine(quick=quick, eight_bits=quick and is_in_eight_bits(shipped))
    text = f"{faces} for faces, {network} for the network on a CPU"
    missing = [] if networks.best_engine() == "litert" else ["ai-edge-litert"]
    missing += [] if quick else ["onnxruntime"]
    advice = f"Analyses are quicker with {' and '.join(missing)}; set AU Studio up again." if missing else ""
    return [Check("engines", "warning" if missing else "ok", text, advice)]


def check_decoders() -> list[Check]:
    """Check which kinds of video can be decoded."""
    import av  # noqa: PLC0415

    missing = [name for name in _DECODERS if not can_decode(av.Codec, name)]
    present = ", ".join(name for name in _DECODERS if name not in missing)
    if not missing:
        return [Check("video decoders", "ok", present)]
    lacking = "; ".join(f"{name} ({_DECODERS[name]})" for name in missing)
    verdict: Verdict = "problem" if _NEEDED_DECODERS & set(missing) else "warning"
    advice = "Install the library again with: python -m pip install --force-reinstall av"
    return [Check("video decoders", verdict, f"{present}; missing: {lacking}", advice)]


def check_graphics_cards() -> list[Check]:
    """Say which graphics cards could decode video here, each opened for the usual codings; none is needed."""
    import av  # noqa: PLC0415

    from au_studio.video.graphics_devices import known_devices, try_devices  # noqa: PLC0415

    can: dict[str, list[str]] = {}
    cannot: dict[str, str] = {}
    for name in _DECODERS:
        # AV1 is decoded by a library of its own, which knows no cards.
        if name != "av1" and can_decode(av.Codec, name):
            opened, refused = try_devices(av.Codec(name, "r"))
            for device in opened:
                can.setdefault(device, []).append(name)
            cannot |= refused
    parts = [f"{device} opens ({', '.join(names)})" for device, names in can.items()]
    parts += [
        f"{device} cannot be opened ({why}): probably no such card"
        for device, why in cannot.items()
        if device not in can
    ]
    reached = ", ".join(known_devices()) or "none"
    text = "; ".join(parts) or f"the video library reaches none that decodes (it knows {reached})"
    advice = "`au-studio analyze --decoder graphics-card` tries it, and compares its pictures." if can else ""
    return [Check("graphics card decoding", "ok", text, advice)]


def check_face_networks() -> list[Check]:
    """Check the shipped face networks against their hashes."""
    from au_studio.face.networks import SHA256  # noqa: PLC0415
    from au_studio.nn import blendshapes, mesh  # noqa: PLC0415

    checks = []
    files = {f"face/{name}": wanted for name, wanted in SHA256.items()}
    files |= {network.FILE: network.SHA256 for network in (mesh, blendshapes)}
    for place, wanted in files.items():
        file = resources.path(place)
        name = file.name
        intact = resources.sha256(file) == wanted
        checks.append(
            Check(
                f"face network {name}",
                "ok" if intact else "problem",
                f"{file}" if intact else f"{file} is not the file that ships with AU Studio.",
                "" if intact else "Install AU Studio again.",
            )
        )
    return checks


def check_face_alignment() -> list[Check]:
    """Check whether the second face backend could be used; it is optional."""
    from au_studio.face.errors import FaceModelError  # noqa: PLC0415
    from au_studio.face.fan import find_weights  # noqa: PLC0415

    try:
        return [Check("face-alignment (optional)", "ok", str(find_weights()))]
    except FaceModelError as error:
        text = f"{error.message} The embedded backend mediapipe is used instead."
        return [Check("face-alignment (optional)", "ok", text, error.next_step)]


def check_models() -> list[Check]:
    """Check the shipped intensity models against the hashes on their cards."""
    from au_studio.analysis.models import available_models  # noqa: PLC0415

    folder = resources.root() / "models"
    entries = available_models()
    known = {entry.path for entry in entries}
    checks = [
        Check(
            "model", "problem", f"{path} has no readable card ({path.stem}.json).", "Install AU Studio again."
        )
        for path in sorted(folder.glob("*.safetensors"))
        if path not in known
    ]
    for entry in entries:
        checks.append(
            Check(f"model {entry.id}", "ok", f"{entry.name}, {entry.path}")
            if entry.intact
            else Check(
                f"model {entry.id}",
                "problem",
                f"{entry.path} is damaged: its hash is not the one on its card.",
                "Install AU Studio again.",
            )
        )
    if not entries:
        checks.append(Check("model", "problem", f"no model lies in {folder}.", "Install AU Studio again."))
    return checks


def check_folders() -> list[Check]:
    """Check that the folders AU Studio writes to can be written, and that there is room."""
    folders = {
        "documents folder": platformdirs.user_documents_path(),
        "settings folder": platformdirs.user_config_path("au-studio", appauthor=False),
        "temporary folder": Path(tempfile.gettempdir()),
    }
    return [_folder(name, path) for name, path in folders.items()]


def check_memory() -> list[Check]:
    """Check how much memory the computer has."""
    total = _memory_bytes()
    if total is None:
        return [Check("memory", "ok", "unknown on this system")]
    gigabytes = total / 1e9
    if gigabytes < _LEAST_MEMORY_GB:
        return [Check("memory", "warning", f"{gigabytes:.1f} GB", "Close other programs while training.")]
    return [Check("memory", "ok", f"{gigabytes:.1f} GB, {os.cpu_count()} cores")]


def _folder(name: str, path: Path) -> Check:
    existing = path
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    advice = "Give your user the right to write there, or free some space."
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        return Check(name, "problem", f"{path} cannot be written: {error.strerror}", advice)
    free = shutil.disk_usage(existing).free / 1e9
    verdict: Verdict = "warning" if free < _LEAST_DISK_GB else "ok"
    return Check(name, verdict, f"{path}, {free:.1f} GB free", advice if verdict != "ok" else "")


def can_decode(codec: Callable[[str, str], object], name: str) -> bool:
    """Return whether the video library knows a codec."""
    try:
        codec(name, "r")
    except ValueError:  # av.codec.UnknownCodecError is one
        return False
    return True


def _memory_bytes() -> int | None:
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return int(os.sysconf("SC_PHYS_PAGES")) * int(os.sysconf("SC_PAGE_SIZE"))
    if sys.platform == "win32":
        kilobytes = ctypes.c_ulonglong(0)
        if ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes)):
            return kilobytes.value * 1024
    return None


def _install_again() -> str:
    python = Path(sys.executable).name
    return f"Install AU Studio again with: {python} -m pip install --force-reinstall au-studio"


def _qt_advice(error: str) -> str:
    """Return what to do about a system library that Qt misses; Linux names it in the error."""
    library = error.split(":", 1)[0].strip()
    if "cannot open shared object file" not in error:
        return _install_again()
    packages = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libxkbcommon.so.0": "libxkbcommon0"}
    package = packages.get(library)
    if package is None:
        return f"Install the system package that contains {library}."
    return f"Install the system library {library}, on Debian and Ubuntu with: sudo apt install {package}"
