"""The one dictionary of keys."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence

from au_studio.ui.actions import shortcuts
from au_studio.ui.bindings import PAGE_GROUPS, Group
from au_studio.ui.keymap import KEYMAP


def test_no_key_means_two_things_on_one_page(qapp):
    for page in PAGE_GROUPS:
        owners = defaultdict(list)
        for name, binding in KEYMAP.items():
            if binding.group is page or binding.group not in PAGE_GROUPS:
                for key in shortcuts(name):
                    owners[key.toString()].append(name)
        assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_every_key_is_one_that_qt_understands(qapp):
    for name in KEYMAP:
        for written, key in zip(KEYMAP[name].keys, shortcuts(name), strict=True):
            assert not key.isEmpty(), (name, written)
            assert key.toString(QKeySequence.SequenceFormat.PortableText), (name, written)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("watch.play", ("Space",)),
        ("watch.step_forward", ("Right",)),
        ("recording.add", ("Ctrl+O",)),
        ("code.rate_5", ("5",)),
        ("edit.undo", ("Ctrl+Z",)),
        ("view.code", ("Ctrl+2",)),
    ],
)
def test_the_promised_keys_are_there(name, keys):
    assert set(keys) <= set(KEYMAP[name].keys)


def test_every_menu_has_a_group():
    assert {binding.group for binding in KEYMAP.values()} == set(Group)


def test_an_action_of_a_submenu_says_which_one_it_is_of():
    assert KEYMAP["recording.rest_none"].label == "Measured from: Nothing of the person"
    assert KEYMAP["recording.add"].label == "Open videos"
