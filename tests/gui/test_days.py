"""Tests of days and times in words."""

from datetime import date, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication

from cgcounter.app import places
from cgcounter.app.languages import install_language
from cgcounter.gui.days import due_words, weekday_name

TUESDAY = datetime(2022, 3, 15, 17, 0, tzinfo=timezone(timedelta(hours=7)))


def test_days_are_named_in_the_language_of_the_window(qapp: QCoreApplication) -> None:
    """Vietnamese where Vietnamese is chosen, English else; the form of the date is the same."""
    assert due_words(TUESDAY) == "17:00 Tuesday 15/03/2022"
    install_language(qapp, "vi", places.resources())
    try:
        assert due_words(TUESDAY) == "17:00 Thứ Ba 15/03/2022"
    finally:
        install_language(qapp, "en", places.resources())


def test_the_week_begins_on_monday() -> None:
    """From Monday 07/03/2022 on, each day has its own name."""
    week = [weekday_name(date(2022, 3, 7) + timedelta(days)) for days in range(7)]
    assert week == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
