"""Models that leave and enter a study as files: checked and copied in a thread, with progress."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.model_package import (
    ModelPackageError,
    PackagedModel,
    export_model,
    read_package,
    unpack,
)
from au_studio.analysis.models import ModelEntry
from au_studio.controllers.background import Background
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs.training_data import new_model_id
from au_studio.study.study import Study
from au_studio.texts import tr


@dataclass(frozen=True)
class TransferState:
    """What is being copied: a text (empty when nothing is), and how far it is, 0 to 1 (None = unknown)."""

    text: str = ""
    fraction: float | None = 0.0


@dataclass(frozen=True)
class _Exported:
    name: str
    path: Path


@dataclass(frozen=True)
class _Unpacked:
    package: PackagedModel
    target: Path
    study: Study


class ModelTransfer(Published[TransferState]):
    """Writes models as files to pass on, and takes such files in; one at a time.

    Parameters
    ----------
    workspace : Workspace
        Holds the study and its models; hears how it went.

    Signals
    -------
    state_changed(TransferState)
        Show this.
    taken_in(str)
        A model was added to the study: its id.
    """

    taken_in = Signal(str)
    _gone_through = Signal(float)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(TransferState(), parent)
        self._workspace = workspace
        self._entering = False
        self._background = Background("model file", self, failure=tr("The model could not be copied."))
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._gone_through.connect(self._on_gone_through)
        workspace.study_changed.connect(self._on_study_changed)

    # ---- intentions

    def export(self, model: ModelEntry, path: Path, note: str) -> None:
        """Write a model as one file."""

        def work(should_stop: Callable[[], bool]) -> _Exported:
            counted = self._counter(_size(model.path), should_stop)
            export_model(model, path, note=note, on_bytes=counted)
            return _Exported(model.name, path)

        self._begin(tr("Writing {name}", name=path.name), work, entering=False)

    def take_in(self, path: Path) -> None:
        """Check a model file and add its model to the study."""
        study, models = self._workspace.study, self._workspace.models()
        if study is None:
            self._workspace.say(tr("Open a study first: a model is taken into a study."), "warning")
            return
        if not self._workspace.may_write():
            return
        taken = [model.id for model in study.models(removed=True)] + [model.id for model in models]

        def work(should_stop: Callable[[], bool]) -> _Unpacked:
            # Every byte is gone through twice: first nothing is written, and the file is looked at.
            counted = self._counter(2 * _size(path), should_stop)
            package = read_package(path, on_bytes=counted)
            _refuse_known(package, models)
            target = study.model_path(new_model_id(package.name, taken))
            unpack(package, target, on_bytes=counted)
            if should_stop():
                delete_files(target)
            return _Unpacked(package, target, study)

        self._begin(tr("Checking and copying {name}", name=path.name), work, entering=True)

    def cancel(self) -> None:
        """End it; nothing is left of a file that is not complete."""
        if self._state.text:
            self._background.stop()
            self._workspace.say(tr("Cancelled: no file was written, no model taken in."))
            self._publish(TransferState())

    def close(self) -> None:
        """End it, and wait for the end."""
        self._background.close()

    # ---- inside

    def _begin(self, text: str, work: Callable[[Callable[[], bool]], object], *, entering: bool) -> None:
        if self._state.text:
            self._workspace.say(tr("Another model is being copied; wait until that is done."), "warning")
            return
        self._entering = entering
        self._publish(TransferState(text))
        self._background.run(work)

    def _counter(self, total: int, should_stop: Callable[[], bool]) -> Callable[[int], None]:
        """Return a listener to bytes, for the thread: tells of every hundredth, and ends what is stopped."""
        done = told = 0

        def count(n_bytes: int) -> None:
            nonlocal done, told
            if should_stop():
                raise Stopped(tr("The copying was stopped."))
            done += n_bytes
            if (percent := 100 * done // max(1, total)) > told:
                told = percent
                self._gone_through.emit(min(1.0, percent / 100))

        return count

    def _on_gone_through(self, fraction: float) -> None:
        if self._background.busy:
            self._publish(TransferState(self._state.text, fraction))

    def _on_done(self, result: object) -> None:
        self._publish(TransferState())
        if isinstance(result, _Exported):
            self._workspace.say(
                tr("“{name}” was written to {path}.", name=result.name, path=result.path), "good"
            )
        elif isinstance(result, _Unpacked):
            self._register(result)

    def _on_failed(self, error: AUStudioError) -> None:
        self._publish(TransferState())
        self._workspace.report(error)

    def _register(self, unpacked: _Unpacked) -> None:
        package, target, study = unpacked.package, unpacked.target, unpacked.study
        sources = {model.card.get("sha256"): model.id for model in self._workspace.models()}
        card = {**package.card, "name": package.name}
        try:
            try:
                study.add_model(target, card, parent=sources.get(card.get("parent")), digest=package.sha256)
            except BaseException:
                delete_files(target)
                raise
            if package.note:
                study.set_model_note(target.stem, package.note)
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self.taken_in.emit(target.stem)
        self._workspace.say(tr("“{name}” is in this study now.", name=package.name), "good")

    def _on_study_changed(self) -> None:
        """Take nothing into another study than the one that was open when it was asked for."""
        if self._state.text and self._entering:
            self.cancel()


def delete_files(checkpoint: Path) -> None:
    """Delete a checkpoint and its card; the weights first, so that no card is left without a reason."""
    checkpoint.unlink(missing_ok=True)
    with contextlib.suppress(FileNotFoundError):
        checkpoint.with_suffix(".json").unlink()


def _refuse_known(package: PackagedModel, models: Collection[ModelEntry]) -> None:
    same = next((model for model in models if model.card.get("sha256") == package.sha256), None)
    if same is not None:
        raise ModelPackageError(
            tr("The model in {name} is here already: “{name2}”.", name=package.source.name, name2=same.name),
            next_step=tr("Choose it in the list."),
        )


def _size(path: Path) -> int:
    """Return a file's size; 0 when it is not there, which whoever reads it will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
