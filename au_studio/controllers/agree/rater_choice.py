"""Which two raters are compared: a coder, and another coder or a model."""

from __future__ import annotations

from au_studio.agreement.raters import Rater
from au_studio.controllers.workspace import Workspace


class RaterChoice:
    """Offers the raters of the open study, and remembers which two are wanted.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and its models.

    Attributes
    ----------
    firsts, seconds : tuples of Rater
        Who can be compared, and with whom.
    consensus_id : str or None
        Id of the coder who holds the consensus; None before there is one.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._wanted = ["", ""]
        self.firsts: tuple[Rater, ...] = ()
        self.seconds: tuple[Rater, ...] = ()
        self.consensus_id: str | None = None

    @property
    def pair(self) -> tuple[Rater | None, Rater | None]:
        """The two that are wanted; None where there is nobody."""
        first = next((r for r in self.firsts if r.key == self._wanted[0]), None)
        second = next((r for r in self.seconds if r.key == self._wanted[1]), None)
        return first, second

    def choose(self, place: int, key: str) -> bool:
        """Want another first (0) or second (1) rater; return whether that is news."""
        news = key != self._wanted[place]
        self._wanted[place] = key
        return news

    def forget(self) -> None:
        """Offer and want nobody: another study is open."""
        self._wanted = ["", ""]
        self.firsts = self.seconds = ()

    def read(self) -> None:
        """Read coders and models again; who is gone gives way to whom people usually want.

        With a single coder that is the model whose curves are shown, else the next coder.
        """
        study = self._workspace.study
        coders = study.coders() if study is not None else []
        self.consensus_id = next((coder.id for coder in coders if coder.kind == "consensus"), None)
        self.firsts = tuple(Rater("coder", coder.id, coder.name) for coder in coders)
        models = tuple(Rater("model", model.id, model.name) for model in self._workspace.models())
        keys = [rater.key for rater in self.firsts]
        if self._wanted[0] not in keys:
            self._wanted[0] = keys[0] if keys else ""
        self.seconds = tuple(r for r in (*self.firsts, *models) if r.key != self._wanted[0]) if keys else ()
        keys = [rater.key for rater in self.seconds]
        if self._wanted[1] not in keys:
            chosen = self._workspace.model
            usual = f"model:{chosen.id}" if chosen is not None and len(self.firsts) < 2 else ""
            self._wanted[1] = usual if usual in keys else (keys[0] if keys else "")
