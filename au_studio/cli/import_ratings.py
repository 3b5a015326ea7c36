"""``au-studio import``: ratings from tables, ELAN, BORIS, DISFA and BP4D into a study."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from au_studio.analysis.stored_index import stored_index
from au_studio.cli.of_study import add_json, add_study, chosen_recordings, models_and_analyses, print_json
from au_studio.errors import AUStudioError
from au_studio.jobs.console import Console
from au_studio.study.errors import VideoMissingError
from au_studio.study.folder import study_folder
from au_studio.study.rating_import import coder_names, guess_recordings, recording_names
from au_studio.study.rating_matching import Matched, coders_of, existing_of, match
from au_studio.study.rating_place import Counting, described, options
from au_studio.study.rating_table import RatingTable, read_ratings
from au_studio.study.study import Study
from au_studio.video.index import VideoIndex, index_video

_SHOWN = 20
"""So many refused rows of a file are named; all of them with --json."""


class AmbiguousError(AUStudioError):
    """Somebody must say what a file means before it can be imported."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio import``."""
    add_study(parser)
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="tables of ratings (also of R, pandas, Excel), .eaf, BORIS, folders as in DISFA or BP4D",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would be imported and what would be refused"
    )
    parser.add_argument(
        "--coder",
        action="append",
        default=[],
        metavar="NAME|THEIRS=NAME",
        help="whose ratings these are; with “=” those of one coder in the file (default: as the file says, "
        "else the file's name)",
    )
    parser.add_argument(
        "--recording",
        action="append",
        default=[],
        metavar="THEIRS=NAME",
        help="which recording of the study a name in the file means",
    )
    parser.add_argument(
        "--frames-from", type=int, choices=(0, 1), help="the number of the first frame in the file"
    )
    parser.add_argument(
        "--seconds-from",
        choices=("clock", "first-frame"),
        help="where the file's seconds begin: with the video file's own clock, or with its first frame",
    )
    changed = parser.add_mutually_exclusive_group()
    changed.add_argument(
        "--replace",
        action="store_true",
        help="ratings that differ from those of the same coder in the study take their place (those stay in "
        "the history)",
    )
    changed.add_argument("--keep", action="store_true", help="ratings in the study stay where a file differs")
    add_json(parser)


@dataclass
class _File:
    """A file, and what is known of it."""

    table: RatingTable
    wanted: dict[str, str]
    coders: dict[str, str]


def run(arguments: argparse.Namespace) -> int:
    """Import; 0 only when no row was refused."""
    console = Console()
    tables = [read_ratings(path) for path in arguments.files]
    with Study.open(study_folder(arguments.study), read_only=arguments.dry_run) as study:
        importer = _Importer(study, arguments, console)
        files = [importer.look_at(table) for table in tables]
        # Everything that must be asked is asked before anything is stored.
        planned = [importer.plan(file) for file in files]
        if not arguments.dry_run:
            for file, matched in zip(files, planned, strict=True):
                importer.refuse_unclear(file, matched)
        told = []
        for file in files:
            matched = importer.plan(file)
            told.append(importer.told(file, matched))
            if not arguments.dry_run:
                study.import_ratings(matched.plan, replace_changed=arguments.replace)
    if arguments.json:
        print_json({"dry_run": arguments.dry_run, "files": told})
    else:
        sys.stdout.write("".join(_text(one, arguments) for one in told))
    unclear = any(one["unclear"] for one in told)
    refused = any(one["refused"] for one in told)
    return 1 if refused or unclear else 0


