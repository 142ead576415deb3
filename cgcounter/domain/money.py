"""Fees in whole dong: how they come about, how they are written in figures and in words (section 8)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.names import nfc

MOST_DONG: Final = 10**15 - 1
MOST_PAGES_OR_COPIES: Final = 9_999
_BILLION: Final = 10**9

FIRST_PAGES: Final = 2
FIRST_PAGE_DONG: Final = 2_000
LATER_PAGE_DONG: Final = 1_000
MOST_A_COPY_DONG: Final = 200_000

_TYPED: Final = re.compile(
    r"(?P<figures>[0-9]{1,3}(?P<mark>[., ])[0-9]{3}(?:(?P=mark)[0-9]{3})*|[0-9]+)"
    r" ?(?:đồng|đ|₫|vnđ|vnd|dong|d)?"
)
_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN: Final = {5: "lăm"}
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS: Final = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))


class BadAmountError(RuleBrokenError):
    """An amount of money is negative, too large, or not readable."""

    code = "bad_amount"


class BadCountError(RuleBrokenError):
    """A number of pages or copies is not from 1 to 9,999."""

    code = "bad_count"


class FeeRule(StrEnum):
    """How the catalogue says a fee comes about (domain facts 7.2)."""

    NONE = "none"
    FIXED = "fixed"
    PER_COPY = "per_copy"
    PER_PAGE_TIER = "per_page_tier"
    SET_BY_PROVINCE = "set_by_province"


class FeeKind(StrEnum):
    """What is paid for: a service (phí), or a charge of the state (lệ phí); section 8."""

    SERVICE_FEE = "service_fee"
    STATE_CHARGE = "state_charge"


def certified_copy_fee(pages: int, copies: int) -> int:
    """The fee in dong for certified copies of an original of so many pages (8.1).

    Two pages at 2.000, each further page 1.000, at most 200.000 a copy. Raises BadCountError.
    """
    _check_count(pages)
    _check_count(copies)
    first = min(pages, FIRST_PAGES)
    of_a_copy = FIRST_PAGE_DONG * first + LATER_PAGE_DONG * (pages - first)
    return copies * min(MOST_A_COPY_DONG, of_a_copy)


def fee_dong(rule: FeeRule, unit_amount: int | None, *, pages: int = 1, copies: int = 1) -> int | None:
    """The fee in dong; None when the amount is not known and must be typed.

    ``unit_amount`` is the catalogue's or the province's amount for a case or a copy. Raises BadCountError and
    BadAmountError.
    """
    if rule is FeeRule.NONE:
        return 0
    if rule is FeeRule.PER_PAGE_TIER:
        return certified_copy_fee(pages, copies)
    if unit_amount is None:
        return None
    _check_amount(unit_amount)
    if rule is FeeRule.PER_COPY:
        _check_count(copies)
        return unit_amount * copies
    return unit_amount


def format_dong(amount: int) -> str:
    """The amount in figures, such as "12.000 đồng"; raises BadAmountError."""
    _check_amount(amount)
    return f"{amount:,} đồng".replace(",", ".")


def figures(amount: int) -> str:
    """The amount in figures alone, such as "12.000", or "-500" for what is missing."""
    return f"{amount:,}".replace(",", ".")


def parse_dong(text: str) -> int:
    """A typed amount such as "12.000", "12000" or "12 000 đ"; raises BadAmountError.

    A mark between figures parts groups of three, so that "1.5" is refused and not read as fifteen.
    """
    found = _TYPED.fullmatch(nfc(text).casefold())
    if found is None:
        raise BadAmountError
    figures = re.sub(r"[., ]", "", found["figures"])
    if len(figures.lstrip("0")) > len(str(MOST_DONG)):
        raise BadAmountError
    return int(figures)


def amount_in_words(amount: int) -> str:
    """The amount as papers spell it (8.1): 24000 is "Hai mươi tư nghìn đồng"; raises BadAmountError."""
    _check_amount(amount)
    billions, rest = divmod(amount, _BILLION)
    words = [*_below_billion(billions, is_first=True), "tỷ"] if billions else []
    words += _below_billion(rest, is_first=not billions)
    sentence = " ".join([*(words or [_DIGITS[0]]), "đồng"])
    return sentence[0].upper() + sentence[1:]


def _below_billion(number: int, *, is_first: bool) -> list[str]:
    words: list[str] = []
    for size, name in _GROUPS:
        group = number // size % 1_000
        if group:
            words += _group_words(group, is_first=is_first and not words)
            words += [name] if name else []
    return words


def _group_words(group: int, *, is_first: bool) -> list[str]:
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or not is_first else []
    if tens == 0 and units and words:
        words.append("linh")
    elif tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    return [*words, _unit_word(tens, units)] if units else words


def _unit_word(tens: int, units: int) -> str:
    changed = _AFTER_TENS if tens > 1 else _AFTER_TEN if tens else {}
    return changed.get(units, _DIGITS[units])


def _check_count(count: int) -> None:
    if not 1 <= count <= MOST_PAGES_OR_COPIES:
        raise BadCountError(count=count)


def _check_amount(amount: int) -> None:
    if not 0 <= amount <= MOST_DONG:
        raise BadAmountError
