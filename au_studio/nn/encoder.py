"""The encoder f: face crops to feature maps, a ResNet-18 per frame or per short block of frames.

Shapes follow Dense Predictive Coding (Han, Xie & Zisserman 2019): the last stage has `features` channels
on a 4 x 4 grid for 128-px crops, and no ReLU after its last block, because the contrastive targets are
taken there.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from au_studio.nn.config import ModelConfig


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions with a shortcut, in two or three dimensions (He et al. 2016).

    In three dimensions kernels are 3x3x3 and `stride` applies to time as well.
    """

    def __init__(
        self, inputs: int, outputs: int, stride: int, *, temporal: bool = False, final_relu: bool = True
    ) -> None:
        super().__init__()
        conv: type[nn.Conv2d | nn.Conv3d] = nn.Conv3d if temporal else nn.Conv2d
        norm: type[nn.BatchNorm2d | nn.BatchNorm3d] = nn.BatchNorm3d if temporal else nn.BatchNorm2d
        self.conv1 = conv(inputs, outputs, 3, stride=stride, padding=1, bias=False)
        self.norm1 = norm(outputs)
        self.conv2 = conv(outputs, outputs, 3, padding=1, bias=False)
        self.norm2 = norm(outputs)
        self.shortcut: nn.Module = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(conv(inputs, outputs, 1, stride=stride, bias=False), norm(outputs))
        self.final_relu = final_relu

    def forward(self, x: Tensor) -> Tensor:
        """Map [B, inputs, (T,) H, W] to [B, outputs, (T/stride,) H/stride, W/stride]."""
        y = torch.relu(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y)) + self.shortcut(x)
        return torch.relu(y) if self.final_relu else y


def _stage(
    inputs: int, outputs: int, stride: int, *, temporal: bool = False, last: bool = False
) -> nn.Module:
    return nn.Sequential(
        ResidualBlock(inputs, outputs, stride, temporal=temporal),
        ResidualBlock(outputs, outputs, 1, temporal=temporal, final_relu=not last),
    )


class Encoder(nn.Module):
    """Feature extractor f.

    With ``block_frames == 1`` all four stages are 2-D. With more, the first two stay 2-D (1x3x3 kernels) and
    the last two are 3-D with a stride of two in time, averaged over time at the end (DPC's "2d3d" network).
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        width, features = config.width, config.features
        self.temporal = config.block_frames > 1
        self.stem = nn.Sequential(
            nn.Conv2d(3, width, 7, stride=2, padding=3, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2, padding=1),
        )
        self.stage1 = _stage(width, width, 1)
        self.stage2 = _stage(width, 2 * width, 2)
        self.stage3 = _stage(2 * width, 4 * width, 2, temporal=self.temporal)
        self.stage4 = _stage(4 * width, features, 2, temporal=self.temporal, last=True)
        for module in self.modules():
            if isinstance(module, nn.Conv2d | nn.Conv3d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def frames(self, crops: Tensor) -> Tensor:
        """Run the part that sees single frames: [N, 3, S, S] to [N, C, h, w]."""
        x: Tensor = self.stage2(self.stage1(self.stem(crops)))
        return x if self.temporal else self.stage4(self.stage3(x))

    def blocks(self, maps: Tensor) -> Tensor:
        """Run the part that sees blocks: [N, L, C, h, w] from `frames` to [N, features, S/32, S/32]."""
        if not self.temporal:
            return maps[:, -1]
        y: Tensor = self.stage4(self.stage3(maps.transpose(1, 2)))
        return y.mean(dim=2)
