from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from au_studio.face.align import CROP_SIZE, TEMPLATE
from au_studio.face.model import Face, Image, extent, overlap
from au_studio.face.tracker import (
    EMPTY_LOOK_CLOSELY_EVERY,
    EMPTY_LOOK_EVERY,
    EMPTY_REST_AFTER,
    LOOK_EVERY,
    FaceTracker,
)

HEIGHT, WIDTH = 240, 426


class Stage:
    """Frames with people on them: each a square of their own texture on a wall of its own texture."""

    def __init__(self) -> None:
        self._wall = 0

    def set_wall(self, seed: int) -> None:
        self._wall = seed

    def picture(self, people: Sequence[tuple[int, float]], size: int = 64) -> Image:
        image = texture(1000 + self._wall, HEIGHT, WIDTH, 24)
        for who, x in people:
            left = int(x)
            image[80 : 80 + size, left : left + size] = texture(who, size, size, 8)
        return image


def texture(seed: int, height: int, width: int, cell: int) -> Image:
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (height // cell + 1, width // cell + 1))
    return np.repeat(np.kron(coarse, np.ones((cell, cell)))[:height, :width, None], 3, axis=2).astype(
        np.uint8
    )


class FakeBackend:
    """An edge double: knows where everybody is, follows up to 20 px, and counts what it is asked."""

    name = "fake"
    n_landmarks = 3

    def __init__(self) -> None:
        self.where: list[float] = []
        self.size = 64
        self.calls: list[str] = []

    def _face(self, x: float) -> Face:
        s = self.size
        anchors = TEMPLATE * np.float32(s / CROP_SIZE) + np.array([x, 80], np.float32)
        box = extent(np.array([[x, 80], [x + s, 80 + s]], np.float32))
        return Face(box, anchors, anchors, 0.9)

    def detect(self, image: Image, *, thorough: bool = True, known: Sequence[Face] = ()) -> list[Face]:
        self.calls.append("thorough" if thorough else "quick")
        return [self._face(x) for x in self.where]

    def follow(self, image: Image, previous: Face) -> Face | None:
        self.calls.append("follow")
        near = [x for x in self.where if abs(x - previous.box[0]) <= 20]
        return self._face(min(near, key=lambda x: abs(x - previous.box[0]))) if near else None


class Film:
    """Feeds a tracker frame by frame and remembers what it said."""

    def __init__(self, max_persons: int = 4) -> None:
        self.stage, self.backend = Stage(), FakeBackend()
        self.tracker = FaceTracker(self.backend, max_persons)
        self.n = 0

    def show(self, people: Sequence[tuple[int, float]], frames: int = 1) -> list[tuple[int, float, bool]]:
        for _ in range(frames):
            self.backend.where = [x for _, x in people]
            self.backend.calls.clear()
            found = self.tracker.update(self.stage.picture(people, self.backend.size), self.n / 25)
            self.n += 1
        return [(t.person, float(t.face.box[0]), t.new_track) for t in found]


@pytest.fixture
def film() -> Film:
    return Film()


ANNA, BEN, CLEO = 11, 22, 33


def test_a_run_is_new_on_its_first_frame_only(film):
    assert film.show([(ANNA, 100)]) == [(0, 100, True)]
    assert film.show([(ANNA, 104)]) == [(0, 104, False)]


def test_a_followed_face_costs_no_detection_except_now_and_then(film):
    film.show([(ANNA, 100)])
    calls = []
    for _ in range(3 * LOOK_EVERY):
        film.show([(ANNA, 100)])
        calls += film.backend.calls
    assert calls.count("quick") + calls.count("thorough") == 3
    assert calls.count("follow") == 3 * LOOK_EVERY


def test_a_face_that_is_found_a_little_beside_where_it_is_followed_is_the_same(film):
    film.show([(ANNA, 100)])
    detect = film.backend.detect
    film.backend.detect = lambda image, **how: [
        film.backend._face(f.box[0] + 12) for f in detect(image, **how)
    ]
    for _ in range(2 * LOOK_EVERY):
        assert film.show([(ANNA, 100)]) == [(0, 100, False)]


def test_a_second_person_is_noticed_within_half_a_second(film):
    film.show([(ANNA, 100)], 20)
    for _ in range(LOOK_EVERY + 1):
        found = film.show([(ANNA, 100), (BEN, 300)])
    assert [(person, x) for person, x, _ in found] == [(0, 100), (1, 300)]


def test_people_keep_their_numbers_while_they_move(film):
    film.show([(ANNA, 60), (BEN, 300)])
    for i in range(40):
        found = film.show([(ANNA, 60 + 2 * i), (BEN, 300)])
    assert [(p, x) for p, x, _ in found] == [(0, 138), (1, 300)]


def test_who_leaves_and_comes_back_elsewhere_keeps_the_number(film):
    film.show([(ANNA, 60), (BEN, 200)], 30)
    assert [p for p, _, _ in film.show([(ANNA, 60)], 40)] == [0]
    seen = []
    for _ in range(LOOK_EVERY + 1):
        seen += [f for f in film.show([(ANNA, 60), (BEN, 320)]) if f[0] != 0]
    assert seen[0] == (1, 320, True)
    assert {p for p, _, _ in seen} == {1}


def test_after_a_loss_the_run_is_new_and_the_person_the_same(film):
    film.show([(ANNA, 100)], 30)
    assert film.show([], 10) == []
    assert film.show([(ANNA, 100)]) == [(0, 100, True)]


def test_a_jump_within_one_frame_does_not_break_the_run(film):
    film.show([(ANNA, 100)], 30)
    assert film.show([(ANNA, 125)]) == [(0, 125, False)]


def test_another_person_in_the_same_place_in_another_scene_is_a_new_run_of_a_new_person(film):
    film.show([(ANNA, 100)], 30)
    film.stage.set_wall(1)
    assert film.show([(BEN, 100)]) == [(1, 100, True)]
    film.show([(BEN, 100)], 30)
    film.stage.set_wall(0)
    assert film.show([(ANNA, 100)]) == [(0, 100, True)]


def test_another_person_in_the_same_place_is_seen_though_the_room_stays(film):
    film.show([(ANNA, 100)], 30)
    assert film.show([(BEN, 100)]) == [(1, 100, True)]
    assert film.show([(BEN, 100)]) == [(1, 100, False)]


def test_one_person_being_replaced_does_not_restart_the_other(film):
    film.show([(ANNA, 60), (BEN, 300)], 30)
    assert film.show([(ANNA, 60), (CLEO, 300)]) == [(0, 60, False), (2, 300, True)]


def test_every_photograph_of_a_row_is_detected_anew(film):
    for i in range(6):
        film.stage.set_wall(i)
        assert film.show([(100 + i, 60 + 40 * i)]) == [(0, 60 + 40 * i, True)]
        assert "thorough" in film.backend.calls


def test_flickering_light_does_not_break_the_run(film):
    film.show([(ANNA, 100)])
    picture = film.stage.picture([(ANNA, 100)])
    for i in range(8):
        dimmed = (picture * (0.6 if i % 2 else 1.0)).astype(np.uint8)
        (tracked,) = film.tracker.update(dimmed, 1 + i / 25)
        assert not tracked.new_track


def test_two_tracks_never_end_on_one_face(film):
    film.show([(ANNA, 100), (BEN, 136 + 32)], 5)
    for x in (164, 156, 148, 140, 132, 124, 116):
        found = film.show([(ANNA, 100), (BEN, x)])
    film.backend.where = [105]
    film.show([(ANNA, 105)])
    found = film.show([(ANNA, 105)])
    assert len(found) == 1


def test_no_two_faces_of_a_frame_overlap_or_share_a_person(film):
    rng = np.random.default_rng(5)
    xs = np.array([40.0, 180.0, 320.0])
    for _ in range(150):
        xs = np.clip(xs + rng.normal(0, 9, 3), 0, WIDTH - 64)
        people = [
            (who, float(x)) for who, x in zip((ANNA, BEN, CLEO), xs, strict=True) if rng.random() > 0.05
        ]
        film.show(people)
        found = film.tracker.update(film.stage.picture(people), film.n / 25)
        film.n += 1
        assert len({t.person for t in found}) == len(found)
        boxes = [t.face.box for t in found]
        assert all(overlap(a, b) < 0.5 for i, a in enumerate(boxes) for b in boxes[:i])


def test_no_more_than_the_wanted_number_of_persons_is_followed():
    film = Film(max_persons=2)
    found = film.show([(ANNA, 20), (BEN, 150), (CLEO, 300)])
    assert len(found) == 2
    assert len(film.show([(ANNA, 20), (BEN, 150), (CLEO, 300)], 40)) == 2


def test_an_empty_picture_is_searched_quickly_and_only_sometimes_thoroughly(film):
    film.show([])
    calls = []
    for _ in range(2 * EMPTY_LOOK_CLOSELY_EVERY):
        film.show([])
        calls += film.backend.calls
    assert calls.count("thorough") == 2
    assert calls.count("quick") == len(calls) - 2


def test_a_face_lost_before_a_cut_is_not_searched_for_after_it(film):
    film.show([(ANNA, 60), (BEN, 300)], 600)
    film.show([(ANNA, 60)], 3)
    film.stage.set_wall(1)
    film.show([(ANNA, 60)])
    calls = []
    for _ in range(3 * LOOK_EVERY):
        film.show([(ANNA, 60)])
        calls += film.backend.calls
    assert calls.count("quick") == 3


def test_a_second_look_costs_no_mesh_for_a_face_that_is_followed(backend, draw, monkeypatch):
    fits, fit = [], backend._mesh.solid
    monkeypatch.setattr(backend._mesh, "solid", lambda *how: fits.append(1) or fit(*how))
    image, tracker = draw(240, 426, faces=((110, 120, 60),)), FaceTracker(backend)
    tracker.update(image, 0)
    fits.clear()
    for i in range(1, 2 * LOOK_EVERY + 1):
        assert len(tracker.update(image, i / 25)) == 1
    assert len(fits) == 2 * LOOK_EVERY
    both = draw(240, 426, faces=((110, 120, 60), (310, 110, 50)))
    for i in range(2 * LOOK_EVERY + 1, 3 * LOOK_EVERY + 1):
        found = tracker.update(both, i / 25)
    assert [t.person for t in found] == [0, 1]


def test_a_picture_that_stays_empty_is_searched_less_and_less(film):
    looks = []
    for _ in range(1000):
        film.show([])
        looks.append(film.backend.calls[0] if film.backend.calls else "")
    assert looks[1:EMPTY_REST_AFTER].count("") == 0
    rest = looks[EMPTY_REST_AFTER:]
    assert rest.count("") == pytest.approx(len(rest) * (1 - 1 / EMPTY_LOOK_EVERY), abs=8)
    closely = [i for i, look in enumerate(looks) if look == "thorough"]
    assert closely == [0, 30, 60, 120, 240, 480, 720, 960]


def test_who_comes_in_after_a_long_rest_is_seen_at_once(film):
    film.show([], 400)
    while film.backend.calls:
        film.show([])
    assert film.show([(ANNA, 100)]) == [(0, 100, True)]


def test_a_changing_picture_is_searched_closely_as_often_as_ever(film):
    looks = []
    for _ in range(300):
        film.stage.set_wall(0)
        picture = film.stage.picture([])
        picture[:, : WIDTH // 16] = film.n * 37 % 211
        film.backend.calls.clear()
        film.tracker.update(picture, film.n / 25)
        film.n += 1
        looks += film.backend.calls
    assert looks.count("thorough") == 300 / EMPTY_LOOK_CLOSELY_EVERY
    assert len(looks) == 300


def test_a_step_back_in_time_or_another_picture_size_starts_anew(film):
    film.show([(ANNA, 100)], 30)
    picture = film.stage.picture([(ANNA, 100)])
    assert film.tracker.update(picture, 0.1)[0].new_track
    assert not film.tracker.update(picture, 0.2)[0].new_track
    assert film.tracker.update(picture[:-2], 0.3)[0].new_track


def test_reset_forgets_everybody(film):
    film.show([(ANNA, 60), (BEN, 300)], 40)
    film.tracker.reset()
    assert film.show([(BEN, 300)]) == [(0, 300, True)]


def test_the_past_is_not_changed_by_the_future():
    def run(frames):
        film = Film()
        return [film.show([(ANNA, 100 + 2 * i)] if i % 9 else []) for i in range(frames)]

    assert run(40)[:20] == run(20)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["asl/bird.mkv", "asl/eat.mkv", "grid/talker_s2.mpg"])
def test_a_real_face_is_one_unbroken_run(backend, frames_of, name):
    tracker = FaceTracker(backend)
    found = [tracker.update(image, i / 25) for i, image in enumerate(frames_of(name))]
    assert [[t.person for t in frame] for frame in found] == [[0]] * len(found)
    assert [i for i, frame in enumerate(found) if frame[0].new_track] == [0]


@pytest.mark.shared
def test_a_face_that_leaves_is_gone_and_one_that_comes_is_found(backend, frames_of):
    for name, present in (("edge/face_noface.mov", range(55, 72)), ("edge/noface_face.mov", range(96, 115))):
        tracker = FaceTracker(backend)
        frames = list(enumerate(frames_of(name)))[55:115]
        assert [i for i, image in frames if tracker.update(image, i / 30)] == list(present)


@pytest.mark.shared
def test_edited_recordings_keep_their_people_apart(backend, frames_of):
    tracker = FaceTracker(backend)
    starts, n = [], 0
    for name in ("grid/brbk7n.mpg", "grid/lbbc2a.mpg", "grid/brbk7n.mpg"):
        for image in list(frames_of(name))[:40]:
            starts += [(n, t.person) for t in tracker.update(image, n / 25) if t.new_track]
            n += 1
    assert starts == [(0, 0), (40, 1), (80, 0)]
