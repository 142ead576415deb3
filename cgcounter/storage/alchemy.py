"""An encrypted file under SQLAlchemy, for Alembic's steps and for the district; a counter at work does without both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import WAIT_MS, Access, connect


def make_engine(file: Path, key: bytes, access: Access) -> Engine:
    """An engine over the file with one connection; opens nothing yet."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(file, key, access),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_MS / 1000,
        hide_parameters=True,
    )

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(access.begin)

    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def alchemy_trouble() -> Iterator[None]:
    """Let no error of SQLAlchemy pass: what it wraps becomes one of ours."""
    with database_trouble():
        try:
            yield
        except DBAPIError as error:
            raise error.orig or error from None
