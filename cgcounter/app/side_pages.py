"""The pages beside the desk: settings, people, PIN, unit, habits, cash. Each closes to the page it was opened over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cgcounter.domain.staff import Actor
from cgcounter.gui.main_window import MainWindow
from cgcounter.gui.stage import Stage
from cgcounter.services.cash_up import COUNTERS
from cgcounter.services.change_calendar import CALENDAR_KEEPERS
from cgcounter.services.manage_staff import KEEPERS

if TYPE_CHECKING:
    from cgcounter.gui.equipment.parts import EquipmentParts

# The pages are imported when they are first asked for: nobody waits for them at the start.


class SidePages(QObject):
    """Makes a page when it is asked for and lets go of it when it is closed, or when nobody is signed in any more.

    Signals: ``settings_kept`` carries the Settings that count from now on.
    """

    settings_kept = Signal(object)

    def __init__(
        self, window: MainWindow, desk: QWidget, stage: Stage, equipment: Callable[[], EquipmentParts]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._equipment = equipment
        self._pages = [desk]
        window.settings_action.triggered.connect(self._open_settings)
        window.staff_action.triggered.connect(self._open_staff)
        window.pin_action.triggered.connect(self._open_own_pin)
        window.counter_action.triggered.connect(self._open_counter_unit)
        window.habits_action.triggered.connect(self._open_habits)
        window.cash_action.triggered.connect(self._open_cash_up)
        window.tables_action.triggered.connect(self._open_tables)
        window.calendar_action.triggered.connect(self._open_calendar)
        stage.session.actor_changed.connect(self._follow)

    @Slot()
    def _open_settings(self) -> None:
        from cgcounter.gui.settings.presenter import SettingsPresenter
        from cgcounter.gui.settings.screen import SettingsScreen

        if self._is_opened(SettingsScreen):
            return
        parts = self._equipment()
        screen = SettingsScreen(parts.key_clock)
        presenter = SettingsPresenter(screen, parts)
        presenter.kept.connect(self.settings_kept)
        presenter.closed.connect(partial(self._close, screen))
        screen.form.staff_wanted.connect(self._window.staff_action.trigger)
        screen.form.pin_wanted.connect(self._window.pin_action.trigger)
        screen.form.counter_wanted.connect(self._window.counter_action.trigger)
        screen.form.habits_wanted.connect(self._window.habits_action.trigger)
        screen.form.tables_wanted.connect(self._window.tables_action.trigger)
        screen.form.calendar_wanted.connect(self._window.calendar_action.trigger)
        screen.form.show_ways(
            keeper=self._window.staff_action.isEnabled(), calendar=self._window.calendar_action.isEnabled()
        )
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_staff(self) -> None:
        from cgcounter.gui.staff.presenter import StaffPresenter
        from cgcounter.gui.staff.screen import StaffScreen

        if self._is_opened(StaffScreen):
            return
        screen = StaffScreen()
        presenter = StaffPresenter(screen, self._stage)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_own_pin(self) -> None:
        from cgcounter.gui.own_pin.presenter import OwnPinPresenter
        from cgcounter.gui.own_pin.screen import OwnPinScreen

        if self._is_opened(OwnPinScreen):
            return
        screen = OwnPinScreen()
        presenter = OwnPinPresenter(screen, self._stage)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_counter_unit(self) -> None:
        from cgcounter.gui.counter_unit.presenter import CounterUnitPresenter
        from cgcounter.gui.counter_unit.screen import CounterUnitScreen

        if self._is_opened(CounterUnitScreen):
            return
        screen = CounterUnitScreen()
        presenter = CounterUnitPresenter(screen, self._stage)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_habits(self) -> None:
        from cgcounter.gui.office_habits.presenter import HabitsPresenter
        from cgcounter.gui.office_habits.screen import HabitsScreen

        if self._is_opened(HabitsScreen):
            return
        screen = HabitsScreen()
        presenter = HabitsPresenter(screen, self._stage)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_cash_up(self) -> None:
        from cgcounter.gui.cash_up.presenter import CashUpPresenter
        from cgcounter.gui.cash_up.screen import CashUpScreen

        if self._is_opened(CashUpScreen):
            return
        screen = CashUpScreen()
        presenter = CashUpPresenter(screen, self._stage)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_tables(self) -> None:
        from cgcounter.app.reference_files import read_table_file
        from cgcounter.gui.table_import.presenter import TableImportPresenter
        from cgcounter.gui.table_import.screen import TableImportScreen

        if self._is_opened(TableImportScreen):
            return
        screen = TableImportScreen()
        presenter = TableImportPresenter(screen, self._stage, read_table_file)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    @Slot()
    def _open_calendar(self) -> None:
        from cgcounter.gui.calendar.presenter import CalendarPresenter
        from cgcounter.gui.calendar.screen import CalendarScreen

        if self._is_opened(CalendarScreen):
            return
        screen = CalendarScreen()
        presenter = CalendarPresenter(screen, self._stage)
        presenter.closed.connect(partial(self._close, screen))
        self._show(screen)
        presenter.open()

    def _is_opened(self, kind: type[QWidget]) -> bool:
        """True when there is such a page; it is in front then."""
        page = next((page for page in self._pages if isinstance(page, kind)), None)
        if page is not None:
            self._pages.remove(page)
            self._show(page)
        return page is not None

    def _show(self, page: QWidget) -> None:
        self._pages.append(page)
        self._window.show_page(page)

    def _close(self, page: QWidget) -> None:
        self._pages.remove(page)
        if self._window.page is page:
            self._window.show_page(self._pages[-1])
        self._window.drop_page(page)

    @Slot(object)
    def _follow(self, actor: Actor | None) -> None:
        """What somebody left open is not for the next one."""
        self._window.settings_action.setEnabled(actor is not None)
        self._window.pin_action.setEnabled(actor is not None)
        self._window.cash_action.setEnabled(actor is not None and actor.may(COUNTERS))
        window = self._window
        window.calendar_action.setEnabled(actor is not None and actor.may(CALENDAR_KEEPERS))
        for action in (
            window.staff_action,
            window.counter_action,
            window.habits_action,
            window.tables_action,
        ):
            action.setEnabled(actor is not None and actor.may(KEEPERS))
        if actor is None:
            for page in self._pages[1:]:
                self._close(page)
