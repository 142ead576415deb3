"""The palette on screen: a line to type into, and the commands that match it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from cgcounter.gui.palette.search_line import SearchLine
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.command_list import CommandList
from cgcounter.gui.widgets.commands import Command

_WIDTH: Final = 620
_TOP: Final = 64
_EDGE: Final = 10


class Palette(QFrame):
    """Lies over its window without stopping it; what had the focus gets it back.

    Signals: query_changed: what is typed, also what an input method is still composing. run_wanted: the Command.
    """

    query_changed = Signal(str)
    run_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._line = SearchLine()
        self._list = CommandList()
        self._build()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Come up empty over the window."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._line.clear()
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)  # what is half typed stays so

    def show_commands(self, commands: Sequence[Command]) -> None:
        """List these, the first one marked."""
        self._list.show_commands(commands)
        self._place()

    @Slot()
    def leave(self) -> None:
        """Go, and give the focus back."""
        before, self._before = self._before, None
        # Before it hides: Qt would hand the focus on as Tab does, and mark all that stands in the field.
        if before is not None and Shiboken.isValid(before):
            before.setFocus()
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _build(self) -> None:
        self.setProperty("panel", "true")
        self.setProperty("popup", "true")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Commands"))
        self._line.setPlaceholderText(self.tr("What shall be done? A few letters are enough."))
        self._line.setAccessibleName(self.tr("Find a command"))
        self._list.setAccessibleName(self.tr("Commands found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        rows.addWidget(self._line)
        rows.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._line.typed.connect(self.query_changed)
        self._line.stepped.connect(self._list.step)
        self._line.entered.connect(self._run_current)
        self._line.left.connect(self.leave)
        self._list.clicked_command.connect(self._run)
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _place(self) -> None:
        """In the upper middle of the window, no larger than its commands and never larger than the window."""
        px, window = theme_in_use().px, self._window.size()
        width = min(px(_WIDTH), window.width() - 2 * _EDGE)
        top = min(px(_TOP), window.height() // 8)
        wanted = self._line.sizeHint().height() + self._list.wanted_height() + 4 * _EDGE
        height = min(wanted, window.height() - top - _EDGE)
        self.setGeometry((window.width() - width) // 2, top, width, height)

    @Slot()
    def _run_current(self) -> None:
        self._run(self._list.command)

    @Slot(object)
    def _run(self, command: Command | None) -> None:
        if command is not None and command.enabled:
            self.leave()
            self.run_wanted.emit(command)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes on elsewhere in the window has no use for the palette any more."""
        if new is not None and self.isVisible() and not self.isAncestorOf(new):
            self._before = None
            self.hide()
