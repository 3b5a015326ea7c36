"""The list of jobs: what runs, what waits, what was interrupted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from au_studio.coding.pace import duration_text
from au_studio.controllers.job_runner import JobLine, Standing, Task
from au_studio.controllers.workspace import Workspace
from au_studio.texts import mark, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.fitting import ElidedLabel, elided
from au_studio.ui.theme import MARGIN, SPACING, tabular

_REFRESH_MS = 250
MOST_ROWS = 25
"""Jobs that wait, and interrupted ones, that get a row each; hundreds of rows would take seconds to build."""
_LONGEST = 56
"""Letters of what a job is doing; all of it is in the tool tip."""
_EMPTY = mark(
    "Nothing is running. Fine-tuning is started on the Train page; Recording > Analyse all recordings fills "
    "the curves of those that have none. Jobs run one after the other in the background, and the window "
    "stays usable."
)


class JobsDialog(QDialog):
    """Shows the queue; it does not get in the way of the window.

    Parameters
    ----------
    workspace : Workspace
        Holds the queue.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Jobs"))
        self.resize(620, 380)
        self._workspace = workspace
        self.rows: list[JobRow] = []
        inside = QWidget(self)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(SPACING)
        self._list.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setAccessibleName(tr("Jobs"))
        self.empty = wrapped(tr(_EMPTY), self)
        self.more = QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.empty)
        column.addWidget(area, 1)
        column.addWidget(self.more)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        for news in (workspace.jobs.changed, workspace.jobs.advanced, workspace.interrupted.changed):
            news.connect(self._refresh_soon)
        self.refresh()

    def refresh(self) -> None:
        """Show the queue as it is now."""
        self._soon.stop()
        jobs, interrupted = self._workspace.jobs, self._workspace.interrupted.tasks
        lines = jobs.lines(MOST_ROWS)
        wanted: list[tuple[Task, Standing | None]] = [(line.task, line.standing) for line in lines]
        wanted += [(task, None) for task in interrupted[:MOST_ROWS]]
        if wanted != [row.shows for row in self.rows]:
            self._show(wanted)
        for row, line in zip(self.rows, lines, strict=False):
            row.set_line(line)
        self.empty.setVisible(not wanted)
        self._tell_more(jobs.waiting - MOST_ROWS, len(interrupted) - MOST_ROWS)

    def _tell_more(self, waiting: int, interrupted: int) -> None:
        """Say how many jobs have no row."""
        told, batch = [], self._workspace.batch
        if batch.waiting() > 1 and (left := batch.seconds_left()) is not None:
            told.append(
                tr(
                    "About {duration_text} left until all recordings are analysed.",
                    duration_text=duration_text(left),
                )
            )
        if waiting > 0:
            told.append(tr("{waiting} more wait for their turn.", waiting=f"{waiting:,}"))
        told += (
            [tr("{interrupted} more were interrupted.", interrupted=f"{interrupted:,}")]
            if interrupted > 0
            else []
        )
        self.more.setText(" ".join(told))
        self.more.setVisible(bool(told))

    def _show(self, wanted: list[tuple[Task, Standing | None]]) -> None:
        """Take out the rows that are not wanted any more, make those that lack, and keep the others."""
        kept = {row.shows: row for row in self.rows if row.shows in wanted}
        for row in self.rows:
            if row not in kept.values():
                self._list.removeWidget(row)
                row.deleteLater()
        self.rows = [kept.get(shows) or self._row(*shows) for shows in wanted]
        for place, row in enumerate(self.rows):
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)

    def _row(self, task: Task, standing: Standing | None) -> JobRow:
        jobs, left = self._workspace.jobs, self._workspace.interrupted
        row = JobRow(task, standing)
        if standing is None:
            row.add_button(tr("Go on"), lambda t: left.go_on((t,)))
            row.add_button(tr("Discard"), lambda t: left.discard((t,)))
        elif standing is Standing.RUNNING:
            if JobLine(task, standing).stoppable:
                row.add_button(tr("Stop, keep the best"), jobs.stop)
            row.add_button(tr("Cancel"), jobs.cancel)
        elif standing is not Standing.ENDING:
            row.add_button(tr("Move up"), jobs.move_up)
            row.add_button(tr("Remove"), jobs.cancel)
        return row

    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def hideEvent(self, event: object) -> None:
        """Rest while nobody looks."""
        self._soon.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def showEvent(self, event: object) -> None:
        """Look again."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()


class JobRow(QFrame):
    """One job: its name, what it is doing, how far it is, and what can be done with it."""

    def __init__(self, task: Task, standing: Standing | None) -> None:
        super().__init__()
        self.shows = (task, standing)
        self._task = task
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = ElidedLabel(task.title, self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.about = QLabel(self)
        self.about.setFont(tabular(self.font()))
        self.about.setWordWrap(True)
        # A long name without a space would push the buttons out of the window.
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.bar.setMaximum(1000)
        self.bar.setAccessibleName(tr("Progress of {title}", title=task.title))
        self.bar.setVisible(standing in {Standing.RUNNING, Standing.ENDING})
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.about, 1)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addLayout(self._buttons)
        column.addWidget(self.bar)
        texts = {
            None: tr("Interrupted. It goes on where it was."),
            Standing.WAITING: tr("Waits for its turn."),
            Standing.HELD: tr("Waits: this recording is on the screen and is analysed there."),
        }
        if standing in texts:
            self.about.setText(texts[standing])

    def add_button(self, text: str, wish: Callable[[Task], object]) -> None:
        """Offer something to do with the job."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{text}: {self._task.title}")
        button.clicked.connect(lambda _checked=False: wish(self._task))
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[text] = button

    def set_line(self, line: JobLine) -> None:
        """Show how far it is."""
        if line.standing in {Standing.RUNNING, Standing.ENDING}:
            self.bar.setValue(round(line.fraction * self.bar.maximum()))
            self.about.setText(progress_text(replace(line, message=elided(line.message, _LONGEST))))
            self.about.setToolTip(line.message)


def progress_text(line: JobLine) -> str:
    """Return what a running job is doing, how far the whole of it is, and how long it will take."""
    text = line.message
    if line.total:
        text += tr(" ({done} of {total})", done=f"{line.done:,}", total=f"{line.total:,}")
    if line.fraction:
        text += f"  ·  {int(100 * line.fraction)} %"
    if line.seconds_left is not None:
        text += tr("  ·  about {duration_text} left", duration_text=duration_text(line.seconds_left))
    return text
