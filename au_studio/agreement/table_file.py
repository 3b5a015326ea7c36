"""The agreement table as a file: CSV for a statistics program, a JSON sidecar that says how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from au_studio.agreement.comparison import Comparison
from au_studio.agreement.tables import MIN_VARYING, AgreementRow, Figure
from au_studio.export import sidecar
from au_studio.export.table import number, write_table
from au_studio.facs.action_units import ACTION_UNITS

_WITH_INTERVAL = {"icc_absolute": "icc_2_1", "icc_consistency": "icc_3_1"}
_PLAIN = {
    "kappa": "weighted_kappa",
    "exact": "exact_agreement",
    "within_one": "within_one_agreement",
    "mae": "mae",
    "facs_index": "facs_index",
    "base_first": "base_rate_first",
    "base_second": "base_rate_second",
}
HEADER = (
    "au",
    "frames",
    *(f"{column}{end}" for column in _WITH_INTERVAL.values() for end in ("", "_low", "_high")),
    *_PLAIN.values(),
    "notes",
)
"""Columns of the table; an empty cell is an undefined figure, and ``notes`` says why."""

SETTINGS: dict[str, Any] = {
    "confidence": 0.95,
    "icc_interval": "Shrout & Fleiss / McGraw & Wong, frames taken as independent",
    "icc_interval_of_the_mean": "bootstrap over persons, 2000 resamples, percentile",
    "kappa_weights": "quadratic",
    "rounding": "kappa, exact and within-one agreement: to the nearest level, halves up; all else: none",
    "present": "level 1 or more (facs_index, base rates)",
    "mean": "unweighted mean of the action units for which the figure is defined",
    "least_frames_off_the_commonest_level": MIN_VARYING,
    "frames_without_face_or_not_codable": "left out",
}


def write_agreement(path: Path, comparison: Comparison, study: str) -> list[Path]:
    """Write the table and its sidecar; each appears only when it is whole.

    Parameters
    ----------
    path : Path
        The CSV file to write or replace; the sidecar lies beside it with the ending ``.json``.
    comparison : Comparison
        What to write.
    study : str
        Name of the study.

    Returns
    -------
    list of Path
        The two files.

    Raises
    ------
    au_studio.files.WriteError
        If they cannot be written.
    """
    write_table(path, HEADER, _rows(comparison))
    beside = sidecar.path_for(path)
    raters = [{"kind": r.kind, "id": r.id, "name": r.name} for r in (comparison.first, comparison.second)]
    sidecar.write(
        beside,
        {
            **sidecar.made_now(),
            "table": path.name,
            "study": study,
            "raters": raters,
            "frames": comparison.n_frames,
            "persons": comparison.persons,
            "recordings_counted_as_persons": comparison.unnamed,
            "recordings": sorted({comparison.recordings[f.recording_id] for f in comparison.paired.frames}),
            "frames_that_trained_the_model": comparison.trained,
            "training_frames_left_out": not comparison.with_trained,
            "facs_index_over_all_action_units": comparison.facs_index_pooled,
            "warnings": list(comparison.warnings),
            "settings": SETTINGS,
        },
    )
    return [path, beside]


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    for row in comparison.rows:
        cells = ["mean" if row.au is None else ACTION_UNITS[row.au].label, str(row.n)]
        for name in _WITH_INTERVAL:
            figure: Figure = getattr(row, name)
            cells += [number(value, 4) for value in (figure.value, figure.low, figure.high)]
        cells += [number(getattr(row, name).value, 4) for name in _PLAIN]
        yield [*cells, _notes(row)]


def _notes(row: AgreementRow) -> str:
    columns = _WITH_INTERVAL | _PLAIN
    by_note: dict[str, list[str]] = {}
    for name, column in columns.items():
        note = getattr(row, name).note
        if note:
            by_note.setdefault(note, []).append(column)
    return " ".join(f"{', '.join(names)}: {note}" for note, names in by_note.items())
