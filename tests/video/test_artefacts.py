"""Pictures coded as a film come back as many, alike, and the worse the stronger they are compressed."""

import numpy as np
import pytest

from au_studio.video.artefacts import can_code_films, code_as_film

pytestmark = pytest.mark.skipif(not can_code_films(), reason="PyAV without an H.264 encoder")


def moving_pictures(n: int = 9, side: int = 64) -> list[np.ndarray]:
    y, x = np.mgrid[0:side, 0:side]
    grain = np.random.default_rng(0).normal(0, 6, (side, side, 3))
    level = [128 + 90 * np.sin((x + 3 * t) / 9)[..., None] * np.cos(y / 7)[..., None] for t in range(n)]
    return [np.clip(picture + grain, 0, 255).astype(np.uint8) for picture in level]


def error(coded: list[np.ndarray], pictures: list[np.ndarray]) -> float:
    return float(np.abs(np.stack(coded).astype(float) - np.stack(pictures)).mean())


@pytest.mark.parametrize("n", [1, 2, 9])
def test_every_picture_comes_back_in_its_place(n):
    pictures = moving_pictures(n)
    coded = code_as_film(pictures, 20)
    assert len(coded) == n
    for place, picture in enumerate(coded):
        nearest = min(range(n), key=lambda k: np.abs(picture.astype(float) - pictures[k]).mean())
        assert nearest == place


def test_a_higher_factor_loses_more():
    pictures = moving_pictures()
    errors = [error(code_as_film(pictures, crf), pictures) for crf in (12, 28, 40)]
    assert errors == sorted(errors)
    assert errors[2] > 1.5 * errors[0]


def test_the_same_pictures_give_the_same_film():
    first, second = (code_as_film(moving_pictures(), 30) for _ in range(2))
    np.testing.assert_array_equal(first, second)
