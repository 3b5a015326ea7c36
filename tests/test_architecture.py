"""ARCHITECTURE.md is true to the code: every path in it is there, and every room is in it."""

from __future__ import annotations

import re
from pathlib import Path

import au_studio

PRODUCT = Path(au_studio.__file__).parent
ROOT = PRODUCT.parent
TEXT = (PRODUCT / "ARCHITECTURE.md").read_text("utf-8")
MAP, WORDS = TEXT.split("```")[1:3]
ROOMS = {path.parent.name for path in PRODUCT.glob("*/__init__.py")}
OF_NO_ROOM = {"benchmarks", "packaging"}
"""Folders of tests that measure, or test what stands beside the package."""


def paths_named(text: str) -> list[Path]:
    """Return the modules and documents that a text names; a bare name goes with the path before it."""
    found: list[Path] = []
    folder = PRODUCT
    for name in re.findall(r"`([\w/]+\.(?:py|md|toml))`", text):
        place = ROOT if (ROOT / name).exists() or name.startswith("tests/") else PRODUCT
        if "/" not in name and not (place / name).exists():
            place = folder
        found.append(place / name)
        folder = found[-1].parent
    return found


def test_every_path_that_it_names_is_there() -> None:
    paths = paths_named(WORDS)
    assert len(paths) > 40
    assert [str(path) for path in paths if not path.is_file()] == []


def test_a_path_that_is_gone_would_be_noticed() -> None:
    paths = paths_named("from `study/ratings.py`, `samples.py` to `study/gone.py` and `nowhere.py`")
    assert [path.is_file() for path in paths] == [True, True, False, False]


def test_its_map_shows_every_room_and_no_other() -> None:
    # Rooms that stand beside each other share a line; what is indented lies within the room above.
    rows = [re.match(r"(?:[a-z]+/ *)+", line) for line in MAP.splitlines()]
    assert {name for row in rows if row for name in re.findall(r"[a-z]+", row[0])} == ROOMS


def test_the_folders_within_a_room_are_there() -> None:
    room = ""
    for line in MAP.splitlines():
        room = (re.findall(r"^([a-z]+)/", line) or [room])[0]
        inner = re.findall(r"(?<![\w/])([a-z0-9]+)/", line) if line.startswith("  ") else []
        assert [f"{room}/{name}" for name in inner if not (PRODUCT / room / name).is_dir()] == []


def test_tests_stand_where_their_rooms_do() -> None:
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    rooms = {folder for folder in folders if folder.parts and folder.parts[0] not in OF_NO_ROOM}
    assert [str(folder) for folder in sorted(rooms) if not (PRODUCT / folder).is_dir()] == []
