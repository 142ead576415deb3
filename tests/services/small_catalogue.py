"""The few procedures and days that the tests of the use cases need, typed from the domain facts."""

from __future__ import annotations

from datetime import date

from cgcounter.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.money import FeeRule
from cgcounter.domain.procedures import Catalogue, Level, Paper, Procedure

DEED = Procedure(
    code="2.001035",
    name="Chứng thực hợp đồng, giao dịch",
    field="Chứng thực",
    level=Level.COMMUNE,
    duration_kind=DurationKind.WORKING_DAYS,
    duration=Duration(DurationKind.WORKING_DAYS, 2),
    fee_rule=FeeRule.FIXED,
    fee_dong=50_000,
    result="Giao dịch được chứng thực",
    papers=(Paper("Dự thảo giao dịch"), Paper("Giấy chứng nhận", originals=0, copies=1)),
)
MARITAL_STATUS = Procedure(
    code="1.004873",
    name="Cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    level=Level.COMMUNE,
    duration_kind=DurationKind.WORKING_DAYS,
    duration=Duration(DurationKind.WORKING_DAYS, 3),
    fee_rule=FeeRule.SET_BY_PROVINCE,
    result="Giấy xác nhận tình trạng hôn nhân",
    papers=(
        Paper("Tờ khai"),
        Paper("Bản án ly hôn", case="đã ly hôn"),
        Paper("Giấy xác nhận đã cấp", case="cấp lại"),
    ),
)
COPY = Procedure(
    code="2.000815",
    name="Chứng thực bản sao từ bản chính",
    field="Chứng thực",
    level=Level.COMMUNE,
    duration_kind=DurationKind.SAME_DAY,
    duration=Duration(DurationKind.SAME_DAY),
    fee_rule=FeeRule.PER_PAGE_TIER,
    fee_dong=2_000,
    result="Bản sao được chứng thực",
)
EXTRACT = Procedure(
    code="2.000635",
    name="Cấp bản sao trích lục hộ tịch",
    field="Hộ tịch",
    level=Level.COMMUNE,
    duration_kind=DurationKind.SAME_DAY,
    duration=Duration(DurationKind.SAME_DAY),
    fee_rule=FeeRule.PER_COPY,
    fee_dong=8_000,
)
COMPENSATION = Procedure(
    code="2.002165",
    name="Giải quyết yêu cầu bồi thường",
    field="Bồi thường nhà nước",
    level=Level.COMMUNE,
    duration_kind=DurationKind.WORKING_DAYS,
)
POOR_HOUSEHOLD = Procedure(
    code="1.011607",
    name="Công nhận hộ nghèo, cận nghèo thường xuyên",
    field="Giảm nghèo",
    level=Level.COMMUNE,
    duration_kind=DurationKind.CALENDAR_DAYS,
    duration=Duration(DurationKind.CALENDAR_DAYS, 15),
)
FORMER_POOR_HOUSEHOLD = Procedure(
    code="1.000506",
    name="Công nhận hộ nghèo, hộ cận nghèo phát sinh trong năm",
    field="Giảm nghèo",
    level=Level.COMMUNE,
    duration_kind=DurationKind.CALENDAR_DAYS,
    duration=Duration(DurationKind.CALENDAR_DAYS, 7),
    valid_to=date(2021, 8, 31),
    replaced_by=("1.011607",),
)
CATALOGUE = Catalogue(
    (DEED, MARITAL_STATUS, COPY, EXTRACT, COMPENSATION, POOR_HOUSEHOLD, FORMER_POOR_HOUSEHOLD)
)
CALENDAR = WorkingCalendar(
    (
        CalendarDay(date(2022, 4, 11), DayKind.DAY_OFF, "Nghỉ bù Giỗ Tổ Hùng Vương"),
        CalendarDay(date(2026, 11, 24), DayKind.DAY_OFF, "Ngày Văn hóa Việt Nam"),
    )
)
