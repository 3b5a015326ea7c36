"""Build the translations: find every text in the code, bring the .ts files up to date, make the .qm files.

    python packaging/translations.py            # all languages, then the .qm of those that have translations
    python packaging/translations.py --check    # only say what is wrong in the code

Translators open `resources/translations/au_studio_de.ts` in Qt Linguist. Qt's own lupdate is not used: it
finds no texts in tables of constants (`mark`) nor in f-strings, and only one English form of a text with
a number.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"de": 2, "es": 3, "fr": 3}
"""Languages that translators work on, with how many forms Qt tells apart by number in each."""
CONTEXT = "au_studio"
ENOUGH = 0.95
"""Share of texts from which on the window speaks a language without being asked: a mixture helps nobody."""
_TABLES = {"Binding": (0, 3)}
"""Calls whose literals at these places are texts though no word says so: the key map is one large table."""
_ERROR = re.compile(r"[A-Z]\w*Error|_?[a-z]\w*_error")
_OF_PYTHON = frozenset(name for name in dir(builtins) if name.endswith("Error"))
_NOT_IN_THE_WINDOW = (
    *(
        "au_studio/api/",
        "au_studio/cli/",
        "au_studio/corpora/",
        "au_studio/factory/",
        "au_studio/jobs/cluster",
    ),
    *("au_studio/ui/demo_tour.py", "au_studio/ui/look.py", "au_studio/qt_versions.py"),
)
"""Where errors are told on a terminal, or to a programmer, and stay English."""
_SAID_IN_ERRORS = ("message", "next_step")
"""What an error of ours says: literals are texts as they stand; see `au_studio.errors.AUStudioError`."""
_WORDS = ("tr", "tr_n", "mark", "sentence", "sentence_n")
_COUNTING = ("tr_n", "sentence_n")


@dataclass
class Text:
    """One text in English.

    Attributes
    ----------
    source : str
        The text; for one with a number that for several things.
    one : str or None
        The form for one thing, if it depends on a number.
    places : set of str
        The files that it stands in.
    """

    source: str
    one: str | None = None
    places: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Problem:
    """A call that no translation can come of."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def find(root: Path = ROOT / "au_studio") -> tuple[dict[tuple[str, bool], Text], list[Problem]]:
    """Return every text below a folder, by itself and whether it depends on a number, and what is wrong."""
    texts: dict[tuple[str, bool], Text] = {}
    problems: list[Problem] = []
    for path in sorted(root.rglob("*.py")):
        place = path.relative_to(root.parent).as_posix()
        found, wrong = read(path.read_text(encoding="utf-8"), place)
        problems += wrong
        for text in found:
            known = texts.setdefault((text.source, text.one is not None), text)
            known.places |= text.places
    return texts, problems


def read(source: str, place: str) -> tuple[list[Text], list[Problem]]:
    """Return the texts of one module, in their order, and what is wrong with them."""
    texts: list[Text] = []
    problems: list[Problem] = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        where = f"{place}:{node.lineno}"
        if node.func.id in _TABLES:
            at = [node.args[i] for i in _TABLES[node.func.id] if i < len(node.args)]
            texts += [Text(text, None, {place}) for text in map(_literal, at) if text]
        elif node.func.id == "map" and isinstance(node.args[0], ast.Name) and node.args[0].id == "mark":
            parts = [_literal(part) for part in getattr(node.args[1], "elts", [None])]
            texts += [Text(part, None, {place}) for part in parts if part]
            problems += [Problem(where, "mark() is for literals")] * (None in parts)
        elif _is_error(node.func.id) and is_in_the_window(place):
            texts += [Text(text, None, {place}) for text in map(_literal, said_by(node)) if text]
        elif node.func.id in _WORDS and node.args:
            text, wrong = _of_call(node, place)
            texts += [text] if text else []
            problems += [Problem(where, wrong)] if wrong else []
    return texts, problems


def is_in_the_window(place: str) -> bool:
    """Whether errors of a module, by its path from the checkout, reach the window."""
    return not place.startswith(_NOT_IN_THE_WINDOW)


def _is_error(name: str) -> bool:
    return bool(_ERROR.fullmatch(name)) and name not in _OF_PYTHON


def said_by(error: ast.Call) -> Iterator[ast.expr]:
    """Go through what the call that makes an error says to people, each alternative by itself."""
    waiting = error.args[:1] + [word.value for word in error.keywords if word.arg in _SAID_IN_ERRORS]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, ast.IfExp):
            waiting += [part.body, part.orelse]
        elif isinstance(part, ast.BoolOp):
            waiting += part.values
        elif not (isinstance(part, ast.Constant) and part.value in ("", None)):
            yield part


def untranslated_errors(source: str) -> list[int]:
    """Return the lines of errors that say a text which is put together: no translation can be found of it."""
    return [
        part.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and _is_error(node.func.id)
        for part in said_by(node)
        if isinstance(part, ast.JoinedStr | ast.BinOp)
    ]


