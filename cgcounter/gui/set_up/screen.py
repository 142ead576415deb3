"""The window of the first run: one page after the other."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cgcounter.gui.set_up.end_pages import RestorePage, SheetPage, WelcomePage
from cgcounter.gui.set_up.office_pages import CounterPage, OfficePage
from cgcounter.gui.set_up.person_page import PersonPage
from cgcounter.gui.widgets.page import Page


class SetUpScreen(QStackedWidget):
    """Shows a page and says what was answered; which comes next is for others to say.

    Signals: answered: a Start or one of the answers. put_away: the recovery sheet is in the safe.
    """

    answered = Signal(object)
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.welcome, self.restore = WelcomePage(), RestorePage()
        self.office, self.counter, self.person = OfficePage(), CounterPage(), PersonPage()
        self.sheet = SheetPage()
        for page in (self.welcome, self.office, self.counter, self.person, self.restore):
            self.addWidget(page)
            page.answered.connect(self.answered)
            page.back_wanted.connect(self._go_back)
        self.addWidget(self.sheet)
        self.sheet.answered.connect(self.put_away)

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("only pages are shown here")
        return page

    def show_page(self, page: Page) -> None:
        """Bring a page to the front, ready for its first field."""
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.take_focus()

    @Slot()
    def _go_back(self) -> None:
        before = {self.counter: self.office, self.person: self.counter}
        self.show_page(before.get(self.page, self.welcome))
