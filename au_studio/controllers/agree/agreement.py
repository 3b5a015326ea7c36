"""Agreement: compares two raters in a worker thread, and writes what they agree on to the study."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.agreement.comparison import Comparison, ComparisonRequest, compare
from au_studio.agreement.consensus import Consensus
from au_studio.agreement.raters import remarks
from au_studio.agreement.table_file import write_agreement
from au_studio.agreement.tables import Disagreement
from au_studio.coding.edit_history import EditHistory
from au_studio.coding.edits import RatingEdit, edit_text
from au_studio.coding.pictures import ContextLoop, FramePictures
from au_studio.coding.session import SampleFrame
from au_studio.controllers.agree.rater_choice import RaterChoice
from au_studio.controllers.agree.state import AgreementState, Situation, UnitDetail, unit_detail
from au_studio.controllers.background import Background
from au_studio.controllers.model_choice import ModelsChange
from au_studio.controllers.published import Published
from au_studio.controllers.study_pictures import StudyPictures
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.texts import tr


class AgreementController(Published[AgreementState]):
    """Compares raters of a study and reconciles them.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and its models.

    Signals
    -------
    state_changed(AgreementState)
        Show this.
    pictures_changed(FramePictures or None)
        The frame of the chosen disagreement; None while it is being decoded.
    context_ready(ContextLoop)
        The second around that frame, as asked for by `request_context`.
    picture_failed(AUStudioError)
        That frame cannot be shown.
    """

    pictures_changed = Signal(object)
    context_ready = Signal(object)
    picture_failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(AgreementState(Situation.NO_STUDY), parent)
        self._workspace = workspace
        self._active = False
        self._raters = RaterChoice(workspace)
        self._with_trained = False
        self._comparison: Comparison | None = None
        self._consensus = Consensus(workspace)
        self._to_adopt = 0
        self._detail: tuple[Comparison, UnitDetail | None] | None = None
        self._au: int | None = None
        self._chosen: Disagreement | None = None
        self._remarks: tuple[str, ...] = ()
        self._message = ""
        self._background = Background("agreement", self, failure=tr("The agreement could not be computed."))
        self._background.done.connect(self._on_compared)
        self._background.failed.connect(self._on_failed)
        self._pictures = StudyPictures(workspace, self)
        self._pictures.loaded.connect(self._on_loaded)
        self._pictures.context_loaded.connect(self._on_context_loaded)
        self._pictures.failed.connect(self._on_picture_failed)
        workspace.study_changed.connect(self._on_study_changed)
        workspace.models_changed.connect(self._on_models_changed)
        workspace.face_finder.changed.connect(self.refresh)
        workspace.analysis_changed.connect(self._on_analysis_changed)
        workspace.recordings_changed.connect(self._on_recordings_changed)
        self._n_recordings = len(workspace.recordings())
        self._show()

    # ---- what the page asks

    def _now(self) -> AgreementState:
        """Return what the page is to show."""
        first, second = self._raters.pair
        comparison = self._comparison
        return AgreementState(
            situation=self._situation(),
            firsts=self._raters.firsts,
            seconds=self._raters.seconds,
            first=first,
            second=second,
            comparison=comparison,
            busy=self._background.busy,
            with_trained=self._with_trained,
            detail=self._unit_detail(),
            disagreement=self._chosen,
            remarks=self._remarks,
            consensus=dict(self._consensus.values),
            to_adopt=self._to_adopt,
            undo_text=self._consensus.edits.undo_text,
            redo_text=self._consensus.edits.redo_text,
            message=self._message,
        )

    def activate(self) -> None:
        """Keep the figures fresh from now on: the page is shown, and somebody may just have rated."""
        self._active = True
        self.refresh()

    def rest(self) -> None:
        """Compute nothing while the page is hidden."""
        self._active = False

    def close(self) -> None:
        """End the worker threads and wait for them."""
        self._active = False
        self._background.close()
        self._pictures.close()

    def _unit_detail(self) -> UnitDetail | None:
        """Return the chosen action unit in full: the same object as long as nothing about it changed."""
        comparison = self._comparison
        if comparison is None:
            return None
        known = self._detail
        if known is None or known[0] is not comparison or (known[1] and known[1].au) != self._au:
            self._detail = known = (comparison, unit_detail(comparison, self._au))
        return known[1]

    # ---- choices

    def choose_first(self, key: str) -> None:
        """Compare another coder (a rater's key)."""
        self._choose(0, key)

    def choose_second(self, key: str) -> None:
        """Compare with another coder or model (a rater's key)."""
        self._choose(1, key)

    def choose_with_trained(self, shown: bool) -> None:
        """Take in the frames whose ratings trained the model, or leave them out."""
        if shown != self._with_trained:
            self._with_trained = shown
            self.refresh()

    def choose_au(self, au: int | None) -> None:
        """Show another action unit in the plots."""
        self._au = au
        self._show()

    def choose_disagreement(self, disagreement: Disagreement, message: str = "") -> None:
        """Show the frame of a disagreement, to look at it and to reconcile it; `message` stands below."""
        self._message = message
        self._chosen = disagreement
        raters, study = [r for r in self._raters.pair if r is not None], self._workspace.study
        self._remarks = (
            remarks(study, raters, disagreement.frame, disagreement.au) if study is not None else ()
        )
        if self._comparison is not None and disagreement.au in self._comparison.paired.aus:
            self._au = disagreement.au
        self._show()
        self.pictures_changed.emit(self._pictures.request(disagreement.frame, prepare_context=False))

    def _choose(self, place: int, key: str) -> None:
        if self._raters.choose(place, key):
            self._with_trained = False
            self._chosen = None
            self.pictures_changed.emit(None)
            self.refresh()

    # ---- comparing

    def refresh(self) -> None:
        """Compare anew, now or when the page is shown."""
        if not self._active:
            return
        self._read_raters()
        first, second = self._raters.pair
        study = self._workspace.study
        if study is None or first is None or second is None:
            self._background.stop()
            self._comparison = None
            self._show()
            return
        known = {r.id: self._workspace.index_of(r.id) for r in self._workspace.recordings()}
        request = ComparisonRequest(
            study=Path(study.path),
            first=first,
            second=second,
            models=self._workspace.models(),
            with_trained=self._with_trained,
            consensus_id=self._consensus.coder_id,
            indices={key: index for key, index in known.items() if index is not None},
            backend=self._workspace.face_finder.name,
            analyses=self._workspace.analysis_paths(second.id) if second.kind == "model" else {},
        )
        self._background.run(lambda should_stop: compare(request, should_stop))
        self._show()

    def _on_failed(self, error: AUStudioError) -> None:
        self._comparison = None
        self._workspace.report(error)
        self._show()

    def _on_compared(self, comparison: Comparison) -> None:
        self._take(comparison)
        self._show()

    def _take(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._consensus.values = dict(comparison.consensus)
        self._to_adopt = len(self._consensus.agreed(comparison))
        if self._au not in comparison.paired.aus:
            self._au = comparison.paired.aus[0] if comparison.paired.aus else None
        if self._chosen is not None and self._chosen not in comparison.disagreements:
            self._chosen = None
            self.pictures_changed.emit(None)

    # ---- reconciling

    def set_consensus(self, value: int | None) -> None:
        """Enter the reconciled value (None = not codable) of the chosen disagreement, and go to the next."""
        chosen, comparison = self._chosen, self._comparison
        if chosen is None or comparison is None:
            self._say(tr("Choose a disagreement first; then enter what you agree on."))
            return
        change = self._consensus.change(chosen.frame, chosen.au, value)
        seen = tr(
            "reconciled: saw {name} and {name2}", name=comparison.first.name, name2=comparison.second.name
        )
        if self._consensus.rate([change], seen):
            self._after_rating()
            place = comparison.disagreements.index(chosen) + 1
            following = comparison.disagreements[min(place, len(comparison.disagreements) - 1)]
            self.choose_disagreement(
                following, tr("Consensus {edit_text}. Undo takes it back.", edit_text=edit_text([change]))
            )

    def adopt_agreed(self) -> None:
        """Take every rating on which both coders agree exactly into the consensus."""
        comparison = self._comparison
        changes = self._consensus.agreed(comparison)
        if not changes or comparison is None:
            return
        seen = tr(
            "agreed: the same rating by {name} and {name2}",
            name=comparison.first.name,
            name2=comparison.second.name,
        )
        if self._consensus.rate(changes, seen):
            self._after_rating()
            self._say(tr("{n} ratings on which both agree are in the consensus now.", n=len(changes)))

    @property
    def edits(self) -> EditHistory[RatingEdit]:
        """The consensus entries that can be undone."""
        return self._consensus.edits

    def undo(self) -> None:
        """Take the last consensus entry back, and show its disagreement."""
        self._reveal(self._consensus.edits.undo(), tr("Undone"))

    def redo(self) -> None:
        """Make the consensus entry again that was undone last, and show its disagreement."""
        self._reveal(self._consensus.edits.redo(), tr("Done again"))

    def _after_rating(self) -> None:
        """Take the consensus coder into the lists; compare anew when it is one of the two.

        A comparison that is under way has read the consensus as it was before, so it starts again, too.
        """
        self._to_adopt = len(self._consensus.agreed(self._comparison))
        compared = {rater.id for rater in self._raters.pair if rater is not None}
        if self._background.busy or self._consensus.coder_id in compared:
            self.refresh()
        else:
            self._read_raters()

    def _reveal(self, edit: RatingEdit | None, words: str) -> None:
        if edit is None:
            return
        self._after_rating()
        comparison = self._comparison
        found = comparison.disagreements if comparison is not None else ()
        where = (edit.affected_frame(), edit.affected_au())
        affected = next((d for d in found if (d.frame, d.au) == where), None)
        message = f"{words}: {edit.text}"
        if affected is not None and len(edit.changes) == 1:
            self.choose_disagreement(affected, message)
        else:
            self._say(message)

    # ---- writing the table

    def export(self, path: Path) -> None:
        """Write the table as CSV with its sidecar."""
        study, comparison = self._workspace.study, self._comparison
        if study is None or comparison is None:
            return
        try:
            table, beside = write_agreement(path, comparison, study.name)
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self._workspace.say(
            tr(
                "The agreement table is in {table} ({name} says how it was made).",
                table=table,
                name=beside.name,
            ),
            "good",
        )

    # ---- raters

    def _read_raters(self) -> None:
        self._raters.read()
        self._consensus.coder_id = self._raters.consensus_id

    def _situation(self) -> Situation:
        if self._workspace.study is None:
            return Situation.NO_STUDY
        if not self._raters.firsts:
            return Situation.NO_CODER
        return Situation.READY if self._raters.seconds else Situation.ALONE

    # ---- pictures

    def request_context(self) -> None:
        """Ask for the second before and after the frame of the chosen disagreement."""
        if self._chosen is not None:
            self._pictures.request_context(self._chosen.frame)

    def _on_context_loaded(self, loop: ContextLoop) -> None:
        if self._chosen is not None and loop.frame == self._chosen.frame:
            self.context_ready.emit(loop)

    def _on_loaded(self, pictures: FramePictures) -> None:
        if self._chosen is not None and pictures.frame == self._chosen.frame:
            self.pictures_changed.emit(pictures)

    def _on_picture_failed(self, frame: SampleFrame, error: AUStudioError) -> None:
        if self._chosen is not None and frame == self._chosen.frame:
            self.picture_failed.emit(error)

    # ---- telling

    def _say(self, message: str) -> None:
        self._message = message
        self._show()

    def _show(self) -> None:
        self._publish(self._now())

    def _on_study_changed(self) -> None:
        self._consensus.forget()
        self._background.stop()
        self._raters.forget()
        self._comparison = self._chosen = self._au = None
        self._message, self._to_adopt = "", 0
        self._with_trained = False
        self._n_recordings = len(self._workspace.recordings())
        self.pictures_changed.emit(None)
        self.refresh()
        self._show()

    def _on_models_changed(self, change: ModelsChange) -> None:
        """Offer the models that there are now; compare anew only when it concerns who is compared."""
        if not self._active or not change.listed:
            return
        before = self._raters.pair
        self._read_raters()
        second = self._raters.pair[1]
        # What a model has learned from is told by those that it was made from, too, while they are there.
        gone = change.removed | change.altered if second is not None and second.kind == "model" else ()
        if gone or self._raters.pair != before:
            self.refresh()
        else:
            self._show()

    def _on_analysis_changed(self, _recording_id: str, model_id: str) -> None:
        second = self._raters.pair[1]
        if second is not None and (second.kind, second.id) == ("model", model_id):
            self.refresh()

    def _on_recordings_changed(self) -> None:
        """Compare anew when recordings came or went: this fires when one of them was checked, too."""
        count = len(self._workspace.recordings())
        if count != self._n_recordings:
            self._n_recordings = count
            self.refresh()
