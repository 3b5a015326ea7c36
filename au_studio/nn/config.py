"""What defines a network: the part of a checkpoint's card that is needed to build it again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.texts import mark

CARD_SCHEMA = 2
"""Version of the model card. 2: the face fills the crop; models of schema 1 read wider crops."""

STAGE1_KIND = "stage 1"
"""How the kind of a training begins (`ModelCard.training`) that needs no labels."""

WIDTHS = (8, 16, 24, 32, 48, 64)
"""Widths of the encoder that the commands offer."""


def upgrade_step(schema: object) -> str:
    """Return what to do about a card of another schema than `CARD_SCHEMA`."""
    if isinstance(schema, int) and schema < CARD_SCHEMA:
        return mark("Fine-tune again from a model of this version.")
    return mark("Update AU Studio.")


N_BLENDSHAPES = 21
"""How many blendshapes `au_studio.nn.blendshapes` keeps."""


@dataclass(frozen=True)
class ModelConfig:
    """Architecture of an intensity model.

    Attributes
    ----------
    aus : tuple of int
        Action units, in the order of the outputs.
    width : int
        Channels of the encoder's first stage, a multiple of 8 (32: 2.8 M parameters; 64: the size of Dense
        Predictive Coding). With 4, PyTorch 2.13 writes outside its memory on processors without AVX-512: the
        gradient of a 1x1 convolution with a stride of two, on one thread.
    features : int
        Channels of the encoder's output and of the recurrent state.
    block_frames : int
        Frames that one feature map sees: 1 (a 2-D network per frame) or more (2-D/3-D network on a
        sliding block that ends at the current frame).
    crop_size : int
        Side of the square face crop, px.
    head : {"state", "frame+state"}
        What the regressor sees, averaged over the cells: the recurrent state alone, or beside it the current
        frame's features, which reach it without passing the gates.
    dropout : float
        Drop-out on the recurrent state while training, 0-1.
    geometry : int
        Principal directions of the face mesh that the geometry branch reads (`au_studio.nn.geometry`);
        0 leaves the branch out.
    summary : int
        Linear summaries of the features whose value at rest that branch keeps beside the mesh's.
    blendshapes : int
        Blendshapes of the mesh that the branch reads, too; with some it also describes the shape alone.
    """

    aus: tuple[int, ...] = DISFA_AUS
    width: int = 32
    features: int = 256
    block_frames: int = 1
    crop_size: int = 128
    head: Literal["state", "frame+state"] = "frame+state"
    dropout: float = 0.1
    geometry: int = 0
    summary: int = 0
    blendshapes: int = 0

    def __post_init__(self) -> None:
        """Check the ranges, so that a damaged card is refused before a network is built."""
        unknown = [au for au in self.aus if au not in ACTION_UNITS]
        if not self.aus or unknown:
            raise ValueError(f"Unknown action units {unknown} (or none at all).")
        if self.head not in {"state", "frame+state"}:
            raise ValueError(f"Unknown head {self.head!r}.")
        if self.width < 1 or self.features < 1 or self.block_frames < 1:
            raise ValueError("width, features and block_frames are at least 1.")
        if self.width % 8 or self.crop_size < 1 or self.crop_size % 32:
            raise ValueError("width is a multiple of 8, crop_size a multiple of 32.")
        if self.geometry < 0 or self.summary < 0 or (self.summary and not self.geometry):
            raise ValueError("geometry and summary are at least 0, and there is no summary without geometry.")
        if self.blendshapes not in (0, N_BLENDSHAPES) or (self.blendshapes and not self.geometry):
            raise ValueError(f"blendshapes is 0, or with geometry {N_BLENDSHAPES}.")

    def to_json(self) -> dict[str, Any]:
        """Return the configuration as plain JSON values."""
        return {**asdict(self), "aus": list(self.aus)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ModelConfig:
        """Build a configuration from `to_json`'s values.

        Raises
        ------
        ValueError
            If a field is unknown or out of range.
        """
        unknown = set(data) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"Unknown architecture fields {sorted(unknown)}.")
        return cls(**{**data, "aus": tuple(int(au) for au in data["aus"])})
