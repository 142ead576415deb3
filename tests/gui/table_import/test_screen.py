"""A table is chosen, seen, looked at and taken in by keys alone; what cannot be taken is told row by row."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol, cast

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication

from cgcounter.domain.facts import DossierReceived
from cgcounter.gui.changes import Topic
from cgcounter.gui.table_import.rows_table import FileRows
from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.services.table_file import Table
from tests.app.sheets import number, write_book
from tests.gui.accessibility import nameless, too_small
from tests.gui.table_import.conftest import Held, Import
from tests.services.small_catalogue import DEED
from tests.typing_keys import press, type_text

PROCEDURES = "code,name,field,level,kind,duration,fee_rule,fee_vnd\n"
GUARDIAN = "1.004837,Đăng ký giám hộ,Hộ tịch,commune,working_days,3,none,0\n"
PAPERS = "procedure_code,case,name,originals,copies,must_submit,reusable\n"
DAYS = "date;kind;name;source\n"
SWAP = "26/04/2025;makeup_workday;Làm bù cho ngày 02/05/2025;CV 8726\n02/05/2025;day_off;Nghỉ bù;CV 8726\n"
UNITS = "unit_key,gso_code,name,kind,valid_from\nxa-cao-an,10891,Xã Cao An,commune,2019-12-01\n"
DOSSIERS = "paper_number,procedure_code,name,received_at,paid_vnd\n"


class ModelTester(Protocol):
    """pytest-qt's tester, which has no types."""

    def check(self, model: QAbstractItemModel) -> None: ...


def write(folder: Path, name: str, text: str, encoding: str = "utf-8-sig") -> Path:
    """A file as a spreadsheet saves it."""
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def catalogue(folder: Path, procedures: str) -> Path:
    """Both files of a catalogue."""
    write(folder, "papers.csv", PAPERS)
    return write(folder, "thu tuc.csv", PROCEDURES + procedures)


def test_a_catalogue_is_seen_and_then_taken(taking: Import, tmp_path: Path) -> None:
    """One key after the look; the office works by it from now on, and whoever shows procedures hears of it."""
    taking.look("catalogue", catalogue(tmp_path, GUARDIAN))
    assert taking.shows(taking.screen.preview)
    assert taking.found[0] == "procedures: rows: 1, columns: 8 · papers: rows: 0, columns: 7"
    assert taking.found[-2].startswith("1 new, 0 changed, 0 unchanged, ")
    assert taking.found[-1] == "F9 takes all of it in together, or nothing."
    assert taking.office.store.commits == 1
    taking.keys("F9")
    assert taking.notice == "Taken in: danh mục, version 2."
    with taking.office.store.look() as reading:
        names = [one.name for one in reading.reference.catalogue().catalogue.procedures]
    assert names == ["Đăng ký giám hộ"]
    assert [change.topics for change in taking.told] == [frozenset({Topic.CATALOGUE})]
    assert not taking.may_take


def test_a_catalogue_with_a_wrong_row_is_not_taken(taking: Import, tmp_path: Path) -> None:
    """The row is named in words, and F9 does nothing."""
    file = catalogue(tmp_path, GUARDIAN + GUARDIAN.replace("1.004837", "1004845"))
    taking.look("catalogue", file)
    assert taking.refused == ["thu tuc.csv, row 3: code – mã sai dạng"]
    assert taking.found[-1] == "Nothing can be taken in before the refused rows are mended in the file."
    taking.keys("F9")
    assert taking.office.store.commits == 1


def test_a_calendar_comes_from_a_spreadsheet(taking: Import, tmp_path: Path) -> None:
    """Dates as dates, numbers as numbers; other years stay."""
    rows = [
        ("date", "kind", "name"),
        (number(45778), "day_off", "Nghỉ bù"),
        ("26/04/2025", "makeup_workday", "Làm bù"),
    ]
    taking.look("calendar", write_book(tmp_path / "lich.xlsx", {"2025": rows}))
    taking.keys("F9")
    with taking.office.store.look() as reading:
        calendar = reading.reference.calendar()
    assert (calendar.is_working(date(2025, 5, 1)), calendar.is_working(date(2025, 4, 26))) == (False, True)
    assert calendar.day_off(date(2022, 4, 11)) is not None
    assert taking.notice == "Taken in: lịch làm việc, version 2."


