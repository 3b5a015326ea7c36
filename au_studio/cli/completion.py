"""``au-studio completion``: what bash, zsh or fish needs to complete the commands and their options.

What is printed names everything itself: a shell that completes starts no program.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from au_studio.errors import AUStudioError

SHELLS = ("bash", "zsh", "fish")
_SUPPRESSED = argparse.SUPPRESS


@dataclass(frozen=True)
class Words:
    """What can follow some words of the command line.

    Attributes
    ----------
    path : str
        The words so far, after ``au-studio``; empty at the beginning.
    commands : tuple of (str, str)
        Words that can follow, with their help.
    options : tuple of (str, str)
        Options, with their help.
    choices : tuple of (str, tuple of str)
        What an option (or, named "", an argument) can be.
    """

    path: str
    commands: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio completion``."""
    parser.description = (
        "Print what a shell needs to complete these commands.\n\n"
        "  bash: au-studio completion bash > ~/.local/share/bash-completion/completions/au-studio\n"
        "  zsh:  au-studio completion zsh > ~/.au-studio.zsh   (and in ~/.zshrc: source ~/.au-studio.zsh)\n"
        "  fish: au-studio completion fish > ~/.config/fish/completions/au-studio.fish\n\n"
        "Print it again after an update of AU Studio."
    )
    parser.add_argument("shell", choices=SHELLS, help="for which shell")


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    from au_studio.cli.commands import COMMANDS  # noqa: PLC0415
    from au_studio.cli.parsers import top_parser  # noqa: PLC0415

    parser, commands = top_parser(COMMANDS)
    for command in commands.values():
        try:
            command.fill()
        except AUStudioError as error:  # an extra that is not installed: its command has no options then
            sys.stderr.write(f"{error}\n")
    helps = {command.words: command.help for command in COMMANDS}
    words = list(words_of(parser, helps))
    sys.stdout.write(
        fish_script(words) if arguments.shell == "fish" else bash_script(words, zsh=arguments.shell == "zsh")
    )
    return 0


def words_of(parser: argparse.ArgumentParser, helps: dict[str, str], path: str = "") -> Iterator[Words]:
    """Yield what can follow, for a parser and all parsers below it.

    Parameters
    ----------
    parser : ArgumentParser
        Whose arguments are declared.
    helps : dict of str to str
        What commands do, by their words.
    path : str
        Words that lead to the parser.
    """
    options: list[tuple[str, str]] = []
    choices: list[tuple[str, tuple[str, ...]]] = []
    below: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:  # argparse has no public list of them
        if isinstance(action, argparse._SubParsersAction):
            below |= action.choices
            continue
        text = "" if action.help in (None, _SUPPRESSED) else str(action.help).partition("%(")[0]
        options += [(name, text.rstrip(" (").replace("\n", " ")) for name in action.option_strings]
        if action.choices is not None:
            values = tuple(str(value) for value in action.choices)
            choices += [(name, values) for name in action.option_strings or [""]]
    lead = f"{path} " if path else ""
    commands = tuple((word, helps.get(f"{lead}{word}", "")) for word in below)
    yield Words(path, commands, tuple(options), tuple(choices))
    for word, one in below.items():
        yield from words_of(one, helps, f"{lead}{word}")


def bash_script(words: list[Words], *, zsh: bool) -> str:
    """Return a function that finds the words so far among the known ones, and offers what can follow."""
    follow, values = [], []
    for one in words:
        own = next((known for name, known in one.choices if not name), ())
        offered = " ".join([*(word for word, _ in one.commands), *own])
        options = " ".join(name for name, _ in one.options)
        follow.append(f"    '{one.path}') words='{offered}' options='{options}' ;;")
        values += [
            f"    '{one.path}|{name}') words='{' '.join(known)}' ;;" for name, known in one.choices if name
        ]
    start = "autoload -U +X {0} && {0}\n"
    head = start.format("compinit") + start.format("bashcompinit") if zsh else ""
    groups = "|".join(sorted({one.path for one in words if one.commands and one.path}))
    return f"""{head}_au_studio() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
  local path="" words="" options="" word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$word" in
      -*) ;;
      *) case "$path" in
           ''|{groups or "''"}) path="${{path:+$path }}$word" ;;
         esac ;;
    esac
  done
  case "$path|$before" in
{chr(10).join(values)}
  esac
  if [ -z "$words" ]; then
    case "$path" in
{chr(10).join(follow)}
    esac
    # Options are offered to whom they are wanted; else files are, as the shell does it.
    case "$current" in -*) words="$words $options" ;; esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -o bashdefault -F _au_studio au-studio
"""


def fish_script(words: list[Words]) -> str:
    """Return a line for fish for each command, option and what an option can be."""
    lines = []
    for one in words:
        seen = [f"__fish_seen_subcommand_from {word}" for word in one.path.split()]
        if one.commands:
            names = " ".join(word for word, _ in one.commands)
            seen.append(f"not __fish_seen_subcommand_from {names}")
        when = f" -n '{'; and '.join(seen)}'" if seen else ""
        lines += [f"complete -c au-studio{when} -a {word} -d {_quoted(text)}" for word, text in one.commands]
        choices = dict(one.choices)
        for name, text in one.options:
            kind = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
            known = f" -xa {_quoted(' '.join(choices[name]))}" if name in choices else ""
            lines.append(f"complete -c au-studio{when} {kind}{known} -d {_quoted(text)}")
        if "" in choices:
            lines.append(f"complete -c au-studio{when} -a {_quoted(' '.join(choices['']))}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
