"""Who may do what: every role at every use case, by the table of section 2.2 and the glossary, typed by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cgcounter.domain.particulars import DossierId, ResultKind
from cgcounter.domain.staff import Actor, Role, RoleMissingError
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.return_result import Receiver
from cgcounter.services.second_person import SecondPerson
from cgcounter.services.set_up_office import NewPerson
from tests.services.desk import APPLICANT, STAFF, Desk, actor_of, an_intake, at
from tests.services.small_catalogue import COPY, DEED

Use = Callable[[Desk, Actor], object]
CLERK, PROCESSOR, SUPERVISOR, HEAD = Role.CLERK, Role.PROCESSOR, Role.SUPERVISOR, Role.HEAD
ADMINISTRATOR = Role.ADMINISTRATOR


def serve(desk: Desk, actor: Actor) -> object:
    return desk.cases.receive_dossier.at_once(actor, an_intake(procedure_code=COPY.code))


def record(desk: Desk, actor: Actor) -> object:
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    return desk.cases.acts.record_result(actor, dossier.id, ResultKind.POSITIVE)


def return_copy(desk: Desk, actor: Actor) -> object:
    return desk.cases.acts.return_result(actor, desk.receive(procedure_code=COPY.code).id, Receiver())


def reprint(desk: Desk, actor: Actor) -> object:
    dossier = desk.receive()
    desk.cases.print_form(desk.clerk, dossier.id)
    return desk.cases.print_form(actor, dossier.id)


def correct(desk: Desk, actor: Actor) -> object:
    return desk.cases.acts.correct_dossier(actor, desk.receive().id, Correction(reason="nhầm", note="mới"))


def at_work(desk: Desk) -> DossierId:
    return desk.cases.acts.hand_over(desk.clerk, desk.receive().id).id


def awaiting(desk: Desk) -> DossierId:
    return desk.cases.acts.request_supplement(desk.processor, at_work(desk), (), "thiếu chữ ký").id


def suspended(desk: Desk) -> DossierId:
    return desk.cases.acts.suspend_clock(desk.processor, at_work(desk), "xác minh").id


def awaiting_payment(desk: Desk) -> DossierId:
    return desk.cases.acts.request_payment(desk.processor, at_work(desk), "thuế").id


def withdrawn(desk: Desk) -> DossierId:
    dossier = desk.receive()
    desk.cases.acts.collect_fee(desk.clerk, dossier.id)
    return desk.cases.acts.end_dossier.withdraw(desk.clerk, dossier.id).id


def returned(desk: Desk) -> DossierId:
    return desk.cases.acts.return_result(desk.clerk, desk.bring_to_result().id, Receiver()).id


LEADER = SecondPerson(STAFF[2].id, "3333")
# Each act of the matrix (2.4), with the roles of 2.2.
ACTS: dict[str, tuple[Use, set[Role]]] = {
    "give guidance": (
        lambda desk, actor: desk.cases.give_guidance(actor, DEED.code, APPLICANT, (), "thiếu chữ ký"),
        {CLERK},
    ),
    "transfer": (lambda desk, actor: desk.cases.acts.hand_over(actor, at_work(desk)), {CLERK, PROCESSOR}),
    "accept": (lambda desk, actor: desk.cases.acts.accept_handover(actor, at_work(desk)), {CLERK, PROCESSOR}),
    "request a supplement": (
        lambda desk, actor: desk.cases.acts.request_supplement(actor, at_work(desk), (), "thiếu"),
        {CLERK, PROCESSOR},
    ),
    "receive a supplement": (
        lambda desk, actor: desk.cases.acts.resume_clock.after_supplement(actor, awaiting(desk), ()),
        {CLERK},
    ),
    "request a payment": (
        lambda desk, actor: desk.cases.acts.request_payment(actor, at_work(desk), "thuế"),
        {CLERK, PROCESSOR},
    ),
    "confirm a payment": (
        lambda desk, actor: desk.cases.acts.resume_clock.after_payment(actor, awaiting_payment(desk)),
        {CLERK, PROCESSOR},
    ),
    "suspend": (
        lambda desk, actor: desk.cases.acts.suspend_clock(actor, at_work(desk), "xác minh"),
        {PROCESSOR},
    ),
    "resume": (lambda desk, actor: desk.cases.acts.resume_clock(actor, suspended(desk)), {PROCESSOR}),
    "record a negative result": (
        lambda desk, actor: desk.cases.acts.record_result(
            actor, at_work(desk), ResultKind.NEGATIVE, note="không đủ điều kiện"
        ),
        {PROCESSOR},
    ),
    "fault a result": (
        lambda desk, actor: desk.cases.acts.fault_result(actor, desk.bring_to_result().id, "sai tên"),
        {CLERK, PROCESSOR},
    ),
    "withdraw": (lambda desk, actor: desk.cases.acts.end_dossier.withdraw(actor, desk.receive().id), {CLERK}),
    "refuse": (
        lambda desk, actor: desk.cases.acts.end_dossier.refuse(actor, awaiting(desk), "quá hạn"),
        {CLERK},
    ),
    "stop": (
        lambda desk, actor: desk.cases.acts.end_dossier.stop(actor, awaiting(desk), "quá hạn"),
        {PROCESSOR, HEAD},
    ),
    "apologise": (
        lambda desk, actor: desk.cases.acts.apologise(actor, desk.receive().id, "quá tải", at(30, 17)),
        {PROCESSOR, SUPERVISOR, HEAD},
    ),
    "tell the applicant": (
        lambda desk, actor: desk.cases.acts.tell_applicant(actor, desk.bring_to_result().id),
        {CLERK},
    ),
    "collect": (lambda desk, actor: desk.cases.acts.collect_fee(actor, desk.receive().id), {CLERK}),
    "refund": (
        lambda desk, actor: desk.cases.acts.collect_fee.refund(actor, withdrawn(desk), 1, "rút"),
        {CLERK},
    ),
    "rate": (lambda desk, actor: desk.cases.acts.rate_dossier(actor, returned(desk), 5), {CLERK}),
    "void": (
        lambda desk, actor: desk.cases.acts.undo_dossier.void(actor, desk.receive().id, "nhầm", LEADER),
        {CLERK},
    ),
    "reopen": (
        lambda desk, actor: desk.cases.acts.undo_dossier.reopen(actor, returned(desk), "trả nhầm", LEADER),
        {SUPERVISOR},
    ),
}

USES: dict[str, tuple[Use, set[Role]]] = ACTS | {
    "receive": (lambda desk, actor: desk.cases.receive_dossier(actor, an_intake()), {CLERK}),
    "serve at once": (serve, {CLERK}),
    "refuse intake": (
        lambda desk, actor: desk.cases.refuse_intake(actor, DEED.code, APPLICANT, "thiếu giấy tờ"),
        {CLERK},
    ),
    "start processing": (
        lambda desk, actor: desk.cases.acts.hand_over(actor, desk.receive().id),
        {CLERK, PROCESSOR},
    ),
    "record result": (record, {PROCESSOR}),
    "return result": (
        lambda desk, actor: desk.cases.acts.return_result(actor, desk.bring_to_result().id, Receiver()),
        {CLERK},
    ),
    "return a same-day dossier": (return_copy, {CLERK}),
    "correct": (correct, {CLERK}),
    "print": (
        lambda desk, actor: desk.cases.print_form(actor, desk.receive().id),
        {CLERK, PROCESSOR, SUPERVISOR, HEAD},
    ),
    "reprint": (reprint, {CLERK, PROCESSOR, SUPERVISOR, HEAD}),
    "preview": (
        lambda desk, actor: desk.cases.print_form.preview(actor, desk.receive().id),
        {CLERK, PROCESSOR, SUPERVISOR, HEAD},
    ),
    "read the daily log": (lambda desk, actor: desk.cases.show_daily_log(actor), {CLERK, SUPERVISOR, HEAD}),
    "preview the daily log": (
        lambda desk, actor: desk.cases.show_daily_log.render(actor),
        {CLERK, SUPERVISOR, HEAD},
    ),
    "print the daily log": (
        lambda desk, actor: desk.cases.show_daily_log.print(actor),
        {CLERK, SUPERVISOR, HEAD},
    ),
    "see the people": (lambda desk, actor: desk.cases.manage_staff.people(actor), {ADMINISTRATOR}),
    "add somebody": (
        lambda desk, actor: desk.cases.manage_staff.add(actor, NewPerson("Lý Mới", (CLERK,), "7777")),
        {ADMINISTRATOR},
    ),
    "change somebody": (
        lambda desk, actor: desk.cases.manage_staff.change(actor, STAFF[0]),
        {ADMINISTRATOR},
    ),
    "reset a PIN": (
        lambda desk, actor: desk.cases.manage_staff.reset_pin(actor, STAFF[0].id, "7777"),
        {ADMINISTRATOR},
    ),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", USES)
def test_who_may(desk: Desk, name: str, role: Role) -> None:
    """Who holds a role of the table may act."""
    use, allowed = USES[name]
    if role in allowed:
        use(desk, actor_of(role))
        return
    with pytest.raises(RoleMissingError):
        use(desk, actor_of(role))
    with desk.store.look() as reading:
        assert reading.reference.staff() == STAFF
    assert not any(event.actor == actor_of(role).id for event in desk.events())
    assert not any(job.title.startswith("DAILY_LOG") for job in desk.printers.printer.jobs)


@pytest.mark.parametrize("name", USES)
def test_nobody_without_a_role(desk: Desk, name: str) -> None:
    """Who holds no role may do nothing."""
    with pytest.raises(RoleMissingError):
        USES[name][0](desk, actor_of())


@pytest.mark.parametrize("name", USES)
def test_one_role_is_enough(desk: Desk, name: str) -> None:
    """A person who holds several roles may do what any of them may."""
    USES[name][0](desk, actor_of(*Role))
