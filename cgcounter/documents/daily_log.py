"""Sổ nhật ký ngày: what one counter received, returned and took in a day, what is due, what slipped; A4 landscape.

The log lies open on a desk, so it names people but prints no personal number, phone or address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import (
    Flow,
    Heading,
    Signature,
    heading_block,
    numbered,
    running_head,
    signatures,
)
from cgcounter.documents.pages import MM, Block, DrawnPage, Sheet, gap, stack
from cgcounter.documents.tables import Column, Table
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph
from cgcounter.documents.wording import (
    TIMELINESS_WORDS,
    clock_and_date,
    counter_words,
    long_date,
    place_and_date,
    short_clock,
    short_date,
    short_time,
)
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.cash import CashCount, last_count
from cgcounter.domain.deadlines import timeliness
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.forms import DailyLogFacts
from cgcounter.domain.money import amount_in_words, figures, format_dong
from cgcounter.domain.payments import Takings
from cgcounter.domain.staff import StaffId

VERSION: Final = 2
TITLE: Final = "Sổ nhật ký ngày"
# The margins of NĐ 30/2020: the left one is wide enough to bind the days into a volume.
_SHEET: Final = Sheet.of_mm((297, 210), sides=(30, 15), ends=20)
_BODY: Final = 12.0
_TABLE: Final = 9.5
_TITLE_SIZE: Final = 14.0
_LEADING: Final = 1.25
_NO_DUE_TIME: Final = "không hẹn"

_STATUS_WORDS: Final = {
    Status.ACCEPTED: "Đã tiếp nhận",
    Status.IN_PROGRESS: "Đang giải quyết",
    Status.RESULT_READY: "Đã có kết quả",
    Status.RETURNED: "Đã trả kết quả",
    Status.REFUSED: "Từ chối tiếp nhận",
}


class _Field(Struct, frozen=True):
    """A column of the log: title, width in mm, what it says of a dossier, and in how many lines (0: as it takes)."""

    title: str
    width: float
    words: Callable[[DossierLine], str]
    align: Align = Align.LEFT
    most_lines: int = 0


def _procedure_words(line: DossierLine) -> str:
    return f"{line.procedure_code} {line.procedure_name}"


def _due(line: DossierLine) -> str:
    return short_time(line.due_at) or _NO_DUE_TIME


def _fee(line: DossierLine) -> str:
    return format_dong(line.fee_dong).removesuffix(" đồng")


def _timeliness(line: DossierLine) -> str:
    return TIMELINESS_WORDS[timeliness(line.released_at, line.due_at)] if line.released_at else ""


_CODE: Final = _Field("Mã hồ sơ", 43, lambda line: line.code)
_NAME: Final = _Field("Cá nhân, tổ chức", 48, lambda line: line.name)
_DUE: Final = _Field("Hẹn trả", 28, _due, Align.CENTRE)
_RECEIVED_ON: Final = _Field("Ngày nhận", 19, lambda line: short_date(line.received_at), Align.CENTRE)


def _procedure(width: float) -> _Field:
    return _Field("Thủ tục", width, _procedure_words, most_lines=2)


def _received(clerks: Mapping[StaffId, str]) -> tuple[_Field, ...]:
    def clerk(line: DossierLine) -> str:
        return clerks.get(line.received_by, "") if line.received_by else ""

    return (
        _CODE,
        _Field("Cá nhân, tổ chức", 40, lambda line: line.name),
        _procedure(68),
        _Field("Nhận lúc", 16, lambda line: short_clock(line.received_at), Align.CENTRE),
        _DUE,
        _Field("Người nhận", 27, clerk),
        _Field("Phí, lệ phí (đồng)", 20, _fee, Align.RIGHT),
    )


_RETURNED: Final = (
    _CODE,
    _NAME,
    _procedure(42),
    _RECEIVED_ON,
    _DUE,
    _Field("Có kết quả", 28, lambda line: short_time(line.released_at), Align.CENTRE),
    _Field("Trả lúc", 14, lambda line: short_clock(line.returned_at), Align.CENTRE),
    _Field("Thời hạn", 20, _timeliness, Align.CENTRE),
)
_OPEN: Final = (
    _CODE,
    _NAME,
    _procedure(76),
    _RECEIVED_ON,
    _DUE,
    _Field("Tình trạng", 28, lambda line: _STATUS_WORDS[line.status]),
)
_NUMBER_WIDTH: Final = 10 * MM
_MONEY: Final = (
    Column("TT", _NUMBER_WIDTH, Align.CENTRE),
    Column("Người thu", 55 * MM),
    Column("Số lần", 15 * MM, Align.RIGHT),
    Column("Đã thu", 25 * MM, Align.RIGHT),
    Column("Hoàn trả", 22 * MM, Align.RIGHT),
    Column("Còn lại", 25 * MM, Align.RIGHT),
    Column("Phí", 23 * MM, Align.RIGHT, group="Trong đó"),
    Column("Lệ phí", 23 * MM, Align.RIGHT, group="Trong đó"),
    Column("Đếm được", 25 * MM, Align.RIGHT, group="Chốt tiền"),
    Column("Chênh lệch", 29 * MM, Align.RIGHT, group="Chốt tiền"),
)


def draw_daily_log(facts: DailyLogFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The log of the day, as many pages as it takes."""
    style = Style(typeface, _BODY, _BODY * _LEADING)
    flow = Flow(_SHEET, _running_head(facts, style.at(_TABLE)))
    flow.put(*_head(facts, style, flow.width))
    sections = (
        ("I. HỒ SƠ TIẾP NHẬN TRONG NGÀY", facts.received, _received(dict(facts.clerks))),
        ("II. HỒ SƠ TRẢ KẾT QUẢ TRONG NGÀY", facts.returned, _RETURNED),
        ("III. HỒ SƠ ĐẾN HẠN TRONG NGÀY, CHƯA CÓ KẾT QUẢ", facts.due_today, _OPEN),
        ("IV. HỒ SƠ QUÁ HẠN, CHƯA CÓ KẾT QUẢ", facts.overdue, _OPEN),
    )
    for title, lines, fields in sections:
        _put_section(flow, f"{title}: {len(lines) or 'không có'}", lines, fields, style)
    _put_money(flow, facts, style)
    flow.put(_foot(facts, style, flow.width))
    return numbered(flow.pages(), _SHEET, style)


