"""The plain daily log: what was received and returned on a day, what is due, what slipped, and what was paid."""

from __future__ import annotations

from datetime import date

from cgcounter.domain.forms import DailyLogFacts, FormKey
from cgcounter.domain.payments import takings_of
from cgcounter.domain.staff import Actor, Role, require_role
from cgcounter.services.ports import Forms, Printers
from cgcounter.services.print_form import Rendered
from cgcounter.services.workplace import Workplace

READERS = frozenset({Role.CLERK, Role.SUPERVISOR, Role.HEAD})


class ShowDailyLog:
    """Gathers a day's log, shows it and prints it."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers

    def __call__(self, actor: Actor, day: date | None = None) -> DailyLogFacts:
        """The log of a day (today by default); raises RoleMissingError."""
        require_role(actor, READERS)
        now = self._workplace.clock.now()
        day = day or now.date()
        with self._workplace.store.look() as reading:
            dossiers = reading.dossiers
            return DailyLogFacts(
                office=reading.reference.office(),
                counter=reading.reference.counter(),
                day=day,
                printed_at=now,
                printed_by=actor.name,
                received=dossiers.received_on(day),
                returned=dossiers.returned_on(day),
                overdue=dossiers.overdue(now),
                due_today=dossiers.due_on(day, now),
                clerks=tuple((member.id, member.name) for member in reading.reference.staff()),
                takings=takings_of(dossiers.payments_on(day)),
                counts=reading.cash_counts.of_day(day),
            )

    def render(self, actor: Actor, day: date | None = None) -> Rendered:
        """The very bytes that printing now would send."""
        facts = self(actor, day)
        return Rendered(self._forms.render(facts), f"{FormKey.DAILY_LOG}-{facts.day:%Y%m%d}")

    def print(self, actor: Actor, day: date | None = None) -> Rendered:
        """Print the log; raises PrinterError."""
        rendered = self.render(actor, day)
        printer = self._printers.printer_for(FormKey.DAILY_LOG)
        printer.send(rendered.pdf, title=rendered.title, size=self._printers.size_for(FormKey.DAILY_LOG))
        return rendered
