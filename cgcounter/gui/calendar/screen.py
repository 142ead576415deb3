"""The screen of the calendar: its days, and in their place the page on which something is asked."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cgcounter.gui.calendar.days_part import DaysPart
from cgcounter.gui.calendar.pages import ChangesPage, DayPage, DecidePage
from cgcounter.gui.widgets.page import Page


class CalendarScreen(QStackedWidget):
    """Shows the days or a page; what comes of an answer is for others to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = DaysPart()
        self.day, self.decide, self.changes = DayPage(), DecidePage(), ChangesPage()
        for part in (self.days, self.day, self.decide, self.changes):
            self.addWidget(part)
        for page in (self.day, self.decide):
            page.left.connect(self.show_days)
        self.changes.back_wanted.connect(self.show_days)
        self.show_days()

    @Slot()
    def show_days(self) -> None:
        """Back to the days."""
        self.setCurrentWidget(self.days)
        self.setFocusProxy(self.days)
        self.days.setFocus()

    def show_page(self, page: Page) -> None:
        """Bring a page to the front, ready for its first field."""
        self.days.notice.dismiss()
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.take_focus()
