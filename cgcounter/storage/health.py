"""What ``doctor`` finds out about a data file: figures and codes, never a name, a number or a path."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct
from sqlcipher3 import dbapi2

from cgcounter.domain.chain import Origin, first_link, next_link
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import UnreadableEventError, decode_event
from cgcounter.storage import projections
from cgcounter.storage.backup import last_backup_at
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import DamagedFileError
from cgcounter.storage.incarnations import marks_ahead
from cgcounter.storage.keys import KeyPlace, StoredKey
from cgcounter.storage.page_check import QUICK_CHECK, SOUND
from cgcounter.storage.revisions import revision_of
from cgcounter.storage.transaction import Sql, Transaction

BACKUP_OLD_AFTER: Final = timedelta(days=2)
LITTLE_SPACE_BYTES: Final = 1024**3

_SEALS: Final = Sql("PRAGMA cipher_integrity_check")
_CHAIN: Final = Sql("SELECT origin, seq, hash, body, event_id FROM event ORDER BY origin, seq")
_HEADS: Final = Sql("SELECT origin, seq, hash FROM origin_head")
_COUNTS: Final = Sql(
    "SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM dossier_event) AS linked,"
    " (SELECT count(*) FROM payment) AS payments,"
    " (SELECT count(*) FROM dossier) AS dossiers, (SELECT count(*) FROM dossier WHERE clash > 1) AS clashes"
)
_ROW: Final = Sql("SELECT * FROM dossier WHERE number = :number")
_PAYMENT: Final = Sql("SELECT * FROM payment WHERE event = :event")
_NAMES_FIT: Final = Sql("INSERT INTO dossier_name(dossier_name, rank) VALUES ('integrity-check', 1)")


class Level(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


class Finding(Struct, frozen=True):
    """One thing that was looked at; ``facts`` are the figures that its words mention."""

    code: str
    level: Level
    facts: dict[str, str | int] = {}


def examine(
    file: Path, stored: StoredKey, *, now: datetime, marks: Iterable[CodeMark] = ()
) -> tuple[Finding, ...]:
    """Everything that ``doctor`` looks at, in a fixed order; nothing is changed. A long look at a large file."""
    findings = [_engine(), _key_place(stored.place), _free_disk(file)]
    try:
        with _opened(file, stored.key, Access.READ) as look:
            findings.append(_revision(look))
            findings.append(_pages(look))
            findings.append(_chain(look))
            findings.append(_marks(look, marks))
            findings.append(_backup(look, now))
            findings.extend(_projections(look))
        findings.extend(_full_text(file, stored.key))
    except CounterError as error:
        findings.append(Finding(error.code, Level.ERROR, error.fields))
    return tuple(findings)


@contextmanager
def _opened(file: Path, key: bytes, access: Access) -> Iterator[Transaction]:
    with closing(connect(file, key, access)) as connection, database_trouble():
        yield Transaction(connection, access)


def is_sound(findings: Iterable[Finding]) -> bool:
    """Whether nothing is wrong; warnings do not count."""
    return all(finding.level is not Level.ERROR for finding in findings)


def _engine() -> Finding:
    return Finding("sqlite_version", Level.OK, {"version": dbapi2.sqlite_version})


def _key_place(place: KeyPlace) -> Finding:
    if place is KeyPlace.KEYRING:
        return Finding("key_in_keyring", Level.OK)
    return Finding("key_in_file", Level.WARNING)


def _free_disk(file: Path) -> Finding:
    try:
        free = shutil.disk_usage(file.parent).free
    except OSError:
        return Finding("free_disk_unknown", Level.WARNING)
    level = Level.OK if free >= LITTLE_SPACE_BYTES else Level.WARNING
    return Finding("free_disk", level, {"megabytes": free // 1024**2})


def _revision(look: Transaction) -> Finding:
    return Finding("revision", Level.OK, {"revision": revision_of(look)})


def _pages(look: Transaction) -> Finding:
    is_whole = look.value(QUICK_CHECK) == SOUND and look.row(_SEALS) is None
    return Finding("pages_whole", Level.OK) if is_whole else Finding("pages_damaged", Level.ERROR)


def _chain(look: Transaction) -> Finding:
    """Every link from the first on, every head, and that each event is stored under its own id."""
    events, heads = 0, {}
    for link in _links(look):
        if link is None:
            return Finding("chain_broken", Level.ERROR, {"after": events})
        events += 1
        origin, seq, value = link
        heads[origin] = (seq, value)
    for row in look.rows(_HEADS):
        beginning = (0, first_link(Origin(row["origin"])))
        if heads.get(row["origin"], beginning) != (row["seq"], row["hash"]):
            return Finding("chain_broken", Level.ERROR, {"after": events})
    return Finding("chain_whole", Level.OK, {"events": events})


def _links(look: Transaction) -> Iterator[tuple[bytes, int, bytes] | None]:
    """Origin, seq and link of each event; None where the chain breaks."""
    origin, seq, link = b"", 0, b""
    for row in look.rows(_CHAIN):
        if row["origin"] != origin:
            origin, seq, link = row["origin"], 0, first_link(Origin(row["origin"]))
        seq, link = seq + 1, next_link(link, row["body"])
        if (row["seq"], row["hash"]) != (seq, link) or not _bears(row["body"], row["event_id"]):
            yield None
            return
        yield origin, seq, link


def _bears(body: bytes, event_id: bytes) -> bool:
    try:
        return decode_event(body).id.bytes == event_id
    except UnreadableEventError:
        return True  # what this version cannot read is proved by its link alone


def _projections(look: Transaction) -> tuple[Finding, ...]:
    """Every row against the fold of its events, and codes that occur twice."""
    if not projections.are_current(look):
        return (Finding("projections_old", Level.WARNING),)
    rows = payments = differing = 0
    for made in map(projections.rows_of, projections.whole_lives(look)):
        if made is not None:
            rows += 1
            differing += not _is_stored(look, made)
            payments += len(made.payments)
    counts = look.row(_COUNTS) or {}
    equal = Finding("projections_equal", Level.OK, {"dossiers": rows})
    counted = (counts["dossiers"], counts["payments"], counts["linked"])
    if differing or counted != (rows, payments, counts["events"]):
        equal = Finding("projections_differ", Level.ERROR, {"rows": differing})
    unique = Finding("codes_unique", Level.OK)
    if counts["clashes"]:
        unique = Finding("code_clashes", Level.WARNING, {"dossiers": counts["clashes"]})
    return equal, unique


def _full_text(file: Path, key: bytes) -> list[Finding]:
    """Nothing when the words fit their rows. To SQLite the comparison is a writing command; nothing of it stays."""
    with _opened(file, key, Access.WRITE) as act:
        if projections.are_current(act):
            try:
                with database_trouble():
                    act.run(_NAMES_FIT)
            except DamagedFileError:
                return [Finding("full_text_differs", Level.ERROR)]
    return []


def _is_stored(look: Transaction, made: projections.Rows) -> bool:
    payments = ((one, look.row(_PAYMENT, {"event": one["event"]})) for one in made.payments)
    stored = [(made.dossier, look.row(_ROW, {"number": made.dossier["number"]})), *payments]
    return all(
        found is not None and all(found[name] == value for name, value in row.items())
        for row, found in stored
    )


def _marks(look: Transaction, marks: Iterable[CodeMark]) -> Finding:
    if marks_ahead(look, marks):
        return Finding("older_than_marks", Level.WARNING)
    return Finding("marks_known", Level.OK)


def _backup(look: Transaction, now: datetime) -> Finding:
    made_at = last_backup_at(look)
    if made_at is None:
        return Finding("backup_missing", Level.WARNING)
    age = now - made_at
    level = Level.OK if age <= BACKUP_OLD_AFTER else Level.WARNING
    return Finding("backup_age", level, {"hours": age // timedelta(hours=1)})
