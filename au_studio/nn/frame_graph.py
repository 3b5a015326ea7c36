"""The part of the encoder that sees single frames, written as an ONNX graph."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from au_studio.nn.encoder import Encoder, ResidualBlock
from au_studio.nn.graph_names import CROPS as INPUT
from au_studio.nn.graph_names import MAPS as OUTPUT
from au_studio.nn.graph_writer import GraphWriter
from au_studio.nn.model import IntensityModel


def frame_graph(model: IntensityModel) -> bytes:
    """Return ``model.encoder.frames`` as an ONNX file.

    Normalisations are folded into the convolutions before them, as they stand in evaluation mode.

    Parameters
    ----------
    model : IntensityModel
        Its encoder's 2-D part is written; nothing of it is changed.

    Returns
    -------
    bytes
        Input ``crops``, float32 [N, 3, S, S], as `au_studio.nn.standardising` makes them; output ``maps``,
        float32 [N, C, h, w].

    Raises
    ------
    ImportError
        If the package onnx is missing.
    """
    return FrameWriter(model.config.crop_size).write(model.encoder)


class FrameWriter(GraphWriter):
    """Writes the frame graph of one encoder; `au_studio.nn.eight_bit_graph` writes some blocks otherwise."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side

    def write(self, encoder: Encoder) -> bytes:
        """Return the graph of an encoder's 2-D part as an ONNX file."""
        conv, norm, _, pool = encoder.stem
        x = self.node("Relu", [self._convolved(INPUT, conv, norm)])
        x = self.node(
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
                x = self.block(x, block)
        self._nodes[-1].output[0] = OUTPUT
        inputs = [self.value(INPUT, ["n", 3, self._side, self._side])]
        return self.file(self.graph("frames", inputs, [self.value(OUTPUT, ["n", None, None, None])]))

    def block(self, x: str, block: ResidualBlock) -> str:
        """Write a block that reads `x`, float32; return its output, float32."""
        y = self.node("Relu", [self._convolved(x, block.conv1, block.norm1)])
        y = self._convolved(y, block.conv2, block.norm2)
        if isinstance(block.shortcut, nn.Sequential):
            conv, norm = block.shortcut
            x = self._convolved(x, conv, norm)
        y = self.node("Add", [y, x])
        return self.node("Relu", [y]) if block.final_relu else y

    def _convolved(self, x: str, conv: Any, norm: Any) -> str:
        """Write a convolution with the normalisation behind it in its kernel and bias."""
        kernel, bias = folded(conv, norm)
        weights = [self.weight(kernel.astype(np.float32)), self.weight(bias.astype(np.float32))]
        return self.node("Conv", [x, *weights], **how_laid(conv))


def folded(conv: Any, norm: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the kernel [O, I, h, w] and the bias [O] of a convolution with the normalisation behind it."""
    scale = _double(norm.weight) / np.sqrt(_double(norm.running_var) + norm.eps)
    kernel = _double(conv.weight) * scale[:, None, None, None]
    return kernel, _double(norm.bias) - _double(norm.running_mean) * scale


def how_laid(conv: Any) -> dict[str, Any]:
    """Return the attributes of a convolution in ONNX."""
    return {
        "kernel_shape": list(conv.kernel_size),
        "strides": list(conv.stride),
        "pads": list(conv.padding) * 2,
    }


def _double(tensor: Tensor) -> NDArray[np.float64]:
    return np.asarray(tensor.detach().cpu().contiguous().numpy(), dtype=np.float64)
