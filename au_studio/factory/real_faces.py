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
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from au_studio.learn.distributed import Processes
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import HostCrops
from au_studio.learn.material.windows import WindowBatch
from au_studio.learn.optimisation import mixed_precision
from au_studio.learn.resume import material_digest
from au_studio.learn.stage2.regression import RegressionRun, RegressionSettings
from au_studio.nn.model import IntensityModel

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
    found: Crops = mixed.clamp(0, 255).movedim(1, -1).to(torch.uint8).numpy()
    return found


class RealFacesRun(RegressionRun):
    """A training of stage 2 in which real faces without labels take part.

    An interrupted one goes on with a teacher that is a copy of the network as it was saved.

    Parameters
    ----------
    model, labelled, settings, device, hooks, origin, processes
        As in `RegressionRun`.
    real : sequence of Clip
        Unlabelled clips of real faces, some at least as long as a window.
    faces : RealFaces
        How they take part.

    Raises
    ------
    ValueError
        If no real clip is as long as a window.
    """

    def __init__(
        self,
        model: IntensityModel,
        labelled: Sequence[Clip],
        settings: RegressionSettings,
        device: torch.device,
        *,
        real: Sequence[Clip],
        faces: RealFaces,
        hooks: TrainingHooks,
        origin: str = "",
        processes: Processes | None = None,
    ) -> None:
        size = model.config.crop_size
        crops = _HostCropsLookingReal(labelled, size, settings.augmentation, device)
        crops.look(real, faces)
        super().__init__(
            model, labelled, settings, device, hooks=hooks, origin=origin, crops=crops, processes=processes
        )
        self._real, self._faces, self._size = real, faces, size
        self._long = [clip for clip in real if len(clip) >= settings.window]
        if not self._long:
            raise ValueError(f"No real clip has {settings.window} frames.")
        self._follow()

    def restore(self, path: Path) -> None:
        """Go on from what `save` wrote, see `RegressionRun.restore`."""
        super().restore(path)
        self._follow()

    def _follow(self) -> None:
        self._teacher = copy.deepcopy(self.model).eval().requires_grad_(False)

    def _about(self) -> str:
        return repr((super()._about(), asdict(self._faces), material_digest(self._real, rated=False)))

    def _real_window(self, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Draw a real window [1, T, 3, S, S] twice: clean, and degraded."""
        clip = self._long[rng.integers(len(self._long))]
        start = int(rng.integers(len(clip) - self.settings.window + 1))
        crops = np.asarray(clip.crops[start : start + self.settings.window])
        if rng.random() < 0.5:
            crops = np.ascontiguousarray(crops[:, :, ::-1])
        both = (vary(crops, self._size, rng) for vary in (NO_AUGMENTATION, DEGRADED))
        clean, degraded = (torch.from_numpy(x).movedim(-1, -3)[None].to(self.device) for x in both)
        return clean, degraded

    def _gradients(self, batch: WindowBatch) -> float | None:
        loss = super()._gradients(batch)
        if loss is None:
            return None
        clean, degraded = self._real_window(np.random.default_rng((self.settings.seed, self.step, 1)))
        norms = [part for part in self.model.modules() if isinstance(part, nn.BatchNorm2d) and part.training]
        for norm in norms:  # one recording would spoil the statistics of many rendered persons
            norm.eval()
        with mixed_precision(self.device, blocks=self.model.config.block_frames > 1):
            with torch.no_grad():
                wanted, _ = self._teacher(clean)
            read, _ = self.model(degraded)
        for norm in norms:
            norm.train()
        apart = functional.mse_loss(read.float(), wanted.float())
        (self._faces.weight * apart).backward()  # type: ignore[no-untyped-call]
        with torch.no_grad():
            states = zip(self._teacher.state_dict().values(), self.model.state_dict().values(), strict=True)
            for kept, new in states:
                if kept.is_floating_point():
                    kept.lerp_(new, 1 - self._faces.follow)
        return loss + self._faces.weight * float(apart.detach())


class _HostCropsLookingReal(HostCrops):
    """Crops of which some get the amplitudes of a real one, the same for a whole run."""

    def look(self, real: Sequence[Clip], faces: RealFaces) -> None:
        self._real, self._faces = real, faces

    def _varied(self, crops: Crops, rng: np.random.Generator) -> Crops:
        if rng.random() < self._faces.look:
            clip = self._real[int(rng.integers(len(self._real)))]
            other = np.asarray(clip.crops[int(rng.integers(len(clip)))])
            crops = with_amplitudes(crops, other, float(rng.uniform(0, self._faces.share)))
        return super()._varied(crops, rng)


def averaged(start: IntensityModel, trained: IntensityModel, share: float) -> IntensityModel:
    """Return a model whose weights lie between two models of one training.

    What was learnt last is kept to a part, and what was known before is not forgotten (Wortsman et al. 2022,
    Robust fine-tuning of zero-shot models, CVPR).

    Parameters
    ----------
    start, trained : IntensityModel
        The second began as the first; neither is changed.
    share : float
        Of the second, 0 to 1.
    """
    between = copy.deepcopy(trained)
    with torch.no_grad():
        for kept, first in zip(between.state_dict().values(), start.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(first, 1 - share)
    return between
