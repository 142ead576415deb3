"""Reads catalogue, calendar, units and message files into values of the domain."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from cgcounter.domain.calendar import WorkingCalendar, calendar_from_rows
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.procedures import catalogue_from_rows
from cgcounter.domain.units import units_from_rows
from cgcounter.services.messages import Messages, Wording
from cgcounter.services.set_up_office import SeedData


class TableUnreadableError(EnvironmentProblemError):
    """A file is missing, is not UTF-8 text, or lacks columns that it must have."""

    code = "table_unreadable"


def read_rows(file: Path, needed: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a CSV file; raises TableUnreadableError with the file and what is wrong with it."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TableUnreadableError(file=file.name, reason=type(error).__name__) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in needed if name not in (reader.fieldnames or ())]
    if missing:
        raise TableUnreadableError(file=file.name, reason=", ".join(missing))
    try:
        return [{name: value or "" for name, value in row.items() if name} for row in reader]
    except csv.Error as error:
        raise TableUnreadableError(file=file.name, reason="csv") from error


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


def read_messages(resources: Path, language: str) -> Messages:
    """The words of errors in a language."""
    with (resources / "messages" / f"{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    terms = msgspec.convert(tables.pop("terms"), dict[str, str])
    tables.pop("findings")
    return Messages(msgspec.convert(tables, dict[str, Wording]), terms)


def read_findings(resources: Path, language: str) -> dict[str, str]:
    """The words of what ``doctor`` finds, by code, with ``{field}`` places; errors that end its look among them."""
    with (resources / "messages" / f"{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    errors = {code: words["text"] for code, words in tables.items() if "text" in words}
    return errors | msgspec.convert(tables["findings"], dict[str, str])
