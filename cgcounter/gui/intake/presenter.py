"""Turns the wishes of the intake pane into use cases, and their results into what the pane shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import CounterError
from cgcounter.domain.forms import FormKey
from cgcounter.domain.money import format_dong
from cgcounter.domain.offices import Habits
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import LEADERS, Actor, StaffId
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.intake.address_search import AddressSearch
from cgcounter.gui.intake.drafts import DraftKeeping
from cgcounter.gui.intake.papers_offering import PapersOffering
from cgcounter.gui.intake.procedure_search import ProcedureSearch
from cgcounter.gui.intake.scanned_cards import ScannedCards
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.papers import Paper
from cgcounter.gui.stage import Stage
from cgcounter.gui.widgets.pick_list import Choice
from cgcounter.services.find_dossiers import Found
from cgcounter.services.intake import Intake, Overruling, ProcedureNotInForceError, Terms
from cgcounter.services.manage_staff import PersonNotFoundError
from cgcounter.services.receive_dossier import CodeNotMarkedError
from cgcounter.services.second_person import SecondPerson
from cgcounter.services.use_cases import UseCases


class IntakePresenter(QObject):
    """Serves the intake pane.

    Signals: ``print_wanted`` carries the id of a dossier whose receipt is to be printed; ``saved`` the Dossier that
    was just written down; ``paper_wanted`` the Paper of another form.
    """

    print_wanted = Signal(object)
    paper_wanted = Signal(object)
    saved = Signal(object)

    def __init__(self, screen: IntakeScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._procedures = ProcedureSearch(screen.procedure, stage)
        self._drafts = DraftKeeping(screen, stage, self._procedures.find)
        self._cards = ScannedCards(screen, stage)
        self._papers = PapersOffering(screen, stage)
        self._addresses = AddressSearch(screen.person, stage)
        self._habits = Habits()
        screen.terms_wanted.connect(self._ask_terms)
        screen.save_wanted.connect(self._save_and_print)
        screen.quiet_save_wanted.connect(self._save)
        screen.serve_wanted.connect(self._serve)
        screen.refuse_wanted.connect(self._refuse)
        screen.guide_wanted.connect(self._guide)
        stage.changes.changed.connect(self._follow)
        screen.group_wanted.connect(self._ask_group)
        screen.override_wanted.connect(self._override)

    def open(self, actor: Actor) -> None:
        """Read what the lines offer, and offer the draft of the person who signed in."""
        self._read_habits()
        self._procedures.load()
        self._addresses.load()
        self._load_leaders()
        self._drafts.welcome(actor)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.concerns(Topic.SETTINGS, self):
            self._read_habits()

    def _read_habits(self) -> None:
        habits = self._stage.cases.keep_habits
        self._stage.runner.run(habits, owner=self, done=self._take_habits, failed=self._tell)

    def _take_habits(self, habits: Habits) -> None:
        self._habits = habits
        self._screen.take_habits(habits)

    def keep_draft(self) -> None:
        """Keep what is typed at once: the window is locked, or closes."""
        self._screen.papers.table.end_edit()
        self._drafts.keep()

    def take_card(self, found: Found) -> None:
        """A card was scanned."""
        self._cards.take(found)

    def take_procedure(self, procedure: Procedure) -> None:
        """A procedure's code was scanned."""
        self._screen.show_procedure(procedure)

    def discard(self) -> None:
        """Give up what is typed, draft included."""
        self._screen.clear()
        self._drafts.forget()

    @Slot()
    def _ask_terms(self) -> None:
        intake = self._screen.typed()
        self._screen.bar.offer_override(is_out_of_force=False)
        if intake.procedure_code:
            self._stage.runner.run(
                partial(self._stage.cases.prepare_intake.terms, intake),
                owner=self,
                done=partial(self._show_terms, intake),
                failed=partial(self._refuse_terms, intake),
            )

    def _show_terms(self, asked: Intake, terms: Terms) -> None:
        procedure = self._screen.procedure.procedure
        if procedure is not None and procedure.code == asked.procedure_code:
            self._screen.show_terms(terms)

    def _refuse_terms(self, asked: Intake, error: CounterError) -> None:
        """What is out of force may pass all the same: its terms are shown beside the refusal."""
        self._tell(error)
        if isinstance(error, ProcedureNotInForceError):
            self._stage.runner.run(
                partial(self._stage.cases.prepare_intake.terms, asked, overruled=True),
                owner=self,
                done=partial(self._show_terms, asked),
                failed=self._tell,
            )

    def _load_leaders(self) -> None:
        self._stage.runner.run(
            partial(_leaders, self._stage.cases),
            owner=self,
            done=self._screen.override.show_leaders,
            failed=self._tell,
        )

    @Slot()
    def _ask_group(self) -> None:
        self._stage.runner.run(
            self._stage.cases.prepare_intake.new_group,
            owner=self,
            done=self._screen.begin_group,
            failed=self._tell,
        )

    @Slot()
    def _save_and_print(self) -> None:
        self._act(self._stage.cases.receive_dossier, self._print_saved)

    @Slot()
    def _save(self) -> None:
        self._act(self._stage.cases.receive_dossier, self._show_saved)

    @Slot()
    def _serve(self) -> None:
        self._act(self._stage.cases.receive_dossier.at_once, self._show_served)

    @Slot(str, object, str)
    def _override(self, reason: str, second: StaffId | None, pin: str) -> None:
        def receive(actor: Actor, intake: Intake) -> Dossier:
            if second is None:
                raise PersonNotFoundError
            overruling = Overruling(reason, SecondPerson(second, pin))
            return self._stage.cases.receive_dossier(
                actor, msgspec.structs.replace(intake, overruling=overruling)
            )

        self._act(receive, self._print_saved)

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        def refuse(actor: Actor, intake: Intake) -> Dossier:
            return self._stage.cases.refuse_intake(actor, intake.procedure_code, intake.applicant, reason)

        self._act(refuse, self._show_refused)

    @Slot(str)
    def _guide(self, reason: str) -> None:
        missing, give = self._screen.papers.missing(), self._stage.cases.give_guidance

        def guide(actor: Actor, intake: Intake) -> Dossier:
            return give(actor, intake.procedure_code, intake.applicant, missing, reason)

        self._act(guide, self._show_guided)

    def _act(self, use_case: Callable[[Actor, Intake], Dossier], then: Callable[[Dossier], None]) -> None:
        if self._screen.point_at_unreadable():
            return
        self._screen.set_busy(busy=True)
        self._stage.runner.run(
            partial(use_case, self._stage.session.actor, self._screen.typed()),
            owner=self,
            done=partial(self._finish, then),
            failed=self._refuse_act,
        )

    def _finish(self, then: Callable[[Dossier], None], dossier: Dossier) -> None:
        next_card = self._cards.claim()
        self._screen.set_busy(busy=False)
        self._addresses.remember(dossier.applicant.address)
        self.saved.emit(dossier)
        then(dossier)
        if dossier.collected and self._habits.prints_slip:
            self.paper_wanted.emit(Paper(DossierId(dossier.id), FormKey.PAYMENT_SLIP))
        self._stage.changes.announce(Topic.DOSSIERS, initiator=self)
        if next_card is not None:
            self._cards.take(next_card)

    def _print_saved(self, dossier: Dossier) -> None:
        self._show_saved(dossier)
        self.print_wanted.emit(DossierId(dossier.id))

    def _show_saved(self, dossier: Dossier) -> None:
        words = self.tr("Saved {code} for {name}.")
        if dossier.collected:
            words = self.tr("Saved {code} for {name}. Taken: {fee}.")
        self._tell_saved(words, dossier)

    def _show_served(self, dossier: Dossier) -> None:
        words = self.tr("Returned at once: {code}, {name}. Nothing to be paid.")
        if dossier.collected:
            words = self.tr("Returned at once: {code}, {name}. Taken: {fee}.")
        self._tell_saved(words, dossier)

    def _tell_saved(self, words: str, dossier: Dossier) -> None:
        fee = format_dong(dossier.collected_dong)
        self._screen.show_saved(words.format(code=dossier.code, name=dossier.applicant.name, fee=fee))

    def _show_refused(self, dossier: Dossier) -> None:
        self._screen.show_saved(
            self.tr("The refusal for {name} is on record.").format(name=dossier.applicant.name),
            is_received=False,
        )
        self.print_wanted.emit(DossierId(dossier.id))

    def _show_guided(self, dossier: Dossier) -> None:
        self._screen.show_saved(
            self.tr("What {name} is to bring is on record; no dossier was received.").format(
                name=dossier.applicant.name
            ),
            is_received=False,
        )
        self.print_wanted.emit(DossierId(dossier.id))

    def _refuse_act(self, error: CounterError) -> None:
        self._screen.set_busy(busy=False)
        if isinstance(error, CodeNotMarkedError):
            # It is saved: what stays in the pane would be received a second time.
            self._screen.clear()
            self._stage.changes.announce(Topic.DOSSIERS, initiator=self)
        self._tell(error)

    def _tell(self, error: CounterError) -> None:
        if isinstance(error, ProcedureNotInForceError):
            self._screen.bar.offer_override(is_out_of_force=True)
        self._screen.show_error(self._stage.messages.explain(error))


def _leaders(cases: UseCases) -> tuple[Choice, ...]:
    people = cases.sign_in.names()
    return tuple(Choice(one.id, one.name) for one in people if not LEADERS.isdisjoint(one.roles))