def _of_call(node: ast.Call, place: str) -> tuple[Text | None, str]:
    word = node.func.id if isinstance(node.func, ast.Name) else ""
    wanted = node.args[: 2 if word in _COUNTING else 1]
    literals = [_literal(arg) for arg in wanted]
    if None in literals:
        if word != "tr" or any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in wanted):
            return None, f"{word}() cannot look up a text that is put together: use {{name}} and name=…"
        return None, ""
    source = literals[-1] or ""
    one = literals[0] if word in _COUNTING else None
    given = {keyword.arg for keyword in node.keywords} | ({"n"} if word in _COUNTING else set())
    if word != "mark" and None not in given:
        for text in filter(None, literals):
            unknown = names_in(text) - given if given else set()
            if unknown:
                return None, f"nothing is given for {{{sorted(unknown, key=str)[0]}}}"
        unused = {name for name in given - {"n"} if all(name not in names_in(t or "") for t in literals)}
        if unused:
            return None, f"{sorted(unused, key=str)[0]} stands nowhere in the text"
    return Text(source, one, {place}), ""


def names_in(text: str) -> set[str | None]:
    """Return the names that stand in braces in a text."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def update(path: Path, language: str, texts: Iterable[Text]) -> tuple[int, int]:
    """Write a language's .ts file anew with all texts; what is translated already is kept.

    Parameters
    ----------
    path : Path
        The file; it need not exist.
    language : str
        Its code, such as ``de``.
    texts : iterable of Text
        Every text of the program.

    Returns
    -------
    tuple of int
        How many texts are translated, and how many there are.
    """
    known = dict(_translations(path)) if path.exists() else {}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    done = total = 0
    for text in sorted(texts, key=lambda text: (min(text.places), text.source)):
        plural = text.one is not None
        message = ET.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        for place in sorted(text.places):
            ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = text.source
        if plural and text.one != text.source:
            ET.SubElement(message, "extracomment").text = f"For 1: {text.one}"
        forms = known.get((text.source, plural), [])
        total += 1
        finished = bool(forms) and all(forms)
        done += finished
        target = ET.SubElement(message, "translation", {} if finished else {"type": "unfinished"})
        if plural:
            for form in forms or [""] * LANGUAGES[language]:
                ET.SubElement(target, "numerusform").text = form
        else:
            target.text = forms[0] if forms else ""
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return done, total


def _translations(path: Path) -> Iterator[tuple[tuple[str, bool], list[str]]]:
    """Go through the translated texts of a .ts file with their forms."""
    for message in ET.parse(path).getroot().iter("message"):
        target = message.find("translation")
        if target is None:
            continue
        plural = message.get("numerus") == "yes"
        forms = [form.text or "" for form in target.iter("numerusform")] if plural else [target.text or ""]
        if any(forms):
            yield (message.findtext("source", ""), plural), forms


def wrong_translations(path: Path) -> list[str]:
    """Return the translations that leave a value out, or ask for one that there is not."""
    found = []
    for (source, plural), forms in _translations(path):
        for form in forms:
            # "one row" may do without its number in any language.
            if names_in(form) - {"n" if plural else None} != names_in(source) - {"n" if plural else None}:
                found.append(f"{path.name}: {form!r} does not have the values of {source!r}")
    return found


def release(path: Path, *, whole: bool = True) -> Path:
    """Make the .qm file that the window reads, beside the .ts file.

    Parameters
    ----------
    path : Path
        The .ts file.
    whole : bool
        Whether enough is translated; otherwise the file's name says ``.part.``, and it must be asked for.

    Raises
    ------
    RuntimeError
        If Qt's lrelease is not there, or fails.
    """
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if tool is None:
        raise RuntimeError(
            f"pyside6-lrelease is not beside {sys.executable}: run this with the Python of .venv."
        )
    made, other = path.with_suffix(".qm"), path.with_suffix(".part.qm")
    if not whole:
        made, other = other, made
    if other.exists():
        other.unlink()
    command = [tool, "-silent", "-nounfinished", str(path), "-qm", str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pyside6-lrelease failed on {path}: {done.stderr.strip() or done.stdout.strip()}")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Build everything; return 1 when a text in the code, or a translation, is wrong."""
    parser = argparse.ArgumentParser(description="Bring the files of the translations up to date.")
    parser.add_argument("--check", action="store_true", help="only say what is wrong in the code")
    chosen = parser.parse_args(arguments)
    texts, problems = find()
    for problem in problems:
        print(problem)
    if problems or chosen.check:
        print(f"{len(texts)} texts, {len(problems)} problems")
        return int(bool(problems))
    wrong = []
    for language in LANGUAGES:
        path = FOLDER / f"au_studio_{language}.ts"
        done, total = update(path, language, texts.values())
        print(f"{path.relative_to(ROOT)}: {done} of {total} texts are translated")
        wrong += wrong_translations(path)
        if done:
            print(f"{release(path, whole=done >= ENOUGH * total).relative_to(ROOT)}")
    print(*wrong, sep="\n" if wrong else "")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
