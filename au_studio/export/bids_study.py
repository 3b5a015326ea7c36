"""The part of a study's export that is a BIDS data set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import bids
from au_studio.export.bids_dataset import write_dataset
from au_studio.export.bids_names import FOLDER, OF_DATA_SET, BidsSource, entities_of, files_of, named

if TYPE_CHECKING:
    from au_studio.export.study_files import ExportPlan


class BidsExport:
    """Writes the data set of an export, where one was asked for.

    Parameters
    ----------
    plan : ExportPlan
        What to export.
    """

    def __init__(self, plan: ExportPlan) -> None:
        self._wanted = "bids" in plan.formats
        self._root = plan.folder / FOLDER
        known = [
            BidsSource(entities_of(s.stem), s.name, plan.model, s.person, s.condition, s.group, s.markers)
            for s in plan.sources
        ]
        self._sources = named(known) if self._wanted else []

    def files(self) -> list[Path]:
        """Return every file that is written."""
        files = [file for source in self._sources for file in files_of(self._root, source.entities)]
        return [*files, *self._of_data_set()]

    def _of_data_set(self) -> list[Path]:
        return [self._root / name for name in OF_DATA_SET] if self._wanted else []

    def write(self, number: int, analysis: RecordingAnalysis, settings: dict[str, Any]) -> list[Path]:
        """Write the files of a recording, by its number in the plan, and return them.

        Raises
        ------
        au_studio.errors.AUStudioError
            If the analysis contradicts itself or a file cannot be written.
        """
        if not self._wanted:
            return []
        source = self._sources[number]
        bids.write_recording(self._root, source, analysis, settings=settings)
        return files_of(self._root, source.entities)

    def finish(self) -> list[Path]:
        """Describe the data set as it is now, and return the files that do.

        Raises
        ------
        au_studio.errors.AUStudioError
            If a recording in it cannot be read, or a file not be written.
        """
        if self._wanted:
            write_dataset(self._root)
        return self._of_data_set()
