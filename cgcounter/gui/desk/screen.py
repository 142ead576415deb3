"""The frame of the working window; it knows where things stand, not what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cgcounter.gui.desk.search_strip import SearchStrip
from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.gui.widgets.notice_bar import NoticeBar

TASK_SHARE, LIST_SHARE = 52, 48


class DeskScreen(QWidget):
    """Search strip, notice, task pane beside the list, status line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self.notice, self.status = SearchStrip(), NoticeBar(), StatusLine()
        self._tasks = QStackedWidget()
        self._list: QWidget | None = None
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        panel = QFrame()
        panel.setProperty("panel", "true")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._tasks)
        self._split.addWidget(panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.strip)
        layout.addWidget(self.notice)
        layout.addWidget(self._split, 1)
        layout.addWidget(self.status)

    def place_list(self, widget: QWidget) -> None:
        """The list stands at the right."""
        self._list = widget
        self._split.addWidget(widget)
        self._split.setStretchFactor(0, TASK_SHARE)
        self._split.setStretchFactor(1, LIST_SHARE)
        self._split.setSizes([TASK_SHARE * 10, LIST_SHARE * 10])

    def place_task(self, widget: QWidget) -> None:
        """A task that the left pane can show."""
        self._tasks.addWidget(widget)

    def show_task(self, widget: QWidget, *, wide: bool = False) -> None:
        """Bring a task to the front; a wide one, such as a sheet of paper, has the list's room too."""
        self._tasks.setCurrentWidget(widget)
        if self._list is not None:
            self._list.setVisible(not wide)

    @property
    def task(self) -> QWidget | None:
        """The task in front."""
        return self._tasks.currentWidget()

    def add_task_action(self, text: str, *keys: str) -> QAction:
        """An action of the window with its keys, shown as a button in the strip."""
        action = self.add_quiet_action(text, *keys)
        self.strip.add_button(action)
        return action

    def add_quiet_action(self, text: str, *keys: str) -> QAction:
        """An action of the window that the palette and the help list, without a button."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.addAction(action)
        return action
