"""The part of the encoder that sees single frames, written as an ONNX graph."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from au_studio.nn.encoder import Encoder, ResidualBlock
from au_studio.nn.model import CONTRAST_FLOOR, IntensityModel

OPSET, IR_VERSION = 18, 10
"""Of the operators and of the file; ONNX Runtime reads these from 1.18 on."""

INPUT, OUTPUT = "crops", "maps"


def frame_graph(model: IntensityModel) -> bytes:
    """Return ``model.encoder.frames(standardise(crops))`` as an ONNX file.

    Normalisations are folded into the convolutions before them, as they stand in evaluation mode.

    Parameters
    ----------
    model : IntensityModel
        Its encoder's 2-D part is written; nothing of it is changed.

    Returns
    -------
    bytes
        Input ``crops``, uint8 [N, S, S, 3], RGB; output ``maps``, float32 [N, C, h, w].

    Raises
    ------
    ImportError
        If the package onnx is missing.
    """
    return _Writer(model.config.crop_size).write(model.encoder)


class _Writer:
    """Collects the nodes and the weights of one graph."""

    def __init__(self, side: int) -> None:
        import onnx  # noqa: PLC0415  wanted only when a model is new

        self._onnx = onnx
        self._side = side
        self._nodes: list[Any] = []
        self._weights: list[Any] = []

    def write(self, encoder: Encoder) -> bytes:
        onnx, helper, kinds = self._onnx, self._onnx.helper, self._onnx.TensorProto
        x = self._standardised()
        conv, norm, _, pool = encoder.stem
        x = self._node("Relu", [self._convolved(x, conv, norm)])
        x = self._node(
            "MaxPool",
            [x],
            kernel_shape=[pool.kernel_size] * 2,
            strides=[pool.stride] * 2,
            pads=[pool.padding] * 4,
        )
        stages = [encoder.stage1, encoder.stage2]
        if not encoder.temporal:
            stages += [encoder.stage3, encoder.stage4]
        for stage in stages:
            assert isinstance(stage, nn.Sequential)
            for block in stage:
                assert isinstance(block, ResidualBlock)
                x = self._block(x, block)
        self._nodes[-1].output[0] = OUTPUT
        graph = helper.make_graph(
            self._nodes,
            "frames",
            [helper.make_tensor_value_info(INPUT, kinds.UINT8, ["n", self._side, self._side, 3])],
            [helper.make_tensor_value_info(OUTPUT, kinds.FLOAT, ["n", None, None, None])],
            self._weights,
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
        )
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString())

    def _standardised(self) -> str:
        """Write what `au_studio.nn.model.standardise` does."""
        x = self._node("Cast", [INPUT], to=self._onnx.TensorProto.FLOAT)
        x = self._node("Transpose", [x], perm=[0, 3, 1, 2])
        x = self._node("Sub", [x, self._mean(x, [2, 3])])
        scale = self._node("Sqrt", [self._mean(self._node("Mul", [x, x]), [1, 2, 3])])
        return self._node("Div", [x, self._node("Max", [scale, self._weight(np.float32(CONTRAST_FLOOR))])])

    def _block(self, x: str, block: ResidualBlock) -> str:
        y = self._node("Relu", [self._convolved(x, block.conv1, block.norm1)])
        y = self._convolved(y, block.conv2, block.norm2)
        if isinstance(block.shortcut, nn.Sequential):
            conv, norm = block.shortcut
            x = self._convolved(x, conv, norm)
        y = self._node("Add", [y, x])
        return self._node("Relu", [y]) if block.final_relu else y

    def _convolved(self, x: str, conv: Any, norm: Any) -> str:
        """Write a convolution with the normalisation behind it in its kernel and bias."""
        scale = _double(norm.weight) / np.sqrt(_double(norm.running_var) + norm.eps)
        kernel = (_double(conv.weight) * scale[:, None, None, None]).astype(np.float32)
        bias = (_double(norm.bias) - _double(norm.running_mean) * scale).astype(np.float32)
        pads = list(conv.padding) * 2
        return self._node(
            "Conv",
            [x, self._weight(kernel), self._weight(bias)],
            kernel_shape=list(conv.kernel_size),
            strides=list(conv.stride),
            pads=pads,
        )

    def _mean(self, x: str, axes: list[int]) -> str:
        return self._node("ReduceMean", [x, self._weight(np.array(axes, np.int64))], keepdims=1)

    def _weight(self, values: NDArray[Any] | np.float32) -> str:
        name = f"w{len(self._weights)}"
        self._weights.append(self._onnx.numpy_helper.from_array(np.array(values, order="C"), name))
        return name

    def _node(self, kind: str, inputs: list[str], **attributes: Any) -> str:
        name = f"x{len(self._nodes)}"
        self._nodes.append(self._onnx.helper.make_node(kind, inputs, [name], **attributes))
        return name


def _double(tensor: Tensor) -> NDArray[np.float64]:
    return np.asarray(tensor.detach().cpu().contiguous().numpy(), dtype=np.float64)
