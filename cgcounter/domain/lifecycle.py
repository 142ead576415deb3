"""What may be done with a dossier now, by whom, from where to where, and what is printed.

One table drives buttons, checks and help (facts: section 2.4). The fold applies what happened; this table decides
what may happen next.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.forms import FormKey
from cgcounter.domain.sides import Side, is_on_side, require_side
from cgcounter.domain.staff import LEADERS, Actor, Role, require_role


class Act(StrEnum):
    """Something a person of the office does with a dossier."""

    RECEIVE = "receive"
    GIVE_GUIDANCE = "give_guidance"
    REFUSE_INTAKE = "refuse_intake"
    START_PROCESSING = "start_processing"
    TRANSFER = "transfer"
    ACCEPT_HANDOVER = "accept_handover"
    REQUEST_SUPPLEMENT = "request_supplement"
    RECEIVE_SUPPLEMENT = "receive_supplement"
    REQUEST_PAYMENT = "request_payment"
    CONFIRM_PAYMENT = "confirm_payment"
    SUSPEND = "suspend"
    RESUME = "resume"
    RECORD_RESULT = "record_result"
    RECORD_NEGATIVE = "record_negative"
    RETURN_RESULT = "return_result"
    SERVE_AT_ONCE = "serve_at_once"
    FAULT_RESULT = "fault_result"
    REFUSE = "refuse"
    STOP = "stop"
    WITHDRAW = "withdraw"
    APOLOGISE = "apologise"
    TELL_APPLICANT = "tell_applicant"
    COLLECT_FEE = "collect_fee"
    REFUND_FEE = "refund_fee"
    RATE = "rate"
    CORRECT = "correct"
    VOID = "void"
    REOPEN = "reopen"
    REPRINT = "reprint"


class ClockEffect(StrEnum):
    """What an act does to the clock of the due time."""

    STOPS = "stops"
    RESUMES = "resumes"


class ActForbiddenError(RuleBrokenError):
    """The dossier's state does not allow this act; ``status`` and ``act`` say which."""

    code = "act_forbidden"


class NewerVersionError(RuleBrokenError):
    """A newer version of the program changed this dossier; here it can only be read."""

    code = "dossier_from_newer_version"


class Row(Struct, frozen=True, kw_only=True):
    """One row: from which states an act leads where, who may do it, and the form it prints.

    ``sources`` holds None for an act that begins a dossier; ``target`` None leaves the state as it is, or, of a
    reopening, brings back the state of before. ``second`` are the roles of whom a second PIN is asked. ``side`` is
    where they have to work, ``when`` says what else has to be so.
    """

    act: Act
    sources: frozenset[Status | None]
    target: Status | None = None
    roles: frozenset[Role]
    form: FormKey | None = None
    clock: ClockEffect | None = None
    second: frozenset[Role] = frozenset()
    side: Side = Side.COUNTER
    when: Callable[[Dossier], bool] = lambda _: True


MOST_APOLOGIES: Final = 1  # a dossier is re-appointed once (facts 2.4, 3.2)


def _is_same_day(dossier: Dossier) -> bool:
    return dossier.procedure.same_day


def _clock_runs(dossier: Dossier) -> bool:
    return dossier.pause is None


def _is_suspended(dossier: Dossier) -> bool:
    return dossier.pause is not None


def _is_on_its_way(dossier: Dossier) -> bool:
    return dossier.leg is not None and dossier.leg.accepted_at is None


def _may_be_reappointed(dossier: Dossier) -> bool:
    return dossier.due_at is not None and len(dossier.apologies) < MOST_APOLOGIES


def _is_not_told(dossier: Dossier) -> bool:
    return dossier.told is None


def _is_not_rated(dossier: Dossier) -> bool:
    return dossier.rating is None


def _is_owed(dossier: Dossier) -> bool:
    return dossier.owed_dong > 0


def _is_paid(dossier: Dossier) -> bool:
    return dossier.collected_dong > 0


def _was_received(dossier: Dossier) -> bool:
    return bool(dossier.code)


def _states(*states: Status | None) -> frozenset[Status | None]:
    return frozenset(states)


