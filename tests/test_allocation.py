"""Memory goes back between recordings; cycles are looked for again after a block that makes many objects."""

import gc
import sys

import psutil
import pytest

from au_studio.allocation import collecting_later, give_back, give_back_unused


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


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give memory back by themselves")
@pytest.mark.parametrize("giving", [give_back_unused, give_back])
def test_holes_between_what_stays_go_back_to_the_system(giving):
    pieces = [bytearray(60_000 if n % 2 else 700) for n in range(4000)]  # 120 MB, with what stays between
    kept = pieces[::2]
    for piece in pieces:
        piece[::4096] = bytes(len(range(0, len(piece), 4096)))
    del pieces, piece
    before = psutil.Process().memory_info().rss
    giving()
    assert before - psutil.Process().memory_info().rss > 60e6
    assert len(kept) == 2000
