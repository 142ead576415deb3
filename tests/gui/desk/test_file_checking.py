"""The look at the data file: once a start, after somebody is in, beside everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.desk import file_checking
from cgcounter.gui.desk.file_checking import FileChecking
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.services.check_file import CheckFile
from cgcounter.services.ports import DataFileError
from tests.fakes.fake_backups import FakeBackups
from tests.fakes.fake_page_check import FakePageCheck
from tests.gui.counter_office import CLERK, SUPERVISOR, CounterOffice


class Checked:
    """A counter whose file is looked at."""

    def __init__(self, resources: Path, notice: NoticeBar, qtbot: QtBot) -> None:
        self.office, self.pages, self.notice = CounterOffice(resources), FakePageCheck(), notice
        self._qtbot = qtbot
        stage = self.office.stage
        cases = stage.cases._replace(check_file=CheckFile(self.pages, FakeBackups()))
        self.checking = FileChecking(notice, stage._replace(cases=cases))

    def wait_for_looks(self, looks: int) -> None:
        """Until the file was looked at so often and everything is delivered."""
        self._qtbot.waitUntil(lambda: self.pages.looks == looks and not self.office.runner.busy)


@pytest.fixture
def counter(
    resources: Path,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    expected_loggers: set[str],
) -> Iterator[Checked]:
    """Nobody is in yet; whoever comes need not be waited for."""
    monkeypatch.setattr(file_checking, "CHECK_AFTER_MS", 0)
    expected_loggers.add("cgcounter.file")
    desk = QWidget()
    counter = Checked(resources, NoticeBar(desk), qtbot)
    show(desk)
    yield counter
    counter.office.runner.close()


def test_the_file_is_looked_at_once_a_start(counter: Checked) -> None:
    """Not before somebody is in, and not again for the next one."""
    counter.office.stage.session.leave()
    QApplication.processEvents()
    assert counter.pages.looks == 0
    for person in (CLERK, SUPERVISOR):
        counter.office.sign_in(person)
        counter.wait_for_looks(1)
    QApplication.processEvents()
    assert counter.pages.looks == 1
    assert counter.notice.words == ""


def test_nobody_waits_for_the_look(counter: Checked, qtbot: QtBot) -> None:
    """While it is under way the database lane answers."""
    counter.pages.gate.clear()
    counter.office.receive(1001)
    counter.office.sign_in()
    qtbot.waitUntil(lambda: counter.pages.looks == 1)
    found: list[object] = []
    counter.office.runner.run(
        lambda: counter.office.find.search("Đức"), owner=counter.checking, done=found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    assert counter.office.runner.busy
    counter.pages.gate.set()
    counter.wait_for_looks(1)


def test_damage_is_told(counter: Checked) -> None:
    """In the bar, as an alarm."""
    counter.pages.is_damaged = True
    counter.office.sign_in()
    counter.wait_for_looks(1)
    assert counter.notice.words.startswith("Tệp dữ liệu có trang bị hỏng")
    assert counter.notice.property("tone") == "alarm"


def test_a_look_that_fails_is_for_the_log_only(counter: Checked, caplog: pytest.LogCaptureFixture) -> None:
    """The clerk can do nothing about it; who does something next is told what is wrong."""
    counter.pages.failure = DataFileError()
    counter.office.sign_in()
    counter.wait_for_looks(1)
    assert counter.notice.words == ""
    assert caplog.messages == ["the data file was not looked at: data_file_problem"]
