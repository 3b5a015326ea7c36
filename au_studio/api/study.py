"""A study as a Python program reads it: recordings, coders, ratings, models and stored analyses."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from au_studio.analysis.models import ModelEntry, ModelNotFoundError, available_models, chosen_model
from au_studio.analysis.stored_analyses import StoredAnalyses, video_of
from au_studio.api.analysis import Analysis, load_analysis
from au_studio.api.clocks import ClockReader
from au_studio.api.dataframes import dataframe, pandas
from au_studio.errors import AUStudioError
from au_studio.export.ratings import LONG, RatedRecording, long_rows
from au_studio.study.records import Coder, Rating, Recording, Sample
from au_studio.study.study import Study

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {
    "frame": "Int64",
    "timestamp": "float64",
    "pts": "int64",
    "value": "float64",
    "code": "Int64",
    "unsure": "boolean",
}
"""Columns of the table of ratings that are no text; with a capital those that tell missing from 0."""


class NotInThisStudyError(AUStudioError, LookupError):
    """A study holds nothing of the name that was asked for."""


class StudyReader:
    """A study that is open for reading, also while somebody codes in it; nothing in it can be changed.

    Open one with `open_study`; close it, or use it in a ``with`` block. It belongs to the thread that opened
    it.
    """

    def __init__(self, study: Study) -> None:
        self._study = study
        self._stored = StoredAnalyses()
        self._clocks = ClockReader(study)

    def close(self) -> None:
        """Close the study."""
        self._study.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Study {self.name}: {len(self.recordings)} recordings, {len(self.coders)} coders>"

    @property
    def name(self) -> str:
        """What windows show."""
        return self._study.name

    @property
    def path(self) -> Path:
        """The study's folder."""
        return self._study.path

    @property
    def recordings(self) -> tuple[Recording, ...]:
        """The recordings, in the order of the window."""
        return tuple(self._study.recordings())

    @property
    def coders(self) -> tuple[Coder, ...]:
        """Who rates; those that were taken off the list, whose ratings stay, are marked as `removed`."""
        return tuple(self._study.coders(removed=True))

    @property
    def samples(self) -> tuple[Sample, ...]:
        """The samples that were drawn, one for a recording that has one."""
        return tuple(self._study.samples())

    @property
    def models(self) -> tuple[ModelEntry, ...]:
        """The models at hand: those that ship with AU Studio, then the study's own."""
        return tuple(available_models(self.path))

    def recording(self, name: str) -> Recording:
        """Return a recording by its name, its id, or its file's name without the ending.

        Raises
        ------
        NotInThisStudyError
            If there is none.
        """
        known = self.recordings
        for one in known:
            if name in (one.id, one.name):
                return one
        stems = [one for one in known if Path(one.name).stem == name]
        if len(stems) == 1:
            return stems[0]
        raise NotInThisStudyError(
            f"{self.name} has no recording called “{name}”.",
            next_step=f"It has: {', '.join(one.name for one in known) or 'none'}.",
        )

    def coder(self, name: str) -> Coder:
        """Return a coder by name or id.

        Raises
        ------
        NotInThisStudyError
            If there is none.
        """
        for one in self.coders:
            if name in (one.id, one.name):
                return one
        raise NotInThisStudyError(
            f"{self.name} has no coder called “{name}”.",
            next_step=f"It has: {', '.join(one.name for one in self.coders) or 'none'}.",
        )

    def model(self, name: str | None = None) -> ModelEntry:
        """Return a model by id or name; None = the one that the window would choose.

        Raises
        ------
        au_studio.analysis.models.ModelNotFoundError
            If there is none.
        """
        models = self.models
        if name is None and (chosen := chosen_model(models, self._study.default_model)) is not None:
            return chosen
        for one in models:
            if name in (one.id, one.name):
                return one
        raise ModelNotFoundError(
            f"There is no model called “{name}” in {self.name}.",
            next_step=f"There are: {', '.join(one.name for one in models) or 'none'}.",
        )

    # ---- ratings

    def ratings(self, coder: str | None = None, recording: str | None = None) -> tuple[Rating, ...]:
        """Return the ratings that hold, of everybody or one coder, in all recordings or one.

        Raises
        ------
        NotInThisStudyError
            If there is no such coder or recording.
        """
        whose = None if coder is None else self.coder(coder).id
        where = None if recording is None else self.recording(recording).id
        return tuple(self._study.ratings(whose, where))

    def ratings_to_dataframe(self, coder: str | None = None, recording: str | None = None) -> pd.DataFrame:
        """Return the ratings as a data frame of pandas, one row per rating.

        Columns as in the long table that the window exports: ``recording``, ``frame`` (from 1),
        ``timestamp`` (s), ``pts``, ``coder``, ``au`` (``AU12``), ``value`` (0 to 5, NaN where not codable),
        ``status`` (``scored``, ``not_codable``, or ``not_rated`` for a note alone), ``code``, ``side``,
        ``unsure``, ``visible``, ``rated``, ``note``. With a recording, ``pts`` finds the frame's row in
        `Analysis.to_dataframe`. Frame and time are missing where neither the video nor a whole analysis tells
        them.

        Raises
        ------
        NotInThisStudyError
            If there is no such coder or recording.
        au_studio.api.dataframes.PandasMissingError
            If pandas is not installed.
        """
        pandas()  # before videos are read
        coders = self.coders if coder is None else (self.coder(coder),)
        where = self.recordings if recording is None else (self.recording(recording),)
        rows = [row for one in where for row in long_rows(self._rated(one, coders))]
        table = {name: [row[place] or None for row in rows] for place, name in enumerate(LONG)}
        scored = zip(table["value"], table["status"], strict=True)
        table["value"] = [value if status == "scored" else None for value, status in scored]
        frame = dataframe(table)
        for name, kind in _TYPES.items():
            frame[name] = pandas().to_numeric(frame[name]).astype(kind)
        return frame

    def _rated(self, recording: Recording, coders: Sequence[Coder]) -> RatedRecording:
        ratings = {one.name: self._study.ratings(one.id, recording.id) for one in coders}
        notes = {
            (one.name, note.pts): note.text
            for one in coders
            for note in self._study.notes(one.id, recording.id)
        }
        clock = self._clocks.clock(recording) if notes or any(ratings.values()) else None
        return RatedRecording(recording.name, clock, ratings, notes)

    # ---- analyses

    def analysis(self, recording: str, model: str | None = None) -> Analysis:
        """Return what is stored of a recording and a model (the one that the window would choose).

        The values are as the model gave them; `Analysis.processed` calibrates them.

        Raises
        ------
        NotInThisStudyError
            If there is no such recording, or it has not been analysed with that model: another person's
            analysis, or another model's of that name, does not count.
        au_studio.analysis.models.ModelNotFoundError
            If there is no such model.
        au_studio.analysis.store.AnalysisFileError
            If it cannot be read.
        """
        chosen, where = self.model(model), self.recording(recording)
        path = self._analysis_path(where, chosen)
        if path is None:
            raise NotInThisStudyError(
                f"{where.name} has not been analysed with {chosen.name} in {self.name}, or its person was "
                "changed since.",
                next_step="Open it in the window, or analyse the video with au_studio.analyze.",
            )
        return load_analysis(path)

    def analyses(self, model: str | None = None) -> Iterator[tuple[Recording, Analysis]]:
        """Yield the recordings that have been analysed with a model, each with its analysis.

        One is read after the other: a study of hundreds needs no more memory than one recording.

        Raises
        ------
        au_studio.analysis.models.ModelNotFoundError
            If there is no such model.
        """
        chosen = self.model(model)
        return (
            (one, load_analysis(path))
            for one in self.recordings
            if (path := self._analysis_path(one, chosen)) is not None
        )

    def to_dataframe(self, model: str | None = None) -> pd.DataFrame:
        """Return the analyses of all recordings as one data frame of pandas, one row per frame.

        The columns ``recording, person, group, condition`` come first, then those of
        `Analysis.to_dataframe`. Recordings that have not been analysed are left out; a warning names them.

        Raises
        ------
        NotInThisStudyError
            If none has been analysed with that model.
        au_studio.analysis.models.ModelNotFoundError
            If there is no such model.
        au_studio.api.dataframes.PandasMissingError
            If pandas is not installed.
        """
        chosen = self.model(model)
        frames, done = [], set()
        for one, analysis in self.analyses(chosen.id):
            frame = analysis.to_dataframe()
            told = {
                "recording": one.name,
                "person": one.person,
                "group": one.group,
                "condition": one.condition,
            }
            for place, (name, value) in enumerate(told.items()):
                frame.insert(place, name, value or "")
            frames.append(frame)
            done.add(one.id)
        left = [one.name for one in self.recordings if one.id not in done]
        if not frames:
            raise NotInThisStudyError(
                f"No recording of {self.name} has been analysed with {chosen.name}.",
                next_step="Analyse them: au-studio analyze STUDY, or Recording > Analyse all in the window.",
            )
        if left:
            warnings.warn(f"Not analysed with {chosen.name}, and left out: {', '.join(left)}.", stacklevel=2)
        joined: pd.DataFrame = pandas().concat(frames, ignore_index=True)
        return joined

    def _analysis_path(self, recording: Recording, model: ModelEntry) -> Path | None:
        path = self._study.analysis_path(recording.id, model.id)
        video = video_of(self._study, recording)
        return path if self._stored.fitting(path, recording, model, "", video) is not None else None


def open_study(path: str | Path) -> StudyReader:
    """Open a study for reading; somebody may have it open in the window.

    Parameters
    ----------
    path : str or Path
        The folder ``NAME.austudio``.

    Raises
    ------
    au_studio.study.errors.StudyNotFoundError
        If there is no study.
    au_studio.study.errors.StudyCorruptError, au_studio.study.errors.StudyTooNewError
        If its database is damaged, or a newer AU Studio wrote it.
    """
    return StudyReader(Study.open(Path(path), read_only=True))
