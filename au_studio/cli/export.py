"""``au-studio export``: tables, ratings, files for other programs and annotated videos of a study."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from au_studio.agreement.study_facts import facts_of_study
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.of_study import StudyAnalyses
from au_studio.analysis.store import AnalysisFileError
from au_studio.analysis.stored_analyses import video_of
from au_studio.cli.analyze_study import analyse_missing, as_lines
from au_studio.cli.export_video import VIDEO, add_look, look_of, write_video
from au_studio.cli.instead import explained, said
from au_studio.cli.of_study import (
    RATE_FIRST,
    add_json,
    add_study,
    chosen_coders,
    chosen_recordings,
    model_of,
    models_and_analyses,
    print_json,
)
from au_studio.cli.recording_option import add_recordings
from au_studio.coding.calibrations import CALIBRATED
from au_studio.errors import AUStudioError
from au_studio.export import ratings_sidecar, study_ratings
from au_studio.export.annotated_picture import VideoLook
from au_studio.export.errors import ExportError
from au_studio.export.names import OF_EACH, unique_stems, with_sidecars
from au_studio.export.study_files import FORMATS, ExportPlan, write_tables
from au_studio.export.study_plan import plan_of_study, with_persons
from au_studio.export.values import ValueChoices
from au_studio.jobs.console import Console
from au_studio.nn.expected_error import expected_errors_in
from au_studio.study.folder import study_folder
from au_studio.study.records import Recording
from au_studio.study.study import Study

_RATINGS = {f"ratings-{kind}": kind for kind in study_ratings.FORMATS}
_RATING_FILES = {"long": "ratings.csv", "wide": "ratings wide.csv", "disfa": "DISFA"}
_ALL = (*FORMATS, *_RATINGS, VIDEO)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio export``."""
    add_study(parser)
    lines = [f"{kind}: {text}" for kind, text in FORMATS.items()]
    lines += [f"{name}: {study_ratings.FORMATS[kind]}" for name, kind in _RATINGS.items()]
    parser.description = "\n  ".join(
        [
            "Write what a study holds. Recordings that are not analysed yet are analysed first.\nFormats:",
            *lines,
            f"{VIDEO}: annotated video, with bars and curves (.mp4)",
        ]
    )
    parser.add_argument(
        "--format",
        action="append",
        choices=_ALL,
        default=[],
        metavar="FORMAT",
        help="what to write, as listed above; may be repeated (default: openface)",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="folder for the files (default: beside the study)"
    )
    add_recordings(parser)
    parser.add_argument("--model", metavar="MODEL", help="id or name; by default the study's own choice")
    parser.add_argument(
        "--coder",
        action="append",
        default=[],
        metavar="NAME",
        help="whose ratings stand in the tables (default: nobody's), or are exported as ratings (default: "
        "everybody's); may be repeated",
    )
    parser.add_argument(
        "--calibrate",
        action=argparse.BooleanOptionalAction,
        help="values calibrated to the person (default: as the study shows them)",
    )
    parser.add_argument(
        "--smooth", type=float, default=0.0, metavar="SECONDS", help="smooth over time (standard deviation)"
    )
    parser.add_argument("--expected-errors", action="store_true", help="columns of expected errors (AU12_sd)")
    parser.add_argument("--device", default="auto", help="where to analyse: auto, cpu, cuda or mps")
    add_json(parser)
    add_look(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write; 0 only when nothing that was asked for is left out."""
    look = look_of(arguments)
    if not 0 <= arguments.smooth < float("inf"):
        raise ExportError(f"{arguments.smooth} is no number of seconds to smooth over.")
    folder = study_folder(arguments.study)
    with Study.open(folder, read_only=True) as study:
        return _Export(study, arguments).run(look)


class _Export:
    """One export: what is wanted, and what has come of it."""

    def __init__(self, study: Study, arguments: argparse.Namespace) -> None:
        self._study, self._arguments = study, arguments
        self._recordings = chosen_recordings(study, arguments.recording)
        self._coders = [coder.id for coder in chosen_coders(study, arguments.coder)]
        self._folder: Path = arguments.output or study.path.parent / f"{study.name} tables"
        self._console = Console()
        self._files: list[Path] = []
        self._left_out: dict[str, str] = {}
        self._incomplete: dict[str, str] = {}
        self._formats_left_out: dict[str, str] = {}
        self._notices: list[str] = []

    def run(self, look: VideoLook) -> int:
        """Write everything that was asked for, and say what was written; returns the exit code."""
        formats = tuple(dict.fromkeys(self._arguments.format or ["openface"]))
        tables = tuple(kind for kind in formats if kind in FORMATS)
        if tables or VIDEO in formats:
            models, held, notices = models_and_analyses(self._study)
            self._notices += notices
            model = model_of(self._study, self._arguments.model, models)
            values = self._values(model)
            there = self._analysed(model, held)
            if tables and there:
                plan = plan_of_study(
                    self._study,
                    model,
                    [r.id for r in there],
                    tables,
                    coder_ids=self._coders if self._arguments.coder else (),
                    folder=self._folder,
                    values=values,
                    videos={r.id: video_of(self._study, r) or r.absolute_path for r in there},
                )
                plan = with_persons(plan, held, model.id)
                if "methods" in tables:
                    facts = facts_of_study(self._study, models, [r.id for r in there], model.id)
                    plan = replace(plan, facts=facts)
                self._write_tables(plan)
            stems = unique_stems([recording.name for recording in there]) if VIDEO in formats else []
            for recording, stem in zip(there, stems, strict=False):
                stored = held.analysis_path(recording.id, model.id)
                self._write_video(recording, stored, look, self._folder / f"{stem} annotated.mp4")
        for name in (name for name in formats if name in _RATINGS):
            try:
                self._write_ratings(_RATINGS[name])
            except ExportError as error:  # what was written before is told all the same
                self._formats_left_out[name] = explained(error)
        return self._tell()

    def _values(self, model: ModelEntry) -> ValueChoices:
        """Return what is done to the values before they are written."""
        wanted = self._arguments.expected_errors
        errors = expected_errors_in(model.card) if wanted else None
        if wanted and errors is None:
            raise ExportError(
                f"The card of “{model.name}” does not say how far off it may be.",
                next_step="Leave --expected-errors out.",
            )
        calibrated = self._arguments.calibrate
        if calibrated is None:
            calibrated = bool(self._study.setting(CALIBRATED, False))
        return ValueChoices(calibrated, self._arguments.smooth, errors)

    def _analysed(self, model: ModelEntry, held: StudyAnalyses) -> list[Recording]:
        """Analyse what is missing; return the recordings that can be exported, and note why others can't."""
        device = self._arguments.device
        self._left_out, self._incomplete = analyse_missing(
            self._study, held, self._recordings, model, self._console, device=device
        )
        return [r for r in self._recordings if r.name not in self._left_out]

    def _write_tables(self, plan: ExportPlan) -> None:
        """Write the tables; a recording whose file is not there afterwards was left out."""

        def tell(done: int, total: int, name: str) -> None:
            self._console.step(done, total, f"Writing {name or 'the rest'}")

        try:
            files = write_tables(plan, tell, lambda: False, self._notices.append)
        except (AnalysisFileError, ExportError):  # of every recording: the notes say why
            files = []
        self._files += with_sidecars(files)
        self._console.end_line()
        for source in plan.sources:
            wanted = {plan.file(source, kind) for kind in plan.formats if kind in OF_EACH}
            if wanted - set(files):
                self._left_out.setdefault(source.name, "its tables could not be written, see the notes")

    def _write_video(self, recording: Recording, stored: Path, look: VideoLook, target: Path) -> None:
        try:
            write_video(self._study, recording, stored, look=look, target=target, console=self._console)
            self._files += with_sidecars([target])
        except AUStudioError as error:
            self._left_out[recording.name] = explained(error)

    def _write_ratings(self, kind: str) -> None:
        """Write what coders rated; where a video is missing, frames have their timestamps (pts) alone."""
        sources = study_ratings.rating_sources(
            self._study, self._coders, lambda r: (video_of(self._study, r), None), self._recordings
        )
        if not sources:
            raise ExportError(
                "There are no ratings of these recordings by these coders.",
                next_step=RATE_FIRST,
            )
        done = study_ratings.write_ratings(self._folder / _RATING_FILES[kind], kind, sources)
        self._files += [done.path, ratings_sidecar.path_for(done.path, kind)]
        if done.remark:
            self._notices.append(done.remark)
        self._left_out.update(dict.fromkeys(done.left_out, "its video cannot be read"))

    def _tell(self) -> int:
        """Say what was written and what was not; return the exit code."""
        notices = list(dict.fromkeys(self._notices))
        for text in notices:
            self._console.say(f"Note: {said(text)}")
        for text in as_lines(self._incomplete):
            self._console.say(f"Exported only in part: {text}")
        for text in as_lines(self._left_out | self._formats_left_out):
            self._console.say(f"Left out: {text}")
        if self._arguments.json:
            print_json(
                {
                    "files": [str(path) for path in self._files],
                    "left_out": [
                        *({"recording": name, "why": why} for name, why in self._left_out.items()),
                        *({"format": name, "why": why} for name, why in self._formats_left_out.items()),
                    ],
                    "incomplete": [{"recording": name, "why": why} for name, why in self._incomplete.items()],
                    "notes": [said(text) for text in notices],
                }
            )
        else:
            sys.stdout.writelines(f"{path}\n" for path in self._files)
        return 1 if self._left_out or self._incomplete or self._formats_left_out else 0
