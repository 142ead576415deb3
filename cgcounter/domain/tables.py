"""Reading rows of a table cell by cell: what is sound is kept, what is not is refused by its row number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from msgspec import Struct

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.names import nfc

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")

FIRST_ROW: Final = 2  # as a spreadsheet counts: the header is row 1
_MOST_DIGITS: Final = 12
# A day as spreadsheets count it when the cell is no date to them: 1954 to 2119.
_SERIAL: Final = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
_SERIAL_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001  a date has no zone
_MINUTES_OF_A_DAY: Final = 24 * 60


class Confidence(StrEnum):
    """How a row is known (domain facts, section 0); a row entered by the office has none."""

    LAW = "law"
    NATIONAL_DB = "national_db"
    SECONDARY = "secondary"
    MEMORY = "memory"


class Columns(NamedTuple):
    """The columns that a table must have, and those that it may have too."""

    needed: tuple[str, ...]
    optional: tuple[str, ...]


class ColumnsMissingError(EnvironmentProblemError):
    """A table lacks columns that it must have."""

    code = "columns_missing"

    @classmethod
    def of(cls, file: str, columns: Iterable[str]) -> ColumnsMissingError:
        """In quotes, so that no term of the field takes their place: the table needs exactly these names."""
        return cls(file=file, columns=", ".join(f"“{name}”" for name in columns))


class RefusalReason(StrEnum):
    """Why a row was not taken."""

    MISSING = "missing"
    TOO_MANY_CELLS = "too_many_cells"
    BAD_CODE = "bad_code"
    BAD_DATE = "bad_date"
    BAD_NUMBER = "bad_number"
    UNKNOWN_VALUE = "unknown_value"
    ENDS_BEFORE_START = "ends_before_start"
    DUPLICATE = "duplicate"
    UNKNOWN_PROCEDURE = "unknown_procedure"
    UNKNOWN_UNIT = "unknown_unit"
    UNKNOWN_CASE = "unknown_case"
    NOT_IN_FORCE = "not_in_force"
    NOT_HERE = "not_here"
    NOT_YET = "not_yet"
    TOO_LONG = "too_long"
    ALREADY_THERE = "already_there"
    OF_A_COUNTER = "of_a_counter"
    MORE_THAN_FEE = "more_than_fee"


class RowRefusal(Struct, frozen=True):
    """One row that was not taken: where it stands, and the first cell that is wrong."""

    row_number: int
    column: str
    reason_code: RefusalReason
    table: str


class CellRefusedError(Exception):
    """A cell is not what its column asks for; `read_rows` turns it into a refusal, it never leaves there."""

    def __init__(self, column: str, reason: RefusalReason) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason


class Cells:
    """One row, asked column by column; every text is NFC and trimmed."""

    def __init__(self, row: Mapping[str, str]) -> None:
        # A reader of CSV puts the cells beyond the last column under None: a comma has moved the columns.
        if any(column is None for column in row):
            raise CellRefusedError("", RefusalReason.TOO_MANY_CELLS)
        self._row = row

    def text(self, column: str) -> str:
        # A reader of CSV gives None for the cells that a short row lacks.
        return nfc(self._row.get(column) or "")

    def required(self, column: str) -> str:
        text = self.text(column)
        if not text:
            raise CellRefusedError(column, RefusalReason.MISSING)
        return text

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell joined with semicolons."""
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def number(self, column: str) -> int | None:
        """A whole number from 0 on, None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
            raise CellRefusedError(column, RefusalReason.BAD_NUMBER)
        return int(text)

    def day(self, column: str) -> date | None:
        """A date written yyyy-mm-dd or dd/mm/yyyy, or as a spreadsheet counts days; None for an empty cell."""
        moment = self.moment(column)
        return moment[0] if moment else None

    def moment(self, column: str) -> tuple[date, time | None] | None:
        """A date, and the clock time where one is written behind it; None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        found = _moment(text)
        if found is None:
            raise CellRefusedError(column, RefusalReason.BAD_DATE)
        return found

    def required_day(self, column: str) -> date:
        day = self.day(column)
        if day is None:
            raise CellRefusedError(column, RefusalReason.MISSING)
        return day

    def period(self) -> tuple[date | None, date | None]:
        """`valid_from` and `valid_to`, both inclusive, None when open."""
        first, last = self.day("valid_from"), self.day("valid_to")
        if first and last and last < first:
            raise CellRefusedError("valid_to", RefusalReason.ENDS_BEFORE_START)
        return first, last

    def choice(self, column: str, choices: type[Choice]) -> Choice:
        text = self.required(column)
        try:
            return choices(text)
        except ValueError:
            raise CellRefusedError(column, RefusalReason.UNKNOWN_VALUE) from None

    def choice_if_any(self, column: str, choices: type[Choice]) -> Choice | None:
        """One of the choices, None for an empty cell."""
        return self.choice(column, choices) if self.text(column) else None

    def confidence(self) -> Confidence | None:
        return self.choice_if_any("confidence", Confidence)


def _moment(text: str) -> tuple[date, time | None] | None:
    if _SERIAL.fullmatch(text):
        at = _SERIAL_ZERO + timedelta(minutes=round(float(text) * _MINUTES_OF_A_DAY))
        return at.date(), at.time() if at.time() != time.min else None
    day, _, clock = text.replace("T", " ").partition(" ")
    pattern = "%d/%m/%Y" if "/" in day else "%Y-%m-%d"
    try:
        found = datetime.strptime(day, pattern).date()  # noqa: DTZ007  a date has no zone
        return found, time.fromisoformat(clock.strip()) if clock.strip() else None
    except ValueError:
        return None


def read_rows(
    table: str, rows: Iterable[Mapping[str, str]], read: Callable[[Cells], Value]
) -> tuple[list[tuple[int, Value]], list[RowRefusal]]:
    """What `read` makes of each row with its row number, and a refusal for each row it could not read."""
    taken: list[tuple[int, Value]] = []
    refused: list[RowRefusal] = []
    for row_number, row in enumerate(rows, FIRST_ROW):
        if not any(row.values()):
            continue  # a blank row of a sheet counts, and says nothing
        try:
            taken.append((row_number, read(Cells(row))))
        except CellRefusedError as error:
            refused.append(RowRefusal(row_number, error.column, error.reason, table))
    return taken, refused
