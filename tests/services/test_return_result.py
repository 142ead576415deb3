"""A result is given back once, to the applicant or to somebody authorised."""

from uuid import UUID

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import ResultRecorded, ResultReturned
from cgcounter.domain.lifecycle import ActForbiddenError, NewerVersionError
from cgcounter.domain.particulars import DossierId, ReceiverRole, ResultKind, ReturnChannel
from cgcounter.services.ports import DossierNotFoundError
from cgcounter.services.return_result import Receiver, ReceiverMissingError
from tests.services.desk import APPLICANT, CLERK, Desk, at
from tests.services.small_catalogue import COPY, DEED

HUSBAND = Receiver(
    role=ReceiverRole.AUTHORISED, name="Trần Văn Thay", personal_id="030088004321", relation="chồng"
)


def test_the_applicant_takes_the_result(desk: Desk) -> None:
    """The applicant's name is written down without being typed again."""
    ready = desk.bring_to_result()
    desk.clock.advance(hours=1)
    dossier = desk.cases.acts.return_result(desk.clerk, ready.id, Receiver())
    assert dossier.returned == ResultReturned(at(10, 11, 15), receiver_name=APPLICANT.name)
    assert dossier.status is Status.RETURNED
    assert desk.events()[-1].base == (desk.events()[-2].id,)
    assert desk.events()[-1].actor == CLERK.id
    assert desk.stored(dossier.id) == dossier


def test_no_typed_name_replaces_the_applicant_s(desk: Desk) -> None:
    """Who takes it as the applicant is the applicant."""
    ready = desk.bring_to_result()
    dossier = desk.cases.acts.return_result(desk.clerk, ready.id, Receiver(name="Ai Đó"))
    assert dossier.returned is not None
    assert dossier.returned.receiver_name == APPLICANT.name


def test_somebody_authorised_takes_the_result(desk: Desk) -> None:
    """Name, number, relation and channel of the receiver are written down."""
    ready = desk.bring_to_result()
    dossier = desk.cases.acts.return_result(
        desk.clerk,
        ready.id,
        Receiver(
            role=HUSBAND.role,
            name=HUSBAND.name,
            personal_id=HUSBAND.personal_id,
            relation=HUSBAND.relation,
            channel=ReturnChannel.POST,
        ),
    )
    assert dossier.returned == ResultReturned(
        returned_at=at(10, 10, 15),
        receiver=ReceiverRole.AUTHORISED,
        receiver_name="Trần Văn Thay",
        receiver_id="030088004321",
        relation="chồng",
        channel=ReturnChannel.POST,
    )


@pytest.mark.parametrize("name", ["", " ", "\u200b\t"])
def test_somebody_authorised_has_a_name(desk: Desk, name: str) -> None:
    """Without a name nothing is handed over."""
    ready = desk.bring_to_result()
    with pytest.raises(ReceiverMissingError):
        desk.cases.acts.return_result(desk.clerk, ready.id, Receiver(role=ReceiverRole.AUTHORISED, name=name))
    assert desk.stored(ready.id).status is Status.RESULT_READY


@pytest.mark.parametrize("second", [Receiver(), HUSBAND])
@pytest.mark.parametrize("code", [DEED.code, COPY.code])
def test_nothing_is_handed_over_twice(desk: Desk, code: str, second: Receiver) -> None:
    """The second return is refused, also of a same-day dossier and to another person."""
    dossier = desk.receive(procedure_code=code)
    if code == DEED.code:
        desk.cases.acts.hand_over(desk.clerk, dossier.id)
        desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver())
    before = desk.events()
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.return_result(desk.clerk, dossier.id, second)
    assert desk.events() == before


def test_a_same_day_dossier_is_resulted_in_the_same_act(desk: Desk) -> None:
    """Still at the counter, result and return are one commit of two events, at one time."""
    received = desk.receive(procedure_code=COPY.code)
    desk.clock.advance(minutes=20)
    before = desk.store.commits
    dossier = desk.cases.acts.return_result(desk.clerk, received.id, HUSBAND)
    intake, resulted, returned = desk.events()
    assert desk.store.commits == before + 1
    assert resulted.fact == ResultRecorded(at(10, 8, 35))
    assert isinstance(returned.fact, ResultReturned)
    assert (returned.fact.returned_at, returned.fact.receiver_name) == (at(10, 8, 35), "Trần Văn Thay")
    assert (resulted.base, returned.base) == ((intake.id,), (resulted.id,))
    assert dossier.status is Status.RETURNED


def test_a_same_day_dossier_with_a_result_is_returned_plainly(desk: Desk) -> None:
    """What was handed over to a processor has its own result, which the return does not write again."""
    ready = desk.bring_to_result(procedure_code=COPY.code)
    dossier = desk.cases.acts.return_result(desk.clerk, ready.id, Receiver())
    assert dossier.result == ready.result
    assert sum(isinstance(fact, ResultRecorded) for fact in desk.facts()) == 1


@pytest.mark.parametrize("code", [DEED.code, COPY.code])
def test_no_result_no_return(desk: Desk, code: str) -> None:
    """A dossier that others still work on cannot be returned, same-day or not."""
    dossier = desk.receive(procedure_code=code)
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver())
    assert len(desk.events()) == 2


def test_only_same_day_skips_the_hand_over(desk: Desk) -> None:
    """A dossier with a duration is not returned from where it was received."""
    dossier = desk.receive()
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver())


@pytest.mark.parametrize("code", [DEED.code, COPY.code])
def test_a_refused_dossier_has_nothing_to_return(desk: Desk, code: str) -> None:
    """A refusal is terminal."""
    refused = desk.cases.refuse_intake(desk.clerk, code, APPLICANT, "không đủ điều kiện")
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.return_result(desk.clerk, refused.id, Receiver())


def test_an_unknown_dossier_is_told(desk: Desk) -> None:
    """An id that is not here leads to no event."""
    with pytest.raises(DossierNotFoundError):
        desk.cases.acts.return_result(desk.clerk, DossierId(UUID(int=1)), Receiver())


def test_what_a_newer_version_wrote_is_read_only(desk: Desk) -> None:
    """A dossier with an unknown fact is only read here."""
    ready = desk.bring_to_result()
    desk.change_elsewhere(ready)
    with pytest.raises(NewerVersionError):
        desk.cases.acts.return_result(desk.clerk, ready.id, Receiver())
