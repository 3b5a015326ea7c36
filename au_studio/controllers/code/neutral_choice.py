"""The neutral reference of the person who is coded: where to look for one, and which picture it is."""

from __future__ import annotations

from collections.abc import Callable

from au_studio.coding.edit_history import EditHistory
from au_studio.coding.edits import FrameEdit
from au_studio.coding.neutral_references import neutral_edit, recordings_of_person
from au_studio.coding.session import SampleFrame
from au_studio.controllers.code.display import CodingDisplay
from au_studio.controllers.workspace import Workspace
from au_studio.study.records import Recording
from au_studio.texts import tr


class NeutralChoice:
    """Chooses neutral references while a coder rates; the coder can undo it.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    display : CodingDisplay
        Shows the neutral reference beside the frame.
    edits : EditHistory
        What the coder can undo.
    frame : callable
        Returns the frame that is rated now.
    say : callable
        Tells the coder what happened.
    """

    def __init__(
        self,
        workspace: Workspace,
        display: CodingDisplay,
        edits: EditHistory[FrameEdit],
        *,
        frame: Callable[[], SampleFrame | None],
        say: Callable[[str], None],
    ) -> None:
        self._workspace = workspace
        self._display = display
        self._edits = edits
        self._frame = frame
        self._say = say

    def recordings(self) -> list[Recording]:
        """Return the recordings that show the person in the current frame, its own first."""
        frame, study = self._frame(), self._workspace.study
        return [] if frame is None or study is None else recordings_of_person(study, frame.recording_id)

    def mark(self, pts: int | None = None) -> None:
        """Make a picture the neutral reference of the person in this frame.

        Parameters
        ----------
        pts : int, optional
            Timestamp of the picture in the current recording; without it, the current frame.
        """
        frame = self._frame()
        if frame is not None:
            self.choose(SampleFrame(frame.recording_id, frame.pts if pts is None else pts))

    def choose(self, reference: SampleFrame | None) -> None:
        """Make any frame the neutral reference of the person in this frame, or let there be none."""
        frame, study = self._frame(), self._workspace.study
        if frame is None or study is None or reference == self._display.reference:
            return
        if self._edits.do(neutral_edit(study, frame, reference)):
            self._display.refresh_reference()
            self._say(
                tr("There is no neutral reference of this person now.")
                if reference is None
                else tr("This picture is now the neutral reference of this person.")
            )
