"""A durable intake beside the same rows, in the same tables with the same indices, in one raw transaction.

The baseline does no more than the database must: it works nothing out, asks nothing, and knows all rows beforehand.
Both files have the same key and the same settings, `synchronous=FULL` among them. The intake alone also marks its
code outside the data folder, which costs a second wait for the disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any, Final, NamedTuple

from sqlcipher3 import dbapi2

from cgcounter.app.benchmark.invented import draw_person
from cgcounter.app.benchmark.measuring import Durations, interleaved, timed_each
from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.workshop import Site, Workshop
from cgcounter.app.demo.office import given_papers
from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import DossierId, DueBasis
from cgcounter.domain.procedures import Procedure
from cgcounter.services.intake import Intake
from cgcounter.storage.copies import copy_live
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Row as StoredRow
from cgcounter.storage.transaction import Sql

_INTAKES: Final = 40
_A_NIGHT: Final = timedelta(days=1)
_TYPED_FEE: Final = 8000


class Written(NamedTuple):
    """A row that an intake wrote, and the statement that writes the same."""

    statement: Sql
    values: dict[str, Any]


class _Source(NamedTuple):
    """Where a row of an intake is read (the first of what is found), and how it is written again."""

    table: str
    find: Sql
    way: str = "INSERT INTO"

    def written(self, row: StoredRow) -> Written:
        """What writes the row again."""
        values = {name: row[name] for name in row.keys()}  # noqa: SIM118  a row gives its values when iterated
        marks = ", ".join(f":{name}" for name in values)
        return Written(Sql(f"{self.way} {self.table} VALUES ({marks})"), values)


_AGAIN: Final = "INSERT OR REPLACE INTO"
_SOURCES: Final = (
    _Source(
        "event",
        Sql(
            "SELECT event.* FROM dossier_event AS link JOIN event ON event.rowid = link.event"
            " WHERE link.dossier = :dossier"
        ),
    ),
    _Source("dossier_event", Sql("SELECT * FROM dossier_event WHERE dossier = :dossier")),
    _Source("dossier", Sql("SELECT * FROM dossier WHERE id = :dossier")),
    _Source("origin_head", Sql("SELECT * FROM origin_head WHERE own"), _AGAIN),
    _Source("code_counter", Sql("SELECT * FROM code_counter ORDER BY day DESC"), _AGAIN),
    _Source("register_counter", Sql("SELECT * FROM register_counter ORDER BY year DESC"), _AGAIN),
)


def measure(workshop: Workshop) -> Row:
    """Intakes of all procedures in force, by the use case that the window calls."""
    site = workshop.new_site(workshop.sizes.small)
    counter = Counter(site)
    twin = Twin(site.office.store)
    try:
        rounds = interleaved(counter.take, lambda: twin.take(counter.last), rounds=workshop.sizes.rounds)
    finally:
        twin.close()
    return Row.of("intake", rounds, Goal(ratio=2), dossiers=site.filling.dossiers)


class Counter:
    """Receives dossiers, a new day in each round, so that running numbers last."""

    def __init__(self, site: Site) -> None:
        self.last: list[DossierId] = []
        self._site = site
        self._random = Random(1)  # noqa: S311  repeatable on purpose, nothing is secret
        catalogue = site.office.cases.prepare_intake.catalogue()
        self._procedures = catalogue.in_force(site.clock.now().date())

    def take(self) -> Durations:
        """Receive the dossiers of a morning and take the time of each."""
        self._site.clock.move_to(self._site.clock.now() + _A_NIGHT)
        self.last = []
        wishes = [self._wish(self._random.choice(self._procedures)) for _ in range(_INTAKES)]
        return timed_each([partial(self._receive, wish) for wish in wishes])

    def _receive(self, wish: Intake) -> None:
        self.last.append(self._site.office.cases.receive_dossier(self._site.clerk, wish).id)

    def _wish(self, procedure: Procedure) -> Intake:
        return Intake(
            procedure_code=procedure.code,
            applicant=draw_person(self._random),
            papers=given_papers(procedure),
            fee_typed=_TYPED_FEE if procedure.fee_rule is FeeRule.SET_BY_PROVINCE else None,
            due_basis=DueBasis.RULE if procedure.duration else DueBasis.NONE,
        )


class Twin:
    """A copy of an office's file, which gets the office's new rows without the program."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.file = store.file.with_name("twin.db")
        copy_live(store.file, store.key, self.file)
        self._connection: dbapi2.Connection = connect(self.file, store.key, Access.WRITE)

    def take(self, dossiers: Sequence[DossierId]) -> Durations:
        """Write the rows of dossiers, one transaction each, and take the time of each."""
        acts = [self._rows_of(dossier) for dossier in dossiers]
        return timed_each([partial(self._write, rows) for rows in acts])

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def _rows_of(self, dossier: DossierId) -> list[Written]:
        with self._store.read() as look:
            found = ((source, look.row(source.find, {"dossier": dossier.bytes})) for source in _SOURCES)
            return [source.written(row) for source, row in found if row is not None]

    def _write(self, rows: Sequence[Written]) -> None:
        self._connection.execute(Access.WRITE.begin)
        for row in rows:
            self._connection.execute(row.statement, row.values)
        self._connection.execute("COMMIT")
