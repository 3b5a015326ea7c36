"""What is written past Python to the standard error output is kept off it for a while, and only for that."""

from __future__ import annotations

import os

import pytest

from au_studio.hushing import hushed


def test_only_what_is_written_meanwhile_is_kept_off(capfd):
    os.write(2, b"before ")
    with hushed():
        os.write(2, b"outside ")
        with hushed():
            os.write(2, b"inside ")
        os.write(2, b"still ")
    os.write(2, b"after")
    assert capfd.readouterr().err == "before after"


def test_an_error_gives_the_output_back(capfd):
    with pytest.raises(ValueError, match="gone"), hushed():
        raise ValueError("gone")
    os.write(2, b"heard")
    assert capfd.readouterr().err == "heard"