class _Importer:
    """Matches files with a study."""

    def __init__(self, study: Study, arguments: argparse.Namespace, console: Console) -> None:
        self._study, self._arguments, self._console = study, arguments, console
        self._indices: dict[str, VideoIndex] = {}
        self._unread: dict[str, str] = {}

    def look_at(self, table: RatingTable) -> _File:
        """Find out which recordings and coders of the study a table means.

        Raises
        ------
        AmbiguousError
            If an option names what is not in the file, or a name means several recordings.
        """
        study = self._study
        guessed = guess_recordings(recording_names(table), study.recordings())
        wanted = {name: key for name, key in guessed.items() if key is not None}
        for theirs, ours in _pairs(self._arguments.recording, "--recording").items():
            if theirs in guessed:
                wanted[theirs] = chosen_recordings(study, [ours])[0].id
            else:
                _refuse_unknown(theirs, list(guessed), table)
        coders = coders_of(table, [coder.name for coder in study.coders()])
        for words in self._arguments.coder:
            theirs, given, ours = words.partition("=")
            if not given:
                if len(coder_names(table)) > 1:
                    raise AmbiguousError(
                        f"{table.source.name} holds ratings of several coders: {', '.join(coders)}.",
                        next_step="Say whose are whose: --coder THEIRS=NAME, once for each.",
                    )
                coders = dict.fromkeys(coders, words.strip())
            elif theirs in coders:
                coders[theirs] = ours.strip()
            else:
                _refuse_unknown(theirs, list(coders), table)
        return _File(table, wanted, coders)

    def plan(self, file: _File) -> Matched:
        """Find out what an import of a file would do now."""
        self._read_times(list(file.wanted.values()))
        existing, notes = existing_of(self._study)
        look = partial(
            match,
            file.table,
            file.wanted,
            self._indices,
            coders=file.coders,
            existing=existing,
            notes=notes,
            unread=self._unread,
        )
        first = look()
        chosen = self._chosen(first)
        return first if chosen is None or chosen == first.counting else look(chosen=chosen)

    def _chosen(self, matched: Matched) -> Counting | None:
        """Return the way of counting that the options choose; None where they leave it open."""
        frames, seconds = self._arguments.frames_from, self._arguments.seconds_from
        choice = matched.choice
        if (choice.frames and frames is None) or (choice.seconds and seconds is None):
            return None
        ways = options(choice)
        wanted = Counting(
            choice.best.from_one if frames is None else frames == 1,
            choice.best.from_first if seconds is None else seconds == "first-frame",
        )
        return next(
            (
                way
                for way in ways
                if (not choice.frames or way.from_one == wanted.from_one)
                and (not choice.seconds or way.from_first == wanted.from_first)
            ),
            None,
        )

    def refuse_unclear(self, file: _File, matched: Matched) -> None:
        """Refuse what somebody must decide.

        Raises
        ------
        AmbiguousError
            If a file may count in several ways, or differs from the study; it names the option that decides.
        """
        if (why := self.unclear(file, matched)) is not None:
            raise why

    def unclear(self, file: _File, matched: Matched) -> AmbiguousError | None:
        """Return what somebody must decide before a file can be imported, and by which option."""
        name, choice = file.table.source.name, matched.choice
        if matched.counting is None:
            ways = "; ".join(described(choice, way) for way in options(choice))
            named = ["--frames-from 0|1"] * choice.frames + [
                "--seconds-from clock|first-frame"
            ] * choice.seconds
            return AmbiguousError(
                f"{name} may count in several ways: {ways}.", next_step=f"Say which: {' and '.join(named)}."
            )
        changed = len(matched.plan.changed)
        if changed and not (self._arguments.replace or self._arguments.keep):
            return AmbiguousError(
                f"Ratings in {name} are other than those of the same coder in the study: {changed:,}.",
                next_step="Say which hold: --replace takes those of the file, --keep those of the study.",
            )
        return None

    def told(self, file: _File, matched: Matched) -> dict[str, Any]:
        """Return what an import of a file does, for people and programs."""
        plan, table = matched.plan, file.table
        unclear = self.unclear(file, matched)
        names = {r.id: r.name for r in self._study.recordings()}
        return {
            "file": str(table.source),
            "format": table.format,
            "rows": table.rows,
            "new": len(plan.new),
            "changed": len(plan.changed),
            "same": plan.same,
            "repeated": plan.repeated,
            "notes": len(plan.notes),
            "not_rated": table.unrated,
            "recordings": {n: names.get(file.wanted.get(n, "")) for n in recording_names(table)},
            "coders": file.coders,
            "ignored": dict(table.ignored),
            "remarks": [*table.remarks, *matched.choice.remarks],
            "refused": [{"where": p.where, "why": p.reason} for p in plan.problems],
            "unclear": "" if unclear is None else str(unclear),
        }

    def _read_times(self, recording_ids: Sequence[str]) -> None:
        """Read the timestamps of recordings: of the video, or where it is missing of what is stored of it."""
        study = self._study
        for number, key in enumerate(recording_ids):
            if key in self._indices or key in self._unread:
                continue
            recording = study.recording(key)
            self._console.step(number, len(recording_ids), "Reading timestamps")
            try:
                self._indices[key] = index_video(study.locate(recording))
            except AUStudioError as error:
                index = (
                    self._stored(key, recording.absolute_path)
                    if isinstance(error, VideoMissingError)
                    else None
                )
                if index is None:
                    self._unread[key] = error.message
                else:
                    self._indices[key] = index
        self._console.end_line()

    def _stored(self, recording_id: str, video: Path) -> VideoIndex | None:
        models, held, _ = models_and_analyses(self._study)
        kept = (m.id for m in models if held.has_analysis(recording_id, m.id))
        model_id = next(kept, None)
        return None if model_id is None else stored_index(held.analysis_path(recording_id, model_id), video)


