import contextlib
import os

import pytest
import torch

from au_studio.analysis.threads import STAGES, Threads, share, torch_threads


@pytest.mark.parametrize(
    ("threads", "expected"),
    [(1, Threads(0, 1)), (2, Threads(1, 1)), (3, Threads(2, 1)), (6, Threads(2, 4))],
)
def test_every_stage_gets_a_thread_before_the_network_gets_a_second(threads, expected):
    assert share(threads) == expected
    assert expected.apart + expected.network == threads


@pytest.mark.parametrize("cores", [1, 2, 64, None])
def test_by_default_the_network_has_one_thread_on_every_computer(monkeypatch, cores):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    shared = share()
    assert shared.network == 1
    assert shared.apart == min(STAGES, cores or 1) - 1


def test_no_thread_at_all_is_refused():
    with pytest.raises(ValueError, match="a thread"):
        share(0)


def test_torch_has_its_threads_back_afterwards():
    before = torch.get_num_threads()
    with contextlib.suppress(OSError), torch_threads(before + 1):
        assert torch.get_num_threads() == before + 1
        raise OSError("gone")
    assert torch.get_num_threads() == before
