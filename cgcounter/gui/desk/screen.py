"""The frame of the working window; it knows where things stand, not what they do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cgcounter.gui.desk.search_strip import SearchStrip
from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.gui.widgets.notice_bar import NoticeBar

TASK_SHARE, LIST_SHARE = 52, 48


class DeskScreen(QWidget):
    """Search strip, task pane beside the list, status line; a notice lies over the foot of the list.

    Signals: ``intake_wanted``, ``return_wanted``, ``log_wanted``, ``books_wanted``: a task. ``waiting_wanted``,
    ``work_wanted``: a list. ``last_receipt_wanted``, ``recovery_sheet_wanted``: print it again. ``lock_wanted``:
    another person takes the counter, or nobody. ``back_wanted``: one level back.
    """

    intake_wanted = Signal()
    return_wanted = Signal()
    log_wanted = Signal()
    books_wanted = Signal()
    waiting_wanted = Signal()
    work_wanted = Signal()
    last_receipt_wanted = Signal()
    recovery_sheet_wanted = Signal()
    lock_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self.status = SearchStrip(), StatusLine()
        self._tasks = QStackedWidget()
        self._beside: QWidget | None = None
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        # No part of the layout: what it says must not move the fields under who is typing.
        self.notice = NoticeBar(self)
        self.notice.installEventFilter(self)
        self._split.splitterMoved.connect(self._place_notice)
        self._add_actions()

    def _build(self) -> None:
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
        layout.addWidget(self._split, 1)
        layout.addWidget(self.status)

    def _add_actions(self) -> None:
        for text, wish, key in (
            (self.tr("Receive"), self.intake_wanted, "F2"),
            (self.tr("Return"), self.return_wanted, "F4"),
            (self.tr("Daily log"), self.log_wanted, "F6"),
        ):
            self.strip.add_button(self._add(text, wish, key))
        self._add(self.tr("Register, hand-over slips, public list"), self.books_wanted, "Ctrl+F6")
        self._add(self.tr("Results waiting to be fetched"), self.waiting_wanted, "Alt+6")
        self._add(self.tr("Work of my unit"), self.work_wanted, "Alt+7")
        self._add(self.tr("Search"), self.strip.take_focus, "F3", "Ctrl+F")
        self._add(self.tr("Reprint the last receipt"), self.last_receipt_wanted, "Ctrl+F8")
        self.sheet_action = self._add(self.tr("Print the recovery sheet"), self.recovery_sheet_wanted)
        self._add(self.tr("Lock, or change the clerk"), self.lock_wanted, "Ctrl+L")
        self._add(self.tr("One level back"), self.back_wanted, "Esc")

    def _add(self, text: str, wish: SignalInstance | object, *keys: str) -> QAction:
        """An action of the window; palette and help list it."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(False)
        action.triggered.connect(wish)
        self.addAction(action)
        return action

    def place_list(self, widget: QWidget) -> None:
        """The list stands at the right."""
        self._beside = widget
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
        if self._beside is not None:
            self._beside.setVisible(not wide)
        self._place_notice()

    @property
    def task(self) -> QWidget | None:
        """The task in front."""
        return self._tasks.currentWidget()

    @property
    def is_task_focused(self) -> bool:
        """Whether the clerk is in the task, and not in the search field or the list."""
        focus = QApplication.focusWidget()
        return focus is not None and self._tasks.isAncestorOf(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.LayoutRequest):
            self._place_notice()
        return False

    @Slot()
    def _place_notice(self) -> None:
        """Over the foot of the list; of the task where that has the list's room."""
        ground = self._split if self._beside is None or self._beside.isHidden() else self._beside
        area = QRect(ground.mapTo(self, QPoint(0, 0)), ground.size())
        height = max(self.notice.heightForWidth(area.width()), self.notice.sizeHint().height())
        self.notice.setGeometry(area.x(), area.bottom() - height, area.width(), height)
        self.notice.raise_()
