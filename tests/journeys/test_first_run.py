"""A new counter, from its first start to the first person at the desk: real window, file, paper and scanner's keys."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QProcess
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from cgcounter.app import places
from cgcounter.app.crash import CrashReports
from cgcounter.app.opening import keys_of
from cgcounter.app.settings import read_settings
from cgcounter.documents.raster import page_pictures, page_text
from cgcounter.domain.forms import PaperSize
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.recovery_code import recovery_code
from cgcounter.domain.scanning import Wedge
from cgcounter.services.settings import PaperContext, Settings
from tests.faults.real_window import RealWindow

TO_OFFICE = ("1", "2")
PAST_ROLES = ("Return",) * 6
PROCEDURES = (
    "code,name,field,level,kind,duration,fee_rule,fee_vnd\n"
    "1.004837,Đăng ký giám hộ,Hộ tịch,commune,working_days,3,none,0\n"
    "1.00484,Chấm dứt giám hộ,Hộ tịch,commune,working_days,2,none,0\n"
)
PAPERS = "procedure_code,case,name,originals,copies,must_submit,reusable\n1.004837,,Tờ khai,1,0,yes,no\n"


class NewCounter(RealWindow):
    """The window at the first start, with eyes that read codes from paper and screen."""

    def __init__(self, folders: places.Folders, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        super().__init__(folders, read_settings(folders.settings_file))

    def close(self) -> None:
        """Close the window, unless the test has done so."""
        if Shiboken.isValid(self.window):
            super().close()

    def type_answers(self, *answers: str) -> None:
        """Type each answer, and Enter."""
        for answer in answers:
            self.hands.type_text(answer)
            self.hands.press("Return")

    def scan(self, payload: str, expect: str) -> None:
        """Scan, and wait until the window speaks of it."""
        self.hands.scan(payload)
        self._qtbot.waitUntil(lambda: expect in self.words)

    def skip(self, expect: str) -> None:
        """Pass the page by with the letter of its button, and wait for the page of that title."""
        self.hands.press("Alt+B")
        self._qtbot.waitUntil(lambda: expect in self.words)
        self.hands.rest()

    def codes_on_screen(self) -> list[str]:
        """What a scanner reads from the window."""
        image = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        size = image.width(), image.height()
        rows = bytes(image.constBits())
        return _codes(Image.frombuffer("RGB", size, rows, "raw", "RGB", image.bytesPerLine(), 1))

    def codes_on_paper(self, name: str) -> list[str]:
        """What a scanner reads from a paper that was printed."""
        (page,) = page_pictures(self.paper(name), 200)
        return _codes(Image.frombytes("RGB", (page.width, page.height), page.rgb))

    def paper(self, name: str) -> bytes:
        """A paper that was printed."""
        return (self.folders.papers / f"{name}.pdf").read_bytes()

    def office(self) -> tuple[Office, Counter, Catalogue]:
        """What the data file holds."""

        def read(opened: object) -> tuple[Office, Counter, Catalogue]:
            with opened.store.look() as reading:  # type: ignore[attr-defined]  # an opened office
                reference = reading.reference
                return reference.office(), reference.counter(), reference.catalogue().catalogue

        return self.ask(read)


def _codes(picture: Image.Image) -> list[str]:
    return sorted(str(one.text) for one in zxingcpp.read_barcodes(picture))


@pytest.fixture
def start(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., NewCounter]]:
    """Starts the program on a folder, a new one by default; a bug in it fails the test."""
    monkeypatch.setattr(CrashReports, "install", lambda _: None)
    started: list[NewCounter] = []

    def start_it(name: str = "counter") -> NewCounter:
        folders = places.Folders.under(tmp_path / name, uses_keyring=False)
        started.append(NewCounter(folders, qtbot))
        return started[-1]

    yield start_it
    for counter in started:
        counter.close()
        assert list(counter.folders.logs.glob("crash-*")) == []
    started.clear()
    gc.unfreeze()


def go_to_printers(counter: NewCounter) -> None:
    """Language, office, counter and first person are answered."""
    counter.hands.press(*TO_OFFICE)
    counter.hands.type_text("cao an")
    counter.hands.press(*("Return",) * 4)
    counter.hands.press("Return")
    counter.type_answers("H23.12.3")
    counter.hands.press("Return", "Backspace")
    counter.type_answers("2")
    counter.hands.type_text("Lê Thị Ẩn")
    counter.hands.press(*PAST_ROLES)
    counter.type_answers("2468", "2468")


def test_a_counter_is_set_up_from_the_first_key_to_the_desk(
    start: Callable[..., NewCounter], tmp_path: Path
) -> None:
    """Every page is answered with real things: paper is read back, the screen is scanned, a catalogue is taken in."""
    counter = start()
    go_to_printers(counter)

    counter.hands.press(
        "Return", "Down", "Return", "Return", "Return"
    )  # A4 with both copies; then its test page
    assert "Trang in thử nằm trong thư mục giấy tờ" in counter.words
    bars, square = sorted(set(counter.codes_on_paper("PRINT_TEST-A4_TWO_UP")), reverse=True)
    counter.scan(bars, "Mã vạch, tờ A4 hai liên: quét lại đúng.")
    counter.scan(square, "Mã vuông (QR), tờ A4 hai liên: quét lại đúng.")
    counter.hands.press("Return")

    (shown,) = set(counter.codes_on_screen())
    counter.hands.press("Tab")
    counter.scan(shown, "Mã quét không rơi vào ô quét.")
    counter.scan(shown, "Mã đến nguyên vẹn.")
    assert "Sau mã là phím Enter." in counter.words
    counter.hands.press("Return")

    backups = tmp_path / "ổ ngoài" / "sao lưu"
    counter.type_answers(str(backups))
    assert "cùng ổ đĩa với dữ liệu" in counter.words  # there is but one disk here: asked about once
    counter.hands.press("Return")

    (tmp_path / "thủ tục.csv").write_text(PROCEDURES, encoding="utf-8")
    (tmp_path / "papers.csv").write_text(PAPERS, encoding="utf-8")
    counter.type_answers(str(tmp_path / "thủ tục.csv"))
    assert "1 dòng không đọc được và bị bỏ qua." in counter.words
    counter.hands.press("Return")

    counter.hands.press("Return")
    assert "Đã in phiếu." in counter.words
    code = recovery_code(keys_of(counter.folders).get().key)
    assert counter.codes_on_paper("RECOVERY_SHEET") == [code]
    counter.hands.press("Space", "Return", "Return")

    counter.hands.press("1")
    counter.type_answers("2468")
    assert "Quầy 2" in counter.words
    office, slot, catalogue = counter.office()
    assert (office.unit_key, office.agency_code, slot) == ("xa-cao-an", "H23.12.3", Counter(2))
    assert [(one.code, one.name) for one in catalogue.procedures] == [("1.004837", "Đăng ký giám hộ")]
    kept = Settings(receipt=PaperContext("", PaperSize.A4_TWO_UP), backup_folder=str(backups))
    assert read_settings(counter.folders.settings_file) == kept
    counter.close()
    assert [file.suffix for file in backups.iterdir()] == [".cgbackup"]


def test_everything_that_can_be_skipped_is_skipped(start: Callable[..., NewCounter]) -> None:
    """Printers, scanner, backups and catalogue pass by: the office works with what is usual."""
    counter = start()
    go_to_printers(counter)
    for title in (
        "5/8 · Máy quét",
        "6/8 · Thư mục sao lưu",
        "7/8 · Danh mục thủ tục",
        "8/8 · Phiếu khôi phục",
    ):
        counter.skip(title)
    assert len(counter.office()[2].procedures) > 70
    assert read_settings(counter.folders.settings_file) == Settings()


def test_the_window_speaks_the_chosen_language_at_once(start: Callable[..., NewCounter]) -> None:
    """English and back, page and window alike; the next start knows it."""
    counter = start()
    assert "Ngôn ngữ · Language" in counter.words
    counter.hands.press("2")
    assert "There is no data on this computer yet." in counter.words
    assert counter.window.settings_action.text() == "Settings"
    assert read_settings(counter.folders.settings_file).language == "en"

    counter.hands.press("Escape", "1")
    assert "Máy này chưa có dữ liệu." in counter.words
    assert counter.window.settings_action.text() == "Cài đặt"
    assert read_settings(counter.folders.settings_file).language == "vi"


def test_a_set_up_that_was_broken_off_begins_again(start: Callable[..., NewCounter]) -> None:
    """Power fails before the last answer: nothing is half there, and what was chosen for the machine stays."""
    counter = start()
    go_to_printers(counter)
    counter.hands.press("Return", "Down", "Return", "Tab", "Tab", "Tab", "Return")
    assert "5/8 · Máy quét" in counter.words
    counter.close()

    again = start()
    assert "Ngôn ngữ · Language" in again.words
    again.hands.press("Return")
    assert read_settings(again.folders.settings_file).receipt.size is PaperSize.A4_TWO_UP


def test_bad_answers_are_told_on_every_page(start: Callable[..., NewCounter], tmp_path: Path) -> None:
    """What is missing, malformed or dangerous is said in words beside its field, and the page stays."""
    counter = start()
    counter.hands.press(*TO_OFFICE, *("Return",) * 4)
    assert "Thiếu đơn vị" in counter.words
    counter.hands.type_text("cao an")
    counter.hands.press(*("Return",) * 4)
    counter.hands.press("Return")
    counter.type_answers("23.H")
    counter.hands.press("Return", "Return")
    assert "Mã cơ quan không đúng dạng" in counter.words
    counter.hands.press("Ctrl+A")
    counter.type_answers("H23.12.3")
    counter.hands.press("Return", "Return")
    counter.hands.type_text("Lê Thị Ẩn")
    counter.hands.press(*PAST_ROLES)
    counter.type_answers("1234", "1243")
    assert "Hai mã PIN khác nhau" in counter.words
    counter.hands.press("Ctrl+A")
    counter.type_answers("1234")
    counter.scan("000.12.30.H23-220310-1001", "Đây là mã khác: 000.12.30.H23-220310-1001.")
    counter.skip("5/8 · Máy quét")
    counter.scan("H23.1-4|á.đ.a1", "Bộ gõ tiếng Việt (UniKey…)")
    counter.hands.press("Return")
    file = tmp_path / "thư.txt"
    file.touch()
    for folder, words in (
        (str(counter.folders.data), "đây là thư mục dữ liệu"),
        (str(tmp_path / "OneDrive - UBND xã" / "x"), "thư mục đồng bộ đám mây"),
        ("//may-chu/sao-luu", "thư mục mạng"),
        (str(file), "đây không phải thư mục"),
        ("sao lưu", "đường dẫn chưa đầy đủ"),
    ):
        counter.hands.press("Ctrl+A")
        counter.type_answers(folder)
        assert words in counter.words
    counter.skip("7/8 · Danh mục thủ tục")
    counter.type_answers(str(tmp_path / "none.csv"))
    assert "không có tệp này" in counter.words


def test_another_computer_is_restored_from_the_backup(start: Callable[..., NewCounter]) -> None:
    """The sheet of the safe and a copy are all that is needed; a wrong code is told and changes nothing."""
    first = start()
    go_to_printers(first)
    for title in ("5/8", "6/8", "7/8", "8/8"):
        first.skip(title)
    first.hands.press("Return", "Space", "Return", "Return")
    (text,) = page_text(first.paper("RECOVERY_SHEET"))
    code = recovery_code(keys_of(first.folders).get().key)
    assert code.replace("-", "")[:4] in text
    first.close()
    (backup,) = first.folders.backups.glob("*.cgbackup")

    other = start("other")
    other.hands.press("1", "3")
    other.type_answers(str(backup), code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert "Có chữ hoặc số trong mã khôi phục bị gõ nhầm." in other.words
    other.hands.press("Ctrl+A")
    other.type_answers(code)
    other.hands.press("1")
    other.type_answers("2468")
    assert "Quầy 2" in other.words
    assert other.office()[0].unit_key == "xa-cao-an"


def test_the_demo_has_a_window_of_its_own(
    start: Callable[..., NewCounter], monkeypatch: pytest.MonkeyPatch
) -> None:
    """1 starts another process, and this window closes without an office."""
    begun: list[list[str]] = []

    def note(_program: str, arguments: list[str]) -> bool:
        begun.append(arguments)
        return True

    monkeypatch.setattr(QProcess, "startDetached", note)
    counter = start()
    counter.hands.press("1", "1")
    assert [arguments[-1] for arguments in begun] == ["demo"]
    assert not counter.window.isVisible()


def test_scanner_printers_and_backups_are_tried_again_from_the_settings(
    start: Callable[..., NewCounter],
) -> None:
    """At the desk, Ctrl+comma leads to the same pages; what they find counts at once."""
    counter = start()
    go_to_printers(counter)
    for title in ("5/8", "6/8", "7/8", "8/8"):
        counter.skip(title)
    counter.hands.press("Return", "Space", "Return", "Return", "1")
    counter.type_answers("2468")

    counter.hands.press("Ctrl+,", "Tab", "Tab", "Tab", "Return")
    assert "Máy in" in counter.words
    counter.hands.press("Return", "Return", "Return", "Return")
    counter.scan("000.00.00.H00-000000-0581", "Mã vạch, tờ A5: quét lại đúng.")
    counter.hands.press("Escape", "Tab", "Return")
    counter.scan("H23.1-4|as.dd.a1", "Mã đến nguyên vẹn.")
    counter.hands.press("Return")
    assert read_settings(counter.folders.settings_file).scanner == Wedge()
    counter.hands.press("Tab", "Return")
    counter.type_answers(str(counter.folders.data / "x"))
    assert "đây là thư mục dữ liệu" in counter.words
    counter.hands.press("Escape", "Escape")
    assert "Quầy 2" in counter.words
