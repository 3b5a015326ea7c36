"""Cycles are looked for again after a block that makes many objects, however it ends."""

import gc
import sys
from pathlib import Path

import pytest

from au_studio.allocation import collecting_later, give_back_unused


def test_collecting_waits_and_goes_on_even_after_an_error():
    with collecting_later():
        assert not gc.isenabled()
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the outer block is not over"
    assert gc.isenabled()
    with pytest.raises(ValueError, match="wrong"), collecting_later():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_who_has_switched_it_off_keeps_it_off():
    gc.disable()
    try:
        with collecting_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked to give memory back")
def test_what_was_freed_below_something_that_stays_goes_back_to_the_system():
    def resident() -> int:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024

    # Too large for Python's own store and too small to be mapped one by one.
    blocks = [bytes([number % 256]) * 4000 for number in range(25_000)]
    stays = blocks[::500]
    held = resident()
    del blocks
    give_back_unused()
    assert resident() < held - 60
    assert len(stays) == 50
