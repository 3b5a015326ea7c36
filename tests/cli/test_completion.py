"""``au-studio completion``: bash completes commands, options and what options can be."""

import argparse
import shutil
import subprocess

import pytest

from au_studio.cli import completion
from au_studio.cli.commands import COMMANDS, Command
from au_studio.cli.parsers import CommandParser, top_parser


@pytest.fixture
def script(monkeypatch):
    """What is printed, of commands that are quick to load."""
    quick = [c for c in COMMANDS if c.words in {"study", "completion", "open"}]
    pair = [Command(f"corpus {word}", "a film", "au_studio.cli.window") for word in ("videos", "pack")]

    def of(shell):
        parser, found = top_parser([*quick, *pair])
        for one in found.values():
            one.fill()
        words = list(completion.words_of(parser, {c.words: c.help for c in quick}))
        return (
            completion.fish_script(words)
            if shell == "fish"
            else completion.bash_script(words, zsh=shell == "zsh")
        )

    return of


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("au-studio s", {"study"}),
        ("au-studio study ", {"new", "add", "set", "info"}),
        ("au-studio study info S --j", {"--json"}),
        ("au-studio completion ", {"bash", "zsh", "fish"}),
        ("au-studio corpus ", {"videos", "pack"}),
        ("au-studio corpus pack --v", {"--verbose"}),
        ("au-studio open ", set()),  # files, as the shell completes them
    ],
)
def test_bash_offers_what_can_follow(script, tmp_path, line, offered):
    file = tmp_path / "completion.bash"
    file.write_text(script("bash"))
    words = " ".join(f"'{word}'" for word in line.split(" "))
    code = (
        f"source '{file}'; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _au_studio; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    found = set(done.stdout.split())
    assert found == offered


def test_fish_and_zsh_know_every_command_and_option(script):
    fish, zsh = script("fish"), script("zsh")
    assert "-a study -d 'make a study, add recordings, say who is in them and what it holds'" in fish
    assert "-l json" in fish
    assert zsh.startswith("autoload -U +X compinit && compinit\n")


def test_options_with_choices_offer_these():
    parser = CommandParser(prog="x")
    parser.add_argument("--kind", choices=("a", "b"), help=argparse.SUPPRESS)
    (words,) = completion.words_of(parser, {})
    assert ("--kind", ("a", "b")) in words.choices
