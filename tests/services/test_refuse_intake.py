"""A dossier is not taken in: the reason is written down, no code is given."""

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import IntakeRefused
from cgcounter.domain.people import Person
from cgcounter.services.intake import NameMissingError, ProcedureNotInForceError, ProcedureUnknownError
from cgcounter.services.texts import ReasonMissingError, TextTooLongError
from tests.services.desk import APPLICANT, CLERK, Desk, an_intake, at
from tests.services.small_catalogue import DEED

REASON = "Không thuộc thẩm quyền của UBND xã"


def test_a_refusal_is_one_event_without_a_code(desk: Desk) -> None:
    """Who, what, why and when are written down; codes and register count only what was received."""
    before = desk.store.commits
    dossier = desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, REASON)
    assert desk.store.commits == before + 1
    (event,) = desk.events()
    assert isinstance(event.fact, IntakeRefused)
    assert (event.actor, event.base, event.at) == (CLERK.id, (), at(10, 8, 15))
    assert (event.fact.refused_at, event.fact.reason) == (at(10, 8, 15), REASON)
    assert (dossier.status, dossier.code, dossier.register) == (Status.REFUSED, "", None)
    assert (dossier.procedure.code, dossier.applicant) == (DEED.code, APPLICANT)
    assert desk.stored(dossier.id) == dossier
    assert desk.receive().code.endswith("-1001")


def test_a_refusal_clears_the_draft(desk: Desk) -> None:
    """What was typed has become a fact."""
    desk.cases.keep_draft(desk.clerk, an_intake())
    desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, REASON)
    assert desk.cases.keep_draft.load(desk.clerk) is None


@pytest.mark.parametrize(
    ("code", "name", "reason", "error"),
    [
        (DEED.code, "  ", REASON, NameMissingError),
        (DEED.code, "Nguyễn Văn A", " \n", ReasonMissingError),
        ("2.999999", "Nguyễn Văn A", REASON, ProcedureUnknownError),
        ("1.000506", "Nguyễn Văn A", REASON, ProcedureNotInForceError),
        (DEED.code, "Nguyễn Văn A", "Nguyễn " * 3_000, TextTooLongError),
    ],
)
def test_what_is_missing_is_asked_for(
    desk: Desk, code: str, name: str, reason: str, error: type[RuleBrokenError]
) -> None:
    """Name, reason and a procedure in force: without one of them nothing is written and the draft stays."""
    desk.cases.keep_draft(desk.clerk, an_intake())
    with pytest.raises(error) as refused:
        desk.cases.refuse_intake(desk.clerk, code, Person(name), reason)
    assert "Nguyễn" not in str(refused.value)
    assert desk.events() == ()
    assert desk.cases.keep_draft.load(desk.clerk) is not None