def test_a_calendar_parted_by_semicolons_is_read(taking: Import, tmp_path: Path) -> None:
    """With the mark of UTF-8 at its beginning, as a spreadsheet of this country saves it."""
    taking.look("calendar", write(tmp_path, "lich.csv", DAYS + SWAP))
    assert taking.found[-2] == "2 new, 0 changed, 0 unchanged, 0 left out, 0 refused."
    assert taking.may_take


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (("date,kind,name\n2025-05-02,day_off,Nghỉ bù\n").encode("utf-16"), "không phải UTF-8"),
        ("date,kind,name\n2025-05-02,day_off,Nghỉ bù\n".encode("cp1258", "replace"), "không phải UTF-8"),
        (b"PK\x03\x04 and no more", "không phải tệp bảng tính"),
    ],
    ids=["utf-16", "cp1258", "cut"],
)
def test_another_encoding_is_refused_beside_the_file(
    taking: Import, tmp_path: Path, content: bytes, remark: str
) -> None:
    """Nothing is guessed: letters would come in wrong. The page stays as it was filled in."""
    file = tmp_path / "lich.csv"
    file.write_bytes(content)
    taking.look("calendar", file)
    assert taking.shows(taking.screen.choose)
    assert [remark in words for words in taking.remarks] == [True]
    assert taking.screen.choose.answer().file == str(file)


def test_a_missing_file_and_no_file_are_told_beside_it(taking: Import, tmp_path: Path) -> None:
    """Both in words; the next try needs only the path."""
    taking.keys("Return", "Return")
    assert taking.remarks == ["Name the file, or look for it."]
    taking.keys(f"'{tmp_path / 'x.csv'}'", "Return")
    assert ["không có tệp này" in words for words in taking.remarks] == [True]


def test_missing_and_unknown_columns_are_told_by_name(taking: Import, tmp_path: Path) -> None:
    """The rows are shown all the same; nothing goes on before the columns are there."""
    taking.look(
        "units", write(tmp_path, "don vi.csv", "unit_key,ten,kind,valid_from\nx,Xã,commune,2022-01-01\n")
    )
    assert taking.found == [
        "units: rows: 1, columns: 4",
        "units lacks the columns name. Add them with exactly these names.",
        "units: nobody reads the columns ten.",
    ]
    model = taking.screen.preview.rows.model()
    assert [model.index(0, column).data() for column in range(5)] == ["2", "x", "Xã", "commune", "2022-01-01"]
    assert not taking.may_take


def test_a_list_without_the_office_itself_is_refused(taking: Import, tmp_path: Path) -> None:
    """In words over the preview; nothing changes."""
    taking.look("units", write(tmp_path, "don vi.csv", UNITS.replace("xa-cao-an", "ubnd-huyen")))
    assert "không có đơn vị của cơ quan hoặc quầy này" in taking.notice
    assert not taking.may_take
    taking.keys("Esc")
    taking.look("units", write(tmp_path, "don vi.csv", UNITS))
    assert taking.found[-1] == "Nothing in this file is new."
    assert taking.notice == ""


def test_a_list_of_units_takes_the_place_of_the_last(taking: Import, tmp_path: Path) -> None:
    """One key, and the office hands over to the units of the file."""
    court = "phong-tu-phap,,Phòng Tư pháp,justice_department,2022-01-01\n"
    taking.look("units", write(tmp_path, "don vi.csv", UNITS + court))
    assert taking.found[-2] == "1 new, 0 changed, 1 unchanged, 0 left out, 0 refused."
    taking.keys("F9")
    with taking.office.store.look() as reading:
        assert [one.name for one in reading.reference.units().units] == ["Xã Cao An", "Phòng Tư pháp"]


