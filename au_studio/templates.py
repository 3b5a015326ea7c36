"""Fills texts that ship as templates, with Jinja2, which no other module knows.

A template may say only what it is told: a name that it was not given is an error, never an empty place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from au_studio import resources

if TYPE_CHECKING:
    from jinja2 import Environment

Filters = Mapping[str, Callable[..., Any]]


def fill(name: str, filters: Filters, told: Mapping[str, object], *, markup: bool = False) -> str:
    """Return a template filled.

    Parameters
    ----------
    name : str
        The template below the resources folder (``"methods/coding.txt.j2"``); those that it includes lie
        beside it.
    filters : mapping of str to callable
        How it may write values.
    told : mapping of str to object
        What it may tell.
    markup : bool
        The text is HTML, in which values are text, unless they are `as_markup`.

    Raises
    ------
    MissingResourceError
        If the template did not come with the installation.
    """
    folder, _, file = name.rpartition("/")
    resources.path(name)
    environment = _environment(str(resources.path(folder)), markup)
    environment.filters |= filters
    return str(environment.get_template(file).render(told))


def as_markup(text: str) -> Any:
    """Return HTML that `fill` leaves as it is."""
    from markupsafe import Markup  # noqa: PLC0415

    return Markup(text)


def folded(text: str) -> str:
    """Return the lines of a filled template as one paragraph; a line's own spaces stay."""
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


@cache
def _environment(folder: str, markup: bool) -> Environment:
    # Here, because it takes a moment, and no window or command needs it at its start.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    return Environment(
        loader=FileSystemLoader(folder), autoescape=markup, undefined=StrictUndefined, trim_blocks=markup
    )
