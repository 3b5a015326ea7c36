"""Which models there are, which one is chosen, and which one is compared with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.models import ModelEntry, available_models, chosen_model
from au_studio.analysis.verdict_words import FOR_ONE_PERSON, for_one_person
from au_studio.controllers.notices import Notices
from au_studio.controllers.open_study import OpenStudy
from au_studio.errors import AUStudioError
from au_studio.texts import shown, tr


@dataclass(frozen=True)
class ModelsChange:
    """What changed about the models.

    Attributes
    ----------
    added, removed, altered : frozenset of str
        Ids of models that came, that went, and that have another card or other weights.
    chosen, compared : bool
        Whether another model is the chosen one, or the compared one.
    """

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()
    chosen: bool = False
    compared: bool = False

    @property
    def listed(self) -> bool:
        """Whether the list of models is another one."""
        return bool(self.added or self.removed or self.altered)


class ModelChoice(QObject):
    """The models at hand, and the choice among them.

    Signals
    -------
    changed(ModelsChange)
        The list of models, the chosen one or the compared one changed; says which of these.
    """

    changed = Signal(object)

    def __init__(self, opened: OpenStudy, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened, self._notices = opened, notices
        self._models: tuple[ModelEntry, ...] = ()
        self._model: str | None = None
        self._compared: str | None = None
        opened.taken.connect(self._on_taken)
        opened.settled.connect(self._on_settled)
        self.refresh_models()

    def models(self) -> tuple[ModelEntry, ...]:
        """Return the models at hand, the shipped one first."""
        return self._models

    def find(self, model_id: str | None) -> ModelEntry | None:
        """Return the model of this id, or None."""
        return next((model for model in self._models if model.id == model_id), None)

    @property
    def model_id(self) -> str | None:
        """Id of the model whose curves are shown."""
        return self._model

    @property
    def model(self) -> ModelEntry | None:
        """The model whose curves are shown."""
        return self.find(self._model)

    @property
    def compared_model(self) -> ModelEntry | None:
        """The model whose curves are shown dashed behind the chosen one's, or None."""
        return self.find(self._compared)

    def choose_model(self, model_id: str, *, compare_with: str | None = None, told: bool = False) -> None:
        """Show this model's curves, and optionally another one's behind them.

        Parameters
        ----------
        model_id : str
            The model.
        compare_with : str, optional
            The one behind; None leaves that as it is.
        told : bool
            Whether the user knows already for whom it is.
        """
        compared = self._compared if compare_with is None else compare_with
        another = model_id != self._model
        self._set(self._models, model_id, compared)
        if another and not told:
            self._tell_for_whom()

    def _tell_for_whom(self) -> None:
        """Warn of a model that was fitted to one person where a study has several."""
        model, study = self.model, self._opened.study
        if model is None or study is None or not for_one_person(model.card.get("training") or {}):
            return
        persons = {recording.person or recording.id for recording in study.recordings()}
        if len(persons) > 1:
            self._notices.say(
                tr("“{name}”: {for_whom}", name=model.name, for_whom=shown(FOR_ONE_PERSON)), "warning"
            )

    def compare_with(self, model_id: str | None) -> None:
        """Show another model's curves dashed behind the chosen one's; None for no comparison."""
        self._set(self._models, self._model, model_id)

    def refresh_models(self) -> None:
        """Read the list of models again, as after a fine-tuning; the choice stays if it can."""
        study = self._opened.study
        try:
            models = tuple(available_models(study.path if study is not None else None))
        except AUStudioError as error:
            models = ()
            self._notices.report(error)
        ids = [model.id for model in models]
        chosen = self._model
        if chosen not in ids:
            usual = chosen_model(models, study.default_model if study is not None else None)
            chosen = None if usual is None else usual.id
        self._set(models, chosen, self._compared if self._compared in ids else None)

    def _set(self, models: tuple[ModelEntry, ...], chosen: str | None, compared: str | None) -> None:
        """Take over a list and a choice, and say what is new of it."""
        compared = None if compared == chosen else compared
        before, after = ({model.id: model for model in some} for some in (self._models, models))
        change = ModelsChange(
            added=frozenset(after.keys() - before.keys()),
            removed=frozenset(before.keys() - after.keys()),
            altered=frozenset(key for key in after.keys() & before.keys() if after[key] != before[key]),
            chosen=chosen != self._model,
            compared=compared != self._compared,
        )
        self._models, self._model, self._compared = models, chosen, compared
        self.changed.emit(change)

    def _on_taken(self) -> None:
        # Another study may have models of the same ids: nothing of the choice before holds.
        self._models, self._model, self._compared = (), None, None
        self.refresh_models()

    def _on_settled(self) -> None:
        if self._opened.study is None:
            self.refresh_models()
