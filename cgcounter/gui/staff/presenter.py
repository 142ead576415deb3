"""Shows who is in the list, and does what its pages ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor, StaffId, StaffMember
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.role_words import role_choices, roles_in_words
from cgcounter.gui.staff.answers import ChangeAnswer, NewPinAnswer, PersonAnswer
from cgcounter.gui.staff.checks import tell_refused, wrong_with_change, wrong_with_person, wrong_with_pin
from cgcounter.gui.staff.people_table import PersonRow
from cgcounter.gui.staff.screen import StaffScreen
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.edit_page import EditPage
from cgcounter.gui.widgets.page import Complaint
from cgcounter.services.manage_staff import KEEPERS
from cgcounter.services.set_up_office import NewPerson

People = tuple[StaffMember, ...]


class StaffPresenter(QObject):
    """One act at a time; whoever it concerns hears of it.

    Signals: closed: the screen is to go, as its keeper wishes or because they keep the list no more.
    """

    closed = Signal()

    def __init__(self, screen: StaffScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._staff: People = ()
        self._meant: StaffMember | None = None
        screen.closed.connect(self.closed)
        screen.answered.connect(self._take)
        screen.people.add_wanted.connect(self._begin_adding)
        screen.people.change_wanted.connect(self._begin_changing)
        screen.people.pin_wanted.connect(self._begin_giving_pin)
        stage.changes.changed.connect(self._follow)
        stage.session.actor_changed.connect(self._greet)

    def open(self) -> None:
        """Read the list."""
        self._stage.runner.run(
            partial(self._stage.cases.manage_staff.people, self._stage.session.actor),
            owner=self,
            done=self._show,
            failed=self._tell,
        )

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.concerns(Topic.STAFF, self):
            self.open()

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        """Who gave the role away has no business here any more."""
        if actor is not None and not actor.may(KEEPERS):
            self.closed.emit()

    def _show(self, staff: People, *, at: StaffId | None = None) -> None:
        """Those who work here first, each group in the order of the list."""
        self._staff = staff
        rows = [
            PersonRow(each.id, each.name, roles_in_words(each.roles, self._stage.messages), each.active)
            for each in sorted(staff, key=lambda member: not member.active)
        ]
        self._screen.people.show_people(rows, at=at)

    def _tell(self, error: CounterError) -> None:
        self._screen.people.notice.say(Tone.ALARM, self._stage.messages.explain(error).sentence)

    @Slot()
    def _begin_adding(self) -> None:
        self._screen.new_person.ask_for(role_choices(self._stage.messages))
        self._screen.show_page(self._screen.new_person)

    @Slot(object)
    def _begin_changing(self, person: StaffId) -> None:
        self._meant = self._member(person)
        self._screen.change.ask_about(self._meant, role_choices(self._stage.messages))
        self._screen.show_page(self._screen.change)

    @Slot(object)
    def _begin_giving_pin(self, person: StaffId) -> None:
        self._meant = self._member(person)
        self._screen.new_pin.ask_for(self._meant)
        self._screen.show_page(self._screen.new_pin)

    def _member(self, person: StaffId) -> StaffMember:
        return next(member for member in self._staff if member.id == person)

    @Slot(object)
    def _take(self, answer: object) -> None:
        match answer:
            case PersonAnswer():
                self._add(answer)
            case ChangeAnswer():
                self._change(answer)
            case NewPinAnswer():
                self._give_pin(answer)

    def _add(self, answer: PersonAnswer) -> None:
        person = NewPerson(answer.name, answer.roles, answer.pin)
        self._do(
            self._screen.new_person,
            wrong_with_person(answer, self._stage.messages),
            lambda actor: self._stage.cases.manage_staff.add(actor, person),
            lambda staff: self._finish(staff, staff[-1].id, self.tr("{name} can sign in now.")),
        )

    def _change(self, answer: ChangeAnswer) -> None:
        if self._meant is None:
            raise RuntimeError("a page is shown about somebody")
        member = msgspec.structs.replace(
            self._meant, name=answer.name, roles=answer.roles, active=answer.active
        )
        self._do(
            self._screen.change,
            wrong_with_change(answer),
            lambda actor: self._stage.cases.manage_staff.change(actor, member),
            lambda staff: self._finish(staff, member.id, self.tr("{name} is changed.")),
        )

    def _give_pin(self, answer: NewPinAnswer) -> None:
        if self._meant is None:
            raise RuntimeError("a page is shown about somebody")
        person = self._meant.id
        self._do(
            self._screen.new_pin,
            wrong_with_pin(answer, self._stage.messages),
            lambda actor: self._stage.cases.manage_staff.reset_pin(actor, person, answer.pin),
            lambda staff: self._finish(staff, person, self.tr("{name} has a new PIN.")),
        )

    def _do(
        self,
        page: EditPage,
        complaint: Complaint | None,
        act: Callable[[Actor], People],
        done: Callable[[People], None],
    ) -> None:
        if complaint is not None:
            page.show_remark(*complaint)
            return
        page.show_working(under_way=True)
        # A PIN is hashed slowly on purpose, and nobody at the counter may wait for that.
        self._stage.runner.run(
            partial(act, self._stage.session.actor),
            owner=self,
            done=done,
            failed=partial(self._refuse, page),
            lane=Lane.BACKGROUND,
        )

    def _refuse(self, page: EditPage, error: CounterError) -> None:
        tell_refused(page, error, self._stage.messages)

    def _finish(self, staff: People, person: StaffId, words: str) -> None:
        self._show(staff, at=person)
        self._screen.show_people()
        self._screen.people.notice.say(Tone.FINE, words.format(name=self._member(person).name))
        self._stage.changes.announce(Topic.STAFF, initiator=self)
