"""Leads through the first run, and writes the office down when all is known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import StaffMember
from cgcounter.gui.role_words import role_choices
from cgcounter.gui.set_up.answers import CounterAnswer, OfficeAnswer, RestoreAnswer, Start
from cgcounter.gui.set_up.checks import (
    backup_of,
    counter_of,
    office_of,
    wrong_with_backup,
    wrong_with_counter,
    wrong_with_office,
)
from cgcounter.gui.set_up.communes import communes_on
from cgcounter.gui.set_up.recovery import RecoveryPresenter
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.gui.staff.answers import PersonAnswer
from cgcounter.gui.staff.checks import wrong_with_person
from cgcounter.gui.tasks import TaskRunner
from cgcounter.gui.widgets.page import Complaint, Page
from cgcounter.services.messages import Messages
from cgcounter.services.ports import Clock
from cgcounter.services.print_form import Rendered
from cgcounter.services.set_up_office import NewPerson, SeedData, SetUpOffice


class SetUpParts(NamedTuple):
    """What the set-up works with. Making and printing the recovery sheet run off the GUI thread."""

    set_up: SetUpOffice
    seed: SeedData
    make_sheet: Callable[[Office, Counter], Rendered]
    print_sheet: Callable[[Rendered], None]
    runner: TaskRunner
    messages: Messages
    clock: Clock


class NewOffice(NamedTuple):
    """What was set up."""

    office: Office
    counter: Counter
    people: tuple[StaffMember, ...]
    sheet: Rendered | None


class SetUpPresenter(QObject):
    """Checks each page before the next is shown.

    Signals: demo_wanted. restore_wanted: the backup (a Path) and the recovery code. set_up_done: the NewOffice,
    its sheet put away.
    """

    demo_wanted = Signal()
    restore_wanted = Signal(Path, str)
    set_up_done = Signal(object)

    def __init__(self, screen: SetUpScreen, parts: SetUpParts) -> None:
        super().__init__(screen)
        self._screen = screen
        self._parts = parts
        self._office: OfficeAnswer | None = None
        self._counter: CounterAnswer | None = None
        self._done: NewOffice | None = None
        self._recovery = RecoveryPresenter(screen.sheet, parts.print_sheet, parts.runner, parts.messages)
        screen.answered.connect(self._take)
        screen.put_away.connect(self._finish)

    def open(self) -> None:
        """Ask how to begin."""
        today = self._parts.clock.now().date()
        self._screen.office.show_communes(communes_on(self._parts.seed.units, today))
        self._screen.person.show_roles(role_choices(self._parts.messages))
        self._screen.show_page(self._screen.welcome)

    def tell_restore_failed(self, error: CounterError) -> None:
        """The backup could not be restored; another may be tried."""
        self._screen.restore.show_problem(self._parts.messages.explain(error).sentence)

    @Slot(object)
    def _take(self, answer: object) -> None:
        match answer:
            case Start():
                self._begin(answer)
            case OfficeAnswer():
                self._take_office(answer)
            case CounterAnswer():
                self._take_counter(answer)
            case PersonAnswer():
                self._take_person(answer)
            case RestoreAnswer():
                self._take_backup(answer)

    def _begin(self, start: Start) -> None:
        if start is Start.DEMO:
            self.demo_wanted.emit()
        elif start is Start.OFFICE:
            self._screen.show_page(self._screen.office)
        else:
            self._screen.show_page(self._screen.restore)

    def _take_office(self, answer: OfficeAnswer) -> None:
        if self._is_right(self._screen.office, wrong_with_office(answer, self._parts.messages)):
            self._office = answer
            self._screen.show_page(self._screen.counter)

    def _take_counter(self, answer: CounterAnswer) -> None:
        if self._is_right(self._screen.counter, wrong_with_counter(answer, self._parts.messages)):
            self._counter = answer
            self._screen.show_page(self._screen.person)

    def _take_person(self, answer: PersonAnswer) -> None:
        page = self._screen.person
        if not self._is_right(page, wrong_with_person(answer, self._parts.messages)):
            return
        if self._office is None or self._counter is None:
            raise RuntimeError("office and counter are asked for first")
        office, counter = office_of(self._office, self._counter), counter_of(self._counter)
        person = NewPerson(answer.name, answer.roles, answer.pin)
        page.show_working(under_way=True)
        self._parts.runner.run(
            partial(self._parts.set_up, office, counter, (person,), self._parts.seed),
            owner=self,
            done=partial(self._go_to_sheet, office, counter),
            failed=self._tell_not_written,
        )

    def _take_backup(self, answer: RestoreAnswer) -> None:
        page = self._screen.restore
        if self._is_right(page, wrong_with_backup(answer)):
            page.show_working(under_way=True)
            self.restore_wanted.emit(backup_of(answer), answer.code.strip())

    def _is_right(self, page: Page, complaint: Complaint | None) -> bool:
        if complaint is not None:
            page.show_remark(complaint.field, complaint.words)
        return complaint is None

    def _tell_not_written(self, error: CounterError) -> None:
        self._screen.person.show_problem(self._parts.messages.explain(error).sentence)

    def _go_to_sheet(self, office: Office, counter: Counter, people: tuple[StaffMember, ...]) -> None:
        """The office is written down: from here there is no way back, only on."""
        self._done = NewOffice(office, counter, people, None)
        self._screen.show_page(self._screen.sheet)
        self._recovery.open(partial(self._parts.make_sheet, office, counter))

    @Slot()
    def _finish(self) -> None:
        if self._done is not None:
            self.set_up_done.emit(self._done._replace(sheet=self._recovery.sheet))
