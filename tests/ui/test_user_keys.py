"""Keys that a user changed: kept for them, refused when taken, followed by menus, buttons and the key map."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QWidget

from au_studio.ui.actions import key_text, make_action, shortcuts, user_keys
from au_studio.ui.key_dialog import KeyChangeDialog, KeyDialog
from au_studio.ui.keymap import KEYMAP
from au_studio.ui.user_keys import KeyRefusedError, UserKeys


@pytest.fixture(autouse=True)
def _usual_keys_afterwards(qapp):
    yield
    user_keys().reset_all()


def test_a_chosen_key_is_kept_for_the_next_start(qapp):
    user_keys().choose("code.next_frame", ["Return", "PgDown"])
    again = UserKeys(KEYMAP)
    assert again.keys("code.next_frame") == ("Return", "PgDown")
    assert again.is_changed("code.next_frame")
    assert again.keys("code.previous_frame") == KEYMAP["code.previous_frame"].keys
    user_keys().reset("code.next_frame")
    assert UserKeys(KEYMAP).keys("code.next_frame") == ("Space", "Right")


@pytest.mark.parametrize(
    ("action", "key", "owner"),
    [
        ("code.unsure", "X", "Not codable"),  # on the same page
        ("code.unsure", "Ctrl+E", "Export tables"),  # heard everywhere
        ("export.tables", "X", "Not codable"),  # would be heard on the Code page
    ],
)
def test_a_key_that_is_taken_is_refused_and_nothing_changes(qapp, action, key, owner):
    with pytest.raises(KeyRefusedError, match=owner):
        user_keys().choose(action, [key])
    assert user_keys().keys(action) == KEYMAP[action].keys
    assert not QSettings().contains(f"keys/{action}")


@pytest.mark.parametrize("key", ["Tab", "Esc", "Ctrl+K, Ctrl+C", "Shift+Tab"])
def test_keys_that_belong_to_every_program_are_refused(qapp, key):
    with pytest.raises(KeyRefusedError):
        user_keys().choose("code.unsure", [key])


def test_the_same_key_may_mean_different_things_on_different_pages(qapp):
    user_keys().choose("code.unsure", ["B"])  # B shows face boxes on the Watch page
    assert user_keys().keys("watch.boxes") == ("B",)


def test_a_key_that_was_given_away_is_free_afterwards(qapp):
    user_keys().choose("code.neutral", [])
    user_keys().choose("code.not_codable", ["N"])
    with pytest.raises(KeyRefusedError):
        user_keys().reset("code.neutral")
    user_keys().reset_all()
    assert user_keys().keys("code.neutral") == ("N",)


def test_a_usual_key_of_a_later_version_does_not_take_what_the_user_chose(qapp):
    QSettings().setValue("keys/code.unsure", '["X"]')  # X was free when the user chose it
    keys = UserKeys(KEYMAP)
    assert keys.keys("code.unsure") == ("X",)
    assert keys.keys("code.not_codable") == ()
    QSettings().remove("keys/code.unsure")


def test_settings_that_nobody_can_read_leave_the_usual_keys(qapp):
    QSettings().setValue("keys/code.unsure", "{broken")
    QSettings().setValue("keys/no.such.action", '["X"]')
    assert UserKeys(KEYMAP).keys("code.unsure") == ("U",)
    QSettings().remove("keys")


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(sorted(KEYMAP)), st.sampled_from("ABCDEFGHIJX120?")), max_size=12))
def test_no_choices_ever_lead_to_one_key_with_two_meanings(qapp, choices):
    keys = UserKeys(KEYMAP)
    for action, key in choices:
        try:
            keys.choose(action, [key])
        except KeyRefusedError:
            continue
    try:
        for name, binding in KEYMAP.items():
            for other, rival in KEYMAP.items():
                if name < other and binding.meets(rival):
                    assert not set(keys.keys(name)) & set(keys.keys(other)), (name, other)
    finally:
        keys.reset_all()


def test_an_action_hears_its_new_key_at_once_and_tells_it(qtbot):
    window, done = QWidget(), []
    qtbot.addWidget(window)
    action = make_action("code.unsure", window, lambda: done.append(1))
    window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    user_keys().choose("code.unsure", ["Ctrl+B"])
    QTest.keyClick(window, Qt.Key.Key_U)
    assert done == []
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]
    assert "Ctrl+B" in action.toolTip()
    assert key_text("code.unsure") == "Ctrl+B"


def test_the_key_map_follows_and_can_find(qtbot):
    dialog = KeyDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    user_keys().choose("code.unsure", ["J"])
    assert dialog.keys["code.unsure"].text() == "J"
    assert dialog.reset_button.isEnabled()
    dialog.search.setText("unsure")
    assert dialog.keys["code.unsure"].isVisible()
    assert not dialog.keys["watch.play"].isVisible()
    dialog.reset_button.click()
    assert dialog.keys["code.unsure"].text() == "U"
    assert not dialog.reset_button.isEnabled()


def test_the_key_map_lists_every_action_and_cuts_no_word_off(qtbot):
    dialog = KeyDialog()
    qtbot.addWidget(dialog)
    dialog.resize(1280, 860)
    dialog.show()
    assert set(dialog.keys) == set(KEYMAP)
    (area,) = dialog.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    inside = area.widget()
    for word in (*inside.findChildren(QLabel), *inside.findChildren(QToolButton)):
        assert word.width() >= word.sizeHint().width(), word.text()
        assert word.height() >= word.sizeHint().height(), word.text()


def test_the_key_map_is_scrolled_downwards_only(qtbot):
    dialog = KeyDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0, f"{dialog.width()} wide"
    shown = [key for key in dialog.keys.values() if key.isVisible() and area.isAncestorOf(key)]
    assert len(shown) == len(KEYMAP), "no line was lost on the way to fewer columns"


def test_a_key_map_that_was_closed_is_forgotten(qtbot, qapp):
    dialog = KeyDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window = QWidget()
    action = make_action("code.unsure", window)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.show()
        dialog.close()
    del action
    window.deleteLater()
    qapp.processEvents()
    user_keys().choose("code.unsure", ["J"])  # nothing that is gone hears of it


def test_a_key_is_changed_by_pressing_it_and_a_conflict_is_told_at_once(qtbot):
    dialog = KeyChangeDialog("code.unsure")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    QTest.keyClick(dialog.edit, Qt.Key.Key_X)
    assert "Not codable" in dialog.problem.text()
    assert not dialog.use.isEnabled()
    QTest.keyClick(dialog.edit, Qt.Key.Key_J)
    assert dialog.problem.text() == ""
    dialog.use.click()
    assert [key.toString() for key in shortcuts("code.unsure")] == ["J"]
