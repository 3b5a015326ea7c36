"""Episodes and markers as annotations for MNE-Python: ``mne.read_annotations("NAME.mne.txt")``.

Text with ``onset, duration, description`` in a line each; times are seconds of the recording. MNE takes them
as counted from the first sample of its data: shift them (``annotations.onset += …``) where the video did not
begin together with those.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import check_analysis
from au_studio.export.markers_csv import MarkerRow
from au_studio.export.occurrences import occurrences
from au_studio.export.table import seconds
from au_studio.files import write_text
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule

_HEADER = "# MNE-Annotations\n# onset, duration, description\n"


def write(
    path: Path,
    analysis: RecordingAnalysis,
    markers: Sequence[MarkerRow] = (),
    rule: EpisodeRule = DEFAULT_RULE,
) -> int:
    """Write the annotations of a recording.

    Parameters
    ----------
    path : Path
        The file to write or replace; its name ends in ``.txt``.
    analysis : RecordingAnalysis
        The analysis whose episodes are written.
    markers : sequence of MarkerRow
        Event markers.
    rule : EpisodeRule
        What counts as an episode.

    Returns
    -------
    int
        Annotations written.

    Raises
    ------
    au_studio.export.errors.ExportError
        If the analysis is incomplete; then nothing is written.
    au_studio.files.WriteError
        If the file cannot be written.
    """
    check_analysis(analysis)
    found = occurrences(analysis, markers, rule)
    lines = [f"{seconds(one.onset)},{seconds(one.duration)},{_text(one.name)}\n" for one in found]
    write_text(path, _HEADER + "".join(lines))
    return len(lines)


def _text(name: str) -> str:
    """Return a name without what ends a cell, or all that follows, where MNE reads it."""
    return " ".join(name.replace(",", ";").replace("#", "").split()) or "?"