def _head(facts: DailyLogFacts, style: Style, width: float) -> Iterator[Block]:
    office, counter = facts.office, facts.counter
    printed_on = facts.printed_at.astimezone(TIME_ZONE).date()
    words = Heading(office.authority, office.office_name, place_and_date(office.place, printed_on))
    yield heading_block(words, style, width)
    yield gap(style.leading)
    yield from heading(TITLE.upper(), style.at(_TITLE_SIZE), width)
    date_words = long_date(facts.day)
    yield from heading(f"{date_words[0].upper()}{date_words[1:]} – {counter_words(counter)}", style, width)
    yield gap(style.leading / 2)
    for sentence in _summary(facts):
        yield from paragraph((Run(sentence),), style, width)


def _running_head(facts: DailyLogFacts, style: Style) -> Block:
    """What ties a further page to its day."""
    parts = (f"{TITLE} {facts.day:%d/%m/%Y}", facts.office.authority, counter_words(facts.counter))
    return running_head(parts, style, _SHEET.inner_width)


def _summary(facts: DailyLogFacts) -> Iterator[str]:
    if facts.received or facts.returned:
        yield f"Trong ngày tiếp nhận {len(facts.received)} hồ sơ, trả kết quả {len(facts.returned)} hồ sơ."
    else:
        yield "Trong ngày không tiếp nhận hồ sơ nào và không trả kết quả nào."
    fees = sum(line.fee_dong for line in facts.received)
    yield f"Tổng phí, lệ phí của hồ sơ tiếp nhận: {format_dong(fees)} ({amount_in_words(fees)})."
    if facts.takings:
        taken = format_dong(sum(one.collected_dong for one in facts.takings))
        given_back = format_dong(sum(one.refunded_dong for one in facts.takings))
        yield f"Trong ngày đã thu {taken}, hoàn trả {given_back}."


