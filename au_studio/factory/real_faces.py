"""What unlabelled real faces teach a base training: their look, and that artefacts change no expression.

Rendered faces have exact intensities and the wrong look. Two things bring the look of real ones in without
any label: the amplitude spectrum of a real crop is laid under a rendered one, whose phases (edges, wrinkles,
shapes) stay; and on real crops that are blurred, shrunk and compressed the network must read what a slowly
following copy of itself reads on the clean ones.

References
----------
Xu, Zhang, Zhang, Wang & Tian (2021), A Fourier-based framework for domain generalization, CVPR.
Tarvainen & Valpola (2017), Mean teachers are better role models, NeurIPS.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import HostCrops
from au_studio.learn.optimisation import mixed_precision
from au_studio.learn.stage2.regression import RegressionRun
from au_studio.learn.material.windows import WindowBatch

Crops = npt.NDArray[np.uint8]

DEGRADED = Augmentation(
    rotation=0, shift=1.5, scale=0.02, stretch=0, jitter=0.4, flip=0, colour=0.5,
    shade=0.2, blur=0.3, shrink=0.6, noise=0.3, compress=0.3, film=0.5, occlude=0,
)  # fmt: skip
"""What a camera, a smaller picture and a coder do to a face; nothing that hides an expression."""


@dataclass(frozen=True)
class RealFaces:
    """How unlabelled real faces take part.

    Attributes
    ----------
    look : float
        Probability that a rendered window gets the amplitudes of a real crop.
    share : float
        Largest share of the real amplitudes in the mixture.
    weight : float
        How much the squared difference from the teacher counts beside the rated error.
    follow : float
        How much of the teacher is kept at each step.
    """

    look: float = 0.4
    share: float = 0.6
    weight: float = 0.3
    follow: float = 0.99


class LookingReal:
    """An augmentation that first mixes the amplitudes of a real crop in, the same for a whole window."""

    def __init__(self, real: Sequence[Clip], then: Augmentation, settings: RealFaces) -> None:
        self._real, self._then, self._settings = real, then, settings

    def __call__(self, crops: Crops, size: int, rng: np.random.Generator) -> Crops:
        """Vary one window, as `Augmentation` does."""
        if rng.random() < self._settings.look:
            clip = self._real[rng.integers(len(self._real))]
            other = clip.crops[int(rng.integers(len(clip)))]
            crops = with_amplitudes(crops, other, float(rng.uniform(0, self._settings.share)))
        return self._then(crops, size, rng)


def with_amplitudes(crops: Crops, other: Crops, share: float) -> Crops:
    """Mix the amplitude spectrum of another crop into crops, whose phases stay.

    Parameters
    ----------
    crops : ndarray of uint8
        [T, S, S, 3].
    other : ndarray of uint8
        [S, S, 3].
    share : float
        Of the other amplitudes, 0 to 1.
    """
    spectrum = torch.fft.rfft2(torch.from_numpy(np.ascontiguousarray(crops)).movedim(-1, 1).float())
    wanted = torch.fft.rfft2(torch.from_numpy(np.ascontiguousarray(other)).movedim(-1, 0).float()).abs()
    amplitude = spectrum.abs()
    factor = (1 - share) + share * wanted / amplitude.clamp_min(1e-3)
    mixed = torch.fft.irfft2(spectrum * factor, s=crops.shape[1:3])
    return mixed.clamp(0, 255).movedim(1, -1).to(torch.uint8).numpy()


class RealFacesRun(RegressionRun):
    """A training of stage 2 in which real faces without labels take part.

    Parameters
    ----------
    real : sequence of Clip
        Unlabelled clips of real faces, with crops of the size of the labelled ones.
    faces : RealFaces
        How they take part.
    model, clips, settings, device, **options
        As in `RegressionRun`.
    """

    def __init__(self, model: Any, clips: Sequence[Clip], settings: Any, device: torch.device,
                 real: Sequence[Clip], faces: RealFaces, **options: Any) -> None:  # fmt: skip
        look = LookingReal(real, settings.augmentation, faces)
        size = model.config.crop_size
        crops = HostCrops(clips, size, look, device)  # type: ignore[arg-type]
        super().__init__(model, clips, settings, device, crops=crops, **options)
        self._real, self._faces, self._size = real, faces, size
        self._teacher = copy.deepcopy(self.model).eval().requires_grad_(False)

    def _real_window(self, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Draw a real window [1, T, 3, S, S] twice: clean, and degraded."""
        long = [clip for clip in self._real if len(clip) >= self.settings.window]
        clip = long[rng.integers(len(long))]
        start = int(rng.integers(len(clip) - self.settings.window + 1))
        crops = np.asarray(clip.crops[start : start + self.settings.window])
        if rng.random() < 0.5:
            crops = np.ascontiguousarray(crops[:, :, ::-1])
        both = (NO_AUGMENTATION(crops, self._size, rng), DEGRADED(crops, self._size, rng))
        clean, degraded = (torch.from_numpy(np.ascontiguousarray(x)).movedim(-1, -3)[None] for x in both)
        return clean, degraded

    def _gradients(self, batch: WindowBatch) -> float | None:
        loss = super()._gradients(batch)
        if loss is None:
            return None
        rng = np.random.default_rng((self.settings.seed, self.step, 7))
        clean, degraded = self._real_window(rng)
        with mixed_precision(self.device, blocks=False):
            with torch.no_grad():
                wanted, _ = self._teacher(clean)
            self.model.apply(_eval_norms)
            read, _ = self.model(degraded)
            self.model.apply(_train_norms if self.settings.train_norms else _eval_norms)
        apart = functional.mse_loss(read.float(), wanted.float())
        (self._faces.weight * apart).backward()  # type: ignore[no-untyped-call]
        self.apart = float(apart.detach())
        with torch.no_grad():
            for kept, new in zip(
                self._teacher.state_dict().values(), self.model.state_dict().values(), strict=True
            ):
                if kept.is_floating_point():
                    kept.lerp_(new, 1 - self._faces.follow)
        return loss


def _eval_norms(module: torch.nn.Module) -> None:
    if isinstance(module, torch.nn.BatchNorm2d):
        module.eval()


def _train_norms(module: torch.nn.Module) -> None:
    if isinstance(module, torch.nn.BatchNorm2d):
        module.train()
