"""Causal prediction of a stream of face crops, in chunks of any length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from au_studio.facs import intensity
from au_studio.nn.device import describe
from au_studio.nn.device_memory import is_out_of_memory, release
from au_studio.nn.engine import describe_engine
from au_studio.nn.estimator import Begin
from au_studio.nn.geometry import SCALE, Rest
from au_studio.nn.lip_corners import corner_directions
from au_studio.nn.model import IntensityModel, TemporalState
from au_studio.nn.quick_frames import QuickFrames

_REMEMBERED = ("hidden", "maps", "rest_total", "rest_weight")


class StreamingPredictor:
    """Feeds face crops to a model and carries the temporal state from chunk to chunk.

    How a stream is cut into chunks does not change the values (up to rounding of the arithmetic). So a chunk
    that does not fit into the memory is halved, as are those after it.

    Parameters
    ----------
    model : IntensityModel
        Set to evaluation mode here and moved to `device`.
    device : torch.device
        Where to compute.
    frames : QuickFrames, optional
        Makes the maps of single frames in place of the model, on the CPU.
    """

    def __init__(
        self, model: IntensityModel, device: torch.device, frames: QuickFrames | None = None
    ) -> None:
        self._frames = frames
        self.model = model.to(device).eval().channels_last()
        self.device = device
        self._state: TemporalState | None = None
        self._most: int | None = None

    @property
    def aus(self) -> tuple[int, ...]:
        """Action units in the order of the columns."""
        return self.model.config.aus

    @property
    def crop_size(self) -> int:
        """Side of the crops, px."""
        return self.model.config.crop_size

    @property
    def engine(self) -> str:
        """What runs the heaviest part of the network, with its version."""
        return describe_engine(quick=self._frames is not None)

    @property
    def device_words(self) -> str:
        """Where the network runs, in words."""
        return describe(self.device)

    def reset(self) -> None:
        """Forget the past: the next frame starts anew."""
        self._state = None

    @property
    def memory(self) -> dict[str, Any]:
        """What is remembered of earlier frames, in arrays; put back, the next frame follows on them."""
        state = self._state
        tensors: dict[str, torch.Tensor | None] = dict.fromkeys(_REMEMBERED)
        if state is not None:
            tensors |= {"hidden": state.hidden, "maps": state.maps}
            if state.rest is not None:
                tensors |= {"rest_total": state.rest.total, "rest_weight": state.rest.weight}
        kept = {name: None if tensor is None else _array(tensor) for name, tensor in tensors.items()}
        return {**kept, "most": self._most}

    @memory.setter
    def memory(self, memory: Mapping[str, Any]) -> None:
        self._most = memory["most"]
        hidden, maps, total, weight = (
            None if memory[name] is None else _tensor(*memory[name]).to(self.device) for name in _REMEMBERED
        )
        rest = None if total is None or weight is None else Rest(total, weight)
        self._state = None if hidden is None else TemporalState(hidden, maps, rest)

    def ahead(self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begin: Begin) -> None:
        """Begin nothing: torch has threads of its own, or a device."""

    def __call__(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begun: None = None
    ) -> npt.NDArray[np.float32]:
        """Predict the next frames.

        Parameters
        ----------
        crops : ndarray of uint8
            RGB face crops, [T, S, S, 3] with S the model's crop size.
        restart : ndarray of bool
            [T]; True where a face track starts anew.
        begun : None
            Of `ahead`.

        Returns
        -------
        ndarray of float32
            Intensities in [0, 5], [T, A].
        """
        return self._in_parts(crops, restart, traced=False)[:, : len(self.aus)]

    @property
    def has_rest(self) -> bool:
        """Whether the model measures from a person's rest."""
        return self.model.geometry is not None

    def traced(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begun: None = None
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return what a call returns, and traces [T, D]; see `au_studio.nn.estimator.Estimator.traced`."""
        both = self._in_parts(crops, restart, traced=True)
        return both[:, : len(self.aus)], both[:, len(self.aus) :]

    def trace_parts(
        self, traces: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return how much frames count as calm, [T], and what has a rest in them, [T, Q]."""
        assert self.model.geometry is not None
        return traces[:, len(self.aus)], traces[:, -self.model.geometry.n_kept :]

    @property
    def corner_directions(self) -> npt.NDArray[np.float32]:
        """What takes codes less their rest to the corners of the mouth; see `Estimator.corner_directions`."""
        branch = self.model.geometry
        assert branch is not None
        return corner_directions(branch.reference.cpu().numpy(), branch.basis.cpu().numpy() / SCALE)

    @torch.inference_mode()
    def read_traces(
        self, traces: npt.NDArray[np.float32], total: npt.NDArray[np.float32], weight: float
    ) -> npt.NDArray[np.float32]:
        """Return the intensities [T, A] of traces for a given rest; see `Estimator.read_traces`."""
        rest = Rest(
            torch.from_numpy(np.asarray(total, dtype=np.float32))[None].to(self.device),
            torch.tensor([float(weight)], device=self.device),
        )
        raw = self.model.read_traces(torch.from_numpy(traces).to(self.device), rest)
        return np.asarray(raw.float().clamp(intensity.MIN, intensity.MAX).cpu().numpy(), dtype=np.float32)

    @torch.inference_mode()
    def _in_parts(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], *, traced: bool
    ) -> npt.NDArray[np.float32]:
        """Predict in chunks that fit into the memory; with traces behind the intensities where wanted."""
        width = len(self.aus) + (self.model.n_traced if traced else 0)
        rows, start = [np.empty((0, width), dtype=np.float32)], 0
        while start < len(crops):
            stop = len(crops) if self._most is None else min(len(crops), start + self._most)
            values = self._values(crops[start:stop], restart[start:stop], traced=traced)
            if values is None:
                release(self.device)
                self._most = (stop - start) // 2
                continue
            rows.append(values)
            start = stop
        return np.concatenate(rows)

    def _values(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], *, traced: bool
    ) -> npt.NDArray[np.float32] | None:
        """Predict one chunk; None when it does not fit into the memory and could be halved."""
        try:
            x = torch.from_numpy(np.ascontiguousarray(crops)).to(self.device).permute(0, 3, 1, 2)[None]
            marks = torch.from_numpy(np.asarray(restart, dtype=bool))[None].to(self.device)
            maps = None if self._frames is None else self._frames(crops)
            more = []
            if traced:
                raw, traces, state = self.model.traced(x, self._state, marks, maps)
                more = [traces[0].float()]
            else:
                raw, state = self.model(x, self._state, marks, maps)
            values = raw[0].float().clamp(intensity.MIN, intensity.MAX)
            found = torch.cat([values, *more], dim=-1).cpu().numpy().astype(np.float32)
        except (RuntimeError, MemoryError) as error:
            if len(crops) > 1 and is_out_of_memory(error):
                return None
            raise
        self._state = state
        return np.asarray(found, dtype=np.float32)


def _array(tensor: torch.Tensor) -> tuple[npt.NDArray[Any], tuple[int, ...]]:
    """Return a tensor's values, and how they lie in memory: another order may round otherwise."""
    return tensor.detach().cpu().contiguous().numpy(), tuple(tensor.stride())


def _tensor(values: npt.NDArray[Any], strides: tuple[int, ...]) -> torch.Tensor:
    tensor = torch.empty_strided(values.shape, strides, dtype=torch.from_numpy(values).dtype)
    return tensor.copy_(torch.from_numpy(values))
