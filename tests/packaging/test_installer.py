"""pip's progress in words, another try when the network fails, and an explanation when it can't go on."""

from __future__ import annotations

from pathlib import Path

import installer
import pytest
from messages import SetupError


@pytest.fixture
def pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> installer.Pip:
    monkeypatch.setattr(installer, "PAUSE_SECONDS", 0.0)
    return installer.Pip(tmp_path / "python", tmp_path / "log.txt")


def answer(monkeypatch: pytest.MonkeyPatch, *answers: tuple[int, str]) -> list[tuple[int, str]]:
    """Let pip answer these, one after the other; return the list of what is left."""
    left = list(answers)
    monkeypatch.setattr(installer.Pip, "run", lambda self, command: left.pop(0))
    return left


LOST = (
    1,
    "WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution",
)


def test_a_lost_connection_is_tried_again(pip: installer.Pip, monkeypatch: pytest.MonkeyPatch) -> None:
    left = answer(monkeypatch, LOST, LOST, (0, "Successfully installed"))
    pip.install("PyTorch", "torch")
    assert left == []


def test_without_a_network_the_message_says_so_and_names_the_way_without_one(
    pip: installer.Pip, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, LOST, LOST, LOST)
    with pytest.raises(SetupError, match="can't be reached") as caught:
        pip.install("PyTorch", "torch")
    assert "--wheels" in caught.value.next_step
    assert "log.txt" in caught.value.next_step


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "the disk is full"),
        (
            "ERROR: No matching distribution found for torch==2.13.0",
            "No matching distribution found for torch",
        ),
    ],
)
def test_what_trying_again_can_not_mend_is_said_at_once(
    pip: installer.Pip, monkeypatch: pytest.MonkeyPatch, output: str, words: str
) -> None:
    answer(monkeypatch, (1, output))
    with pytest.raises(SetupError, match=words):
        pip.install("PyTorch", "torch")


def test_a_location_that_pip_ignores_does_not_matter(
    pip: installer.Pip, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = answer(
        monkeypatch, (0, "WARNING: Location 'file:///x' is ignored: it is neither a file nor a directory.")
    )
    pip.install("PyTorch", "torch")
    assert left == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "  Downloading scipy-1.17.1-cp311-cp311-x86_64.whl (35.2 MB)\n",
            "downloading scipy 1.17.1 (35.2 MB)",
        ),
        ("  Downloading scipy-1.17.1-cp311-cp311-x86_64.whl.metadata (60 kB)\n", ""),
        ("Processing /somewhere/torch-2.13.0+cpu-cp311-cp311-linux_x86_64.whl\n", "using torch 2.13.0+cpu"),
        ("Installing collected packages: a, b, c\n", "installing 3 packages"),
        ("Collecting scipy\n", ""),
    ],
)
def test_progress_is_told_in_words(line: str, words: str) -> None:
    assert installer.progress(line) == words
