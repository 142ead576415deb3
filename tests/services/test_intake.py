"""The wish of the intake pane: procedure in force, due time, fee, names and lengths."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.money import BadCountError
from cgcounter.domain.particulars import DueBasis, Fee, PaperGiven, ProcedurePin
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Catalogue, UnknownCaseError
from cgcounter.services.intake import (
    DueTimeMissingError,
    DueTimePastError,
    FeeMissingError,
    NameMissingError,
    ProcedureMissingError,
    ProcedureNotInForceError,
    ProcedureUnknownError,
)
from cgcounter.services.texts import TextTooLongError
from tests.services.desk import APPLICANT, Desk, at
from tests.services.small_catalogue import (
    COMPENSATION,
    COPY,
    DEED,
    EXTRACT,
    FORMER_POOR_HOUSEHOLD,
    MARITAL_STATUS,
    POOR_HOUSEHOLD,
)


def test_the_dossier_pins_the_procedure_of_the_day(desk: Desk) -> None:
    """Code, name, field and result are those of the catalogue's version, whose number is pinned."""
    assert desk.receive().procedure == ProcedurePin(
        code="2.001035",
        name="Chứng thực hợp đồng, giao dịch",
        field="Chứng thực",
        catalogue_version=1,
        same_day=False,
        result="Giao dịch được chứng thực",
    )


def test_a_new_catalogue_touches_no_dossier(desk: Desk) -> None:
    """Old dossiers keep name, version and due time of their intake; new ones get the new ones."""
    old = desk.receive()
    longer = msgspec.structs.replace(DEED, name="Chứng thực giao dịch", duration=MARITAL_STATUS.duration)
    assert desk.put_catalogue(Catalogue((longer,))) == 2
    new = desk.receive()
    assert desk.stored(old.id) == old
    assert (old.procedure.catalogue_version, old.due_at) == (1, at(14, 17))
    assert (new.procedure.catalogue_version, new.procedure.name) == (2, "Chứng thực giao dịch")
    assert new.due_at == at(15, 17)


def test_a_local_suffix_is_no_other_procedure(desk: Desk) -> None:
    """Codes match on d.dddddd, whatever suffix the scanned or typed code bears (section 5)."""
    assert desk.receive(procedure_code="2.001035.000.00.00.H23").procedure.code == "2.001035"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("2.999999", ProcedureUnknownError),
        ("Chứng thực", ProcedureUnknownError),
        ("", ProcedureMissingError),
    ],
)
def test_an_unknown_procedure_is_refused(desk: Desk, code: str, error: type[RuleBrokenError]) -> None:
    """What the catalogue does not hold cannot be received; where nothing was chosen that is what is said."""
    with pytest.raises(error):
        desk.receive(procedure_code=code)
    assert desk.events() == ()


def test_a_procedure_out_of_force_is_refused(desk: Desk) -> None:
    """Intake outside the validity is refused, and the words name what replaces it (7.2)."""
    with pytest.raises(ProcedureNotInForceError) as refused:
        desk.receive(procedure_code=FORMER_POOR_HOUSEHOLD.code)
    assert refused.value.fields == {"procedure": "1.000506", "replaced_by": "1.011607"}


@pytest.mark.parametrize(("day", "is_taken"), [(31, True), (32, False)])
def test_validity_is_inclusive(desk: Desk, *, day: int, is_taken: bool) -> None:
    """On the last day of its validity a procedure is still received, on the next it is not."""
    desk.clock.set(at(1, 8, month=8, year=2021) + timedelta(days=day - 1))
    if is_taken:
        assert desk.receive(procedure_code="1.000506").procedure.code == "1.000506"
    else:
        with pytest.raises(ProcedureNotInForceError):
            desk.receive(procedure_code="1.000506")


def test_the_version_of_the_day_is_taken(desk: Desk) -> None:
    """Of several versions of one procedure the one in force on the day of intake counts."""
    until_friday = msgspec.structs.replace(DEED, name="Tên cũ", valid_to=date(2022, 3, 11))
    from_saturday = msgspec.structs.replace(DEED, name="Tên mới", valid_from=date(2022, 3, 12))
    desk.put_catalogue(Catalogue((until_friday, from_saturday)))
    assert desk.receive().procedure.name == "Tên cũ"
    desk.clock.set(at(14, 8))
    assert desk.receive().procedure.name == "Tên mới"


