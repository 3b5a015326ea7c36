"""What an export of an open study holds: its recordings with ratings and markers, ready to be written."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from au_studio.analysis.models import ModelEntry
from au_studio.coding.calibrations import AnalysedStudy, known_of_person
from au_studio.coding.rated_person import explained, other_person_rated
from au_studio.export.markers_csv import MarkerRow
from au_studio.export.names import unique_stems
from au_studio.export.study_files import ExportPlan, ExportSource
from au_studio.export.values import ValueChoices
from au_studio.study.study import Study


def plan_of_study(
    study: Study,
    model: ModelEntry,
    recording_ids: Sequence[str],
    formats: Sequence[str],
    *,
    coder_ids: Sequence[str],
    folder: Path,
    values: ValueChoices | None = None,
    videos: Mapping[str, Path] | None = None,
    place_of: Callable[[Path], Path] = lambda path: path,
) -> ExportPlan:
    """Return what an export would write.

    Parameters
    ----------
    study : Study
        The open study.
    model : ModelEntry
        Whose values.
    recording_ids : sequence of str
        The recordings, in the order of the files.
    formats : sequence of str
        Keys of `au_studio.export.study_files.FORMATS`.
    coder_ids : sequence of str
        Whose ratings stand beside the model's values; those of a person who is not read now are left out,
        which a notice of the plan says.
    folder : Path
        Where the files go.
    values : ValueChoices, optional
        What is done to the values before they are written.
    videos : mapping of str to Path, optional
        Where the videos are, by recording.
    place_of : callable
        Says where a file of the study lies really, when it is open for reading only.
    """
    names = {coder.id: coder.name for coder in study.coders()}
    kinds = {kind.id: kind.name for kind in study.marker_kinds(removed=True)}
    recordings = [study.recording(key) for key in recording_ids]
    elsewhere = {r.id: rated for r in recordings if (rated := other_person_rated(study, r)) is not None}
    sources = tuple(
        ExportSource(
            recording.id,
            recording.name,
            stem,
            place_of(Path(study.analysis_path(recording.id, model.id))),
            recording.person or "",
            recording.condition or "",
            {names[key]: tuple(study.ratings(key, recording.id)) for key in coder_ids if key in names}
            if recording.id not in elsewhere
            else {},
            tuple(MarkerRow(kinds[m.kind_id], m.start, m.stop, m.note) for m in study.markers(recording.id)),
            recording.group or "",
            video=(videos or {}).get(recording.id),
        )
        for recording, stem in zip(recordings, unique_stems([r.name for r in recordings]), strict=True)
    )
    notices = tuple(explained(r, elsewhere[r.id]) for r in recordings if coder_ids and r.id in elsewhere)
    agreement = model.card.get("metrics") or None
    choices = values or ValueChoices()
    return ExportPlan(sources, tuple(formats), model.name, folder, agreement, choices, notices)


def with_persons(plan: ExportPlan, held: AnalysedStudy, model_id: str) -> ExportPlan:
    """Return the plan with what is known of the persons, if values are to be calibrated to them.

    Parameters
    ----------
    plan : ExportPlan
        Its recordings are analysed by now.
    held : AnalysedStudy
        The open study and its analyses.
    model_id : str
        The model whose values are exported.
    """
    study = held.study
    if not plan.values.calibrated or study is None:
        return plan
    ratings_of = functools.cache(study.ratings)  # recordings of a person share them
    known = (known_of_person(held, source.recording_id, model_id, ratings_of) for source in plan.sources)
    return replace(plan, sources=tuple(replace(s, known=k) for s, k in zip(plan.sources, known, strict=True)))
