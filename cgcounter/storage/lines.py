"""Rows of the projection as the values that lists show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Executable, RowMapping, select

from cgcounter.domain.dossier import DossierLine, Status
from cgcounter.domain.events import DossierId
from cgcounter.domain.staff import StaffId
from cgcounter.storage import tables
from cgcounter.storage.moments import from_micros

_TIMES: Final = ("received_at", "due_at", "released_at", "returned_at")
_FIELDS: Final = DossierLine.__struct_fields__

LINES: Final = select(
    tables.dossier.c.number, tables.dossier.c.begun_at, *(tables.dossier.c[field] for field in _FIELDS)
)
"""What a line is read from; statements add their conditions to it."""


def find_rows(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any]
) -> list[RowMapping]:
    """The rows that a statement over LINES finds."""
    return list(connection.execute(statement, parameters).mappings())


def find_lines(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any]
) -> tuple[DossierLine, ...]:
    """The lines that a statement over LINES finds, in its order."""
    return tuple(to_line(row) for row in find_rows(connection, statement, parameters))


def to_line(row: RowMapping) -> DossierLine:
    """The value of a row."""
    values = {field: row[field] for field in _FIELDS}
    values["id"] = DossierId(UUID(bytes=row["id"]))
    values["status"] = Status(row["status"])
    values["received_by"] = row["received_by"] and StaffId(UUID(bytes=row["received_by"]))
    for time in _TIMES:
        if values[time] is not None:
            values[time] = from_micros(values[time])
    return DossierLine(**values)
