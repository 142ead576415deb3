"""A page that the start does not read is damaged: the clerk is told at the desk, the log says so, work goes on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.office import DEMO_START
from cgcounter.app.log_file import NAME
from cgcounter.app.opening import keys_of, open_office
from cgcounter.gui.desk import file_checking
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.services.settings import Settings
from cgcounter.storage.engine import Access, connect
from tests.faults.intake_hands import begin, received
from tests.faults.real_window import RealWindow
from tests.faults.test_data_file import flip

OpenWindow = Callable[..., RealWindow]

WITHOUT_BACKUP = (
    "Tệp dữ liệu có trang bị hỏng và chưa có bản sao lưu nào: "
    "báo ngay người quản trị trước khi nhận thêm hồ sơ."
)
WITH_BACKUP = (
    "Tệp dữ liệu có trang bị hỏng, nhưng bản sao lưu lúc 07:30 10/03/2022 còn tốt: "
    "báo ngay người quản trị để khôi phục từ bản đó trước khi nhận thêm hồ sơ."
)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch, expected_loggers: set[str]) -> None:
    """The look begins as soon as somebody is in."""
    monkeypatch.setattr(file_checking, "CHECK_AFTER_MS", 0)
    expected_loggers.add("cgcounter.file")


def damage_what_nobody_reads(folders: places.Folders) -> None:
    """A byte of a long draft is turned over whose owner does not come: neither the start nor an intake reads it."""
    with closing(connect(folders.data_file, keys_of(folders).get().key, Access.WRITE)) as connection:
        connection.execute("INSERT INTO draft VALUES (x'00', zeroblob(400000))")
    flip(folders.data_file, folders.data_file.stat().st_size - 2000)


def notice(desk: RealWindow) -> str:
    """What the notice bar of the desk says."""
    desk.hands.rest()
    return desk.window.findChildren(DeskScreen)[0].notice.words


def log(folders: places.Folders) -> list[str]:
    """The lines of the log without their times."""
    lines = (folders.logs / NAME).read_text(encoding="utf-8").splitlines()
    return [line.split(" ", 2)[2] for line in lines]


def test_of_a_sound_file_nothing_is_said(folders: places.Folders, open_window: OpenWindow) -> None:
    """No notice, no line in the log."""
    desk = open_window()
    desk.sign_in()
    assert notice(desk) == ""
    assert log(folders) == []


def test_a_damaged_page_is_told_once_and_work_goes_on(
    folders: places.Folders, open_window: OpenWindow
) -> None:
    """One sentence in the notice bar and one line without a name in the log; Esc puts it away, and a scan leads on."""
    damage_what_nobody_reads(folders)
    desk = open_window()
    desk.sign_in()
    assert notice(desk) == WITHOUT_BACKUP
    assert log(folders) == ["ERROR cgcounter.file: the look at the data file: damage_without_backup"]
    desk.hands.press("Esc")
    assert notice(desk) == ""
    desk.hands.press("Ctrl+L")
    desk.sign_in()
    assert notice(desk) == ""
    begin(desk)
    desk.hands.press("Ctrl+S")
    assert len(received(desk)) == 1


def test_a_print_does_not_put_the_finding_away(folders: places.Folders, open_window: OpenWindow) -> None:
    """What the printer has mended is its own notice, not this one."""
    damage_what_nobody_reads(folders)
    desk = open_window()
    desk.sign_in()
    begin(desk)
    desk.hands.press("F9")
    assert notice(desk) == WITHOUT_BACKUP


def test_the_newest_backup_is_named(folders: places.Folders, open_window: OpenWindow) -> None:
    """Who reads it knows what can be put back."""
    office = open_office(folders, Settings, DemoClock(DEMO_START))
    office.cases.back_up()
    office.close()
    damage_what_nobody_reads(folders)
    desk = open_window()
    desk.sign_in()
    assert notice(desk) == WITH_BACKUP
    assert log(folders) == ["ERROR cgcounter.file: the look at the data file: damage_found(backup_at)"]
