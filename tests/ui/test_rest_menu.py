"""Recording > Measured from: one line a rest, its mark at the one in use."""

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui.app import make_window


def test_the_menu_waits_for_a_study_and_marks_what_is_in_use(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    window = make_window(Workspace(home=tmp_path / "home"))
    try:
        menu = window.menus.rest
        assert menu.menuAction() in menu.parentWidget().actions()
        assert not menu.isEnabled()
        window.workspace.new_study(tmp_path / "Mine")
        assert menu.isEnabled()
        assert menu.actions_by_kind["running"].isChecked()
        menu.actions_by_kind["refined"].trigger()
        assert window.workspace.rest.kind == "refined"
        assert [k for k, action in menu.actions_by_kind.items() if action.isChecked()] == ["refined"]
        assert all(len(action.toolTip()) > 40 for action in menu.actions_by_kind.values())
        window.workspace.close_study()
        assert menu.actions_by_kind["running"].isChecked()
    finally:
        window.close()
        window.deleteLater()
