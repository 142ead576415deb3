"""The sets of forms: which form is in force on the day of intake, and what of it is confirmed."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from cgcounter.domain.form_sets import FormNotInSetError, FormSets, form_sets_from_rows
from cgcounter.domain.forms import FormKey
from cgcounter.domain.tables import RefusalReason

LAST_OF_2018, FIRST_OF_2025 = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def form_sets(resources: Path) -> FormSets:
    """The table that comes with the program, read whole."""
    with (resources / "forms" / "form_sets.csv").open(encoding="utf-8", newline="") as file:
        reading = form_sets_from_rows(csv.DictReader(file))
    assert reading.refusals == ()
    return reading.form_sets


def test_the_six_forms_of_2018_have_their_numbers_and_titles(form_sets: FormSets) -> None:
    """Numbers and titles as TT 01/2018/TT-VPCP lists them (facts, section 4)."""
    assert {
        form.head.number: (form.form, form.head.title)
        for form in form_sets.forms
        if form.form_set == "2018" and form.head.number
    } == {
        1: (FormKey.RECEIPT, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        2: (FormKey.SUPPLEMENT, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        3: (FormKey.REFUSAL, "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
        4: (FormKey.APOLOGY, "Phiếu xin lỗi và hẹn lại ngày trả kết quả"),
        5: (FormKey.CONTROL_SLIP, "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        6: (FormKey.REGISTER, "Sổ theo dõi hồ sơ"),
    }


def test_the_seven_forms_of_2025_shift_their_numbers(form_sets: FormSets) -> None:
    """The stop notice is new, and control slip and register move on by one (facts 4.8)."""
    assert {
        form.head.number: (form.form, form.head.title)
        for form in form_sets.forms
        if form.form_set == "2025" and form.head.number
    } == {
        1: (FormKey.RECEIPT, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        2: (FormKey.SUPPLEMENT, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        3: (FormKey.REFUSAL, "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
        4: (FormKey.APOLOGY, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
        5: (FormKey.STOP_NOTICE, "Thông báo dừng giải quyết hồ sơ"),
        6: (FormKey.CONTROL_SLIP, "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        7: (FormKey.REGISTER, "Sổ theo dõi hồ sơ"),
    }


def test_the_day_of_intake_chooses_the_set(form_sets: FormSets) -> None:
    """A dossier of June 2025 keeps the forms of 2018, one of July has those of 2025."""
    assert form_sets.head(FormKey.CONTROL_SLIP, LAST_OF_2018).number == 5
    assert form_sets.head(FormKey.CONTROL_SLIP, FIRST_OF_2025).number == 6


def test_a_form_that_a_set_lacks_is_not_made_up(form_sets: FormSets) -> None:
    """The set of 2018 has no notice of a stop."""
    with pytest.raises(FormNotInSetError):
        form_sets.head(FormKey.STOP_NOTICE, LAST_OF_2018)


def test_what_is_not_confirmed_is_listed_and_cites_no_law(form_sets: FormSets) -> None:
    """All seven forms of 2025 wait for a confirmation, and no circular of theirs is printed."""
    unconfirmed = form_sets.unconfirmed()
    assert {form.form_set for form in unconfirmed} == {"2025"}
    assert len(unconfirmed) == 7
    assert {form.head.circular for form in unconfirmed} == {""}


def test_a_row_of_an_unknown_form_is_refused_by_its_number() -> None:
    """The row and its column are named; the others are taken."""
    rows = [
        {"form_set": "2018", "form": "RECEIPT", "number": "1", "title": "Giấy tiếp nhận"},
        {"form_set": "2018", "form": "INVOICE", "number": "9", "title": "Hóa đơn"},
    ]
    reading = form_sets_from_rows(rows)
    assert [form.form for form in reading.form_sets.forms] == [FormKey.RECEIPT]
    (refusal,) = reading.refusals
    assert (refusal.row_number, refusal.column, refusal.reason_code) == (
        3,
        "form",
        RefusalReason.UNKNOWN_VALUE,
    )
