"""What a model says about a recording, as a Python program uses it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from au_studio.analysis import store
from au_studio.analysis.processing import AtRest, Processing
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.smile_sides import smile_sides
from au_studio.api.dataframes import dataframe
from au_studio.errors import AUStudioError
from au_studio.export import openface_csv, sidecar
from au_studio.export.frame_columns import frame_columns
from au_studio.stats.blinks import CLOSED, DEFAULT_BLINKS, BlinkRule, find_blinks
from au_studio.stats.episodes import DEFAULT_RULE, Episode, EpisodeRule, find_episodes

if TYPE_CHECKING:
    import pandas as pd


class ActionUnitError(AUStudioError, KeyError):
    """An analysis does not hold the action unit that was asked for."""

    __str__ = AUStudioError.__str__


class AlreadyProcessedError(AUStudioError):
    """Values are to be calibrated or smoothed that were so already."""


@dataclass(frozen=True, eq=False, repr=False)
class Analysis:
    """The intensities of a recording: one row per decoded frame, T in all.

    Parameters
    ----------
    rows : RecordingAnalysis
        The arrays, as the files of AU Studio hold them.
    """

    rows: RecordingAnalysis

    @property
    def timestamps(self) -> npt.NDArray[np.float64]:
        """Times of the frames, float64 [T]: seconds by the video's own clock, also where its rate varies."""
        return self.rows.times

    @property
    def pts(self) -> npt.NDArray[np.int64]:
        """The same as presentation timestamps, int64 [T], in the time base of the recording."""
        return self.rows.pts

    @property
    def action_units(self) -> tuple[int, ...]:
        """FACS numbers of the columns of `intensities`; A of them."""
        return self.rows.aus

    @property
    def intensities(self) -> npt.NDArray[np.float32]:
        """Intensities, float32 [T, A]: 0 (absent) to 5 (maximum); NaN where the face was not found."""
        return self.rows.intensities

    @property
    def expected_errors(self) -> npt.NDArray[np.float32] | None:
        """How far off they may be, float32 [T, A], in steps of the scale; None unless asked for."""
        return self.rows.errors

    @property
    def lip_corners(self) -> npt.NDArray[np.float32] | None:
        """How far the left and the right corner of the mouth have moved outwards and upwards, float32 [T, 2].

        In percent of the distance between the outer corners of the eyes; the person's own sides. None unless
        the rest was ``refined`` or ``neutral``.
        """
        return self.rows.corners

    @property
    def smile_asymmetry(self) -> float:
        """How uneven the smiles are, -1 (right alone) to 1 (left alone); NaN where it is not known.

        The median of (left - right) / (left + right) of the corners' movement over the frames with a smile,
        which have to fill half a second together.
        """
        found = smile_sides(self.rows)
        return math.nan if found is None else found.asymmetry

    @property
    def success(self) -> npt.NDArray[np.bool_]:
        """Whether the person's face was found, bool [T]."""
        return self.rows.success

    @property
    def confidence(self) -> npt.NDArray[np.float32]:
        """How sure the face finder was of the face, float32 [T], 0 to 1; says nothing about intensities."""
        return self.rows.confidence

    @property
    def person(self) -> npt.NDArray[np.int16]:
        """Number of the tracked person that the row is about, int16 [T]; -1 without a face."""
        return self.rows.person

    @property
    def boxes(self) -> npt.NDArray[np.float32]:
        """Face boxes (x0, y0, x1, y1) in pixels, float32 [T, 4]; NaN without a face."""
        return self.rows.boxes

    @property
    def provenance(self) -> dict[str, Any]:
        """How it was made: recording, model, settings, versions; JSON types."""
        return self.rows.provenance

    @property
    def recording(self) -> str:
        """Name of the video's file."""
        return str((self.provenance.get("video") or {}).get("file") or "")

    @property
    def model(self) -> str:
        """Name of the model."""
        return str((self.provenance.get("model") or {}).get("name") or "")

    @property
    def complete(self) -> bool:
        """Whether the recording could be read to its end."""
        return self.provenance.get("complete") is not False

    def __len__(self) -> int:
        return len(self.pts)

    def __repr__(self) -> str:
        units = ", ".join(str(au) for au in self.action_units)
        seen = f"{len(self)} frames, {int(self.success.sum())} with a face"
        return f"<Analysis of {self.recording} by {self.model}: {seen}; AU {units}>"

    def intensity(self, au: int) -> npt.NDArray[np.float32]:
        """Return the intensities of one action unit, float32 [T].

        Raises
        ------
        ActionUnitError
            If the model does not read it.
        """
        if au not in self.action_units:
            raise ActionUnitError(
                f"{self.model or 'The model'} does not read action unit {au}.",
                next_step=f"It reads {', '.join(str(one) for one in self.action_units)}.",
            )
        return self.intensities[:, self.action_units.index(au)]

    def episodes(self, au: int, rule: EpisodeRule = DEFAULT_RULE) -> list[Episode]:
        """Return the appearances of an action unit: onset, apex, offset, as in the event table.

        Raises
        ------
        ActionUnitError
            If the model does not read it.
        """
        return find_episodes(self.timestamps, self.intensity(au), rule)

    def blinks(self, rule: BlinkRule = DEFAULT_BLINKS) -> list[Episode]:
        """Return the blinks (AU45) that the curve of AU43 shows, as in the event table.

        Raises
        ------
        ActionUnitError
            If the model does not read AU43.
        """
        return find_blinks(self.timestamps, self.intensity(CLOSED), rule)

    def processed(self, *, calibrate: AtRest = "off", smooth: float = 0.0) -> Analysis:
        """Return the analysis smoothed and calibrated to the person, in this order; this one stays.

        Parameters
        ----------
        calibrate : "off", "auto" or float
            Take off what the model reads in the person's face at rest: in the lowest tenth of the person's
            own values, or in the frame at that time (seconds).
        smooth : float
            Standard deviation of a Gaussian over time, in seconds; 0 for none.

        Raises
        ------
        AlreadyProcessedError
            If that was done before: `analyze` and `load_analysis` can give the values of the model itself.
        au_studio.analysis.rest_calibration.RestCalibrationError
            If there are too few frames with a face to calibrate by.
        """
        if "processing" in self.provenance:
            raise AlreadyProcessedError(
                f"The values of {self.recording} are calibrated or smoothed already.",
                next_step="Begin with the values as the model gave them, and ask for everything at once.",
            )
        return Analysis(Processing(calibrate, smooth).apply(self.rows))

    def to_dataframe(self) -> pd.DataFrame:
        """Return a data frame of pandas, one row per frame.

        Columns as in the CSV and Parquet tables: ``frame`` (from 1), ``pts``, ``timestamp`` (s), ``face_id``,
        ``confidence``, ``success``, ``AU01_r``, … (0 to 5, NaN without a face), and ``AU01_sd``, … when there
        are expected errors. Nothing is rounded.

        Raises
        ------
        au_studio.api.dataframes.PandasMissingError
            If pandas is not installed.
        """
        return dataframe({column.name: column.values for column in frame_columns(self.rows)})

    def to_csv(self, path: str | Path) -> None:
        """Write the table that ``au-studio analyze`` writes, and beside it a JSON file that says how.

        Raises
        ------
        au_studio.files.WriteError
            If it cannot be written.
        """
        table = Path(path)
        openface_csv.write(table, self.rows)
        sidecar.write(sidecar.path_for(table), sidecar.describe(table, self.rows))

    def save(self, path: str | Path) -> None:
        """Write everything but the expected errors to an HDF5 file, for `load_analysis`.

        Raises
        ------
        au_studio.files.WriteError
            If it cannot be written.
        """
        store.save_analysis(Path(path), self.rows)


def load_analysis(path: str | Path) -> Analysis:
    """Read an analysis that was stored: by `Analysis.save`, ``au-studio analyze``, or in a study.

    Raises
    ------
    au_studio.analysis.store.AnalysisFileError
        If the file is missing, damaged, or of a newer version.
    """
    return Analysis(store.load_analysis(Path(path)))
