"""Texts that people read in the window, in their language: the hook at the bottom of the house.

Every such text stands in the code in English, as a literal inside :func:`tr`, :func:`tr_n`, :func:`mark` or
:func:`sentence`; `packaging/translations.py` finds them there. Nothing is looked up until the window says
where (:func:`use`): on the command line, in jobs and in tests, texts are what stands in the code.

What goes into files (columns, sidecars, methods texts, logs) and what the command line prints stays English.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeGuard, runtime_checkable

LookUp = Callable[[str, int | None], str]
"""Gives the translation of an English text (with the number that its form depends on), or an empty string."""

_look_up: LookUp | None = None


@runtime_checkable
class _Showing(Protocol):
    def shown(self) -> str: ...


def use(look_up: LookUp | None) -> None:
    """Translate from now on with this; None: leave every text in English.

    Parameters
    ----------
    look_up : callable or None
        Called with the English text, and the number whose form is wanted or None. Texts are asked for by any
        thread.
    """
    global _look_up  # noqa: PLW0603  # one language for the whole program
    _look_up = look_up


def tr(text: str, /, **values: object) -> str:
    """Return a text in the user's language.

    Parameters
    ----------
    text : str
        The English text; ``{name}`` stands for a value. A literal here, or one that was marked elsewhere.
    **values
        What stands for the names. Without any, braces in the text mean themselves.

    Returns
    -------
    str
        The translation with its values; the English text where there is none, or where it names other values.
    """
    if isinstance(text, Sentence):
        return shown(text)
    if _look_up is not None and text and (found := _look_up(text, None)):
        return _filled(found, text, _shown_values(values))
    return text.format(**values) if values else text


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """Return a text in the user's language, in the form that a number asks for.

    Parameters
    ----------
    one, many : str
        The English text for 1, and for every other number: literals. ``{n}`` stands for the number.
    n : int
        The number.
    **values
        What further names stand for.
    """
    values["n"] = f"{n:,}"
    english = one if n == 1 else many
    if _look_up is not None and (found := _look_up(many, n)):
        return _filled(found, english, _shown_values(values))
    return english.format(**values)


class Sentence(str):
    """A text with its values in English, of which the window can still tell what it is made of.

    Rooms without Qt say with it what people read in the window and in files: in files it is English, and what
    the window shows goes through :func:`shown`.
    """

    __slots__ = ("forms", "n", "values")

    forms: tuple[str, ...]
    n: int | None
    values: dict[str, object]

    def __new__(cls, forms: tuple[str, ...], n: int | None, values: dict[str, object]) -> Sentence:
        """Put the English text together."""
        if n is not None:
            values = {**values, "n": f"{n:,}"}
        made = super().__new__(cls, forms[0 if n == 1 else -1].format(**values) if values else forms[0])
        made.forms, made.n, made.values = forms, n, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process have it."""
        return Sentence, (self.forms, self.n, self.values)


def sentence(text: str, /, **values: object) -> Sentence:
    """Return a text in English that the window can show in the user's language; `text` is as for `tr`."""
    return Sentence((text,), None, values)


def sentence_n(one: str, many: str, n: int, /, **values: object) -> Sentence:
    """Return a text with a number in English, as `sentence` does; the others are as for `tr_n`."""
    return Sentence((one, many), n, values)


def as_sentence(text: str) -> Sentence:
    """Return a whole text without values, a literal that was marked elsewhere, as `sentence` does."""
    return text if isinstance(text, Sentence) else Sentence((str(text),), None, {})


def joined(parts: Iterable[str], between: str = " ") -> Sentence:
    """Return several texts one after the other as one sentence; empty ones are left out."""
    values: dict[str, object] = {f"part{place}": part for place, part in enumerate(filter(None, parts))}
    between = between.replace("{", "{{").replace("}", "}}")
    return Sentence((between.join(f"{{{name}}}" for name in values),), None, values)


def to_plain(text: Sentence) -> dict[str, object]:
    """Return what a sentence is made of in the types of JSON, for another process (see `from_plain`)."""
    values = {
        name: to_plain(value)
        if isinstance(value, Sentence)
        else value
        if isinstance(value, str | int | float)
        else str(value)
        for name, value in text.values.items()
    }
    return {"forms": list(text.forms), "n": text.n, "values": values}


def from_plain(plain: Mapping[str, Any]) -> Sentence:
    """Return the sentence that `to_plain` took apart.

    Raises
    ------
    KeyError, IndexError, TypeError, ValueError
        If it is none.
    """
    values = {
        str(name): from_plain(value) if isinstance(value, Mapping) else value
        for name, value in plain["values"].items()
    }
    return Sentence(tuple(map(str, plain["forms"])), plain["n"], values)


def taken_apart(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return the sentences in a message to another process, for `put_together` there."""
    return {name: to_plain(value) for name, value in message.items() if isinstance(value, Sentence)}


def put_together(message: dict[str, Any], parts: Any) -> None:
    """Put sentences that `taken_apart` gave back into a message; whatever is none stays English."""
    for name, plain in parts.items() if isinstance(parts, Mapping) else ():
        with contextlib.suppress(KeyError, IndexError, TypeError, ValueError, AttributeError):
            message[name] = from_plain(plain)


def shown(text: str) -> str:
    """Return what a room without Qt says as the window shows it: sentences in the user's language.

    Parameters
    ----------
    text : str
        A :class:`Sentence`; any other text is returned as it is.
    """
    if not isinstance(text, Sentence) or _look_up is None:
        return text
    if not text:
        return text
    english = text.forms[0 if text.n == 1 else -1]
    # What is not translated itself may hold sentences that are.
    return _filled(_look_up(text.forms[-1], text.n) or english, english, _shown_values(text.values))


def mark(text: str) -> str:
    """Return the text as it is: a literal that is translated later, by `tr`, where it is shown.

    Constants of modules are made before the window knows its language.
    """
    return text


def listed(parts: Sequence[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c`` in the user's language."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{others} and {last}", others=", ".join(parts[:-1]), last=parts[-1])


def _shown_values(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: shown(value) if isinstance(value, str) else value.shown() if _is_error(value) else value
        for name, value in values.items()
    }


def _is_error(value: object) -> TypeGuard[_Showing]:
    """Whether a value is an error of ours, which knows its sentences."""
    return isinstance(value, Exception) and isinstance(value, _Showing)


def _filled(found: str, english: str, values: Mapping[str, object]) -> str:
    if not values:
        return found
    try:
        return found.format(**values)
    except (KeyError, IndexError, ValueError):  # a translation with another name in it; its test tells of it
        return english.format(**values)