def test_a_procedure_that_nothing_replaces_is_refused_too(desk: Desk) -> None:
    """A procedure whose validity has not begun has no successor to name."""
    desk.put_catalogue(Catalogue((msgspec.structs.replace(DEED, valid_from=date(2022, 3, 11)),)))
    with pytest.raises(ProcedureNotInForceError) as refused:
        desk.receive()
    assert refused.value.fields["replaced_by"] == "-"


@pytest.mark.parametrize(
    ("code", "now", "due_at", "explanation"),
    [
        pytest.param(DEED.code, at(10, 8, 15), at(14, 17), "2 ngày làm việc", id="working days"),
        pytest.param(
            DEED.code, at(8, 9, month=4), at(13, 17, month=4), "2 ngày làm việc, đã trừ nghỉ lễ 11/04",
            id="a holiday on Monday",
        ),
        pytest.param(
            MARITAL_STATUS.code, at(20, 9, month=11, year=2026), at(26, 17, month=11, year=2026),
            "3 ngày làm việc, đã trừ nghỉ lễ 24/11", id="a holiday in the week",
        ),
        pytest.param(POOR_HOUSEHOLD.code, at(10, 8), at(25, 17), "15 ngày", id="calendar days"),
        pytest.param(COPY.code, at(10, 15), at(10, 17), "trong ngày", id="same day at 15:00"),
        pytest.param(
            COPY.code, at(11, 15, 1), at(14, 17), "nhận sau 15:00, trả ngày làm việc sau", id="after 15:00"
        ),
    ],
)  # fmt: skip
def test_the_due_time_is_the_rule_s(
    desk: Desk, code: str, now: datetime, due_at: datetime, explanation: str
) -> None:
    """Due time and its one-line explanation come from the calendar (3.3) and are written down."""
    desk.clock.set(now)
    dossier = desk.receive(procedure_code=code, fee_typed=0)
    assert dossier.due_at == due_at
    assert dossier.due_basis is DueBasis.RULE
    assert dossier.due_explanation == explanation


def test_an_unknown_duration_asks_the_clerk(desk: Desk) -> None:
    """Without a duration in the catalogue there is no due time by rule."""
    with pytest.raises(DueTimeMissingError):
        desk.receive(procedure_code=COMPENSATION.code)


def test_an_unknown_duration_takes_a_typed_time(desk: Desk) -> None:
    """The clerk types the due time, and the dossier tells that it was typed."""
    dossier = desk.receive(
        procedure_code=COMPENSATION.code, due_basis=DueBasis.TYPED, due_typed=at(20, 17, month=4)
    )
    assert (dossier.due_at, dossier.due_basis) == (at(20, 17, month=4), DueBasis.TYPED)
    assert dossier.due_explanation == ""


def test_an_unknown_duration_takes_no_time(desk: Desk) -> None:
    """The clerk may say that there is no due time."""
    dossier = desk.receive(procedure_code=COMPENSATION.code, due_basis=DueBasis.NONE)
    assert (dossier.due_at, dossier.due_basis) == (None, DueBasis.NONE)


def test_no_time_overrules_the_catalogue(desk: Desk) -> None:
    """Also where the catalogue knows the duration, the clerk may promise no time."""
    dossier = desk.receive(due_basis=DueBasis.NONE)
    assert (dossier.due_at, dossier.due_basis, dossier.due_explanation) == (None, DueBasis.NONE, "")


def test_a_typed_time_overrules_the_catalogue(desk: Desk) -> None:
    """An agreement in writing may set another time; the duration of the catalogue stays on record."""
    dossier = desk.receive(due_basis=DueBasis.TYPED, due_typed=at(18, 11, 30))
    assert (dossier.due_at, dossier.duration) == (at(18, 11, 30), DEED.duration)


