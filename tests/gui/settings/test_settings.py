"""The settings screen: shows what counts, changes nothing before it is saved, and loses no printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.app.reference_files import read_messages
from cgcounter.app.settings import SettingsNotKeptError
from cgcounter.domain.forms import PaperSize
from cgcounter.gui.keystrokes import press
from cgcounter.gui.settings.presenter import SettingsParts, SettingsPresenter
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.settings import PaperContext, Settings
from tests.gui.accessibility import nameless, too_small

MINE = Settings(scheme="dark", zoom=125, receipt=PaperContext("HP_quay_1", PaperSize.A4_TWO_UP))


class Counter:
    """The screen as it is used, with what was kept."""

    def __init__(self, resources: Path, qtbot: QtBot, crash: Callable[[BaseException], None]) -> None:
        self._qtbot = qtbot
        self.kept: list[Settings] = []
        self.told: list[Settings] = []
        self.is_disk_full = False
        self.runner = TaskRunner(crash)
        self.screen = SettingsScreen()
        self.screen.resize(1000, 700)
        self.presenter = SettingsPresenter(
            self.screen,
            SettingsParts(
                current=lambda: MINE,
                keep=self._keep,
                printers=lambda: ("HP_quay_1", "Canon"),
                runner=self.runner,
                messages=read_messages(resources, "vi"),
            ),
        )
        self.presenter.kept.connect(self.told.append)

    def _keep(self, settings: Settings) -> None:
        if self.is_disk_full:
            raise SettingsNotKeptError(file="settings.toml")
        self.kept.append(settings)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.runner.busy)


@pytest.fixture
def counter(
    app: QApplication, resources: Path, qtbot: QtBot, show: Callable[[QWidget], None]
) -> Iterator[Counter]:
    """The screen, shown and settled."""

    def no_bug(error: BaseException) -> None:
        raise error

    counter = Counter(resources, qtbot, no_bug)
    show(counter.screen)
    counter.presenter.open()
    counter.settle()
    yield counter
    counter.runner.close()


def test_saving_without_a_change_keeps_everything(counter: Counter) -> None:
    """What the form shows and what it does not show come back as they were."""
    press(counter.screen, "F9")
    counter.settle()
    assert counter.kept == [MINE]
    assert counter.told == [MINE]


def test_the_size_counts_from_the_next_receipt_on(counter: Counter) -> None:
    """What is kept is the size itself, which layout and printing ask for, and not a text that looks like it."""
    press(counter.screen, "F9")
    counter.settle()
    assert counter.told[0].receipt.size is PaperSize.A4_TWO_UP


def test_the_machines_printers_are_offered(counter: Counter) -> None:
    """The folder first, then each queue once."""
    box = counter.screen.receipt_printer
    assert [box.itemData(place) for place in range(box.count())] == ["", "HP_quay_1", "Canon"]
    assert box.currentData() == "HP_quay_1"


def test_a_printer_that_is_off_today_is_not_lost(counter: Counter) -> None:
    """Saving while the queue is gone keeps it set."""
    counter.screen.show_printers(("Canon",))
    assert counter.screen.typed().receipt.printer == "HP_quay_1"


def test_nothing_counts_before_it_is_saved(counter: Counter) -> None:
    """Leaving with Esc keeps nothing."""
    closed: list[bool] = []
    counter.presenter.closed.connect(lambda: closed.append(True))
    counter.screen.scheme.setCurrentIndex(0)
    press(counter.screen, "Esc")
    assert closed == [True]
    assert counter.kept == []


def test_a_full_disk_is_said_and_the_old_settings_count(counter: Counter) -> None:
    """The form stays as typed, the words say what still counts."""
    counter.is_disk_full = True
    press(counter.screen, "F9")
    counter.settle()
    assert "settings.toml" in counter.screen.notice.words
    assert counter.told == []


def test_every_field_can_be_heard_and_hit(counter: Counter) -> None:
    """Names for screen readers, targets of 32 px."""
    assert nameless(counter.screen) == []
    assert too_small(counter.screen) == []
