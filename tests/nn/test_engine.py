"""The engine of quick networks tells nobody about this computer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


def test_the_engine_keeps_no_number_of_this_computer_and_nothing_to_send(tmp_path):
    pytest.importorskip("onnx", reason="the package onnx is not installed")
    code = """
import onnx, onnx.helper as h
from au_studio.nn import engine
assert engine.is_there()
value = lambda name: h.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1])
graph = h.make_graph([h.make_node("Abs", ["a"], ["b"])], "g", [value("a")], [value("b")])
model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)], ir_version=8)
engine.session(model.SerializeToString())
"""
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    environment = {**os.environ, **homes, "PYTHONPATH": str(REPOSITORY)}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
