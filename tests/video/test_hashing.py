"""A recording's fingerprint follows its content, not its name."""

from __future__ import annotations

import pytest

from au_studio.video.errors import UnreadableVideoError
from au_studio.video.hashing import content_hash

MIB = 1 << 20


def test_a_copy_with_another_name_has_the_same_fingerprint(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"x" * 1000)
    (tmp_path / "b.mov").write_bytes(b"x" * 1000)
    assert content_hash(tmp_path / "a.mp4") == content_hash(tmp_path / "b.mov")


@pytest.mark.parametrize("size", [1000, 8 * MIB])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_change_at_head_middle_or_tail_changes_it(tmp_path, size, share):
    data = bytearray(size)
    path = tmp_path / "a.mp4"
    path.write_bytes(data)
    before = content_hash(path)
    at = int(size * share)
    data[at : at + size // 8] = b"\1" * len(data[at : at + size // 8])
    path.write_bytes(data)
    assert content_hash(path) != before


def _hash_of_counting(folder, size: int) -> str:
    """Return the fingerprint of a file whose bytes count 0 to 250 over and over."""
    path = folder / f"{size}.mp4"
    path.write_bytes((bytes(range(251)) * (size // 251 + 1))[:size])
    return content_hash(path)


def test_the_rule_never_changes(tmp_path):
    # Written down once: with another rule, no study would know its recordings again.
    assert (
        _hash_of_counting(tmp_path, 251) == "8108e9891c4dee24edb1efa06519f3ef63c2e685e61f5b47aaeb4062bfcaa022"
    )
    assert (
        _hash_of_counting(tmp_path, 6 * MIB)
        == "5346469c09642404bfb1318d4ba1f0bce40604623b8cb8eb8cd3158d98721810"
    )


def test_length_alone_changes_it(tmp_path):
    path = tmp_path / "a.mp4"
    path.write_bytes(bytes(8 * MIB))
    before = content_hash(path)
    path.write_bytes(bytes(8 * MIB + 1))
    assert content_hash(path) != before


def test_a_huge_file_costs_no_more_than_a_small_one(tmp_path):
    path = tmp_path / "huge.mp4"
    with path.open("wb") as stream:
        stream.truncate(20 << 30)
    assert len(content_hash(path)) == 64


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnreadableVideoError, match=r"gone\.mp4"):
        content_hash(tmp_path / "gone.mp4")
