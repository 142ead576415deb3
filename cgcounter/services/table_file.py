"""Files of tables as they were read, before anything is made of them: kinds, columns and rows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain import calendar, catalogue_tables, dossier_tables, units
from cgcounter.domain.tables import Columns, ColumnsMissingError

COLUMNS: Final[Mapping[str, Columns]] = {
    "procedures": catalogue_tables.PROCEDURE_COLUMNS,
    "papers": catalogue_tables.PAPER_COLUMNS,
    "terms": catalogue_tables.TERM_COLUMNS,
    "calendar": calendar.COLUMNS,
    "units": units.COLUMNS,
    "dossiers": dossier_tables.COLUMNS,
}


class ImportKind(StrEnum):
    """What can be taken in from a file."""

    CATALOGUE = "catalogue"
    CALENDAR = "calendar"
    UNITS = "units"
    DOSSIERS = "dossiers"


TABLES: Final[Mapping[ImportKind, tuple[str, ...]]] = {
    ImportKind.CATALOGUE: ("procedures", "papers", "terms"),
    ImportKind.CALENDAR: ("calendar",),
    ImportKind.UNITS: ("units",),
    ImportKind.DOSSIERS: ("dossiers",),
}
OPTIONAL_TABLE: Final = "terms"


class Table(Struct, frozen=True):
    """One table of a file as it was read: columns in their order, and rows by the names of the columns.

    ``sheet`` is where people find it: the sheet of a spreadsheet, else the file.
    """

    name: str
    file: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The columns that such a table must have and this one lacks; a table without columns is left out."""
        needed = COLUMNS[self.name].needed if self.columns or self.name != OPTIONAL_TABLE else ()
        return tuple(name for name in needed if name not in self.columns)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The columns that nobody here reads."""
        known = {*COLUMNS[self.name].needed, *COLUMNS[self.name].optional}
        return tuple(name for name in self.columns if name and name not in known)


class TableFile(Struct, frozen=True):
    """What was read of a file, before anything is made of it."""

    kind: ImportKind
    source: str
    tables: tuple[Table, ...]

    @property
    def is_complete(self) -> bool:
        """Whether each table has the columns that it must have."""
        return not any(table.missing for table in self.tables)

    def require_columns(self) -> None:
        """Raise ColumnsMissingError for the first table that lacks columns."""
        for table in self.tables:
            if table.missing:
                raise ColumnsMissingError.of(table.file, table.missing)
