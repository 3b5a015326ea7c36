"""A file for ELAN (EAF 3.0): episodes of every action unit and event markers, as tiers over the video.

Each action unit that the model reads has a tier (``AU12``), also where it never shows, so that the files of
all recordings have the same tiers; its annotations are the rows of the event table (`events_csv`), with the
peak as their value. Each kind of marker has a tier of its name; where markers of one kind overlap, further
tiers (``question (2)``) take them, because annotations of a tier cannot. Times are whole milliseconds from
where the file begins, as ELAN and players count: with its first picture or, if earlier, with its sound.
Tables keep the file's own timestamps. A marker at one frame lasts as long as that frame.

References
----------
The Language Archive, MPI for Psycholinguistics: ELAN Annotation Format, version 3.0.
"""

from __future__ import annotations

import contextlib
import itertools
import mimetypes
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from au_studio import __version__
from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import check_analysis
from au_studio.export.markers_csv import MarkerRow, place_marker
from au_studio.export.table import number
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.files import atomic_path
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule, find_episodes, frame_ends
from au_studio.video.shown_time import players_zero

SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EPISODES, _MARKERS = "episodes of action units", "event markers"
"""Tier types, as ELAN lists them."""
ElementTree.register_namespace("xsi", _XSI)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Annotation:
    """A stretch of time [ms] with a text."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True)
class Tier:
    """Annotations in the order of time, none of which overlap; `kind` is the tier type."""

    name: str
    kind: str
    annotations: tuple[Annotation, ...]
    annotator: str = ""


def write(
    path: Path,
    video: Path | None,
    model: str,
    analysis: RecordingAnalysis,
    markers: Sequence[MarkerRow] = (),
    *,
    person: str = "",
    rule: EpisodeRule = DEFAULT_RULE,
) -> int:
    """Write a recording's episodes and markers for ELAN.

    Parameters
    ----------
    path : Path
        The ``.eaf`` file to write or replace; it appears only when it is whole.
    video : Path or None
        The recording, which ELAN opens with it: by its place, or by the way from `path` where both have
        moved.
    model : str
        Name of the model, kept as the annotator of the episodes.
    analysis : RecordingAnalysis
        Its values.
    markers : sequence of MarkerRow
        Its event markers.
    person : str
        Who it is of; empty when not known.
    rule : EpisodeRule
        What counts as an episode; write it into the sidecar.

    Returns
    -------
    int
        Annotations written.

    Raises
    ------
    ExportError
        If the analysis is incomplete; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    check_analysis(analysis)
    tiers = [*_episode_tiers(model, analysis, rule), *_marker_tiers(analysis, markers)]
    root = _document(path, video, tiers, person)
    ElementTree.indent(root, "    ")
    with atomic_path(path) as temporary:
        ElementTree.ElementTree(root).write(temporary, encoding="UTF-8", xml_declaration=True)
    return sum(len(tier.annotations) for tier in tiers)


def _episode_tiers(model: str, analysis: RecordingAnalysis, rule: EpisodeRule) -> list[Tier]:
    tiers = []
    for au, values in zip(analysis.aus, analysis.intensities.T, strict=True):
        found = find_episodes(analysis.times, values, rule)
        shown = [(episode.onset, episode.offset, number(episode.peak, 4)) for episode in found]
        tiers.append(Tier(ACTION_UNITS[au].label, _EPISODES, tuple(_in_order(shown, analysis)), model))
    return tiers


def _marker_tiers(analysis: RecordingAnalysis, markers: Sequence[MarkerRow]) -> list[Tier]:
    """Return a tier for each kind of marker, and further ones for those that overlap others of their kind."""
    if not len(analysis.pts):
        return []
    ends = frame_ends(analysis.times)
    kinds: dict[str, list[list[tuple[float, float, str]]]] = {}
    for marker in sorted(markers, key=lambda marker: marker.start):
        first, last = place_marker(analysis.pts, marker)
        last = first if last is None else last
        shown = (float(analysis.times[first]), float(ends[last]), marker.note or marker.name)
        rows = kinds.setdefault(marker.name, [])
        free = next((row for row in rows if row[-1][1] <= shown[0]), None)
        if free is None:
            rows.append([shown])
        else:
            free.append(shown)
    taken = {ACTION_UNITS[au].label for au in analysis.aus}
    tiers = []
    for kind, rows in kinds.items():
        for row in rows:
            name = _free_name(kind, taken)
            taken.add(name)
            tiers.append(Tier(name, _MARKERS, tuple(_in_order(row, analysis))))
    return tiers


def _free_name(name: str, taken: Collection[str]) -> str:
    numbered = (name if n == 1 else f"{name} ({n})" for n in itertools.count(1))
    return next(candidate for candidate in numbered if candidate not in taken)


