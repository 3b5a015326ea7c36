"""A language that nobody speaks: every letter accented, every text longer, between brackets.

What is shown in plain letters never went through translation; what does not fit now will not fit in German.
"""

from __future__ import annotations

import re

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÀßÇÐÉƑĜĤÎĴĶĹṀŃÕƤǪŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķĺɱñöþǫŕšţûṽŵẋýž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(
    r"\{[^{}]*\}"  # values
    r"|<[^<>]*>|&[a-z]+;"  # rich text
    r"|&[A-Za-z0-9]"  # access keys
    r"|\(\*[^()]*\)|;;"  # what a file dialog shows
)
_LONGER = 0.35


def look_up(text: str, _n: int | None = None) -> str:
    """Return a text in the language that nobody speaks; values, tags and access keys are kept.

    Parameters
    ----------
    text : str
        The English text.
    """
    out, at = [], 0
    for kept in _KEPT.finditer(text):
        out += [text[at : kept.start()].translate(_ACCENTS), kept[0]]
        at = kept.end()
    out.append(text[at:].translate(_ACCENTS))
    letters = len(_KEPT.sub("", text))
    more = "~" * max(1, round(_LONGER * letters) - 3)
    # Spaces let the addition wrap as words would.
    tail = " ".join(more[i : i + 7] for i in range(0, len(more), 7))
    whole = "".join(out)
    end = len(whole.rstrip())
    return f"[{whole[:end]} {tail}]{whole[end:]}"
