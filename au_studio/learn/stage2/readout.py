"""The first step of fine-tuning: the regressor alone, in closed form, pulled toward the base's.

What the network sees in a face is kept; only how it is read changes. A few dozen ratings determine that:
``min Σ (y − w·x − c)² + λ s |w − w₀|²`` per action unit, with w₀ the base's weights and s the mean squared
length of the centred features. λ says how strongly the base pulls.

All that is done to features that are whitened within persons (`Whitening`), so that |w − w₀|² is how much a
change of w changes what is read within persons: what is constant in a person and differs between persons, as
a face at rest does, can be taken off without changing how movement is read.

How strongly the base pulls, and which action units are read as by the base after all, is chosen by
cross-validation (`au_studio.learn.stage2.readout_choice`).

References
----------
Hoerl & Kennard (1970), Technometrics 12, 55-67 (ridge regression); the prior mean w₀ instead of 0 is ours.
Fisher (1936), Annals of Eugenics 7, 179-188 (the within-group covariance as a measure of length); Friedman
(1989), JASA 84, 165-175 (its shrinkage).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from au_studio.nn.model import IntensityModel

Array = npt.NDArray[np.float64]

STRENGTHS = (30.0, 3.0, 1.0, 0.3, 0.1, 0.03, 0.01, 0.003)
"""Values of λ that are tried, from "almost the base" to "almost what the ratings say"."""
SHRINKAGE = 0.6
"""Share of the identity in the within-person covariance; 1 would be no whitening. Of 0.3, 0.45, 0.6, 0.8 and
1 it did best by and large. Mean ICC on frames that were not rated, without whitening and with it: 20 rendered
persons with 8 ratings each .724 and .757, strangers .662 and .675; 8 persons with 20 ratings each .745 and
.772 (.638 and .643); one person (mean of six) with 240 ratings .910 and .915, with 100 .842 and .848, with 40
.816 and .809."""
_CAUTION = 2.0  # as if so many more ratings said that the base has no bias


@dataclass(frozen=True, eq=False)
class Readout:
    """A linear regressor: intensities = features @ weight.T + bias.

    Attributes
    ----------
    weight : float64 [A, D]
    bias : float64 [A]
    """

    weight: Array
    bias: Array

    def __call__(self, features: Array) -> Array:
        """Return intensities in [0, 5], [N, A], of features [N, D]."""
        values: Array = np.clip(features @ self.weight.T + self.bias, 0.0, 5.0)
        return values

    def put_into(self, model: IntensityModel) -> IntensityModel:
        """Return a copy of a model that reads its features this way."""
        changed = copy.deepcopy(model)
        with torch.no_grad():
            changed.regressor.weight.copy_(torch.from_numpy(self.weight))
            changed.regressor.bias.copy_(torch.from_numpy(self.bias))
        return changed


@dataclass(frozen=True, eq=False)
class Whitening:
    """A linear change of the features, ``z = x T``, after which they vary more alike within persons.

    Attributes
    ----------
    forth, back : float64 [D, D]
        T and its inverse, both symmetric.
    """

    forth: Array
    back: Array

    @classmethod
    def within_persons(cls, features: Array, persons: npt.NDArray[np.str_]) -> Whitening:
        """Return the whitening of some features within persons.

        T is the inverse square root of the within-person covariance, shrunk toward a multiple of the
        identity, because there are fewer rated frames than features.

        Parameters
        ----------
        features : float64 [N, D]
            What the regressor sees.
        persons : str [N]
            Whose frame each is.
        """
        size = features.shape[1]
        centred = features.copy()
        for person in np.unique(persons):
            own = persons == person
            centred[own] -= features[own].mean(axis=0)
        covariance = centred.T @ centred / max(1, len(centred))
        mean = float(np.trace(covariance)) / size
        if mean <= 0:  # one frame of each person, or one that never changes
            return cls(np.eye(size), np.eye(size))
        shrunk = (1 - SHRINKAGE) * covariance / mean + SHRINKAGE * np.eye(size)
        values, vectors = np.linalg.eigh(shrunk)
        roots = np.sqrt(np.maximum(values, SHRINKAGE))
        return cls((vectors / roots) @ vectors.T, (vectors * roots) @ vectors.T)

    def features(self, features: Array) -> Array:
        """Return features [N, D], whitened."""
        return features @ self.forth

    def readout(self, plain: Readout) -> Readout:
        """Return the regressor that reads whitened features as `plain` reads them before."""
        return Readout(plain.weight @ self.back, plain.bias)

    def plain(self, readout: Readout) -> Readout:
        """Return the regressor that reads plain features as `readout` reads whitened ones."""
        return Readout(readout.weight @ self.forth, readout.bias)


def readout_of(model: IntensityModel) -> Readout:
    """Return the regressor of a model."""
    layer = model.regressor
    return Readout(
        layer.weight.detach().cpu().double().numpy().copy(), layer.bias.detach().cpu().double().numpy().copy()
    )


def fit_readout(base: Readout, features: Array, rated: npt.ArrayLike, strength: float) -> Readout:
    """Fit the regressor to ratings.

    Parameters
    ----------
    base : Readout
        Toward which it is pulled; an action unit without ratings stays as there.
    features : float64 [N, D]
        What the regressor sees at the rated frames.
    rated : float [N, A]
        0 to 5; NaN where not rated.
    strength : float
        λ, above 0: how strongly the base pulls.
    """
    return fit_readouts(base, features, rated, (strength,))[0]


def fit_readouts(
    base: Readout, features: Array, rated: npt.ArrayLike, strengths: Sequence[float]
) -> list[Readout]:
    """Fit the regressor as `fit_readout` does, once for each λ: all of them cost little more than one."""
    wanted = np.asarray(rated, dtype=np.float64)
    # Of the clamped values: what the base reads below 0 where nothing is there is no error to learn from.
    error = wanted - base(features)
    fitted = [Readout(base.weight.copy(), base.bias.copy()) for _ in strengths]
    known = np.isfinite(wanted)
    # Action units rated on the same frames share one equation.
    for mask in np.unique(known.T, axis=0):
        columns = np.flatnonzero((mask == known.T).all(axis=1))
        n = int(mask.sum())
        if n == 0:
            continue
        x, r = features[mask], error[np.ix_(mask, columns)]
        middle, offset = x.mean(axis=0), r.mean(axis=0)
        changes = _pulled_changes(x - middle, r - offset, strengths)
        for readout, change in zip(fitted, changes, strict=True):
            readout.weight[columns] += change
            readout.bias[columns] += offset * n / (n + _CAUTION) - change @ middle
    return fitted


def _pulled_changes(z: Array, r: Array, strengths: Sequence[float]) -> list[Array]:
    """Return the change of the weights [A, D] for each λ, of centred features [n, D] and errors [n, A]."""
    kernel = z @ z.T
    scale = float(np.trace(kernel)) / len(z)
    if scale <= 0:
        return [np.zeros((r.shape[1], z.shape[1]))] * len(strengths)
    values, vectors = np.linalg.eigh(kernel / scale)
    turned = vectors.T @ r
    back = z.T @ vectors / scale
    return [(back @ (turned / (np.maximum(values, 0.0) + strength)[:, None])).T for strength in strengths]


def relative_error(rated: npt.ArrayLike, predicted: npt.ArrayLike) -> float:
    """Return the squared error, averaged over action units in units of the variance of their ratings.

    A small constant beside the variance keeps action units that are hardly ever there from deciding.
    """
    truth, given = np.asarray(rated, dtype=float), np.asarray(predicted, dtype=float)
    known = np.isfinite(truth) & np.isfinite(given)
    count = known.sum(axis=0)
    used = count > 0
    if not used.any():
        return float("inf")
    squared = np.where(known, truth - given, 0.0) ** 2
    mean = np.where(known, truth, 0.0).sum(axis=0) / np.maximum(1, count)
    variance = (np.where(known, truth - mean, 0.0) ** 2).sum(axis=0) / np.maximum(1, count)
    return float((squared.sum(axis=0) / np.maximum(1, count) / (variance + 0.05))[used].mean())
