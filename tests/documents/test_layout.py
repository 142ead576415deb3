"""The parts of every form: heading, signatures, pages that fill and are numbered."""

from __future__ import annotations

import pytest

from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import (
    SIGNED_AND_SEALED,
    Flow,
    Heading,
    Signature,
    banner,
    heading_block,
    numbered,
    numbered_in_passing,
    one_signature,
    side_by_side,
    signatures,
)
from cgcounter.documents.pages import Block, DrawnPage, Rule, Sheet, Text, gap
from cgcounter.documents.typesetting import Style

SHEET = Sheet(200, 300, left=30, right=20, top=25, bottom=15)
WORDS = Heading(
    "UBND xã Cao An",
    "Bộ phận tiếp nhận và trả kết quả",
    "Cao An, ngày 10 tháng 3 năm 2022",
    "Số: 00012/BPTNTKQ",
)


@pytest.fixture
def style(typeface: Typeface) -> Style:
    """The heading's size on A5."""
    return Style(typeface, 9, 11.25)


def texts_of(block: Block) -> list[Text]:
    """The texts of a block from top to bottom."""
    return sorted((mark for mark in block.marks if isinstance(mark, Text)), key=lambda text: (text.y, text.x))


def rules_of(block: Block) -> list[Rule]:
    """The lines of a block from left to right."""
    return sorted((mark for mark in block.marks if isinstance(mark, Rule)), key=lambda rule: rule.x1)


def words_on(page: DrawnPage) -> list[str]:
    """The texts of a page in the order they were placed."""
    return [mark.text for placed in page.placed for mark in placed.block.marks if isinstance(mark, Text)]


def test_the_heading_says_who_and_where(style: Style) -> None:
    """The issuing body stands in capitals, only its own name bold; place and date in italics."""
    found = {text.text: text.face for text in texts_of(heading_block(WORDS, style, 348))}
    assert found == {
        "UBND XÃ CAO AN": Face.REGULAR,
        "BỘ PHẬN TIẾP NHẬN": Face.BOLD,
        "VÀ TRẢ KẾT QUẢ": Face.BOLD,
        "Số: 00012/BPTNTKQ": Face.REGULAR,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": Face.BOLD,
        "Độc lập - Tự do - Hạnh phúc": Face.BOLD,
        "Cao An, ngày 10 tháng 3 năm 2022": Face.ITALIC,
    }


def test_the_rule_below_the_motto_is_as_long_as_the_motto(style: Style) -> None:
    """NĐ 30/2020: a solid line exactly as long as the text, beginning where it begins."""
    block = heading_block(WORDS, style, 348)
    motto = next(text for text in texts_of(block) if text.text.startswith("Độc lập"))
    rule = rules_of(block)[-1]
    length = style.typeface.width("Độc lập - Tự do - Hạnh phúc", Face.BOLD, motto.size)
    assert rule.x1 == pytest.approx(motto.x)
    assert rule.x2 - rule.x1 == pytest.approx(length)
    assert not rule.dotted
    assert motto.y < rule.y1 < motto.y + motto.size


def test_the_rule_below_the_issuing_body_is_a_part_of_it(style: Style) -> None:
    """NĐ 30/2020: a third to a half of the text's length, in its middle."""
    block = heading_block(WORDS, style, 348)
    body = next(text for text in texts_of(block) if text.text == "VÀ TRẢ KẾT QUẢ")
    rule = rules_of(block)[0]
    length = style.width(body.text, Face.BOLD)
    assert length / 3 <= rule.x2 - rule.x1 <= length / 2
    assert (rule.x1 + rule.x2) / 2 == pytest.approx(body.x + length / 2)


def test_number_and_date_share_a_line(style: Style) -> None:
    """The number stands below the issuing body, place and date below the motto, at one height."""
    found = {text.text: text for text in texts_of(heading_block(WORDS, style, 348))}
    number, place = found["Số: 00012/BPTNTKQ"], found["Cao An, ngày 10 tháng 3 năm 2022"]
    assert number.y == place.y > found["VÀ TRẢ KẾT QUẢ"].y
    assert number.x < place.x


def test_the_state_is_at_the_right_margin(style: Style) -> None:
    """The right column ends with the longest of its lines at the margin."""
    block = heading_block(WORDS, style, 348)
    state = next(text for text in texts_of(block) if text.text.startswith("CỘNG HÒA"))
    assert state.x + style.width(state.text, Face.BOLD) == pytest.approx(348)


def test_signatures_leave_room_for_a_hand(style: Style) -> None:
    """Capacity, the remark, at least 12 mm of white, then the printed name, each in the middle of its column."""
    block = signatures(
        Signature("NGƯỜI NỘP HỒ SƠ"), Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", "Lê Thị Ẩn"), style, 348
    )
    right = [text for text in texts_of(block) if text.x > 174]
    assert [text.text for text in right] == ["NGƯỜI TIẾP NHẬN HỒ SƠ", "(Ký và ghi rõ họ tên)", "Lê Thị Ẩn"]
    assert right[2].y - right[1].y > 34
    assert {round(text.x + style.width(text.text, text.face) / 2) for text in right} == {261}


