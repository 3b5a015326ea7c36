"""Which files of a folder are recordings: one list of endings for the window and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# fmt: off
VIDEO_SUFFIXES = frozenset(f".{name}" for name in (
    "264", "265", "3g2", "3gp", "3gp2", "3gpp", "amv", "asf", "avc", "avi", "divx", "dv", "evo", "f4v",
    "flv", "gif", "h264", "h265", "hevc", "insv", "ismv", "ivf", "m1v", "m2p", "m2t", "m2ts", "m2v", "m4v",
    "mjpeg", "mjpg", "mk3d", "mkv", "mod", "mov", "mp2v", "mp4", "mp4v", "mpe", "mpeg", "mpg", "mpv",
    "mpv2", "mts", "mxf", "nut", "obu", "ogm", "ogv", "qt", "rm", "rmvb", "tod", "trp", "ts", "vob", "vro",
    "webm", "wmv", "wtv", "y4m",
))
# fmt: on
"""Endings of files that are taken from a folder; a file given by itself is tried whatever its ending."""
PICTURE_SUFFIXES = frozenset((".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"))

_STUDY = ".austudio"
_NAMED = 6


@dataclass(frozen=True)
class FolderContents:
    """What a folder holds.

    Attributes
    ----------
    folder : Path
        Which one.
    recordings : tuple of Path
        Its recordings, by name.
    left_out : mapping
        How many other files there are, by their ending in small letters; ``"hidden"`` for hidden ones.
    subfolders : int
        Folders in it that were not looked into.
    """

    folder: Path
    recordings: tuple[Path, ...]
    left_out: Mapping[str, int]
    subfolders: int

    def words(self) -> str:
        """Say what was left out; empty when nothing was."""
        parts = []
        if self.left_out:
            kinds = sorted(self.left_out.items(), key=lambda item: (-item[1], item[0]))
            named = ", ".join(f"{count} {ending}" for ending, count in kinds[:_NAMED])
            more = ", …" if len(kinds) > _NAMED else ""
            total = sum(self.left_out.values())
            parts.append(f"{total} other {'file' if total == 1 else 'files'} ({named}{more})")
        if self.subfolders:
            parts.append(f"{self.subfolders} {'subfolder' if self.subfolders == 1 else 'subfolders'}")
        return f"Left out in {self.folder.name}: {' and '.join(parts)}." if parts else ""


def look_in(folder: Path, *, recursive: bool = False, pictures: bool = False) -> FolderContents:
    """Return the recordings in a folder, and count what else is there.

    Parameters
    ----------
    folder : Path
        The folder; studies in it are never looked into.
    recursive : bool
        Look into its subfolders, too.
    pictures : bool
        Take pictures where there is no video at all.
    """
    files: list[Path] = []
    closed = 0
    for path in _entries(folder, recursive=recursive):
        if path.is_dir():
            closed += not path.name.startswith(".")
        else:
            files.append(path)
    files.sort()
    shown = [path for path in files if not path.name.startswith(".")]
    found = [path for path in shown if path.suffix.lower() in VIDEO_SUFFIXES]
    if pictures and not found:
        found = [path for path in shown if path.suffix.lower() in PICTURE_SUFFIXES]
    others = Counter(_ending(path) for path in set(files).difference(found))
    return FolderContents(folder, tuple(found), dict(others), closed)


def _ending(path: Path) -> str:
    return "hidden" if path.name.startswith(".") else path.suffix.lower() or "without an ending"


def _entries(folder: Path, *, recursive: bool) -> Iterator[Path]:
    """Yield files, and the folders that are not looked into."""
    for path in folder.iterdir():
        if path.is_dir() and recursive and path.suffix != _STUDY and not path.name.startswith("."):
            yield from _entries(path, recursive=True)
        elif path.is_dir() or path.is_file():
            yield path
