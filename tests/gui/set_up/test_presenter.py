"""Tests of the first run: by keys alone, before the real use case."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.app.reference_files import read_messages, seed_data
from cgcounter.domain.errors import CounterError
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import Role
from cgcounter.gui.set_up.presenter import NewOffice, SetUpParts, SetUpPresenter
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.ports import DataFileError, PrinterError
from cgcounter.services.print_form import Rendered
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.workplace import Workplace
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_pins import FakePins
from tests.fakes.fake_store import FakeStore
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class Sheets:
    """Makes recovery sheets and prints them, unless something is in the way."""

    def __init__(self) -> None:
        self.problem: CounterError | None = None
        self.printed: list[Rendered] = []

    def make(self, office: Office, counter: Counter) -> Rendered:
        if isinstance(self.problem, DataFileError):
            raise self.problem
        return Rendered(f"sheet of {office.place} {counter.slot}".encode(), "RECOVERY_SHEET")

    def print(self, sheet: Rendered) -> None:
        if self.problem is not None:
            raise self.problem
        self.printed.append(sheet)


def no_bug(error: BaseException) -> None:
    """No test here expects a bug."""
    raise error


class FirstRun:
    """The set-up on screen, and what it said."""

    def __init__(self, resources: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.sheets, self.store, self.runner = Sheets(), FakeStore(), TaskRunner(no_bug)
        self.screen = SetUpScreen()
        self.screen.resize(1366, 728)
        workplace = Workplace(self.store, FakeClock(), FakeIds())
        self.presenter = SetUpPresenter(
            self.screen,
            SetUpParts(
                set_up=SetUpOffice(workplace, FakePins()),
                seed=seed_data(resources),
                make_sheet=self.sheets.make,
                print_sheet=self.sheets.print,
                runner=self.runner,
                messages=read_messages(resources, "vi"),
                clock=workplace.clock,
            ),
        )
        self.demos = 0
        self.restores: list[tuple[Path, str]] = []
        self.done: list[NewOffice] = []
        self.presenter.demo_wanted.connect(self._hear_demo)
        self.presenter.restore_wanted.connect(self._hear_restore)
        self.presenter.set_up_done.connect(self.done.append)

    def _hear_demo(self) -> None:
        self.demos += 1

    def _hear_restore(self, file: Path, code: str) -> None:
        self.restores.append((file, code))

    def keys(self, *strokes: str) -> None:
        """Press keys one after the other; what stands in quotes is typed."""
        for stroke in strokes:
            if stroke.startswith("'"):
                type_text(self.screen, stroke.strip("'"))
            else:
                press(self.screen, stroke)
        self._qtbot.waitUntil(lambda: not self.runner.busy)

    def shows(self, page: QWidget) -> bool:
        """Whether this page is in front."""
        return self.screen.page is page

    @property
    def words(self) -> str:
        """All that the page in front says."""
        return " ".join(label.text() for label in self.screen.page.findChildren(QLabel) if label.isVisible())

    @property
    def offers(self) -> list[str]:
        """The communes that the open list offers."""
        return [choice.text for choice in self.screen.office._commune.offers]

    @property
    def focused_text(self) -> str:
        """What stands in the focused field."""
        field = self.screen.focusWidget()
        assert isinstance(field, QLineEdit)
        return field.text()


@pytest.fixture
def first_run(qapp: object, resources: Path, qtbot: QtBot, show: Show) -> Iterator[FirstRun]:
    """The set-up before a data file in which there is nothing yet, asking how to begin."""
    first_run = FirstRun(resources, qtbot)
    first_run.presenter.open()
    show(first_run.screen)
    first_run.screen.page.take_focus()
    yield first_run
    first_run.runner.close()


TO_COUNTER = ("2", "'cao an'", "Return", "Return", "Return", "Return")
TO_PERSON = (*TO_COUNTER, "'h23.12.3'", "Return", "Backspace", "'2'", "Return")
PAST_ROLES = ("Return",) * 6
TO_SHEET = (*TO_PERSON, "'Lê Thị Ẩn'", *PAST_ROLES, "'1234'", "Return", "'1234'", "Return")


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


def test_the_demo_is_one_key(first_run: FirstRun) -> None:
    """1 asks for the demo office and writes nothing down."""
    first_run.keys("1")
    assert first_run.demos == 1
    assert first_run.store.commits == 0


def test_arrows_and_enter_choose_how_to_begin(first_run: FirstRun) -> None:
    """The three ways are reached with the arrows too."""
    first_run.keys("Down", "Return")
    assert first_run.shows(first_run.screen.office)


def test_a_commune_may_be_typed(first_run: FirstRun) -> None:
    """A commune that the table does not hold gives header and place as well; both may be typed over."""
    first_run.keys("2", "'xã Tân Đức'", "Return", "Return", "Return", "Ctrl+A", "'Tân Đức Đông'", "Return")
    first_run.keys(
        "'H23.12'", "Return", "Return", "'Lê Ẩn'", *PAST_ROLES, "'1234'", "Return", "'1234'", "Return"
    )

    with first_run.store.look() as reading:
        office = reading.reference.office()
    assert (office.unit_key, office.authority) == ("xa-tan-duc", "ỦY BAN NHÂN DÂN XÃ TÂN ĐỨC")
    assert office.place == "Tân Đức Đông"


def test_communes_of_today_are_offered(first_run: FirstRun) -> None:
    """The list follows the clock: in 2022 there is no ward of 2025."""
    first_run.keys("2", "'tu minh'")
    assert first_run.offers == []
    first_run.keys("Ctrl+A", "'lai cach'")
    assert first_run.offers == ["thị trấn Lai Cách"]


def test_an_empty_office_is_told(first_run: FirstRun) -> None:
    """Without a commune the page says what is missing and leads to the field."""
    first_run.keys("2", "Return", "Return", "Return", "Return")
    assert first_run.shows(first_run.screen.office)
    assert "Thiếu đơn vị" in first_run.words
    assert first_run.screen.focusWidget() is first_run.screen.office._commune


def test_an_empty_header_line_is_told(first_run: FirstRun) -> None:
    """A header line that was emptied is asked for again."""
    first_run.keys("2", "'cao an'", "Return", "Ctrl+A", "Backspace", "Return", "Return", "Return")
    assert "Thiếu tên cơ quan" in first_run.words


@pytest.mark.parametrize("code", ["", "H2", "H23.1234", "000.12.30"])
def test_a_bad_agency_code_is_told(first_run: FirstRun, code: str) -> None:
    """A code of another shape is refused beside its field, which has the focus; a right one then goes on."""
    first_run.keys(*TO_COUNTER, f"'{code}'", "Return", "Return")
    assert first_run.shows(first_run.screen.counter)
    assert "Mã cơ quan không đúng dạng" in first_run.words
    assert first_run.focused_text == code

    first_run.keys("Ctrl+A", "'H23.12'", "Return", "Return")
    assert first_run.shows(first_run.screen.person)


def test_a_bad_counter_number_is_told(first_run: FirstRun) -> None:
    """0 is no counter of an office; letters cannot even be typed."""
    first_run.keys(*TO_COUNTER, "'H23.12'", "Return", "Backspace", "'x0'", "Return")
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
    assert first_run.shows(first_run.screen.sheet)


def test_back_keeps_what_was_typed(first_run: FirstRun) -> None:
    """Esc leads one page back, up to the first; nothing that was typed is lost."""
    first_run.keys(*TO_PERSON, "Escape", "Escape")
    assert first_run.shows(first_run.screen.office)
    assert first_run.focused_text == "xã Cao An"
    first_run.keys("Escape")
    assert first_run.shows(first_run.screen.welcome)


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
    first_run.keys("3", f"'{backup}'", "Return", "'K7QM-22AB'", "Return")
    assert first_run.restores == [(backup, "K7QM-22AB")]


def test_a_backup_that_is_not_there_is_told(first_run: FirstRun, tmp_path: Path) -> None:
    """A path without a file is refused beside its field."""
    first_run.keys("3", f"'{tmp_path / 'none'}'", "Return", "Return")
    assert first_run.restores == []
    assert "There is no such file." in first_run.words


def test_a_backup_that_cannot_be_opened_is_told(first_run: FirstRun, tmp_path: Path) -> None:
    """What was wrong with the backup is said on its page, where another can be named at once."""
    backup = tmp_path / "cao-an.backup"
    backup.touch()
    first_run.keys("3", f"'{backup}'", "Return", "'K7QM'", "Return")
    first_run.presenter.tell_restore_failed(DataFileError())
    assert "Không dùng được tệp dữ liệu" in first_run.words

    first_run.keys("Return")
    assert len(first_run.restores) == 2
