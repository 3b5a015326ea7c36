"""The part of the encoder that sees single frames as an ONNX graph, most of it in integers of 8 bits.

The first convolution and the first three of eight blocks stay as they are: on them most of the error of
8 bits would fall, and it would be passed on through all that follows. In the other blocks convolutions read
and write 8 bits. What is added to their output past them stays float32, so that rounding does not pile up
from block to block.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from au_studio.nn.encoder import ResidualBlock
from au_studio.nn.frame_graph import FrameWriter, folded, how_laid
from au_studio.nn.graph_names import CROPS, MAPS
from au_studio.nn.graph_writer import GraphWriter
from au_studio.nn.model import IntensityModel, standardise

WHOLE_BLOCKS = 3
"""Blocks at the beginning of the encoder that compute in float32."""
LEVELS = 255
MOST_OF_WEIGHT = 127
STEPS_AN_OCTAVE = 8
"""Scales are rounded up to one of so many in a doubling: the last digits of what they are measured by, which
differ between processors, do not reach them, and a value above all that was measured has some room."""
_MOST_OF_BIAS = 2.0**30
_AT_ONCE = 16  # crops; all of them would take a hundred megabytes

Ends = tuple[float, float]


@dataclass(frozen=True)
class Ranges:
    """Least and greatest values in a block: what it reads, holds between its convolutions, and adds up."""

    read: Ends
    between: Ends
    added: Ends
    shortcut: Ends

    def with_those_of(self, other: Ranges) -> Ranges:
        """Return the ranges of both."""
        both = zip(astuple(self), astuple(other), strict=True)
        return Ranges(*((min(a[0], b[0]), max(a[1], b[1])) for a, b in both))


@torch.inference_mode()
def measured_ranges(model: IntensityModel, crops: NDArray[np.uint8]) -> dict[ResidualBlock, Ranges]:
    """Return the ranges of the blocks that `eight_bit_graph` writes in 8 bits.

    Parameters
    ----------
    model : IntensityModel
        With blocks of a single frame, on the CPU, in evaluation mode.
    crops : uint8 [N, S, S, 3]
        Faces, RGB.
    """
    found: dict[ResidualBlock, Ranges] = {}
    for start in range(0, len(crops), _AT_ONCE):
        part = _ranges(model, crops[start : start + _AT_ONCE])
        found = {block: each.with_those_of(found.get(block, each)) for block, each in part.items()}
    return found


def _ranges(model: IntensityModel, crops: NDArray[np.uint8]) -> dict[ResidualBlock, Ranges]:
    pictures = standardise(torch.from_numpy(crops).permute(0, 3, 1, 2))
    encoder = model.encoder
    blocks = [
        block
        for stage in (encoder.stage1, encoder.stage2, encoder.stage3, encoder.stage4)
        for block in stage.children()
    ]
    x = encoder.stem(pictures)
    for block in blocks[:WHOLE_BLOCKS]:
        x = block(x)
    found = {}
    for block in blocks[WHOLE_BLOCKS:]:
        assert isinstance(block, ResidualBlock)
        between = torch.relu(block.norm1(block.conv1(x)))
        added, past = block.norm2(block.conv2(between)), block.shortcut(x)
        found[block] = Ranges(_ends(x), _ends(between), _ends(added), _ends(past))
        x = torch.relu(added + past) if block.final_relu else added + past
    return found


def eight_bit_graph(model: IntensityModel, ranges: Mapping[ResidualBlock, Ranges]) -> bytes:
    """Return ``model.encoder.frames`` as an ONNX file, its later stages in 8 bits.

    Parameters
    ----------
    model : IntensityModel
        Nothing of it is changed.
    ranges : mapping
        Of `measured_ranges`.

    Returns
    -------
    bytes
        Input and output as of `au_studio.nn.frame_graph.frame_graph`.

    Raises
    ------
    ImportError
        If the package onnx is missing.
    """
    return _Writer(model.config.crop_size, ranges).write(model.encoder)


def probe() -> tuple[bytes, NDArray[np.float32], float]:
    """Return a convolution of the greatest numbers in 8 bits: graph, what `CROPS` are, what `MAPS` should be.

    x86 processors without instructions for 8 bits (VNNI) add two products in 16 bits, and what does not fit
    is cut off: a network would be right for most faces and wrong for some, which a few need not show.

    Raises
    ------
    ImportError
        If the package onnx is missing.
    """
    g, channels, wanted = GraphWriter(), 32, 200
    total = LEVELS * MOST_OF_WEIGHT * channels
    kernel = np.full((channels, channels, 1, 1), MOST_OF_WEIGHT, np.int8)
    given, made = ([g.weight(np.float32(step)), g.weight(np.uint8(0))] for step in (1, total / wanted))
    weights = [
        g.weight(kernel),
        g.weight(np.ones(channels, np.float32)),
        g.weight(np.zeros(channels, np.int8)),
    ]
    bits = g.node("QuantizeLinear", [CROPS, *given])
    bits = g.node("QLinearConv", [bits, *given, *weights, *made], kernel_shape=[1, 1])
    g.node("DequantizeLinear", [bits, *made], MAPS)
    ends = [[g.value(name, ["n", channels, None, None])] for name in (CROPS, MAPS)]
    return g.file(g.graph("probe", *ends)), np.full((1, channels, 8, 8), LEVELS, np.float32), total


@dataclass(frozen=True)
class _Scale:
    """How 8 bits stand for numbers: (bits - zero) x step."""

    step: np.float32
    zero: np.uint8

    @staticmethod
    def of(ends: Ends) -> _Scale:
        low, high = min(ends[0], 0.0), max(ends[1], 0.0)
        if high == low:
            return _Scale(np.float32(1), np.uint8(0))
        places = math.ceil(STEPS_AN_OCTAVE * math.log2((high - low) / LEVELS))
        step = 2 ** (places / STEPS_AN_OCTAVE)
        # What room there is goes to both ends alike, but none below zero where nothing is.
        spare = (LEVELS * step - (high - low)) / 2 if low else 0.0
        return _Scale(np.float32(step), np.uint8(min(round((spare - low) / step), LEVELS)))


class _Writer(FrameWriter):
    """Writes the frame graph of one encoder, in 8 bits where ranges are known."""

    def __init__(self, side: int, ranges: Mapping[ResidualBlock, Ranges]) -> None:
        super().__init__(side)
        self._ranges = ranges

    def block(self, x: str, block: ResidualBlock) -> str:
        if block not in self._ranges:
            return super().block(x, block)
        ranges = self._ranges[block]
        read, between = _Scale.of(ranges.read), _Scale.of(ranges.between)
        bits = self.node("QuantizeLinear", [x, *self._written(read)])
        # Less than zero does not exist between the convolutions, so that no ReLU is needed.
        y = self._convolved_bits(bits, read, (block.conv1, block.norm1), between)
        added = _Scale.of(ranges.added)
        y = self._convolved_bits(y, between, (block.conv2, block.norm2), added)
        y = self.node("DequantizeLinear", [y, *self._written(added)])
        if isinstance(block.shortcut, nn.Sequential):
            past = _Scale.of(ranges.shortcut)
            conv, norm = block.shortcut
            x = self._convolved_bits(bits, read, (conv, norm), past)
            x = self.node("DequantizeLinear", [x, *self._written(past)])
        y = self.node("Add", [y, x])
        return self.node("Relu", [y]) if block.final_relu else y

    def _convolved_bits(self, x: str, given: _Scale, layer: tuple[Any, Any], wanted: _Scale) -> str:
        """Write a convolution, the normalisation behind it included, from 8 bits to 8 bits."""
        kernel, bias = folded(*layer)
        steps = np.abs(kernel).max(axis=(1, 2, 3)) / MOST_OF_WEIGHT
        # A channel of hardly any weight must not make more of its bias than 32 bits hold.
        steps = np.maximum(steps, np.abs(bias) / (float(given.step) * _MOST_OF_BIAS))
        steps = np.where(steps > 0, steps, 1.0).astype(np.float32)
        whole = np.round(kernel / steps[:, None, None, None].astype(np.float64)).astype(np.int8)
        offset = np.round(bias / (steps.astype(np.float64) * float(given.step))).astype(np.int32)
        weights = [self.weight(whole), self.weight(steps), self.weight(np.zeros(len(steps), np.int8))]
        inputs = [x, *self._written(given), *weights, *self._written(wanted), self.weight(offset)]
        return self.node("QLinearConv", inputs, **how_laid(layer[0]))

    def _written(self, scale: _Scale) -> list[str]:
        return [self.weight(scale.step), self.weight(scale.zero)]


def _ends(x: Tensor) -> Ends:
    return float(x.min()), float(x.max())