_CLERK: Final = frozenset({Role.CLERK})
_PROCESSOR: Final = frozenset({Role.PROCESSOR})
_START: Final = _states(None)
_WORK: Final = _states(Status.IN_PROGRESS)
_AWAITING: Final = _states(Status.AWAITING_SUPPLEMENT)
_BEFORE_RESULT: Final = _states(
    Status.ACCEPTED, Status.IN_PROGRESS, Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT
)
_OPEN: Final = _BEFORE_RESULT | _states(Status.RESULT_READY)
_LEFT: Final = _states(Status.WITHDRAWN, Status.STOPPED, Status.REFUSED, Status.VOIDED)
_ENDED: Final = _LEFT | _states(Status.RETURNED)

LIFECYCLE: Final = (
    Row(act=Act.RECEIVE, sources=_START, target=Status.ACCEPTED, roles=_CLERK, form=FormKey.RECEIPT),
    Row(act=Act.GIVE_GUIDANCE, sources=_START, target=Status.GUIDED, roles=_CLERK, form=FormKey.SUPPLEMENT),
    Row(act=Act.REFUSE_INTAKE, sources=_START, target=Status.REFUSED, roles=_CLERK, form=FormKey.REFUSAL),
    Row(
        act=Act.START_PROCESSING,
        sources=_states(Status.ACCEPTED),
        target=Status.IN_PROGRESS,
        roles=_CLERK | _PROCESSOR,
        form=FormKey.CONTROL_SLIP,
        side=Side.WORK,
    ),
    Row(
        act=Act.TRANSFER,
        sources=_WORK,
        target=Status.IN_PROGRESS,
        roles=_CLERK | _PROCESSOR,
        form=FormKey.CONTROL_SLIP,
        side=Side.GIVER,
        when=_clock_runs,
    ),
    Row(
        act=Act.ACCEPT_HANDOVER,
        sources=_WORK,
        roles=_CLERK | _PROCESSOR,
        side=Side.WORK,
        when=_is_on_its_way,
    ),
    Row(
        act=Act.REQUEST_SUPPLEMENT,
        sources=_WORK,
        target=Status.AWAITING_SUPPLEMENT,
        roles=_CLERK | _PROCESSOR,
        form=FormKey.SUPPLEMENT,
        clock=ClockEffect.STOPS,
        side=Side.WORK,
        when=_clock_runs,
    ),
    Row(
        act=Act.RECEIVE_SUPPLEMENT,
        sources=_AWAITING,
        target=Status.IN_PROGRESS,
        roles=_CLERK,
        clock=ClockEffect.RESUMES,
    ),
    Row(
        act=Act.REQUEST_PAYMENT,
        sources=_WORK,
        target=Status.AWAITING_PAYMENT,
        roles=_CLERK | _PROCESSOR,
        clock=ClockEffect.STOPS,
        side=Side.WORK,
        when=_clock_runs,
    ),
    Row(
        act=Act.CONFIRM_PAYMENT,
        sources=_states(Status.AWAITING_PAYMENT),
        target=Status.IN_PROGRESS,
        roles=_CLERK | _PROCESSOR,
        clock=ClockEffect.RESUMES,
        side=Side.EITHER,
    ),
    Row(
        act=Act.SUSPEND,
        sources=_WORK,
        roles=_PROCESSOR,
        clock=ClockEffect.STOPS,
        side=Side.WORK,
        when=_clock_runs,
    ),
    Row(
        act=Act.RESUME,
        sources=_WORK,
        roles=_PROCESSOR,
        clock=ClockEffect.RESUMES,
        side=Side.WORK,
        when=_is_suspended,
    ),
    Row(
        act=Act.RECORD_RESULT,
        sources=_WORK,
        target=Status.RESULT_READY,
        roles=_PROCESSOR,
        side=Side.WORK,
        when=_clock_runs,
    ),
    # A negative answer also ends the waiting for a supplement that did not come (trả lại hồ sơ).
    Row(
        act=Act.RECORD_NEGATIVE,
        sources=_WORK | _AWAITING,
        target=Status.RESULT_READY,
        roles=_PROCESSOR,
        side=Side.WORK,
    ),
    Row(
        act=Act.RETURN_RESULT,
        sources=_states(Status.RESULT_READY),
        target=Status.RETURNED,
        roles=_CLERK,
    ),
    # Trả ngay (2.4): received, resulted and returned in one act at the counter.
    Row(
        act=Act.SERVE_AT_ONCE,
        sources=_states(None, Status.ACCEPTED),
        target=Status.RETURNED,
        roles=_CLERK,
        when=_is_same_day,
    ),
    Row(
        act=Act.FAULT_RESULT,
        sources=_states(Status.RESULT_READY),
        target=Status.IN_PROGRESS,
        roles=_CLERK | _PROCESSOR,
        side=Side.EITHER,
    ),
    Row(act=Act.REFUSE, sources=_AWAITING, target=Status.REFUSED, roles=_CLERK, form=FormKey.REFUSAL),
    Row(
        act=Act.STOP,
        sources=_AWAITING,
        target=Status.STOPPED,
        roles=_PROCESSOR | frozenset({Role.HEAD}),
        form=FormKey.STOP_NOTICE,
        side=Side.WORK,
    ),
    Row(
        act=Act.WITHDRAW,
        sources=_BEFORE_RESULT,
        target=Status.WITHDRAWN,
        roles=_CLERK,
        form=FormKey.STOP_NOTICE,
    ),
    Row(
        act=Act.APOLOGISE,
        sources=_OPEN,
        roles=_PROCESSOR | LEADERS,
        form=FormKey.APOLOGY,
        side=Side.EITHER,
        when=_may_be_reappointed,
    ),
    Row(act=Act.TELL_APPLICANT, sources=_states(Status.RESULT_READY), roles=_CLERK, when=_is_not_told),
    Row(
        act=Act.COLLECT_FEE,
        sources=_OPEN | _states(Status.RETURNED),
        roles=_CLERK,
        form=FormKey.PAYMENT_SLIP,
        when=_is_owed,
    ),
    # Also while it is open: what was taken by mistake would stay in the drawer's books.
    Row(act=Act.REFUND_FEE, sources=_OPEN | _ENDED, roles=_CLERK, when=_is_paid),
    Row(act=Act.RATE, sources=_states(Status.RETURNED), roles=_CLERK, when=_is_not_rated),
    Row(act=Act.CORRECT, sources=_OPEN, roles=_CLERK, form=FormKey.RECEIPT),
    Row(act=Act.VOID, sources=_OPEN, target=Status.VOIDED, roles=_CLERK, second=LEADERS),
    Row(
        act=Act.REOPEN,
        sources=_ENDED,
        roles=frozenset({Role.SUPERVISOR}),
        second=LEADERS,
        when=_was_received,
    ),
    Row(
        act=Act.REPRINT,
        sources=_OPEN | _ENDED | _states(Status.GUIDED),
        roles=_CLERK | _PROCESSOR | LEADERS,
        side=Side.EITHER,
    ),
)
_ROWS: Final = {row.act: row for row in LIFECYCLE}


