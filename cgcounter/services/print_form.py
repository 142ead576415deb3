"""A form goes to paper: rendered from what is saved, sent to its printer, and then put on record.

Saving comes first: a printer that fails undoes nothing, the form just stays unprinted.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormKey, PaperSize, ReceiptFacts
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import DataFileError, Forms, PagePicture, Printers, Raster
from cgcounter.services.workplace import Workplace


class PrintNotRecordedError(EnvironmentProblemError):
    """The paper came out, but the data file did not take the record of it."""

    code = "print_not_recorded"


class Rendered(Struct, frozen=True):
    """A form as bytes, with the title its print job bears."""

    pdf: bytes
    title: str


class PrintReceipt:
    """Prints, reprints and shows the receipt of a dossier."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers

    def __call__(self, actor: Actor, dossier_id: DossierId) -> Dossier:
        """Print and put on record; raises PrinterError, ActForbiddenError, RoleMissingError.

        Only PrintNotRecordedError comes after the paper came out.
        """
        size = self._printers.size_for(FormKey.RECEIPT)
        printer = self._printers.printer_for(FormKey.RECEIPT)
        facts = self._facts(actor, dossier_id, size)
        pdf = self._forms.render(facts)
        printer.send(pdf, title=f"{FormKey.RECEIPT}-{facts.dossier.code}", size=size)
        printed = FormPrinted(
            printed_at=self._workplace.clock.now(),
            form=FormKey.RECEIPT,
            template_version=self._forms.template_version(FormKey.RECEIPT),
            sha256=hashlib.sha256(pdf).digest(),
            reprint=facts.reprint,
            printer=printer.name,
        )
        try:
            return self._record(actor, dossier_id, printed)
        except DataFileError as error:
            # The words of that error would say that nothing was printed.
            raise PrintNotRecordedError from error

    def _record(self, actor: Actor, dossier_id: DossierId, printed: FormPrinted) -> Dossier:
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, (printed,))
            unit.commit()
        return dossier

    def preview(self, actor: Actor, dossier_id: DossierId) -> Rendered:
        """The very bytes that printing now would send."""
        facts = self._facts(actor, dossier_id, self._printers.size_for(FormKey.RECEIPT))
        return Rendered(self._forms.render(facts), f"{FormKey.RECEIPT}-{facts.dossier.code}")

    def _facts(self, actor: Actor, dossier_id: DossierId, size: PaperSize) -> ReceiptFacts:
        with self._workplace.store.look() as reading:
            dossier = reading.dossiers.get(dossier_id)
            require_act(Act.REPRINT, dossier, actor)
            clerks = {member.id: member.name for member in reading.reference.staff()}
            return ReceiptFacts(
                office=reading.reference.office(),
                dossier=dossier,
                clerk_name=clerks.get(dossier.received_by, "") if dossier.received_by else "",
                size=size,
                reprint=dossier.print_count(FormKey.RECEIPT),
            )


class ShowPages:
    """Turns a rendered form into pictures for the preview."""

    def __init__(self, raster: Raster) -> None:
        self._raster = raster

    def __call__(self, pdf: bytes, *, dpi: int = 110) -> tuple[PagePicture, ...]:
        """The pages as pixels."""
        return self._raster.pages(pdf, dpi=dpi)
