"""A dossier is received: one transaction gives it its code, its due time and its row in the register."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cgcounter.domain import codes
from cgcounter.domain.codes import FOREIGN_SLOT, DossierCode
from cgcounter.domain.deadlines import DurationKind
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.facts import DossierReceived, Fact, ResultRecorded, ResultReturned
from cgcounter.domain.lifecycle import Act, ActForbiddenError, require_start
from cgcounter.domain.offices import agency_code_of
from cgcounter.domain.particulars import (
    LateEntry,
    Override,
    ReceiverRole,
    RegisterEntry,
)
from cgcounter.domain.staff import LEADERS, Actor
from cgcounter.services.collect_fee import clean_official, collected
from cgcounter.services.foreign_codes import portal_code
from cgcounter.services.intake import (
    Intake,
    LateEntryAheadError,
    LateTimeMissingError,
    Overruling,
    cleaned,
    fee_of,
    find_procedure,
    promise_of,
    terms,
)
from cgcounter.services.ports import CodeMarks, UnitOfWork
from cgcounter.services.second_person import CheckPin, agreed
from cgcounter.services.texts import clean_reason, clean_text
from cgcounter.services.workplace import Workplace

_AS_TYPED: Final = (
    "applicant",
    "papers",
    "cases",
    "submitter",
    "submitter_relation",
    "channel",
    "sets",
    "return_channel",
    "note",
    "group",
    "online_level",
    "assisted",
)


class CodeNotMarkedError(EnvironmentProblemError):
    """The dossier ``code`` is saved, but the second memory did not take its number: it is not to be printed yet."""

    code = "code_not_marked"


class ReceiveDossier:
    """Takes a dossier in. The code is marked outside the data folder before anyone can print it."""

    def __init__(self, workplace: Workplace, marks: CodeMarks, check_pin: CheckPin) -> None:
        self._workplace = workplace
        self._marks = marks
        self._check_pin = check_pin

    def __call__(self, actor: Actor, intake: Intake) -> Dossier:
        """Receive, and take the fee if it is paid now.

        Raises RuleBrokenError subclasses of services.intake, and then nothing was written; only CodeNotMarkedError
        comes after the dossier was saved.
        """
        require_start(Act.RECEIVE, actor)
        return self._take_in(actor, intake, at_once=False)

    def at_once(self, actor: Actor, intake: Intake) -> Dossier:
        """Receive, take the fee, result and return in one act (trả ngay, 2.4); only for same-day procedures."""
        require_start(Act.SERVE_AT_ONCE, actor)
        return self._take_in(actor, intake, at_once=True)

    def _take_in(self, actor: Actor, intake: Intake, *, at_once: bool) -> Dossier:
        override = self._overruled(actor, intake.overruling)
        now = self._workplace.clock.now()
        with self._workplace.store.begin() as unit:
            received = receive(unit, intake, now, override)
            if at_once and not received.procedure.same_day:
                raise ActForbiddenError(act=Act.SERVE_AT_ONCE, status="-")
            facts: tuple[Fact, ...] = (received,)
            if (intake.takes_fee or at_once) and received.fee.amount_dong:
                official = intake.official and clean_official(intake.official)
                facts += (collected(unit, received.fee.amount_dong, now, official),)
            if at_once:
                facts += _finished(received)
            dossier = self._workplace.begin_dossier(unit, actor, facts)
            unit.drafts.clear(actor.id)
            unit.commit()
        self._mark(dossier)
        return dossier

    def _overruled(self, actor: Actor, overruling: Overruling | None) -> Override | None:
        if overruling is None:
            return None
        reason = clean_reason(overruling.reason)
        return Override(reason, agreed(self._check_pin, actor, overruling.second, LEADERS))

    def _mark(self, dossier: Dossier) -> None:
        parsed = codes.parse_code(dossier.code)
        try:
            self._marks.raise_to(dossier.slot, parsed.day, parsed.serial)
        except EnvironmentProblemError as error:
            # The words of that error would say that nothing was saved, and the clerk would receive it twice.
            raise CodeNotMarkedError(code=dossier.code) from error


def receive(
    unit: UnitOfWork,
    intake: Intake,
    now: datetime,
    override: Override | None = None,
    kept_code: DossierCode | None = None,
) -> DossierReceived:
    """Decide what is written down of a dossier that comes in, or came in before, and take its numbers.

    An ``override`` is of use only out of force; ``kept_code`` is that of a portal or of another office. Raises
    RuleBrokenError subclasses of services.intake.
    """
    at, late_entry = _came_in(intake, now)
    found = find_procedure(unit, intake.procedure_code, at)
    if override is None:
        found.require_in_force(at)
    elif found.procedure.in_force(at.date()):
        override = None
    intake = cleaned(intake, found.procedure)
    by_rule = terms(unit, found.procedure, intake, at)
    promise = promise_of(intake, by_rule.due, at)
    fee = fee_of(intake, by_rule.fee_dong, found.procedure.fee_kind)  # what is refused takes no number
    kept_code = kept_code or portal_code(unit, intake.portal_code)
    code, slot = (kept_code, FOREIGN_SLOT) if kept_code else _next_code(unit, at)
    return DossierReceived(
        code=code,
        slot=slot,
        received_at=at,
        procedure=found.pin(same_day=by_rule.time.kind is DurationKind.SAME_DAY),
        register=_next_row(unit, at),
        duration=by_rule.time.duration,
        due_at=promise.at,
        due_basis=promise.basis,
        due_explanation=promise.explanation,
        fee=fee,
        late_entry=late_entry,
        override=override,
        unit=unit.reference.counter().unit_key,
        **{name: getattr(intake, name) for name in _AS_TYPED},
    )


def _came_in(intake: Intake, now: datetime) -> tuple[datetime, LateEntry | None]:
    """When the dossier came in, and how that is told where it was before now."""
    late = intake.late
    if late is None:
        return now, None
    if late.received_at is None:
        raise LateTimeMissingError
    if late.received_at > now:
        raise LateEntryAheadError
    entry = LateEntry(
        kind=late.kind,
        entered_at=now,
        reason=clean_reason(late.reason),
        paper_number=clean_text("paper_number", late.paper_number),
    )
    return late.received_at, entry


def _next_code(unit: UnitOfWork, at: datetime) -> tuple[DossierCode, int]:
    """The next code of this counter's slot for the day of intake, also of a day gone by."""
    office, counter = unit.reference.office(), unit.reference.counter()
    serial = unit.numbers.next_serial(counter.slot, at.date())
    return codes.compose_code(agency_code_of(office, counter), at.date(), serial), counter.slot


def _next_row(unit: UnitOfWork, at: datetime) -> RegisterEntry:
    """The next row of this counter's volume of the year of intake."""
    volume = f"{unit.reference.counter().slot:02d}/{at.year}"
    return RegisterEntry(volume=volume, number=unit.numbers.next_register_number(volume, at.year))


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
