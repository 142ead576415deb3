"""The few facts that a data file keeps about itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from cgcounter.storage import tables


class Fact(StrEnum):
    """What is kept: the origin that events are written under, the projections' version, the last good backup."""

    ORIGIN = "origin"
    PROJECTION_VERSION = "projection_version"
    LAST_BACKUP = "last_backup"


_FIND: Final = select(tables.meta.c.value).where(tables.meta.c.key == bindparam("key"))
_PUT = insert(tables.meta)
_PUT = _PUT.on_conflict_do_update(index_elements=["key"], set_={"value": _PUT.excluded.value})


def find_fact(connection: Connection, fact: Fact) -> bytes | None:
    """What the file says, None when it says nothing."""
    value: bytes | None = connection.execute(_FIND, {"key": fact}).scalar()
    return value


def put_fact(connection: Connection, fact: Fact, value: bytes) -> None:
    """Write it down, over what stood there."""
    connection.execute(_PUT, {"key": fact, "value": value})
