"""A backup becomes the data file again: what stood there is set aside, and the file goes on as a new incarnation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.services.ports import BackupReport
from cgcounter.storage import folders
from cgcounter.storage.backup import look_into
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.copies import COMPANIONS, copy_still, half_made, put_in_place
from cgcounter.storage.failures import FilePresentError, disk_trouble
from cgcounter.storage.incarnations import begin_incarnation, new_origin, pass_marks
from cgcounter.storage.store import open_store


class Restored(Struct, frozen=True):
    """What was put back, and where the file that stood there lies now."""

    report: BackupReport
    set_aside: Path | None


def restore(
    backup: Path, key: bytes, file: Path, *, at: datetime, marks: Iterable[CodeMark] = ()
) -> Restored:
    """Put a backup in the place of the data file; raises DataFileError, and then nothing has changed.

    The program must not have the file open. Sequence numbers and running numbers are never used twice: the file gets
    a new origin, and its numbers go on above the ``marks``.
    """
    folders.require_fit(file.parent)
    report = look_into(backup, key)
    with half_made(file) as part:
        # Byte for byte would leave behind what is still in the log beside a file that was taken from a dead machine.
        copy_still(backup, key, part)
        _begin_anew(part, key, marks)
        set_aside = _set_aside(file, at)
        put_in_place(part, file)
    return Restored(report, set_aside)


def _begin_anew(file: Path, key: bytes, marks: Iterable[CodeMark]) -> None:
    store = open_store(file, key)
    try:
        with store.write() as act:
            begin_incarnation(act, new_origin())
            pass_marks(act, marks)
            act.commit()
    finally:
        store.close()


def _set_aside(file: Path, at: datetime) -> Path | None:
    """Rename the present file and what SQLite keeps beside it; never delete, never overwrite."""
    aside = file.with_name(f"{file.stem}-set-aside-{at.astimezone(TIME_ZONE):%Y%m%d-%H%M%S}{file.suffix}")
    with disk_trouble():
        if not file.exists():
            return None
        if aside.exists():
            raise FilePresentError
        for name in ("", *COMPANIONS):
            beside = file.with_name(f"{file.name}{name}")
            if beside.exists():
                beside.rename(aside.with_name(f"{aside.name}{name}"))
    return aside
