"""What the columns of a table of ratings mean, by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.notation import Side

NAMES = {
    "recording": ("recording", "video", "file", "filename", "file_name", "video_name", "clip"),
    "frame": (
        "frame",
        "frame_number",
        "frame_no",
        "frame_nr",
        "framenumber",
        "frame_index",
        "frame_idx",
        "frame_#",
        "frames",
        "frame_id",
        "frameid",
    ),
    "timestamp": (
        "timestamp",
        "time",
        "seconds",
        "sec",
        "time_s",
        "timestamp_s",
        "time_sec",
        "video_time",
        "second",
        "time_in_seconds",
        "time_seconds",
    ),
    "ms": ("ms", "milliseconds", "time_ms", "timestamp_ms", "time_msec"),
    "pts": ("pts",),
    "coder": ("coder", "rater", "annotator"),
    "au": ("au", "action_unit"),
    "value": ("value", "intensity", "level", "rating", "score"),
    "status": ("status",),
    "kind": ("kind",),
    "code": ("code", "visibility"),
    "side": ("side", "laterality"),
    "unsure": ("unsure",),
    "visible": ("visible",),
    "note": ("note", "comment"),
}
"""Columns that are understood, and how they may be called (``_`` for spaces, points and dashes)."""

_OF_LONG = frozenset(("au", "value", "status", "kind", "code", "side", "unsure"))
_FRAMES = frozenset(("pts", "timestamp", "ms", "frame"))
_AU = re.compile(
    r"(?:(?P<before>left|right|[LRU])[\s_.-]*)?(?:AU|action[\s_.-]*units?)[\s_.-]*0*(?P<au>\d{1,2})(?!\d)"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MODEL = re.compile(r"_[rc](_.*)?|_sd", re.IGNORECASE | re.DOTALL)
_CODER = re.compile(r"_coder_(?P<coder>.+)", re.IGNORECASE | re.DOTALL)
_SIDES: dict[str, Side] = {"l": "L", "left": "L", "r": "R", "right": "R", "u": "U", "unilateral": "U"}
_LEVEL_WORDS = frozenset(("intensity", "intensities", "level", "value", "rating", "score", "int", "coded"))
_PRESENCE = frozenset(("presence", "present", "occurrence", "occ", "c", "binary", "onoff"))
_WHY = {
    "rated": "when it was rated; an import has a date of its own",
    "confidence": "a model's",
    "success": "a model's",
    "face_id": "a model's",
}
MODEL = "the estimates of a model, not ratings"


@dataclass(frozen=True)
class Unit:
    """What a column (or cell) that names an action unit says."""

    au: int
    side: Side | None = None
    coder: str = ""


class NotAUnit(ValueError):
    """A name is that of no action unit that can be read; the message says why, for people."""


def parse_unit(name: str, *, sides: bool = False) -> Unit | None:
    """Read the name of an action unit: ``AU12``, ``AU 06 (cheek)``, ``AU6L``, ``AU12_coder_ab``, ….

    Parameters
    ----------
    name : str
        The name.
    sides : bool
        Whether ``AU12_r`` is the right side; else it is a model's estimate.

    Returns
    -------
    Unit or None
        None where it does not begin as the name of an action unit.

    Raises
    ------
    NotAUnit
        If it does, and cannot be read all the same.
    """
    match = _AU.fullmatch(name.strip())
    if match is None:
        return None
    au, rest = int(match["au"]), match["rest"].strip()
    if au not in ACTION_UNITS:
        raise NotAUnit(f"AU{au:02d} is no action unit that AU Studio knows")
    side = _SIDES[match["before"].casefold()] if match["before"] else None
    if (coder := _CODER.fullmatch(rest)) is not None:
        return Unit(au, side, coder["coder"])
    if _MODEL.fullmatch(rest) and not sides:
        raise NotAUnit(MODEL)
    found = _after(au, rest)
    if side and found and side != found:
        raise NotAUnit("it names two sides")
    return Unit(au, side or found)


def _after(au: int, rest: str) -> Side | None:
    """Return the side that the words after an action unit's number say; raise if they say something else."""
    words = [word for word in re.split(r"[\s_.,:;()\[\]/-]+", rest.casefold()) if word]
    if _PRESENCE & set(words):
        raise NotAUnit("it says whether, not how strongly")
    sides = {_SIDES[word] for word in words if word in _SIDES}
    if len(sides) > 1:
        raise NotAUnit("it names two sides")
    names = set(re.split(r"\W+", ACTION_UNITS[au].name.casefold()))
    odd = [w for w in words if w not in _SIDES and w not in _LEVEL_WORDS and w not in names]
    if odd and not rest.startswith(("(", "[")):  # what stands in brackets explains
        raise NotAUnit(f"“{' '.join(odd)}” is not understood")
    return next(iter(sides), None)


