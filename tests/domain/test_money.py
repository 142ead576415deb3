"""Money: certified-copy tiers, fee rules, figures, words (section 8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.money import (
    MOST_DONG,
    BadAmountError,
    BadCountError,
    FeeRule,
    amount_in_words,
    certified_copy_fee,
    fee_dong,
    format_dong,
    parse_dong,
)


@pytest.mark.parametrize(
    ("pages", "copies", "fee"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (10, 1, 12_000),
        (1, 5, 10_000),
        (3, 4, 20_000),
        (197, 1, 199_000),
        (198, 1, 200_000),
        (199, 1, 200_000),
        (500, 3, 600_000),
    ],
)
def test_certified_copy_fee(pages: int, copies: int, fee: int) -> None:
    """Two pages at 2.000, further pages at 1.000, at most 200.000 a copy, reached at 198 pages (8.1)."""
    assert certified_copy_fee(pages, copies) == fee


@pytest.mark.parametrize(("pages", "copies"), [(0, 1), (1, 0), (-1, 1), (1, -1), (10_000, 1), (1, 10_000)])
def test_impossible_counts(pages: int, copies: int) -> None:
    """No pages, no copies and slips of the finger are refused."""
    with pytest.raises(BadCountError) as raised:
        certified_copy_fee(pages, copies)
    assert raised.value.code == "bad_count"


@given(st.integers(1, 9_998), st.integers(1, 9_998))
def test_fee_laws(pages: int, copies: int) -> None:
    """The fee is in proportion to the copies, never falls with a page more, and keeps to the cap."""
    fee = certified_copy_fee(pages, copies)
    assert fee == copies * certified_copy_fee(pages, 1)
    assert fee <= certified_copy_fee(pages + 1, copies)
    assert 2_000 * copies <= fee <= 200_000 * copies


@pytest.mark.parametrize(
    ("rule", "unit_amount", "pages", "copies", "fee"),
    [
        (FeeRule.NONE, 0, 1, 1, 0),
        (FeeRule.NONE, None, 3, 3, 0),
        (FeeRule.FIXED, 50_000, 7, 7, 50_000),
        (FeeRule.FIXED, None, 1, 1, None),
        (FeeRule.PER_COPY, 8_000, 9, 3, 24_000),
        (FeeRule.PER_COPY, None, 1, 3, None),
        (FeeRule.PER_PAGE_TIER, 2_000, 3, 2, 10_000),
        (FeeRule.PER_PAGE_TIER, None, 1, 1, 2_000),
        (FeeRule.SET_BY_PROVINCE, None, 1, 1, None),
        (FeeRule.SET_BY_PROVINCE, 15_000, 1, 2, 15_000),
    ],
)
def test_fee_by_rule(
    rule: FeeRule, unit_amount: int | None, pages: int, copies: int, fee: int | None
) -> None:
    """Each rule of the catalogue gives its fee; an amount that is not known must be typed."""
    assert fee_dong(rule, unit_amount, pages=pages, copies=copies) == fee


def test_fee_of_bad_values() -> None:
    """A negative amount and no copies are refused."""
    with pytest.raises(BadAmountError):
        fee_dong(FeeRule.FIXED, -1)
    with pytest.raises(BadCountError):
        fee_dong(FeeRule.PER_COPY, 8_000, copies=0)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0 đồng"),
        (999, "999 đồng"),
        (12_000, "12.000 đồng"),
        (1_000_000, "1.000.000 đồng"),
        (10_005_015, "10.005.015 đồng"),
    ],
)
def test_figures(amount: int, text: str) -> None:
    """Thousands are parted by dots."""
    assert format_dong(amount) == text


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12000", 12_000),
        ("12.000", 12_000),
        ("12,000", 12_000),
        ("12 000 đ", 12_000),
        ("12\u00a0000đ", 12_000),
        ("12.000 đồng", 12_000),
        ("12.000 ĐỒNG", 12_000),
        ("12000 VNĐ", 12_000),
        ("12000vnd", 12_000),
        ("12000₫", 12_000),
        (" 0 ", 0),
        ("1.000.000", 1_000_000),
        ("00012", 12),
    ],
)
def test_typed_amounts(typed: str, amount: int) -> None:
    """Amounts are understood as clerks type them."""
    assert parse_dong(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "đ",
        "1.5",
        "12.00",
        "12.0000",
        "1.000,000",
        "1.000 000",
        "-5",
        "12k",
        "một nghìn",
        "12.000 đồng x",
        "１２",
        "9" * 16,
        "9" * 5000,
    ],
)
def test_unreadable_amounts(typed: str) -> None:
    """What is not surely an amount is refused, not guessed."""
    with pytest.raises(BadAmountError) as raised:
        parse_dong(typed)
    assert raised.value.code == "bad_amount"


@given(st.integers(0, MOST_DONG))
def test_figures_are_read_back(amount: int) -> None:
    """What is printed in figures is understood when it is typed."""
    assert parse_dong(format_dong(amount)) == amount
    assert parse_dong(str(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (1, "Một đồng"),
        (4, "Bốn đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (25, "Hai mươi lăm đồng"),
        (100, "Một trăm đồng"),
        (101, "Một trăm linh một đồng"),
        (104, "Một trăm linh bốn đồng"),
        (105, "Một trăm linh năm đồng"),
        (110, "Một trăm mười đồng"),
        (111, "Một trăm mười một đồng"),
        (555, "Năm trăm năm mươi lăm đồng"),
        (1_000, "Một nghìn đồng"),
        (1_001, "Một nghìn không trăm linh một đồng"),
        (1_010, "Một nghìn không trăm mười đồng"),
        (1_021, "Một nghìn không trăm hai mươi mốt đồng"),
        (8_000, "Tám nghìn đồng"),
        (12_000, "Mười hai nghìn đồng"),
        (24_000, "Hai mươi tư nghìn đồng"),
        (105_000, "Một trăm linh năm nghìn đồng"),
        (200_000, "Hai trăm nghìn đồng"),
        (400_000, "Bốn trăm nghìn đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_000_001, "Một triệu không trăm linh một đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (10_005_015, "Mười triệu không trăm linh năm nghìn không trăm mười lăm đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_000_000_021, "Một tỷ không trăm hai mươi mốt đồng"),
        (2_000_004_000, "Hai tỷ không trăm linh bốn nghìn đồng"),
        (35_000_000_000, "Ba mươi lăm tỷ đồng"),
        (1_000_000_000_000, "Một nghìn tỷ đồng"),
        (1_005_000_000_000, "Một nghìn không trăm linh năm tỷ đồng"),
        (
            999_999_999,
            "Chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng",
        ),
    ],
)
def test_words(amount: int, words: str) -> None:
    """Amounts are spelled by the rule of 8.1."""
    assert amount_in_words(amount) == words


DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5} | {
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def heard(words: list[str]) -> int:
    """What somebody writes down who hears the words; knows nothing of how they were made."""
    total = group = digit = 0
    for word in words:
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word in ("mươi", "trăm"):
            group, digit = group + digit * {"mươi": 10, "trăm": 100}[word], 0
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
        elif word in ("nghìn", "triệu"):
            total, group, digit = total + (group + digit) * {"nghìn": 10**3, "triệu": 10**6}[word], 0, 0
    return total + group + digit


@given(st.integers(0, MOST_DONG))
def test_words_say_the_amount(amount: int) -> None:
    """Whoever hears the words writes down the same amount."""
    words = amount_in_words(amount)
    assert words.endswith(" đồng")
    assert words[0].isupper()
    assert words[1:] == words[1:].lower()
    assert heard(words.lower().split()[:-1]) == amount


@pytest.mark.parametrize("amount", [-1, MOST_DONG + 1, 10**18])
def test_impossible_amounts(amount: int) -> None:
    """A negative or absurd amount is neither written nor spelled."""
    with pytest.raises(BadAmountError):
        amount_in_words(amount)
    with pytest.raises(BadAmountError):
        format_dong(amount)
