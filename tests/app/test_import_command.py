"""The import command on an office of its own: every kind, twice, with what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cgcounter.app import places
from cgcounter.app.clocks import SystemClock
from cgcounter.app.commands import EXIT_FOUND, EXIT_OK, import_file
from cgcounter.app.opening import open_office
from cgcounter.app.reference_files import seed_data
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import Role
from cgcounter.services.ports import View
from cgcounter.services.set_up_office import NewPerson
from cgcounter.services.settings import Settings
from cgcounter.services.table_file import ImportKind
from tests.app.sheets import number, write_book

OFFICE = Office("xa-cao-an", "UBND XÃ CAO AN", "BỘ PHẬN MỘT CỬA", "Cao An", "000.12.30.H23")


@pytest.fixture
def folders(tmp_path: Path) -> places.Folders:
    """The folders of an office that was just set up."""
    found = places.Folders.under(tmp_path / "office", uses_keyring=False)
    office = open_office(found, Settings, SystemClock())
    people = (NewPerson("Hồ Quản Trị", (Role.ADMINISTRATOR,), "2468"),)
    office.cases.set_up_office(OFFICE, Counter(1), people, seed_data(places.resources()))
    office.close()
    return found


def test_dossiers_on_paper_come_from_a_spreadsheet_once(
    folders: places.Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A look, then the rows that are sound, then nothing more of the same file."""
    file = write_book(
        tmp_path / "sổ giấy.xlsx",
        {
            "Sổ": [
                ("paper_number", "procedure_code", "name", "personal_id", "received_at"),
                ("17", "2.001035", "Trần Thị Mẫu", number(30190001235.0), "08/03/2022"),
                ("18", "9.999999", "Phạm Đức Ví Dụ", "", "08/03/2022"),
            ]
        },
    )
    kind = ImportKind.DOSSIERS
    assert import_file(folders, kind, file, None, dry_run=True) == EXIT_FOUND
    assert import_file(folders, kind, file, None, dry_run=False) == EXIT_FOUND
    assert import_file(folders, kind, file, None, dry_run=False) == EXIT_FOUND
    told = capsys.readouterr().out
    assert "Chỉ xem trước: 1 mới, 0 sửa, 0 bỏ, 1 dòng không nhận." in told
    assert "Nhập đứng tên Hồ Quản Trị (quản trị)." in told
    assert "Đã nhập 1 hồ sơ giấy." in told
    assert "dossiers dòng 2: paper_number – đã có trong máy" in told
    office = open_office(folders, Settings, SystemClock())
    (line,) = office.cases.list_dossiers(View.ALL, limit=9).lines
    office.close()
    assert (line.code, line.personal_id) == ("000.12.30.H23-220308-1001", "030190001235")


def test_a_calendar_with_a_wrong_row_is_left_alone(
    folders: places.Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of it or nothing, and the row is named."""
    file = tmp_path / "lịch.csv"
    file.write_text("date,kind,name\n2028-01-03,day_off,Nghỉ\n2028-02-30,day_off,Nghỉ\n", encoding="utf-8")
    assert import_file(folders, ImportKind.CALENDAR, file, None, dry_run=False) == EXIT_FOUND
    assert capsys.readouterr().out == (
        "Chưa nhập gì: có 1 dòng không đọc được. Sửa các dòng này rồi nhập lại.\n"
        "calendar dòng 3: date – không phải ngày\n"
    )


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        (ImportKind.CATALOGUE, "catalogue/procedures.csv"),
        (ImportKind.CALENDAR, "calendar/calendar.csv"),
        (ImportKind.UNITS, "units/units.csv"),
    ],
)
def test_what_came_with_the_program_changes_nothing(
    folders: places.Folders, kind: ImportKind, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The packaged tables are what the office works by already."""
    assert import_file(folders, kind, places.resources() / file, None, dry_run=False) == EXIT_OK
    assert capsys.readouterr().out == "Không có gì thay đổi.\n"


def test_a_decided_year_is_a_new_version(
    folders: places.Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words name what was taken in."""
    file = tmp_path / "lịch 2028.csv"
    file.write_text("\ufeffdate;kind;name\n01/01/2028;day_off;Tết Dương lịch\n", encoding="utf-8")
    assert import_file(folders, ImportKind.CALENDAR, file, None, dry_run=False) == EXIT_OK
    assert capsys.readouterr().out == "Đã nhập lịch làm việc, phiên bản 2: 1 mới, 0 sửa, 0 bỏ.\n"
