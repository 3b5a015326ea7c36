"""Stage 1 by prediction: the future of a clip must be found among those of all (Dense Predictive Coding)."""

from __future__ import annotations

from dataclasses import asdict

import torch
from torch import Tensor, nn

from au_studio.learn.distributed import Processes
from au_studio.learn.stage1.contrastive import ContrastiveOptions, contrastive_loss, spread
from au_studio.nn.model import IntensityModel
from au_studio.nn.predictor import FuturePredictor


class FuturePrediction(nn.Module):
    """Model and predictor φ together.

    Parameters
    ----------
    model : IntensityModel
        Trained in place but for its regressor.
    predicted : int
        P: how many blocks of a clip, the last ones, are predicted.
    options : ContrastiveOptions
        Variant of the loss.
    """

    def __init__(self, model: IntensityModel, predicted: int, options: ContrastiveOptions) -> None:
        super().__init__()
        self.model = model
        self.predictor = FuturePredictor(model.config.features)
        self._predicted, self._options = predicted, options

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Predict the last blocks of each clip from the ones before.

        Parameters
        ----------
        crops : Tensor
            [B, N, L, 3, S, S]: N consecutive blocks of L frames.

        Returns
        -------
        prediction, target : Tensor
            [B, P, C, H, W]; targets are the encoder's outputs before ReLU.
        """
        z = self.model.encode_blocks(crops)
        seen = z.shape[1] - self._predicted
        _, h = self.model.temporal(torch.relu(z[:, :seen]))
        predictions = []
        for _ in range(self._predicted):
            p = self.predictor(h)
            predictions.append(p)
            h = self.model.temporal.step(torch.relu(p), h)
        return torch.stack(predictions, dim=1), z[:, seen:]

    def judge(
        self, told: tuple[Tensor, Tensor], batch: tuple[Tensor, ...], processes: Processes
    ) -> tuple[Tensor, dict[str, float]]:
        """Return the loss, and `Retrieval` and spread as figures."""
        predicted, target = told
        everyone = processes.gather(target)
        first_row = processes.rank * len(batch[0])
        loss, retrieval = contrastive_loss(predicted, everyone, self._options, first_row=first_row)
        return loss, {**asdict(retrieval), "spread": spread(everyone)}