def plain(name: str) -> str:
    """Return a column's name as `NAMES` has it."""
    return re.sub(r"[\s._\-()\[\]]+", "_", name.strip().casefold()).strip("_")


def score(cells: Sequence[str]) -> int:
    """Say how much of a row names columns that are known; 0 if it is no header of a table of ratings."""
    names = [plain(cell) for cell in cells]
    known = sum(any(name in given for name in names) for given in NAMES.values())
    units = sum(_names_unit(cell) for cell in cells)
    return known + units if len(cells) > 1 and known + units > 1 else 0


def _names_unit(cell: str) -> bool:
    try:
        return parse_unit(cell, sides=True) is not None
    except NotAUnit:
        return True


class Columns:
    """Where things stand in a table.

    Attributes
    ----------
    places : dict of str to int
        Place of each column of `NAMES` that is there.
    units : list of (int, Unit)
        Places of columns of action units; empty in a long table.
    ignored : dict of str to str
        Columns that are not read, and why (empty = they mean nothing here).
    nameless : list of int
        Places of columns without a name.
    """

    def __init__(self, header: Sequence[str]) -> None:
        names = [plain(name) for name in header]
        self.places: dict[str, int] = {}
        for key, given in NAMES.items():
            found = next((names.index(name) for name in given if name in names), None)
            if found is not None:
                self.places[key] = found
        if "kind" in self.places and "source" in names:  # our table of a row per frame, source and unit
            self.places.setdefault("coder", names.index("source"))
        self.units: list[tuple[int, Unit]] = []
        self.ignored: dict[str, str] = {}
        self.nameless = [place for place, name in enumerate(header) if not name.strip()]
        self._read_units(header, names)
        self.format: Literal["long", "wide"] = "wide" if self.units else "long"
        if self.units:
            self.places = {key: place for key, place in self.places.items() if key not in _OF_LONG}
        used = {*self.places.values(), *(place for place, _ in self.units), *self.nameless}
        for place, name in enumerate(header):
            if place not in used:
                self.ignored.setdefault(name.strip(), _WHY.get(names[place], ""))

    def _read_units(self, header: Sequence[str], names: Sequence[str]) -> None:
        for place, name in enumerate(header):
            # AU12_r is what OpenFace calls a model's estimate; beside an AU12_l it is the right side.
            partner = re.sub(r"_r$", "_l", names[place])
            try:
                unit = parse_unit(name, sides=partner != names[place] and partner in names)
            except NotAUnit as error:
                self.ignored[name.strip()] = str(error)
                continue
            if unit is not None:
                self.units.append((place, unit))

    @property
    def has_frames(self) -> bool:
        """Whether a column names the frame."""
        return bool(_FRAMES & self.places.keys())

    @property
    def has_ratings(self) -> bool:
        """Whether there are columns of ratings."""
        return bool(self.units) or {"au", "value"} <= self.places.keys()

    @property
    def only_model(self) -> bool:
        """Whether the only columns of action units are a model's."""
        return not self.units and MODEL in self.ignored.values()
