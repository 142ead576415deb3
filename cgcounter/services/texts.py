"""Texts that people type: NFC, blanks collapsed, no longer than what forms can carry."""

from __future__ import annotations

import re
from typing import Final

from cgcounter.domain import names
from cgcounter.domain.errors import RuleBrokenError

MOST_TEXT: Final = 500


class TextTooLongError(RuleBrokenError):
    """A text exceeds what fits on the form."""

    code = "text_too_long"


class ReasonMissingError(RuleBrokenError):
    """The act needs a reason in words."""

    code = "reason_missing"


def clean_text(field: str, text: str) -> str:
    """A text in NFC, blanks collapsed; raises TextTooLongError."""
    clean = names.nfc(text)
    if len(clean) > MOST_TEXT:
        raise TextTooLongError(field=field, most=MOST_TEXT)
    return clean


def file_words(text: str) -> str:
    """A text as part of a file's name, in letters that every disk takes: "Đăng ký, quản lý" gives "dang-ky-quan-ly"."""
    return "-".join(re.findall("[a-z0-9]+", names.search_key(text)))


def clean_reason(text: str) -> str:
    """The reason of an act; raises ReasonMissingError, TextTooLongError."""
    reason = clean_text("reason", text)
    if not reason:
        raise ReasonMissingError
    return reason
