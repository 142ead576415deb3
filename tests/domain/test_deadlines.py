"""Due times: the shared vectors, the table of 3.4, the settings, the words, lateness."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from cgcounter.domain.calendar import TIME_ZONE, CalendarDay, DayKind, OfficeHours, WorkingCalendar
from cgcounter.domain.deadlines import (
    BadDeadlineRulesError,
    BadDurationError,
    BadTimeError,
    CalendarEnd,
    DeadlineRules,
    DueClock,
    Duration,
    DurationKind,
    Granularity,
    Timeliness,
    due_time,
    duration_words,
    explain,
    timeliness,
)
from cgcounter.domain.errors import RuleBrokenError

VECTORS = Path(__file__).parent.parent / "vectors" / "due_date_vectors.csv"
SAME_DAY = Duration(DurationKind.SAME_DAY)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIME_ZONE)


def working_days(amount: int) -> Duration:
    return Duration(DurationKind.WORKING_DAYS, amount)


def calendar_days(amount: int) -> Duration:
    return Duration(DurationKind.CALENDAR_DAYS, amount)


def working_hours(amount: int) -> Duration:
    return Duration(DurationKind.WORKING_HOURS, amount)


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_all_vectors_are_here() -> None:
    """The shared file holds 39 vectors; none is lost on the way."""
    assert len(vectors()) == 39


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: f"{vector['intake_at']} {vector['why']}")
def test_shared_vector(office_calendar: WorkingCalendar, vector: dict[str, str]) -> None:
    """Every due time of the shared vectors is met exactly, with its offset."""
    duration = Duration(DurationKind(vector["kind"]), int(vector["amount"]))
    due = due_time(datetime.fromisoformat(vector["intake_at"]), duration, office_calendar)
    assert due.at.isoformat() == vector["due_at"]


@pytest.mark.parametrize(
    ("intake", "amount", "due"),
    [
        ("2022-01-28", 3, "2022-02-09"),
        ("2022-02-24", 3, "2022-03-01"),
        ("2022-04-08", 2, "2022-04-13"),
        ("2022-04-29", 5, "2022-05-10"),
        ("2022-06-30", 10, "2022-07-14"),
        ("2022-08-31", 1, "2022-09-05"),
        ("2022-12-30", 1, "2023-01-03"),
        ("2023-04-28", 3, "2023-05-08"),
        ("2024-04-26", 1, "2024-05-02"),
        ("2024-05-02", 3, "2024-05-06"),
        ("2025-04-25", 3, "2025-04-29"),
        ("2026-08-21", 1, "2026-08-22"),
    ],
)
@pytest.mark.parametrize("clock", ["06:00", "10:00", "16:59", "22:30"])
def test_working_days_of_table_3_4(
    office_calendar: WorkingCalendar, intake: str, amount: int, due: str, clock: str
) -> None:
    """The n-th working day at 17:00, whatever the hour of the intake (3.3 rules 2 and 3, table 3.4)."""
    found = due_time(at(f"{intake} {clock}"), working_days(amount), office_calendar)
    assert found.at == at(f"{due} 17:00")


def test_first_counted_day(office_calendar: WorkingCalendar) -> None:
    """A dossier taken on a Saturday morning has Monday as its first counted day."""
    due = due_time(at("2022-02-26 08:30"), working_days(3), office_calendar)
    assert due.counted_from == date(2022, 2, 28)
    assert due.received_on_day_off


def test_intake_in_another_zone(office_calendar: WorkingCalendar) -> None:
    """The date that counts is the one at the counter: 20:00 in London is the next morning here."""
    received = datetime(2022, 3, 8, 20, 0, tzinfo=UTC)
    due = due_time(received, working_days(1), office_calendar)
    assert due.at == at("2022-03-10 17:00")
    assert due.at.utcoffset() == timedelta(hours=7)


def test_seconds_of_the_intake_do_not_count(office_calendar: WorkingCalendar) -> None:
    """The receipt says 15:00 for 15:00:59, so it is not after 15:00."""
    due = due_time(at("2022-03-09 15:00:59"), SAME_DAY, office_calendar)
    assert due.at == at("2022-03-09 17:00")


HALF_DAY = WorkingCalendar((CalendarDay(date(2022, 3, 9), DayKind.HALF_DAY, "Nghỉ nửa ngày"),))


def test_day_counts_end_with_a_half_day() -> None:
    """A half day is counted as a day and ends at 11:30."""
    assert due_time(at("2022-03-08 10:00"), working_days(1), HALF_DAY).at == at("2022-03-09 11:30")


def test_hours_of_a_half_day() -> None:
    """A half day gives its morning only to a count of hours."""
    assert due_time(at("2022-03-08 16:00"), working_hours(6), HALF_DAY).at == at("2022-03-10 08:30")


@pytest.mark.parametrize(("clock", "due"), [("11:30", "2022-03-09 11:30"), ("11:31", "2022-03-10 17:00")])
def test_same_day_on_a_half_day(clock: str, due: str) -> None:
    """On a half day the closing comes before the cut-off and decides."""
    assert due_time(at(f"2022-03-09 {clock}"), SAME_DAY, HALF_DAY).at == at(due)


def test_other_cutoff(office_calendar: WorkingCalendar) -> None:
    """The cut-off of same-day procedures is a setting."""
    rules = DeadlineRules(cutoff=time(14, 0))
    assert due_time(at("2022-03-09 14:00"), SAME_DAY, office_calendar, rules).at == at("2022-03-09 17:00")
    due = due_time(at("2022-03-09 14:01"), SAME_DAY, office_calendar, rules)
    assert due.at == at("2022-03-10 17:00")
    assert explain(due) == "nhận sau 14:00, trả ngày làm việc sau"


@pytest.mark.parametrize(
    ("duration", "received", "due"),
    [
        (working_days(1), "2022-03-08 10:00", "2022-03-08 17:00"),
        (working_days(3), "2022-02-24 14:15", "2022-02-28 17:00"),
        (working_days(1), "2022-03-08 17:01", "2022-03-09 17:00"),
        (working_days(1), "2022-02-26 08:30", "2022-02-28 17:00"),
        (calendar_days(15), "2022-03-01 10:00", "2022-03-15 17:00"),
        (calendar_days(1), "2022-03-01 17:30", "2022-03-02 17:00"),
        (calendar_days(1), "2022-03-05 09:00", "2022-03-07 17:00"),
    ],
)
def test_start_day_may_count(
    office_calendar: WorkingCalendar, duration: Duration, received: str, due: str
) -> None:
    """With count_start_day the intake date is the first day, unless the office had closed already."""
    rules = DeadlineRules(count_start_day=True)
    assert due_time(at(received), duration, office_calendar, rules).at == at(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2022-03-08 10:07", "2022-03-09 10:15"),
        ("2022-03-08 10:00", "2022-03-09 10:00"),
        ("2022-03-08 06:10", "2022-03-09 07:30"),
        ("2022-03-08 12:20", "2022-03-09 13:30"),
        ("2022-03-08 11:20", "2022-03-09 11:30"),
        ("2022-03-08 16:55", "2022-03-09 17:00"),
        ("2022-03-08 18:40", "2022-03-09 17:00"),
    ],
)
def test_due_at_the_clock_of_the_intake(office_calendar: WorkingCalendar, received: str, due: str) -> None:
    """With same_clock the due time keeps the clock of the intake, rounded up and moved into office hours."""
    rules = DeadlineRules(due_clock_time=DueClock.SAME_CLOCK)
    assert due_time(at(received), working_days(1), office_calendar, rules).at == at(due)


def test_same_clock_of_calendar_days(office_calendar: WorkingCalendar) -> None:
    """Calendar days that end on a Saturday keep the clock on the Monday that they move to."""
    rules = DeadlineRules(due_clock_time=DueClock.SAME_CLOCK)
    due = due_time(at("2022-03-04 10:00"), calendar_days(15), office_calendar, rules)
    assert due.at == at("2022-03-21 10:00")


@pytest.mark.parametrize(
    ("minutes", "received", "due"),
    [
        (15, "2022-03-10 08:01", "2022-03-10 10:15"),
        (15, "2022-03-10 08:15", "2022-03-10 10:15"),
        (1, "2022-03-10 08:01", "2022-03-10 10:01"),
        (60, "2022-03-10 08:01", "2022-03-10 11:00"),
        (60, "2022-03-10 09:10", "2022-03-10 11:30"),
    ],
)
def test_hours_go_up_to_the_next_multiple(
    office_calendar: WorkingCalendar, minutes: int, received: str, due: str
) -> None:
    """Hours go up to the next multiple; what is already on it stays; never past the end of the session."""
    rules = DeadlineRules(round_minutes=minutes)
    assert due_time(at(received), working_hours(2), office_calendar, rules).at == at(due)


def test_calendar_end_may_stay_on_a_day_off(office_calendar: WorkingCalendar) -> None:
    """With keep, calendar days may end on a Saturday, at the usual closing time."""
    rules = DeadlineRules(calendar_end_on_dayoff=CalendarEnd.KEEP)
    due = due_time(at("2022-03-04 10:00"), calendar_days(15), office_calendar, rules)
    assert due.at == at("2022-03-19 17:00")
    assert due.moved_from is None


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2022-03-08 17:00", "2022-03-09 17:00"),
        ("2022-03-08 17:01", "2022-03-10 17:00"),
        ("2022-03-12 09:00", "2022-03-15 17:00"),
        ("2022-03-08 05:00", "2022-03-09 17:00"),
    ],
)
def test_late_intake_may_start_at_the_next_opening(
    office_calendar: WorkingCalendar, received: str, due: str
) -> None:
    """With start_at_opening an intake after closing counts as if it came the next working morning."""
    rules = DeadlineRules(start_at_opening=True)
    assert due_time(at(received), working_days(1), office_calendar, rules).at == at(due)


def test_hours_of_the_office_decide() -> None:
    """Other office hours move the end of the day and the count of hours."""
    calendar = WorkingCalendar(hours=OfficeHours(time(7, 0), time(11, 30), time(13, 30), time(16, 30)))
    assert due_time(at("2022-03-08 10:00"), working_days(1), calendar).at == at("2022-03-09 16:30")
    assert due_time(at("2022-03-08 16:00"), working_hours(1), calendar).at == at("2022-03-09 07:30")


@pytest.mark.parametrize(
    "duration",
    [
        working_days(0),
        working_days(-1),
        calendar_days(0),
        working_hours(-5),
        working_days(3651),
        calendar_days(10**12),
        Duration(DurationKind.SAME_DAY, 1),
    ],
)
def test_impossible_duration_is_refused(office_calendar: WorkingCalendar, duration: Duration) -> None:
    """A duration that is nothing, negative or absurdly long breaks a rule, and ends at once."""
    with pytest.raises(BadDurationError) as raised:
        due_time(at("2022-03-08 10:00"), duration, office_calendar)
    assert raised.value.code == "bad_duration"
    assert isinstance(raised.value, RuleBrokenError)


def test_longest_duration_is_taken(office_calendar: WorkingCalendar) -> None:
    """Ten years of days are still counted."""
    assert due_time(at("2022-03-08 10:00"), calendar_days(3650), office_calendar).at == at("2032-03-05 17:00")


def test_time_without_zone_is_refused(office_calendar: WorkingCalendar) -> None:
    """A time without a zone breaks a rule."""
    naive = datetime(2022, 3, 8, 10, 0)  # noqa: DTZ001  the point of the test
    with pytest.raises(BadTimeError) as raised:
        due_time(naive, working_days(1), office_calendar)
    assert raised.value.code == "bad_time"
    with pytest.raises(BadTimeError):
        timeliness(naive, at("2022-03-08 10:00"))


@pytest.mark.parametrize("year", [1, 1899, 3000, 9999])
def test_absurd_year_is_refused(office_calendar: WorkingCalendar, year: int) -> None:
    """A clock that stands in another age breaks a rule instead of running past the last date."""
    with pytest.raises(BadTimeError):
        due_time(datetime(year, 12, 31, 23, 59, tzinfo=TIME_ZONE), working_days(3650), office_calendar)


@pytest.mark.parametrize("minutes", [0, -15, 1441])
def test_impossible_rounding_is_refused(office_calendar: WorkingCalendar, minutes: int) -> None:
    """Rounding to nothing or to more than a day breaks a rule."""
    with pytest.raises(BadDeadlineRulesError):
        due_time(
            at("2022-03-08 10:00"), working_hours(1), office_calendar, DeadlineRules(round_minutes=minutes)
        )


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (working_days(5), "5 ngày làm việc"),
        (calendar_days(15), "15 ngày"),
        (working_hours(8), "8 giờ làm việc"),
        (SAME_DAY, "Trong ngày"),
    ],
)
def test_duration_words(duration: Duration, words: str) -> None:
    """A duration is printed in the words of the field."""
    assert duration_words(duration) == words


@pytest.mark.parametrize(
    ("received", "duration", "line"),
    [
        ("2026-11-23 08:15", working_days(5), "5 ngày làm việc, đã trừ nghỉ lễ 24/11"),
        ("2022-04-29 10:30", working_days(5), "5 ngày làm việc, đã trừ nghỉ lễ 02-03/05"),
        ("2022-01-28 09:00", working_days(3), "3 ngày làm việc, đã trừ nghỉ lễ 31/01-04/02"),
        ("2022-02-24 14:15", working_days(3), "3 ngày làm việc"),
        ("2022-04-07 09:00", working_days(20), "20 ngày làm việc, đã trừ nghỉ lễ 11/04, 02-03/05"),
        ("2024-05-02 09:00", working_days(3), "3 ngày làm việc, tính cả thứ Bảy làm bù 04/05"),
        (
            "2024-04-26 11:00",
            working_days(4),
            "4 ngày làm việc, đã trừ nghỉ lễ 29/04-01/05, tính cả thứ Bảy làm bù 04/05",
        ),
        ("2022-03-01 10:00", calendar_days(15), "15 ngày"),
        (
            "2022-03-04 10:00",
            calendar_days(15),
            "15 ngày, ngày cuối 19/03 là ngày nghỉ, trả ngày làm việc sau",
        ),
        (
            "2022-01-20 09:00",
            calendar_days(15),
            "15 ngày, ngày cuối 04/02 là ngày nghỉ, trả ngày làm việc sau",
        ),
        (
            "2022-04-01 15:30",
            calendar_days(30),
            "30 ngày, ngày cuối 01/05 là ngày nghỉ, trả ngày làm việc sau, đã trừ nghỉ lễ 02-03/05",
        ),
        ("2022-03-09 15:00", SAME_DAY, "trong ngày"),
        ("2022-03-09 15:01", SAME_DAY, "nhận sau 15:00, trả ngày làm việc sau"),
        (
            "2022-01-28 15:10",
            SAME_DAY,
            "nhận sau 15:00, trả ngày làm việc sau, đã trừ nghỉ lễ 31/01-04/02",
        ),
        (
            "2026-08-21 15:10",
            SAME_DAY,
            "nhận sau 15:00, trả ngày làm việc sau, tính cả thứ Bảy làm bù 22/08",
        ),
        ("2022-02-26 09:00", SAME_DAY, "nhận ngày nghỉ, trả ngày làm việc sau"),
        ("2024-05-04 10:00", SAME_DAY, "trong ngày"),
        ("2022-03-10 10:30", working_hours(2), "2 giờ làm việc"),
        ("2022-01-28 16:45", working_hours(1), "1 giờ làm việc, đã trừ nghỉ lễ 31/01-04/02"),
    ],
)
def test_explanation(office_calendar: WorkingCalendar, received: str, duration: Duration, line: str) -> None:
    """One line tells what was counted, left out and added (3.3 rule 7)."""
    assert explain(due_time(at(received), duration, office_calendar)) == line


def test_makeup_sunday_is_named() -> None:
    """A make-up day is told by its weekday."""
    calendar = WorkingCalendar((CalendarDay(date(2022, 3, 13), DayKind.MAKEUP_WORKDAY, "Làm bù"),))
    due = due_time(at("2022-03-11 09:00"), working_days(1), calendar)
    assert explain(due) == "1 ngày làm việc, tính cả Chủ nhật làm bù 13/03"


def test_cutoff_told_on_a_half_day() -> None:
    """On a half day the closing time is told as the cut-off."""
    due = due_time(at("2022-03-09 13:00"), SAME_DAY, HALF_DAY)
    assert explain(due) == "nhận sau 11:30, trả ngày làm việc sau"


@pytest.mark.parametrize(
    ("released", "by_minute", "by_day"),
    [
        ("2022-03-08 23:59", Timeliness.EARLY, Timeliness.EARLY),
        ("2022-03-09 00:00", Timeliness.ON_TIME, Timeliness.ON_TIME),
        ("2022-03-09 17:00:59", Timeliness.ON_TIME, Timeliness.ON_TIME),
        ("2022-03-09 17:01", Timeliness.LATE, Timeliness.ON_TIME),
        ("2022-03-10 00:00", Timeliness.LATE, Timeliness.LATE),
        ("2023-01-01 08:00", Timeliness.LATE, Timeliness.LATE),
    ],
)
def test_timeliness(released: str, by_minute: Timeliness, by_day: Timeliness) -> None:
    """Early is an earlier date, on time the same date and not past the time, late otherwise (3.5)."""
    due = at("2022-03-09 17:00")
    assert timeliness(at(released), due, by=Granularity.MINUTE) is by_minute
    assert timeliness(at(released), due, by=Granularity.DAY) is by_day


def test_date_of_a_release_is_the_date_here() -> None:
    """A release told in another zone is judged by the date at the counter."""
    released = datetime(2022, 3, 8, 17, 30, tzinfo=UTC)
    assert timeliness(released, at("2022-03-09 17:00"), by=Granularity.DAY) is Timeliness.ON_TIME


def test_without_due_time_a_result_is_on_time() -> None:
    """A dossier without a due time cannot be late (3.5)."""
    assert timeliness(at("2022-03-09 17:00"), None) is Timeliness.ON_TIME
