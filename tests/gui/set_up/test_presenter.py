"""Tests of the first run: by keys alone, before the real use case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.forms import PaperSize
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import Role
from cgcounter.services.ports import DataFileError, PrinterError
from cgcounter.services.print_form import Rendered
from cgcounter.services.settings import PaperContext, Settings
from tests.fakes.fake_clock import FakeClock
from tests.gui.set_up.first_run import (
    PAST_ROLES,
    TO_CATALOGUE,
    TO_CODE,
    TO_OFFICE,
    TO_PERSON,
    TO_PRINTERS,
    TO_SHEET,
    FirstRun,
)

Show = Callable[[QWidget], None]


@pytest.fixture
def first_run(qapp: object, resources: Path, qtbot: QtBot, show: Show) -> Iterator[FirstRun]:
    """The set-up before a data file in which there is nothing yet, asking how to begin."""
    first_run = FirstRun(resources, qtbot)
    first_run.presenter.open()
    show(first_run.screen)
    first_run.screen.page.take_focus()
    yield first_run
    first_run.machine.runner.close()


def test_an_office_is_set_up_by_keys_alone(first_run: FirstRun) -> None:
    """From the first key to the put-away sheet: what was typed is written down, and told once."""
    first_run.keys(*TO_SHEET)
    assert first_run.shows(first_run.screen.sheet)
    first_run.keys("Return")
    assert first_run.sheets.printed == [Rendered(b"sheet of Cao An 2", "RECOVERY_SHEET")]
    assert "The sheet is printed." in first_run.words
    first_run.keys("Space", "Return", "Return")

    assert [done.office for done in first_run.done] == [
        Office(
            unit_key="xa-cao-an",
            authority="ỦY BAN NHÂN DÂN XÃ CAO AN",
            office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            place="Cao An",
            agency_code="H23.12.3",
        )
    ]
    assert first_run.done[0].counter == Counter(2)
    assert first_run.done[0].sheet == first_run.sheets.printed[0]
    with first_run.store.look() as reading:
        assert reading.reference.office() == first_run.done[0].office
        assert reading.reference.counter() == Counter(2)
        assert [(one.name, one.roles, one.pin_hash) for one in reading.reference.staff()] == [
            ("Lê Thị Ẩn", (Role.CLERK, Role.ADMINISTRATOR), "hash of 1234")
        ]
        assert reading.reference.catalogue().catalogue.find("1.004884") is not None


def test_the_language_is_asked_for_first(first_run: FirstRun) -> None:
    """In both languages, the one that the window speaks marked; the same again goes on, the other is asked for."""
    assert first_run.shows(first_run.screen.language)
    assert "Ngôn ngữ · Language" in first_run.words
    first_run.keys("Return")
    assert first_run.shows(first_run.screen.welcome)
    first_run.keys("Escape", "2")
    assert first_run.languages == ["en"]
    assert first_run.shows(first_run.screen.language)


def test_a_chosen_language_is_not_asked_for_again(first_run: FirstRun) -> None:
    """The pages that are made anew in it begin with how to begin."""
    first_run.presenter.open(language_is_chosen=True)
    assert first_run.shows(first_run.screen.welcome)


def test_nothing_is_written_before_the_last_answer(first_run: FirstRun) -> None:
    """Whoever turns back, or loses power, finds an empty data file."""
    first_run.keys(*TO_CATALOGUE)
    assert first_run.store.commits == 0
    first_run.keys("Return")
    assert first_run.store.commits == 1
    assert first_run.shows(first_run.screen.sheet)


def test_the_equipment_is_chosen_on_the_way(first_run: FirstRun) -> None:
    """Printers, scanner and backup folder are kept page by page, and told."""
    told: list[Settings] = []
    first_run.presenter.settings_kept.connect(told.append)
    first_run.keys(*TO_PRINTERS, "Down", "Return", "Down", "Tab", "Tab", "Tab", "Tab", "Return")
    assert first_run.shows(first_run.screen.equipment.scanner)
    first_run.keys("Return", "'/media/usb'", "Return")
    assert first_run.shows(first_run.screen.catalogue)
    kept = Settings(receipt=PaperContext("HP_quay_1", PaperSize.A4_TWO_UP), backup_folder="/media/usb")
    assert first_run.machine.settings == kept
    assert told[-1] == kept


def test_what_is_skipped_changes_nothing(first_run: FirstRun) -> None:
    """The pages of the equipment may be left as they are, also after something was chosen on them."""
    first_run.keys(*TO_PRINTERS, "Down", "Alt+S", "Alt+S", "'/media/usb'", "Alt+S")
    assert first_run.shows(first_run.screen.catalogue)
    assert first_run.machine.settings == Settings()


def test_a_set_up_that_fails_is_told(first_run: FirstRun) -> None:
    """The data file holds an office by now: the words stand on the last page, and nothing is overwritten."""
    first_run.keys(*TO_CATALOGUE)
    office = Office("xa-tan-duc", "UBND XÃ TÂN ĐỨC", "BỘ PHẬN MỘT CỬA", "Tân Đức", "H23.12.9")
    with first_run.store.begin() as unit:
        unit.reference.put_office(office, Counter(1), at=FakeClock().now())
        unit.commit()
    first_run.keys("Return")
    assert "Tệp này đã có văn phòng" in first_run.words
    assert first_run.shows(first_run.screen.catalogue)
    with first_run.store.look() as reading:
        assert reading.reference.office() == office


def test_the_demo_is_one_key(first_run: FirstRun) -> None:
    """1 asks for the demo office and writes nothing down."""
    first_run.keys("1", "1")
    assert first_run.demos == 1
    assert first_run.store.commits == 0


def test_arrows_and_enter_choose_how_to_begin(first_run: FirstRun) -> None:
    """The three ways are reached with the arrows too."""
    first_run.keys("Return", "Down", "Return")
    assert first_run.shows(first_run.screen.office)


def test_a_commune_may_be_typed(first_run: FirstRun) -> None:
    """A commune that the table does not hold gives header and place as well; both may be typed over."""
    first_run.keys(
        *TO_OFFICE, "'xã Tân Đức'", "Return", "Return", "Return", "Ctrl+A", "'Tân Đức Đông'", "Return"
    )
    first_run.keys("Return", "'H23.12'", "Return", "Return", "Return", "'Lê Ẩn'", *PAST_ROLES)
    first_run.keys("'1234'", "Return", "'1234'", "Return", "Alt+S", "Alt+S", "Alt+S", "Alt+S")

    with first_run.store.look() as reading:
        office = reading.reference.office()
    assert (office.unit_key, office.authority) == ("xa-tan-duc", "ỦY BAN NHÂN DÂN XÃ TÂN ĐỨC")
    assert office.place == "Tân Đức Đông"


def test_a_counter_of_another_unit_is_set_up_at_a_district(first_run: FirstRun) -> None:
    """The district is found like a commune; its insurance has a catalogue and a code of its own."""
    first_run.keys(*TO_OFFICE, "'ubnd huyen'", "Return", "Return", "Return", "Return")
    first_run.keys("'bao hiem'", "Return", "'g24.12'", "Return", "Space", "Return", "Return")
    first_run.keys("'Lê Ẩn'", *PAST_ROLES, "'1234'", "Return", "'1234'", "Return", *("Alt+S",) * 4)

    with first_run.store.look() as reading:
        office, counter = reading.reference.office(), reading.reference.counter()
    assert (office.unit_key, office.authority, office.place, office.agency_code) == (
        "ubnd-huyen",
        "ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG",
        "Cẩm Giàng",
        "",
    )
    assert counter == Counter(1, unit_key="bhxh-huyen", agency_code="G24.12", code_confirmed=True)


def test_communes_of_today_are_offered(first_run: FirstRun) -> None:
    """The list follows the clock: in 2022 there is no ward of 2025."""
    first_run.keys(*TO_OFFICE, "'tu minh'")
    assert first_run.offers == []
    first_run.keys("Ctrl+A", "'lai cach'")
    assert first_run.offers == ["thị trấn Lai Cách"]


def test_an_empty_office_is_told(first_run: FirstRun) -> None:
    """Without a commune the page says what is missing and leads to the field."""
    first_run.keys(*TO_OFFICE, "Return", "Return", "Return", "Return")
    assert first_run.shows(first_run.screen.office)
    assert "Thiếu đơn vị" in first_run.words
    assert first_run.screen.focusWidget() is first_run.screen.office._commune


def test_an_empty_header_line_is_told(first_run: FirstRun) -> None:
    """A header line that was emptied is asked for again."""
    first_run.keys(*TO_OFFICE, "'cao an'", "Return", "Ctrl+A", "Backspace", "Return", "Return", "Return")
    assert "Thiếu tên cơ quan" in first_run.words


@pytest.mark.parametrize("code", ["", "H2", "H23.1234", "000.12.30"])
def test_a_bad_agency_code_is_told(first_run: FirstRun, code: str) -> None:
    """A code of another shape is refused beside its field, which has the focus; a right one then goes on."""
    first_run.keys(*TO_CODE, f"'{code}'", "Return", "Return", "Return")
    assert first_run.shows(first_run.screen.counter)
    assert "Mã cơ quan không đúng dạng" in first_run.words
    assert first_run.focused_text == code

    first_run.keys("Ctrl+A", "'H23.12'", "Return", "Return", "Return")
    assert first_run.shows(first_run.screen.person)


def test_a_bad_counter_number_is_told(first_run: FirstRun) -> None:
    """0 is no counter of an office; letters cannot even be typed."""
    first_run.keys(*TO_CODE, "'H23.12'", "Return", "Return", "Backspace", "'x0'", "Return")
    assert "Số quầy là một số từ 1 đến 9" in first_run.words
    assert first_run.focused_text == "0"


def test_an_empty_name_is_told(first_run: FirstRun) -> None:
    """The first person needs a name."""
    first_run.keys(*TO_PERSON, "'  '", *PAST_ROLES, "'1234'", "Return", "'1234'", "Return")
    assert "Type the name of the person." in first_run.words
    assert first_run.store.commits == 0


def test_a_person_without_a_role_is_told(first_run: FirstRun) -> None:
    """Somebody who may do nothing cannot open an office."""
    unticked = ("Return", "Space", "Return", "Return", "Return", "Return", "Space", "Return")
    first_run.keys(*TO_PERSON, "'Lê Ẩn'", *unticked, "'1234'", "Return", "'1234'", "Return")
    assert "Tick at least one role." in first_run.words


def test_a_short_pin_is_told(first_run: FirstRun) -> None:
    """A PIN has at least four digits."""
    first_run.keys(*TO_PERSON, "'Lê Ẩn'", *PAST_ROLES, "'123'", "Return", "'123'", "Return")
    assert "Mã PIN gồm ít nhất 4 chữ số" in first_run.words
    assert first_run.store.commits == 0


def test_pins_that_differ_are_told(first_run: FirstRun) -> None:
    """The second PIN proves the first: a slip of the finger must not lock the office out."""
    first_run.keys(*TO_PERSON, "'Lê Ẩn'", *PAST_ROLES, "'1234'", "Return", "'1243'", "Return")
    assert "The two PINs differ." in first_run.words

    first_run.keys("Ctrl+A", "'1234'", "Return")
    assert first_run.shows(first_run.screen.equipment.printers)


def test_back_keeps_what_was_typed(first_run: FirstRun) -> None:
    """Esc leads one page back, up to the language; nothing that was typed is lost."""
    first_run.keys(*TO_PERSON, "Escape", "Escape")
    assert first_run.shows(first_run.screen.office)
    assert first_run.focused_text == "xã Cao An"
    first_run.keys("Escape", "Escape")
    assert first_run.shows(first_run.screen.language)


def test_an_office_is_written_down_once(first_run: FirstRun) -> None:
    """Once the office is written down there is no way back from the recovery sheet."""
    first_run.keys(*TO_SHEET, "Escape")
    assert first_run.shows(first_run.screen.sheet)


def test_the_office_opens_only_after_the_sheet_is_put_away(first_run: FirstRun) -> None:
    """The way on is barred until the box is ticked."""
    first_run.keys(*TO_SHEET)
    first_run.screen.sheet.next.click()
    assert first_run.done == []


def test_a_sheet_that_cannot_be_printed_can_be_saved(first_run: FirstRun, tmp_path: Path) -> None:
    """Why the printer failed is told in words; the very sheet is saved to a folder instead."""
    first_run.keys(*TO_SHEET)
    first_run.sheets.problem = PrinterError(reason="printer_stopped")
    first_run.keys("Return")
    assert "The printer did not take the sheet (máy in đang dừng)" in first_run.words

    first_run.screen.sheet._save_row._folder.setFocus()
    first_run.keys("Ctrl+A", f"'{tmp_path}'", "Return")
    assert (tmp_path / "RECOVERY_SHEET.pdf").read_bytes() == b"sheet of Cao An 2"
    assert "Saved as" in first_run.words


def test_a_sheet_that_cannot_be_made_can_be_tried_again(first_run: FirstRun) -> None:
    """What is in the way of the sheet is told, and it is made again at a key."""
    first_run.sheets.problem = DataFileError()
    first_run.keys(*TO_SHEET)
    assert "Không dùng được tệp dữ liệu" in first_run.words

    first_run.sheets.problem = None
    first_run.keys("Return")
    first_run.keys("Return")
    assert len(first_run.sheets.printed) == 1


def test_a_backup_is_asked_for(first_run: FirstRun, tmp_path: Path) -> None:
    """File and recovery code are handed on as they were typed."""
    backup = tmp_path / "cao-an.backup"
    backup.touch()
    first_run.keys("1", "3", f"'{backup}'", "Return", "'K7QM-22AB'", "Return")
    assert first_run.restores == [(backup, "K7QM-22AB")]


def test_a_backup_that_is_not_there_is_told(first_run: FirstRun, tmp_path: Path) -> None:
    """A path without a file is refused beside its field."""
    first_run.keys("1", "3", f"'{tmp_path / 'none'}'", "Return", "Return")
    assert first_run.restores == []
    assert "There is no such file." in first_run.words


def test_a_backup_that_cannot_be_opened_is_told(first_run: FirstRun, tmp_path: Path) -> None:
    """What was wrong with the backup is said on its page, where another can be named at once."""
    backup = tmp_path / "cao-an.backup"
    backup.touch()
    first_run.keys("1", "3", f"'{backup}'", "Return", "'K7QM'", "Return")
    first_run.presenter.tell_restore_failed(DataFileError())
    assert "Không dùng được tệp dữ liệu" in first_run.words

    first_run.keys("Return")
    assert len(first_run.restores) == 2
