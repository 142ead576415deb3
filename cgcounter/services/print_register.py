"""The register (sổ theo dõi hồ sơ, Mẫu 06) of any period: of one field or all, of one volume or all."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.form_sets import FormNotInSetError, FormSets
from cgcounter.domain.forms import FormHead, FormKey, RegisterFacts
from cgcounter.domain.staff import Actor, require_role
from cgcounter.services.ports import Forms, Printers, Progress, RegisterShare, untold
from cgcounter.services.print_form import Rendered
from cgcounter.services.show_daily_log import READERS
from cgcounter.services.texts import file_words
from cgcounter.services.workplace import Workplace

A_LOOK: Final = 100
"""How many dossiers are read in one look at the file: nobody who writes meanwhile waits for a whole book."""

_FORM: Final = FormKey.REGISTER


class PeriodBackwardsError(RuleBrokenError):
    """The last day of a period lies before its first."""

    code = "period_backwards"


class Book(Struct, frozen=True):
    """Which part of the register is wanted; an empty field or volume stands for all."""

    first: date
    last: date
    field: str = ""
    volume: str = ""


class PrintRegister:
    """Reads the rows a few at a time, draws the book and prints it."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers, form_sets: FormSets) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers
        self._form_sets = form_sets

    def shares(self, actor: Actor, first: date, last: date) -> tuple[RegisterShare, ...]:
        """Which volumes and fields a period has, with their dossiers; raises RoleMissingError, PeriodBackwardsError."""
        _check(actor, first, last)
        with self._workplace.store.look() as reading:
            return reading.dossiers.register_shares(first, last)

    def render(self, actor: Actor, book: Book, progress: Progress = untold) -> Rendered:
        """The book as a document; ``progress`` is told of the rows read and then drawn, and may end the work.

        Raises RoleMissingError, PeriodBackwardsError, FormNotInSetError.
        """
        _check(actor, book.first, book.last)
        head, now = self._head(book), self._workplace.clock.now()
        with self._workplace.store.look() as reading:
            office = reading.reference.office()
            rows = reading.dossiers.registered(book.first, book.last, field=book.field, volume=book.volume)
        dossiers: list[Dossier] = []
        for start in range(0, len(rows), A_LOOK):
            with self._workplace.store.look() as reading:
                dossiers += map(reading.dossiers.get, rows[start : start + A_LOOK])
            progress(len(dossiers), 2 * len(rows))
        facts = RegisterFacts(
            head=head,
            office=office,
            field=book.field,
            first=book.first,
            last=book.last,
            printed_at=now,
            dossiers=tuple(dossiers),
        )
        pdf = self._forms.render(facts, lambda done, of: progress(of + done, 2 * of))
        return Rendered(pdf, _title(book))

    def print(self, actor: Actor, rendered: Rendered) -> Rendered:
        """Print what was drawn: a thick book is not made twice; raises RoleMissingError, PrinterError."""
        require_role(actor, READERS)
        printer = self._printers.printer_for(_FORM)
        printer.send(rendered.pdf, title=rendered.title, size=self._printers.size_for(_FORM))
        return rendered

    def _head(self, book: Book) -> FormHead:
        """The form in force in the period; of a period with two of them the title alone, no number and no circular."""
        found = [self._form_sets.find(_FORM, day) for day in (book.first, book.last)]
        heads = [one.head for one in found if one is not None]
        if not heads:
            raise FormNotInSetError(form=_FORM)
        return heads[0] if heads == [heads[0]] * len(found) else FormHead(heads[-1].title)


def _check(actor: Actor, first: date, last: date) -> None:
    require_role(actor, READERS)
    if last < first:
        raise PeriodBackwardsError


def _title(book: Book) -> str:
    parts = (f"{book.first:%Y%m%d}", f"{book.last:%Y%m%d}", file_words(book.field), file_words(book.volume))
    return "-".join((_FORM, *(part for part in parts if part)))
