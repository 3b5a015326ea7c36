"""Actions are made from the key map."""

from __future__ import annotations

from PySide6.QtGui import QAction

from au_studio.ui.actions import key_text, make_action


def test_an_action_does_what_it_is_made_for_and_tells_its_key(qtbot, qapp):
    done = []
    action = make_action("watch.first", qapp, lambda: done.append(1))
    assert isinstance(action, QAction)
    action.trigger()
    assert done == [1]
    assert "Home" in action.toolTip()
    action.setParent(None)


def test_a_text_can_name_the_key_of_an_action(qapp):
    assert key_text("recording.add") == "Ctrl+O"
    assert key_text("study.coders") == ""
