"""What each book needs: what its fields offer, and the work that draws and prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.handover_slips import HandoverSlip
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor
from cgcounter.gui.books.parts import ListPart, RegisterPart, SlipPart
from cgcounter.gui.stage import Stage
from cgcounter.services.ports import Progress, RegisterShare
from cgcounter.services.print_form import Rendered
from cgcounter.services.print_public_list import PrintPublicList
from cgcounter.services.print_register import Book, PeriodBackwardsError


class Drawn(NamedTuple):
    """A document, and how many rows of it the office should check before it shows them to anybody."""

    document: Rendered
    unsure: int = 0


Draw = Callable[[Progress], Drawn]
Print = Callable[[Rendered], Rendered]


class BookMaker(QObject):
    """One book.

    Signals: offered: its fields have what can be chosen; True: and what is chosen can be drawn at once.
    failed: the CounterError for which there is nothing to choose.
    """

    offered = Signal(bool)
    failed = Signal(object)

    def __init__(self, parent: QObject, stage: Stage) -> None:
        super().__init__(parent)
        self.stage = stage

    def open(self) -> None:
        """Read what can be chosen."""
        raise NotImplementedError

    def drawing(self) -> Draw | None:
        """The work that draws what stands in the fields; None where something is missing, and a field says what."""
        raise NotImplementedError

    def printing(self) -> Print | None:
        """The work that prints it, given the document that is shown."""
        raise NotImplementedError

    def take_problem(self, error: CounterError) -> bool:  # noqa: ARG002  a book may have fields that it is about
        """Say beside a field why nothing was drawn; False: it is about none of them."""
        return False

    @property
    def actor(self) -> Actor:
        """Who asks."""
        return self.stage.session.actor


class RegisterMaker(BookMaker):
    """The register; the month up to today is proposed."""

    def __init__(self, part: RegisterPart, stage: Stage) -> None:
        super().__init__(part, stage)
        self._part = part
        part.period_changed.connect(self.open)

    @Slot()
    def open(self) -> None:
        if self._part.period is None:
            today = self.stage.clock.now().date()
            self._part.show_period(today.replace(day=1), today)
        period = self._part.period
        if period is not None:
            self.stage.runner.run(
                partial(self.stage.cases.books.register.shares, self.actor, *period),
                owner=self,
                done=partial(self._offer, period),
                failed=self._tell,
            )

    def drawing(self) -> Draw | None:
        book = self._book()
        return partial(_draw_register, self.stage, self.actor, book) if book else None

    def printing(self) -> Print | None:
        return partial(self.stage.cases.books.register.print, self.actor)

    def take_problem(self, error: CounterError) -> bool:
        if not isinstance(error, PeriodBackwardsError):
            return False
        self._part.say_problem(self.stage.messages.explain(error).sentence)
        return True

    def _book(self) -> Book | None:
        period = self._part.ask_period()
        return Book(*period, self._part.field, self._part.volume) if period else None

    def _offer(self, period: tuple[date, date], shares: Sequence[RegisterShare]) -> None:
        if period == self._part.period:
            self._part.show_shares(shares)
            self.offered.emit(False)  # noqa: FBT003  Qt's own signature

    def _tell(self, error: CounterError) -> None:
        if not self.take_problem(error):
            self.failed.emit(error)


class SlipMaker(BookMaker):
    """The hand-over slips of a day, today's first."""

    def __init__(self, part: SlipPart, stage: Stage) -> None:
        super().__init__(part, stage)
        self._part = part
        part.day_changed.connect(self.open)

    @Slot()
    def open(self) -> None:
        if self._part.day is None:
            self._part.show_day(self.stage.clock.now().date())
        day = self._part.day
        if day is not None:
            self.stage.runner.run(
                partial(self.stage.cases.books.handover_slip, self.actor, day),
                owner=self,
                done=partial(self._offer, day),
                failed=self.failed.emit,
            )

    def drawing(self) -> Draw | None:
        slip = self._part.ask()
        return partial(_draw_slip, self.stage, self.actor, _first_of(slip)) if slip else None

    def printing(self) -> Print | None:
        slip = self._part.ask()
        return partial(_print_slip, self.stage, self.actor, _first_of(slip)) if slip else None

    def _offer(self, day: date, slips: Sequence[HandoverSlip]) -> None:
        if day != self._part.day:
            return
        before = self._part.slip
        again = (slip for slip in slips if before and _first_of(slip) == _first_of(before))
        shown = next(again, slips[0] if slips else None)
        self._part.show_slips(slips, shown)
        self.offered.emit(shown is not None)


class ListMaker(BookMaker):
    """The public list of a field."""

    def __init__(self, part: ListPart, stage: Stage) -> None:
        super().__init__(part, stage)
        self._part = part

    @Slot()
    def open(self) -> None:
        self.stage.runner.run(
            partial(self.stage.cases.books.public_list.fields, self.actor),
            owner=self,
            done=self._offer,
            failed=self.failed.emit,
        )

    def drawing(self) -> Draw | None:
        field = self._part.ask()
        return partial(_draw_list, self.stage.cases.books.public_list, self.actor, field) if field else None

    def printing(self) -> Print | None:
        field = self._part.ask()
        return partial(_print_list, self.stage, self.actor, field) if field else None

    def _offer(self, fields: Sequence[str]) -> None:
        self._part.show_fields(fields)
        self.offered.emit(bool(self._part.field))


def _draw_register(stage: Stage, actor: Actor, book: Book, progress: Progress) -> Drawn:
    return Drawn(stage.cases.books.register.render(actor, book, progress))


def _draw_slip(stage: Stage, actor: Actor, dossier: DossierId, _: Progress) -> Drawn:
    return Drawn(stage.cases.books.handover_slip.render(actor, dossier))


def _print_slip(stage: Stage, actor: Actor, dossier: DossierId, _: Rendered) -> Rendered:
    return stage.cases.books.handover_slip.print(actor, dossier).document


def _draw_list(public_list: PrintPublicList, actor: Actor, field: str, _: Progress) -> Drawn:
    facts = public_list(actor, field)
    unsure = sum(not procedure.is_sure for procedure in facts.procedures)
    return Drawn(public_list.render(facts), unsure)


def _print_list(stage: Stage, actor: Actor, field: str, _: Rendered) -> Rendered:
    return stage.cases.books.public_list.print(actor, field)


def _first_of(slip: HandoverSlip) -> DossierId:
    return DossierId(slip.dossiers[0].id)
