"""The action units that AU Studio knows, with their FACS names (Ekman, Friesen & Hager 2002)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from au_studio.texts import mark

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
    ActionUnit(
        1,
        mark("inner brow raiser"),
        mark("The inner ends of the brows go up; wrinkles in the middle of the forehead."),
        "upper face",
    ),
    ActionUnit(
        2,
        mark("outer brow raiser"),
        mark("The outer parts of the brows go up and arch; wrinkles above them."),
        "upper face",
    ),
    ActionUnit(
        4,
        mark("brow lowerer"),
        mark("The brows go down and together; upright lines between them."),
        "upper face",
    ),
    ActionUnit(
        5,
        mark("upper lid raiser"),
        mark("The upper lids go up: more of the eyeball shows above the iris."),
        "upper face",
    ),
    ActionUnit(
        6,
        mark("cheek raiser"),
        mark("The cheeks lift and the skin gathers around the eyes; crow's feet."),
        "upper face",
    ),
    ActionUnit(
        7,
        mark("lid tightener"),
        mark("The lids tighten; the lower lids rise, straighten and narrow the eyes."),
        "upper face",
    ),
    ActionUnit(
        9,
        mark("nose wrinkler"),
        mark("Wrinkles along the sides of the nose; its wings lift, the brows come down."),
        "lower face",
    ),
    ActionUnit(
        10,
        mark("upper lip raiser"),
        mark("The upper lip lifts, most in its middle parts; the fold beside the nose deepens."),
        "lower face",
    ),
    ActionUnit(
        12,
        mark("lip corner puller"),
        mark("The lip corners go back and up, as in a smile; the cheek fold deepens."),
        "lower face",
    ),
    ActionUnit(
        14,
        mark("dimpler"),
        mark("The lip corners are drawn inwards and tighten; a dimple beside them."),
        "lower face",
    ),
    ActionUnit(
        15,
        mark("lip corner depressor"),
        mark("The lip corners go down; bulges or lines below them."),
        "lower face",
    ),
    ActionUnit(
        17, mark("chin raiser"), mark("The chin boss wrinkles and pushes the lower lip up."), "lower face"
    ),
    ActionUnit(
        20,
        mark("lip stretcher"),
        mark("The lip corners are drawn straight sideways; the mouth looks longer and flatter."),
        "lower face",
    ),
    ActionUnit(
        23,
        mark("lip tightener"),
        mark("The lips tighten and narrow; their red parts look thinner."),
        "lower face",
    ),
    ActionUnit(
        24,
        mark("lip presser"),
        mark("The lips press together, without the chin pushing them up."),
        "lower face",
    ),
    ActionUnit(
        25, mark("lips part"), mark("The lips part; teeth or the inside of the mouth may show."), "lower face"
    ),
    ActionUnit(26, mark("jaw drop"), mark("The jaw drops by relaxing; the teeth come apart."), "lower face"),
    ActionUnit(
        27,
        mark("mouth stretch"),
        mark("The mouth is pulled wide open downwards; the cheeks flatten."),
        "lower face",
    ),
    ActionUnit(
        43,
        mark("eye closure"),
        mark("The eyes close, or the upper lids droop, for longer than a blink."),
        "upper face",
    ),
    ActionUnit(45, mark("blink"), mark("Both eyes close and open again at once."), "upper face"),
    ActionUnit(46, mark("wink"), mark("One eye closes and opens again, on purpose."), "upper face"),
)

ACTION_UNITS: dict[int, ActionUnit] = {au.number: au for au in _KNOWN}
"""Every known action unit by its FACS number."""

DISFA_AUS: tuple[int, ...] = (1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26)
"""The twelve action units coded in DISFA (Mavadati et al. 2013), in ascending order."""


def csv_column(number: int) -> str:
    """Return the intensity column of an action unit as OpenFace names it, e.g. ``AU06_r``."""
    return f"{ACTION_UNITS[number].label}_r"