def _put_section(
    flow: Flow, title: str, lines: Sequence[DossierLine], fields: Sequence[_Field], style: Style
) -> None:
    small = style.at(_TABLE)
    _put_title(flow, title, style, rows=len(lines))
    columns = (
        Column("TT", _NUMBER_WIDTH, Align.CENTRE),
        *(Column(field.title, field.width * MM, field.align, field.most_lines) for field in fields),
    )
    rows = ((str(number), *(field.words(line) for field in fields)) for number, line in enumerate(lines, 1))
    Table(columns, small).put(flow, rows)


def _put_title(flow: Flow, title: str, style: Style, *, rows: int) -> None:
    """The title of a section, not parted from its first row."""
    block = stack((*paragraph((Run(title, Face.BOLD),), style, flow.width), gap(0.3 * style.size)))
    flow.space(0.6 * style.leading)
    flow.keep(block.height + (4 * style.at(_TABLE).leading if rows else 0))
    flow.put(block)


def _put_money(flow: Flow, facts: DailyLogFacts, style: Style) -> None:
    """What was paid, clerk by clerk, against what each of them counted."""
    takings, names = facts.takings, dict(facts.clerks)
    clerks = f"{len(takings)} người thu" if takings else "không có"
    _put_title(flow, f"V. THU PHÍ, LỆ PHÍ TRONG NGÀY (ĐỒNG): {clerks}", style, rows=len(takings))
    counts = [last_count(facts.counts, one.by) for one in takings]
    rows = [
        (str(number), names.get(one.by, ""), *_amounts(one), *_counted(one, count))
        for number, (one, count) in enumerate(zip(takings, counts, strict=True), 1)
    ]
    if takings:
        rows.append(("", "Cộng", *_sums(takings), "", ""))
    Table(_MONEY, style.at(_TABLE)).put(flow, rows)
    for count in counts:
        if count is not None and count.reason:
            words = f"Lý do chênh lệch ({names.get(count.clerk, '')}): {count.reason}"
            flow.put(*paragraph((Run(words),), style.at(_TABLE), flow.width))


def _figures(one: Takings) -> tuple[int, ...]:
    return (
        one.payments,
        one.collected_dong,
        one.refunded_dong,
        one.sum_dong,
        one.service_fees_dong,
        one.state_charges_dong,
    )


def _amounts(one: Takings) -> tuple[str, ...]:
    return tuple(map(figures, _figures(one)))


def _sums(takings: Sequence[Takings]) -> tuple[str, ...]:
    return tuple(figures(sum(column)) for column in zip(*map(_figures, takings), strict=True))


def _counted(one: Takings, count: CashCount | None) -> tuple[str, str]:
    """What the clerk counted of it; money that came or went afterwards asks for another count."""
    if count is None:
        return "chưa chốt", ""
    counted = figures(count.counted_dong - count.opening_dong)
    if count.taken_dong != one.sum_dong:
        return counted, "có thu, hoàn sau khi chốt"
    return counted, figures(count.difference_dong)


def _foot(facts: DailyLogFacts, style: Style, width: float) -> Block:
    printed = paragraph(
        (Run(f"In lúc {clock_and_date(facts.printed_at)}.", Face.ITALIC),), style.at(_TABLE), width
    )
    both = signatures(Signature("CÁN BỘ GIÁM SÁT"), Signature("NGƯỜI LẬP SỔ", facts.printed_by), style, width)
    return stack((gap(0.5 * style.leading), *printed, gap(0.5 * style.leading), both))
