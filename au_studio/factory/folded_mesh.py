"""The network of the 478-point mesh, laid out for x86 processors: the same numbers in a tenth less time.

``python -m au_studio.factory.folded_mesh`` writes it anew among the resources.

The first blocks of the network work on 128 x 128 places with 8 channels each, in kernels that compute 16 side
by side: half of what they do is for nothing. So the upper and the lower half of the picture lie over each
other as channels, with the rows that each needs of the other, and are put together again behind these blocks.
The weights stand there twice, with zeros between the halves; zeros are all that is added to any sum. Kernels
of ARM processors compute fewer side by side and would lose by it.
"""

from __future__ import annotations

import copy
from typing import Any

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from au_studio import resources
from au_studio.files import write_bytes
from au_studio.nn.mesh_network import FOLDED, ORIGINAL

Array = NDArray[Any]

_HALVES = 2
_NAMES: dict[int, str] = {
    number: name for name, number in vars(schema.BuiltinOperator).items() if isinstance(number, int)
}
_TYPES: dict[np.dtype[Any], int] = {
    np.dtype(np.float32): schema.TensorType.FLOAT32,
    np.dtype(np.float16): schema.TensorType.FLOAT16,
    np.dtype(np.int32): schema.TensorType.INT32,
}
_OF_TYPE: dict[int, np.dtype[Any]] = {number: kind for kind, number in _TYPES.items()}


class _Graph:
    """The operators of a TFLite model, and what is needed to write others."""

    def __init__(self, data: bytes) -> None:
        self.model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(data, 0))
        self.model.signatureDefs = None  # they name tensors that the runtime finds without them
        (self.graph,) = self.model.subgraphs
        self._stored_as = {
            int(operator.outputs[0]): int(operator.inputs[0])
            for operator in self.graph.operators
            if self.name(operator) == "DEQUANTIZE"
        }

    def to_bytes(self) -> bytes:
        builder = flatbuffers.Builder(1 << 22)
        builder.Finish(self.model.Pack(builder), file_identifier=b"TFL3")
        return bytes(builder.Output())

    def name(self, operator: Any) -> str:
        code = self.model.operatorCodes[operator.opcodeIndex]
        return _NAMES[max(code.builtinCode, code.deprecatedBuiltinCode)]

    def shape(self, tensor: int) -> list[int]:
        return [int(side) for side in self.graph.tensors[tensor].shape]

    def values(self, tensor: int) -> Array:
        """Return a constant, float32."""
        stored = self.graph.tensors[self._stored_as.get(tensor, tensor)]
        raw = np.asarray(self.model.buffers[stored.buffer].data, dtype=np.uint8)
        kind: np.dtype[Any] = _OF_TYPE[stored.type]
        return np.asarray(raw.view(kind).reshape(self.shape(tensor)), dtype=np.float32)

    def tensor(self, shape: list[int], kind: int = schema.TensorType.FLOAT32, buffer: int = 0) -> int:
        """Add a tensor; return its number."""
        made = schema.TensorT()
        made.shape, made.type, made.buffer = shape, kind, buffer
        made.name = f"folded/{len(self.graph.tensors)}".encode()
        self.graph.tensors.append(made)
        return len(self.graph.tensors) - 1

    def constant(self, values: Array) -> int:
        """Add a constant; return its tensor."""
        buffer = schema.BufferT()
        buffer.data = np.frombuffer(np.ascontiguousarray(values).tobytes(), np.uint8)
        self.model.buffers.append(buffer)
        return self.tensor(list(values.shape), _TYPES[values.dtype], len(self.model.buffers) - 1)

    def cut(self, source: int, begin: list[int], size: list[int]) -> Any:
        """Return an operator that cuts a part out of a tensor."""
        ends = [self.constant(np.array(values, np.int32)) for values in (begin, size)]
        return self._operator("SLICE", [source, *ends], self.tensor(size), schema.SliceOptionsT())

    def join(self, parts: list[int], axis: int, into: int) -> Any:
        """Return an operator that joins tensors along an axis."""
        options = schema.ConcatenationOptionsT()
        options.axis = axis
        return self._operator("CONCATENATION", parts, into, options)

    def _operator(self, name: str, inputs: list[int], output: int, options: Any) -> Any:
        made = schema.OperatorT()
        made.opcodeIndex, made.inputs, made.outputs = self._code(name), inputs, [output]
        made.builtinOptionsType = getattr(schema.BuiltinOptions, type(options).__name__.removesuffix("T"))
        made.builtinOptions = options
        return made

    def _code(self, name: str) -> int:
        wanted = getattr(schema.BuiltinOperator, name)
        for place, code in enumerate(self.model.operatorCodes):
            if max(code.builtinCode, code.deprecatedBuiltinCode) == wanted:
                return place
        made = schema.OperatorCodeT()
        made.builtinCode = made.deprecatedBuiltinCode = wanted
        made.version = 1
        self.model.operatorCodes.append(made)
        return len(self.model.operatorCodes) - 1


