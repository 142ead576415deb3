"""The calendar is changed in its table by keys alone, seen before it is saved, and nothing of it is lost unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, cast

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication

from cgcounter.domain.calendar import CalendarDay, DayKind
from cgcounter.domain.tables import Confidence
from cgcounter.gui.calendar.day_table import DayRow, DayTable
from cgcounter.gui.changes import Topic
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small
from tests.gui.calendar.conftest import Calendar

HUNG_KINGS = CalendarDay(date(2022, 4, 11), DayKind.DAY_OFF, "Giỗ Tổ Hùng Vương (nghỉ bù)", "TB 1")
NATIONAL_DAY = CalendarDay(date(2022, 9, 2), DayKind.DAY_OFF, "Quốc khánh")
FORECAST = CalendarDay(
    date(2023, 1, 2), DayKind.DAY_OFF, "Tết Dương lịch (nghỉ bù)", "dự báo", Confidence.MEMORY
)
OTHER_FORECAST = CalendarDay(date(2023, 9, 1), DayKind.DAY_OFF, "Quốc khánh", "dự báo", Confidence.MEMORY)

Open = Callable[..., Calendar]


class ModelTester(Protocol):
    """pytest-qt's tester, which has no types."""

    def check(self, model: QAbstractItemModel) -> None: ...


def test_the_days_stand_in_order_from_today_on(open_calendar: Open) -> None:
    """With weekday, kind, reason and document in words; a forecast is shown as such."""
    calendar = open_calendar(HUNG_KINGS, FORECAST)
    assert calendar.rows == [
        ("Monday 11/04/2022", "ngày nghỉ", "Giỗ Tổ Hùng Vương (nghỉ bù)", "TB 1", ""),
        ("Monday 02/01/2023", "ngày nghỉ", "Tết Dương lịch (nghỉ bù)", "dự báo", "forecast"),
    ]
    assert calendar.pointed_at == "Monday 11/04/2022"
    calendar.keys("Down")
    assert calendar.screen.days.about == (
        "Reckoned, not decided: F7 confirms its year when the decision is there."
    )


def test_the_day_that_is_pointed_at_is_in_view(open_calendar: Open) -> None:
    """Of a long calendar the next day is seen at once, not the first of years ago."""
    years = (date(year, month, 1) for year in range(2015, 2024) for month in range(1, 13))
    calendar = open_calendar(*(CalendarDay(day, DayKind.DAY_OFF, "Nghỉ") for day in years))
    assert calendar.pointed_at.endswith("01/04/2022")
    table = calendar.screen.days.table
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_a_day_is_added_seen_and_saved(open_calendar: Open) -> None:
    """F2, eight digits, reason, document, into the table; F9 shows what changes, Enter keeps it."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keys("F2", "'14032022'", "Return", "Return", "'Nghỉ theo lệnh'", "Return", "'QĐ 12'", "Return")
    assert calendar.rows[0] == ("Monday 14/03/2022", "ngày nghỉ", "Nghỉ theo lệnh", "QĐ 12", "")
    assert calendar.pointed_at == "Monday 14/03/2022"
    assert calendar.stored() == (HUNG_KINGS,)
    calendar.keys("F9")
    assert calendar.screen.changes.lines == ["new: Monday 14/03/2022, ngày nghỉ, Nghỉ theo lệnh"]
    assert len(calendar.screen.changes.found) == 1
    assert calendar.screen.changes.found[0].startswith("No due time of a dossier already received changes.")
    calendar.keys("Return")
    added = CalendarDay(date(2022, 3, 14), DayKind.DAY_OFF, "Nghỉ theo lệnh", "QĐ 12")
    assert calendar.stored() == (added, HUNG_KINGS)
    assert calendar.notice == "The calendar is saved and counts from now on."
    assert [change.topics for change in calendar.told] == [frozenset({Topic.CATALOGUE})]
    calendar.keys("Esc")
    assert calendar.closings == 1


def test_what_is_promised_for_a_day_off_is_told(open_calendar: Open) -> None:
    """The citizens come to a closed door: the office should tell them."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.office.receive()
    calendar.keys("F2", "'14032022'", "Return", "Return", "'Nghỉ'", "F9", "F9")
    assert calendar.screen.changes.found[1] == (
        "Monday 14/03/2022 will be off, and dossiers are promised for it: 1. They stay promised; tell the citizens."
    )


def test_a_day_is_changed_and_is_no_forecast_any_more(open_calendar: Open) -> None:
    """Who typed it decided it; the row stays where the date puts it."""
    calendar = open_calendar(HUNG_KINGS, FORECAST)
    calendar.keys("Down", "Return", "Ctrl+A", "'03012023'", "F9")
    assert calendar.rows[1] == ("Tuesday 03/01/2023", "ngày nghỉ", "Tết Dương lịch (nghỉ bù)", "dự báo", "")
    calendar.keys("F9", "Return")
    assert calendar.stored()[1] == CalendarDay(
        date(2023, 1, 3), DayKind.DAY_OFF, "Tết Dương lịch (nghỉ bù)", "dự báo"
    )


