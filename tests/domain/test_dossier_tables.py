"""Open dossiers on paper, read from a table row by row: what is known is taken, what is wrong is named."""

from __future__ import annotations

from datetime import datetime

import pytest

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier_tables import PaperDossier, read_dossier
from cgcounter.domain.people import PartialDate, Person
from cgcounter.domain.tables import CellRefusedError, Cells, RefusalReason

LEAST = {
    "paper_number": "12/2021",
    "procedure_code": "1.004884",
    "name": "Đỗ Thị Thử",
    "received_at": "10/03/2022",
}


def read(**cells: str) -> PaperDossier:
    """The least that a row says, with some cells changed."""
    return read_dossier(Cells(LEAST | cells))


def test_a_row_needs_a_number_a_procedure_a_name_and_a_day() -> None:
    """Where no clock time is written, the office received at 7:30; what is not said stays unknown."""
    assert read() == PaperDossier(
        paper_number="12/2021",
        code="",
        procedure_code="1.004884",
        applicant=Person(name="Đỗ Thị Thử"),
        received_at=datetime(2022, 3, 10, 7, 30, tzinfo=TIME_ZONE),
    )


def test_a_full_row_becomes_a_dossier_cell_by_cell() -> None:
    """Each column has its field; a clock time that is written stands."""
    dossier = read(
        paper_number="",
        code="H23.99-220310-0007",
        received_at="2022-03-10 14:20",
        cases="có yếu tố nước ngoài; xác minh",
        papers="Tờ khai;  Giấy chứng sinh ;",
        personal_id="030190001234",
        birth_date="1990",
        phone="0912345678",
        address="Thôn Thử, Cao An",
        email="thu@example.vn",
        due_at="17/03/2022",
        fee_vnd="8.000",
        paid_vnd="5.000",
        note="Gọi trước",
        reason="Hồ sơ cũ",
    )
    assert dossier == PaperDossier(
        paper_number="",
        code="H23.99-220310-0007",
        procedure_code="1.004884",
        applicant=Person(
            name="Đỗ Thị Thử",
            personal_id="030190001234",
            birth_date=PartialDate(1990),
            phone="0912345678",
            address="Thôn Thử, Cao An",
            email="thu@example.vn",
        ),
        received_at=datetime(2022, 3, 10, 14, 20, tzinfo=TIME_ZONE),
        cases=("có yếu tố nước ngoài", "xác minh"),
        papers=("Tờ khai", "Giấy chứng sinh"),
        due_at=datetime(2022, 3, 17, 17, 0, tzinfo=TIME_ZONE),
        fee_dong=8000,
        paid_dong=5000,
        note="Gọi trước",
        reason="Hồ sơ cũ",
    )


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"paper_number": ""}, "paper_number", RefusalReason.MISSING),
        ({"procedure_code": ""}, "procedure_code", RefusalReason.MISSING),
        ({"name": ""}, "name", RefusalReason.MISSING),
        ({"received_at": ""}, "received_at", RefusalReason.MISSING),
        ({"received_at": "31/02/2022"}, "received_at", RefusalReason.BAD_DATE),
        ({"received_at": "31/12/1999"}, "received_at", RefusalReason.BAD_DATE),
        ({"due_at": "mai"}, "due_at", RefusalReason.BAD_DATE),
        ({"code": "H23.99-220230-0007"}, "code", RefusalReason.BAD_CODE),
        ({"birth_date": "xưa"}, "birth_date", RefusalReason.BAD_DATE),
        ({"fee_vnd": "tám nghìn"}, "fee_vnd", RefusalReason.BAD_NUMBER),
        ({"paid_vnd": "rồi"}, "paid_vnd", RefusalReason.BAD_NUMBER),
        ({"fee_vnd": "8000", "paid_vnd": "8001"}, "paid_vnd", RefusalReason.MORE_THAN_FEE),
        ({"exemption": "Hộ nghèo", "paid_vnd": "1000"}, "paid_vnd", RefusalReason.MORE_THAN_FEE),
    ],
)
def test_the_first_wrong_cell_is_named(cells: dict[str, str], column: str, reason: RefusalReason) -> None:
    """Nothing is guessed: the row is refused with its column and why."""
    with pytest.raises(CellRefusedError) as refused:
        read(**cells)
    assert (refused.value.column, refused.value.reason) == (column, reason)


def test_an_exemption_without_money_stands() -> None:
    """Who is exempt has paid nothing; an empty cell says the same as none."""
    assert (read(exemption="Hộ nghèo").exemption, read(exemption="Hộ nghèo").paid_dong) == ("Hộ nghèo", 0)


def test_a_due_time_that_was_never_given_is_said_so() -> None:
    """3.2: a procedure may have no ngày hẹn trả; that is not the same as a due time that is not known."""
    assert (read(due_at="none").due_at, read(due_at="none").promises_none) == (None, True)
    assert (read().due_at, read().promises_none) == (None, False)


@pytest.mark.parametrize(
    ("column", "written", "meant"),
    [
        # A code as a number loses the zeros at its end: six digits stand behind the point (5).
        ("procedure_code", "1.00488", "1.004880"),
        ("procedure_code", "2.001", "2.001000"),
        ("procedure_code", "1.004884.000.00.00.H23", "1.004884.000.00.00.H23"),
        ("personal_id", "30190001234", "030190001234"),
        ("personal_id", "142345678", "142345678"),
        ("personal_id", "0800123456", "0800123456"),
        ("personal_id", "1090001234", "1090001234"),
        ("personal_id", "0800123456-001", "0800123456001"),
        ("phone", "912345678", "0912345678"),
        ("phone", "0912345678", "0912345678"),
        ("phone", "113", "113"),
    ],
)
def test_zeros_that_a_spreadsheet_dropped_come_back(column: str, written: str, meant: str) -> None:
    """6.2, 6.3: 12 digits of a card, 10 of a phone; an old number of 9 digits and a tax number stay as they are."""
    dossier = read(**{column: written})
    values = {
        "procedure_code": dossier.procedure_code,
        "personal_id": dossier.applicant.personal_id,
        "phone": dossier.applicant.phone,
    }
    assert values[column] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", None),
        ("1956", PartialDate(1956)),
        ("03/1956", PartialDate(1956, 3)),
        ("05/03/1956", PartialDate(1956, 3, 5)),
        ("1956-03-05", PartialDate(1956, 3, 5)),
        ("20519", PartialDate(1956, 3, 5)),  # as a spreadsheet counts days
    ],
)
def test_a_birth_date_may_be_known_in_part(written: str, meant: PartialDate | None) -> None:
    """6.3: older people may have a year, or a month and a year, only."""
    assert read(birth_date=written).applicant.birth_date == meant
