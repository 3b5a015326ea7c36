"""The key map on one screen, made from the one dictionary; every key can be changed there."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.texts import tr
from au_studio.ui.actions import shortcuts, user_keys
from au_studio.ui.bindings import Group
from au_studio.ui.fields import wrapped
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.keymap import KEYMAP
from au_studio.ui.theme import SPACING, theme_of
from au_studio.ui.user_keys import KeyRefusedError

_GENERAL = (
    *(Group.STUDY, Group.EDIT, Group.RECORDING, Group.VIEW),
    *(Group.TRAIN, Group.MODELS, Group.EXPORT, Group.HELP),
)
_WATCH, _CODE = (Group.WATCH, Group.AGREE), (Group.CODE,)
_WAYS = (
    (_GENERAL, _WATCH, _CODE),
    (_GENERAL, (*_WATCH, *_CODE)),
    ((*_GENERAL, *_WATCH, *_CODE),),
)
"""How the groups stand beside each other; the first way that the screen is wide enough for is taken."""
_BETWEEN = 28
_NATIVE = QKeySequence.SequenceFormat.NativeText
_NO_KEY = "–"


def _names(group: Group) -> list[str]:
    return [name for name, binding in KEYMAP.items() if binding.group is group]


class KeyDialog(QDialog):
    """Every action by menu, with the keys that it has now; a click on them changes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Key map"))
        self.keys: dict[str, QToolButton] = {}
        self._labels: dict[str, QLabel] = {}
        self._titles: dict[Group, QLabel] = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        fit_on_screen(self, 1270, 760)
        for name in KEYMAP:
            self._make_line(name)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._inside())
        area.setAccessibleName(tr("Actions and their keys"))
        head = QHBoxLayout()
        hint = QLabel(tr("Click a key to change it. Your keys are kept for you on this computer."), self)
        head.addWidget(hint)
        head.addStretch(1)
        head.addWidget(self.search)
        self.search.setMinimumWidth(220)
        self.reset_button = QPushButton(tr("&Usual keys for everything"), self)
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(user_keys().reset_all)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        user_keys().changed.connect(self._show_keys)
        self._enable_reset()

    def _inside(self) -> QWidget:
        """Return all lines in as many columns as the dialog has room for; only downwards is scrolled."""
        style = self.style()
        room = self.width() - style.pixelMetric(style.PixelMetric.PM_ScrollBarExtent)
        for way in _WAYS:
            inside = QWidget(self)
            row = QHBoxLayout(inside)
            row.setSpacing(_BETWEEN)
            for groups in way:
                row.addLayout(self._column(groups))
            margins = self.contentsMargins() + row.contentsMargins()
            if row.sizeHint().width() + margins.left() + margins.right() <= room or way is _WAYS[-1]:
                break
            self._take_back(inside)
        # Made before anybody knew where they would stand: Tab goes down column by column.
        stops = [self.keys[name] for groups in way for group in groups for name in _names(group)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        return inside

    def _take_back(self, inside: QWidget) -> None:
        """Keep the lines of an arrangement that is too wide, and let go of the rest."""
        for widget in (*self._labels.values(), *self.keys.values()):
            widget.setParent(self)
        inside.hide()
        inside.deleteLater()

    def _column(self, groups: tuple[Group, ...]) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        line = 0
        for group in groups:
            title = QLabel(tr(group.value), self)
            font = title.font()
            font.setBold(True)
            title.setFont(font)
            grid.addWidget(title, line, 0)
            self._titles[group] = title
            for name in _names(group):
                line += 1
                grid.addWidget(self._labels[name], line, 0)
                grid.addWidget(self.keys[name], line, 1, Qt.AlignmentFlag.AlignRight)
            grid.setRowMinimumHeight(line + 1, 10)
            line += 2
        column = QVBoxLayout()
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _make_line(self, name: str) -> None:
        label = QLabel(KEYMAP[name].label, self)
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setSizePolicy(label.sizePolicy())
        button.clicked.connect(partial(self._ask_for_key, name))
        self._labels[name], self.keys[name] = label, button
        self._show_keys(name)

    def _show_keys(self, name: str) -> None:
        """Show what the action's keys are now; what the user changed is bold."""
        button = self.keys.get(name)
        if button is None:
            return
        text = ", ".join(key.toString(_NATIVE) for key in shortcuts(name))
        changed = user_keys().is_changed(name)
        button.setText((text or _NO_KEY).replace("&", "&&"))
        button.setAccessibleName(
            tr("Key of {label}: {keys}", label=KEYMAP[name].label, keys=text or tr("none"))
        )
        button.setToolTip(tr("{part}Click to choose another key.", part=tr("Changed. ") if changed else ""))
        font = QFont(self.font())
        font.setBold(changed)
        button.setFont(font)
        palette = self.palette()
        theme = theme_of(palette)
        palette.setColor(palette.ColorRole.ButtonText, theme.color("accent" if text else "muted"))
        button.setPalette(palette)
        self._enable_reset()

    def _enable_reset(self) -> None:
        if hasattr(self, "reset_button"):
            self.reset_button.setEnabled(any(user_keys().is_changed(name) for name in KEYMAP))

    def _on_searched(self, text: str) -> None:
        wanted = text.casefold().strip()
        shown: set[Group] = set()
        for name, label in self._labels.items():
            hit = wanted in label.text().casefold() or wanted == self.keys[name].text().casefold()
            label.setVisible(hit)
            self.keys[name].setVisible(hit)
            if hit:
                shown.add(KEYMAP[name].group)
        for group, title in self._titles.items():
            title.setVisible(group in shown)

    def _ask_for_key(self, name: str, _checked: bool = False) -> None:
        dialog = KeyChangeDialog(name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "reset_button"):
            for name in self.keys:
                self._show_keys(name)


class KeyChangeDialog(QDialog):
    """Waits for a key, and says at once when it is taken."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        binding = KEYMAP[name]
        self.setWindowTitle(tr("Choose a key"))
        label = QLabel(
            tr("Press the key for “{label}” ({group})", label=binding.label, group=tr(binding.group.value)),
            self,
        )
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(tr("New key of {label}", label=binding.label))
        self.problem = wrapped(parent=self)
        self.problem.setMinimumWidth(420)
        self.problem.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.use = QPushButton(tr("&Use this key"), self)
        self.none = QPushButton(tr("&No key"), self)
        self.usual = QPushButton(tr("Usual &keys"), self)
        cancel = QPushButton(tr("Cancel"), self)
        buttons = QHBoxLayout()
        for button in (self.none, self.usual):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (cancel, self.use):
            buttons.addWidget(button)
        for button in (self.use, self.none, self.usual, cancel):
            button.setAutoDefault(False)
        self.use.setEnabled(False)
        self.usual.setEnabled(user_keys().is_changed(name))
        self.usual.setToolTip(tr(" or ").join(QKeySequence(k).toString(_NATIVE) for k in binding.keys))
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACING)
        for widget in (label, self.edit, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.edit.keySequenceChanged.connect(self._on_key)
        self.use.clicked.connect(lambda: self._choose(self._pressed()))
        self.none.clicked.connect(lambda: self._choose([]))
        self.usual.clicked.connect(lambda: self._choose(list(binding.keys)))
        cancel.clicked.connect(self.reject)
        self.edit.setFocus()

    def _pressed(self) -> list[str]:
        key = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        return [key] if key else []

    def _on_key(self) -> None:
        keys = self._pressed()
        refusal = user_keys().refusal(keys[0], self._name) if keys else None
        self._show_problem(refusal)
        self.use.setEnabled(bool(keys) and refusal is None)

    def _choose(self, keys: list[str]) -> None:
        try:
            user_keys().choose(self._name, keys)
        except KeyRefusedError as error:
            self._show_problem(error)
            return
        self.accept()

    def _show_problem(self, error: KeyRefusedError | None) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, theme_of(palette).color("problem"))
        self.problem.setPalette(palette)
        self.problem.setText("" if error is None else error.shown())
