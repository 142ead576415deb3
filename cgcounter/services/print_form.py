"""A form goes to paper: rendered from what is saved, sent to its printer, and then put on record.

Saving comes first: a printer that fails undoes nothing, the form just stays unprinted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.facts import ApologyMade, DossierWithdrawn, Fact, FormPrinted, ProcessingStopped
from cgcounter.domain.form_sets import FormSets
from cgcounter.domain.forms import DossierFormFacts, FormKey, ReceiptFacts
from cgcounter.domain.lifecycle import Act, ActForbiddenError, require_act
from cgcounter.domain.occasions import forms_of, occasion, times_printed
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor, StaffMember, head_name
from cgcounter.services.ports import DataFileError, Forms, PagePicture, Printers, Raster
from cgcounter.services.workplace import Workplace


class PrintNotRecordedError(EnvironmentProblemError):
    """The paper came out, but the data file did not take the record of it."""

    code = "print_not_recorded"


class Rendered(Struct, frozen=True):
    """A form as bytes, with the title its print job bears."""

    pdf: bytes
    title: str


class PrintForm:
    """Prints, reprints and shows the forms of a dossier; which of a set is in force is chosen by the day of intake."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers, form_sets: FormSets) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers
        self._form_sets = form_sets

    def __call__(self, actor: Actor, dossier_id: DossierId, form: FormKey | None = None) -> Dossier:
        """Print and put on record; without a form the receipt, or of what was not received the paper it got.

        Raises PrinterError, ActForbiddenError, RoleMissingError, FormNotInSetError; only PrintNotRecordedError comes
        after the paper came out.
        """
        form, facts = self._facts(actor, dossier_id, form)
        size, printer = self._printers.size_for(form), self._printers.printer_for(form)
        pdf = self._forms.render(facts)
        printer.send(pdf, title=_title(form, facts.dossier), size=size)
        printed = FormPrinted(
            printed_at=self._workplace.clock.now(),
            form=form,
            template_version=self._forms.template_version(form),
            sha256=hashlib.sha256(pdf).digest(),
            reprint=facts.reprint,
            printer=printer.name,
        )
        try:
            return self._record(actor, dossier_id, printed)
        except DataFileError as error:
            # The words of that error would say that nothing was printed.
            raise PrintNotRecordedError from error

    def preview(self, actor: Actor, dossier_id: DossierId, form: FormKey | None = None) -> Rendered:
        """The very bytes that printing now would send."""
        form, facts = self._facts(actor, dossier_id, form)
        return Rendered(self._forms.render(facts), _title(form, facts.dossier))

    def forms_for(self, dossier: Dossier) -> tuple[FormKey, ...]:
        """What can be printed of a dossier now by the forms in force at its intake, the newest occasion first."""
        day = _day_of(dossier)
        return tuple(form for form in forms_of(dossier) if self._form_sets.find(form, day) is not None)

    def _record(self, actor: Actor, dossier_id: DossierId, printed: FormPrinted) -> Dossier:
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, (printed,))
            unit.commit()
        return dossier

    def _facts(
        self, actor: Actor, dossier_id: DossierId, form: FormKey | None
    ) -> tuple[FormKey, ReceiptFacts | DossierFormFacts]:
        with self._workplace.store.look() as reading:
            dossier = reading.dossiers.get(dossier_id)
            require_act(Act.REPRINT, dossier, actor)
            office = reading.reference.office()
            staff = reading.reference.staff()
        names = {member.id: member.name for member in staff}
        form = form or (FormKey.RECEIPT if dossier.code else forms_of(dossier)[0])
        about = occasion(dossier, form)
        if about is None:
            raise ActForbiddenError(act=Act.REPRINT, status=dossier.status)
        head = self._form_sets.head(form, _day_of(dossier))
        author, reprint = names.get(about.actor, ""), times_printed(dossier, form)
        size = self._printers.size_for(form)
        if form is FormKey.RECEIPT:
            return form, ReceiptFacts(office, dossier, author, size, reprint, head)
        return form, DossierFormFacts(
            form=form,
            head=head,
            office=office,
            dossier=dossier,
            printed_at=about.at,
            signer=_signer(about.fact, staff, author),
            names=tuple(names.items()),
            size=size,
            reprint=reprint,
        )


def _signer(fact: Fact, staff: Iterable[StaffMember], author: str) -> str:
    """The head signs apologies, as written down then, and stops; all else whoever did it."""
    if isinstance(fact, ApologyMade):
        return fact.signer
    return head_name(staff) if isinstance(fact, ProcessingStopped | DossierWithdrawn) else author


def _day_of(dossier: Dossier) -> date:
    """The day whose forms a dossier has: that of its intake, or of the refusal or guidance before it."""
    return dossier.begun_at.date() if dossier.begun_at else date.max


def _title(form: FormKey, dossier: Dossier) -> str:
    """What the print job and its file are called; what was not received has no code but an id."""
    return f"{form}-{dossier.code or dossier.id.hex[-12:]}"


class ShowPages:
    """Turns a rendered form into pictures for the preview."""

    def __init__(self, raster: Raster) -> None:
        self._raster = raster

    def __call__(self, pdf: bytes, *, dpi: int = 110, most: int | None = None) -> tuple[PagePicture, ...]:
        """The pages as pixels, the first ``most`` of them."""
        return self._raster.pages(pdf, dpi=dpi, most=most)
