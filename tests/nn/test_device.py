"""A device is chosen, described, or refused in words."""

import pytest
import torch

from au_studio.nn.device import DeviceError, best_device, choose_device, describe, why_not_gpu


def test_auto_takes_the_best_device_and_describes_it():
    assert choose_device("auto") == best_device()
    assert describe(best_device()).startswith(best_device().type)


def test_a_reason_is_given_exactly_when_no_gpu_is_used():
    assert bool(why_not_gpu()) == (best_device().type == "cpu")


def test_an_unknown_device_is_refused():
    with pytest.raises(DeviceError, match="no device called toaster"):
        choose_device("toaster")


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device here")
def test_a_device_that_is_not_here_is_refused_with_the_reason():
    with pytest.raises(DeviceError, match="cuda cannot be used"):
        choose_device("cuda")
