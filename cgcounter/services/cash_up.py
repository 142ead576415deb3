"""A clerk closes the day's money (chốt tiền): what the payments left in the drawer against what was counted."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from cgcounter.domain.cash import CashCount, NoteCount, check_cash, last_count, total_of
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.forms import CashSheetFacts, FormKey, NothingToPrintError
from cgcounter.domain.payments import Payment
from cgcounter.domain.staff import Actor, Role, require_role
from cgcounter.services.ports import Forms, Printers, Reading
from cgcounter.services.print_form import Rendered
from cgcounter.services.texts import clean_text
from cgcounter.services.workplace import Workplace

COUNTERS = frozenset({Role.CLERK})


class DifferenceUnexplainedError(RuleBrokenError):
    """The cash differs from what the payments left, and nobody says why."""

    code = "difference_unexplained"


class CashDay(Struct, frozen=True, kw_only=True):
    """A clerk's payments of a day, and the count that stands for it, if the drawer was counted."""

    day: date
    payments: tuple[Payment, ...]
    count: CashCount | None = None

    @property
    def taken_dong(self) -> int:
        """What the payments left in the drawer."""
        return sum(one.change_dong for one in self.payments)


class CountedCash(Struct, frozen=True, kw_only=True):
    """What was counted, as typed: ``notes`` by value, or the total alone."""

    total_dong: int = 0
    opening_dong: int = 0
    notes: tuple[NoteCount, ...] = ()
    reason: str = ""


class CashUp:
    """Each clerk counts their own drawer; what was counted before stays on record."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers

    def __call__(self, actor: Actor, day: date | None = None) -> CashDay:
        """The clerk's own money of a day, today by default; raises RoleMissingError."""
        require_role(actor, COUNTERS)
        with self._workplace.store.look() as reading:
            return _day_of(reading, actor, day or self._today())

    def count(self, actor: Actor, counted: CountedCash, day: date | None = None) -> CashDay:
        """Keep a count; raises BadAmountError, DifferenceUnexplainedError, RoleMissingError, TextTooLongError."""
        require_role(actor, COUNTERS)
        notes = tuple(one for one in counted.notes if one.count)
        total = total_of(notes) if notes else counted.total_dong
        check_cash(total, counted.opening_dong)
        reason = clean_text("reason", counted.reason)
        with self._workplace.store.begin() as unit:
            before = _day_of(unit, actor, day or self._today())
            count = CashCount(
                day=before.day,
                clerk=actor.id,
                counted_at=self._workplace.clock.now(),
                taken_dong=before.taken_dong,
                counted_dong=total,
                opening_dong=counted.opening_dong,
                notes=notes,
                reason=reason,
            )
            if count.difference_dong and not reason:
                raise DifferenceUnexplainedError
            unit.cash_counts.add(count)
            unit.commit()
        return CashDay(day=before.day, payments=before.payments, count=count)

    def print(self, actor: Actor, day: date | None = None) -> Rendered:
        """Print the sheet of the count that stands; raises NothingToPrintError, PrinterError, RoleMissingError."""
        facts = self._sheet(actor, day or self._today())
        title = f"{FormKey.CASH_SHEET}-{facts.count.day:%Y%m%d}-{actor.id.hex[-4:]}"
        rendered = Rendered(self._forms.render(facts), title)
        printer = self._printers.printer_for(FormKey.CASH_SHEET)
        size = self._printers.size_for(FormKey.CASH_SHEET)
        printer.send(rendered.pdf, title=rendered.title, size=size)
        return rendered

    def _sheet(self, actor: Actor, day: date) -> CashSheetFacts:
        require_role(actor, COUNTERS)
        with self._workplace.store.look() as reading:
            of_day = _day_of(reading, actor, day)
            if of_day.count is None:
                raise NothingToPrintError
            return CashSheetFacts(
                office=reading.reference.office(),
                counter=reading.reference.counter(),
                clerk=actor.name,
                count=of_day.count,
                payments=tuple(one for one in of_day.payments if one.at <= of_day.count.counted_at),
            )

    def _today(self) -> date:
        return self._workplace.clock.now().date()


def _day_of(reading: Reading, actor: Actor, day: date) -> CashDay:
    payments = reading.dossiers.payments_on(day)
    return CashDay(
        day=day,
        payments=tuple(one for one in payments if one.by == actor.id),
        count=last_count(reading.cash_counts.of_day(day), actor.id),
    )
