import contextlib
import os

import pytest
import torch

from au_studio.analysis.threads import USEFUL, Threads, share, torch_threads


@pytest.mark.parametrize(
    ("threads", "expected"), [(1, Threads(0, 1)), (2, Threads(1, 1)), (4, Threads(3, 1)), (6, Threads(3, 3))]
)
def test_as_many_threads_work_as_were_asked_for(threads, expected):
    assert share(threads) == expected


@pytest.mark.parametrize(("cores", "threads"), [(1, 1), (2, 2), (64, USEFUL), (None, 1)])
def test_by_default_as_many_work_as_are_of_use_and_torch_has_one_on_every_computer(
    monkeypatch, cores, threads
):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    shared = share()
    assert shared.torch == 1
    assert 1 + shared.more == threads


def test_no_thread_at_all_is_refused():
    with pytest.raises(ValueError, match="a thread"):
        share(0)


def test_torch_has_its_threads_back_afterwards():
    before = torch.get_num_threads()
    with contextlib.suppress(OSError), torch_threads(before + 1):
        assert torch.get_num_threads() == before + 1
        raise OSError("gone")
    assert torch.get_num_threads() == before
