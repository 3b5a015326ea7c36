"""What a methods text is made from: plain facts that a study, its analyses and the models' cards hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from au_studio.analysis.results import RecordingAnalysis
from au_studio.study.records import CoderKind, Sample


@dataclass(frozen=True)
class ModelFacts:
    """A model: its name for people and its card (`au_studio.nn.checkpoint.ModelCard` as JSON)."""

    name: str
    card: Mapping[str, Any]


@dataclass(frozen=True)
class CoderFacts:
    """What one coder did in the recordings that are exported.

    Attributes
    ----------
    name : str
        What people call the coder.
    kind : {"human", "consensus", "imported"}
        Who or what it is.
    aus : tuple of int
        Action units with at least one rating, rising.
    frames : int
        Frames with at least one rating, not codable included.
    levels : int
        Ratings of 0 to 5.
    not_codable, unsure : int
        Ratings of "not codable", and ratings marked as unsure.
    blind, unknown : int
        Ratings made without seeing the model's or others' values; ratings of which nobody knows that.
    """

    name: str
    kind: CoderKind
    aus: tuple[int, ...]
    frames: int
    levels: int
    not_codable: int
    unsure: int
    blind: int
    unknown: int

    @property
    def ratings(self) -> int:
        """All ratings, not codable included."""
        return self.levels + self.not_codable


@dataclass(frozen=True)
class PairFacts:
    """How far two coders agree on the frames that both rated.

    Attributes
    ----------
    names : (str, str)
        The two coders.
    frames : int
        Frames in which both gave 0 to 5 to the same action unit.
    units : int
        Action units for which an ICC is defined.
    icc, mae, exact : float or None
        Unweighted means over action units: ICC(3,1), mean absolute difference in steps of the scale, share
        (0 to 1) of ratings with the same level; None where undefined.
    """

    names: tuple[str, str]
    frames: int
    units: int
    icc: float | None
    mae: float | None
    exact: float | None


@dataclass(frozen=True)
class StudyFacts:
    """What the study holds of the recordings that are exported.

    Attributes
    ----------
    models : tuple of ModelFacts
        The model whose values are exported, then those that it was trained from, as far as they are at hand.
    samples : mapping of str to Sample
        By recording: the frames drawn to be rated; recordings without a sample are left out.
    coders : tuple of CoderFacts
        Everybody who rated.
    pairs : tuple of PairFacts
        Coders who rated the same frames.
    of_others : tuple of str
        Names of recordings whose ratings are of another person than the one whose values are exported.
    """

    models: tuple[ModelFacts, ...]
    samples: Mapping[str, Sample] = field(default_factory=dict)
    coders: tuple[CoderFacts, ...] = ()
    pairs: tuple[PairFacts, ...] = ()
    of_others: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class RecordingFacts:
    """One recording and the values that are exported of it.

    Attributes
    ----------
    recording_id, person : str
        The recording, and who it is of; empty when nobody said.
    analysis : RecordingAnalysis
        The values, as they are exported; its provenance says how they were made.
    """

    recording_id: str
    person: str
    analysis: RecordingAnalysis

    @property
    def video(self) -> Mapping[str, Any]:
        """What the provenance says of the video; empty when it says nothing."""
        return mapping(self.analysis.provenance.get("video"))

    @property
    def processing(self) -> Mapping[str, Any]:
        """What was done to the values after the model gave them."""
        return mapping(self.analysis.provenance.get("processing"))


def mapping(value: object) -> Mapping[str, Any]:
    """Return a mapping as it is, an empty one for anything else: cards of any origin are read with care."""
    return value if isinstance(value, Mapping) else {}


def figure(value: object) -> float | None:
    """Return a number as a float; None for anything else."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