def folded(data: bytes) -> bytes:
    """Return the mesh network with its first blocks folded.

    Parameters
    ----------
    data : bytes
        The network as MediaPipe gives it, a TFLite file.
    """
    graph = _Graph(data)
    operators = graph.graph.operators
    sizes = [graph.shape(operator.outputs[0])[1:2] for operator in operators]
    drawn = [place for place, operator in enumerate(operators) if graph.name(operator) != "DEQUANTIZE"]
    # The first convolution and its activation stay; what follows at their size is folded.
    whole = sizes[drawn[0]]
    start = drawn[2]
    stop = next(place for place in drawn if sizes[place] != whole)
    source = int(operators[drawn[1]].outputs[0])
    block = [operators[place] for place in drawn if start <= place < stop]
    constants = [o for o in operators[start:stop] if graph.name(o) == "DEQUANTIZE"]
    graph.graph.operators = [*operators[:start], *constants, *_fold(graph, block, source), *operators[stop:]]
    return graph.to_bytes()


def _fold(graph: _Graph, block: list[Any], source: int) -> list[Any]:
    """Return operators that do in halves what those of a block do with the whole of a tensor."""
    # A depthwise convolution of 3 x 3 spoils one more row at the cut.
    reach = sum(graph.name(operator) == "DEPTHWISE_CONV_2D" for operator in block)
    _, height, width, channels = graph.shape(source)
    step = height // _HALVES
    rows = step + reach
    begins = [0, height - rows]
    made = [graph.cut(source, [0, row, 0, 0], [1, rows, width, channels]) for row in begins]
    both = graph.tensor([1, rows, width, _HALVES * channels])
    made.append(graph.join([operator.outputs[0] for operator in made], 3, both))
    now = {source: both}
    for operator in block:
        before = int(operator.outputs[0])
        twin = copy.copy(operator)
        twin.inputs = _inputs(graph, operator, now)
        now[before] = graph.tensor([1, rows, width, _HALVES * graph.shape(before)[3]])
        twin.outputs = [now[before]]
        made.append(twin)
    target = int(block[-1].outputs[0])
    channels = graph.shape(target)[3]
    parts = [
        graph.cut(now[target], [0, half * step - row, 0, half * channels], [1, step, width, channels])
        for half, row in enumerate(begins)
    ]
    return [*made, *parts, graph.join([part.outputs[0] for part in parts], 1, target)]


def _inputs(graph: _Graph, operator: Any, now: dict[int, int]) -> list[int]:
    """Return what an operator reads when both halves lie in the channels."""
    name = graph.name(operator)
    if name == "ADD":
        return [now[int(tensor)] for tensor in operator.inputs]
    picture, *constants = (int(tensor) for tensor in operator.inputs)
    twice = [np.concatenate([graph.values(tensor)] * _HALVES, axis=-1) for tensor in constants]
    if name == "CONV_2D":
        weights = graph.values(constants[0])
        apart = np.zeros_like(weights)
        twice[0] = np.concatenate(
            [np.concatenate([weights, apart], axis=-1), np.concatenate([apart, weights], axis=-1)]
        )
    elif name not in ("DEPTHWISE_CONV_2D", "PRELU"):
        raise ValueError(f"{name} cannot be folded")
    return [now[picture], *(graph.constant(values) for values in twice)]


def main() -> None:
    """Write the folded network among the resources."""
    write_bytes(resources.root() / FOLDED, folded(resources.path(ORIGINAL).read_bytes()))


if __name__ == "__main__":
    main()
