"""From a table of ratings to what an import would do: whose they are, of what, and how the file counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from au_studio.study.rating_found import Problem, RatingTable
from au_studio.study.rating_import import ImportPlan, coder_names, guess_coders, plan_import
from au_studio.study.rating_place import Counting, CountingChoice, find_counting, options
from au_studio.study.records import Note, Rating
from au_studio.video.index import VideoIndex

if TYPE_CHECKING:
    from au_studio.study.study import Study


@dataclass(frozen=True)
class Matched:
    """What an import would do, and how sure that is.

    Attributes
    ----------
    plan : ImportPlan
        What it would do.
    choice : CountingChoice
        How the file may count frames and seconds.
    counting : Counting or None
        How it is taken to count; None where somebody must say.
    """

    plan: ImportPlan
    choice: CountingChoice
    counting: Counting | None


def coders_of(table: RatingTable, coders: Sequence[str]) -> dict[str, str]:
    """Return whose ratings those of each coder in a table become, as far as can be guessed.

    Where the file does not say who rated, its own name says best where the ratings are from.
    """
    known = guess_coders(coder_names(table), coders)
    return {name: coder or table.source.stem for name, coder in known.items()}


def existing_of(study: Study) -> tuple[list[tuple[str, Rating]], list[tuple[str, Note]]]:
    """Return all ratings and all notes of a study, each with its coder's name."""
    names = {coder.id: coder.name for coder in study.coders(removed=True)}
    ratings = [(names[rating.coder_id], rating) for rating in study.ratings()]
    return ratings, [(names[note.coder_id], note) for note in study.notes()]


def match(
    table: RatingTable,
    wanted: Mapping[str, str],
    indices: Mapping[str, VideoIndex],
    *,
    coders: Mapping[str, str],
    existing: Iterable[tuple[str, Rating]],
    notes: Iterable[tuple[str, Note]],
    unread: Mapping[str, str],
    chosen: Counting | None = None,
) -> Matched:
    """Find out what an import would do; nothing is changed.

    Parameters
    ----------
    table : RatingTable
        What was read.
    wanted : mapping of str to str
        Id of the recording that each name in the table means.
    indices : mapping of str to VideoIndex
        Timestamps by recording; those that lack them are problems of the plan.
    coders : mapping of str to str
        Name of the coder in the study for each in the table.
    existing, notes
        What the study holds (`existing_of`).
    unread : mapping of str to str
        Why the timestamps of a recording cannot be read.
    chosen : Counting, optional
        How a person said that the file counts; heeded where that makes a difference.
    """
    recordings = {name: (key, indices[key]) for name, key in wanted.items() if key in indices}
    choice = find_counting(table, recordings)
    counting = chosen if chosen in options(choice) else choice.best if choice.clear else None
    plan = plan_import(table, recordings, coders, existing, notes, counting=counting or choice.best)
    plan.problems += [Problem(name, unread[key]) for name, key in wanted.items() if key in unread]
    return Matched(plan, choice, counting)
