"""A whole model in ONNX Runtime and NumPy, for analyses on a CPU: no torch is imported to run it.

What runs is a *quick network*: one file with the graphs of a model, made by `au_studio.nn.quick_making` and
kept in the cache of this user by the digest of the model's weights.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.facs import intensity
from au_studio.nn import engine
from au_studio.nn.config import ModelConfig
from au_studio.nn.estimator import Begin, when_wanted
from au_studio.nn.graph_names import CODE, CROPS, KEEP, MAPS, OUT, STATE, TOTAL, TRACES, VALUES, WEIGHT
from au_studio.nn.lip_corners import corner_directions
from au_studio.nn.mesh_code import MeshCoder, Wanted
from au_studio.nn.mesh_network import Enlarge
from au_studio.nn.standardising import standardised

FORMAT = 4
"""Counts changes of what is in the file."""
SAME = 1e-3
"""Largest difference from torch on the crops in a network's file, in steps of the scale: with more, as on
another processor or with another library, the network is made again."""
SAME_IN_EIGHT_BITS = 0.1
"""The same for a network in 8 bits, within the scale."""

Array = npt.NDArray[Any]


AT_ONCE = 4
"""Crops of which a thread finds maps and meshes at a time."""


class NotUsableError(Exception):
    """A quick network is missing, damaged, or says something else than torch."""


@dataclass(frozen=True, eq=False)
class QuickNetwork:
    """The graphs of a model, and what shows that they are sound.

    Attributes
    ----------
    config : ModelConfig
        Of the model.
    frames, temporal : bytes
        ONNX files: the encoder (`au_studio.nn.frame_graph`), and what follows on it
        (`au_studio.nn.temporal_graph`).
    rest : bytes
        ONNX file that reads traces from a given rest (`au_studio.nn.temporal_graph.rest_graph`); empty
        without a geometry branch.
    geometry : dict of str to ndarray
        ``reference``, ``rigidity`` and ``basis`` of `au_studio.nn.mesh_code.MeshCoder`; empty without a
        geometry branch.
    crops, codes, values : ndarray
        Crops to check the network with, codes of their meshes, and what torch says of them, unbounded.
    eight_bits : bool
        Whether most of the encoder computes in 8 bits (`au_studio.nn.eight_bit_graph`).
    """

    config: ModelConfig
    frames: bytes
    temporal: bytes
    rest: bytes
    geometry: Mapping[str, Array]
    crops: npt.NDArray[np.uint8]
    codes: npt.NDArray[np.float32]
    values: npt.NDArray[np.float32]
    eight_bits: bool = False

    def to_bytes(self) -> bytes:
        """Return the network as the bytes of an ``.npz`` file."""
        about = {
            "format": FORMAT,
            "config": self.config.to_json(),
            "eight_bits": self.eight_bits,
        }
        stream = io.BytesIO()
        arrays: dict[str, Any] = {f"geometry_{name}": array for name, array in self.geometry.items()}
        arrays |= {"crops": self.crops, "codes": self.codes, "values": self.values}
        for name, data in (
            ("frames", self.frames),
            ("temporal", self.temporal),
            ("rest", self.rest),
            ("about", json.dumps(about).encode()),
        ):
            arrays[name] = np.frombuffer(data, dtype=np.uint8)
        np.savez(stream, **arrays)
        return stream.getvalue()

    @staticmethod
    def from_bytes(data: bytes) -> QuickNetwork:
        """Read what `to_bytes` gave.

        Raises
        ------
        NotUsableError
            If it is something else.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            about = json.loads(arrays["about"].tobytes())
            if about["format"] != FORMAT:
                raise NotUsableError("another format")
            return QuickNetwork(
                config=ModelConfig.from_json(about["config"]),
                frames=arrays["frames"].tobytes(),
                temporal=arrays["temporal"].tobytes(),
                rest=arrays["rest"].tobytes(),
                geometry={n.removeprefix("geometry_"): a for n, a in arrays.items() if "geometry_" in n},
                crops=arrays["crops"],
                codes=arrays["codes"],
                values=arrays["values"],
                eight_bits=bool(about["eight_bits"]),
            )
        except Exception as error:  # a damaged zip can raise nearly anything
            raise NotUsableError(repr(error)) from error


@dataclass(frozen=True, eq=False)
class Begun:
    """What crops give by themselves, on its way.

    Attributes
    ----------
    wanted : Wanted or None
        Which of the crops need a mesh of their own; None without a geometry branch.
    parts : list of callable
        Each waits for maps [N, C, h, w] and codes [M, K] of some of the crops, in their order.
    """

    wanted: Wanted | None
    parts: Sequence[Callable[[], tuple[Array, Array]]]


