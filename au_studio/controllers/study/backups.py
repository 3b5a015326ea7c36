"""The backups of the open study: what each holds, and going back to one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from au_studio.controllers.background import Background
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.study.backup import DATABASE
from au_studio.study.backup_contents import BackupContents, contents_of, list_backups
from au_studio.texts import tr


@dataclass(frozen=True)
class BackupsState:
    """What the study holds now, and what its backups hold, newest first."""

    now: BackupContents
    backups: tuple[BackupContents, ...]


class BackupsController(Published[BackupsState | None]):
    """Lists the backups of the open study, and goes back to one.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    state_changed(BackupsState)
        Show this; after every look.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(None, parent)
        self._workspace = workspace
        self._background = Background("backup list", self, failure=tr("The backups could not be listed."))
        self._background.done.connect(self._publish_anew)
        self._background.failed.connect(workspace.report)

    def refresh(self) -> None:
        """Look at the backups again; `state_changed` follows."""
        study = self._workspace.study
        if study is None:
            return
        root = study.path
        self._background.run(
            lambda _stop: BackupsState(contents_of(root / DATABASE), tuple(list_backups(root)))
        )

    def jobs_run(self) -> bool:
        """Return whether jobs run that going back would pause."""
        return self._workspace.jobs.busy

    def go_back_to(self, chosen: BackupContents) -> bool:
        """Put a backup in the place of the open study; return whether it worked."""
        worked = self._workspace.go_back_to(chosen.path)
        if worked:
            self._workspace.say(
                tr(
                    "The study is as it was on {astimezone}. What it held until "
                    "now is its newest backup: Study > Restore a backup takes you back.",
                    astimezone=f"{chosen.moment.astimezone():%Y-%m-%d, %H:%M}",
                ),
                "good",
            )
        return worked

    def close(self) -> None:
        """Wait for the thread."""
        self._background.close()
