from __future__ import annotations

import numpy as np

from au_studio.face.model import Face, TrackedFace
from au_studio.face.target import TargetPerson


def tracked(person: int, size: float, new: bool = False) -> TrackedFace:
    points = np.zeros((3, 2), np.float32)
    return TrackedFace(person, Face(np.array([0, 0, size, size], np.float32), points, points, 1.0), new)


def test_there_is_no_target_before_the_first_face():
    target = TargetPerson()
    assert target.update([]) is None
    assert target.person is None


def test_the_largest_face_is_the_target():
    assert TargetPerson().update([tracked(0, 10), tracked(1, 20)]).person == 1


def test_while_the_target_is_away_nobody_takes_the_place_at_once():
    target = TargetPerson()
    for _ in range(10):
        target.update([tracked(0, 20), tracked(1, 10)])
    assert target.update([tracked(1, 10)]) is None
    assert target.update([tracked(0, 20), tracked(1, 10)]).person == 0


def test_who_is_longer_in_the_picture_becomes_the_target_and_starts_anew():
    target = TargetPerson()
    target.update([tracked(0, 20)])
    found = [target.update([tracked(1, 15)]) for _ in range(4)]
    assert [f and (f.person, f.new_track) for f in found] == [None, (1, True), (1, False), (1, False)]


def test_equals_do_not_alternate():
    # Whose boxes sum to more changes with every frame.
    target = TargetPerson()
    found = [target.update([tracked(0, 20 + 2 * (i % 2)), tracked(1, 21)]) for i in range(50)]
    assert len({f.person for f in found}) == 1


def test_a_chosen_person_stays_the_target():
    target = TargetPerson(chosen=1)
    assert target.update([tracked(0, 90)]) is None
    assert target.update([tracked(0, 90), tracked(1, 5)]).person == 1


def test_a_new_face_in_the_place_of_the_lost_target_is_the_target_at_once_and_starts_anew():
    target = TargetPerson()
    for _ in range(30):
        target.update([tracked(0, 20)])
    found = [target.update([tracked(1, 18, new=k == 0)]) for k in range(3)]
    assert [(f.person, f.new_track) for f in found] == [(1, True), (1, False), (1, False)]
    back = [target.update([tracked(0, 20, new=k == 0)]) for k in range(2)]
    assert [(f.person, f.new_track) for f in back] == [(0, True), (0, False)]


def test_a_new_face_elsewhere_does_not_replace_a_target_that_is_away():
    target = TargetPerson()
    for _ in range(30):
        target.update([tracked(0, 20)])
    assert target.update([tracked(1, 60, new=True)]) is None
