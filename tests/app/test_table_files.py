"""Tables of CSV files and spreadsheets are read whole, or the file is refused by name and reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from cgcounter.app.reference_files import read_catalogue_rows
from cgcounter.app.table_files import TableUnreadableError, read_rows
from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.dossier_tables import read_dossier
from cgcounter.domain.tables import Cells, ColumnsMissingError
from tests.app.sheets import Raw, number, write_book

HEADER = (
    "paper_number",
    "procedure_code",
    "name",
    "personal_id",
    "phone",
    "received_at",
    "due_at",
    "fee_vnd",
)


def test_what_a_spreadsheet_makes_of_cells_survives(tmp_path: Path) -> None:
    """Numbers of cards, phones and codes typed as numbers, dates as dates or numbers, and a formula's value."""
    row = (
        number(17.0),
        number(2.00063),
        "Nguyễn Thị Đỗ Quyên",
        number(30190012345.0),
        number(912345678.0),
        Raw("date:<v>44630.34375</v>"),
        number(44634),
        Raw("<f>B9*2</f><v>16000</v>"),
    )
    (found,) = read_rows(write_book(tmp_path / "hồ sơ.xlsx", {"Trang 1": [HEADER, row]}), HEADER)
    paper = read_dossier(Cells(found))
    assert (paper.paper_number, paper.procedure_code) == ("17", "2.000630")
    assert (paper.applicant.personal_id, paper.applicant.phone) == ("030190012345", "0912345678")
    assert paper.received_at.isoformat() == "2022-03-10T08:15:00+07:00"
    assert paper.due_at is not None
    assert paper.due_at.isoformat() == "2022-03-14T17:00:00+07:00"
    assert paper.fee_dong == 16_000


def test_a_catalogue_is_read_from_sheets_by_name(tmp_path: Path) -> None:
    """Procedures, papers and terms lie in sheets of these names, in any order and case."""
    book = write_book(
        tmp_path / "danh mục.xlsx",
        {
            "Ghi chú": [["x"]],
            "TERMS": [
                ["procedure_code", "channel", "case", "fee_rule", "fee_vnd"],
                ["1.004222", "online", "", "fixed", "10000"],
            ],
            "Papers": [
                ["procedure_code", "case", "name", "originals", "copies", "must_submit", "reusable"],
                ["1.004222", "", "Tờ khai CT01", number(1.0), number(0.0), "yes", "household"],
            ],
            "procedures": [
                ["code", "name", "field", "level", "kind", "duration", "fee_rule", "fee_vnd"],
                ["1.004222", "Đăng ký thường trú", "Cư trú", "commune_police", "working_days", "7", "fixed", "20000"],
            ],
        },
    )  # fmt: skip
    reading = catalogue_from_rows(*read_catalogue_rows(book))
    assert reading.refusals == ()
    (procedure,) = reading.catalogue.procedures
    assert procedure.papers[0].of_household
    assert [one.charge.dong for one in procedure.terms if one.charge] == [10_000]


def test_blank_rows_of_a_csv_keep_the_numbers_of_the_others(tmp_path: Path) -> None:
    """Refusals name rows as a spreadsheet counts them."""
    file = tmp_path / "x.csv"
    file.write_text("code,name\n\n1,Một\n", encoding="utf-8")
    assert read_rows(file, ("code",)) == [{"code": "", "name": ""}, {"code": "1", "name": "Một"}]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_marks_between_cells_are_seen(tmp_path: Path, mark: str) -> None:
    """Where a comma stands in numbers a spreadsheet saves with semicolons."""
    file = tmp_path / "x.csv"
    file.write_text(mark.join(("code", "name")) + "\n" + mark.join(("1", "Xã, thị trấn")), encoding="utf-8")
    assert read_rows(file, ("code", "name")) == [{"code": "1", "name": "Xã, thị trấn"}]


def _zip(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as out:
        for name, body in parts.items():
            out.writestr(name, body)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 and no more", "not_spreadsheet"),
        (_zip(readme=b"hello"), "not_spreadsheet"),
        (_zip(bomb=bytes(65 * 1024**2)), "too_large"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """A cut file, an archive of other things, and one that would fill the memory."""
    file = tmp_path / "x.xlsx"
    file.write_bytes(content)
    with pytest.raises(TableUnreadableError) as refused:
        read_rows(file, ("code",))
    assert refused.value.fields == {"file": "x.xlsx", "reason": reason}


def test_two_cells_far_apart_are_refused(tmp_path: Path) -> None:
    """All cells between them would be held in memory."""
    file = write_book(tmp_path / "x.xlsx", {"x": [["code"], ["1"]]})
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'r="A2"', b'r="XFD1048576"')
    file.write_bytes(_zip(**parts))
    with pytest.raises(TableUnreadableError) as refused:
        read_rows(file, ("code",))
    assert refused.value.fields["reason"] == "too_large"


def test_a_book_without_the_papers_is_refused(tmp_path: Path) -> None:
    """A catalogue of which nothing is asked for was not meant; terms may be missing."""
    header = ["code", "name", "field", "level", "kind", "duration", "fee_rule"]
    with pytest.raises(TableUnreadableError) as refused:
        read_catalogue_rows(write_book(tmp_path / "x.xlsx", {"procedures": [header]}))
    assert refused.value.fields["reason"] == "no_such_sheet"
    with pytest.raises(ColumnsMissingError):
        read_catalogue_rows(write_book(tmp_path / "y.xlsx", {"procedures": [header], "papers": [[]]}))
