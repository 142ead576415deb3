"""What a file holds and would change, in words, and the rows that cannot be taken as a sheet for who made it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.tables import FIRST_ROW, RowRefusal
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.findings import Finding
from cgcounter.services.import_change import ImportChange
from cgcounter.services.messages import Messages
from cgcounter.services.table_file import ImportKind, TableFile

# A spreadsheet would reckon a text that begins so.
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t")


def may_be_taken(kind: ImportKind, change: ImportChange) -> bool:
    """Of paper dossiers what can be read; every other table is taken whole or not at all."""
    return bool(change.new) if kind is ImportKind.DOSSIERS else change.is_whole


def column_findings(file: TableFile) -> Iterator[Finding]:
    """How much each table holds, which columns are missing, and which nobody reads; the rows show the others."""
    held = QCoreApplication.translate("TableImport", "{table}: rows: {rows}, columns: {columns}")
    tables = [table for table in file.tables if table.columns or table.missing]
    told = (held.format(table=one.name, rows=len(one.rows), columns=len(one.columns)) for one in tables)
    yield Finding(Tone.PLAIN, " · ".join(told))
    for table in tables:
        if table.missing:
            words = QCoreApplication.translate(
                "TableImport", "{table} lacks the columns {columns}. Add them with exactly these names."
            )
            yield Finding(Tone.ALARM, words.format(table=table.name, columns=", ".join(table.missing)))
        if table.unknown:
            words = QCoreApplication.translate("TableImport", "{table}: nobody reads the columns {columns}.")
            yield Finding(Tone.CAUTION, words.format(table=table.name, columns=", ".join(table.unknown)))


def change_findings(kind: ImportKind, change: ImportChange) -> Iterator[Finding]:
    """What would change, what is refused, and what the next key does."""
    counts = QCoreApplication.translate(
        "TableImport",
        "{new} new, {changed} changed, {unchanged} unchanged, {gone} left out, {refused} refused.",
    )
    told = counts.format(
        new=len(change.new),
        changed=len(change.changed),
        unchanged=change.unchanged,
        gone=len(change.gone),
        refused=len(change.refusals),
    )
    yield Finding(Tone.PLAIN, told)
    if may_be_taken(kind, change):
        yield from _offer(change)
    elif change.refusals:
        words = QCoreApplication.translate(
            "TableImport", "Nothing can be taken in before the refused rows are mended in the file."
        )
        yield Finding(Tone.ALARM, words)
    else:
        words = QCoreApplication.translate("TableImport", "Nothing in this file is new.")
        yield Finding(Tone.FINE, words)


def _offer(change: ImportChange) -> Iterator[Finding]:
    if change.refusals:
        words = QCoreApplication.translate(
            "TableImport", "The refused rows are left out and stay in the file; the others come in together."
        )
        yield Finding(Tone.CAUTION, words)
    else:
        words = QCoreApplication.translate("TableImport", "F9 takes all of it in together, or nothing.")
        yield Finding(Tone.FINE, words)


def refused_rows(file: TableFile, refusals: Iterable[RowRefusal], messages: Messages) -> list[str]:
    """Where each row stands and why it is not taken."""
    words = QCoreApplication.translate("TableImport", "{sheet}, row {row}: {column} – {reason}")
    sheets = {table.name: table.sheet for table in file.tables}
    return [
        words.format(
            sheet=sheets[one.table],
            row=one.row_number,
            column=one.column or "-",
            reason=messages.term(one.reason_code),
        )
        for one in refusals
    ]


def refusal_sheet(file: TableFile, change: ImportChange, messages: Messages) -> bytes:
    """The refused rows as CSV, for a spreadsheet: where, why, and what stands in the cell."""
    tables = {table.name: table for table in file.tables}
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(
        (
            QCoreApplication.translate("TableImport", "Sheet"),
            QCoreApplication.translate("TableImport", "Row"),
            QCoreApplication.translate("TableImport", "Column"),
            QCoreApplication.translate("TableImport", "Reason"),
            QCoreApplication.translate("TableImport", "What stands there"),
        )
    )
    for one in change.refusals:
        table, reason = tables[one.table], messages.term(one.reason_code)
        cell = table.rows[one.row_number - FIRST_ROW].get(one.column, "")
        writer.writerow((table.sheet, one.row_number, one.column, reason, _as_text(cell)))
    # With the mark at its beginning spreadsheets know that it is UTF-8.
    return sheet.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
