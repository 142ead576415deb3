"""Turns the wishes of the intake pane into use cases, and their results into what the pane shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.dossier import Dossier, DossierLine
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import DossierId
from cgcounter.domain.id_cards import IdCardReading
from cgcounter.domain.money import format_dong
from cgcounter.domain.people import PartialDate, Person
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.stage import Stage
from cgcounter.services.find_dossiers import Found
from cgcounter.services.intake import Intake, Terms
from cgcounter.services.receive_dossier import CodeNotMarkedError

Result = TypeVar("Result")

FAVOURITES = 9


class IntakePresenter(QObject):
    """Serves the intake pane.

    Signals: ``print_wanted`` carries the id of a dossier whose receipt is to be printed; ``saved`` the Dossier that
    was just written down.
    """

    print_wanted = Signal(object)
    saved = Signal(object)

    def __init__(self, screen: IntakeScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._catalogue = Catalogue(())
        self._favourites: tuple[Procedure, ...] = ()
        self._draft_kept = False
        screen.procedure.search_with(self._search)
        screen.terms_wanted.connect(self._ask_terms)
        screen.number_typed.connect(self._ask_person)
        screen.paused.connect(self._keep_draft)
        screen.save_wanted.connect(self._save_and_print)
        screen.quiet_save_wanted.connect(self._save)
        screen.serve_wanted.connect(self._serve)
        screen.refuse_wanted.connect(self._refuse)
        stage.changes.changed.connect(self._heed)

    def open(self) -> None:
        """Read the catalogue and offer the draft of the person who signed in."""
        self._load_catalogue()
        actor = self._stage.session.actor
        self._run(partial(self._stage.cases.keep_draft.load, actor), self._offer_draft)

    def take_card(self, found: Found) -> None:
        """A card was scanned: open an intake for its holder."""
        if found.card is None:
            return
        self._screen.show_card(_person_of(found.card), check_name=True)
        self._show_known(found.lines)

    def take_procedure(self, procedure: Procedure) -> None:
        """A procedure's code was scanned."""
        self._screen.show_procedure(procedure)

    def _search(self, text: str) -> Sequence[Procedure]:
        if not text.strip():
            return self._favourites
        digit = int(text) if len(text) == 1 and text.isdecimal() else 0
        if 1 <= digit <= len(self._favourites):
            return (self._favourites[digit - 1], *self._found(text))
        return self._found(text)

    def _found(self, text: str) -> Sequence[Procedure]:
        return self._catalogue.search(text, self._stage.clock.now().date())

    def _load_catalogue(self) -> None:
        self._run(self._stage.cases.prepare_intake.catalogue, self._take_catalogue)
        self._run(partial(self._stage.cases.prepare_intake.favourites, FAVOURITES), self._take_favourites)

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def _take_favourites(self, favourites: tuple[Procedure, ...]) -> None:
        self._favourites = favourites

    def _offer_draft(self, draft: Intake | None) -> None:
        if draft is None or self._screen.is_touched:
            return
        self._screen.restore(draft, self._catalogue.find(draft.procedure_code))
        self._draft_kept = True

    @Slot(object)
    def _heed(self, change: Change) -> None:
        if change.concerns(Topic.CATALOGUE, self):
            self._load_catalogue()

    @Slot()
    def _ask_terms(self) -> None:
        intake = self._typed()
        if intake is not None and intake.procedure_code:
            ask = partial(self._stage.cases.prepare_intake.terms, intake)
            self._run(ask, partial(self._show_terms, intake))

    def _show_terms(self, asked: Intake, terms: Terms) -> None:
        procedure = self._screen.procedure.procedure
        if procedure is not None and procedure.code == asked.procedure_code:
            self._screen.show_terms(terms)

    @Slot(str)
    def _ask_person(self, number: str) -> None:
        self._run(partial(self._stage.cases.find_dossiers.of_person, number), self._show_known)

    def _show_known(self, lines: Sequence[DossierLine]) -> None:
        if not lines:
            return
        open_now = sum(1 for line in lines if line.returned_at is None)
        self._screen.person.say_known(
            self.tr("⚑ {total} earlier dossiers, {open} still open").format(total=len(lines), open=open_now)
        )
        self._run(
            partial(self._stage.cases.open_dossier, lines[0].id),
            lambda dossier: self._screen.person.fill_gaps(dossier.applicant),
        )

    @Slot()
    def _keep_draft(self) -> None:
        intake = self._typed()
        if intake is not None:
            self._draft_kept = True
            self._run(
                partial(self._stage.cases.keep_draft, self._stage.session.actor, intake), lambda _: None
            )

    def discard(self) -> None:
        """Give up what is typed, draft included."""
        self._screen.clear()
        if self._draft_kept:
            self._draft_kept = False
            discard = partial(self._stage.cases.keep_draft.discard, self._stage.session.actor)
            self._run(discard, lambda _: None)

    @Slot()
    def _save_and_print(self) -> None:
        self._act(self._stage.cases.receive_dossier, self._print_saved)

    @Slot()
    def _save(self) -> None:
        self._act(self._stage.cases.receive_dossier, self._show_saved)

    @Slot()
    def _serve(self) -> None:
        self._act(self._stage.cases.receive_dossier.at_once, self._show_served)

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        def refuse(actor: Actor, intake: Intake) -> Dossier:
            return self._stage.cases.refuse_intake(actor, intake.procedure_code, intake.applicant, reason)

        self._act(refuse, self._show_refused)

    def _act(self, use_case: Callable[[Actor, Intake], Dossier], then: Callable[[Dossier], None]) -> None:
        intake = self._typed()
        if intake is None:
            return
        self._screen.set_busy(busy=True)
        self._stage.runner.run(
            partial(use_case, self._stage.session.actor, intake),
            owner=self,
            done=partial(self._finish, then),
            failed=self._fail_act,
        )

    def _finish(self, then: Callable[[Dossier], None], dossier: Dossier) -> None:
        self._screen.set_busy(busy=False)
        self._draft_kept = False
        self.saved.emit(dossier)
        then(dossier)
        self._stage.changes.announce(Topic.DOSSIERS, initiator=self)

    def _print_saved(self, dossier: Dossier) -> None:
        self._show_saved(dossier)
        self.print_wanted.emit(DossierId(dossier.id))

    def _show_saved(self, dossier: Dossier) -> None:
        self._screen.show_saved(
            self.tr("Saved {code} for {name}.").format(code=dossier.code, name=dossier.applicant.name)
        )

    def _show_served(self, dossier: Dossier) -> None:
        words = self.tr("Returned at once: {code}, {name}. To be paid: {fee}.")
        fee = format_dong(dossier.fee.amount_dong)
        self._screen.show_saved(words.format(code=dossier.code, name=dossier.applicant.name, fee=fee))

    def _show_refused(self, dossier: Dossier) -> None:
        self._screen.show_saved(
            self.tr("The refusal for {name} is on record.").format(name=dossier.applicant.name)
        )

    def _typed(self) -> Intake | None:
        try:
            return self._screen.typed()
        except CounterError as error:
            self._fail(error)
            return None

    def _fail_act(self, error: CounterError) -> None:
        if isinstance(error, CodeNotMarkedError):
            # It is saved: what stays in the pane would be received a second time.
            self._draft_kept = False
            self._screen.clear()
            self._stage.changes.announce(Topic.DOSSIERS, initiator=self)
        self._fail(error)

    def _fail(self, error: CounterError) -> None:
        self._screen.set_busy(busy=False)
        self._screen.show_error(self._stage.messages.explain(error))

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._stage.runner.run(work, owner=self, done=done, failed=self._fail)


def _person_of(card: IdCardReading) -> Person:
    return Person(
        name=card.name,
        personal_id=card.personal_id,
        birth_date=PartialDate.of(card.birth_date) if card.birth_date else None,
        sex=card.sex,
        address=card.address,
    )
