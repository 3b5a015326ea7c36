"""Writing ONNX graphs by hand: nodes and weights, collected one after the other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

OPSET, IR_VERSION = 18, 10
"""Of the operators and of the file; ONNX Runtime reads these from 1.18 on."""


class GraphWriter:
    """Collects the nodes and the weights of one graph.

    Parameters
    ----------
    prefix : str
        Begins every name, so that the names of a graph inside another one differ from those around it.

    Raises
    ------
    ImportError
        If the package onnx is missing.
    """

    def __init__(self, prefix: str = "") -> None:
        import onnx  # noqa: PLC0415  wanted only when a model is new

        self.onnx = onnx
        self._prefix = prefix
        self._nodes: list[Any] = []
        self._weights: list[Any] = []

    def weight(self, values: NDArray[Any] | np.generic | Tensor) -> str:
        """Add a constant and return its name."""
        name = f"{self._prefix}w{len(self._weights)}"
        array = np.array(_array(values), order="C")
        self._weights.append(self.onnx.numpy_helper.from_array(array, name))
        return name

    def node(self, kind: str, inputs: list[str], output: str = "", **attributes: Any) -> str:
        """Add an operator with one output and return that output's name."""
        return self.nodes(kind, inputs, [output or self._name()], **attributes)[0]

    def nodes(self, kind: str, inputs: list[str], outputs: list[str], **attributes: Any) -> list[str]:
        """Add an operator with several outputs and return their names."""
        name = outputs[0]
        self._nodes.append(self.onnx.helper.make_node(kind, inputs, outputs, name=name, **attributes))
        return outputs

    def names(self, number: int) -> list[str]:
        """Return so many names for the outputs of one operator."""
        start = self._name()
        return [f"{start}_{place}" for place in range(number)]

    def linear(self, x: str, weight: Tensor, bias: Tensor | None) -> str:
        """Multiply the last axis by a weight [outputs, inputs] and add the bias."""
        y = self.node("MatMul", [x, self.weight(weight.detach().T)])
        return y if bias is None else self.node("Add", [y, self.weight(bias)])

    def graph(self, name: str, inputs: list[Any], outputs: list[Any]) -> Any:
        """Return what was collected as an ONNX graph; `value` describes its ends."""
        return self.onnx.helper.make_graph(self._nodes, name, inputs, outputs, self._weights)

    def value(self, name: str, shape: list[Any]) -> Any:
        """Describe an input or an output, of float32."""
        return self.onnx.helper.make_tensor_value_info(name, self.onnx.TensorProto.FLOAT, shape)

    def file(self, graph: Any) -> bytes:
        """Return a graph as a checked ONNX file."""
        helper = self.onnx.helper
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
        )
        self.onnx.checker.check_model(model)
        return bytes(model.SerializeToString())

    def _name(self) -> str:
        return f"{self._prefix}x{len(self._nodes)}"


def _array(values: NDArray[Any] | np.generic | Tensor) -> NDArray[Any]:
    if isinstance(values, Tensor):
        return np.asarray(values.detach().cpu().contiguous().numpy())
    return np.asarray(values)
