"""What can be done about a study that does not open, or an analysis that fails: buttons in a notice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from au_studio.controllers.watch.live_analysis import LiveAnalysisError
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.errors import StudyCorruptError, StudyError, StudyLockedError, StudyReadOnlyError
from au_studio.texts import tr
from au_studio.ui.notices import Remedy


def remedies(error: AUStudioError, workspace: Workspace, parent: QWidget) -> tuple[Remedy, ...]:
    """Return the buttons for an error; none when there is nothing to press.

    Parameters
    ----------
    error : AUStudioError
        What went wrong.
    workspace : Workspace
        Opens studies and recordings.
    parent : QWidget
        Window for questions.
    """
    if isinstance(error, LiveAnalysisError) and workspace.current is not None:
        return (Remedy(tr("Try again"), partial(workspace.open_recording, workspace.current.id)),)
    root = error.root if isinstance(error, StudyError) else None
    if root is None:
        return ()
    look = Remedy(tr("Open for reading only"), lambda: workspace.open_study(root, read_only=True))
    if isinstance(error, StudyCorruptError):
        if error.last_good_backup is None:
            return ()
        return (Remedy(tr("Restore the last good backup"), lambda: workspace.restore_backup(root)),)
    if isinstance(error, StudyLockedError):
        take = Remedy(tr("Take over…"), partial(_ask_to_take_over, error, workspace, parent))
        return (look, take) if error.elsewhere else (look,)
    return (look,) if isinstance(error, StudyReadOnlyError) and not workspace.read_only else ()


def _ask_to_take_over(error: StudyLockedError, workspace: Workspace, parent: QWidget) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Take the study over?"), "", parent=parent)
    box.setText(tr("{root} was opened by {holder}.", root=error.root, holder=error.holder))
    box.setInformativeText(
        tr(
            "Take it over only if AU Studio no longer runs there. Two programs that write the same study can "
            "damage it."
        )
    )
    take = box.addButton(tr("Take over"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    if box.clickedButton() is take and error.root is not None:
        workspace.open_study(error.root, take_over=True)
