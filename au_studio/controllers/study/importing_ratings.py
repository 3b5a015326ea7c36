"""Importing ratings: reads files in a thread, shows what would fit, and stores it when told to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.stored_index import stored_index
from au_studio.controllers.background import Background
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.study import backup
from au_studio.study.connection import Database
from au_studio.study.rating_import import ImportPlan, guess_recordings, recording_names, store
from au_studio.study.rating_matching import Matched, coders_of, existing_of, match
from au_studio.study.rating_place import Counting, CountingChoice, described, options
from au_studio.study.rating_table import RatingTable, read_ratings
from au_studio.texts import shown, tr, tr_n
from au_studio.video.index import VideoIndex, index_video


@dataclass(frozen=True)
class ImportState:
    """What the import dialog shows.

    Attributes
    ----------
    source : Path or None
        The file or folder; None before one is chosen.
    working : bool
        It is being read, matched or stored.
    problem : str
        Why it cannot be read; empty when it can.
    recordings : mapping of str to (str or None)
        Id of the recording in the study by its name in the file; None = none.
    coders : mapping of str to str
        Name of the coder in the study by that in the file.
    plan : ImportPlan or None
        What an import would do; None while that is not known.
    table : RatingTable or None
        What was read.
    choice : CountingChoice or None
        How the file may count frames and seconds.
    counting : Counting or None
        How it is taken to count; None while people are asked.
    """

    source: Path | None = None
    working: bool = False
    problem: str = ""
    recordings: Mapping[str, str | None] = field(default_factory=dict)
    coders: Mapping[str, str] = field(default_factory=dict)
    plan: ImportPlan | None = None
    table: RatingTable | None = None
    choice: CountingChoice | None = None
    counting: Counting | None = None

    @property
    def asks(self) -> bool:
        """Whether somebody must say how the file counts before it can be imported."""
        return self.choice is not None and self.counting is None

    def ways(self) -> list[tuple[str, Counting]]:
        """Return the ways in which the file may count, as people choose them; empty where it is certain."""
        if self.choice is None:
            return []
        return [(described(self.choice, way), way) for way in options(self.choice)]


class RatingImportController(Published[ImportState]):
    """Brings ratings from files into the open study.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    state_changed(ImportState)
        Show this.
    imported(int)
        So many ratings are in the study now that were not before.
    """

    imported = Signal(int)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(ImportState(), parent)
        self._workspace = workspace
        self._table: RatingTable | None = None
        self._indices: dict[str, VideoIndex] = {}
        self._chosen: Counting | None = None
        self._background = Background("rating-import", self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)

    def recordings(self) -> list[tuple[str, str]]:
        """Return id and name of the study's recordings."""
        study = self._workspace.study
        return [] if study is None else [(r.id, r.name) for r in study.recordings()]

    def coders(self) -> list[str]:
        """Return the names of the study's coders."""
        study = self._workspace.study
        return [] if study is None else [coder.name for coder in study.coders()]

    def imports(self) -> list[tuple[str, str]]:
        """Return id and description of the imports that can be taken back, newest first."""
        study = self._workspace.study
        if study is None:
            return []
        names = {coder.id: coder.name for coder in study.coders(removed=True)}
        return [
            (
                i.id,
                tr_n(
                    "{name}, {coder}: {n} rating, {date}",
                    "{name}, {coder}: {n} ratings, {date}",
                    i.ratings,
                    name=Path(i.source).name,
                    coder=names[i.coder_id],
                    date=i.created[:10],
                ),
            )
            for i in reversed(study.imports())
        ]

    def read(self, source: Path) -> None:
        """Read a file or folder of ratings and find out what would fit."""
        self._table = self._chosen = None
        self._publish_anew(ImportState(source=source, working=True))
        self._background.run(lambda _stop: read_ratings(source))

    def choose_recording(self, name: str, recording_id: str | None) -> None:
        """Say which recording a name in the file means."""
        self._publish_anew(replace(self._state, recordings={**self._state.recordings, name: recording_id}))
        self._make_plan()

    def choose_coder(self, name: str, coder: str) -> None:
        """Say whose ratings those of a coder in the file become."""
        coder = " ".join(coder.split())
        if coder != self._state.coders.get(name):
            self._publish_anew(replace(self._state, coders={**self._state.coders, name: coder}))
            self._make_plan()

    def choose_counting(self, counting: Counting | None) -> None:
        """Say how the file counts frames and seconds."""
        if counting is not None and counting != self._state.counting:
            self._chosen = counting
            self._make_plan()

    def store(self, *, replace_changed: bool) -> None:
        """Import what the plan found: all of it, or nothing when something goes wrong."""
        study, plan = self._workspace.study, self._state.plan
        if self._state.asks:
            return
        if study is None or plan is None or study.read_only:
            self._workspace.say(tr("This study is open for reading only."), "warning")
            return
        self._publish_anew(replace(self._state, working=True))
        path = study.path / backup.DATABASE
        self._background.run(lambda _stop: _store(path, plan, replace_changed))

    def take_back(self, import_id: str) -> None:
        """Undo an import; what was rated since stays."""
        study = self._workspace.study
        if study is None:
            return
        try:
            count = study.take_back_import(import_id)
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self._workspace.say(tr("{count} imported ratings taken back.", count=f"{count:,}"), "good")
        self.imported.emit(-count)
        if self._table is not None:
            self._make_plan()

    def close(self) -> None:
        """Stop reading and forget what was read."""
        self._background.close()
        self._table = None
        self._chosen = None
        self._state = ImportState()

    def _make_plan(self) -> None:
        study, table = self._workspace.study, self._table
        if study is None or table is None:
            return
        existing, notes = existing_of(study)
        wanted = {name: key for name, key in self._state.recordings.items() if key is not None}
        paths = {key: item.path for key in wanted.values() if (item := self._workspace.item(key)) is not None}
        known = {key: index for key in paths if (index := self._index_of(key)) is not None}
        coders, chosen = dict(self._state.coders), self._chosen
        stored = {key: path for key in paths if (path := self._workspace.stored_of_missing(key)) is not None}

        def work(stop: Callable[[], bool]) -> _Planned:
            indices, unread = dict(known), {}
            for key in paths.keys() - known.keys():
                try:
                    index = stored_index(stored[key], paths[key]) if key in stored else None
                    indices[key] = index or index_video(paths[key], should_stop=stop)
                except Stopped:
                    raise
                except AUStudioError as error:  # one missing video keeps no other's ratings out
                    unread[key] = shown(error.message)
            matched = match(
                table,
                wanted,
                indices,
                coders=coders,
                existing=existing,
                notes=notes,
                unread=unread,
                chosen=chosen,
            )
            return _Planned(matched, indices)

        self._publish_anew(replace(self._state, working=True, plan=None))
        self._background.run(work)

    def _index_of(self, recording_id: str) -> VideoIndex | None:
        return self._workspace.index_of(recording_id) or self._indices.get(recording_id)

    def _on_done(self, result: object) -> None:
        study = self._workspace.study
        if study is None:
            return
        if isinstance(result, RatingTable):
            self._table = result
            coders = coders_of(result, self.coders())
            guessed = guess_recordings(recording_names(result), study.recordings())
            self._publish_anew(replace(self._state, recordings=guessed, coders=coders, table=result))
            self._make_plan()
        elif isinstance(result, _Planned):
            self._indices |= result.indices
            self._publish_anew(
                replace(
                    self._state,
                    working=False,
                    plan=result.matched.plan,
                    choice=result.matched.choice,
                    counting=result.matched.counting,
                )
            )
        elif isinstance(result, _Stored):
            n = result.ratings
            told = tr_n("{n} rating imported.", "{n} ratings imported.", n)
            if result.notes:
                notes = tr_n("{n} note", "{n} notes", result.notes)
                told = tr_n(
                    "{n} rating and {notes} imported.", "{n} ratings and {notes} imported.", n, notes=notes
                )
            self._workspace.say(told, "good")
            self.imported.emit(result.ratings)
            self._make_plan()

    def _on_failed(self, error: AUStudioError) -> None:
        self._publish_anew(replace(self._state, working=False, problem=error.shown()))


@dataclass(frozen=True)
class _Planned:
    matched: Matched
    indices: dict[str, VideoIndex]


@dataclass(frozen=True)
class _Stored:
    ratings: int
    notes: int


def _store(path: Path, plan: ImportPlan, replace_changed: bool) -> _Stored:
    """Store in the calling thread, through a connection of its own: the window stays quick."""
    database = Database(path)
    try:
        store(database, plan, replace_changed=replace_changed)
    finally:
        database.close()
    return _Stored(len(plan.new) + (len(plan.changed) if replace_changed else 0), len(plan.notes))
