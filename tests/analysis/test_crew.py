"""The threads of one recording: a stage has one of its own only where there are as many."""

from __future__ import annotations

import threading

import pytest

from au_studio.analysis.crew import Crew
from au_studio.analysis.threads import share


@pytest.mark.parametrize(("threads", "apart"), [(1, [False, False]), (2, [True, False]), (3, [True, True])])
def test_stages_run_in_threads_of_their_own_from_the_last_on(threads, apart):
    def who():
        yield threading.get_ident()

    with Crew(share(threads)) as crew:
        for stage, expected in zip((1, 2), apart, strict=True):
            with crew.drawn(who, stage, 2) as items:
                assert (list(items) != [threading.get_ident()]) is expected


def test_with_one_thread_what_is_begun_waits_until_it_is_wanted():
    with Crew(share(1)) as crew:
        result = crew.begin(threading.get_ident)
        assert result() == threading.get_ident()


def test_threads_that_are_left_help():
    done = threading.Event()
    with Crew(share(5)) as crew:
        crew.begin(done.set)
        assert done.wait(5)
        assert len([thread for thread in threading.enumerate() if thread.name == "hand"]) == 2
