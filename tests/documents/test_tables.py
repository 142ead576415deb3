"""Tables drawn row by row."""

from __future__ import annotations

import pytest

from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow
from cgcounter.documents.pages import Block, DrawnPage, Rule, Sheet, Text
from cgcounter.documents.tables import Column, Table, TableUnderWay
from cgcounter.documents.typesetting import Align, Run, Style, paragraph

SHEET = Sheet(220, 120, left=10, right=10, top=10, bottom=10)


@pytest.fixture
def table(typeface: Typeface) -> Table:
    """Two columns of 100 points."""
    return Table((Column("TT", 100, Align.CENTRE), Column("Tên giấy tờ", 100)), Style(typeface, 10, 12.5))


def words_on(page: DrawnPage) -> list[str]:
    """The texts of a page in the order they were placed."""
    return [mark.text for placed in page.placed for mark in placed.block.marks if isinstance(mark, Text)]


def test_a_table_has_a_bold_head_and_its_rows(table: Table) -> None:
    """Titles first, then the cells from left to right."""
    flow = Flow(SHEET)
    table.put(flow, [("1", "Tờ khai"), ("2", "Giấy chứng sinh")])
    (page,) = flow.pages()
    assert words_on(page) == ["TT", "Tên giấy tờ", "1", "Tờ khai", "2", "Giấy chứng sinh"]
    heads = [mark.face for mark in page.placed[0].block.marks if isinstance(mark, Text)]
    assert heads == [Face.BOLD, Face.BOLD]


def test_the_head_is_repeated_on_every_page(table: Table) -> None:
    """Each page of a long table begins with the titles; no row is lost or doubled."""
    flow = Flow(SHEET)
    table.put(flow, [(str(number), "Tờ khai") for number in range(1, 21)])
    pages = [words_on(page) for page in flow.pages()]
    assert len(pages) == 4
    assert all(page[:2] == ["TT", "Tên giấy tờ"] for page in pages)
    numbers = [word for page in pages for word in page if word.isdigit()]
    assert numbers == [str(number) for number in range(1, 21)]


def test_a_row_taller_than_a_page_goes_on_between_its_lines(table: Table) -> None:
    """A note of any length is printed whole."""
    flow = Flow(SHEET)
    note = " ".join(f"từ{number}" for number in range(200))
    table.put(flow, [("1", note)])
    pages = flow.pages()
    assert len(pages) > 2
    printed = " ".join(" ".join(words_on(page)) for page in pages).split()
    assert [word for word in printed if word.startswith("từ")] == note.split()


def test_rows_stay_within_the_margins(table: Table) -> None:
    """No block of a long table reaches below the bottom margin."""
    flow = Flow(SHEET)
    table.put(
        flow, [(str(number), "Giấy chứng nhận kết hôn của cha, mẹ" * (number % 4)) for number in range(30)]
    )
    bottoms = [placed.y + placed.block.height for page in flow.pages() for placed in page.placed]
    assert max(bottoms) <= 110.001


def test_a_head_is_not_left_alone(table: Table) -> None:
    """Where only the head would fit, the table begins on the next page."""
    flow = Flow(SHEET)
    flow.space(1)
    table.put(flow, [("1", "Tờ khai")] * 4)
    table.put(flow, [("2", "Giấy chứng sinh")])
    last = words_on(flow.pages()[1])
    assert last == ["TT", "Tên giấy tờ", "2", "Giấy chứng sinh"]


def test_the_ruling_is_closed(table: Table) -> None:
    """Each row draws both edges, the line between its columns and the line below it."""
    flow = Flow(SHEET)
    table.put(flow, [("1", "Tờ khai")])
    row = flow.pages()[0].placed[1].block
    rules = [(mark.x1, mark.y1, mark.x2, mark.y2) for mark in row.marks if isinstance(mark, Rule)]
    height = row.height
    assert rules == [
        (0, 0, 0, height),
        (100, 0, 100, height),
        (200, 0, 200, height),
        (0, height, 200, height),
    ]


def test_a_column_may_shorten(typeface: Typeface) -> None:
    """A column with a most of two lines says with an ellipsis that there is more."""
    flow = Flow(SHEET)
    column = Column("Thủ tục", 100, most_lines=2)
    Table((column,), Style(typeface, 10, 12.5)).put(
        flow, [("Chứng thực bản sao từ bản chính giấy tờ, văn bản",)]
    )
    assert words_on(flow.pages()[0]) == ["Thủ tục", "Chứng thực bản sao từ", "bản chính giấy tờ…"]


def test_columns_of_a_group_share_a_title(typeface: Typeface) -> None:
    """The name of the group stands in the middle above its columns, with a line below it; others span both."""
    columns = (
        Column("TT", 30),
        Column("Nhận", 60, group="Nhận và trả kết quả"),
        Column("Trả", 60, group="Nhận và trả kết quả"),
        Column("Ghi chú", 50),
    )
    head = Table(columns, Style(typeface, 10, 12.5)).head()
    texts = {mark.text: mark for mark in head.marks if isinstance(mark, Text)}
    group = texts["Nhận và trả kết quả"]
    width = Style(typeface, 10, 12.5).width(group.text, Face.BOLD)
    assert group.x + width / 2 == pytest.approx(30 + 60)
    assert group.y < texts["TT"].y == texts["Ghi chú"].y < texts["Nhận"].y == texts["Trả"].y
    rules = [mark for mark in head.marks if isinstance(mark, Rule)]
    (divide,) = {rule.y1 for rule in rules if rule.y1 == rule.y2 and 0 < rule.y1 < head.height}
    assert [(rule.x1, rule.x2) for rule in rules if rule.y1 == rule.y2 == divide] == [(30, 150)]
    drawn = {
        x: sum(rule.y2 - rule.y1 for rule in rules if rule.x1 == rule.x2 == x) for x in (0, 30, 90, 150, 200)
    }
    high = head.height
    assert drawn == pytest.approx({0: high, 30: high, 90: high - divide, 150: high, 200: high})


def test_cells_may_be_set_by_somebody_else(table: Table) -> None:
    """A row of blocks is ruled as a row of texts is, as high as its tallest cell."""
    flow = Flow(SHEET)
    under_way = TableUnderWay(table, flow)
    two = [*paragraph((Run("Giao"),), table.style, 90), *paragraph((Run("Nhận"),), table.style, 90)]
    under_way.add_cells([[], two])
    under_way.add(("2", "Trả"))
    (page,) = flow.pages()
    assert words_on(page) == ["TT", "Tên giấy tờ", "Giao", "Nhận", "2", "Trả"]
    assert page.placed[1].block.height == pytest.approx(2 * 12.5 + table.padding)


def test_cells_go_on_where_they_are_taller_than_a_page(table: Table) -> None:
    """Of blocks that no page holds at once each stands once; a single block is never parted."""
    flow = Flow(SHEET)
    blocks = [Block(30, (Text(0, 10, str(number), Face.REGULAR, 10),)) for number in range(10)]
    TableUnderWay(table, flow).add_cells([blocks, blocks[:1]])
    pages = [[word for word in words_on(page) if word.isdigit()] for page in flow.pages()]
    assert [word for page in pages for word in page] == [
        "0",
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
    ]
    assert len(pages) > 3