def test_typed_needs_a_time(desk: Desk) -> None:
    """Who says that the time is typed has to type it, whatever the catalogue knows."""
    with pytest.raises(DueTimeMissingError):
        desk.receive(due_basis=DueBasis.TYPED)


@pytest.mark.parametrize("typed", [at(10, 8, 15), at(9, 17)])
def test_a_typed_time_lies_ahead(desk: Desk, typed: datetime) -> None:
    """A due time at or before the intake is no promise."""
    with pytest.raises(DueTimePastError):
        desk.receive(due_basis=DueBasis.TYPED, due_typed=typed)


def fee(desk: Desk, procedure: str, **changes: Any) -> Fee:
    return desk.receive(procedure_code=procedure, **changes).fee


def test_the_fee_of_the_catalogue(desk: Desk) -> None:
    """A fixed amount stands for the case; nothing was typed."""
    assert fee(desk, DEED.code) == Fee(amount_dong=50_000)


def test_a_procedure_without_a_fee_costs_nothing(desk: Desk) -> None:
    """No fee is 0, not unknown."""
    assert fee(desk, POOR_HOUSEHOLD.code) == Fee()


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [(1, 1, 2_000), (2, 1, 4_000), (3, 1, 5_000), (10, 1, 12_000), (10, 3, 36_000), (500, 2, 400_000)],
)
def test_the_fee_of_certified_copies(desk: Desk, pages: int, copies: int, amount: int) -> None:
    """2.000 for each of two pages, 1.000 for each further one, at most 200.000 a copy (8.1)."""
    assert fee(desk, COPY.code, pages=pages, copies=copies) == Fee(amount, pages, copies)


@given(st.integers(1, 250), st.integers(1, 40))
def test_the_tier_formula(pages: int, copies: int) -> None:
    """Law (8.1): n copies of p pages cost n x min(200000, 2000 x min(p, 2) + 1000 x max(p - 2, 0))."""
    desk = Desk()
    desk.set_up()
    expected = copies * min(200_000, 2_000 * min(pages, 2) + 1_000 * max(pages - 2, 0))
    assert fee(desk, COPY.code, pages=pages, copies=copies).amount_dong == expected


def test_the_fee_of_extracts_counts_copies(desk: Desk) -> None:
    """8.000 a copy; pages do not matter."""
    assert fee(desk, EXTRACT.code, pages=4, copies=3).amount_dong == 24_000


def test_uncounted_is_one(desk: Desk) -> None:
    """Who types no count certifies one copy of one page."""
    assert fee(desk, COPY.code) == Fee(amount_dong=2_000)


def test_absurd_counts_are_refused(desk: Desk) -> None:
    """Ten thousand pages are a slip of the hand."""
    with pytest.raises(BadCountError):
        desk.receive(procedure_code=COPY.code, pages=10_000)


def test_an_unknown_fee_asks_the_clerk(desk: Desk) -> None:
    """What the province sets is typed, or exempted with its reason."""
    with pytest.raises(FeeMissingError):
        desk.receive(procedure_code=MARITAL_STATUS.code)
    assert fee(desk, MARITAL_STATUS.code, fee_typed=15_000) == Fee(amount_dong=15_000, typed=True)


@pytest.mark.parametrize("typed", [0, 45_000])
def test_a_typed_fee_overrules(desk: Desk, typed: int) -> None:
    """The clerk's amount stands, 0 as well, and the dossier tells that it was typed."""
    assert fee(desk, DEED.code, fee_typed=typed) == Fee(amount_dong=typed, typed=True)


@pytest.mark.parametrize("code", [DEED.code, MARITAL_STATUS.code])
def test_an_exemption_means_nothing_is_paid(desk: Desk, code: str) -> None:
    """With its reason nothing is paid, whatever catalogue or clerk say about the amount."""
    exempt = fee(desk, code, exemption="hộ nghèo", fee_typed=15_000, pages=2, copies=1)
    assert exempt == Fee(amount_dong=0, pages=2, copies=1, exemption="hộ nghèo")


