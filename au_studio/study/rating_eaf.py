"""Ratings in files of ELAN (``.eaf``): tiers named after action units, annotations that say the level.

A tier is named ``AU12``, ``AU 12``, ``AU12L`` (left side), ``AU12 intensity`` or ``AU12@AB`` (by AB). An
annotation says ``3``, ``C``, ``X`` or ``12C``, and holds for every frame that begins within it. Who annotated
a tier is its coder. Times are milliseconds from where the file begins, be it with sound, as players count and
as AU Studio exports; where the medium has a time origin of its own, from there. Tiers of episodes that AU
Studio itself wrote hold a model's estimates: they are named and not read.

References
----------
The Language Archive, MPI for Psycholinguistics: ELAN Annotation Format, version 3.0.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from xml.etree import ElementTree

from au_studio.study.rating_columns import MODEL, NotAUnit, Unit
from au_studio.study.rating_found import FoundRating, Problem, RatingFileError, RatingTable
from au_studio.study.rating_levels import level_of, unit_of
from au_studio.study.rating_rows import with_side
from au_studio.texts import sentence

EPISODES = "episodes of action units"
"""Tier type of what AU Studio writes for ELAN from a model's curves."""


def read_eaf(path: Path) -> RatingTable:
    """Read the tiers of action units of an ELAN file.

    Raises
    ------
    RatingFileError
        If it cannot be read, is no ELAN file, or no tier is one of an action unit.
    """
    try:
        root = ElementTree.fromstring(path.read_bytes())
    except OSError as error:
        raise RatingFileError(
            sentence("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            details=repr(error),
        ) from error
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # broken, or in no known encoding
        line = error.position[0] if isinstance(error, ElementTree.ParseError) else 1
        raise RatingFileError(
            sentence("{name} is damaged: line {line} is no whole XML.", name=path.name, line=line),
            next_step="Open it in ELAN and save it again.",
            details=repr(error),
        ) from error
    if root.tag != "ANNOTATION_DOCUMENT":
        raise RatingFileError(
            sentence("{name} is no file of ELAN.", name=path.name), next_step="Choose another file."
        )
    table = RatingTable(path, "elan")
    times = {
        slot.get("TIME_SLOT_ID", ""): int(value)
        for slot in root.iterfind("TIME_ORDER/TIME_SLOT")
        if (value := slot.get("TIME_VALUE", "")).isdecimal()
    }
    origin = _origin(root)
    times = {slot: value + origin for slot, value in times.items()}
    spans = _spans(root, times)
    recording = _recording(root) or path.stem
    units = 0
    for tier in root.iterfind("TIER"):
        named = _unit(table, tier)
        if named is not None:
            units += 1
            _read_tier(table, tier, named, spans, recording)
    if not units:
        raise RatingFileError(
            sentence(
                "{name} has no tier of ratings of an action unit. {ignored}.",
                name=path.name,
                ignored="; ".join(f"{name}: {why}" for name, why in table.ignored.items())
                or sentence("It has no tiers"),
            ),
            next_step="Name tiers AU12, AU4, …, and write the level (0 to 5, A to E) into their annotations.",
        )
    return table


def _unit(table: RatingTable, tier: ElementTree.Element) -> Unit | None:
    """Return the action unit of a tier and its coder; None, and the reason in the table, if it has none."""
    name = tier.get("TIER_ID", "")
    label = f"tier {name}"
    if tier.get("LINGUISTIC_TYPE_REF") == EPISODES:
        table.ignore(label, MODEL)
        return None
    before, _, who = name.partition("@")
    try:
        named = unit_of(before)
    except NotAUnit as error:
        table.ignore(label, str(error))
        return None
    if named is None or named[1] is not None:
        table.ignore(label, "not named after an action unit")
        return None
    return Unit(named[0].au, named[0].side, tier.get("ANNOTATOR") or named[0].coder or who)


def _spans(root: ElementTree.Element, times: dict[str, int]) -> dict[str, tuple[int, int] | None]:
    """Return begin and end [ms] of every annotation by its id; None where it has no time."""
    spans: dict[str, tuple[int, int] | None] = {}
    refers: dict[str, str] = {}
    for annotation in root.iter("ALIGNABLE_ANNOTATION"):
        begin, end = (times.get(annotation.get(f"TIME_SLOT_REF{n}", "")) for n in (1, 2))
        known = None if begin is None or end is None else (begin, end)
        spans[annotation.get("ANNOTATION_ID", "")] = known
    for annotation in root.iter("REF_ANNOTATION"):
        refers[annotation.get("ANNOTATION_ID", "")] = annotation.get("ANNOTATION_REF", "")
    for name, parent in refers.items():
        seen, now = {name}, parent
        while now in refers and now not in seen:  # an annotation may refer to one that refers
            seen.add(now)
            now = refers[now]
        spans[name] = spans.get(now)
    return spans


def _read_tier(
    table: RatingTable,
    tier: ElementTree.Element,
    unit: Unit,
    spans: dict[str, tuple[int, int] | None],
    recording: str,
) -> None:
    for annotation in tier.iterfind("ANNOTATION/*"):
        table.rows += 1
        span = spans.get(annotation.get("ANNOTATION_ID", ""))
        at = "" if span is None else f" at {span[0] / 1000:.3f} s"
        where = f"{table.source.name}, tier {tier.get('TIER_ID')}{at}"
        try:
            if span is None:
                raise ValueError(f"annotation {annotation.get('ANNOTATION_ID')} has no time")
            cell = with_side(level_of(annotation.findtext("ANNOTATION_VALUE", ""), unit), unit.side)
        except ValueError as error:
            table.problems.append(Problem(where, str(error)))
            continue
        begin, end = span[0] / 1000, span[1] / 1000
        table.ratings.append(
            FoundRating(recording, None, begin, None, unit.coder, unit.au, cell, "", where, end, True)
        )


def _medium(root: ElementTree.Element) -> ElementTree.Element | None:
    """Return the first video that the document names, else its first sound."""
    media = root.findall("HEADER/MEDIA_DESCRIPTOR")
    shown = [m for m in media if not m.get("MIME_TYPE", "").startswith("audio")] or media
    return shown[0] if shown else None


def _origin(root: ElementTree.Element) -> int:
    """Return the moment of the video [ms] that the document calls 0."""
    medium = _medium(root)
    origin = "" if medium is None else medium.get("TIME_ORIGIN", "")
    return int(origin) if re.fullmatch(r"-?\d+", origin) else 0


def _recording(root: ElementTree.Element) -> str:
    """Return the name of the video file that the document is of; empty if it names none."""
    medium = _medium(root)
    if medium is None:
        return ""
    place = medium.get("MEDIA_URL") or medium.get("RELATIVE_MEDIA_URL") or ""
    # AU Studio writes the name as it is, ELAN percent-encoded; Windows' drives stand before a colon.
    name = PurePosixPath(re.sub(r"\\", "/", place)).name
    return unquote(name)
