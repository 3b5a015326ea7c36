"""The device that is chosen is kept for this computer, and gives way while it is not there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from au_studio import texts
from au_studio.controllers.device_choice import AUTOMATIC, DeviceChoice
from au_studio.nn.device import describe_cpu

BOTH = [("cuda", "NVIDIA"), ("cpu", "CPU, 2 cores")]


@pytest.fixture
def choice(qtbot):
    QSettings().remove("device")
    yield DeviceChoice()
    QSettings().remove("device")


def test_until_the_devices_are_known_the_wish_holds_and_nothing_is_said(choice):
    assert (choice.name, choice.text) == (AUTOMATIC, "")
    choice.choose("cuda")
    assert (choice.name, choice.text) == ("cuda", "")


def test_the_fastest_device_is_the_first(choice, qtbot):
    with qtbot.waitSignal(choice.changed):
        choice.set_known(BOTH, "")
    assert (choice.name, choice.resolve(AUTOMATIC), choice.text) == (AUTOMATIC, "cuda", "NVIDIA")


def test_a_choice_outlasts_the_program_and_a_device_that_is_away(choice):
    choice.choose("cuda")
    later = DeviceChoice()
    later.set_known(BOTH[1:], "no driver")
    assert (later.name, later.text, later.why_not_gpu) == (AUTOMATIC, "CPU, 2 cores", "no driver")
    later.set_known(BOTH, "")
    assert later.name == "cuda"


def test_the_same_choice_again_is_no_news(choice):
    heard = []
    choice.changed.connect(lambda: heard.append(choice.name))
    choice.choose("cpu")
    choice.choose("cpu")
    assert heard == ["cpu"]


def test_the_device_is_named_in_the_language_of_the_window(qapp):
    choice = DeviceChoice()
    choice.set_known([("cpu", describe_cpu(1))], "")
    assert choice.text == "cpu (1 thread)"
    texts.use(lambda text, n: {("cpu ({n} threads)", 1): "Prozessor ({n} Faden)"}.get((text, n), ""))
    try:
        assert choice.text == "Prozessor (1 Faden)"
    finally:
        texts.use(None)
