"""The command line as argparse knows it: a parser for each command, filled when it is asked for.

``au-studio --help`` stays fast, and a command's missing library stops no other.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from au_studio import __version__
from au_studio.cli.commands import Command, listed

Namespace = TypeVar("Namespace")


class CommandParser(argparse.ArgumentParser):
    """A parser that loads its command's arguments before it parses anything.

    Parameters
    ----------
    command : Command, optional
        Whose arguments; None for a parser of other parsers.
    """

    def __init__(self, *, command: Command | None = None, **kwargs: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, **kwargs)
        self._command = command
        self._filled = False
        self._intermixing = False
        add_verbose(self)

    def fill(self) -> None:
        """Load the command and declare its arguments.

        Raises
        ------
        AUStudioError
            If a library that it needs is not installed.
        """
        if self._filled or self._command is None:
            return
        module = self._command.load()
        module.add_arguments(self)
        if self._command.example:
            self.epilog = f"example:\n  au-studio {self._command.example}"
        self.set_defaults(run=module.run)
        self._filled = True

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Fill the parser, then parse; what it does not know ends here, with the command's own usage.

        Options may stand anywhere, also between the videos of a list.
        """
        self.fill()
        given = [str(word) for word in (sys.argv[1:] if args is None else args)]
        if self._intermixing or self._subparsers is not None or "--" in given:
            parsed, unknown = super().parse_known_args(given, namespace)
        else:
            self._intermixing = True  # argparse's own way to do it calls this method again
            try:
                parsed, unknown = self.parse_known_intermixed_args(given, namespace)
            finally:
                self._intermixing = False
        if unknown and self._command is not None and not self._intermixing:
            hint = (
                " (lists are written without spaces: --aus 6,12)"
                if "--aus" in self._option_string_actions
                else ""
            )
            self.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")
        return parsed, unknown


def add_verbose(parser: argparse.ArgumentParser) -> None:
    """Declare ``--verbose``; given before the command it holds as well as after it."""
    parser.add_argument(
        "--verbose", action="store_true", default=argparse.SUPPRESS, help="show technical details of errors"
    )


def top_parser(commands: Sequence[Command]) -> tuple[CommandParser, dict[str, CommandParser]]:
    """Return the parser of the whole command line, and that of each command by its words.

    What it parses to has ``run``, the function of the command that was asked for, unless none was.
    """
    parser = CommandParser(
        prog="au-studio",
        usage="au-studio [VIDEO|STUDY …]\n       au-studio COMMAND …",
        description="Facial action unit intensity from video. Without a command the window opens.",
        epilog=f"commands (each has its own --help):\n{listed(commands)}",
    )
    parser.add_argument("--version", action="version", version=f"AU Studio {__version__}")
    places = {"": parser.add_subparsers(metavar="COMMAND", help=argparse.SUPPRESS, prog="au-studio")}
    found: dict[str, CommandParser] = {}
    for command in commands:
        group, _, word = command.words.rpartition(" ")
        if group not in places:
            family = [replace(one, group="") for one in commands if one.words.startswith(f"{group} ")]
            above = places[""].add_parser(group, epilog=f"commands:\n{listed(family)}")
            places[group] = above.add_subparsers(metavar="COMMAND", help=argparse.SUPPRESS, required=True)
        about = f"{command.help[:1].upper()}{command.help[1:]}."
        found[command.words] = places[group].add_parser(word, command=command, description=about)
    return parser, found
