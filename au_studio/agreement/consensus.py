"""What raters settle on: the ratings of one more coder, written at once, undone and made again."""

from __future__ import annotations

from collections.abc import Sequence

from au_studio.agreement.comparison import Comparison
from au_studio.coding.edit_history import EditHistory, StudyHolder
from au_studio.coding.edits import RatingEdit, edit_text
from au_studio.coding.session import Cell, CellChange, SampleFrame
from au_studio.errors import AUStudioError
from au_studio.study.errors import NameTakenError
from au_studio.study.study import Study
from au_studio.texts import sentence

NAMES = ("consensus", "consensus of coders", "reconciled")
"""Names for the coder of reconciled values: the first that no person of the study has."""


class Consensus:
    """The consensus coder of the open study; the coder is added with the first entry.

    Parameters
    ----------
    holder : StudyHolder
        Holds the open study; hears of errors.

    Attributes
    ----------
    edits : EditHistory of RatingEdit
        The entries made since the study was opened.
    coder_id : str or None
        The coder; None as long as nothing was settled.
    values : dict
        Reconciled values by frame and action unit; None = not codable.
    """

    def __init__(self, holder: StudyHolder) -> None:
        self._holder = holder
        self.edits: EditHistory[RatingEdit] = EditHistory(holder)
        self.coder_id: str | None = None
        self.values: dict[tuple[SampleFrame, int], int | None] = {}

    def forget(self) -> None:
        """Start anew with another study."""
        self.edits.clear()
        self.coder_id, self.values = None, {}

    def change(self, frame: SampleFrame, au: int, value: int | None) -> CellChange:
        """Return the change that enters a value."""
        key = (frame, au)
        return CellChange(frame, au, Cell(self.values[key]) if key in self.values else None, Cell(value))

    def agreed(self, comparison: Comparison | None) -> list[CellChange]:
        """Return the ratings on which two coders agree exactly, as far as the consensus lacks them.

        What neither could code is agreed on, too.
        """
        if comparison is None or comparison.second.kind != "coder":
            return []
        if self.coder_id in {comparison.first.id, comparison.second.id}:
            return []
        paired = comparison.paired
        same = [
            CellChange(frame, au, None, Cell(int(one)))
            for frame, ones, others in zip(
                paired.frames, paired.first.tolist(), paired.second.tolist(), strict=True
            )
            for au, one, other in zip(paired.aus, ones, others, strict=True)
            if one == other and (frame, au) not in self.values
        ]
        same += [
            CellChange(*key, None, Cell(None)) for key in comparison.to_neither if key not in self.values
        ]
        return same

    def rate(self, changes: Sequence[CellChange], visible: str) -> bool:
        """Write entries to the study; return whether it worked.

        Parameters
        ----------
        changes : sequence of CellChange
            The entries; at least one.
        visible : str
            What those who settled could see.
        """
        study = self._holder.study
        if study is None:
            return False
        if self.coder_id is None:
            try:
                self.coder_id = _add_coder(study)
            except AUStudioError as error:
                self._holder.report(error)
                return False
        text = f"consensus {edit_text(changes)}"
        return self.edits.do(RatingEdit(self.coder_id, changes, text, visible=visible, holder=self))

    def apply(self, change: CellChange) -> None:
        """Take over an entry that is on disk."""
        key = (change.frame, change.au)
        if change.after is None:
            self.values.pop(key, None)
        else:
            self.values[key] = change.after.value


def _add_coder(study: Study) -> str:
    """Add the coder of reconciled values, under the first name that is free."""
    for name in NAMES:
        try:
            return study.add_coder(name, kind="consensus").id
        except NameTakenError:
            continue
    raise NameTakenError(
        "The coder of reconciled values cannot be added: its names are taken.",
        next_step=sentence("Rename the coder called “{names}”.", names=NAMES[0]),
    )
