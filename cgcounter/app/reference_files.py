"""Reads catalogue, calendar, units and message files into values of the domain."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import msgspec

from cgcounter.app.table_files import Row, read_rows, read_sheets
from cgcounter.domain.calendar import WorkingCalendar, calendar_from_rows
from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.form_sets import FormSets, form_sets_from_rows
from cgcounter.domain.units import units_from_rows
from cgcounter.services.messages import Messages, Wording
from cgcounter.services.set_up_office import SeedData

PLAIN_TABLES: Final = frozenset({"terms", "answers", "findings"})
"""The tables of a message file that are no error's words."""


CATALOGUE_TABLES: Final = {
    "procedures": ("code", "name", "field", "level", "kind", "duration", "fee_rule"),
    "papers": ("procedure_code", "case", "name", "originals", "copies", "must_submit"),
    "terms": ("procedure_code", "channel", "case"),
}
CALENDAR_COLUMNS: Final = ("date", "kind", "name")
UNIT_COLUMNS: Final = ("unit_key", "name", "kind", "valid_from")


def read_catalogue_rows(file: Path, papers: Path | None = None) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of procedures, papers and terms: sheets of one file, or papers.csv and terms.csv beside it.

    ``papers`` is another file for them; only terms may be missing.
    """
    needed = dict(CATALOGUE_TABLES)
    if papers is not None:
        given = read_rows(papers, needed.pop("papers"))
        tables = read_sheets(file, needed, optional="terms") | {"papers": given}
    else:
        tables = read_sheets(file, needed, optional="terms")
    return tables["procedures"], tables["papers"], tables["terms"]


def seed_data(resources: Path) -> SeedData:
    """What comes with the program: the 2022 catalogue, the calendar and the units of Cẩm Giàng."""
    catalogue = resources / "catalogue"
    rows = read_catalogue_rows(catalogue / "procedures.csv")
    days = read_rows(resources / "calendar" / "calendar.csv", CALENDAR_COLUMNS)
    units = read_rows(resources / "units" / "units.csv", UNIT_COLUMNS)
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
