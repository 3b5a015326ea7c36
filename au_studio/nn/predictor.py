"""The predictor φ of stage 1: from the recurrent state to the next block's features."""

from __future__ import annotations

from torch import Tensor, nn


class FuturePredictor(nn.Module):
    """Two 1x1 convolutions with a ReLU between them (DPC); used in pre-training only."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(channels, channels, 1), nn.ReLU(), nn.Conv2d(channels, channels, 1)
        )

    def forward(self, h: Tensor) -> Tensor:
        """Map the state [B, C, H, W] to the predicted features [B, C, H, W]."""
        y: Tensor = self.layers(h)
        return y
