"""A dossier is received: one transaction gives it its code, its due time and its row in the register."""

from __future__ import annotations

from datetime import datetime

from cgcounter.domain import codes
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.facts import DossierReceived, ResultRecorded, ResultReturned
from cgcounter.domain.lifecycle import Act, ActForbiddenError, require_start
from cgcounter.domain.particulars import ReceiverRole, RegisterEntry
from cgcounter.domain.staff import Actor
from cgcounter.services.intake import Intake, cleaned, fee_of, procedure_in_force, promise_of, terms
from cgcounter.services.ports import CodeMarks, UnitOfWork
from cgcounter.services.workplace import Workplace


class CodeNotMarkedError(EnvironmentProblemError):
    """The dossier ``code`` is saved, but the second memory did not take its number: it is not to be printed yet."""

    code = "code_not_marked"


class ReceiveDossier:
    """Takes a dossier in. The code is marked outside the data folder before anyone can print it."""

    def __init__(self, workplace: Workplace, marks: CodeMarks) -> None:
        self._workplace = workplace
        self._marks = marks

    def __call__(self, actor: Actor, intake: Intake) -> Dossier:
        """Receive; raises RuleBrokenError subclasses of services.intake, and then nothing was written.

        Only CodeNotMarkedError comes after the dossier was saved.
        """
        require_start(Act.RECEIVE, actor)
        return self._take_in(actor, intake, at_once=False)

    def at_once(self, actor: Actor, intake: Intake) -> Dossier:
        """Receive, result and return in one act (trả ngay, 2.4); only for same-day procedures."""
        require_start(Act.SERVE_AT_ONCE, actor)
        return self._take_in(actor, intake, at_once=True)

    def _take_in(self, actor: Actor, intake: Intake, *, at_once: bool) -> Dossier:
        now = self._workplace.clock.now()
        with self._workplace.store.begin() as unit:
            received = self._receive(unit, intake, now)
            if at_once and not received.procedure.same_day:
                raise ActForbiddenError(act=Act.SERVE_AT_ONCE, status="-")
            finished = _finished(received) if at_once else ()
            dossier = self._workplace.begin_dossier(unit, actor, (received, *finished))
            unit.drafts.clear(actor.id)
            unit.commit()
        self._mark(dossier)
        return dossier

    def _mark(self, dossier: Dossier) -> None:
        parsed = codes.parse_code(dossier.code)
        try:
            self._marks.raise_to(dossier.slot, parsed.day, parsed.serial)
        except EnvironmentProblemError as error:
            # The words of that error would say that nothing was saved, and the clerk would receive it twice.
            raise CodeNotMarkedError(code=dossier.code) from error

    def _receive(self, unit: UnitOfWork, intake: Intake, now: datetime) -> DossierReceived:
        procedure, pin = procedure_in_force(unit, intake.procedure_code, now)
        intake = cleaned(intake, procedure)
        by_rule = terms(unit, procedure, intake, now)
        promise = promise_of(intake, by_rule.due, now)
        fee = fee_of(intake, by_rule.fee_dong)
        office, counter = unit.reference.office(), unit.reference.counter()
        serial = unit.numbers.next_serial(counter.slot, now.date())
        volume = f"{counter.slot:02d}/{now.year}"
        return DossierReceived(
            code=codes.compose_code(office.agency_code, now.date(), serial),
            slot=counter.slot,
            received_at=now,
            procedure=pin,
            applicant=intake.applicant,
            papers=intake.papers,
            register=RegisterEntry(volume=volume, number=unit.numbers.next_register_number(volume, now.year)),
            cases=intake.cases,
            submitter=intake.submitter,
            submitter_relation=intake.submitter_relation,
            channel=intake.channel,
            sets=intake.sets,
            duration=procedure.duration,
            due_at=promise.at,
            due_basis=promise.basis,
            due_explanation=promise.explanation,
            fee=fee,
            return_channel=intake.return_channel,
            note=intake.note,
        )


def _finished(received: DossierReceived) -> tuple[ResultRecorded, ResultReturned]:
    now, receiver = received.received_at, received.submitter or received.applicant
    role = ReceiverRole.AUTHORISED if received.submitter else ReceiverRole.APPLICANT
    return (
        ResultRecorded(released_at=now),
        ResultReturned(
            returned_at=now,
            receiver=role,
            receiver_name=receiver.name,
            receiver_id=receiver.personal_id,
            relation=received.submitter_relation,
        ),
    )
