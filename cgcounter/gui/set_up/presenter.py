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
from cgcounter.gui.equipment.pages import serve
from cgcounter.gui.equipment.parts import EquipmentParts
from cgcounter.gui.role_words import role_choices
from cgcounter.gui.set_up.answers import CounterAnswer, Language, OfficeAnswer, RestoreAnswer, Start
from cgcounter.gui.set_up.catalogue import CataloguePresenter, ReadCatalogue
from cgcounter.gui.set_up.checks import (
    backup_of,
    place_of,
    wrong_with_backup,
    wrong_with_counter,
    wrong_with_office,
)
from cgcounter.gui.set_up.communes import communes_on
from cgcounter.gui.set_up.recovery import RecoveryPresenter
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.gui.staff.answers import PersonAnswer
from cgcounter.gui.staff.checks import wrong_with_person
from cgcounter.gui.widgets.page import Complaint, Page
from cgcounter.services.ports import Clock
from cgcounter.services.print_form import Rendered
from cgcounter.services.set_up_office import NewPerson, SeedData, SetUpOffice


class SetUpParts(NamedTuple):
    """What the set-up works with. Sheet and catalogue are made, printed and read off the GUI thread."""

    set_up: SetUpOffice
    seed: SeedData
    make_sheet: Callable[[Office, Counter], Rendered]
    print_sheet: Callable[[Rendered], None]
    read_catalogue: ReadCatalogue
    equipment: EquipmentParts
    clock: Clock


class NewOffice(NamedTuple):
    """What was set up."""

    office: Office
    counter: Counter
    people: tuple[StaffMember, ...]
    sheet: Rendered | None


class SetUpPresenter(QObject):
    """Checks each page before the next is shown; nothing is written into the data file before the last is answered.

    Signals: language_wanted: another Language than the window speaks. demo_wanted. restore_wanted: the backup (a
    Path) and the recovery code. settings_kept: the Settings that count from now on. set_up_done: the NewOffice, its
    sheet put away.
    """

    language_wanted = Signal(str)
    demo_wanted = Signal()
    restore_wanted = Signal(Path, str)
    settings_kept = Signal(object)
    set_up_done = Signal(object)

    def __init__(self, screen: SetUpScreen, parts: SetUpParts) -> None:
        super().__init__(screen)
        self._screen = screen
        self._parts = parts
        self._runner, self._messages = parts.equipment.runner, parts.equipment.messages
        self._office: OfficeAnswer | None = None
        self._counter: CounterAnswer | None = None
        self._person: PersonAnswer | None = None
        self._done: NewOffice | None = None
        self._recovery = RecoveryPresenter(screen.sheet, parts.print_sheet, self._runner, self._messages)
        self._catalogue = CataloguePresenter(
            screen.catalogue, parts.seed, parts.read_catalogue, self._runner, self._messages
        )
        self._equipment = serve(screen.equipment, parts.equipment)
        self._connect()

    def _connect(self) -> None:
        screen = self._screen
        screen.answered.connect(self._take)
        screen.put_away.connect(self._finish)
        for presenter in self._equipment:
            presenter.kept.connect(self.settings_kept)
            presenter.kept.connect(screen.go_on)
        for page in screen.equipment:
            page.skip_wanted.connect(screen.go_on)
        self._catalogue.chosen.connect(self._write)

    def open(self, *, language_is_chosen: bool = False) -> None:
        """Ask for the language, or, once the window speaks it, how to begin."""
        screen = self._screen
        screen.office.show_communes(communes_on(self._parts.seed.units, self._parts.clock.now().date()))
        screen.person.show_roles(role_choices(self._messages))
        screen.language.show_choice(self._language)
        for presenter in self._equipment:
            presenter.open()
        screen.show_page(screen.welcome if language_is_chosen else screen.language)

    @property
    def _language(self) -> Language:
        return Language(self._parts.equipment.current().language)

    def tell_restore_failed(self, error: CounterError) -> None:
        """The backup could not be restored; another may be tried."""
        self._screen.restore.show_problem(self._messages.explain(error).sentence)

    @Slot(object)
    def _take(self, answer: object) -> None:
        match answer:
            case Language():
                self._speak(answer)
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

    def _speak(self, language: Language) -> None:
        if language is self._language:
            self._screen.show_page(self._screen.welcome)
        else:
            self.language_wanted.emit(language)

    def _begin(self, start: Start) -> None:
        if start is Start.DEMO:
            self.demo_wanted.emit()
        elif start is Start.OFFICE:
            self._screen.show_page(self._screen.office)
        else:
            self._screen.show_page(self._screen.restore)

    def _take_office(self, answer: OfficeAnswer) -> None:
        if self._is_right(self._screen.office, wrong_with_office(answer, self._messages)):
            self._office = answer
            today = self._parts.clock.now().date()
            units = self._parts.seed.units.with_counters_at(answer.unit_key, today)
            self._screen.counter.offer(answer.commune, units)
            self._screen.go_on()

    def _take_counter(self, answer: CounterAnswer) -> None:
        if self._is_right(self._screen.counter, wrong_with_counter(answer, self._messages)):
            self._counter = answer
            self._screen.go_on()

    def _take_person(self, answer: PersonAnswer) -> None:
        if self._is_right(self._screen.person, wrong_with_person(answer, self._messages)):
            self._person = answer
            self._screen.go_on()

    def _take_backup(self, answer: RestoreAnswer) -> None:
        page = self._screen.restore
        if self._is_right(page, wrong_with_backup(answer)):
            page.show_working(under_way=True)
            self.restore_wanted.emit(backup_of(answer), answer.code.strip())

    def _is_right(self, page: Page, complaint: Complaint | None) -> bool:
        if complaint is not None:
            page.show_remark(complaint.field, complaint.words)
        return complaint is None

    @Slot(object)
    def _write(self, seed: SeedData) -> None:
        """Everything is known: the office is written down."""
        if self._office is None or self._counter is None or self._person is None:
            raise RuntimeError("office, counter and person are asked for first")
        office, counter = place_of(self._office, self._counter)
        person = NewPerson(self._person.name, self._person.roles, self._person.pin)
        self._screen.catalogue.show_working(under_way=True)
        self._runner.run(
            partial(self._parts.set_up, office, counter, (person,), seed),
            owner=self,
            done=partial(self._go_to_sheet, office, counter),
            failed=self._tell_not_written,
        )

    def _tell_not_written(self, error: CounterError) -> None:
        self._screen.catalogue.show_problem(self._messages.explain(error).sentence)

    def _go_to_sheet(self, office: Office, counter: Counter, people: tuple[StaffMember, ...]) -> None:
        """The office is written down: from here there is no way back, only on."""
        self._done = NewOffice(office, counter, people, None)
        self._person = None  # the PIN is hashed now and of no more use
        self._screen.catalogue.show_working(under_way=False)
        self._screen.go_on()
        self._recovery.open(partial(self._parts.make_sheet, office, counter))

    @Slot()
    def _finish(self) -> None:
        if self._done is not None:
            self.set_up_done.emit(self._done._replace(sheet=self._recovery.sheet))
