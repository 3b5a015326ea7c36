"""FACS notation: ``1+L2+12B`` = AU1, AU2 on the left side, AU12 slight.

A score is ``[side] number [letter]``: side ``L`` (left), ``R`` (right) or ``U`` (unilateral, side not said),
letter ``A`` to ``E`` for intensity 1 to 5. Scores are joined with ``+``; ``0`` stands for a face on which
nothing is scored. Visibility codes 70-74 may stand among them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.intensity import LEVELS
from au_studio.facs.visibility import VISIBILITY_CODES
from au_studio.texts import sentence

Side = Literal["L", "R", "U"]

_SCORE = re.compile(r"(?P<side>[LRU])?(?P<number>\d{1,2})(?P<letter>[A-E])?", re.IGNORECASE)
_VALUES = {level.letter: level.value for level in LEVELS if level.letter}


class NotationError(ValueError):
    """A text is not FACS notation; the message says which part."""


@dataclass(frozen=True)
class Score:
    """One score of a face.

    Attributes
    ----------
    number : int
        FACS number of the action unit, or a visibility code.
    intensity : int or None
        1 to 5; None = present, intensity not said.
    side : {"L", "R", "U"} or None
        None = both sides.
    """

    number: int
    intensity: int | None = None
    side: Side | None = None


def parse(text: str) -> tuple[Score, ...]:
    """Read FACS notation.

    Capitals, spaces and a leading ``AU`` do not matter.

    Returns
    -------
    tuple of Score
        In the order of the text; empty for ``0`` and for an empty text.

    Raises
    ------
    NotationError
        If a part cannot be read, names no known action unit, or stands twice.
    """
    compact = re.sub(r"\s|(?i:AU)", "", text)
    if compact in ("", "0"):
        return ()
    scores: list[Score] = []
    for part in compact.split("+"):
        score = _parse_score(part, text)
        if any(s.number == score.number and s.side == score.side for s in scores):
            raise NotationError(sentence("“{text}” scores {part} twice.", text=text, part=part))
        scores.append(score)
    return tuple(scores)


def _parse_score(part: str, text: str) -> Score:
    match = _SCORE.fullmatch(part)
    if match is None:
        raise NotationError(
            sentence(
                "“{part}” in “{text}” is not a FACS score such as 12, 12B or L12B.", part=part, text=text
            )
        )
    number = int(match["number"])
    side = cast("Side | None", match["side"].upper() if match["side"] else None)
    intensity = _VALUES[match["letter"].upper()] if match["letter"] else None
    if number in VISIBILITY_CODES:
        if side or intensity:
            raise NotationError(
                sentence(
                    "“{part}” in “{text}”: a visibility code has neither side nor intensity.",
                    part=part,
                    text=text,
                )
            )
    elif number not in ACTION_UNITS:
        raise NotationError(
            sentence("“{part}” in “{text}” names no action unit that AU Studio knows.", part=part, text=text)
        )
    return Score(number, intensity, side)
