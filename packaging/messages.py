"""What the set-up says to the person at the terminal."""

from __future__ import annotations


class SetupError(Exception):
    """Something that keeps AU Studio from being set up, in words, with what to do about it."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message, self.next_step = message, next_step


def say(text: str) -> None:
    """Tell the person at the terminal, at once (also when the output is a file or a pipe)."""
    print(text, flush=True)
