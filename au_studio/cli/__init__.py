"""The command line: ``au-studio`` opens the window, ``au-studio COMMAND`` works without one.

Every command is a module with two functions, ``add_arguments(parser)`` and ``run(arguments) -> int``, that is
loaded only when it is asked for: ``--help`` stays fast, and a command's missing library stops no other.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from au_studio import __version__, children
from au_studio.errors import AUStudioError, Stopped
from au_studio.qt_versions import require_window_libraries

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_BUG = 70
"""Exit code of an error that nobody foresaw (EX_SOFTWARE of sysexits.h)."""
EXIT_INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells expect it."""


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit code."""
        ...


@dataclass(frozen=True)
class Command:
    """A command: its words, one line of help, its module, and the extra that brings what it imports."""

    words: str
    help: str
    module: str
    extra: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("analyze", "estimate action unit intensities of recordings", "au_studio.cli.analyze"),
    Command("models", "list the models", "au_studio.cli.models"),
    Command("finetune", "fine-tune a model as a job file says", "au_studio.cli.job"),
    Command("study", "make a study, add recordings, say what it holds", "au_studio.cli.study"),
    Command("agree", "compare two coders, or a coder and a model", "au_studio.cli.agree"),
    Command("pretrain", "learn from unlabelled recordings (stage 1)", "au_studio.cli.pretrain"),
    Command("job", "run any job file", "au_studio.cli.job"),
    Command(
        "export",
        "write annotated videos of a study's recordings",
        "au_studio.export.annotated_video_command",
    ),
    Command("doctor", "check this installation and say what is wrong", "au_studio.cli.doctor"),
    Command(
        "corpus synthetic",
        "render faces with known intensities",
        "au_studio.factory.synthetic.command",
        extra="synthetic",
    ),
    Command(
        "corpus pack",
        "film the benchmark pack of rendered faces",
        "au_studio.factory.synthetic.pack_command",
        extra="synthetic",
    ),
    Command("corpus videos", "cut unlabelled face clips out of recordings", "au_studio.cli.corpus_videos"),
    Command("self-test", "do everything once, small, and say whether it works", "au_studio.cli.self_test"),
    Command("demo", "open the demo study, or run its whole loop without a window", "au_studio.cli.demo"),
    Command(
        "benchmark",
        "measure what few labels and pre-training are worth",
        "au_studio.factory.benchmark.command",
    ),
    Command(
        "expected-error",
        "fit how far off a model may be, on persons it did not learn from",
        "au_studio.factory.benchmark.expected_error_command",
    ),
    Command("train", "train a base model on corpora (both stages)", "au_studio.factory.train_command"),
    Command(
        "geometry", "give a model a branch that reads the face mesh", "au_studio.factory.geometry_command"
    ),
)
"""Every command, in the order of the help text."""


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
    verbose = "--verbose" in arguments
    arguments = [word for word in arguments if word != "--verbose"]
    if arguments[:1] == ["--self-test"]:  # as those ask who check a built program
        arguments[0] = "self-test"
    try:
        command = _command_of(arguments)
        if command is not None:
            return _run_command(command, arguments[len(command.words.split()) :])
        parsed = _top_parser().parse_args(arguments)
        return open_window([Path(name) for name in parsed.paths])
    except (Exception, KeyboardInterrupt) as error:
        return _explain(error, verbose)


def main_window() -> int:
    """Open the window, as the desktop entry does; arguments are recordings and studies."""
    return main()


def open_window(paths: Sequence[Path]) -> int:
    """Open the window with recordings or studies in it.

    Raises
    ------
    AUStudioError
        If a path does not exist, there is no display, or a library of the system is missing.
    """
    for path in paths:
        if not path.exists():
            raise AUStudioError(
                f"There is no command and no file called “{path}”.",
                next_step="`au-studio --help` lists the commands.",
            )
    if not _has_display():
        raise AUStudioError(
            "The window cannot open: this session has no display (DISPLAY and WAYLAND_DISPLAY are not set).",
            next_step="Log in at the screen, use `ssh -X`, or work without a window: `au-studio analyze`.",
        )
    require_window_libraries()
    from au_studio.ui.app import run  # noqa: PLC0415

    return run(paths)


def _command_of(arguments: Sequence[str]) -> Command | None:
    """Return the command that the arguments begin with; None for the window."""
    for command in COMMANDS:
        words = command.words.split()
        if list(arguments[: len(words)]) == words:
            return command
    return None


def _run_command(command: Command, arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog=f"au-studio {command.words}", description=_sentence(command.help))
    module = _load(command)
    module.add_arguments(parser)
    parser.add_argument("--verbose", action="store_true", help="show technical details of errors")
    return module.run(parser.parse_args(list(arguments)))


def _load(command: Command) -> CommandModule:
    try:
        return cast("CommandModule", importlib.import_module(command.module))
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if missing.startswith("au_studio"):
            raise
        if children.is_built():
            raise AUStudioError(
                f"`au-studio {command.words}` is not part of this program: it needs the library {missing}.",
                next_step="Set AU Studio up from its folder for that: python3 packaging/bootstrap.py setup",
            ) from error
        extra = f"au-studio[{command.extra}]" if command.extra else "au-studio"
        raise AUStudioError(
            f"`au-studio {command.words}` needs the library {missing}, which is not installed.",
            next_step=f"Install it with: {Path(sys.executable).name} -m pip install '{extra}'",
            details=str(error),
        ) from error


def _top_parser() -> argparse.ArgumentParser:
    width = max(len(command.words) for command in COMMANDS) + 2
    table = "\n".join(f"  {command.words:{width}}{command.help}" for command in COMMANDS)
    parser = argparse.ArgumentParser(
        prog="au-studio",
        usage="au-studio [VIDEO|STUDY …]\n       au-studio COMMAND …",
        description="Facial action unit intensity from video. Without a command the window opens.",
        epilog=f"commands (each has its own --help):\n{table}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="VIDEO|STUDY", help="recordings or a study to open")
    parser.add_argument("--version", action="version", version=f"AU Studio {__version__}")
    parser.add_argument("--verbose", action="store_true", help="show technical details of errors")
    return parser


def _has_display() -> bool:
    """Whether a window can open; only Linux and the BSDs can be without a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    offscreen = chosen.split(":")[0] in ("offscreen", "minimal", "vnc", "eglfs", "linuxfb")
    return offscreen or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


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
        for text in (error.message, error.next_step, error.details if verbose else ""):
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


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
