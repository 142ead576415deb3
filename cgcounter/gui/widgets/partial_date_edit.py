"""A field for a date of which day and month may be unknown: "02091990" becomes "02/09/1990"."""

from typing import TypeVar

from cgcounter.gui.widgets.parsed_edit import ParsedEdit

Date = TypeVar("Date")

_DIGITS_OF_A_FULL_DATE = 8


class PartialDateEdit(ParsedEdit[Date]):
    """Puts the slashes in once eight digits are there; a year or a month and year stay as typed."""

    allowed = r"[\d/.\-?]*"

    def shaped(self, text: str) -> str:
        if text.isdigit() and len(text) == _DIGITS_OF_A_FULL_DATE:
            return f"{text[:2]}/{text[2:4]}/{text[4:]}"
        return text
