"""How BIDS names the files of a recording: by the person, what was done, and a number."""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from au_studio.export.markers_csv import MarkerRow

FOLDER = "bids"
"""Where the data set lies, in the folder of the other tables."""

OF_DATA_SET = (
    *("dataset_description.json", "participants.tsv", "participants.json"),
    *("README.md", ".bidsignore", "datapackage.json"),
)
"""Files that tell of all its recordings."""

_LONGEST = 60
_NAMED = re.compile(
    r"sub-(?P<subject>[0-9A-Za-z]+)(_ses-(?P<session>[0-9A-Za-z]+))?(_task-(?P<task>[0-9A-Za-z]+))?"
    r"(_acq-(?P<acquisition>[0-9A-Za-z]+))?(_run-(?P<run>[0-9]+))?(_(video|beh))?"
)


@dataclass(frozen=True)
class Entities:
    """What BIDS puts into the name of a file; letters and digits only, empty for none."""

    subject: str
    task: str = "video"
    session: str = ""
    acquisition: str = ""
    run: str = ""

    @property
    def folder(self) -> str:
        """Where its files lie in the data set."""
        session = f"ses-{self.session}/" if self.session else ""
        return f"sub-{self.subject}/{session}beh"

    @property
    def prefix(self) -> str:
        """What its files begin with."""
        pairs = (
            ("sub", self.subject),
            ("ses", self.session),
            ("task", self.task),
            ("acq", self.acquisition),
            ("run", self.run),
        )
        return "_".join(f"{name}-{label}" for name, label in pairs if label)


@dataclass(frozen=True)
class BidsSource:
    """A recording of the data set.

    Attributes
    ----------
    entities : Entities
        How its files are named.
    recording, model : str
        Its name for people, and that of the model.
    person, condition, group : str
        Who it is of, its condition, and the person's group; empty when not known.
    markers : tuple of MarkerRow
        Event markers.
    """

    entities: Entities
    recording: str
    model: str
    person: str = ""
    condition: str = ""
    group: str = ""
    markers: tuple[MarkerRow, ...] = field(default=())


def label_of(name: str) -> str:
    """Return a name as BIDS wants labels, letters and digits of ASCII: ``Müller, 2`` → ``Muller2``.

    The end of one that is too long is a fingerprint of it all: long names often differ at their ends only.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    found = re.sub(r"[^0-9A-Za-z]", "", plain)
    fingerprint = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    if len(found) > _LONGEST:
        return found[: _LONGEST - len(fingerprint)] + fingerprint
    return found or f"x{fingerprint}"


def entities_of(stem: str) -> Entities:
    """Return how the files of a recording are named of which only its own name is known.

    A name that is BIDS's already (``sub-01_task-rest_video``) is kept; otherwise it stands for the person,
    because nobody has said who is in which recording.
    """
    named = _NAMED.fullmatch(stem)
    if named is None:
        return Entities(label_of(stem))
    return Entities(**{name: label for name, label in named.groupdict().items() if label})


def named(sources: Sequence[BidsSource]) -> list[BidsSource]:
    """Name the recordings of a study by what is known of them: the person, the condition, and a number.

    Parameters
    ----------
    sources : sequence of BidsSource
        With the names that their own names give them; those are kept where they are BIDS's already.

    Returns
    -------
    list of BidsSource
        In the same order; no two have the same name, whatever upper or lower case.
    """
    kept = [_NAMED.fullmatch(Path(source.recording).stem) is not None for source in sources]
    subjects = [source.entities.subject for source, is_kept in zip(sources, kept, strict=True) if is_kept]
    taken = {subject.casefold() for subject in subjects}
    labels: dict[tuple[str, str], str] = {}
    made = []
    for source, is_kept in zip(sources, kept, strict=True):
        entities = source.entities
        if not is_kept:
            # Without a person the recording stands for one; never two for the same.
            who = ("person", source.person) if source.person else ("recording", source.recording)
            if who not in labels:
                labels[who] = _free(label_of(source.person) if source.person else entities.subject, taken)
                taken.add(labels[who].casefold())
            task = label_of(source.condition) if source.condition else entities.task
            entities = Entities(labels[who], task)
        made.append(entities)
    counts = Counter(entities.prefix.casefold() for entities in made)
    used = {prefix for prefix, count in counts.items() if count == 1}
    result = []
    for source, entities in zip(sources, made, strict=True):
        own = entities
        if counts[entities.prefix.casefold()] > 1:
            runs = (replace(entities, run=str(number)) for number in itertools.count(1))
            own = next(one for one in runs if one.prefix.casefold() not in used)
            used.add(own.prefix.casefold())
        result.append(replace(source, entities=own))
    return result


def _free(label: str, taken: Container[str]) -> str:
    """Return a label that nobody has: `label`, or with a number behind it."""
    numbered = (label if n == 1 else f"{label}x{n}" for n in itertools.count(1))
    return next(one for one in numbered if one.casefold() not in taken)


def files_of(root: Path, entities: Entities) -> list[Path]:
    """Return the files of a recording, in the order of writing: the JSON of the samples is the last one."""
    start = root / entities.folder / entities.prefix
    endings = ("_recording-face_physio.tsv.gz", "_events.tsv", "_events.json", "_recording-face_physio.json")
    return [start.with_name(start.name + ending) for ending in endings]
