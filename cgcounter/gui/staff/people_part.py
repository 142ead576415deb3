"""The list of people with what can be done about them, each by its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cgcounter.domain.staff import StaffId
from cgcounter.gui.staff.people_table import Column, PeopleTable, PersonRow
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.row_table import RowTable
from cgcounter.gui.widgets.wrapping_row import WrappingRow

_STATE_WIDTH: Final = 150
_NAME_SHARE: Final = 0.4


class PeoplePart(QWidget):
    """Arrows point at somebody, Enter changes them.

    Signals: add_wanted. change_wanted, pin_wanted: the StaffId of who is pointed at. close_wanted.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    pin_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeBar()
        self._people = PeopleTable(self)
        self.table = RowTable(self._people, chips=Column.STATE)
        self._buttons = QWidget()
        self._row = WrappingRow(self._buttons)
        self._build()
        self._add_buttons()
        self.table.activated.connect(self._tell_change)
        self.setFocusProxy(self.table)
        self._fit()

    def show_people(self, rows: Sequence[PersonRow], *, at: StaffId | None) -> None:
        """List these, pointing at one of them; else at who was pointed at before, else at the first."""
        before = self._people.row_of(self._pointed_at())
        self._people.show_rows(rows)
        row = self._people.row_of(at)
        self.table.selectRow(row if row is not None else min(before or 0, len(rows) - 1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The viewport, not the part: its width also changes when the scroll bar comes and goes.
        if event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        title = QLabel(self.tr("The people of this office"))
        title.setProperty("textRole", "title")
        hint = QLabel(self.tr("Who leaves is not deleted, but may not sign in any more: Enter, then untick."))
        hint.setProperty("textRole", "muted")
        hint.setWordWrap(True)
        self.table.setAccessibleName(self.tr("People"))
        self.table.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        for widget in (title, hint, self.notice):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._buttons)

    def _add_buttons(self) -> None:
        self._add("primary", self.tr("Add a person"), self.add_wanted.emit, "F2")
        self._add("", self.tr("Change name and roles"), self._tell_change, "F5")
        self._add("", self.tr("Give a new PIN"), self._tell_pin, "F7")
        self._add("quiet", self.tr("Close"), self.close_wanted.emit, "Esc")

    def _add(self, kind: str, words: str, do: Callable[[], None], key: str) -> None:
        action, button = QAction(words, self), QPushButton(f"{words}  {key}")
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        button.setProperty("kind", kind)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        self._row.addWidget(button)

    def _pointed_at(self) -> StaffId | None:
        return self._people.person_at(self.table.currentIndex().row())

    def _fit(self) -> None:
        self._row.setSpacing(theme_in_use().px(8))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Share out what the column of states leaves."""
        least = self.table.horizontalHeader().sectionSizeHint(Column.STATE)
        state = max(theme_in_use().px(_STATE_WIDTH), least)
        free = self.table.viewport().width() - state
        name = round(free * _NAME_SHARE)
        for column, width in {Column.NAME: name, Column.ROLES: free - name, Column.STATE: state}.items():
            self.table.setColumnWidth(column, width)

    @Slot()
    def _tell_change(self) -> None:
        if self._pointed_at() is not None:
            self.change_wanted.emit(self._pointed_at())

    @Slot()
    def _tell_pin(self) -> None:
        if self._pointed_at() is not None:
            self.pin_wanted.emit(self._pointed_at())
