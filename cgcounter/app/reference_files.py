"""Reads catalogue, calendar, units and message files into values of the domain."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import msgspec

from cgcounter.app.table_files import TableUnreadableError, read_rows, read_sheets
from cgcounter.domain.calendar import WorkingCalendar, calendar_from_rows
from cgcounter.domain.catalogue_tables import Rows, catalogue_from_rows
from cgcounter.domain.form_sets import FormSets, form_sets_from_rows
from cgcounter.domain.units import units_from_rows
from cgcounter.services.messages import Messages, Wording
from cgcounter.services.set_up_office import SeedData
from cgcounter.services.table_file import COLUMNS, OPTIONAL_TABLE, TABLES, ImportKind, Table, TableFile

PLAIN_TABLES: Final = frozenset({"terms", "answers", "findings"})
"""The tables of a message file that are no error's words."""
PAPERS: Final = "papers"


def read_table_file(kind: ImportKind, file: Path, papers: Path | None = None) -> TableFile:
    """What a file to take in holds, whatever its columns; raises TableUnreadableError, ColumnsMissingError.

    Columns are only missed here where a table beside is unreadable too: then it is the wrong file that was named.
    Of a catalogue the papers and terms are sheets of one file, or papers.csv and terms.csv beside it; ``papers`` is
    another file for the papers. Only the terms may be missing.
    """
    names = [name for name in TABLES[kind] if papers is None or name != PAPERS]
    try:
        sheets = read_sheets(file, names, OPTIONAL_TABLE)
    except TableUnreadableError:
        # Who named the wrong file is not sent to look for what is missing beside it.
        read_rows(file, COLUMNS[names[0]].needed)
        raise
    if papers is not None:
        sheets |= read_sheets(papers, (PAPERS,))
    tables = tuple(
        Table(name, one.file, one.sheet, one.columns, tuple(one.rows))
        for name, one in ((name, sheets[name]) for name in TABLES[kind])
    )
    return TableFile(kind, file.name, tables)


def read_catalogue_rows(file: Path) -> tuple[Rows, Rows, Rows]:
    """The rows of procedures, papers and terms; raises TableUnreadableError, ColumnsMissingError."""
    read = read_table_file(ImportKind.CATALOGUE, file)
    read.require_columns()
    procedures, papers, terms = (table.rows for table in read.tables)
    return procedures, papers, terms


def seed_data(resources: Path) -> SeedData:
    """What comes with the program: the 2022 catalogue, the calendar and the units of Cẩm Giàng."""
    rows = read_catalogue_rows(resources / "catalogue" / "procedures.csv")
    days = read_table_file(ImportKind.CALENDAR, resources / "calendar" / "calendar.csv").tables[0].rows
    units = read_table_file(ImportKind.UNITS, resources / "units" / "units.csv").tables[0].rows
    return SeedData(
        catalogue=catalogue_from_rows(*rows).catalogue,
        calendar=WorkingCalendar(calendar_from_rows(days).days),
        units=units_from_rows(units).units,
        source="resources",
    )


def form_sets(resources: Path) -> FormSets:
    """The sets of forms that the program knows."""
    rows = read_rows(
        resources / "forms" / "form_sets.csv", ("form_set", "circular", "form", "number", "title")
    )
    return form_sets_from_rows(rows).form_sets


def read_messages(resources: Path, language: str) -> Messages:
    """The words of errors in a language."""
    tables = _message_tables(resources, language)
    terms = msgspec.convert(tables["terms"], dict[str, str])
    errors = {code: words for code, words in tables.items() if code not in PLAIN_TABLES}
    return Messages(msgspec.convert(errors, dict[str, Wording]), terms)


def read_answers(resources: Path, language: str) -> dict[str, str]:
    """What commands say when they are done, with ``{field}`` places."""
    return msgspec.convert(_message_tables(resources, language)["answers"], dict[str, str])


def read_findings(resources: Path, language: str) -> dict[str, str]:
    """The words of what ``doctor`` finds, by code, with ``{field}`` places; errors that end its look among them."""
    tables = _message_tables(resources, language)
    errors = {code: words["text"] for code, words in tables.items() if code not in PLAIN_TABLES}
    return errors | msgspec.convert(tables["findings"], dict[str, str])


def _message_tables(resources: Path, language: str) -> dict[str, Any]:
    with (resources / "messages" / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)
