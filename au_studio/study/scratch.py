"""The unnamed study for videos that are opened without one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.study.errors import StudyLockedError
from au_studio.study.folder import SUFFIX
from au_studio.study.study import Study
from au_studio.texts import sentence

MOST = 99
"""Scratch studies that are tried."""


class NoScratchStudyError(AUStudioError):
    """Every scratch study is open elsewhere or damaged."""


@dataclass(frozen=True)
class Scratch:
    """An open scratch study, and what is wrong with those before it (not that others have them open)."""

    study: Study
    problems: tuple[AUStudioError, ...] = ()


def open_scratch(home: Path) -> Scratch:
    """Open the first scratch study that nobody has open and that can be opened; make it when there is none.

    Parameters
    ----------
    home : Path
        Folder of the scratch studies; it is made.

    Raises
    ------
    NoScratchStudyError
        If there is none left to try.
    AUStudioError, OSError
        If a new one cannot be made.
    """
    home.mkdir(parents=True, exist_ok=True)
    problems: list[AUStudioError] = []
    for number in range(1, MOST + 1):
        path = home / f"Scratch{f' {number}' if number > 1 else ''}{SUFFIX}"
        if not path.exists():
            return Scratch(Study.create(path, "Scratch"), tuple(problems))
        try:
            return Scratch(Study.open(path), tuple(problems))
        except StudyLockedError:
            continue
        except AUStudioError as error:
            problems.append(error)
    raise NoScratchStudyError(
        sentence(
            "All {most} scratch studies in {home} are open in other windows or damaged.", most=MOST, home=home
        ),
        next_step="Close the other windows, or make a study of your own (New study).",
        details="\n".join(str(problem) for problem in problems),
    )
