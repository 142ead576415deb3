"""A consistent copy of the live file, made by the database itself and never by copying bytes."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import disk_trouble
from cgcounter.storage.folders import sync_folder


def copy_live(file: Path, key: bytes, target: Path) -> None:
    """Write what the file holds now to ``target``, under the same key; a half-written copy never bears that name."""
    part = target.with_name(f"{target.name}.part")
    with disk_trouble():
        part.unlink(missing_ok=True)
    try:
        with closing(connect(file, key, Access.WRITE)) as connection, database_trouble():
            connection.execute("VACUUM INTO ?", (str(part),))
        put_in_place(part, target)
    finally:
        with disk_trouble():
            part.unlink(missing_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, so that a power cut leaves the old or the new one."""
    with disk_trouble():
        with part.open("rb+") as finished:
            os.fsync(finished.fileno())
        part.replace(target)
    sync_folder(target.parent)
