"""Held-out frames of a fine-tuning: where every training begins, and how good each state of it is on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from au_studio.learn.judging.error_fitting import fit_expected_errors
from au_studio.learn.judging.evaluation import held_out_agreement
from au_studio.learn.judging.folds import (
    GAP_SECONDS,
    Splits,
    keep_rated,
    split_frames,
    split_within_recordings,
)
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.known_codes import KnownCodes
from au_studio.learn.material.rated import RatedFrames, chosen_frames, rated_features, rated_frames
from au_studio.learn.stage2.readout import (
    Array,
    Readout,
    Whitening,
    fit_readout,
    readout_of,
    relative_error,
)
from au_studio.learn.stage2.readout_choice import choose_strength, units_that_gain
from au_studio.nn.model import IntensityModel
from au_studio.stats.error import best_constant

FEWEST_FOR_ERRORS = 30
"""Held-out frames that it takes to say how far off a model may be."""

_RUNNING, _WHITENED = 0.6, 0.85
"""Shares of the time of a `HeldOut` after which the networks have run and the features are whitened (66 rated
frames, two cores)."""
NOT_ASKED_FOR = "Held-out agreement was not asked for."


@dataclass(frozen=True, eq=False)
class _Within:
    """Rated frames [N, A] that were held out while other stretches of their recordings trained.

    Attributes
    ----------
    frames : RatedFrames
        These frames.
    fitted, base, before, constant : float64 [N, A]
        What is predicted of them: by the regressor fitted to the other ratings, by the base, by the model
        whose figures stand beside, and by the median of the other ratings.
    scheme : str
        What was held out, in words.
    """

    frames: RatedFrames
    fitted: Array
    base: Array
    before: Array
    constant: Array
    scheme: str


class HeldOut:
    """The rated frames, split; what the base and a constant say about those held out; and the readouts.

    Parameters
    ----------
    base : IntensityModel
        The model that is fine-tuned; it is not changed.
    clips : sequence of Clip
        With ratings.
    folds : int
        Largest number of folds; 0 holds nothing out.
    device : torch.device
        Where the base is run.
    before : IntensityModel, optional
        The model whose figures stand beside, if another: the base was adapted to the study first, or does not
        read all the action units. What it does not read it has no figures for.
    codes : KnownCodes, optional
        Geometry of the crops that was found before; what is found is added.
    on_share : callable
        Told how much of the looking and fitting is done, 0 to 1.

    Attributes
    ----------
    splits : Splits
        Which rated frames train each fold's model.
    strength : float
        How strongly the base pulls the regressor, chosen by cross-validation over all ratings.
    """

    def __init__(
        self,
        base: IntensityModel,
        clips: Sequence[Clip],
        folds: int,
        device: torch.device,
        before: IntensityModel | None = None,
        *,
        codes: KnownCodes | None = None,
        on_share: Callable[[float], None] = lambda share: None,
    ) -> None:
        self._clips, self._device, self._base_model = clips, device, base
        self.frames = rated_frames(clips)
        self._codes = KnownCodes() if codes is None else codes
        runs = _RUNNING if before is None else _RUNNING / 2
        self._features = rated_features(
            base, clips, device, self._codes, lambda share: on_share(runs * share)
        )
        self._base = readout_of(base)
        self._before = self._base(self._features)
        if before is not None:
            again = rated_features(
                before, clips, device, self._codes, lambda share: on_share(runs * (1 + share))
            )
            self._before = _read(before, again, base.config.aus)
        self.splits = split_frames(self.frames, folds) if folds else Splits((), NOT_ASKED_FOR)
        # Ratings have no part in it, so frames that are held out may.
        self._whitening = Whitening.within_persons(self._features, self.frames.persons)
        self._whitened = self._whitening.features(self._features)
        on_share(_WHITENED)
        self.strength = choose_strength(self._whitening.readout(self._base), self._whitened, self.frames)
        # One strength for all: chosen within each fold, from its few persons, it would be far too cautious.
        self._readouts = [self._fit(split.training) for split in self.splits.splits]
        on_share((1 + _WHITENED) / 2)
        self._within = self._within_recordings(folds) if self.splits.whole_groups else None

    def start_models(self) -> list[IntensityModel]:
        """Return the base with its regressor fitted to all ratings, and to those of each fold."""
        everything = np.ones(len(self.frames), dtype=bool)
        readouts = [self._fit(everything), *self._readouts]
        return [readout.put_into(self._base_model) for readout in readouts]

    def training_clips(self) -> list[list[Clip]]:
        """Return the training material of each fold."""
        return [keep_rated(self._clips, split.training) for split in self.splits.splits]

    def agreement_of_base(self) -> dict[str, Any]:
        """Return held-out agreement of the base itself (empty without folds)."""
        everything = self._base(self._features)
        return self._agreement([everything[split.held_out] for split in self.splits.splits], unchanged=True)

    def agreement_at_start(self) -> dict[str, Any]:
        """Return held-out agreement of the start models (empty without folds): no network needs to run."""
        predicted = [
            readout(self._features[split.held_out])
            for readout, split in zip(self._readouts, self.splits.splits, strict=True)
        ]
        return self._agreement(predicted)

    def agreement(self, models: Sequence[IntensityModel]) -> dict[str, Any]:
        """Return held-out agreement of the folds' models (empty without folds)."""
        predicted = []
        for model, split in zip(models, self.splits.splits, strict=True):
            clips = keep_rated(self._clips, split.held_out)
            features = rated_features(model, clips, self._device, self._codes)
            predicted.append(readout_of(model)(features))
        return self._agreement(predicted)

    def _fit(self, training: np.ndarray[Any, np.dtype[np.bool_]]) -> Readout:
        frames, features = chosen_frames(self.frames, training), self._whitened[training]
        base = self._whitening.readout(self._base)
        fitted = fit_readout(base, features, frames.intensities, self.strength)
        # Told from the training ratings alone: those held out must not say which units are judged changed.
        gains = units_that_gain(base, features, frames, self.strength)
        readout = self._whitening.plain(fitted)
        return Readout(
            np.where(gains[:, None], readout.weight, self._base.weight),
            np.where(gains, readout.bias, self._base.bias),
        )

    def _within_recordings(self, folds: int) -> _Within | None:
        """Fit the regressor anew with stretches of every recording held out; None where all are too short."""
        splits = split_within_recordings(self.frames, folds)
        if not splits:
            return None
        fitted, constant = np.full((2, *self.frames.intensities.shape), np.nan)
        for split in splits:
            fitted[split.held_out] = self._fit(split.training)(self._features[split.held_out])
            constant[split.held_out] = best_constant(self.frames.intensities[split.training])
        held = np.any([split.held_out for split in splits], axis=0)
        return _Within(
            chosen_frames(self.frames, held),
            fitted[held],
            self._base(self._features[held]),
            self._before[held],
            constant[held],
            f"{len(splits)} folds; a stretch of every recording is held out, with a gap of {GAP_SECONDS:g} s "
            "around it, while its other ratings train. Judged is the regressor fitted anew.",
        )

    def _agreement(self, predicted: Sequence[Array], *, unchanged: bool = False) -> dict[str, Any]:
        """Return the agreement of held-out predictions; `unchanged` says that they are the base's."""
        if not self.splits.splits:
            return {"au": {}, "mean": {}, "n_frames": 0}
        shape = self.frames.intensities.shape
        ours, constant = np.full(shape, np.nan), np.full(shape, np.nan)
        for values, split in zip(predicted, self.splits.splits, strict=True):
            ours[split.held_out] = values
            constant[split.held_out] = best_constant(self.frames.intensities[split.training])
        others = {"base_": self._before, "constant_": constant}
        found = held_out_agreement(self.frames, {"": ours, **others}, self._base_model.config.aus)
        found["error"] = relative_error(self.frames.intensities, ours)
        found["whole_groups"], found["groups"] = self.splits.whole_groups, self.frames.groups
        if (within := self._within) is not None:
            same = within.base if unchanged else within.fitted
            compared = {"": same, "base_": within.before, "constant_": within.constant}
            judged = held_out_agreement(within.frames, compared, self._base_model.config.aus)
            found["within"] = {**judged, "scheme": within.scheme}
            # Strangers and the other frames of those who were rated count alike.
            found["error"] += relative_error(within.frames.intensities, same)
        held = np.isfinite(ours).all(axis=1)
        if int(held.sum()) >= FEWEST_FOR_ERRORS:
            rated, persons = self.frames.intensities[held], self.frames.persons[held]
            aus = self._base_model.config.aus
            found["error_model"] = fit_expected_errors(
                rated, ours[held], persons, aus, self.frames.groups
            ).to_json()
        return found


def _read(model: IntensityModel, features: Array, aus: Sequence[int]) -> Array:
    """Return a model's intensities [N, A]; NaN for the action units that it does not read."""
    values = np.full((len(features), len(aus)), np.nan)
    columns = [aus.index(au) for au in model.config.aus]
    values[:, columns] = readout_of(model)(features)
    return values
