"""Measured text: nothing is lost, nothing is too wide, no letter is cut."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.pages import Rule, Text
from cgcounter.documents.typesetting import (
    Align,
    Line,
    Run,
    Style,
    balanced,
    justified,
    labelled,
    line_block,
    paragraph,
    shortened,
    tied,
    wrap,
)

# The typeface is made once and never changed, so examples may share it.
laws = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
words = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyấầẩẫậ-/.,0123456789"), min_size=1, max_size=30)
texts = st.lists(words, max_size=40).map(" ".join)
widths = st.floats(min_value=20, max_value=400)


@pytest.fixture
def style(typeface: Typeface) -> Style:
    """Ten points on twelve and a half."""
    return Style(typeface, 10, 12.5)


def said(line: Line) -> str:
    """The words of a line."""
    return "".join(run.text for _, run in line.pieces)


@laws
@given(text=texts, width=widths)
def test_wrapping_loses_nothing(style: Style, text: str, width: float) -> None:
    """All letters stand on the lines in their order."""
    set_letters = "".join(said(line) for line in wrap((Run(text),), style, width)).replace(" ", "")
    assert set_letters == text.replace(" ", "")


@laws
@given(text=texts, width=widths)
def test_no_line_is_too_wide(style: Style, text: str, width: float) -> None:
    """Whatever the words are, each line is within the width, measured as it is set."""
    lines = wrap((Run(text),), style, width)
    assert all(style.width(said(line)) <= width + 0.001 for line in lines)


def test_a_line_breaks_between_words(style: Style) -> None:
    """Words that fit into a line are never parted."""
    lines = wrap((Run("Thôn Đỗ Xá, xã Cao An"),), style, style.width("Thôn Đỗ Xá, xã"))
    assert [said(line) for line in lines] == ["Thôn Đỗ Xá, xã", "Cao An"]


def test_a_word_too_long_is_parted_between_letters(style: Style) -> None:
    """A letter and the mark that has no composed form with it stay together."""
    marked = "b\u0301"  # no composed letter exists
    lines = wrap((Run(marked * 5),), style, style.width(marked) * 2.5)
    assert [said(line) for line in lines] == [marked * 2, marked * 2, marked]


def test_text_is_set_composed(style: Style) -> None:
    """A decomposed text is set as NFC: the engine would set a letter and a stray mark."""
    (line,) = wrap((Run(unicodedata.normalize("NFD", "Nguyễn Đức Ẩn")),), style, 300)
    assert said(line) == "Nguyễn Đức Ẩn"


def test_faces_share_a_line(style: Style) -> None:
    """A bold value follows its label after one blank, and each piece keeps its face."""
    (line,) = wrap((Run("Địa chỉ:"), Run("Cao An", Face.BOLD)), style, 300)
    (_, label), (start, value) = line.pieces
    assert (label, value) == (Run("Địa chỉ: "), Run("Cao An", Face.BOLD))
    assert start == pytest.approx(style.width("Địa chỉ: "))


def test_a_typed_line_end_is_a_blank(style: Style) -> None:
    """A reason typed in two lines is set as one text: no font has a letter for the end of a line."""
    (line,) = wrap((Run("thiếu chữ ký\ncủa người làm chứng"),), style, 300)
    assert said(line) == "thiếu chữ ký của người làm chứng"


@laws
@given(text=texts, width=widths)
def test_an_indented_first_line_ends_where_the_others_do(style: Style, text: str, width: float) -> None:
    """The indent takes from the first line's room, never from the margin."""
    first, *others = wrap((Run(text),), style, width, indent=10)
    assert 10 + style.width(said(first)) <= width + 0.001
    assert all(style.width(said(line)) <= width + 0.001 for line in others)
    assert "".join(map(said, (first, *others))).replace(" ", "") == text.replace(" ", "")


