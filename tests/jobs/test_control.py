import io

import pytest

from au_studio.jobs.control import Cancelled, Control, Paused


def obey(text: str) -> Control:
    control = Control()
    control.listen(io.StringIO(text)).join(2)
    return control


def test_nothing_is_wished_at_first():
    control = Control()
    control.check()
    assert not control.should_stop()


def test_stop_keeps_and_cancel_does_not():
    control = Control()
    control.stop()
    assert control.should_stop()
    assert not control.cancelled
    control.cancel()
    with pytest.raises(Cancelled):
        control.check()


def test_the_line_cancel_cancels():
    assert obey("hello\n cancel \n").cancelled


def test_a_parent_that_dies_is_a_pause_whoever_comes_next_can_go_on():
    control = obey("")
    assert control.paused
    with pytest.raises(Paused):
        control.check()


def test_a_cancel_counts_more_than_a_pause():
    control = obey("pause\n cancel\n")
    assert not control.paused
    with pytest.raises(Cancelled):
        control.check()


def test_a_cancel_removes_what_the_job_made_and_not_what_was_there(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("before")
    control = Control()
    control.created(old, new, tmp_path / "never")
    new.write_text("made")
    control.remove_created()
    assert [p.name for p in tmp_path.iterdir()] == ["old"]