class QuickEstimator:
    """Runs a quick network; an `au_studio.nn.estimator.Estimator`.

    How a stream is cut into chunks does not change the values (up to rounding of the arithmetic).

    Parameters
    ----------
    network : QuickNetwork
    enlarge : Enlarge, optional
        As in `au_studio.nn.mesh_network.MeshNetwork`.

    Raises
    ------
    NotUsableError
        If the network cannot be loaded.
    """

    def __init__(self, network: QuickNetwork, enlarge: Enlarge | None = None) -> None:
        self._config = network.config
        try:
            self._frames = engine.session(network.frames)
            self._temporal = engine.session(network.temporal)
            self._rest: Any = engine.session(network.rest) if network.rest else None
        except Exception as error:  # ONNX Runtime's errors have no common class
            raise NotUsableError(repr(error)) from error
        # What is left for another rest is asked for only where somebody wants it.
        self._outputs = [o.name for o in self._temporal.get_outputs() if o.name != TRACES]
        self._eight_bits = network.eight_bits
        shapes = {i.name: tuple(i.shape) for i in self._temporal.get_inputs()}
        self._zero = {name: np.zeros(shapes[name], np.float32) for name in STATE if name in shapes}
        self._coder = MeshCoder(**network.geometry, enlarge=enlarge) if network.geometry else None
        self.reset()

    @classmethod
    def checked(cls, network: QuickNetwork, enlarge: Enlarge | None = None) -> QuickEstimator:
        """Return an estimator that says what torch says.

        Raises
        ------
        NotUsableError
            If it does not.
        """
        estimator = cls(network, enlarge)
        estimator._check(network)
        return estimator

    @property
    def aus(self) -> tuple[int, ...]:
        """Action units in the order of the columns."""
        return self._config.aus

    @property
    def crop_size(self) -> int:
        """Side of the crops, px."""
        return self._config.crop_size

    @property
    def engine(self) -> str:
        """What runs the heaviest part of the network, with its version."""
        return engine.describe_engine(quick=True, eight_bits=self._eight_bits)

    @property
    def device_words(self) -> str:
        """Where the network runs, in words."""
        return "cpu"  # on as many threads as the analysis has

    def reset(self) -> None:
        """Forget the past: the next frame starts anew."""
        self._state: dict[str, Array] = dict(self._zero)
        if self._coder is not None:
            self._coder.reset()

    @property
    def memory(self) -> dict[str, Any]:
        """What is remembered of earlier frames, in arrays; put back, the next frame follows on them."""
        return {**self._state, "mesh": None if self._coder is None else self._coder.memory}

    @memory.setter
    def memory(self, memory: Mapping[str, Any]) -> None:
        self._state = {name: memory[name] for name in self._zero}
        if self._coder is not None:
            self._coder.memory = memory["mesh"]

    def ahead(self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begin: Begin) -> Begun:
        """Begin maps and codes of the next crops, a few at a time; see `Estimator.ahead`."""
        wanted = None if self._coder is None else self._coder.anew(crops, restart)
        parts = [slice(start, start + AT_ONCE) for start in range(0, len(crops), AT_ONCE)]
        return Begun(wanted, [begin(partial(self.alone, crops, wanted, part)) for part in parts])

    def alone(self, crops: npt.NDArray[np.uint8], wanted: Wanted | None, part: slice) -> tuple[Array, Array]:
        """Return maps of a part of crops, and codes of those whose mesh is wanted; for any thread."""
        shown = crops[part]
        (maps,) = self._frames.run([MAPS], {CROPS: standardised(shown)})
        if wanted is None or self._coder is None:
            return maps, np.empty((0, 0), np.float32)
        return maps, self._coder.codes(shown[wanted.anew[part]])

    def __call__(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begun: Begun | None = None
    ) -> npt.NDArray[np.float32]:
        """Return intensities in [0, 5], [T, A], of the next RGB crops [T, S, S, 3].

        `restart` [T] is True where a face track starts anew; `begun` is what `ahead` returned of these crops.
        """
        if not len(crops):
            return np.empty((0, len(self.aus)), dtype=np.float32)
        return _clipped(self._next(crops, restart, begun)[VALUES])

    @property
    def has_rest(self) -> bool:
        """Whether the model measures from a person's rest."""
        return self._rest is not None

    def traced(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begun: Begun | None = None
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return the intensities of the next crops, and traces [T, D] to read them from another rest.

        See `au_studio.nn.estimator.Estimator.traced`.
        """
        assert self._rest is not None
        found = self._next(crops, restart, begun, (TRACES,))
        return _clipped(found[VALUES]), np.asarray(found[TRACES], dtype=np.float32)

    @property
    def corner_directions(self) -> npt.NDArray[np.float32]:
        """What takes codes less their rest to the corners of the mouth; see `Estimator.corner_directions`."""
        assert self._coder is not None
        return corner_directions(self._coder.reference, self._coder.basis)

    def read_traces(
        self, traces: npt.NDArray[np.float32], total: npt.NDArray[np.float32], weight: float
    ) -> npt.NDArray[np.float32]:
        """Return the intensities [T, A] of traces for a given rest; see `Estimator.read_traces`."""
        assert self._rest is not None
        rest = {
            TOTAL: np.asarray(total, dtype=np.float32)[None],
            WEIGHT: np.full((1, 1), weight, dtype=np.float32),
        }
        return _clipped(self._rest.run([VALUES], {TRACES: traces, **rest})[0])

    def trace_parts(self, traces: Array) -> tuple[Array, Array]:
        """Return how much frames count as calm, [T], and what has a rest in them, [T, Q]."""
        return traces[:, len(self.aus)], traces[:, -len(self._zero[TOTAL]) :]

    def _next(
        self,
        crops: npt.NDArray[np.uint8],
        restart: npt.NDArray[np.bool_],
        begun: Begun | None,
        also: tuple[str, ...] = (),
    ) -> dict[str, Array]:
        """Estimate the next crops from what they give by themselves."""
        begun = self.ahead(crops, restart, when_wanted) if begun is None else begun
        maps, codes = (np.concatenate(part) for part in zip(*(part() for part in begun.parts), strict=True))
        if self._coder is not None and begun.wanted is not None:
            codes = self._coder.spread(begun.wanted, codes)
        return self._raw(maps, codes, restart, also)

    def _raw(
        self, maps: Array, codes: Array, restart: npt.NDArray[np.bool_], also: tuple[str, ...] = ()
    ) -> dict[str, Array]:
        inputs = {MAPS: maps, KEEP: 1 - np.asarray(restart, dtype=np.float32)[:, None], **self._state}
        if self._coder is not None:
            inputs[CODE] = codes
        names = [*self._outputs, *also]
        found = dict(zip(names, self._temporal.run(names, inputs), strict=True))
        self._state = {name: found[name + OUT] for name in self._zero}
        return found

    def _check(self, network: QuickNetwork) -> None:
        try:
            now = self.answer(network.crops, network.codes)
            again = self._first_again(network) if self._rest is not None else now[:1]
        except Exception as error:
            raise NotUsableError(repr(error)) from error
        same = now.shape == network.values.shape
        if same and network.eight_bits:
            same = np.abs(_clipped(now) - _clipped(network.values)).max() <= SAME_IN_EIGHT_BITS
        elif same:
            same = np.abs(now - network.values).max() <= SAME
        if not same or not np.abs(again - now[:1]).max() <= SAME:
            raise NotUsableError("it says something else than torch")

    def _first_again(self, network: QuickNetwork) -> Array:
        """Read the first crop's trace from the rest that was its own: what running said of it, [1, A]."""
        self.reset()
        (maps,) = self._frames.run([MAPS], {CROPS: standardised(network.crops[:1])})
        found = self._raw(maps, network.codes[:1], np.ones(1, bool), (TRACES,))
        self.reset()
        weight, summary = self.trace_parts(found[TRACES])
        rest = {TOTAL: weight[:, None] * summary, WEIGHT: weight[:, None]}
        return np.asarray(self._rest.run([VALUES], {TRACES: found[TRACES], **rest})[0])

    def answer(self, crops: npt.NDArray[np.uint8], codes: Array) -> npt.NDArray[np.float32]:
        """Return what the network says of crops with known codes, unbounded, from a fresh start."""
        self.reset()
        (maps,) = self._frames.run([MAPS], {CROPS: standardised(crops)})
        values = self._raw(maps, codes, np.arange(len(crops)) == 0)[VALUES]
        self.reset()
        return np.asarray(values, dtype=np.float32)


def _clipped(values: Array) -> npt.NDArray[np.float32]:
    return np.clip(np.asarray(values, dtype=np.float32), intensity.MIN, intensity.MAX)


def load(path: Path, config: ModelConfig, enlarge: Enlarge | None = None) -> QuickEstimator:
    """Load a quick network that was made before, of a model of that architecture.

    Raises
    ------
    NotUsableError
        If it is missing, damaged, or says something else than torch.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotUsableError(str(error)) from error
    network = QuickNetwork.from_bytes(data)
    if network.config != config:
        raise NotUsableError("it is another model's")
    return QuickEstimator.checked(network, enlarge)