def test_rows_of_a_spreadsheet_are_told_by_its_sheet(taking: Import, tmp_path: Path) -> None:
    """Whatever the sheet is called, with the number that the spreadsheet shows; nothing of it is taken."""
    rows = [
        ("date", "kind", "name"),
        ("02/05/2025", "day_off", "Nghỉ bù"),
        ("", "", ""),
        ("30/02/2025", "day_off", "x"),
    ]
    taking.look("calendar", write_book(tmp_path / "lich.xlsx", {"Năm 2025": rows}))
    assert taking.refused == ["Năm 2025, row 4: date – không phải ngày"]
    taking.keys("F9")
    assert taking.office.store.commits == 1


def test_only_the_first_twenty_rows_are_shown(taking: Import, tmp_path: Path) -> None:
    """The counts are those of the whole file."""
    rows = "".join(f"{day:02d}/06/2025;day_off;Nghỉ;x\n" for day in range(1, 31))
    taking.look("calendar", write(tmp_path, "lich.csv", DAYS + rows))
    model = taking.screen.preview.rows.model()
    assert (model.rowCount(), model.index(19, 0).data()) == (20, "21")
    assert taking.found[-2].startswith("30 new")


def dossiers(folder: Path, *rows: str) -> Path:
    """A book of paper dossiers."""
    return write(folder, "so giay.csv", DOSSIERS + "".join(f"{row}\n" for row in rows))


GOOD = f"17,{DEED.code},Trần Thị Mẫu,08/03/2022,50.000"
OTHER = f"18,{DEED.code},Phạm Đức Ví Dụ,08/03/2022,"
BAD = "19,9.999999,Đỗ Thị Thử,08/03/2022,"


def test_dossiers_are_taken_over_by_who_proves_it_is_them(taking: Import, tmp_path: Path) -> None:
    """The PIN of who is signed in; the sound rows come in together, in their name, their money with them."""
    taking.look("dossiers", dossiers(tmp_path, GOOD, BAD, OTHER))
    assert taking.found[-2:] == [
        "2 new, 0 changed, 0 unchanged, 0 left out, 1 refused.",
        "The refused rows are left out and stay in the file; the others come in together.",
    ]
    assert taking.refused == ["so giay.csv, row 3: procedure_code – không có thủ tục này"]
    taking.keys("F9")
    assert taking.shows(taking.screen.pin)
    assert taking.office.events() == ()
    taking.keys("'5555'", "Return")
    assert taking.notice == "Dossiers taken over: 2."
    received = [event for event in taking.office.events() if isinstance(event.fact, DossierReceived)]
    assert [event.actor for event in received] == [taking.office.administrator.id] * 2
    assert [taking.office.stored(event.dossier).owed_dong for event in received] == [0, 50_000]
    assert [change.topics for change in taking.told] == [frozenset({Topic.DOSSIERS})]


def test_a_wrong_pin_takes_nothing_over(taking: Import, tmp_path: Path) -> None:
    """It is told beside the field, which is empty again; Esc leads back to what was looked at."""
    taking.look("dossiers", dossiers(tmp_path, GOOD))
    taking.keys("F9", "'1111'", "Return")
    assert ["Mã PIN không đúng" in words for words in taking.remarks] == [True]
    assert taking.office.events() == ()
    taking.keys("Esc")
    assert (taking.shows(taking.screen.preview), taking.may_take) == (True, True)
    taking.keys("F9", "'5555'", "Return")
    assert len(taking.office.events()) == 2


def test_the_same_book_again_has_nothing_to_take(taking: Import, tmp_path: Path) -> None:
    """What is there is told as there."""
    file = dossiers(tmp_path, OTHER)
    taking.look("dossiers", file)
    taking.keys("F9", "'5555'", "Return", "Esc", "Return", "Return")
    assert taking.refused == ["so giay.csv, row 2: paper_number – đã có trong máy"]
    assert not taking.may_take


def test_refused_rows_are_saved_for_who_made_the_book(taking: Import, tmp_path: Path) -> None:
    """Where, why and what stands there, as a sheet that spreadsheets read as UTF-8 and do not reckon."""
    taking.look("dossiers", dossiers(tmp_path, GOOD, BAD, f"=1+1,{DEED.code},Vũ Thị Thử,hôm qua,"))
    folder = tmp_path / "gửi"
    folder.mkdir()
    taking.keys("F7", "Ctrl+A", f"'{folder}'", "Return")
    (file,) = folder.iterdir()
    assert file.name == "so giay - refused rows.csv"
    assert taking.notice == f"Saved as {file}."
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as sheet:
        assert list(csv.reader(sheet)) == [
            ["Sheet", "Row", "Column", "Reason", "What stands there"],
            ["so giay.csv", "3", "procedure_code", "không có thủ tục này", "9.999999"],
            ["so giay.csv", "4", "received_at", "không phải ngày", "hôm qua"],
        ]