def _pairs(given: Sequence[str], option: str) -> Mapping[str, str]:
    pairs = {}
    for words in given:
        theirs, sign, ours = words.partition("=")
        if not sign or not ours:
            raise AmbiguousError(
                f"“{words}” does not say what a name in the file means.",
                next_step=f"Write: {option} THEIRS=NAME",
            )
        pairs[theirs] = ours
    return pairs


def _refuse_unknown(theirs: str, there: Sequence[str], table: RatingTable) -> None:
    raise AmbiguousError(
        f"Nothing in {table.source.name} is called “{theirs}”.",
        next_step=f"There are: {', '.join(name or '(no name)' for name in there) or 'no names'}.",
    )


def _text(told: Mapping[str, Any], arguments: argparse.Namespace) -> str:
    """Return what an import of a file does, in lines."""
    verb = "would be imported" if arguments.dry_run else "imported"
    lines = [f"{told['file']} ({told['format']}, {told['rows']:,} rows)"]
    lines.append(f"  {told['new']:,} new ratings {verb}, {told['same']:,} are there already")
    if told["changed"]:
        how = "replaced" if arguments.replace else "left as they are"
        lines.append(f"  {told['changed']:,} other than in the study: {how}")
    if told["notes"]:
        lines.append(f"  {told['notes']:,} notes {verb}")
    if told["not_rated"]:
        lines.append(f"  {told['not_rated']:,} rows without a rating")
    for name, ours in told["recordings"].items():
        unknown = f"no recording that can be told (--recording “{name}=NAME” says which)"
        lines.append(f"  {name or '(no name)'} → {ours or unknown}")
    lines += [f"  ratings of {name or '(nobody named)'} → {ours}" for name, ours in told["coders"].items()]
    lines += [f"  not read: {name}: {why}" for name, why in told["ignored"].items()]
    lines += [f"  {remark}" for remark in told["remarks"]]
    refused = told["refused"]
    if refused:
        lines.append(f"  refused: {len(refused):,}")
        lines += [f"    {one['where']}: {one['why']}" for one in refused[:_SHOWN]]
        if len(refused) > _SHOWN:
            lines.append(f"    and {len(refused) - _SHOWN:,} more (--json names all)")
    if told["unclear"]:
        lines.append(f"  to be decided: {told['unclear']}")
    return "\n".join(lines) + "\n"
