"""The temporal module g: a convolutional GRU with 1x1 kernels (Ballas et al. 2016; as in DPC)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class ConvGRU(nn.Module):
    """One ConvGRU layer; every cell of the feature map keeps its own state.

    Parameters
    ----------
    channels : int
        Channels of input and state.
    dropout : float
        Drop-out on the output while training (the state itself is carried on undropped).
    """

    def __init__(self, channels: int, dropout: float) -> None:
        super().__init__()
        self.channels = channels
        self.gates = nn.Conv2d(2 * channels, 2 * channels, 1)
        self.candidate = nn.Conv2d(2 * channels, channels, 1)
        self.dropout = nn.Dropout(dropout)
        for conv in (self.gates, self.candidate):
            nn.init.orthogonal_(conv.weight)
            assert conv.bias is not None
            nn.init.zeros_(conv.bias)

    def step(self, x: Tensor, h: Tensor) -> Tensor:
        """Advance the state by one frame: [B, C, H, W] x 2 to [B, C, H, W]."""
        update, reset = torch.sigmoid(self.gates(torch.cat([x, h], dim=1))).chunk(2, dim=1)
        candidate = torch.tanh(self.candidate(torch.cat([x, reset * h], dim=1)))
        return (1 - update) * h + update * candidate

    def forward(
        self, x: Tensor, h: Tensor | None = None, restart: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Run over time.

        Parameters
        ----------
        x : Tensor
            [B, T, C, H, W].
        h : Tensor, optional
            State before the first frame, [B, C, H, W]; zeros if absent.
        restart : Tensor of bool, optional
            [B, T]; True clears the state before that frame.

        Returns
        -------
        outputs : Tensor
            State at every frame, with drop-out while training, [B, T, C, H, W].
        state : Tensor
            State after the last frame, [B, C, H, W].
        """
        if h is None:
            h = x.new_zeros(x.shape[0], self.channels, *x.shape[3:])
        outputs = []
        for t in range(x.shape[1]):
            if restart is not None:
                h = h * (~restart[:, t]).to(h.dtype)[:, None, None, None]
            h = self.step(x[:, t], h)
            outputs.append(self.dropout(h))
        return torch.stack(outputs, dim=1), h
