"""Copies of the live file, made by the database itself; a file bears its name only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import disk_trouble
from cgcounter.storage.folders import sync_folder

COMPANIONS: Final = ("-wal", "-shm")
"""What SQLite keeps beside a file while it is open."""


def copy_live(file: Path, key: bytes, target: Path) -> None:
    """Write what the file holds at this moment to ``target``, under the same key."""
    _copy(file, key, target, Access.WRITE)


def copy_still(file: Path, key: bytes, target: Path) -> None:
    """Write what a file that nobody works on holds to ``target``, the log beside it included; it stays as it is."""
    _copy(file, key, target, Access.INSPECT)


def _copy(file: Path, key: bytes, target: Path, access: Access) -> None:
    with closing(connect(file, key, access)) as connection, database_trouble():
        connection.execute("VACUUM INTO ?", (str(target),))


@contextmanager
def half_made(target: Path) -> Iterator[Path]:
    """A place beside the target to make it in; what is left there is removed."""
    part = target.with_name(f"{target.name}.part")
    _remove(part)
    try:
        yield part
    finally:
        _remove(part)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, so that a power cut leaves the old or the new one."""
    with disk_trouble():
        with part.open("rb+") as finished:
            os.fsync(finished.fileno())
        part.replace(target)
    sync_folder(target.parent)


def _remove(part: Path) -> None:
    with disk_trouble():
        for name in ("", *COMPANIONS):
            part.with_name(f"{part.name}{name}").unlink(missing_ok=True)
