"""Reads catalogue, calendar, units and message files into values of the domain."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from cgcounter.domain.calendar import WorkingCalendar, calendar_from_rows
from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.form_sets import FormSets, form_sets_from_rows
from cgcounter.domain.units import units_from_rows
from cgcounter.services.messages import Messages, Wording
from cgcounter.services.set_up_office import SeedData

PLAIN_TABLES: Final = frozenset({"terms", "answers", "findings"})
"""The tables of a message file that are no error's words."""


class TableUnreadableError(EnvironmentProblemError):
    """A file is missing or is no UTF-8 text in CSV; ``reason`` is a term."""

    code = "table_unreadable"


class ColumnsMissingError(EnvironmentProblemError):
    """A table lacks columns that it must have."""

    code = "columns_missing"


def read_rows(file: Path, needed: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a CSV file; raises TableUnreadableError, ColumnsMissingError."""
    reader = csv.DictReader(io.StringIO(_text_of(file), newline=""))
    try:
        columns, rows = reader.fieldnames or (), list(reader)
    except csv.Error as error:
        raise TableUnreadableError(file=file.name, reason="not_csv") from error
    missing = [name for name in needed if name not in columns]
    if missing:
        raise ColumnsMissingError(file=file.name, columns=", ".join(missing))
    return [_cells(row) for row in rows]


def _cells(row: Mapping[Any, Any]) -> dict[str, str]:
    """What stands beyond the last column stays, under None, for who reads the row to refuse; blanks there do not."""
    beyond: dict[Any, Any] = {None: row[None]} if any(row.get(None, ())) else {}
    return beyond | {name: value or "" for name, value in row.items() if name}


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise TableUnreadableError(file=file.name, reason="no_such_file") from error
    except OSError as error:
        raise TableUnreadableError(file=file.name, reason="not_readable") from error
    except UnicodeDecodeError as error:
        raise TableUnreadableError(file=file.name, reason="not_utf8") from error


def read_catalogue_rows(procedures: Path, papers: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of a catalogue's two files."""
    return (
        read_rows(procedures, ("code", "name", "field", "level", "kind", "duration", "fee_rule")),
        read_rows(papers, ("procedure_code", "case", "name", "originals", "copies", "must_submit")),
    )


def seed_data(resources: Path) -> SeedData:
    """What comes with the program: the 2022 catalogue, the calendar and the units of Cẩm Giàng."""
    catalogue = resources / "catalogue"
    rows = read_catalogue_rows(catalogue / "procedures.csv", catalogue / "papers.csv")
    days = read_rows(resources / "calendar" / "calendar.csv", ("date", "kind", "name"))
    units = read_rows(resources / "units" / "units.csv", ("unit_key", "name", "kind"))
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
