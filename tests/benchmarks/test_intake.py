"""The intake's baseline writes what the intake writes."""

from __future__ import annotations

from contextlib import closing

from cgcounter.app.benchmark import intake
from cgcounter.app.benchmark.intake import Twin
from cgcounter.app.benchmark.workshop import Site, Workshop
from cgcounter.services.ports import View
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.transaction import Sql, Transaction

TABLES = ("event", "dossier_event", "dossier", "origin_head", "code_counter", "register_counter")


def test_the_twin_ends_up_with_the_same_rows(workshop: Workshop) -> None:
    """After every intake was written again, all tables of both files are equal, full text included."""
    site = workshop.new_site(30)
    twin = Twin(site.office.store)
    counter = intake.Counter(site)
    with closing(twin):
        assert len(counter.take()) == len(twin.take(counter.last)) == len(counter.last)
        copy = Transaction(connect(twin.file, site.office.store.key, Access.READ), Access.READ)
        with site.office.store.read() as look:
            for table in TABLES:
                statement = Sql(f"SELECT * FROM {table}")  # noqa: S608  one of the names above
                assert _rows(copy, statement) == _rows(look, statement), table
        words = Sql("SELECT rowid FROM dossier_name('nguyen') ORDER BY rowid")
        with site.office.store.read() as look:
            assert _rows(copy, words) == _rows(look, words) != []


def _rows(look: Transaction, statement: Sql) -> list[tuple[object, ...]]:
    return [tuple(dict(row).values()) for row in look.rows(statement)]


def test_rounds_never_use_a_slot_up(workshop: Workshop) -> None:
    """Each round is another day: its first code is the day's first."""
    site = workshop.new_site(0)
    counter = intake.Counter(site)
    counter.take()
    counter.take()
    assert sum(serial == "1001" for serial in _serials(site)) == 2


def _serials(site: Site) -> list[str]:
    lines = site.office.cases.list_dossiers(View.ALL, limit=1000).lines
    return [line.code.rpartition("-")[2] for line in lines]
