"""A network that cannot be built is refused where it is described."""

import pytest

from au_studio.nn.config import WIDTHS, ModelConfig


@pytest.mark.parametrize("width", [4, 12, 33])
def test_a_width_that_is_no_multiple_of_8_is_refused(width):
    with pytest.raises(ValueError, match="multiple of 8"):
        ModelConfig(width=width)


@pytest.mark.parametrize("size", [0, 100])
def test_a_crop_that_the_encoder_cannot_halve_five_times_is_refused(size):
    with pytest.raises(ValueError, match="multiple of 32"):
        ModelConfig(crop_size=size)


def test_every_width_that_is_offered_can_be_built_and_comes_back_from_a_card():
    for width in WIDTHS:
        config = ModelConfig(width=width)
        assert ModelConfig.from_json(config.to_json()) == config
