"""The command line: ``au-studio`` opens the window, ``au-studio COMMAND`` works without one.

Every command is a module with two functions, ``add_arguments(parser)`` and ``run(arguments) -> int``, that is
loaded only when it is asked for.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence

from au_studio.cli.commands import COMMANDS, Command, CommandModule
from au_studio.cli.instead import said
from au_studio.cli.parsers import add_verbose, top_parser
from au_studio.cli.window import open_window
from au_studio.errors import AUStudioError, Stopped

__all__ = ["COMMANDS", "Command", "CommandModule", "main", "main_window", "open_window"]

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_BUG = 70
"""Exit code of an error that nobody foresaw (EX_SOFTWARE of sysexits.h)."""
EXIT_INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells expect it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments without the program's name; ``sys.argv`` when None.

    Returns
    -------
    int
        Exit code: 0 only when everything that was asked for is done.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--self-test"]:  # as those ask who check a built program
        arguments[0] = "self-test"
    # Known beforehand: a command that cannot even be loaded is to be explained in the same way.
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    add_verbose(early)
    told, rest = early.parse_known_args(arguments)
    try:
        parser, _ = top_parser(COMMANDS)
        first = next((word for word in rest if not word.startswith("-") or word == "--"), None)
        if first is not None and first not in {command.words.split()[0] for command in COMMANDS}:
            # Files without a command mean the window.
            arguments = ["open", *arguments]
        parsed = parser.parse_args(arguments)
        return int(parsed.run(parsed)) if "run" in parsed else open_window(())
    except (Exception, KeyboardInterrupt) as error:
        return _explain(error, "verbose" in told)


def main_window() -> int:
    """Open the window, as the desktop entry does; arguments are recordings and studies."""
    return main()


def _explain(error: BaseException, verbose: bool) -> int:
    """Say in words what ended the program, and return its exit code."""
    if isinstance(error, (KeyboardInterrupt, Stopped)):
        _say(str(error) or "Interrupted.")
        return EXIT_INTERRUPTED
    if isinstance(error, BrokenPipeError):
        # Whoever read our output has gone (``| head``); let nothing be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED
    if isinstance(error, AUStudioError):
        for text in (said(error.message), said(error.next_step), error.details if verbose else ""):
            if text:
                _say(text)
        return EXIT_FAILED
    _say(f"Something went wrong that AU Studio did not foresee: {type(error).__name__}: {error}")
    if verbose:
        _say("".join(traceback.format_exception(error)))
    else:
        _say("Run the command again with --verbose and report what it prints.")
    return EXIT_BUG


def _say(text: str) -> None:
    sys.stderr.write(text.rstrip("\n") + "\n")
