"""Leaders and administrators are told at sign-in that a calendar is not decided; the words lead there, and go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.calendar import CalendarDay, DayKind
from cgcounter.domain.staff import Actor, Role
from cgcounter.gui.changes import Topic
from cgcounter.gui.desk.calendar_warning import CalendarWarning
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.notice_bar import NoticeBar
from tests.gui.whole_office import WholeOffice
from tests.services.desk import actor_of
from tests.services.small_catalogue import CALENDAR

WORDS = (
    "The calendar of 2022 is not decided: due times in it follow a forecast, or know none of its days off."
)


class Warned:
    """The notice of a desk, and how often somebody wished for the calendar."""

    def __init__(self, office: WholeOffice, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.notice = NoticeBar()
        self.warning = CalendarWarning(self.notice, office.stage)
        self.wishes = 0
        self.warning.calendar_wanted.connect(self._note)

    def _note(self) -> None:
        self.wishes += 1

    def enter(self, actor: Actor | None) -> None:
        """Let somebody in, or lock."""
        if actor is None:
            self.office.stage.session.leave()
        else:
            self.office.stage.session.enter(actor)
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def decide(self, *days: CalendarDay) -> None:
        """Another calendar counts from now on."""
        keep = self.office.cases.change_calendar
        keep(self.office.administrator, keep.days(self.office.administrator), days)
        self.office.stage.changes.announce(Topic.CATALOGUE)
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)


@pytest.fixture
def warned(qapp: object, resources: Path, qtbot: QtBot, show: Callable[[QWidget], None]) -> Iterator[Warned]:
    """Nobody is in yet; the calendar of this year is empty."""
    office = WholeOffice(resources)
    warned = Warned(office, qtbot)
    show(warned.notice)
    warned.notice.dismiss()
    warned.decide()
    yield warned
    office.runner.close()


@pytest.mark.parametrize("role", Role)
def test_leaders_and_administrators_are_told(warned: Warned, role: Role) -> None:
    """A clerk can do nothing about it."""
    warned.enter(actor_of(role))
    is_told = role in {Role.SUPERVISOR, Role.HEAD, Role.ADMINISTRATOR}
    assert warned.notice.words == (WORDS if is_told else "")
    assert not is_told or warned.notice.tone is Tone.CAUTION


def test_the_button_leads_to_the_calendar(warned: Warned) -> None:
    """And only while these words stand there."""
    warned.enter(warned.office.supervisor)
    button = next(one for one in warned.notice.findChildren(QPushButton) if one.isVisible())
    button.click()
    assert warned.wishes == 1
    warned.notice.say(Tone.ALARM, "something else", action="Do it")
    button.click()
    assert warned.wishes == 1


def test_a_decided_calendar_takes_the_words_back(warned: Warned) -> None:
    """Other words that stand there meanwhile stay."""
    warned.enter(warned.office.administrator)
    warned.decide(*CALENDAR.days)
    assert warned.notice.words == ""
    warned.decide()
    warned.enter(warned.office.administrator)
    warned.notice.say(Tone.ALARM, "something else")
    warned.decide(CalendarDay(date(2022, 9, 2), DayKind.DAY_OFF, "Quốc khánh"))
    assert warned.notice.words == "something else"


def test_the_next_person_does_not_see_it(warned: Warned) -> None:
    """A clerk who comes after the supervisor finds no such words."""
    warned.enter(warned.office.supervisor)
    warned.enter(None)
    warned.enter(warned.office.clerk)
    assert warned.notice.words == ""


def test_nothing_is_said_of_a_decided_year_before_december(warned: Warned) -> None:
    """In December the next year is asked for."""
    warned.decide(*(day for day in CALENDAR.days if day.date.year == 2022))
    warned.enter(warned.office.administrator)
    assert warned.notice.words == ""
    warned.office.clock.set(datetime(2022, 12, 1, 1, tzinfo=UTC))
    warned.enter(warned.office.administrator)
    assert warned.notice.words == WORDS.replace("2022", "2023")
