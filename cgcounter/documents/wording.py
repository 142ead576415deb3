"""Dates, times and counters as Vietnamese papers write them out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from cgcounter.documents.typesetting import tied
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import Timeliness
from cgcounter.domain.offices import Counter

TIMELINESS_WORDS: Final = {
    Timeliness.EARLY: "Trước hạn",
    Timeliness.ON_TIME: "Đúng hạn",
    Timeliness.LATE: "Quá hạn",
}
_LAST_MONTH_WITH_ZERO: Final = 2


def long_date(day: date) -> str:
    """Such as "ngày 05 tháng 01 năm 2022": a zero before days below 10 and months 1 and 2 (NĐ 30/2020, annex I)."""
    month = f"{day.month:02d}" if day.month <= _LAST_MONTH_WITH_ZERO else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def place_and_date(place: str, day: date) -> str:
    """Such as "Cao An, ngày 10 tháng 3 năm 2022"."""
    return f"{place}, {long_date(day)}"


def clock_and_date(at: datetime) -> str:
    """Such as "08 giờ 05 phút, ngày 10 tháng 3 năm 2022", by the clock of Viet Nam."""
    local = at.astimezone(TIME_ZONE)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {long_date(local.date())}"


def short_date(at: datetime | None) -> str:
    """Such as "10/03/2022"; nothing when there is none."""
    return f"{at.astimezone(TIME_ZONE):%d/%m/%Y}" if at else ""


def short_clock(at: datetime | None) -> str:
    """Such as "08:05"; nothing when there is none."""
    return f"{at.astimezone(TIME_ZONE):%H:%M}" if at else ""


def short_time(at: datetime | None) -> str:
    """Such as "17:00 10/03/2022"; nothing when there is none."""
    return f"{short_clock(at)} {short_date(at)}".strip()


def counter_words(counter: Counter) -> str:
    """Such as "Quầy 1 (Hộ tịch)"."""
    return f"Quầy {counter.slot} ({counter.name})" if counter.name else f"Quầy {counter.slot}"


def counted(originals: int, copies: int) -> str:
    """Such as "01 bản chính, 02 bản sao", where a line may break after the comma; nothing when there is none."""
    kinds = ((originals, "bản chính"), (copies, "bản sao"))
    return ", ".join(tied(f"{count:02d} {kind}") for count, kind in kinds if count)
