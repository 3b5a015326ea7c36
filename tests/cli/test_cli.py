import shlex
import subprocess
import sys
import types

import pytest

from au_studio import __version__, cli
from au_studio.cli.parsers import top_parser
from au_studio.errors import AUStudioError, Stopped


@pytest.fixture
def command(monkeypatch):
    """Register a command whose work is the given function; return what `main` does with it."""

    def register(work, **fields):
        module = types.ModuleType("played_command")
        module.add_arguments = lambda parser: parser.add_argument("--number", type=int, default=0)
        module.run = work
        monkeypatch.setitem(sys.modules, "played_command", module)
        played = cli.Command("play", "play something", "played_command", **fields)
        monkeypatch.setattr(cli, "COMMANDS", (*cli.COMMANDS, played))
        return lambda *arguments: cli.main(["play", *arguments])

    return register


def test_a_command_gets_its_arguments_and_gives_the_exit_code(command):
    assert command(lambda arguments: arguments.number)("--number", "3") == 3


def test_a_known_error_is_two_sentences_and_exit_code_1(command, capsys):
    def work(arguments):
        raise AUStudioError("The disk is full.", next_step="Free some space.", details="errno 28")

    play = command(work)
    assert play() == 1
    assert capsys.readouterr().err == "The disk is full.\nFree some space.\n"
    assert play("--verbose") == 1
    assert "errno 28" in capsys.readouterr().err


def test_a_bug_is_a_plain_sentence_and_exit_code_70(command, capsys):
    play = command(lambda arguments: 1 // 0)
    assert play() == 70
    said = capsys.readouterr().err
    assert "did not foresee" in said
    assert "Traceback" not in said
    assert play("--verbose") == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), Stopped("Stopped.")])
def test_an_interrupted_command_exits_as_shells_expect(command, error):
    def work(arguments):
        raise error

    assert command(work)() == 130


def test_a_missing_optional_library_names_the_command_that_brings_it(monkeypatch, capsys):
    absent = cli.Command("play", "play something", "surely_not_installed", extra="synthetic")
    monkeypatch.setattr(cli, "COMMANDS", (absent,))
    assert cli.main(["play"]) == 1
    said = capsys.readouterr().err
    assert "surely_not_installed" in said
    assert "pip install 'au-studio[synthetic]'" in said


def test_paths_open_the_window(monkeypatch, tmp_path):
    opened = []
    app = types.ModuleType("au_studio.ui.app")
    app.run = lambda paths: opened.append(paths) or 0
    monkeypatch.setitem(sys.modules, "au_studio.ui.app", app)
    (tmp_path / "a.mp4").touch()
    assert cli.main([str(tmp_path / "a.mp4")]) == 0
    assert cli.main([]) == 0
    assert opened == [[tmp_path / "a.mp4"], []]


def test_what_is_neither_command_nor_file_is_refused(capsys):
    assert cli.main(["analyse"]) == 1
    assert "no command and no file called “analyse”" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a display")
def test_without_a_display_the_window_says_what_to_do(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 1
    said = capsys.readouterr().err
    assert "no display" in said
    assert "au-studio analyze" in said


@pytest.mark.parametrize(
    "words",
    [
        "train corpus -o base.safetensors",
        "pretrain film.mp4 -o f.safetensors",
        "benchmark synthetic -o measured",
    ],
)
def test_a_width_that_no_network_has_is_refused_before_anything_is_read(words, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main([*words.split(), "--width", "4"])
    assert caught.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_a_file_with_a_dash_opens_the_window_all_the_same(capsys):
    assert cli.main(["--", "-film.mp4"]) == 1
    assert "no file called “-film.mp4”" in capsys.readouterr().err


@pytest.mark.parametrize("words", [c.words for c in cli.COMMANDS if not c.extra])
def test_every_command_has_its_own_help(words, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main([*words.split(), "--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    assert f"usage: au-studio {words}" in said
    assert f"example:\n  au-studio {words.split()[0]}" in said


@pytest.mark.parametrize("command", [c for c in cli.COMMANDS if not c.extra], ids=lambda c: c.words)
def test_every_example_is_a_command_as_people_would_type_it(command):
    assert "--help" not in command.example
    words = shlex.split(command.example.partition(" > ")[0])
    parsed = top_parser(cli.COMMANDS)[0].parse_args(words)
    assert callable(parsed.run)


def test_verbose_holds_before_and_after_the_command(command, capsys):
    play = command(lambda arguments: 1 // 0)
    for words in (["--verbose", "play"], ["play", "--verbose"]):
        assert cli.main(words) == 70
        assert "Traceback" in capsys.readouterr().err
    assert play("--verb") == 70  # an option may be cut short


def test_a_family_of_commands_lists_its_own(capsys):
    with pytest.raises(SystemExit):
        cli.main(["corpus", "--help"])
    said = capsys.readouterr().out
    assert "corpus videos" in said
    assert "analyze" not in said
    with pytest.raises(SystemExit) as caught:
        cli.main(["corpus", "nothing"])
    assert caught.value.code == 2


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    said = capsys.readouterr().out
    assert all(c.words in said and c.help in said for c in cli.COMMANDS)


def test_help_and_version_load_nothing_heavy():
    code = (
        "import sys, contextlib; from au_studio.cli import main\n"
        "for word in ('--version', '--help'):\n"
        "    with contextlib.suppress(SystemExit): main([word])\n"
        "heavy = {'torch', 'cv2', 'av', 'h5py', 'PySide6', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"AU Studio {__version__}" in done.stdout


def test_it_runs_as_a_module_too():
    done = subprocess.run(
        [sys.executable, "-m", "au_studio", "--version"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert __version__ in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs sh")
def test_a_reader_that_leaves_early_is_no_crash():
    """As in ``au-studio doctor | head -1``: no traceback, no message from the interpreter."""
    script = f"{sys.executable} -m au_studio models | true"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
