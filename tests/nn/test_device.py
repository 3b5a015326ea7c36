"""A device is chosen, described, or refused in words."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
import torch

from au_studio.nn import device
from au_studio.nn.device import DeviceError, best_device, checked, choose_device, describe, why_not_gpu


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


@pytest.mark.parametrize(
    ("text", "built"),
    [
        ("cuda: Optional[str] = None\nhip: Optional[str] = None\n", "cpu"),
        ("cuda = '12.8'\nhip: Optional[str] = None\n", "gpu"),
        ("cuda: Optional[str] = None\nhip: Optional[str] = '6.2'\n", "gpu"),
        ("__version__ = '2.9'\n", ""),
        (None, ""),
    ],
)
def test_what_torch_was_built_for_is_read_without_importing_it(tmp_path, monkeypatch, text, built):
    if text is not None:
        (tmp_path / "version.py").write_text(text)
    origin = str(tmp_path / "__init__.py")
    monkeypatch.setattr(device.importlib.util, "find_spec", lambda _: SimpleNamespace(origin=origin))
    assert device._build.__wrapped__() == built


@pytest.mark.skipif(best_device().type != "cpu", reason="there is a GPU here")
def test_devices_without_a_gpu_are_named_as_torch_names_them_and_without_it():
    assert checked("auto") == checked("cpu") == "cpu"
    with pytest.raises(DeviceError):
        checked("toaster")
    program = (
        "import sys; from au_studio.nn.device import available, checked, why_not_gpu;"
        "print(available()[0][0], checked(), why_not_gpu(), 'torch' in sys.modules, sep='|')"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    name, chosen, why, imported = said.stdout.strip().split("|")
    assert (name, chosen, why) == ("cpu", "cpu", why_not_gpu())
    if torch.version.cuda is None:
        assert imported == "False"
