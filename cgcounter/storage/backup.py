"""Verified copies of the data file in another folder: made while people work, opened and compared before they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.chain import Origin, first_link
from cgcounter.domain.events import decode_event
from cgcounter.services.ports import BackupReport, NotSetUpError
from cgcounter.storage.copies import copy_live, half_made, put_in_place
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import BackupNotEqualError, DamagedFileError, disk_trouble
from cgcounter.storage.meta import Fact, find_fact, put_fact
from cgcounter.storage.page_check import QUICK_CHECK, SOUND
from cgcounter.storage.reference import SqlReference
from cgcounter.storage.retention import superseded
from cgcounter.storage.revisions import revision_of
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql, Transaction

SUFFIX: Final = ".cgbackup"
_STAMP: Final = "%Y%m%d-%H%M%S"
_NAME: Final = re.compile(r"cgcounter-(?P<unit>.+)-(?P<stamp>[0-9]{8}-[0-9]{6})\.cgbackup")
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9.]+")
_NO_UNIT: Final = "unset"

_HEADS: Final = Sql("SELECT origin, seq, hash FROM origin_head")
_LINK: Final = Sql("SELECT hash FROM event WHERE origin = :origin AND seq = :seq")
_EVENTS_UP_TO: Final = Sql("SELECT count(*) FROM event WHERE rowid <= :last")
_LAST_EVENT: Final = Sql("SELECT rowid, body FROM event ORDER BY rowid DESC LIMIT 1")
_DOSSIERS: Final = Sql("SELECT count(*) FROM dossier")


class SqlBackups:
    """Makes copies of an opened data file and knows when the newest good one was made."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def make(self, folder: Path, *, at: datetime) -> BackupReport:
        """Copy, open the copy, compare its heads with the file's; raises DataFileError.

        Copies of this unit that newer ones supersede are removed from the folder.
        """
        with disk_trouble():
            folder.mkdir(parents=True, exist_ok=True)
        unit = self._unit()
        target = folder / f"cgcounter-{unit}-{at.astimezone(TIME_ZONE):{_STAMP}}{SUFFIX}"
        with half_made(target) as part:
            copy_live(self._store.file, self._store.key, part)
            with _inspected(part, self._store.key) as copy:
                content = _content(copy)
            with self._store.read() as original:
                _require_same(content, original)
            put_in_place(part, target)
        with self._store.write() as act:
            put_fact(act, Fact.LAST_BACKUP, at.isoformat().encode())
            act.commit()
        _remove_superseded(folder, unit, keep=target)
        return content.report(target, at)

    def last_made_at(self) -> datetime | None:
        """When the newest good copy was made; None when there is none."""
        with self._store.read() as look:
            return last_backup_at(look)

    def _unit(self) -> str:
        with self._store.look() as reading:
            try:
                unit = reading.reference.office().unit_key
            except NotSetUpError:
                unit = _NO_UNIT
        return _NOT_IN_NAMES.sub("-", unit) or _NO_UNIT


def last_backup_at(transaction: Transaction) -> datetime | None:
    """When the newest good copy of this file was made; None when there is none."""
    at = find_fact(transaction, Fact.LAST_BACKUP)
    return None if at is None else datetime.fromisoformat(at.decode())


def look_into(file: Path, key: bytes) -> BackupReport:
    """What a copy holds, after a check of all its pages; raises DataFileError. Nothing is changed."""
    with _inspected(file, key) as copy:
        content = _content(copy)
    return content.report(file, _made_at(file))


class _Content(Struct, frozen=True):
    """What a file holds, in figures."""

    heads: dict[bytes, tuple[int, bytes]]
    events: int
    last_rowid: int
    last_event_at: datetime | None
    dossiers: int
    office: str

    def report(self, file: Path, made_at: datetime) -> BackupReport:
        return BackupReport(
            file=file,
            made_at=made_at,
            events=self.events,
            dossiers=self.dossiers,
            last_event_at=self.last_event_at,
            office=self.office,
        )


@contextmanager
def _inspected(file: Path, key: bytes) -> Iterator[Transaction]:
    with closing(connect(file, key, Access.INSPECT)) as connection, database_trouble():
        yield Transaction(connection, Access.INSPECT)


def _content(copy: Transaction) -> _Content:
    """Check every page and count; raises DamagedFileError, NewerFileError."""
    if copy.value(QUICK_CHECK) != SOUND:
        raise DamagedFileError(part="pages")
    revision_of(copy)
    last = copy.row(_LAST_EVENT)
    last_rowid = last["rowid"] if last else 0
    return _Content(
        heads={row["origin"]: (row["seq"], row["hash"]) for row in copy.rows(_HEADS)},
        events=copy.value(_EVENTS_UP_TO, {"last": last_rowid}),
        last_rowid=last_rowid,
        last_event_at=decode_event(last["body"]).at if last else None,
        dossiers=copy.value(_DOSSIERS),
        office=_office_name(copy),
    )


def _require_same(content: _Content, original: Transaction) -> None:
    """Each head of the copy is a link of the file, and up to its last event none is left out."""
    for origin, (seq, link) in content.heads.items():
        place = {"origin": origin, "seq": seq}
        stored = original.value(_LINK, place) if seq else first_link(Origin(origin))
        if stored != link:
            raise BackupNotEqualError
    if original.value(_EVENTS_UP_TO, {"last": content.last_rowid}) != content.events:
        raise BackupNotEqualError


def _office_name(copy: Transaction) -> str:
    try:
        return SqlReference(copy, {}).office().office_name
    except NotSetUpError:
        return ""


def _made_at(file: Path) -> datetime:
    """What the name says; of a renamed file, when it was last written."""
    found = _NAME.fullmatch(file.name)
    if found:
        return datetime.strptime(found["stamp"], _STAMP).replace(tzinfo=TIME_ZONE)
    with disk_trouble():
        return datetime.fromtimestamp(file.stat().st_mtime, TIME_ZONE)


def _unit_of(file: Path) -> str | None:
    found = _NAME.fullmatch(file.name)
    return found["unit"] if found else None


def _remove_superseded(folder: Path, unit: str, *, keep: Path) -> None:
    with disk_trouble():
        made_at = {file: _made_at(file) for file in folder.iterdir() if _unit_of(file) == unit}
        too_old = superseded(made_at.values())
        for file, moment in made_at.items():
            if moment in too_old and file != keep:
                file.unlink()
