"""A dossier that came in before is judged by the time at which it did."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cgcounter.domain.particulars import DueBasis, LateEntry, LateEntryKind, RegisterEntry
from cgcounter.domain.procedures import Catalogue
from cgcounter.services.intake import (
    DueTimePastError,
    LateEntryAheadError,
    LateIntake,
    LateTimeMissingError,
    ProcedureNotInForceError,
)
from cgcounter.services.texts import ReasonMissingError, TextTooLongError
from tests.services.desk import Desk, an_intake, at
from tests.services.small_catalogue import COPY, DEED, FORMER_POOR_HOUSEHOLD, POOR_HOUSEHOLD


def late(day: int = 8, hour: int = 9, **changes: Any) -> LateIntake:
    """Received by hand in March 2022, while there was no power."""
    return replace(LateIntake(LateEntryKind.HAND_WRITTEN, at(day, hour), "mất điện", "17"), **changes)


def test_code_register_and_due_time_are_those_of_the_day(desk: Desk) -> None:
    """Entered on 10 March, received on 8 March: its code, its row and its due time are of 8 March."""
    dossier = desk.receive(late=late())
    assert dossier.code == "000.12.30.H23-220308-1001"
    assert (dossier.received_at, dossier.due_at) == (at(8, 9), at(10, 17))
    assert dossier.late_entry == LateEntry(LateEntryKind.HAND_WRITTEN, at(10, 8, 15), "mất điện", "17")
    assert desk.events()[0].at == at(10, 8, 15)
    assert desk.marks.highest(1, date(2022, 3, 8)) == 1001
    assert desk.marks.highest(1, date(2022, 3, 10)) is None
    assert not dossier.owes_receipt


def test_the_numbers_of_that_day_go_on(desk: Desk) -> None:
    """What was received on that day itself keeps its code; the register goes on from where it is."""
    desk.clock.set(at(8, 9))
    assert desk.receive().code.endswith("220308-1001")
    desk.clock.set(at(10, 9))
    assert desk.receive().code.endswith("220310-1001")
    dossier = desk.receive(late=late())
    assert dossier.code.endswith("220308-1002")
    assert dossier.register == RegisterEntry("01/2022", 3)


def test_a_day_of_last_year_is_in_last_year_s_register(desk: Desk) -> None:
    """A volume belongs to a counter and a year."""
    dossier = desk.receive(late=late(received_at=at(30, 9, month=12, year=2021)))
    assert dossier.register == RegisterEntry("01/2021", 1)


def test_the_procedure_of_the_day_is_taken(desk: Desk) -> None:
    """What was in force then may be entered now, what came into force since may not."""
    summer = late(received_at=at(20, 9, month=8, year=2021))
    former = desk.receive(procedure_code=FORMER_POOR_HOUSEHOLD.code, late=summer)
    assert former.procedure.code == "1.000506"
    desk.put_catalogue(Catalogue((replace(POOR_HOUSEHOLD, valid_from=date(2021, 9, 1)),)))
    with pytest.raises(ProcedureNotInForceError):
        desk.receive(procedure_code=POOR_HOUSEHOLD.code, late=summer)
    assert desk.receive(procedure_code=POOR_HOUSEHOLD.code).late_entry is None


def test_it_may_have_been_served_at_once(desk: Desk) -> None:
    """Result and return are of the time when the citizen was there."""
    wish = an_intake(procedure_code=COPY.code, late=late())
    dossier = desk.cases.receive_dossier.at_once(desk.clerk, wish)
    assert dossier.result is not None
    assert dossier.returned is not None
    assert dossier.result.released_at == dossier.returned.returned_at == at(8, 9)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"received_at": at(10, 8, 16)}, LateEntryAheadError),
        ({"reason": " "}, ReasonMissingError),
        ({"paper_number": "1" * 501}, TextTooLongError),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, changes: dict[str, Any], error: type[Exception]) -> None:
    """An intake in the future, or without a reason why it comes late, writes nothing."""
    with pytest.raises(error):
        desk.receive(late=late(**changes))
    assert desk.events() == ()


def test_a_typed_due_time_follows_the_intake(desk: Desk) -> None:
    """A due time that has passed since is one that was promised; one before the intake is not."""
    dossier = desk.receive(late=late(), due_basis=DueBasis.TYPED, due_typed=at(9, 11))
    assert dossier.due_at == at(9, 11)
    with pytest.raises(DueTimePastError):
        desk.receive(late=late(), due_basis=DueBasis.TYPED, due_typed=at(8, 9))


def test_without_its_time_nothing_is_received(desk: Desk) -> None:
    """Half typed it is no dossier of now: nothing is written, and the terms shown meanwhile are those of now."""
    with pytest.raises(LateTimeMissingError):
        desk.receive(late=late(received_at=None))
    assert desk.events() == ()
    half_typed = an_intake(late=late(received_at=None))
    assert desk.cases.prepare_intake.terms(half_typed) == desk.cases.prepare_intake.terms(an_intake())


def test_terms_are_those_of_the_day(desk: Desk) -> None:
    """The pane shows what the citizen was promised then."""
    terms = desk.cases.prepare_intake.terms(an_intake(late=late()))
    assert terms.due is not None
    assert terms.due.at == at(10, 17)


@given(st.lists(st.sampled_from([7, 8, 9, 10]), max_size=12))
def test_numbers_of_a_day_rise_in_the_order_of_entry(days: list[int]) -> None:
    """Law: in whatever order days are entered, the codes of each day run from 1001 without a gap."""
    desk = Desk()
    desk.set_up()
    codes = [desk.receive(late=late(day) if day < 10 else None).code for day in days]
    for day in set(days):
        of_day = [int(code[-4:]) for code in codes if f"-2203{day:02d}-" in code]
        assert of_day == list(range(1001, 1001 + len(of_day)))
        assert desk.marks.highest(1, date(2022, 3, day)) == of_day[-1]


def test_the_version_of_then_is_pinned_by_the_catalogue_of_now(desk: Desk) -> None:
    """Of two versions that the catalogue of now holds, the one in force then is taken."""
    before = replace(DEED, name="Tên cũ", valid_to=date(2022, 3, 9))
    desk.put_catalogue(Catalogue((before, replace(DEED, name="Tên mới", valid_from=date(2022, 3, 10)))))
    assert desk.receive(late=late()).procedure.name == "Tên cũ"
    assert desk.receive().procedure.name == "Tên mới"
