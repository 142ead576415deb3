"""The screen of people: the list, and in its place the page on which one of them is changed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cgcounter.gui.staff.pages import ChangePage, NewPersonPage, NewPinPage
from cgcounter.gui.staff.people_part import PeoplePart
from cgcounter.gui.widgets.edit_page import EditPage


class StaffScreen(QStackedWidget):
    """Shows the list or a page; what comes of an answer is for others to say.

    Signals: answered: what the page in front asked for. closed: the list was left.
    """

    answered = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeoplePart()
        self.new_person, self.change, self.new_pin = NewPersonPage(), ChangePage(), NewPinPage()
        self.addWidget(self.people)
        self.people.close_wanted.connect(self.closed)
        for page in (self.new_person, self.change, self.new_pin):
            self.addWidget(page)
            page.answered.connect(self.answered)
            page.left.connect(self.show_people)
        self.show_people()

    @Slot()
    def show_people(self) -> None:
        """Back to the list."""
        self.setCurrentWidget(self.people)
        self.setFocusProxy(self.people)
        self.people.setFocus()

    def show_page(self, page: EditPage) -> None:
        """Bring a page to the front, ready for its first field."""
        self.people.notice.dismiss()
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.take_focus()