def test_a_swap_is_checked_beside_its_row(open_calendar: Open) -> None:
    """A make-up day without its day off is told; with it, all is well."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keys("F2", "'16042022'", "Return", "Down", "Return", "'Làm bù cho ngày 15/04/2022'", "F9")
    assert calendar.rows[1][-1] == "no day off for it"
    assert "name it in the reason as dd/mm/yyyy" in calendar.screen.days.about
    calendar.keys("F2", "'15042022'", "Return", "Return", "'Nghỉ (thay cho ngày 16/04/2022)'", "F9")
    assert [row[-1] for row in calendar.rows] == ["", "", ""]


def test_a_weekend_is_told_and_can_be_kept(open_calendar: Open) -> None:
    """It may be a slip of the finger, and it may be meant."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keys("F2", "'12032022'", "Return", "Return", "'Nghỉ'", "F9")
    assert calendar.rows[0][-1] == "off anyway"
    calendar.keys("F9", "Return")
    assert calendar.stored()[0].date == date(2022, 3, 12)


@pytest.mark.parametrize(
    ("strokes", "remark"),
    [
        (
            ("'31022022'", "Return", "Return", "'Nghỉ'"),
            "There is no such date. Type eight digits, such as 02012026.",
        ),
        (("F9",), "There is no such date. Type eight digits, such as 02012026."),
        (("'11042022'", "Return", "Return", "'Nghỉ'"), "This day stands in the calendar already."),
        (("'12042022'",), "Type why this day is different."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(
    open_calendar: Open, strokes: tuple[str, ...], remark: str
) -> None:
    """Before it comes into the table; nothing typed is lost."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keys("F2", *strokes, "F9")
    assert calendar.remarks == [remark]
    assert calendar.shows(calendar.screen.day)
    assert len(calendar.rows) == 1


def test_a_removed_day_comes_back(open_calendar: Open) -> None:
    """Ctrl+Z, one change after the other; nothing is lost before F9."""
    calendar = open_calendar(HUNG_KINGS, NATIONAL_DAY)
    calendar.keys("Ctrl+Del")
    assert calendar.notice == "11/04/2022 is taken out; Ctrl+Z brings it back. It counts when you save: F9."
    calendar.keys("Ctrl+Del")
    assert (calendar.rows, calendar.stored()) == ([], (HUNG_KINGS, NATIONAL_DAY))
    calendar.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert len(calendar.rows) == 2
    assert calendar.notice == "There is nothing to take back."
    calendar.keys("F9")
    assert calendar.notice == "Nothing has changed."


def test_a_year_is_confirmed_with_its_decision(open_calendar: Open) -> None:
    """All its forecasts become decided days with that number; other years stay."""
    calendar = open_calendar(HUNG_KINGS, FORECAST, OTHER_FORECAST)
    calendar.keys("F7")
    assert calendar.notice == "2022 holds no forecast."
    calendar.keys("Down", "F7", "Return")
    assert calendar.remarks == ["Type the number of the decision."]
    calendar.keys("'CV 5015'", "Return", "F9", "Return")
    assert [(day.source, day.confidence) for day in calendar.stored()] == [
        ("TB 1", None),
        ("CV 5015", None),
        ("CV 5015", None),
    ]


def test_leaving_asks_before_it_drops_a_change(open_calendar: Open) -> None:
    """The first Esc asks, the second goes; the file was never touched."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keys("Ctrl+Del", "Esc")
    assert (calendar.closings, calendar.notice) == (
        0,
        "What you changed is not saved: F9 saves it, Esc again drops it.",
    )
    calendar.keys("Esc")
    assert (calendar.closings, calendar.stored()) == (1, (HUNG_KINGS,))


def test_a_calendar_from_elsewhere_is_not_written_over(open_calendar: Open) -> None:
    """Somebody took another one in meanwhile: it is told, and what was changed here still stands here."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keys("Ctrl+Del")
    calendar.keep(NATIONAL_DAY)
    calendar.office.stage.changes.announce(Topic.CATALOGUE)
    calendar.keys("F9", "Return")
    assert "đã thay đổi" in calendar.notice
    assert calendar.stored() == (NATIONAL_DAY,)
    calendar.keys("Esc")
    assert calendar.rows == []


def test_an_untouched_table_follows(open_calendar: Open) -> None:
    """What was taken in elsewhere is shown."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.keep(NATIONAL_DAY)
    calendar.office.stage.changes.announce(Topic.CATALOGUE)
    calendar.settle()
    assert [row[0] for row in calendar.rows] == ["Friday 02/09/2022"]


def test_who_gave_the_role_away_is_led_out(open_calendar: Open) -> None:
    """The calendar is kept by leaders and administrators."""
    calendar = open_calendar(HUNG_KINGS)
    calendar.office.sign_in(calendar.office.supervisor)
    assert calendar.closings == 0
    calendar.office.sign_in(calendar.office.clerk)
    assert calendar.closings == 1


@pytest.mark.parametrize(
    "strokes", [(), ("F2",), ("Down", "F7"), ("Ctrl+Del", "F9")], ids=["days", "day", "decide", "changes"]
)
def test_every_part_has_names_and_fits_at_the_largest_zoom(
    open_calendar: Open, app: QApplication, strokes: tuple[str, ...]
) -> None:
    """All can be told and hit at 100 %, and stands within 1366 x 728 at 160 %."""
    calendar = open_calendar(HUNG_KINGS, FORECAST)
    calendar.keys(*strokes)
    assert nameless(calendar.screen) == []
    assert too_small(calendar.screen) == []
    apply_theme(app, Scheme.LIGHT, 160)
    QApplication.processEvents()
    assert (calendar.screen.width(), calendar.screen.height()) == (1366, 728)


def test_the_table_is_a_model(qtmodeltester: ModelTester) -> None:
    """Qt's own checks, empty and filled."""
    check = cast("Callable[[QAbstractItemModel], None]", qtmodeltester.check)
    model = DayTable()
    check(model)
    model.show_rows((DayRow(HUNG_KINGS, "ngày nghỉ"),))
    check(model)
