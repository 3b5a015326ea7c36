"""Reads from a study what a coder goes on with: frames in their order, own ratings and notes, pace."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from au_studio.coding.pace import PaceMeter
from au_studio.coding.session import Cell, CodingSession, FrameOrder, SampleFrame, order_frames
from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.study.study import Study

AUS_SETTING = "coding.aus"
ORDER_SETTING = "coding.order"
CODER_SETTING = "coding.coder"
"""Settings of the study: action units to rate, order of the frames, who rated last."""


def human_coders(study: Study) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of everybody who can rate here: no consensus, nothing imported."""
    return tuple((coder.id, coder.name) for coder in study.coders() if coder.kind == "human")


def chosen_coder(study: Study) -> str | None:
    """Return the id of the coder who rated last, else of the first; None when there is none."""
    ids = [key for key, _ in human_coders(study)]
    remembered = study.setting(CODER_SETTING)
    return remembered if remembered in ids else next(iter(ids), None)


def chosen_order(study: Study) -> FrameOrder:
    """Return the order in which the study's frames are coded."""
    return "chronological" if study.setting(ORDER_SETTING) == "chronological" else "random"


def chosen_aus(study: Study) -> tuple[int, ...]:
    """Return the action units that the study's coders rate, rising."""
    chosen = study.setting(AUS_SETTING) or ()
    return tuple(sorted(au for au in chosen if au in ACTION_UNITS)) or DISFA_AUS


def drawn_frames(study: Study, coder_id: str | None) -> list[list[SampleFrame]]:
    """Return the sampled frames of each recording that a coder rates, in the order of the draw."""
    coder = study.coder(coder_id) if coder_id is not None else None
    by_recording: dict[str, list[SampleFrame]] = {recording.id: [] for recording in study.recordings()}
    for sample in study.samples():
        if sample.recording_id in by_recording:
            mine = sample.drawn_order if coder is None else sample.pts_for(coder)
            frames = (SampleFrame(sample.recording_id, pts) for pts in mine)
            by_recording[sample.recording_id].extend(frames)
    return list(by_recording.values())


def read_session(
    study: Study, coder_id: str | None, order: FrameOrder, aus: Sequence[int]
) -> tuple[CodingSession, PaceMeter]:
    """Return a coder's session at the frame where they stopped, and their pace.

    Parameters
    ----------
    study : Study
        The study.
    coder_id : str or None
        Who rates; with None nothing is rated.
    order : {"random", "chronological"}
        The order of the frames.
    aus : sequence of int
        Action units to rate.
    """
    frames = order_frames(drawn_frames(study, coder_id), order)
    if coder_id is None:
        return CodingSession(frames, aus), PaceMeter()
    ratings = study.ratings(coder_id=coder_id)
    cell = lru_cache(Cell)  # there are few that differ, and tens of thousands of ratings
    session = CodingSession(
        frames,
        aus,
        (
            ((SampleFrame(r.recording_id, r.pts), r.au), cell(r.value, r.unsure, r.code, r.side))
            for r in ratings
        ),
        ((SampleFrame(n.recording_id, n.pts), n.text) for n in study.notes(coder_id=coder_id)),
    )
    last = max(ratings, key=attrgetter("event_id"), default=None)
    session.resume(SampleFrame(last.recording_id, last.pts) if last is not None else None)
    return session, PaceMeter(rating.created for rating in ratings)
