"""What the office works by is decoded once a version."""

from __future__ import annotations

from datetime import date

from cgcounter.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_clock import THURSDAY_MORNING


def test_a_version_is_decoded_once(store: SqlStore) -> None:
    """Intake asks for calendar and catalogue at every key: the same object answers, with its lookups ready."""
    with store.begin() as unit:
        unit.reference.put_calendar(WorkingCalendar(), source="", at=THURSDAY_MORNING)
        unit.commit()
    with store.look() as first, store.look() as second:
        assert first.reference.calendar() is second.reference.calendar()


def test_a_new_version_is_seen_at_once(store: SqlStore) -> None:
    """The next look works by what was put last."""
    day_off = WorkingCalendar((CalendarDay(date(2022, 4, 11), DayKind.DAY_OFF, "Giỗ Tổ"),))
    for calendar in (WorkingCalendar(), day_off):
        with store.begin() as unit:
            unit.reference.put_calendar(calendar, source="", at=THURSDAY_MORNING)
            unit.commit()
        with store.look() as reading:
            assert reading.reference.calendar() == calendar


def test_source_and_time_stay_with_a_version(store: SqlStore) -> None:
    """Who asks later where a version came from finds it in its row."""
    with store.begin() as unit:
        unit.reference.put_calendar(WorkingCalendar(), source="QĐ 123", at=THURSDAY_MORNING)
        unit.commit()
    with store.read() as look:
        row = look.row(Sql("SELECT kind, version, at, source FROM reference"))
    assert row is not None
    found = [row[column] for column in ("kind", "version", "at", "source")]
    assert found == ["calendar", 1, "2022-03-10T08:15:00+07:00", "QĐ 123"]
