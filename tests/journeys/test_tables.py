"""Tables are taken in over the real window by keys alone, by the administrator; what comes in counts at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cgcounter.app.demo.office import PEOPLE
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.table_import.screen import TableImportScreen
from cgcounter.gui.widgets.commands import commands_of
from tests.journeys.conftest import Counter

ADMINISTRATOR = 5
BOOK = (
    "paper_number;procedure_code;name;received_at;due_at;fee_vnd;paid_vnd\n"
    "17/2022;2.001035;Trần Thị Mẫu;01/03/2022;11/03/2022;50.000;50.000\n"
    "18/2022;2.001035;Phạm Đức Ví Dụ;02/03/2022;;50.000;\n"
    "19/2022;2.001035;Đỗ Thị Thử;ngày kia;;50.000;\n"
)


def front(counter: Counter) -> type[QWidget]:
    """The kind of page in front."""
    assert counter.window.page is not None
    return type(counter.window.page)


def command(counter: Counter, letters: str) -> None:
    """Run a command by the palette."""
    counter.hands.press("Ctrl+K")
    counter.hands.type_text(letters)
    counter.hands.press("Return")


def become_administrator(counter: Counter) -> None:
    """The administrator takes the counter."""
    counter.hands.press("Ctrl+L")
    counter.sign_in(ADMINISTRATOR)


def test_only_the_administrator_is_offered_tables(counter: Counter) -> None:
    """For a clerk the command is greyed, and the settings do not offer it."""
    offered = {one.text: one.enabled for one in commands_of(counter.window)}
    assert not offered["Nhập bảng…"]
    counter.hands.press("Ctrl+,")
    assert not counter.window.findChildren(SettingsScreen)[0].form._tables.isVisible()


def test_a_book_of_paper_dossiers_comes_in_by_keys(counter: Counter, tmp_path: Path) -> None:
    """Palette, kind, file, a look, the PIN; the two sound rows are dossiers, their money is not owed again."""
    book = tmp_path / "so giay.csv"
    book.write_text(BOOK, encoding="utf-8-sig")
    become_administrator(counter)
    command(counter, "nhap bang")
    assert front(counter) is TableImportScreen
    counter.hands.press("Down", "Down", "Down", "Return")
    counter.hands.type_text(str(book))
    counter.hands.press("Return")
    assert "2 mới, 0 sửa, 0 giữ nguyên, 0 bỏ, 1 dòng không nhận." in counter.words
    assert counter.dossiers() == []
    counter.hands.press("F9")
    counter.hands.type_text(PEOPLE[ADMINISTRATOR].pin)
    counter.hands.press("Return")
    assert "Đã nhập 2 hồ sơ giấy." in counter.words
    owed = {dossier.applicant.name: dossier.owed_dong for dossier in counter.dossiers()}
    assert owed == {"Trần Thị Mẫu": 0, "Phạm Đức Ví Dụ": 50_000}
    counter.hands.press("Esc", "Esc")
    assert front(counter) is DeskScreen


def test_a_file_in_an_old_encoding_leaves_everything_as_it_was(counter: Counter, tmp_path: Path) -> None:
    """The reason stands beside the file; the clerk's window has lost nothing."""
    book = tmp_path / "so giay.csv"
    book.write_text(BOOK, encoding="utf-16")
    become_administrator(counter)
    command(counter, "nhap bang")
    counter.hands.press("Down", "Down", "Down", "Return")
    counter.hands.type_text(str(book))
    counter.hands.press("Return")
    assert "Không nhập được tệp so giay.csv: không phải UTF-8. Chưa có gì thay đổi." in counter.words
    assert counter.dossiers() == []
