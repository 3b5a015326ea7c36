"""One rating as a cell of a table: ``3``, ``L3`` (side), ``3?`` (unsure), ``X`` or ``72`` (not codable).

Readers also take FACS letters (``C`` = 3), ``3.0`` and ``72,0`` (whole numbers that a program made decimal),
and the words that other programs write for a missing value. An empty cell is *not rated*: no rating.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from au_studio.facs.intensity import LEVELS
from au_studio.facs.notation import Side

NOT_CODABLE = "X"
_CELL = re.compile(
    r"(?P<side>[LRU])?(?P<level>[0-5](?:[.,]0*)?|[A-E])(?P<unsure>\?)?"
    r"|(?P<code>7[0-4])(?:[.,]0*)?(?P<code_unsure>\?)?|(?P<none>X|9(?:[.,]0*)?)(?P<none_unsure>\?)?",
    re.IGNORECASE,
)
# What R, pandas, Excel, SPSS, SAS and databases write for a value that is not there.
_MISSING = frozenset(
    ("", "na", "nan", "n/a", "<na>", "#n/a", "#n/a n/a", "#na", "-nan", "null", "#null!", "nat")
)
_EMPTY = _MISSING | {"none", "-", ".", "(null)"}
_YES = frozenset(("true", "yes", "y", "x", "t", "wahr", "ja"))
_NO = frozenset(("false", "no", "n", "f", "falsch", "nein"))
_LETTERS = {level.letter: level.value for level in LEVELS if level.letter}


@dataclass(frozen=True)
class RatingCell:
    """What a cell says.

    Attributes
    ----------
    value : int or None
        0 to 5; None = not codable.
    code : int or None
        Visibility code 70-74.
    side : {"L", "R", "U"} or None
        Laterality.
    unsure : bool
        The coder was not sure.
    """

    value: int | None
    code: int | None = None
    side: Side | None = None
    unsure: bool = False


def format_cell(cell: RatingCell) -> str:
    """Return the text of a cell; `parse_cell` gives back the same."""
    if cell.value is None:
        text = NOT_CODABLE if cell.code is None else str(cell.code)
    else:
        text = f"{cell.side or ''}{cell.value}"
    return text + ("?" if cell.unsure else "")


@functools.lru_cache(maxsize=1024)
def parse_cell(text: str) -> RatingCell | None:
    """Read a cell; None = not rated.

    Raises
    ------
    ValueError
        If it is neither a whole level nor a word for a missing one; says what was found.
    """
    text = filled(text)
    if not text:
        return None
    match = _CELL.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is no rating: 0 to 5, A to E, X or 70 to 74")
    if match["code"]:
        return RatingCell(None, code=int(match["code"]), unsure=bool(match["code_unsure"]))
    if match["none"]:
        return RatingCell(None, unsure=bool(match["none_unsure"]))
    level = match["level"].upper()
    side = cast("Side | None", match["side"].upper() if match["side"] else None)
    value = _LETTERS[level] if level in _LETTERS else int(level[0])
    return RatingCell(value, side=side, unsure=bool(match["unsure"]))


def filled(text: str, *, words: bool = False) -> str:
    """Return a cell's text without spaces around it; empty where it says in any program's words "missing".

    Parameters
    ----------
    text : str
        The cell.
    words : bool
        Whether people write into it (names, notes): ``none``, ``-`` and ``.`` mean something there.
    """
    text = text.strip()
    return "" if text.casefold() in (_MISSING if words else _EMPTY) else text


def parse_yes(text: str, what: str) -> bool:
    """Read yes or no as programs write it: ``1``, ``1.0``, ``TRUE``, ``yes``, …; empty is no.

    Raises
    ------
    ValueError
        If it is neither; says `what` the column is.
    """
    word = filled(text).casefold()
    if word in _YES or re.fullmatch(r"1(?:[.,]0*)?", word):
        return True
    if not word or word in _NO or re.fullmatch(r"0(?:[.,]0*)?", word):
        return False
    raise ValueError(f"“{text.strip()}” is neither yes nor no ({what})")
