"""The dialog that goes back to an older backup of the study."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTableWidget, QWidget

from au_studio.controllers.study.backups import BackupsController, BackupsState
from au_studio.study.backup_contents import BackupContents
from au_studio.texts import mark, tr, tr_n
from au_studio.ui.fields import dialog_column
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.lines_table import Cell, put_line, selected_line, set_titles, show_lines, translated

_TITLES = tuple(
    Cell(title)
    for title in (mark("taken on"), mark("ratings by"), mark("ratings"), mark("recordings"), mark("models"))
)
_CODERS = 1
_INTRO = mark(
    "A backup holds what was entered in the study: ratings, notes, markers, samples, the list of recordings "
    "and models. Videos, curves and model files are not touched. <b>What the study holds now is kept as a "
    "backup first</b>, so that you can come back to it here."
)


class BackupsDialog(QDialog):
    """Lists the backups, newest first, and restores the chosen one.

    Parameters
    ----------
    controller : BackupsController
        Does it.
    """

    def __init__(self, controller: BackupsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Restore a backup"))
        self._controller = controller
        self._shown: tuple[BackupContents, ...] = ()
        self.now = QLabel(tr("Looking at the backups…"))
        self.table = QTableWidget(0, len(_TITLES))
        show_lines(self.table, tr("Backups of this study"))
        set_titles(self.table, translated(_TITLES), stretched=_CODERS)
        self.jobs = QLabel(
            tr("Jobs are running: they are interrupted, and can go on afterwards (View > Jobs).")
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.restore_button = buttons.addButton(tr("&Restore"), QDialogButtonBox.ButtonRole.ActionRole)
        self._build(buttons)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.restore_button.clicked.connect(self._on_restore)
        buttons.rejected.connect(self.reject)
        controller.state_changed.connect(self._set_state)
        self._on_chosen()
        walk_as_laid_out(self)
        controller.refresh()

    def _build(self, buttons: QDialogButtonBox) -> None:
        intro = QLabel(tr(_INTRO))
        for label in (intro, self.now, self.jobs):
            label.setWordWrap(True)
        self.jobs.setVisible(self._controller.jobs_run())
        column = dialog_column(self)
        column.addWidget(intro)
        column.addWidget(self.now)
        column.addWidget(self.table, 1)
        column.addWidget(self.jobs)
        column.addWidget(buttons)
        fit_on_screen(self, 720, 460)

    def _set_state(self, state: BackupsState) -> None:
        now, self._shown = state.now, state.backups
        none = "" if self._shown else tr(" There is no backup yet: one is taken on opening and every hour.")
        self.now.setText(
            tr(
                "Now: <b>{ratings}</b> by {coders}, {recordings}, {models}.{none_}",
                ratings=tr_n("{n} rating", "{n} ratings", now.ratings),
                coders=_coders(now) or tr("nobody"),
                recordings=tr_n("{n} recording", "{n} recordings", now.recordings),
                models=tr_n("{n} model", "{n} models", now.models),
                none_=none,
            )
        )
        self.table.setRowCount(len(self._shown))
        for place, held in enumerate(self._shown):
            moment = Cell(f"{held.moment.astimezone():%Y-%m-%d  %H:%M:%S}", held.path.name)
            if held.problem:
                cells = (moment, Cell(held.problem, held.problem, "problem"), *[Cell("")] * 3)
            else:
                counts = (Cell(f"{n:,}") for n in (held.ratings, held.recordings, held.models))
                cells = (moment, Cell(_coders(held), _coders(held)), *counts)
            put_line(self.table, place, cells, stretched=_CODERS)

    def _chosen(self) -> BackupContents | None:
        place = selected_line(self.table)
        return self._shown[place] if place is not None and not self._shown[place].problem else None

    def _on_chosen(self) -> None:
        self.restore_button.setEnabled(self._chosen() is not None)

    def _on_restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._controller.go_back_to(chosen)
            self.accept()


def _coders(held: BackupContents) -> str:
    return ", ".join(f"{name} ({count:,})" for name, count in held.coders)
