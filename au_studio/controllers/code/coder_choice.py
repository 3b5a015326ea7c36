"""Who codes, which action units, and in which order: chosen on the Code page, and kept in the study."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from au_studio.coding.reading import (
    AUS_SETTING,
    CODER_SETTING,
    ORDER_SETTING,
    chosen_aus,
    chosen_coder,
    chosen_order,
    human_coders,
)
from au_studio.coding.session import FrameOrder
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.facs.action_units import DISFA_AUS


class CoderChoice:
    """The choices of the open study; each method that changes one says whether it did.

    Attributes
    ----------
    coder_id : str or None
        Who rates.
    coders : tuple of (str, str)
        Id and name of those who may.
    order : FrameOrder
        In which order frames come.
    aus : tuple of int
        The action units that are rated in every frame.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.coder_id: str | None = None
        self.coders: tuple[tuple[str, str], ...] = ()
        self.order: FrameOrder = "random"
        self.aus: tuple[int, ...] = DISFA_AUS

    def read(self) -> None:
        """Take over what another study keeps."""
        study = self._workspace.study
        self.coder_id, self.order, self.aus = None, "random", DISFA_AUS
        if study is not None:
            self.coder_id, self.order = chosen_coder(study), chosen_order(study)
            self.aus = chosen_aus(study)

    def read_coders(self) -> None:
        """Read again who may rate; whoever was taken off the list gives way."""
        study = self._workspace.study
        if study is not None:
            self.coders = human_coders(study)
            if self.coder_id not in dict(self.coders):
                self.coder_id = chosen_coder(study)

    @property
    def rates_double_coded_only(self) -> bool:
        """Whether the coder rates only the frames that two coders rate."""
        study = self._workspace.study
        return study is not None and self.coder_id is not None and study.coder(self.coder_id).part == "double"

    def add_coder(self, name: str) -> tuple[str, bool] | None:
        """Find or add the coder of a name; return the id and whether the ratings were imported."""
        study = self._workspace.study
        if study is None or not name.strip():
            return None
        imported = {coder.id for coder in study.coders(removed=True) if coder.kind == "imported"}
        try:
            coder = study.coder_who_rates(name)
        except AUStudioError as error:
            self._workspace.report(error)
            return None
        return coder.id, coder.id in imported

    def choose_coder(self, coder_id: str) -> bool:
        """Let another coder rate."""
        before, self.coder_id = self.coder_id, coder_id
        return coder_id != before and self._remember(CODER_SETTING, coder_id)

    def choose_order(self, order: FrameOrder) -> bool:
        """Code the frames in random or chronological order."""
        before, self.order = self.order, order
        return order != before and self._remember(ORDER_SETTING, order)

    def choose_aus(self, aus: Sequence[int]) -> bool:
        """Rate these action units; none at all is no choice."""
        before, self.aus = self.aus, tuple(sorted(aus)) or self.aus
        return self.aus != before and self._remember(AUS_SETTING, list(self.aus))

    def _remember(self, key: str, value: object) -> bool:
        study = self._workspace.study
        if study is not None:
            # A study that is read only can't remember; nothing is lost by that.
            with contextlib.suppress(AUStudioError):
                study.set_setting(key, value)
        return True