def test_a_justified_paragraph_reaches_both_margins(style: Style) -> None:
    """First line indented, every line but the last as wide as the column, its blanks alike (NĐ 30/2020)."""
    words = "Tuy nhiên đến nay chưa trả kết quả giải quyết hồ sơ đúng thời hạn quy định"
    lines = [
        [
            (mark.x, mark.x + style.width(mark.text), mark.text)
            for mark in block.marks
            if isinstance(mark, Text)
        ]
        for block in justified((Run(words),), style, 120, indent=28)
    ]
    assert " ".join(text for line in lines for _, _, text in line) == words
    assert [round(line[0][0]) for line in lines] == [28] + [0] * (len(lines) - 1)
    assert [round(line[-1][1]) for line in lines[:-1]] == [120] * (len(lines) - 1)
    for line in lines[:-1]:
        blanks = [right[0] - left[1] for left, right in pairwise(line)]
        assert blanks == pytest.approx([blanks[0]] * len(blanks))


def test_nothing_is_one_empty_line(style: Style) -> None:
    """An empty cell is as high as a line."""
    assert wrap((Run(""),), style, 100) == (Line((), 0.0),)


def test_tied_words_stay_on_one_line_and_print_with_blanks(style: Style) -> None:
    """Tied words are not parted, and what is set are plain blanks."""
    width = style.width("01 bản chính, 01 bản")
    blocks = paragraph((Run(f"{tied('01 bản chính')}, {tied('01 bản sao')}"),), style, width)
    assert [mark.text for block in blocks for mark in block.marks if isinstance(mark, Text)] == [
        "01 bản chính,",
        "01 bản sao",
    ]


@laws
@given(text=texts)
def test_balancing_costs_no_line(style: Style, text: str) -> None:
    """Headings of nearly equal lines have as many lines and the same words as the plain ones."""
    plain, even = wrap((Run(text),), style, 200), balanced((Run(text),), style, 200)
    assert len(even) == len(plain)
    assert " ".join(said(line) for line in even).split() == " ".join(said(line) for line in plain).split()


def test_a_heading_is_balanced(style: Style) -> None:
    """The office's name breaks near its middle."""
    lines = balanced((Run("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", Face.BOLD),), style, 170)
    assert [said(line) for line in lines] == ["BỘ PHẬN TIẾP NHẬN", "VÀ TRẢ KẾT QUẢ"]


@pytest.mark.parametrize(("align", "start"), [(Align.LEFT, 0.0), (Align.CENTRE, 45.0), (Align.RIGHT, 90.0)])
def test_lines_stand_where_they_are_told(style: Style, align: Align, start: float) -> None:
    """A line of 10 points in a column of 100 begins at 0, 45 or 90."""
    (line,) = wrap((Run("12"),), style, 100)  # two figures of half an em
    (mark,) = line_block(line, style, 100, align).marks
    assert isinstance(mark, Text)
    assert mark.x == pytest.approx(start)


def test_an_empty_field_is_a_dotted_line_to_write_on(style: Style) -> None:
    """From the label to the end of the column, on the baseline."""
    (block,) = labelled("Email:", "", style, 200)
    label, dots = block.marks
    assert isinstance(label, Text)
    assert isinstance(dots, Rule)
    assert (label.text, dots.dotted, dots.x2, dots.y1) == ("Email:", True, 200, label.y)
    assert dots.x1 == pytest.approx(style.width("Email: "))


def test_shortening_says_that_it_did(style: Style) -> None:
    """What does not fit into the lines gives way to an ellipsis after a whole word."""
    text = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức cấp"
    short = shortened(text, style, style.width("Chứng thực bản sao từ bản"), 2)
    assert short == "Chứng thực bản sao từ bản chính giấy tờ, văn bản…"


def test_what_fits_is_not_shortened(style: Style) -> None:
    """A short name is printed whole."""
    assert shortened("Đăng ký kết hôn", style, 200, 2) == "Đăng ký kết hôn"


@laws
@given(text=texts.filter(bool), width=st.floats(min_value=60, max_value=300))
def test_a_shortened_text_fits(style: Style, text: str, width: float) -> None:
    """Two lines are enough for it, unless its first word alone needs more."""
    short = shortened(text, style, width, 2)
    first = f"{text.split(' ', maxsplit=1)[0]}…"
    most = max(2, len(wrap((Run(first),), style, width)))
    assert len(wrap((Run(short),), style, width)) <= most
