"""The action units that AU Studio knows, with their FACS names (Ekman, Friesen & Hager 2002)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Region = Literal["upper face", "lower face"]


@dataclass(frozen=True)
class ActionUnit:
    """One facial action unit.

    Attributes
    ----------
    number : int
        FACS number, e.g. 12.
    name : str
        FACS name, e.g. "lip corner puller".
    description : str
        What a coder sees, in one short sentence.
    region : {"upper face", "lower face"}
        Where it appears.
    """

    number: int
    name: str
    description: str
    region: Region

    @property
    def label(self) -> str:
        """Short label with two digits, e.g. ``AU06``."""
        return f"AU{self.number:02d}"


_KNOWN = (
    ActionUnit(1, "inner brow raiser", "The inner ends of the brows go up.", "upper face"),
    ActionUnit(2, "outer brow raiser", "The outer ends of the brows go up.", "upper face"),
    ActionUnit(4, "brow lowerer", "The brows go down and together.", "upper face"),
    ActionUnit(5, "upper lid raiser", "The upper lids go up; more of the eyeball shows.", "upper face"),
    ActionUnit(6, "cheek raiser", "The cheeks lift; crow's feet and bags under the eyes.", "upper face"),
    ActionUnit(7, "lid tightener", "The lids tighten and narrow the eyes.", "upper face"),
    ActionUnit(9, "nose wrinkler", "The nose wrinkles along its sides; the brows come down.", "lower face"),
    ActionUnit(10, "upper lip raiser", "The upper lip goes up; its furrow deepens.", "lower face"),
    ActionUnit(12, "lip corner puller", "The lip corners go up and back, as in a smile.", "lower face"),
    ActionUnit(14, "dimpler", "The lip corners tighten and dimple.", "lower face"),
    ActionUnit(15, "lip corner depressor", "The lip corners go down.", "lower face"),
    ActionUnit(17, "chin raiser", "The chin boss pushes up; the lower lip with it.", "lower face"),
    ActionUnit(20, "lip stretcher", "The lips stretch sideways.", "lower face"),
    ActionUnit(23, "lip tightener", "The lips tighten and narrow.", "lower face"),
    ActionUnit(24, "lip presser", "The lips press together.", "lower face"),
    ActionUnit(25, "lips part", "The lips part.", "lower face"),
    ActionUnit(26, "jaw drop", "The jaw drops, relaxed.", "lower face"),
    ActionUnit(43, "eye closure", "The eyes close.", "upper face"),
    ActionUnit(45, "blink", "The eyes close and open at once.", "upper face"),
)

ACTION_UNITS: dict[int, ActionUnit] = {au.number: au for au in _KNOWN}
"""Every known action unit by its FACS number."""

DISFA_AUS: tuple[int, ...] = (1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26)
"""The twelve action units coded in DISFA (Mavadati et al. 2013), in ascending order."""


def csv_column(number: int) -> str:
    """Return the intensity column of an action unit as OpenFace names it, e.g. ``AU06_r``."""
    return f"{ACTION_UNITS[number].label}_r"
