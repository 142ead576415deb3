"""Reads the tables of CSV files and spreadsheets into rows of text; nothing of a file is trusted."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, NamedTuple

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.names import nfc, search_key
from cgcounter.domain.tables import ColumnsMissingError

Row = dict[str, str]
_ZIP: Final = b"PK"
_MOST_BYTES: Final = 64 * 1024**2
_MOST_CELLS: Final = 4_000_000
_PLACES: Final = re.compile(rb"""\br=["']([A-Z]{0,3})([0-9]{1,7})["']""")
_LETTERS: Final = 26


class TableUnreadableError(EnvironmentProblemError):
    """A file is missing or holds no table; ``reason`` is a term."""

    code = "table_unreadable"


class SheetRows(NamedTuple):
    """One table as it lies in a file: the names of its columns in their order, and its rows by these names.

    ``sheet`` is where people find it: the sheet of a spreadsheet, else the file itself.
    """

    file: str
    sheet: str
    columns: tuple[str, ...]
    rows: list[Row]


def read_rows(file: Path, needed: Iterable[str]) -> list[Row]:
    """The rows of a CSV file, or of a spreadsheet's first sheet; raises TableUnreadableError, ColumnsMissingError."""
    sheet = read_sheets(file, (file.stem,))[file.stem]
    missing = [name for name in needed if name not in sheet.columns]
    if missing:
        raise ColumnsMissingError.of(file.name, missing)
    return sheet.rows


def read_sheets(file: Path, names: Sequence[str], optional: str = "") -> dict[str, SheetRows]:
    """The tables of a file by these names, whatever their columns; raises TableUnreadableError.

    The first is the CSV file itself, the others are files of that name beside it. A spreadsheet has sheets of these
    names; its first sheet stands for the first. Only the table named ``optional`` may be missing, and is empty then.
    """
    content = _bytes_of(file)
    if content.startswith(_ZIP):
        return _sheet_rows(file, content, names, optional)
    tables = {names[0]: _rows(file, file.name, _csv_lines(file, content))}
    for name in names[1:]:
        path = file.with_name(f"{name}.csv")
        is_left_out = name == optional and not path.exists()
        tables[name] = _rows(path, path.name, [] if is_left_out else _csv_lines(path, _bytes_of(path)))
    return tables


def _sheet_rows(file: Path, content: bytes, names: Sequence[str], optional: str) -> dict[str, SheetRows]:
    sheets = _sheets(file, content, names)
    if not {*names} - {optional} <= sheets.keys():
        raise TableUnreadableError(file=file.name, reason="no_such_sheet")
    return {name: _rows(file, *sheets.get(name, (name, []))) for name in names}


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise TableUnreadableError(file=file.name, reason="too_large")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise TableUnreadableError(file=file.name, reason="no_such_file") from error
    except OSError as error:
        raise TableUnreadableError(file=file.name, reason="not_readable") from error


def _csv_lines(file: Path, content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableUnreadableError(file=file.name, reason="not_utf8") from error
    header = text.partition("\n")[0]
    # Where a comma stands in numbers, spreadsheets part the cells with semicolons.
    delimiter = max(",;\t", key=header.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise TableUnreadableError(file=file.name, reason="not_csv") from error


def _rows(file: Path, sheet: str, lines: Sequence[Sequence[str]]) -> SheetRows:
    """Each line by the names of the columns; what stands beyond the last column stays, under None, to be refused."""
    columns = [nfc(name).lower() for name in lines[0]] if lines else []
    rows = [_row(columns, line) for line in lines[1:]]
    return SheetRows(file.name, sheet, tuple(name for name in columns if name), rows)


def _row(columns: Sequence[str], line: Sequence[str]) -> Row:
    row: dict[Any, Any] = {name: value for name, value in zip_longest(columns, line[: len(columns)]) if name}
    row = {name: value or "" for name, value in row.items()}
    beyond = list(line[len(columns) :])
    return {None: beyond} | row if any(beyond) else row


def _sheets(file: Path, content: bytes, names: Sequence[str]) -> dict[str, tuple[str, list[list[str]]]]:
    """The sheets of these names, each with its name in the book; the first one otherwise for the first."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(_unpacked(file, content))
        by_name = {search_key(name): name for name in reversed(book.sheet_names)}
        found = {name: by_name[search_key(name)] for name in names if search_key(name) in by_name}
        if book.sheet_names:
            found.setdefault(names[0], book.sheet_names[0])
        return {
            name: (
                sheet,
                [
                    [_text(cell) for cell in line]
                    for line in book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
                ],
            )
            for name, sheet in found.items()
        }
    except (CalamineError, zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise TableUnreadableError(file=file.name, reason="not_spreadsheet") from error


def _unpacked(file: Path, content: bytes) -> io.BytesIO:
    """The same parts, read out and counted: a small file may blow up to fill the memory."""
    packed, plain = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    if sum(part.file_size for part in packed.infolist()) > _MOST_BYTES:
        raise TableUnreadableError(file=file.name, reason="too_large")
    with zipfile.ZipFile(plain, "w") as out:
        for part in packed.infolist():
            body = packed.read(part)
            if part.filename.startswith("xl/worksheets/") and _area(body) > _MOST_CELLS:
                raise TableUnreadableError(file=file.name, reason="too_large")
            out.writestr(part.filename, body)
    plain.seek(0)
    return plain


def _area(sheet: bytes) -> int:
    """How many cells lie between the first and the farthest: all of them would be held in memory."""
    width = height = 1
    for letters, row in _PLACES.findall(sheet):
        column = 0
        for letter in letters:
            column = column * _LETTERS + letter - ord("A") + 1
        width, height = max(width, column), max(height, int(row))
    return width * height


def _text(cell: object) -> str:
    """A cell as it would be typed: whole numbers without a point, dates year first."""
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return cell.isoformat()
        case _:
            return str(cell)