def row_of(act: Act) -> Row:
    """The table's row for an act."""
    return _ROWS[act]


def acts_for(dossier: Dossier, actor: Actor) -> tuple[Act, ...]:
    """What this person may do with this dossier now, in the table's order; what buttons show."""
    return tuple(
        row.act
        for row in LIFECYCLE
        if actor.may(row.roles) and _is_open_to(row, dossier) and is_on_side(row.side, dossier, actor)
    )


def _is_open_to(row: Row, dossier: Dossier) -> bool:
    if dossier.read_only and row.act is not Act.REPRINT:
        return False
    return dossier.status in row.sources and row.when(dossier)


def require_start(act: Act, actor: Actor) -> None:
    """Raise RoleMissingError unless the actor may begin a dossier by this act."""
    row = _ROWS[act]
    require_role(actor, row.roles)
    if None not in row.sources:
        raise ActForbiddenError(act=act, status="-")


def require_act(act: Act, dossier: Dossier, actor: Actor) -> None:
    """Raise RoleMissingError, NewerVersionError, HeldElsewhereError, ReceivedElsewhereError or ActForbiddenError.

    None of them: the actor may do this now.
    """
    row = _ROWS[act]
    require_role(actor, row.roles)
    if dossier.read_only and act is not Act.REPRINT:
        raise NewerVersionError
    require_side(row.side, dossier, actor)
    if not _is_open_to(row, dossier):
        raise ActForbiddenError(act=act, status=dossier.status)
