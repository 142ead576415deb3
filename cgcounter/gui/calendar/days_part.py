"""The days with what can be done about them, each by its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QVBoxLayout, QWidget

from cgcounter.gui.calendar.day_table import Column, DayRow, DayTable
from cgcounter.gui.calendar.words import sentences
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.row_table import RowTable
from cgcounter.gui.widgets.wrapping_row import WrappingRow

_WIDTHS: Final = {Column.DATE: 190, Column.KIND: 150, Column.REMARK: 210}
_REASON_SHARE: Final = 0.55


class DaysPart(QWidget):
    """Arrows point at a day, Enter changes it.

    Signals: add_wanted, save_wanted, undo_wanted, close_wanted. change_wanted, remove_wanted: the row that is pointed
    at. decide_wanted: the year of the day that is pointed at.
    """

    add_wanted = Signal()
    change_wanted = Signal(int)
    remove_wanted = Signal(int)
    decide_wanted = Signal(int)
    undo_wanted = Signal()
    save_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeBar()
        self._days = DayTable(self)
        self.table = RowTable(self._days, chips=Column.REMARK)
        self._about = QLabel()
        self._buttons = QWidget()
        self._row = WrappingRow(self._buttons)
        self._build()
        self._add_buttons()
        self.table.activated.connect(self._tell_change)
        self.table.selectionModel().currentRowChanged.connect(self._tell_about)
        self.setFocusProxy(self.table)
        self._fit()

    def show_days(self, rows: Sequence[DayRow], *, at: date) -> None:
        """List these, pointing at a date, else at the first after it, else at the last."""
        self._days.show_rows(rows)
        row = next((place for place, row in enumerate(rows) if row.day.date >= at), len(rows) - 1)
        self.table.selectRow(row)
        self._bring_into_view()
        self._tell_about()

    @property
    def pointed_at(self) -> DayRow | None:
        """The row that is marked, if there is one."""
        row = self.table.currentIndex().row()
        return self._days.rows[row] if 0 <= row < len(self._days.rows) else None

    @property
    def about(self) -> str:
        """What is said of the row that is pointed at."""
        return self._about.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The viewport, not the part: its width also changes when the scroll bar comes and goes.
        if event.type() == QEvent.Type.Resize:
            self._fit_columns()
            self._bring_into_view()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        title = QLabel(self.tr("Working calendar"))
        title.setProperty("textRole", "title")
        hint = QLabel(
            self.tr(
                "Monday to Friday are worked, Saturdays and Sundays are off; here stand the days that differ. "
                "Nothing counts before it is saved."
            )
        )
        hint.setProperty("textRole", "muted")
        hint.setWordWrap(True)
        self._about.setProperty("textRole", "warning")
        self._about.setWordWrap(True)
        self.table.setAccessibleName(self.tr("Days of the calendar"))
        self.table.setWhatsThis(
            self.tr("Days off, make-up working days and half days, with reason and document.")
        )
        self.table.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        for widget in (title, hint, self.notice):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._about)
        layout.addWidget(self._buttons)

    def _add_buttons(self) -> None:
        self._add("primary", self.tr("Save"), self.save_wanted.emit, "F9", "Ctrl+Return", "Ctrl+Enter")
        self._add("", self.tr("Add a day"), self.add_wanted.emit, "F2")
        self._add("", self.tr("Change"), self._tell_change, "F5")
        self._add("", self.tr("Remove"), self._tell_remove, "Ctrl+Del")
        self._add("", self.tr("Confirm its year"), self._tell_decide, "F7")
        self._add("", self.tr("Undo"), self.undo_wanted.emit, "Ctrl+Z")
        self._add("quiet", self.tr("Close"), self.close_wanted.emit, "Esc")

    def _add(self, kind: str, words: str, do: Callable[[], None], *keys: str) -> None:
        action, button = QAction(words, self), QPushButton(f"{words}  {keys[0]}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        button.setProperty("kind", kind)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        self._row.addWidget(button)

    def _bring_into_view(self) -> None:
        """With what stands around it: swaps and feasts lie side by side."""
        self.table.scrollTo(self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _fit(self) -> None:
        self._row.setSpacing(theme_in_use().px(8))
        self._about.setMinimumHeight(self._about.fontMetrics().height())  # the table stays where it is
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Reason and document share what the others leave."""
        header = self.table.horizontalHeader()
        widths = {
            column: max(theme_in_use().px(width), header.sectionSizeHint(column))
            for column, width in _WIDTHS.items()
        }
        free = self.table.viewport().width() - sum(widths.values())
        reason = round(free * _REASON_SHARE)
        for column, width in (widths | {Column.REASON: reason, Column.DOCUMENT: free - reason}).items():
            self.table.setColumnWidth(column, width)

    @Slot()
    def _tell_about(self) -> None:
        row = self.pointed_at
        self._about.setText(sentences(row.remarks) if row else "")

    @Slot()
    def _tell_change(self) -> None:
        if self.pointed_at is not None:
            self.change_wanted.emit(self.table.currentIndex().row())

    @Slot()
    def _tell_remove(self) -> None:
        if self.pointed_at is not None:
            self.remove_wanted.emit(self.table.currentIndex().row())

    @Slot()
    def _tell_decide(self) -> None:
        if self.pointed_at is not None:
            self.decide_wanted.emit(self.pointed_at.day.date.year)
