"""What the main window has to do with jobs: the button at the bottom, the menus, the question at closing.

The same question comes when the study closes and the window stays.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolButton

from au_studio.controllers.job_runner import JobLine
from au_studio.study.recording_list import Status
from au_studio.texts import tr, tr_n
from au_studio.ui.actions import make_action
from au_studio.ui.bindings import Group
from au_studio.ui.fitting import elided
from au_studio.ui.jobs import closing_dialog
from au_studio.ui.jobs.closing_dialog import Closing
from au_studio.ui.jobs.device_menu import DeviceMenu
from au_studio.ui.jobs.jobs_dialog import JobsDialog, progress_text
from au_studio.ui.main_window import MainWindow
from au_studio.ui.notices import Notice, Remedy

_REFRESH_MS = 250
_LONGEST = 48
"""Letters of a job's title in the status bar; all of it is in the tool tip."""


class JobsCorner(QObject):
    """Adds the queue of jobs to a window.

    Parameters
    ----------
    window : MainWindow
        Asks here before it, or its study, closes.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._closing_when_done = False
        self.dialog = JobsDialog(self._workspace, window)
        self.button = QToolButton(window)
        self.button.setAutoRaise(True)
        self.button.setAccessibleName(tr("Jobs"))
        self.button.clicked.connect(self.show_jobs)
        window.statusBar().addPermanentWidget(self.button)
        self._analyse_all = make_action("recording.analyse_all", window, self._workspace.batch.analyse_all)
        self.devices = DeviceMenu(self._workspace.device, window)
        window.menus.add(Group.RECORDING, [None, self._analyse_all, self.devices.menuAction()])
        jobs_action = make_action("view.jobs", window, self.show_jobs)
        window.menus.add(Group.VIEW, [jobs_action], before="view.theme_system")
        window.closing_guards.append(self.may_close)
        self._workspace.opened.may_leave = self.may_leave
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self._refresh)
        jobs = self._workspace.jobs
        for news in (jobs.changed, jobs.advanced, self._workspace.interrupted.changed):
            news.connect(self._refresh_soon)
        jobs.closing.connect(lambda: self._workspace.say(tr("Ending the jobs…")))
        jobs.idle.connect(self._on_idle)
        self._workspace.study_changed.connect(self._refresh)
        window.closing.connect(self._soon.stop)
        self._adding = False
        self._workspace.recordings_changed.connect(self._offer_analysis)
        self._refresh()

    def _offer_analysis(self) -> None:
        """Say, once several videos were added, that only the one on the screen is analysed by itself."""
        items = self._workspace.recordings()
        if any(item.status is Status.CHECKING for item in items):
            self._adding = True
            return
        waiting = sum(item.status is Status.READY for item in items)
        if self._adding and waiting > 1:
            text = tr_n(
                "{n} recording is not analysed yet. Only the one on the screen is, by itself.",
                "{n} recordings are not analysed yet. Only the one on the screen is, by itself.",
                waiting,
            )
            offer = Remedy(tr("Analyse all"), self._workspace.batch.analyse_all)
            self._window.notices.add(Notice(text, "info", remedies=(offer,)))
        self._adding = False

    def show_jobs(self) -> None:
        """Show the list of jobs."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def may_close(self) -> bool:
        """Ask what is to become of the jobs; return whether the window may close now."""
        jobs = self._workspace.jobs
        if not jobs.busy:
            return True
        choice = closing_dialog.ask(jobs.lines(), self._window)
        if choice is Closing.STAY:
            self._closing_when_done = False
            return False
        if choice is Closing.DISCARD:
            jobs.close(discard=True)
        if choice in {Closing.PAUSE, Closing.DISCARD} or not jobs.busy:
            return True
        if choice is Closing.STOP:
            # What waits is given back to the disk; what runs ends by itself, soon.
            jobs.put_aside_waiting()
            for line in jobs.lines():
                jobs.stop(line.task) if line.stoppable else jobs.put_aside(line.task)
        self._closing_when_done = True
        self._workspace.say(tr("The window closes when the jobs are done."))
        self._window.showMinimized()
        if not jobs.busy:
            self._on_idle()
        return False

    def may_leave(self) -> bool:
        """Ask what is to become of the jobs of a study that is about to close; return whether it may."""
        jobs = self._workspace.jobs
        if not jobs.busy:
            return True
        choice = closing_dialog.ask(jobs.lines(), self._window, leaving=True)
        if choice is Closing.DISCARD:
            jobs.close(discard=True)
        return choice is not Closing.STAY

    def _on_idle(self) -> None:
        if self._closing_when_done and not self._workspace.jobs.busy:
            self._closing_when_done = False
            QTimer.singleShot(0, self._window, self._window.close)

    def _refresh_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        self._soon.stop()
        running, waiting = self._workspace.jobs.running_lines(), self._workspace.jobs.waiting
        left = len(self._workspace.interrupted.tasks)
        self.button.setVisible(bool(running) or waiting + left > 0)
        self._analyse_all.setEnabled(self._workspace.study is not None)
        self.button.setText(button_text(running, waiting, left))
        tips = [f"{line.task.title}: {progress_text(line)}" for line in running]
        self.button.setToolTip("\n".join(tips) or tr("Show the jobs"))


def button_text(running: tuple[JobLine, ...], waiting: int, interrupted: int) -> str:
    """Return what the button in the status bar says: what runs and how far it is, and how many wait."""
    parts = []
    for line in running[:1]:
        percent = f" {int(100 * line.fraction)} %" if line.fraction else ""
        parts.append(f"{elided(line.task.title, _LONGEST)}{percent}")
    others = len(running[1:]) + waiting
    if others:
        parts.append(tr("{others} waiting", others=others))
    if interrupted:
        parts.append(tr("{unfinished} interrupted", unfinished=interrupted))
    return tr("Jobs: ") + ", ".join(parts)
