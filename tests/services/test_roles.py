"""Who may do what: every role at every use case, by the table of section 2.2 and the glossary, typed by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cgcounter.domain.particulars import ResultKind
from cgcounter.domain.staff import Actor, Role, RoleMissingError
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.return_result import Receiver
from cgcounter.services.set_up_office import NewPerson
from tests.services.desk import APPLICANT, STAFF, Desk, actor_of, an_intake
from tests.services.small_catalogue import COPY, DEED

Use = Callable[[Desk, Actor], object]
CLERK, PROCESSOR, SUPERVISOR, HEAD = Role.CLERK, Role.PROCESSOR, Role.SUPERVISOR, Role.HEAD
ADMINISTRATOR = Role.ADMINISTRATOR


def serve(desk: Desk, actor: Actor) -> object:
    return desk.cases.receive_dossier.at_once(actor, an_intake(procedure_code=COPY.code))


def record(desk: Desk, actor: Actor) -> object:
    dossier = desk.receive()
    desk.cases.start_processing(desk.clerk, dossier.id)
    return desk.cases.record_result(actor, dossier.id, ResultKind.POSITIVE)


def return_copy(desk: Desk, actor: Actor) -> object:
    return desk.cases.return_result(actor, desk.receive(procedure_code=COPY.code).id, Receiver())


def reprint(desk: Desk, actor: Actor) -> object:
    dossier = desk.receive()
    desk.cases.print_receipt(desk.clerk, dossier.id)
    return desk.cases.print_receipt(actor, dossier.id)


def correct(desk: Desk, actor: Actor) -> object:
    return desk.cases.correct_dossier(actor, desk.receive().id, Correction(reason="nhầm", note="mới"))


USES: dict[str, tuple[Use, set[Role]]] = {
    "receive": (lambda desk, actor: desk.cases.receive_dossier(actor, an_intake()), {CLERK}),
    "serve at once": (serve, {CLERK}),
    "refuse intake": (
        lambda desk, actor: desk.cases.refuse_intake(actor, DEED.code, APPLICANT, "thiếu giấy tờ"),
        {CLERK},
    ),
    "start processing": (
        lambda desk, actor: desk.cases.start_processing(actor, desk.receive().id),
        {CLERK, PROCESSOR},
    ),
    "record result": (record, {PROCESSOR}),
    "return result": (
        lambda desk, actor: desk.cases.return_result(actor, desk.bring_to_result().id, Receiver()),
        {CLERK},
    ),
    "return a same-day dossier": (return_copy, {CLERK}),
    "correct": (correct, {CLERK}),
    "print": (
        lambda desk, actor: desk.cases.print_receipt(actor, desk.receive().id),
        {CLERK, SUPERVISOR},
    ),
    "reprint": (reprint, {CLERK, SUPERVISOR}),
    "preview": (
        lambda desk, actor: desk.cases.print_receipt.preview(actor, desk.receive().id),
        {CLERK, SUPERVISOR},
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