def test_an_exemption_needs_its_reason(desk: Desk) -> None:
    """Blanks are no reason: the fee is asked for as if there were no exemption."""
    assert fee(desk, DEED.code, exemption="  \t") == Fee(amount_dong=50_000)
    with pytest.raises(FeeMissingError):
        desk.receive(procedure_code=MARITAL_STATUS.code, exemption=" ")


def test_several_cases_at_once(desk: Desk) -> None:
    """A dossier may be of several cases of its procedure."""
    cases = ("đã ly hôn", "cấp lại")
    assert desk.receive(procedure_code=MARITAL_STATUS.code, cases=cases, fee_typed=0).cases == cases


def test_an_unknown_case_is_refused(desk: Desk) -> None:
    """Only cases of the procedure can be chosen."""
    with pytest.raises(UnknownCaseError):
        desk.receive(cases=("đã ly hôn",))


def test_free_papers_are_taken(desk: Desk) -> None:
    """A paper that the catalogue does not know is taken with its counts and its note."""
    free = PaperGiven("Đơn trình bày", originals=1, copies=2, note="viết tay")
    assert desk.receive(papers=(free,)).papers == (free,)


@pytest.mark.parametrize("name", ["", " ", "\t\n", "\u200b"])
def test_a_dossier_needs_a_name(desk: Desk, name: str) -> None:
    """Nothing that can be read is no name."""
    with pytest.raises(NameMissingError):
        desk.receive(applicant=Person(name))


LONG = "ẩ" * 501
TOO_LONG: dict[str, Mapping[str, Any]] = {
    "name": {"applicant": Person(LONG)},
    "address": {"applicant": Person("A", address=LONG)},
    "email": {"applicant": Person("A", email=LONG)},
    "phone": {"applicant": Person("A", phone=LONG)},
    "personal_id": {"applicant": Person("A", personal_id=LONG)},
    "relation": {"submitter_relation": LONG},
    "note": {"note": LONG},
    "exemption": {"exemption": LONG},
    "paper": {"papers": (PaperGiven(LONG),)},
    "paper_note": {"papers": (PaperGiven("Giấy", note=LONG),)},
    "papers": {"papers": (PaperGiven("Giấy"),) * 61},
}


@pytest.mark.parametrize("field", TOO_LONG)
def test_what_fits_no_form_is_refused(desk: Desk, field: str) -> None:
    """501 letters or 61 papers are too many; the field is named, and what was typed is not."""
    with pytest.raises(TextTooLongError) as refused:
        desk.receive(**TOO_LONG[field])
    assert refused.value.fields["field"] == field
    assert "ẩ" not in str(refused.value)


def test_sixty_papers_fit(desk: Desk) -> None:
    """The longest list that a form can carry."""
    assert len(desk.receive(papers=(PaperGiven("Giấy"),) * 60).papers) == 60


def test_a_submitter_is_held_to_the_same_length(desk: Desk) -> None:
    """The person at the counter is checked as the applicant is."""
    with pytest.raises(TextTooLongError):
        desk.receive(submitter=Person(LONG))


def test_length_is_counted_in_composed_letters(desk: Desk) -> None:
    """500 letters fit, even when they come decomposed as 1,500 code points."""
    decomposed = "a\u0302\u0309" * 500
    assert desk.receive(note=decomposed).note == "ẩ" * 500


@pytest.mark.parametrize(
    "changes",
    [
        {"procedure_code": "2.999999"},
        {"procedure_code": "1.000506"},
        {"procedure_code": COMPENSATION.code},
        {"procedure_code": MARITAL_STATUS.code},
        {"cases": ("lạ",)},
        {"applicant": Person("")},
        {"note": LONG},
    ],
)
def test_a_refused_wish_writes_nothing(desk: Desk, changes: Mapping[str, Any]) -> None:
    """A rule that says no leaves no event, no number, no mark and no citizen's data in its words."""
    with pytest.raises(RuleBrokenError) as refused:
        desk.receive(**changes)
    assert desk.events() == ()
    assert desk.marks.highest(1, date(2022, 3, 10)) is None
    assert APPLICANT.name not in str(refused.value)
    assert desk.receive().code.endswith("-1001")
