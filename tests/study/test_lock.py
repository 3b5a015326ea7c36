"""Who may write a study."""

from __future__ import annotations

import errno
import json
import os
import socket

import pytest

from au_studio.study import lock
from au_studio.study.errors import StudyLockedError, StudyReadOnlyError
from au_studio.study.lock import StudyLock, read_holder


def write_holder(root, **changes) -> None:
    record = {
        "user": "ann",
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": "2026-01-01T00:00:00.000Z",
    }
    (root / "lock").write_text(json.dumps({**record, **changes}))


def test_the_lock_says_who_where_and_since_when(tmp_path):
    held = StudyLock(tmp_path)
    holder = read_holder(tmp_path)
    assert (holder.host, holder.pid) == (socket.gethostname(), os.getpid())
    assert holder.user
    assert holder.since.endswith("Z")
    held.release()
    assert read_holder(tmp_path) is None


def test_only_one_has_it(tmp_path):
    held = StudyLock(tmp_path)
    with pytest.raises(StudyLockedError, match=f"process {os.getpid()}"):
        StudyLock(tmp_path)
    with pytest.raises(StudyLockedError):
        StudyLock(tmp_path, take_over=True)
    held.release()
    StudyLock(tmp_path).release()


def test_a_lock_left_by_a_dead_program_on_this_computer_is_taken_over(tmp_path):
    # Even when its number belongs to a living process by now: ours.
    write_holder(tmp_path, user="somebody")
    held = StudyLock(tmp_path)
    assert read_holder(tmp_path).user != "somebody"
    held.release()


def test_a_lock_from_another_computer_is_respected_until_taken_over(tmp_path):
    write_holder(tmp_path, host="lab-pc-7")
    with pytest.raises(StudyLockedError, match="ann on lab-pc-7") as caught:
        StudyLock(tmp_path)
    assert caught.value.holder.user == "ann"
    assert read_holder(tmp_path).host == "lab-pc-7"
    held = StudyLock(tmp_path, take_over=True)
    assert read_holder(tmp_path).host == socket.gethostname()
    held.release()


def test_a_computer_that_got_another_name_is_still_the_same_computer(tmp_path, monkeypatch):
    monkeypatch.setattr(lock.uuid, "getnode", lambda: 0x001122334455)
    write_holder(tmp_path, host="anns-mac.home", machine=lock.machine_id())
    StudyLock(tmp_path).release()
    monkeypatch.setattr(lock.uuid, "getnode", lambda: 0x0011223344FF)
    write_holder(tmp_path, host="anns-mac.home", machine="another")
    with pytest.raises(StudyLockedError, match=r"ann on anns-mac\.home"):
        StudyLock(tmp_path)


@pytest.mark.parametrize("node", [0x010203040506, 0x0242AC110002])
def test_a_random_address_or_that_of_a_container_identifies_no_computer(tmp_path, monkeypatch, node):
    monkeypatch.setattr(lock.uuid, "getnode", lambda: node)
    assert lock.machine_id() == ""
    write_holder(tmp_path, host="lab-pc-7", machine="")
    with pytest.raises(StudyLockedError):
        StudyLock(tmp_path)


def test_an_illegible_lock_that_nobody_holds_is_taken_over(tmp_path):
    (tmp_path / "lock").write_bytes(b"{half")
    held = StudyLock(tmp_path)
    assert read_holder(tmp_path).pid == os.getpid()
    held.release()


@pytest.mark.skipif(os.name != "posix", reason="asks POSIX whether a process runs")
def test_a_drive_without_locks_goes_by_the_process_number(tmp_path, monkeypatch):
    def no_locks(handle: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "lock_file", no_locks)
    write_holder(tmp_path, pid=2**22 + 1)
    StudyLock(tmp_path).release()
    write_holder(tmp_path, pid=os.getppid())
    with pytest.raises(StudyLockedError, match=f"process {os.getppid()}"):
        StudyLock(tmp_path)


def test_a_lock_that_cannot_be_written_is_said_in_words(study, monkeypatch):
    study.close()

    def no_room(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lock.os, "write", no_room)
    with pytest.raises(StudyReadOnlyError, match=r"No space left.*reading only") as caught:
        StudyLock(study.root)
    assert caught.value.root == study.root
