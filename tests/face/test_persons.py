from __future__ import annotations

import numpy as np

from au_studio.face.model import Face
from au_studio.face.persons import Persons


def face(x: float = 100.0, size: float = 50.0) -> Face:
    box = np.array([x, 100, x + size, 100 + size], np.float32)
    points = np.array([[x, 110], [x + size, 110], [x + size / 2, 130]], np.float32)
    return Face(box, points, points, 1.0)


def looks(seed: int, like: np.ndarray | None = None, share: float = 0.0) -> np.ndarray:
    """A random pattern that correlates by ``share`` with another one."""
    pattern = np.random.default_rng(seed).normal(size=1024)
    pattern = pattern - pattern.mean()
    if like is not None:
        pattern -= (pattern @ like) * like
    pattern /= np.linalg.norm(pattern)
    if like is not None:
        pattern = share * like + np.sqrt(1 - share**2) * pattern
    return pattern.astype(np.float32)


ANNA, BEN = looks(1), looks(2)


def present_for(persons: Persons, number: int, pattern: np.ndarray, seconds: float):
    for i in range(1, int(seconds * 25) + 1):
        persons[number].see(face(), pattern, i / 25, 0, new_run=False)


def test_larger_faces_get_the_lower_numbers():
    numbers = Persons().recognise([(face(0, 30), ANNA), (face(200, 60), BEN)], set(), 0.0, 0)
    assert numbers == [1, 0]


def test_less_likeness_will_do_for_a_face_that_is_soon_back_in_its_place():
    turned = looks(3, ANNA, 0.3)
    for seconds, place, number in ((0.5, 100, 0), (0.5, 300, 1), (5.0, 100, 1)):
        persons = Persons()
        persons.recognise([(face(100), ANNA)], set(), 0.0, 0)
        assert persons.recognise([(face(place), turned)], set(), seconds, 0) == [number]


def test_somebody_who_comes_back_elsewhere_keeps_the_number():
    persons = Persons()
    persons.recognise([(face(0), ANNA), (face(200), BEN)], set(), 0.0, 0)
    assert persons.recognise([(face(400), looks(3, BEN, 0.7))], {0}, 60.0, 0) == [1]


def test_somebody_unlike_all_is_new():
    persons = Persons()
    persons.recognise([(face(0), ANNA)], set(), 0.0, 0)
    assert persons.recognise([(face(400), BEN)], set(), 5.0, 0) == [1]


def test_a_face_back_in_its_place_at_once_is_the_same_person_however_changed():
    persons = Persons()
    persons.recognise([(face(0), ANNA)], set(), 0.0, 0)
    turned = looks(4, ANNA, 0.25)
    assert persons.recognise([(face(5), turned)], set(), 0.4, 0) == [0]


def test_after_a_cut_only_a_clear_likeness_counts():
    persons = Persons()
    persons.recognise([(face(0), ANNA)], set(), 0.0, 0)
    present_for(persons, 0, ANNA, 2.0)
    assert persons.recognise([(face(0), looks(5, ANNA, 0.5))], set(), 2.1, 1) == [1]
    assert persons.recognise([(face(0), looks(6, ANNA, 0.8))], set(), 2.2, 2) == [0]


def test_the_most_alike_pair_is_matched_first():
    persons = Persons()
    persons.recognise([(face(0), ANNA)], set(), 0.0, 0)
    both = [(face(0), looks(7, ANNA, 0.5)), (face(300), looks(8, ANNA, 0.9))]
    assert persons.recognise(both, set(), 5.0, 0) == [1, 0]


def test_a_row_of_unrelated_photographs_is_one_person():
    persons = Persons()
    numbers = [persons.recognise([(face(), looks(20 + i))], set(), i / 25, i)[0] for i in range(20)]
    assert numbers == [0] * 20


def test_a_person_seen_for_a_second_keeps_the_number_through_a_cut():
    persons = Persons()
    persons.recognise([(face(), ANNA)], set(), 0.0, 0)
    present_for(persons, 0, ANNA, 1.0)
    assert persons.recognise([(face(), BEN)], set(), 1.1, 1) == [1]
    assert persons.recognise([(face(), ANNA)], set(), 1.2, 2) == [0]