def test_a_folder_that_cannot_be_written_is_told(taking: Import, tmp_path: Path) -> None:
    """The list stays, and Esc puts the folder away before it leads back."""
    taking.look("dossiers", dossiers(tmp_path, BAD))
    taking.keys("F7", "Ctrl+A", f"'{tmp_path / 'nowhere'}'", "Return")
    assert taking.notice.startswith("The file could not be written")
    taking.keys("Esc")
    assert taking.shows(taking.screen.preview)
    taking.keys("Esc")
    assert taking.shows(taking.screen.choose)


def test_esc_stops_a_long_take_over_and_nothing_is_kept(held: Held, tmp_path: Path) -> None:
    """Until it is saved; what was done of it is undone, and the file can be taken in all the same."""
    taking = held.taking
    taking.look("dossiers", dossiers(tmp_path, GOOD, OTHER))
    held.work.close()
    press(taking.screen, "F9")
    type_text(taking.screen, "5555")
    press(taking.screen, "Return")
    held.wait()
    press(taking.screen, "Esc")
    held.work.open()
    taking.settle()
    assert taking.notice == "Đã dừng theo yêu cầu. Chưa in và chưa nhập gì."
    assert taking.office.events() == ()
    assert taking.shows(taking.screen.preview)


def test_who_locks_the_window_stops_it_too(held: Held, tmp_path: Path) -> None:
    """Nothing comes in behind a locked window."""
    taking = held.taking
    taking.look("dossiers", dossiers(tmp_path, GOOD, OTHER))
    held.work.close()
    taking.presenter._run(taking.office.administrator, dry_run=False, done=taking.presenter._tell_taken)
    held.wait()
    taking.office.stage.session.leave()
    held.work.open()
    taking.settle()
    assert taking.office.events() == ()


def test_who_gave_the_role_away_is_led_out(taking: Import) -> None:
    """Tables are the administrator's."""
    taking.office.sign_in(taking.office.clerk)
    assert taking.closings == 1


def test_everything_has_a_name_and_can_be_hit(taking: Import, tmp_path: Path) -> None:
    """On each of the three steps."""
    for reach in ((), ("look",), ("F9",)):
        if reach == ("look",):
            taking.look("dossiers", dossiers(tmp_path, GOOD, BAD))
            taking.keys("F7")
        else:
            taking.keys(*reach)
        assert nameless(taking.screen) == []
        assert too_small(taking.screen) == []


@pytest.mark.parametrize("kind", ["dossiers", "catalogue"])
def test_each_step_fits_the_small_screen_at_the_largest_zoom(
    taking: Import, app: QApplication, tmp_path: Path, kind: str
) -> None:
    """At 160 %, with refused rows, the folder asked for and a notice, within 1366 x 728."""
    apply_theme(app, Scheme.LIGHT, 160)
    files = {"dossiers": dossiers(tmp_path, GOOD, BAD), "catalogue": catalogue(tmp_path, GUARDIAN * 2)}
    taking.look(kind, files[kind])
    taking.keys("F7", "Ctrl+A", f"'{tmp_path / 'nowhere'}'", "Return")
    QApplication.processEvents()
    assert taking.notice
    assert (taking.screen.width(), taking.screen.height()) == (1366, 728)


def test_the_rows_are_a_model(qtmodeltester: ModelTester) -> None:
    """Qt's own checks, empty and filled."""
    check = cast("Callable[[QAbstractItemModel], None]", qtmodeltester.check)
    model = FileRows()
    check(model)
    model.show_table(Table("units", "x.csv", "x.csv", ("a", "b"), ({"a": "1", "b": "2"}, {"a": "3"})))
    check(model)
