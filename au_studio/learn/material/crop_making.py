"""Where the varied crops of a training step are made: here, or on the device that learns.

On a CPU they are varied one by one while the step before is computed. A GPU would wait for that most of the
time: it keeps all crops in its memory, is told which ones are wanted, and varies them all at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from au_studio.learn.material.augmentation import Augmentation
from au_studio.learn.material.batch_augmentation import vary
from au_studio.learn.material.clips import Clip
from au_studio.nn.device_memory import release

_KEYS = 2**48  # of a run's draws; exact in a float64, which it shares with the places of crops
_SHARE = 0.4  # of the free memory of a device that crops may take; the network needs the rest


class CropMaker(Protocol):
    """Makes the crops of a step: `draw` and `arrange` in any thread, `make` where it is learnt from them.

    Attributes
    ----------
    kind : str
        How they are varied: a training goes on exactly only in the same way.
    """

    kind: str

    def draw(self, clip: int, frames: slice | npt.NDArray[np.intp], rng: np.random.Generator) -> Any:
        """Draw how a run of frames of a clip is varied: an array with one entry per frame."""

    def arrange(self, drawn: npt.NDArray[Any]) -> Tensor:
        """Return stacked draws as a tensor whose leading dimensions are those of `drawn`, frames last."""

    def make(self, arranged: Tensor) -> Tensor:
        """Return the crops, uint8 [..., 3, S, S], on the device."""


class HostCrops:
    """Varies every run of crops as it is drawn (`Augmentation`).

    Parameters
    ----------
    clips : sequence of Clip
    size : int
        Side of the crops that are made, px.
    augmentation : Augmentation
    device : torch.device
        Where `make` brings them.
    """

    kind = "one by one"

    def __init__(
        self,
        clips: Sequence[Clip],
        size: int,
        augmentation: Augmentation,
        device: torch.device = torch.device("cpu"),  # noqa: B008 - immutable
    ) -> None:
        self._clips, self._size, self._augmentation, self._device = clips, size, augmentation, device

    def draw(
        self, clip: int, frames: slice | npt.NDArray[np.intp], rng: np.random.Generator
    ) -> npt.NDArray[np.uint8]:
        """Return the varied crops [T, S, S, 3]."""
        crops = self._clips[clip].crops
        if isinstance(frames, slice):
            return self._varied(crops[frames], rng)
        # They may lie on the disk: every one is read once, however often it is wanted.
        wanted, back = np.unique(frames, return_inverse=True)
        return self._varied(np.asarray(crops[wanted])[back], rng)

    def _varied(self, crops: npt.NDArray[np.uint8], rng: np.random.Generator) -> npt.NDArray[np.uint8]:
        return self._augmentation(crops, self._size, rng)

    def arrange(self, drawn: npt.NDArray[Any]) -> Tensor:
        """Return crops [..., S, S, 3] as a tensor [..., 3, S, S]."""
        return torch.from_numpy(drawn).movedim(-1, -3)

    def make(self, arranged: Tensor) -> Tensor:
        """Return them on the device."""
        return arranged.to(self._device)


class DeviceCrops:
    """Keeps all crops on the device and varies those that are wanted there (`batch_augmentation.vary`).

    Parameters
    ----------
    clips : sequence of Clip
        All with crops of one size.
    size, augmentation, device
        As in `HostCrops`.
    """

    kind = "at once, on the device"

    def __init__(
        self, clips: Sequence[Clip], size: int, augmentation: Augmentation, device: torch.device
    ) -> None:
        self._size, self._augmentation, self._device = size, augmentation, device
        lengths = [len(clip) for clip in clips]
        self._first = np.cumsum([0, *lengths])
        shape = clips[0].crops.shape[1:] if clips else (size, size, 3)
        self._bank = torch.empty((sum(lengths), *shape), dtype=torch.uint8, device=device)
        for first, clip in zip(self._first, clips, strict=False):
            self._bank[first : first + len(clip)] = torch.from_numpy(np.ascontiguousarray(clip.crops))

    def draw(
        self, clip: int, frames: slice | npt.NDArray[np.intp], rng: np.random.Generator
    ) -> npt.NDArray[np.float64]:
        """Return each frame's place among all crops, and the key of the run's variation: [T, 2]."""
        places = self._first[clip] + np.arange(self._first[clip + 1] - self._first[clip])[frames]
        return np.column_stack([places, np.full(len(places), rng.integers(_KEYS))]).astype(np.float64)

    def arrange(self, drawn: npt.NDArray[Any]) -> Tensor:
        """Return the draws [..., 2]."""
        return torch.from_numpy(drawn)

    def make(self, arranged: Tensor) -> Tensor:
        """Fetch and vary the crops; a run of the same key is varied as one."""
        flat = arranged.reshape(-1, 2).numpy()
        places, keys = flat.astype(np.int64).T
        crops = self._bank[torch.from_numpy(places.copy()).to(self._device)]
        varied = vary(crops, self._augmentation, self._size, keys, places)
        return varied.reshape(*arranged.shape[:-1], *varied.shape[1:])


def crop_maker(
    clips: Sequence[Clip], size: int, augmentation: Augmentation, device: torch.device
) -> CropMaker:
    """Return what makes crops for a long training on a device: there on a GPU of NVIDIA, else here.

    Crops that would take most of a GPU's free memory stay here, too: on the disk, where they are there.
    """
    n_bytes = sum(clip.crops.nbytes for clip in clips)
    release(device)  # what an earlier training left in PyTorch's own store counts as taken otherwise
    if device.type == "cuda" and n_bytes < _SHARE * torch.cuda.mem_get_info(device)[0]:
        return DeviceCrops(clips, size, augmentation, device)
    return HostCrops(clips, size, augmentation, device)
