"""The habits of the office, changed on their page by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.offices import FeeMoment, Habits
from cgcounter.domain.particulars import RatingScale
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.office_habits.presenter import HabitsPresenter
from cgcounter.gui.office_habits.screen import HabitsScreen
from tests.gui.accessibility import nameless, too_small
from tests.gui.whole_office import WholeOffice
from tests.typing_keys import press

Show = Callable[[QWidget], None]


class HabitsPage:
    """The page as it is used, and what it told."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.screen = HabitsScreen()
        self.presenter = HabitsPresenter(self.screen, office.stage)
        self.changes: list[Change] = []
        self.closed: list[bool] = []
        office.stage.changes.changed.connect(self.changes.append)
        self.presenter.closed.connect(self._note_closing)
        show(self.screen)
        self.presenter.open()
        self.settle()

    def _note_closing(self) -> None:
        self.closed.append(True)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            press(self.screen, key)
            self.settle()


@pytest.fixture
def page(qapp: object, resources: Path, show: Show, qtbot: QtBot) -> Iterator[HabitsPage]:
    """The page of an office with the usual habits, before its administrator."""
    office = WholeOffice(resources)
    office.sign_in(office.administrator)
    yield HabitsPage(office, show, qtbot)
    office.runner.close()


def test_three_choices_are_changed_by_keys(page: HabitsPage) -> None:
    """Down chooses, Enter goes on, F9 saves; every screen hears of it."""
    page.press("Down", "Return", "Down", "Return", "Down", "F9")
    assert page.office.cases.keep_habits() == Habits(
        FeeMoment.INTAKE, RatingScale.THREE_FACES, prints_slip=True
    )
    assert page.changes[-1].topics == frozenset({Topic.SETTINGS, Topic.DOSSIERS})
    assert page.screen.notice.words == "Saved. They count from now on."


def test_what_counts_now_is_shown(page: HabitsPage) -> None:
    """Opened again the page stands as it was saved; Esc leaves at once."""
    page.office.cases.keep_habits.change(page.office.administrator, Habits(rating=None))
    page.presenter.open()
    page.settle()
    assert page.screen.answer() == Habits(rating=None)
    page.press("Escape")
    assert page.closed == [True]


def test_nothing_is_dropped_without_asking(page: HabitsPage) -> None:
    """The first Esc asks, the second drops."""
    page.press("Down", "Escape")
    assert page.closed == []
    page.press("Escape")
    assert page.closed == [True]
    assert page.office.cases.keep_habits() == Habits()


def test_who_administers_no_more_is_led_away(page: HabitsPage) -> None:
    """A clerk who signs in finds no such page."""
    page.office.sign_in()
    assert page.closed == [True]


def test_everything_has_a_name_and_is_large_enough(page: HabitsPage) -> None:
    """Screen readers hear what has the focus, and fingers can hit it."""
    assert nameless(page.screen) == []
    assert too_small(page.screen) == []
