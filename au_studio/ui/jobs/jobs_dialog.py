"""The list of jobs: what runs, what waits, what an earlier run left unfinished."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from au_studio.coding.pace import duration_text
from au_studio.controllers.job_runner import JobLine, Standing, Task
from au_studio.controllers.workspace import Workspace
from au_studio.ui.theme import MARGIN, SPACING, tabular

_REFRESH_MS = 250
_EMPTY = (
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
        self.setWindowTitle("Jobs")
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
        self.empty = QLabel(_EMPTY, self)
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.empty)
        column.addWidget(area, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        for news in (workspace.jobs.changed, workspace.unfinished.changed):
            news.connect(self._refresh_soon)
        self.refresh()

    def refresh(self) -> None:
        """Show the queue as it is now."""
        self._soon.stop()
        lines = self._workspace.jobs.lines()
        unfinished = self._workspace.unfinished.tasks
        wanted: list[object] = [(line.task, line.standing) for line in lines]
        wanted += [(task, None) for task in unfinished]
        if wanted != [row.shows for row in self.rows]:
            self._rebuild(lines, unfinished)
        for row, line in zip(self.rows, lines, strict=False):
            row.set_line(line)
        self.empty.setVisible(not wanted)

    def _rebuild(self, lines: tuple[JobLine, ...], unfinished: tuple[Task, ...]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        jobs, left = self._workspace.jobs, self._workspace.unfinished
        self.rows = []
        for line in lines:
            row = JobRow(line.task, line.standing)
            if line.standing is Standing.RUNNING:
                if line.stoppable:
                    row.add_button("Stop, keep the best", jobs.stop)
                row.add_button("Cancel", jobs.cancel)
            elif line.standing is not Standing.ENDING:
                row.add_button("Move up", jobs.move_up)
                row.add_button("Remove", jobs.cancel)
            self.rows.append(row)
        for task in unfinished:
            row = JobRow(task, None)
            row.add_button("Go on", lambda t: left.go_on((t,)))
            row.add_button("Discard", lambda t: left.discard((t,)))
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            self._list.insertWidget(place, row)

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
        self.shows: object = (task, standing)
        self._task = task
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = QLabel(task.title, self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.about = QLabel(self)
        self.about.setFont(tabular(self.font()))
        self.about.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.bar.setAccessibleName(f"Progress of {task.title}")
        self.bar.setVisible(standing in {Standing.RUNNING, Standing.ENDING})
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.about, 1)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addLayout(self._buttons)
        column.addWidget(self.bar)
        texts = {
            None: "Interrupted. It goes on where it was.",
            Standing.WAITING: "Waits for its turn.",
            Standing.HELD: "Waits: this recording is on the screen and is analysed there.",
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
            self.bar.setMaximum(line.total)
            self.bar.setValue(line.done)
            self.about.setText(progress_text(line))


def progress_text(line: JobLine) -> str:
    """Return what a running job is doing, how far it is, and how long it will take."""
    text = line.message
    if line.total:
        text += f"  ·  {line.done:,} of {line.total:,}"
    if line.seconds_left is not None:
        text += f"  ·  about {duration_text(line.seconds_left)} left"
    return text
