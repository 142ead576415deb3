"""Phiếu khôi phục dữ liệu: the code that opens the encrypted data file on another machine; one A4 page.

Printed once at the set-up and kept in the office's safe. The code stands on the page and nowhere else in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cgcounter.documents import barcodes
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow, Heading, Signature, heading_block, signatures
from cgcounter.documents.pages import Block, DrawnPage, Rule, Sheet, beside, gap, shifted, stack
from cgcounter.documents.typesetting import (
    Align,
    Run,
    Style,
    balanced,
    heading,
    line_block,
    paragraph,
    tied,
)
from cgcounter.documents.wording import clock_and_date, place_and_date
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.forms import RecoverySheetFacts

VERSION: Final = 1
TITLE: Final = "Phiếu khôi phục dữ liệu"
_SHEET: Final = Sheet.of_mm((210, 297), sides=(30, 15), ends=20)
_BODY: Final = 12.0
_HEADING: Final = 12.0
_TITLE_SIZE: Final = 16.0
_CODE_SIZE: Final = 20.0
_LEADING: Final = 1.25
_GROUP: Final = 4

_WHAT: Final = (
    "Dữ liệu của quầy được mã hóa; chìa khóa nằm trong máy tính của quầy. Khi máy hỏng, mất hoặc được thay, chỉ mã "
    "khôi phục dưới đây mở được tệp dữ liệu và các bản sao lưu trên máy khác. Mất cả máy và phiếu này thì không ai "
    "mở được dữ liệu nữa."
)
_WHO: Final = (
    "Thủ trưởng đơn vị giữ phiếu này trong phong bì niêm phong, cất trong két hoặc tủ có khóa. Không chụp ảnh, không "
    "gửi qua mạng, không để cùng chỗ với bản sao lưu. Ai có mã này và tệp dữ liệu thì đọc được mọi hồ sơ."
)
_STEPS: Final = (
    (Run("1. Cài chương trình cgcounter trên máy mới và chép bản sao lưu mới nhất vào máy."),),
    (
        Run("2. Mở cửa sổ dòng lệnh trong thư mục của chương trình và chạy lệnh dưới đây, trong đó TỆP là"),
        Run("đường dẫn của bản sao lưu, MÃ là mã trong khung, gõ liền nhau, không dấu cách:"),
        Run(tied("python main.py restore TỆP --recovery-code MÃ"), Face.BOLD),
    ),
    (
        Run("3. Đọc những gì chương trình cho biết về bản sao lưu (đơn vị, số hồ sơ, lúc ghi cuối cùng)"),
        Run("trước khi làm việc tiếp."),
    ),
    (
        Run("4. Nếu tệp dữ liệu được chép nguyên sang máy mới thì chỉ cần mở chương trình: cửa sổ hỏi mã"),
        Run("khôi phục; gõ mã trong khung hoặc quét mã QR bên cạnh."),
    ),
)


def draw_recovery_sheet(facts: RecoverySheetFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The sheet."""
    style = Style(typeface, _BODY, _BODY * _LEADING)
    flow = Flow(_SHEET)
    for block in _blocks(facts, style, flow.width):
        flow.put(block)
    return flow.pages()


def _blocks(facts: RecoverySheetFacts, style: Style, width: float) -> Iterator[Block]:
    office, counter = facts.office, facts.counter
    made_on = facts.made_at.astimezone(TIME_ZONE).date()
    words = Heading(office.authority, office.office_name, place_and_date(office.place, made_on))
    yield heading_block(words, style.at(_HEADING), width)
    yield gap(1.5 * style.leading)
    yield from heading(TITLE.upper(), style.at(_TITLE_SIZE), width)
    where = f"Quầy {counter.slot}" + (f" ({counter.name})" if counter.name else "")
    yield from heading(f"{office.authority} – {where}", style, width)
    yield gap(style.leading)
    yield from _section("Phiếu này để làm gì", ((Run(_WHAT),),), style, width)
    yield from _section("Ai giữ", ((Run(_WHO),),), style, width)
    yield _code(facts.recovery_code, style, width)
    yield gap(style.leading)
    yield from _section("Mở dữ liệu trên máy khác", _STEPS, style, width)
    yield from paragraph((Run(f"Lập lúc {clock_and_date(facts.made_at)}.", Face.ITALIC),), style, width)
    yield gap(style.leading)
    yield signatures(Signature("NGƯỜI LẬP PHIẾU"), Signature("NGƯỜI GIỮ PHIẾU"), style, width)


def _section(title: str, texts: Iterable[Sequence[Run]], style: Style, width: float) -> Iterator[Block]:
    yield from paragraph((Run(title, Face.BOLD),), style, width)
    for text in texts:
        yield from paragraph(text, style, width)
        yield gap(0.2 * style.leading)
    yield gap(0.4 * style.leading)


def _code(code: str, style: Style, width: float) -> Block:
    """The code framed, in groups that a finger can follow, with the QR beside it."""
    symbol = barcodes.qr(code)
    padding = style.size
    column = width - symbol.height - 2 * padding
    large = style.at(_CODE_SIZE)
    lines = [
        *heading("Mã khôi phục", style, column),
        gap(0.5 * style.leading),
        *(
            line_block(line, large, column, Align.CENTRE)
            for line in balanced((Run(_grouped(code), Face.BOLD),), large, column)
        ),
    ]
    text = stack(lines)
    height = max(text.height, symbol.height) + 2 * padding
    inner = beside(
        (padding, stack((gap((height - text.height) / 2), text))),
        (width - padding - symbol.height, stack((gap((height - symbol.height) / 2), symbol))),
    )
    return Block(height, (*shifted(inner), *_frame(width, height)))


def _frame(width: float, height: float) -> tuple[Rule, ...]:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    return tuple(
        Rule(*start, *end, width=1.0) for start, end in zip(corners, (*corners[1:], corners[0]), strict=True)
    )


def _grouped(code: str) -> str:
    """The signs of the code in groups; blanks and hyphens are for the eye and are not typed."""
    signs = code.replace("-", "").replace(" ", "")
    return " ".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))
