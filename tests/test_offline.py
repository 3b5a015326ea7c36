"""Nothing in AU Studio touches the network: recordings are confidential, laboratories often offline."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NETWORK_MODULES = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "huggingface_hub",
    "imaplib",
    "requests",
    "smtplib",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "torch.utils.model_zoo",
}
"""Libraries that exist to talk to other computers."""

PROGRAM = """
import importlib, json, pkgutil, socket, sys
from fractions import Fraction
from pathlib import Path

attempts = []

def refuse(*arguments, **options):
    attempts.append(repr(arguments)[:200])
    raise OSError("this test has no network")

class NoSocket(socket.socket):
    def __init__(self, *arguments, **options):
        refuse("socket", *arguments)

socket.socket = socket.SocketType = NoSocket
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse

import au_studio

modules = [
    module.name
    for module in pkgutil.walk_packages(au_studio.__path__, "au_studio.")
    if not module.name.endswith("__main__")
]
for name in modules:
    importlib.import_module(name)

import av
import numpy as np
from au_studio.analysis.recording import analyze_recording
from au_studio.nn.checkpoint import ModelCard, save_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel

folder = Path(sys.argv[1])
with av.open(str(folder / "clip.mp4"), "w") as container:
    stream = container.add_stream("mpeg4", rate=25)
    stream.width, stream.height, stream.pix_fmt = 160, 128, "yuv420p"
    for shade in range(0, 200, 40):
        frame = av.VideoFrame.from_ndarray(np.full((128, 160, 3), shade, np.uint8), format="rgb24")
        container.mux(stream.encode(frame))
    container.mux(stream.encode())
config = ModelConfig(width=8, features=16)
card = ModelCard(name="tiny", config=config)
save_checkpoint(IntensityModel(config), card, folder / "tiny.safetensors")
rows = {}
for backend in ("mediapipe", "face-alignment"):
    analysis = analyze_recording(
        folder / "clip.mp4", folder / "tiny.safetensors", folder / "out.h5", backend=backend, device="cpu"
    )
    rows[backend] = len(analysis.pts)
print(json.dumps({"modules": len(modules), "rows": rows, "attempts": attempts}))
"""


def imports(file: Path) -> set[str]:
    """Return the modules that a file imports, anywhere in it, with every name imported from them."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_no_module_imports_a_library_that_talks_to_other_computers() -> None:
    files = sorted((ROOT / "au_studio").rglob("*.py"))
    assert len(files) > 50
    for file in files:
        names = imports(file)
        talkers = {name for name in names if {name, name.split(".")[0]} & NETWORK_MODULES}
        assert not talkers, f"{file} imports {sorted(talkers)}"


def test_loading_everything_and_analysing_a_recording_opens_no_connection(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout.splitlines()[-1])
    assert outcome["attempts"] == []
    assert outcome["modules"] > 50
    assert outcome["rows"] == {"mediapipe": 5, "face-alignment": 5}