def test_one_signature_stands_on_the_right(style: Style) -> None:
    """A letter has its recipients on the left, in bold italics and smaller type below (NĐ 30/2020)."""
    who = Signature("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Lê Thị Ẩn", SIGNED_AND_SEALED)
    block = one_signature(who, Style(style.typeface, 13, 16.25), 467, ("Như trên;", "Lưu: VT."))
    left = [(text.text, text.face, text.size) for text in texts_of(block) if text.x < 233]
    assert left == [
        ("Nơi nhận:", Face.BOLD_ITALIC, 12),
        ("- Như trên;", Face.REGULAR, 11),
        ("- Lưu: VT.", Face.REGULAR, 11),
    ]
    right = [text.text for text in texts_of(block) if text.x > 233]
    assert right == ["THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "(Ký, đóng dấu)", "Lê Thị Ẩn"]


def test_a_banner_is_framed(style: Style) -> None:
    """Four lines close around the words."""
    block = banner("BẢN IN LẠI 2", style, 348)
    assert [text.text for text in texts_of(block)] == ["BẢN IN LẠI 2"]
    ends = [(rule.x1, rule.y1) for rule in block.marks if isinstance(rule, Rule)]
    assert ends == [(0, 0), (348, 0), (348, block.height), (0, block.height)]


def test_blocks_fill_a_page_from_its_top_margin() -> None:
    """The first block begins at the margins, the next one below it."""
    flow = Flow(SHEET)
    flow.put(gap(100), gap(100))
    (page,) = flow.pages()
    assert [(placed.x, placed.y) for placed in page.placed] == [(30, 25), (30, 125)]


def test_what_does_not_fit_begins_a_page() -> None:
    """260 points are between the margins: three blocks of 100 need two pages."""
    flow = Flow(SHEET)
    flow.put(gap(100), gap(100), gap(100))
    assert [len(page.placed) for page in flow.pages()] == [2, 1]


def test_a_further_page_begins_with_the_running_head() -> None:
    """It ties the sheet to the form; the first page has none."""
    flow = Flow(SHEET, running_head=gap(20))
    flow.put(gap(200), gap(200))
    assert [[placed.block.height for placed in page.placed] for page in flow.pages()] == [[200], [20, 200]]


def test_the_head_of_a_table_stands_again_on_the_next_page() -> None:
    """A row that begins a page has its head above it, others have not."""
    flow = Flow(SHEET)
    flow.put(gap(150), gap(150), gap(50), head=gap(30))
    assert [[placed.block.height for placed in page.placed] for page in flow.pages()] == [
        [150],
        [30, 150, 50],
    ]


def test_what_belongs_together_is_kept_together() -> None:
    """A title is not left alone at the foot of a page."""
    flow = Flow(SHEET)
    flow.put(gap(230))
    flow.keep(40)
    flow.put(gap(10))
    assert [len(page.placed) for page in flow.pages()] == [1, 1]


def test_a_page_does_not_begin_with_white() -> None:
    """The space between two sections is dropped where a page parts them."""
    flow = Flow(SHEET)
    flow.put(gap(250))
    flow.space(50)
    flow.put(gap(10))
    assert flow.pages()[1].placed[0].y == 25


def test_one_page_bears_no_number(style: Style) -> None:
    """Only what may lose a sheet is counted."""
    flow = Flow(SHEET)
    flow.put(gap(10))
    assert words_on(numbered(flow.pages(), SHEET, style)[0]) == []


def test_pages_are_numbered_in_the_margins(style: Style) -> None:
    """From the second page on in the top margin (NĐ 30/2020); the first says at its foot that it goes on."""
    flow = Flow(SHEET)
    flow.put(gap(200), gap(200), gap(200))
    pages = numbered(flow.pages(), SHEET, style)
    assert [words_on(page) for page in pages] == [["Trang 1/3 (còn tiếp)"], ["Trang 2/3"], ["Trang 3/3"]]
    assert pages[0].placed[-1].y == 300 - 15
    assert pages[1].placed[-1].y + pages[1].placed[-1].block.height == 25


def test_full_pages_are_handed_out_once() -> None:
    """A long form lets go of each page; with the last one nothing is lost or doubled."""
    flow = Flow(SHEET, running_head=gap(20))
    handed_out: list[DrawnPage] = []
    for height in range(100, 110):
        flow.put(gap(height))
        handed_out.extend(flow.full_pages())
    pages = (*handed_out, *flow.pages())
    heights = [placed.block.height for page in pages for placed in page.placed if placed.block.height != 20]
    assert heights == list(range(100, 110))
    assert [len(page.placed) for page in pages] == [2, 3, 3, 3, 3]
    assert list(flow.full_pages()) == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, []), (1, [[]]), (3, [["Trang 1 (còn tiếp)"], ["Trang 2"], ["Trang 3"]])],
)
def test_pages_are_numbered_in_passing(style: Style, count: int, words: list[list[str]]) -> None:
    """Pages that come one by one are numbered too; one alone still bears no number."""
    pages = (DrawnPage(200, 300, ()) for _ in range(count))
    assert [words_on(page) for page in numbered_in_passing(pages, SHEET, style)] == words


def test_two_copies_side_by_side() -> None:
    """The second copy stands on the right half; a copy that is a page longer leaves the other half blank."""
    flow = Flow(SHEET)
    flow.put(gap(200))
    left = flow.pages()
    flow.put(gap(200))
    sheets = side_by_side(left, flow.pages(), 404)
    assert [(sheet.width, sheet.height) for sheet in sheets] == [(404, 300), (404, 300)]
    assert [placed.x for placed in sheets[0].placed][:2] == [30, 232]
    assert [placed.x for placed in sheets[1].placed][:1] == [232]
