"""The help beside the work: a word on the focused field, and the keys that count here and now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.command_list import CommandList
from cgcounter.gui.widgets.commands import Command
from cgcounter.gui.widgets.pane_keys import ActionButton, PaneKeys

_WIDTH: Final = 440
_EDGE: Final = 8


class HelpPane(QFrame):
    """Stands at the right edge of its window; the work under it goes on.

    Signals: field_entered: the QWidget that got the focus while the help stands there.
    """

    field_entered = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._field, self._words = QLabel(), QLabel()
        self._keys = CommandList()
        self._close = PaneKeys(self).add(self.tr("Close"), self.leave, "Esc")
        self._build()
        self.setFocusProxy(self._keys)
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.hide()

    def open(self) -> None:
        """Come up beside the work, ready to be read with the arrow keys."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._keys.setFocus(Qt.FocusReason.PopupFocusReason)  # what is half typed stays so

    def show_field(self, name: str, words: str) -> None:
        """The help of one field; both empty where there is none."""
        self._field.setText(name)
        self._words.setText(words)
        self._field.setVisible(bool(words and name))
        self._words.setVisible(bool(words))

    def show_keys(self, commands: Sequence[Command]) -> None:
        """The commands that have keys."""
        self._keys.show_commands(commands)

    @Slot()
    def leave(self) -> None:
        """Go, and give the focus back to the field it came from."""
        before, focus = self._before, QApplication.focusWidget()
        # Before it hides: Qt would hand the focus on as Tab does, and mark all that stands in the field.
        if focus is not None and self.isAncestorOf(focus) and before is not None and Shiboken.isValid(before):
            before.setFocus()
        self.hide()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _build(self) -> None:
        self.setProperty("panel", "true")
        self.setProperty("popup", "true")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Help"))
        title = QLabel(self.tr("Keys and help"))
        for label, role in ((title, "muted"), (self._field, "name"), (self._words, "")):
            label.setProperty("textRole", role)
            label.setWordWrap(True)
        self._keys.setAccessibleName(self.tr("Keys"))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(ActionButton(self._close))
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self._field)
        self._rows.addWidget(self._words)
        self._rows.addWidget(self._keys, 1)

    def _place(self) -> None:
        edge = theme_in_use().px(12)
        self._rows.setContentsMargins(edge, edge, edge, edge)
        width = min(theme_in_use().px(_WIDTH), self._window.width() - 2 * _EDGE)
        self.setGeometry(
            self._window.width() - width - _EDGE, _EDGE, width, self._window.height() - 2 * _EDGE
        )

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The help of the field speaks of the one that is being filled in."""
        if new is not None and self.isVisible() and not self.isAncestorOf(new):
            self._before = new
            self.field_entered.emit(new)