def _in_order(shown: Sequence[tuple[float, float, str]], analysis: RecordingAnalysis) -> list[Annotation]:
    """Return stretches of seconds in whole milliseconds: none negative, empty or over the one before."""
    found: list[Annotation] = []
    first = time_zero(analysis)
    for start, stop, text in shown:
        begin = max(round(1000 * (start - first)), found[-1].end if found else 0)
        found.append(Annotation(begin, max(round(1000 * (stop - first)), begin + 1), text))
    return found


def time_zero(analysis: RecordingAnalysis) -> float:
    """Return the moment that ELAN calls 0, in seconds of the file's own timestamps (see `players_zero`).

    Analyses of versions that did not note where the file begins count from the first frame.
    """
    first = float(analysis.times[0]) if len(analysis.times) else 0.0
    return players_zero(first, (analysis.provenance.get("video") or {}).get("start"))


def _document(path: Path, video: Path | None, tiers: Sequence[Tier], person: str) -> ElementTree.Element:
    """Return the whole document, its parts in the order that the schema asks for."""
    attributes = {
        "AUTHOR": f"AU Studio {__version__}",
        "DATE": datetime.now(UTC).isoformat(timespec="seconds"),
        "FORMAT": "3.0",
        "VERSION": "3.0",
        f"{{{_XSI}}}noNamespaceSchemaLocation": SCHEMA,
    }
    root = ElementTree.Element("ANNOTATION_DOCUMENT", attributes)
    header = ElementTree.SubElement(root, "HEADER", MEDIA_FILE="", TIME_UNITS="milliseconds")
    if video is not None:
        ElementTree.SubElement(header, "MEDIA_DESCRIPTOR", _media(path, video))
    count = sum(len(tier.annotations) for tier in tiers)
    ElementTree.SubElement(header, "PROPERTY", NAME="lastUsedAnnotationId").text = str(count)
    slots = _add_slots(root, tiers)
    ids = itertools.count(1)
    for tier in tiers:
        about = {"LINGUISTIC_TYPE_REF": tier.kind, "TIER_ID": _clean(tier.name)}
        about |= {"ANNOTATOR": _clean(tier.annotator)} if tier.annotator else {}
        about |= {"PARTICIPANT": _clean(person)} if person else {}
        element = ElementTree.SubElement(root, "TIER", about)
        for annotation in tier.annotations:
            where = {"TIME_SLOT_REF1": next(slots), "TIME_SLOT_REF2": next(slots)}
            around = ElementTree.SubElement(element, "ANNOTATION")
            own = {"ANNOTATION_ID": f"a{next(ids)}", **where}
            aligned = ElementTree.SubElement(around, "ALIGNABLE_ANNOTATION", own)
            ElementTree.SubElement(aligned, "ANNOTATION_VALUE").text = _clean(annotation.text)
    for kind in (_EPISODES, _MARKERS):
        about = {"GRAPHIC_REFERENCES": "false", "LINGUISTIC_TYPE_ID": kind, "TIME_ALIGNABLE": "true"}
        ElementTree.SubElement(root, "LINGUISTIC_TYPE", about)
    return root


def _add_slots(root: ElementTree.Element, tiers: Sequence[Tier]) -> Iterator[str]:
    """Add the time slots in the order of time; return their ids in the order of the tiers' annotations."""
    times = [time for tier in tiers for a in tier.annotations for time in (a.begin, a.end)]
    order = ElementTree.SubElement(root, "TIME_ORDER")
    ids = [""] * len(times)
    # The sort is stable: where one annotation ends and the next begins, the end comes first.
    for count, place in enumerate(sorted(range(len(times)), key=times.__getitem__), start=1):
        ids[place] = f"ts{count}"
        ElementTree.SubElement(order, "TIME_SLOT", TIME_SLOT_ID=ids[place], TIME_VALUE=str(times[place]))
    return iter(ids)


def _media(path: Path, video: Path) -> dict[str, str]:
    """Return where ELAN finds the video, in its own way of writing: not percent-encoded."""
    place = video.absolute().as_posix()
    media = {
        "MEDIA_URL": _clean(f"file://{'' if place.startswith('/') else '/'}{place}"),
        "MIME_TYPE": mimetypes.guess_type(video.name)[0] or "unknown",
    }
    with contextlib.suppress(ValueError):  # on another drive than the file there is no way from here to there
        relative = Path(os.path.relpath(video.absolute(), path.absolute().parent)).as_posix()
        media["RELATIVE_MEDIA_URL"] = _clean(relative if relative.startswith("../") else f"./{relative}")
    return media


def _clean(text: str) -> str:
    """Return a text without the control characters that XML has no way to write."""
    return _NOT_IN_XML.sub(" ", text)
