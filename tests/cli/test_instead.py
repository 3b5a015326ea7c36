"""Where rooms send people to the window, the command line names the command that does the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import au_studio
from au_studio import cli
from au_studio.cli.instead import INSTEAD, said
from au_studio.study.study import Study
from au_studio.texts import joined, sentence, sentence_n

ROOT = Path(au_studio.__file__).parent
OF_THE_WINDOW = re.compile(r"[a-z] > [A-Z][a-z]|the (Watch|Code|Train|Agree|Models) page|[Pp]ress “")
WITH_A_WINDOW = {"ui", "controllers", "cli"}
SAID_IN_THE_WINDOW_ONLY = {"coding/rated_person.py"}


def texts(source: str) -> Iterator[str]:
    """Yield the literals of a source that are no docstrings; of f-strings the parts."""
    tree = ast.parse(source)
    docs = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    attributes = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs | attributes:
            yield node.value


def of_rooms() -> set[str]:
    """Return the literals of all rooms that the command line can hear of."""
    return {
        text
        for path in ROOT.rglob("*.py")
        if (name := path.relative_to(ROOT)).parts[0] not in WITH_A_WINDOW
        and name.as_posix() not in SAID_IN_THE_WINDOW_ONLY
        for text in texts(path.read_text("utf-8"))
    }


def test_every_text_that_sends_to_the_window_has_another_for_the_terminal():
    sending = {text for text in of_rooms() if OF_THE_WINDOW.search(text) and "au-studio" not in text}
    assert len(sending) > 10
    assert sending - INSTEAD.keys() == set()


def test_no_text_is_replaced_that_nobody_says_any_more():
    assert INSTEAD.keys() - of_rooms() == set()


@pytest.mark.parametrize("text", INSTEAD)
def test_what_is_said_instead_names_the_same_values_and_a_command(text):
    names, others = ({name for _, name, _, _ in Formatter().parse(t) if name} for t in (text, INSTEAD[text]))
    assert others <= names
    assert "au-studio" in INSTEAD[text] or "--with-trained" in INSTEAD[text] or "`finetune`" in INSTEAD[text]


def test_sentences_keep_their_values_whatever_they_are_put_into():
    text = "Choose person {rated} on the Watch page before training."
    told = joined(["First.", sentence(text, rated=2)])
    assert (
        said(told)
        == "First. Choose that person before training: au-studio study set STUDY RECORDING --face 2"
    )
    assert said(sentence_n("{n} frame", "{n} frames", 1200)) == "1,200 frames"
    assert said("Braces {stay}.") == "Braces {stay}."


def test_an_error_at_a_terminal_names_a_command(tmp_path, capsys):
    with Study.create(tmp_path / "Smiles.austudio", "Smiles") as study:
        folder = str(study.path)
    assert cli.main(["figure", folder, "--kind", "learning-curve", "-o", str(tmp_path / "a.png")]) == 1
    assert "au-studio finetune STUDY --learning-curve" in capsys.readouterr().err
