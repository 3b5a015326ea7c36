"""The actions of the Watch page, their order in its menu, and what the right button offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from au_studio.ui.actions import make_action

if TYPE_CHECKING:
    from au_studio.ui.watch.watch_page import WatchPage

_SWITCHES = ("loop", "mute", "boxes", "landmarks", "calibrated", "bands")
MENU = (
    ("play", "loop", "mute"),
    ("slower", "faster", "normal_speed"),
    ("step_back", "step_forward", "back_10", "forward_10", "back_second", "forward_second"),
    ("back_10_seconds", "forward_10_seconds", "first", "last"),
    ("zoom_in", "zoom_out", "fit"),
    ("all_units",),
    ("stretch_begin", "stretch_end", "stretch_none", "stretch_figures", "export_stretch"),
    ("calibrated", "neutral", "bands"),
    ("boxes", "landmarks", "next_person"),
    ("save_picture", "legend"),
)
"""The menu's groups; the menus of rows, markers and action units go behind the groups that they belong to."""
AT_PICTURE = ("play", "neutral", "next_person", "boxes", "landmarks")
AT_TIMELINE = ("play", "loop", "stretch_begin", "stretch_end", "stretch_none", "stretch_figures")
AT_CURVES = ("zoom_in", "zoom_out", "fit", "loop", "bands", "all_units", "save_picture", "legend")
AT_STRETCH = ("stretch_figures", "export_stretch", "stretch_none")


def make_actions(page: WatchPage) -> dict[str, QAction]:
    """Return the actions by their id."""
    play = page.controller.playback
    slots: Mapping[str, Callable[[], object]] = {
        "play": play.toggle,
        "step_back": lambda: play.step(-1),
        "step_forward": lambda: play.step(1),
        "back_10": lambda: play.step(-10),
        "forward_10": lambda: play.step(10),
        "back_second": lambda: play.jump(-1.0),
        "forward_second": lambda: play.jump(1.0),
        "back_10_seconds": lambda: play.jump(-10.0),
        "forward_10_seconds": lambda: play.jump(10.0),
        "first": play.first,
        "last": play.last,
        "slower": lambda: play.change_speed(-1),
        "faster": lambda: play.change_speed(1),
        "normal_speed": lambda: play.set_speed(1.0),
        "zoom_in": lambda: page.curves.zoom(0.7),
        "zoom_out": lambda: page.curves.zoom(1 / 0.7),
        "fit": page.curves.fit,
        "next_person": page.controller.next_person,
        "all_units": page.show_all_units,
        "neutral": page.controller.mark_neutral,
        "save_picture": page.save_picture,
        "stretch_begin": lambda: page.stretch.set_end(0),
        "stretch_end": lambda: page.stretch.set_end(1),
        "stretch_none": lambda: page.stretch.select(None),
        "stretch_figures": page.stretch.show_figures,
        "export_stretch": page.stretch.ask_export,
        "legend": page.curves.legend.open,
    }
    actions = {f"watch.{name}": make_action(f"watch.{name}", page, slot) for name, slot in slots.items()}
    for name in _SWITCHES:
        actions[f"watch.{name}"] = make_action(f"watch.{name}", page, checkable=True)
    return actions
