"""Options may stand anywhere behind a command, also between the files of a list."""

import argparse
import shlex

import pytest

from au_studio import cli
from au_studio.cli.parsers import top_parser
from au_studio.study.study import Study


def _leaves(parser):
    """Yield every parser that has no parsers below it, with its own arguments declared."""
    parser.fill()
    below = [
        one
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for one in action.choices.values()
    ]
    for one in below:
        yield from _leaves(one)
    if not below:
        yield parser


def _words(parser):
    """Return words for each argument that is no option: two for one that takes many."""
    words = []
    for action in parser._actions:
        if not action.option_strings:
            word = str(action.choices[0]) if action.choices else "one"
            words += [word, word] if action.nargs in ("+", "*") else [word]
    return words


@pytest.mark.parametrize("command", [c for c in cli.COMMANDS if not c.extra], ids=lambda c: c.words)
def test_an_option_may_stand_between_any_two_words(command):
    top, found = top_parser(cli.COMMANDS)
    for leaf in _leaves(found[command.words]):
        path = shlex.split(leaf.prog)[1:]
        words = _words(leaf)
        needed = [
            word
            for action in leaf._actions
            if action.option_strings and action.required
            for word in [action.option_strings[0], *["1"] * (action.nargs or 1)]
        ]
        if leaf._mutually_exclusive_groups and leaf._mutually_exclusive_groups[0].required:
            needed += [leaf._mutually_exclusive_groups[0]._group_actions[0].option_strings[0], "1"]
        behind = vars(top.parse_args([*path, *words, *needed, "--verbose"]))
        for place in range(len(words) + 1):
            mixed = [*path, *words[:place], *needed, "--verbose", *words[place:]]
            assert vars(top.parse_args(mixed)) == behind


def test_a_person_is_named_before_the_videos(tmp_path, face_video):
    folder = tmp_path / "Smiles.austudio"
    assert cli.main(["study", "new", str(folder), "--person", "P1", str(face_video)]) == 0
    with Study.open(folder) as study:
        assert [one.person for one in study.recordings()] == ["P1"]


@pytest.mark.parametrize("words", [["study", "info"], ["sample"], ["agree", "one.austudio", "AB"]])
def test_what_is_missing_is_named(words, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(words)
    assert caught.value.code == 2
    assert "required: " in capsys.readouterr().err


def test_a_list_with_spaces_is_no_file(capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(["export", "Smiles.austudio", "--aus", "6", "12"])
    assert caught.value.code == 2
    assert "lists are written without spaces" in capsys.readouterr().err
