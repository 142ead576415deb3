"""The hand-over slip: what went to another unit on paper, on one sheet that both sides sign."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final, NamedTuple

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.form_sets import FormSets
from cgcounter.domain.forms import FormKey, HandoverSlipFacts, NothingToPrintError
from cgcounter.domain.handover_slips import HandoverSlip, slips_of
from cgcounter.domain.lifecycle import Act, require_act, row_of
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor, require_role
from cgcounter.services.ports import DataFileError, Forms, Printers, Reading
from cgcounter.services.print_form import PrintNotRecordedError, Rendered
from cgcounter.services.workplace import Workplace

_FORM: Final = FormKey.HANDOVER_SLIP


class PrintedSlip(NamedTuple):
    """What came out, as it stood before it was printed."""

    slip: HandoverSlip
    document: Rendered


class PrintHandoverSlip:
    """Gathers the slips of a day, shows and prints them, and puts each print on record with its dossiers."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers, form_sets: FormSets) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers
        self._form_sets = form_sets

    def __call__(self, actor: Actor, day: date | None = None) -> tuple[HandoverSlip, ...]:
        """The slips of one's unit of a day (today by default), the new ones first; raises RoleMissingError."""
        require_role(actor, row_of(Act.REPRINT).roles)
        with self._workplace.store.look() as reading:
            return _slips(reading, actor, day or self._workplace.clock.now().date())

    def render(self, actor: Actor, dossier_id: DossierId) -> Rendered:
        """The slip that a dossier stands on, as the very bytes that printing now would send; raises as `print`."""
        return self._draw(actor, self._slip_with(actor, dossier_id))

    def print(self, actor: Actor, dossier_id: DossierId) -> PrintedSlip:
        """Print the slip that a dossier stands on, or is to stand on, and put it on record.

        What else went to its unit that day and is on no slip yet goes along. Raises PrinterError, RoleMissingError, and
        NothingToPrintError where the dossier is on no slip and not on its way; only PrintNotRecordedError comes after
        the paper came out.
        """
        slip = self._slip_with(actor, dossier_id)
        document = self._draw(actor, slip)
        printer = self._printers.printer_for(_FORM)
        printer.send(document.pdf, title=document.title, size=self._printers.size_for(_FORM))
        printed = FormPrinted(
            printed_at=self._workplace.clock.now(),
            form=_FORM,
            template_version=self._forms.template_version(_FORM),
            sha256=hashlib.sha256(document.pdf).digest(),
            reprint=slip.times_printed,
            printer=printer.name,
        )
        try:
            self._record(actor, slip, printed)
        except DataFileError as error:
            raise PrintNotRecordedError from error
        return PrintedSlip(slip, document)

    def _slip_with(self, actor: Actor, dossier_id: DossierId) -> HandoverSlip:
        with self._workplace.store.look() as reading:
            leg = reading.dossiers.get(dossier_id).paper_leg
            slips = _slips(reading, actor, leg.handed_at.astimezone(TIME_ZONE).date()) if leg else ()
        for slip in slips:
            if any(dossier.id == dossier_id for dossier in slip.dossiers):
                return slip
        raise NothingToPrintError

    def _draw(self, actor: Actor, slip: HandoverSlip) -> Rendered:
        parts = (_FORM, f"{slip.handed_at.astimezone(TIME_ZONE):%Y%m%d}", slip.unit)
        title = "-".join(part for part in parts if part)
        return Rendered(self._forms.render(self._facts(actor, slip)), title)

    def _facts(self, actor: Actor, slip: HandoverSlip) -> HandoverSlipFacts:
        for dossier in slip.dossiers:
            require_act(Act.REPRINT, dossier, actor)
        with self._workplace.store.look() as reading:
            office, staff = reading.reference.office(), reading.reference.staff()
        names = {member.id: member.name for member in staff}
        return HandoverSlipFacts(
            head=self._form_sets.head(_FORM, slip.handed_at.astimezone(TIME_ZONE).date()),
            office=office,
            unit_name=slip.unit_name,
            handed_at=slip.handed_at,
            handed_by=names.get(slip.handed_by, "") if slip.handed_by else "",
            electronic=False,
            dossiers=slip.dossiers,
            reprint=slip.times_printed,
        )

    def _record(self, actor: Actor, slip: HandoverSlip, printed: FormPrinted) -> None:
        with self._workplace.store.begin() as unit:
            for listed in slip.dossiers:
                dossier: Dossier = unit.dossiers.get(listed.id)
                self._workplace.continue_dossier(unit, actor, dossier, (printed,))
            unit.commit()


def _slips(reading: Reading, actor: Actor, day: date) -> tuple[HandoverSlip, ...]:
    lines = reading.dossiers.handed_on_paper(day)
    return slips_of((reading.dossiers.get(line.id) for line in lines), day, actor.unit_key)
