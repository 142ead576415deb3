"""The window of the first run: one page after the other."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cgcounter.gui.equipment.pages import EquipmentPages
from cgcounter.gui.equipment.scan_line import KeyClock
from cgcounter.gui.scanner import event_time
from cgcounter.gui.set_up.catalogue_page import CataloguePage
from cgcounter.gui.set_up.choice_pages import LanguagePage, WelcomePage
from cgcounter.gui.set_up.end_pages import RestorePage, SheetPage
from cgcounter.gui.set_up.office_pages import CounterPage, OfficePage
from cgcounter.gui.set_up.person_page import PersonPage
from cgcounter.gui.widgets.page import Page


class SetUpScreen(QStackedWidget):
    """Shows a page and says what was answered; which comes next is for others to say.

    Signals: answered: what a page of the set-up asked for. put_away: the recovery sheet is in the safe. The pages of
    printers, scanner, backups and catalogue tell their own presenters.
    """

    answered = Signal(object)
    put_away = Signal()

    def __init__(self, clock: KeyClock = event_time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.welcome, self.restore = LanguagePage(), WelcomePage(), RestorePage()
        self.office, self.counter, self.person = OfficePage(), CounterPage(), PersonPage()
        self.equipment = EquipmentPages.made(clock)
        self.catalogue, self.sheet = CataloguePage(), SheetPage()
        ours: tuple[Page, ...] = (self.office, self.counter, self.person)
        self._steps: tuple[Page, ...] = (*ours, *self.equipment, self.catalogue, self.sheet)
        for page in (self.language, self.welcome, self.restore, *ours):
            page.answered.connect(self.answered)
        self.sheet.answered.connect(self.put_away)
        self._add_pages()

    def _add_pages(self) -> None:
        for optional in (*self.equipment, self.catalogue):
            optional.skip.show()
        for step, page in enumerate(self._steps, 1):
            page.number(step, len(self._steps))
        for page in (self.language, self.welcome, self.restore, *self._steps):
            self.addWidget(page)
            page.back_wanted.connect(self._go_back)

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("only pages are shown here")
        return page

    def take_scan(self, payload: str) -> bool:
        """Hand a scan to the page in front; False: it means nothing there."""
        return self.page.take_scan(payload)

    def show_page(self, page: Page) -> None:
        """Bring a page to the front, ready for its first field."""
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.take_focus()

    @Slot()
    def go_on(self) -> None:
        """Show the page after the one in front."""
        self.show_page(self._steps[self._steps.index(self.page) + 1])

    @Slot()
    def _go_back(self) -> None:
        if self.page in self._steps[1:]:
            self.show_page(self._steps[self._steps.index(self.page) - 1])
        else:
            self.show_page(self.language if self.page is self.welcome else self.welcome)
