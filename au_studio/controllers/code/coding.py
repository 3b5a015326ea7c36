"""Coding: takes the coder's keys, writes every rating to the study at once, and says what to show."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from au_studio.coding.edit_history import EditHistory
from au_studio.coding.edits import SIDES, FrameEdit, NoteEdit, RatingEdit, edit_text
from au_studio.coding.pace import PaceMeter
from au_studio.coding.rated_person import refusal
from au_studio.coding.reading import drawn_frames, read_session
from au_studio.coding.session import Cell, CellChange, CodingSession, FrameOrder, SampleFrame
from au_studio.controllers.code.coder_choice import CoderChoice
from au_studio.controllers.code.display import CodingDisplay
from au_studio.controllers.code.neutral_choice import NeutralChoice
from au_studio.controllers.code.state import CodingState, Situation, progress_of
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.facs.action_units import DISFA_AUS
from au_studio.facs.incompatible import hints
from au_studio.facs.notation import Side
from au_studio.facs.visibility import VISIBILITY_CODES
from au_studio.texts import tr, tr_n

VISIBLE_TO_CODER = "blind"
"""What every rating made here says about what was on the screen: no model, no other coder."""

_FRAMES_AHEAD = 4
_NO_FRAMES = CodingSession((), DISFA_AUS)


class CodingController(Published[CodingState]):
    """One coder rates the sample of a study.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Attributes
    ----------
    display : CodingDisplay
        The pictures of the current frame.
    neutral : NeutralChoice
        The picture that shows this person's face at rest.

    Signals
    -------
    state_changed(CodingState)
        Show this.
    rated()
        The ratings of the study changed.
    """

    rated = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(CodingState(Situation.NO_STUDY), parent)
        self._workspace = workspace
        self._session = _NO_FRAMES
        self._choice = CoderChoice(workspace)
        self._message = ""
        self._pace = PaceMeter()
        self._edits: EditHistory[FrameEdit] = EditHistory(workspace)
        self.display = CodingDisplay(workspace, self)
        self.neutral = NeutralChoice(
            workspace, self.display, self._edits, frame=lambda: self._session.frame, say=self.say
        )
        workspace.study_changed.connect(self._on_study_changed)
        self._on_study_changed()

    def close(self) -> None:
        """Stop decoding; nothing has to be saved, every rating is on disk."""
        self.display.close()

    # ---- what the pages ask

    @property
    def read_by_model(self) -> tuple[int, ...]:
        """Action units that the chosen model reads."""
        model = self._workspace.model
        return () if model is None else model.aus

    def _now(self) -> CodingState:
        """Return what the page is to show."""
        if self._workspace.study is None:
            return CodingState(Situation.NO_STUDY)
        session = self._session
        situation = Situation.CODING
        if not session.frames:
            situation = Situation.NO_FRAMES if self._lacks_double_coded() else Situation.NO_SAMPLE
        elif self._choice.coder_id is None:
            situation = Situation.NO_CODER
        frame = session.frame
        return CodingState(
            situation=situation,
            coders=self._choice.coders,
            coder_id=self._choice.coder_id,
            order=self._choice.order,
            frame=frame,
            place=session.index,
            recording_name=self._name_of(frame),
            aus=session.aus,
            cells=session.cells(),
            focus=session.focus,
            progress=progress_of(session, self._pace.seconds_per_frame(len(session.aus))),
            note=session.note(frame) if frame is not None else "",
            hints=hints(session.levels()),
            reference_name=self._name_of(self.display.reference),
            undo_text=self._edits.undo_text,
            redo_text=self._edits.redo_text,
            message=self._message,
        )

    def _name_of(self, frame: SampleFrame | None) -> str:
        item = self._workspace.item(frame.recording_id) if frame is not None else None
        return item.name if item is not None else ""

    def _lacks_double_coded(self) -> bool:
        """Whether there is a sample, but no frame of it for a coder of the double-coded part."""
        study = self._workspace.study
        if study is None or not self._choice.rates_double_coded_only:
            return False
        return any(sample.pts for sample in study.samples())

    # ---- who codes, what, and in which order

    def add_coder(self, name: str) -> None:
        """Let the coder of a name rate: a new one, or the one of the study whose ratings they go on with."""
        found = self._choice.add_coder(name)
        if found is not None:
            coder_id, imported = found
            self.choose_coder(coder_id)
            if imported:
                told = dict(self._choice.coders).get(coder_id, name)
                self._workspace.say(
                    tr("The imported ratings of {told} are yours now: you go on with them.", told=told)
                )

    def choose_coder(self, coder_id: str) -> None:
        """Let another coder rate; each sees only their own ratings."""
        if self._choice.choose_coder(coder_id):
            self.reload()

    def choose_order(self, order: FrameOrder) -> None:
        """Code the frames in random or chronological order."""
        if self._choice.choose_order(order):
            self.reload()

    def choose_aus(self, aus: Sequence[int]) -> None:
        """Rate these action units in every frame of the study; ratings of others are kept, out of sight."""
        if self._choice.choose_aus(aus):
            self.reload()

    def reload(self) -> None:
        """Read sample and ratings from the study again, and go to where the coder stopped."""
        self._edits.clear()
        self._message = ""
        study = self._workspace.study
        if study is None:
            self._session, self._pace = _NO_FRAMES, PaceMeter()
        else:
            self._choice.read_coders()
            choice = self._choice
            self._session, self._pace = read_session(study, choice.coder_id, choice.order, choice.aus)
        self.display.forget()
        self._show(anew=True)

    def follow_study(self) -> None:
        """Take over what changed elsewhere: recordings taken off or added, persons, neutral references."""
        study = self._workspace.study
        if study is None:
            return
        drawn = drawn_frames(study, self._choice.coder_id)
        if {frame for frames in drawn for frame in frames} != set(self._session.frames):
            self.reload()
        else:  # the coder stays where they are, and can still undo
            self.display.refresh_reference()
            self._show()

    # ---- rating

    def rate(self, value: int | None) -> None:
        """Rate the focused action unit (None = not codable) and focus the next one."""
        if self._session.frame is None or self._choice.coder_id is None:
            return
        if self._rate(self._session.rate_focused(value)):
            self._session.last_value = Cell(value)
            self._session.focus_next()
            self._show()

    def repeat_last(self) -> None:
        """Rate the focused action unit like the one rated before."""
        last = self._session.last_value
        if last is None:
            self.say(tr("There is no rating to repeat yet."))
            return
        self.rate(last.value)

    def toggle_unsure(self) -> None:
        """Mark the focused rating as unsure, or take the mark away; just after a rating, mark that one."""
        self._rate_and_say(
            self._session.toggle_unsure(), tr("Rate an action unit first, then mark it as unsure.")
        )

    def toggle_side(self, side: Side) -> None:
        """Say that the focused rating (just after a rating, that one) holds on one side only, or on both."""
        self._rate_and_say(
            self._session.toggle_side(side),
            tr(
                "Rate an action unit 1 to 5 first, then say that it shows {side_words}.",
                side_words=_side_words(side),
            ),
        )

    def set_not_visible(self, code: int) -> None:
        """Enter a visibility code (70 to 74): what it hides is not codable in this frame."""
        changes = self._session.not_visible(code)
        name = f"{code}, {VISIBILITY_CODES[code].name}"
        if not changes:
            self.say(tr("Nothing changes: no action unit of the list is left that {name} hides.", name=name))
        elif self._rate(changes):
            self.say(
                tr_n(
                    "{name}: 1 action unit is not codable here. Undo takes it back.",
                    "{name}: {n} action units are not codable here. Undo takes it back.",
                    len(changes),
                    name=name,
                )
            )

    def clear(self) -> None:
        """Take the focused rating away."""
        if self._rate(self._session.clear_focused()):
            self._show()

    def zero_the_rest(self) -> None:
        """Rate everything that is not rated in this frame as 0."""
        changes = self._session.zero_the_rest()
        if not changes:
            self.say(tr("Every action unit of this frame is rated already."))
        elif self._rate(changes):
            self.say(
                tr_n(
                    "1 action unit rated 0. Undo takes it back.",
                    "{n} action units rated 0. Undo takes it back.",
                    len(changes),
                )
            )

    def copy_previous(self) -> None:
        """Copy the ratings of the frame before in coding order."""
        changes = self._session.copy_previous()
        if self._session.index == 0:
            self.say(tr("This is the first frame: there is none before it to copy."))
        elif not changes:
            self.say(tr("The frame before has nothing that would change this one."))
        elif self._rate(changes):
            self.say(
                tr_n(
                    "1 rating copied from the frame before. Undo takes it back.",
                    "{n} ratings copied from the frame before. Undo takes it back.",
                    len(changes),
                )
            )

    def set_note(self, text: str) -> None:
        """Keep a note on the current frame in place of an earlier one; an empty text removes it."""
        frame, coder_id = self._session.frame, self._choice.coder_id
        text = text.strip()
        if frame is None or coder_id is None or text == self._session.note(frame):
            return
        before = self._session.note(frame)
        edit = NoteEdit(coder_id, frame, before=before, after=text, take_over=self._session.apply_note)
        if self._edits.do(edit):
            self.say(tr("Note saved.") if text else tr("Note removed."))

    @property
    def edits(self) -> EditHistory[FrameEdit]:
        """What the coder has done and can undo."""
        return self._edits

    def undo(self) -> None:
        """Take the last edit back, and show the frame that it changed."""
        self._reveal(self._edits.undo(), tr("Undone"))

    def redo(self) -> None:
        """Make the edit again that was undone last, and show the frame that it changes."""
        self._reveal(self._edits.redo(), tr("Done again"))

    def _reveal(self, edit: FrameEdit | None, words: str) -> None:
        if edit is None:
            return
        self._session.go_to(edit.affected_frame(), edit.affected_au())
        if isinstance(edit, RatingEdit):
            self.rated.emit()
        else:
            self.display.refresh_reference()
        self.say(f"{words}: {edit.text}")

    def _rate(self, changes: Sequence[CellChange]) -> bool:
        """Write changed ratings; return whether the coder may move on."""
        self._message = ""
        study = self._workspace.study
        if self._choice.coder_id is None or study is None:
            return False
        if not changes:
            return True
        if why_not := refusal(study, changes[0].frame.recording_id):
            self._workspace.say(why_not, "warning")
            return False
        seconds = self._pace.seconds_since_last(time.time())
        text = edit_text(changes)
        if not self._edits.do(
            RatingEdit(
                self._choice.coder_id,
                changes,
                text,
                visible=VISIBLE_TO_CODER,
                holder=self._session,
                seconds=seconds,
            )
        ):
            return False
        self._pace.add(time.time(), len(changes))
        self.rated.emit()
        return True

    def _rate_and_say(self, changes: Sequence[CellChange], nothing: str) -> None:
        if not changes:
            self.say(nothing)
        elif self._rate(changes):
            self.say(edit_text(changes))

    # ---- moving

    def move_focus(self, rows: int) -> None:
        """Focus another action unit: 1 down, -1 up."""
        self._message = ""
        self._session.move_focus(rows)
        self._show()

    def focus(self, row: int) -> None:
        """Focus an action unit by its place in the list."""
        self.move_focus(row - self._session.focus)

    def step(self, frames: int) -> None:
        """Go to another frame of the sample: 1 next, -1 previous."""
        self._message = ""
        if not self._session.step(frames) and self._session.frames:
            self._message = tr("This is the last frame.") if frames > 0 else tr("This is the first frame.")
        self._show()

    def go_to_index(self, index: int) -> None:
        """Go to a place in the coding order; the ends clamp."""
        self._message = ""
        self._session.go_to_index(index)
        self._show()

    def go_to_next_incomplete(self) -> None:
        """Go to the next frame with something left to rate."""
        found = self._session.go_to_first_incomplete(after_current=True)
        self.say("" if found else tr("Every frame of the sample is rated."))

    def go_to_next_unsure(self) -> None:
        """Go to the next rating that is marked as unsure."""
        found = self._session.go_to_next_unsure()
        self.say("" if found else tr("No rating of this sample is marked as unsure."))

    # ---- telling

    def say(self, message: str) -> None:
        """Tell the coder what just happened, below the pictures, until something else does."""
        self._message = message
        self._show()

    def _show(self, *, anew: bool = False) -> None:
        self.display.show(self._session.frame, self._session.upcoming(_FRAMES_AHEAD))
        (self._publish_anew if anew else self._publish)(self._now())

    def _on_study_changed(self) -> None:
        self._choice.read()
        self.reload()


def _side_words(side: Side) -> str:
    return SIDES[side] if side == "U" else tr("on the {sides} side", sides=SIDES[side])
