"""Phiếu chốt tiền trong ngày: a clerk's payments of a day, what was counted in the drawer, and what differs; A4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
from cgcounter.documents.typesetting import Align, Run, Style, heading, labelled, paragraph
from cgcounter.documents.wording import clock_and_date, counter_words, long_date, place_and_date, short_clock
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.cash import CashCount
from cgcounter.domain.forms import CashSheetFacts
from cgcounter.domain.money import amount_in_words, figures, format_dong
from cgcounter.domain.particulars import OfficialReceipt
from cgcounter.domain.payments import Payment, PaymentKind

VERSION: Final = 1
TITLE: Final = "Phiếu chốt tiền trong ngày"
_SHEET: Final = Sheet.of_mm((210, 297), sides=(30, 15), ends=20)
_BODY: Final = 12.0
_TABLE: Final = 9.5
_TITLE_SIZE: Final = 14.0
_LEADING: Final = 1.25
_NOTE: Final = "Phiếu nội bộ, không thay biên lai thu phí, lệ phí."
_PAYMENTS: Final = (
    Column("TT", 9 * MM, Align.CENTRE),
    Column("Lúc", 13 * MM, Align.CENTRE),
    Column("Mã hồ sơ", 43 * MM),
    Column("Cá nhân, tổ chức", 30 * MM),
    Column("Phiếu thu", 14 * MM, Align.CENTRE),
    Column("Biên lai; lý do hoàn trả", 22 * MM),
    Column("Thu (đồng)", 17 * MM, Align.RIGHT),
    Column("Hoàn (đồng)", 17 * MM, Align.RIGHT),
)
_NOTES: Final = (
    Column("Mệnh giá (đồng)", 40 * MM, Align.RIGHT),
    Column("Số tờ", 25 * MM, Align.RIGHT),
    Column("Thành tiền (đồng)", 45 * MM, Align.RIGHT),
)


def draw_cash_sheet(facts: CashSheetFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The sheet of one count."""
    style = Style(typeface, _BODY, _BODY * _LEADING)
    small = style.at(_TABLE)
    parts = (f"{TITLE} {facts.count.day:%d/%m/%Y}", facts.office.authority, facts.clerk)
    flow = Flow(_SHEET, running_head(parts, small, _SHEET.inner_width))
    flow.put(*_head(facts, style, flow.width))
    if facts.payments:
        rows = (_payment(number, payment) for number, payment in enumerate(facts.payments, 1))
        Table(_PAYMENTS, small).put(flow, rows)
        flow.space(0.5 * style.leading)
    if facts.count.notes:
        notes = (
            (figures(one.dong), str(one.count), figures(one.dong * one.count)) for one in facts.count.notes
        )
        Table(_NOTES, small).put(flow, notes)
        flow.space(0.5 * style.leading)
    flow.put(stack((*_sums(facts.count, style, flow.width), *_foot(facts, style, flow.width))))
    return numbered(flow.pages(), _SHEET, style)


def _head(facts: CashSheetFacts, style: Style, width: float) -> Iterator[Block]:
    office, count = facts.office, facts.count
    counted_on = count.counted_at.astimezone(TIME_ZONE).date()
    yield heading_block(
        Heading(office.authority, office.office_name, place_and_date(office.place, counted_on)), style, width
    )
    yield gap(style.leading)
    yield from heading(TITLE.upper(), style.at(_TITLE_SIZE), width)
    date_words = long_date(count.day)
    where = counter_words(facts.counter)
    yield from heading(f"{date_words[0].upper()}{date_words[1:]} – {where}", style, width)
    yield gap(style.leading / 2)
    yield from labelled("Người thu:", facts.clerk, style, width, Face.BOLD)
    collected, refunded = (_sum(facts, kind) for kind in PaymentKind)
    words = f"Đã thu {format_dong(collected)}, hoàn trả {format_dong(refunded)}, {len(facts.payments)} lần thu và hoàn."
    yield from paragraph((Run(words),), style, width)
    yield gap(0.3 * style.leading)


def _sum(facts: CashSheetFacts, kind: PaymentKind) -> int:
    return sum(one.amount_dong for one in facts.payments if one.kind is kind)


def _payment(number: int, payment: Payment) -> tuple[str, ...]:
    amount, is_taken = figures(payment.amount_dong), payment.kind is PaymentKind.COLLECTED
    return (
        str(number),
        short_clock(payment.at),
        payment.code,
        payment.name,
        payment.slip_number,
        _official(payment.official) if is_taken else payment.reason,
        amount if is_taken else "",
        "" if is_taken else amount,
    )


def _official(official: OfficialReceipt | None) -> str:
    return " ".join(part for part in (official.series, official.number) if part) if official else ""


def _sums(count: CashCount, style: Style, width: float) -> Iterator[Block]:
    amounts = (
        ("Tiền có đầu ngày:", count.opening_dong),
        ("Tiền thu trong ngày, đã trừ hoàn trả:", count.taken_dong),
        ("Tiền phải có:", count.expected_dong),
        ("Tiền đếm được:", count.counted_dong),
    )
    for label, amount in amounts:
        yield from labelled(label, f"{figures(amount)} đồng", style, width)
    yield from labelled("Bằng chữ:", amount_in_words(count.counted_dong), style, width)
    yield from labelled("Chênh lệch:", _difference(count.difference_dong), style, width, Face.BOLD)
    if count.reason:
        yield from labelled("Lý do:", count.reason, style, width)


def _difference(dong: int) -> str:
    if not dong:
        return "không có"
    return f"{'thừa' if dong > 0 else 'thiếu'} {format_dong(abs(dong))}"


def _foot(facts: CashSheetFacts, style: Style, width: float) -> Iterator[Block]:
    yield gap(0.5 * style.leading)
    printed = f"Đếm lúc {clock_and_date(facts.count.counted_at)}. {_NOTE}"
    yield from paragraph((Run(printed, Face.ITALIC),), style.at(_TABLE), width)
    yield gap(0.5 * style.leading)
    yield signatures(Signature("CÁN BỘ GIÁM SÁT"), Signature("NGƯỜI THU TIỀN", facts.clerk), style, width)
