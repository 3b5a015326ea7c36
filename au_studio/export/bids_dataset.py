"""What tells of a whole BIDS data set: its description, its participants, and a Frictionless data package.

All of it is made from what lies in the folder, whoever wrote it there and when: exports into the same folder
add up, and a data set is described as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from au_studio import __version__
from au_studio.export import sidecar
from au_studio.export.bids import EVENTS, LEADING, MISSING, told_of
from au_studio.export.errors import ExportError
from au_studio.files import write_text
from au_studio.texts import sentence

BIDS_VERSION = "1.10.0"
_SAMPLES = "_recording-face_physio"
_WHOLE = ("session", "face_id", "frame", "success", "cut_off")
_NUMBERS = ("timestamp", "confidence", "onset", "duration", "apex", "peak")
_README = """\
# Faces in video, measured by AU Studio

This folder is a BIDS data set (https://bids.neuroimaging.io) of what a program has estimated from videos; the
videos themselves are not in it.

* `sub-*/beh/*_recording-face_physio.tsv.gz`: for every sample the intensities of facial Action Units (FACS),
  from 0 (absent) to 5 (maximum). The JSON beside it names the columns, and says how the values were made.
* `sub-*/beh/*_events.tsv`: episodes of the Action Units, and event markers that people have set.
* `participants.tsv`: who is in it. Where nobody has said who is in a recording, it counts as a person of its
  own.
* `datapackage.json`: the same tables for programs that read Frictionless data packages.

Intensities compare best within one person.
"""


def write_dataset(root: Path, name: str = "Facial Action Units") -> int:
    """Describe the data set in a folder.

    Parameters
    ----------
    root : Path
        Folder of the data set, with the recordings that `au_studio.export.bids.write_recording` wrote.
    name : str
        What it is called.

    Returns
    -------
    int
        Recordings in it.

    Raises
    ------
    ExportError
        If the JSON of a recording cannot be read; nothing is written then.
    au_studio.files.WriteError
        If a file cannot be written.
    """
    found = [(path, _read(path)) for path in sorted(root.glob(f"sub-*/**/*{_SAMPLES}.json"))]
    subjects: dict[str, dict[str, str]] = {}
    for path, content in found:
        told, subject = told_of(content), path.relative_to(root).parts[0]
        known = subjects.setdefault(subject, {"person": "", "group": ""})
        for key in known:
            known[key] = known[key] or told[key]
    description = {
        "Name": name,
        "BIDSVersion": BIDS_VERSION,
        "DatasetType": "raw",
        "GeneratedBy": [{"Name": "AU Studio", "Version": __version__}],
    }
    sidecar.write(root / "dataset_description.json", description)
    rows = [["participant_id", "person", "group"]]
    rows += [[subject, *(" ".join(text.split()) for text in of.values())] for subject, of in subjects.items()]
    lines = ["\t".join(cell or MISSING for cell in row) for row in rows]
    write_text(root / "participants.tsv", "\n".join(lines) + "\n")
    columns = {
        "person": {"Description": "The person's name or code in the study"},
        "group": {"Description": "The group that the person belongs to"},
    }
    sidecar.write(root / "participants.json", columns)
    write_text(root / "README.md", _README)
    write_text(root / ".bidsignore", "datapackage.json\n")
    package = {"name": "facial-action-units", "title": name} | _package(root, found)
    sidecar.write(root / "datapackage.json", package)
    return len(found)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or not isinstance(content.get("Columns"), list):
            raise ValueError("it names no columns")
    except (OSError, ValueError) as error:
        raise ExportError(
            sentence("{path} cannot be read.", path=path),
            next_step="Delete it with the tables beside it, and export that recording again.",
            details=str(error),
        ) from error
    return content


def _package(root: Path, found: Sequence[tuple[Path, Mapping[str, Any]]]) -> dict[str, Any]:
    """Describe every table for programs that know Frictionless data packages."""
    participants = ("participant_id", "person", "group")
    resources = [_resource(root, root / "participants.tsv", "participants", participants)]
    resources += _tables(root, found)
    return {"profile": "tabular-data-package", "resources": resources}


def _tables(root: Path, found: Sequence[tuple[Path, Mapping[str, Any]]]) -> Iterator[dict[str, Any]]:
    for path, content in found:
        stem = path.name.removesuffix(f"{_SAMPLES}.json")
        yield _resource(root, path.with_suffix(".tsv.gz"), f"{stem}_samples".lower(), content["Columns"])
        yield _resource(root, path.with_name(f"{stem}_events.tsv"), f"{stem}_events".lower(), EVENTS)


def _resource(root: Path, path: Path, name: str, columns: Sequence[str]) -> dict[str, Any]:
    packed = path.suffix == ".gz"
    return {
        "name": name,
        "path": path.relative_to(root).as_posix(),
        "profile": "tabular-data-resource",
        "format": "tsv",
        "mediatype": "text/tab-separated-values",
        "encoding": "utf-8",
        **({"compression": "gz"} if packed else {}),
        "dialect": {"delimiter": "\t", "header": not packed},
        "schema": {"fields": [_field(column) for column in columns], "missingValues": ["", MISSING]},
    }


def _field(column: str) -> dict[str, Any]:
    if column in _WHOLE:
        return {"name": column, "type": "integer"}
    number = column in _NUMBERS or column not in (*EVENTS, *LEADING, "participant_id", "person", "group")
    return {"name": column, "type": "number" if number else "string"}
