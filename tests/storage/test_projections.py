"""The projections are the fold of the log: made at once or made anew, they are the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from cgcounter.domain.events import Event
from cgcounter.storage import projections, tables
from cgcounter.storage.projections import code_keys, name_key
from cgcounter.storage.store import SqlStore, create_store, open_store
from cgcounter.storage.transaction import Sql, Transaction
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life, named

KEY = bytes(range(32))
WORDS = ("Nguyễn", "Đỗ", "Thị", "Văn", "Quyên", "An", "Ẩn", "H'Hen", "Y-Moan", "Lý")
ACTS = ("printed", "started", "resulted", "returned", "renamed", "paid", "paid_back")


@st.composite
def working_days(draw: st.DrawFn) -> list[list[Event]]:
    """Acts of several dossiers, mixed, in units of work of any size; some begin late, some bear the same code."""
    ids = FakeIds()
    lives = [
        Life(
            ids,
            1001 + draw(st.integers(0, 2)),
            at=THURSDAY_MORNING + timedelta(minutes=draw(st.integers(0, 3))),
            **named(
                " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=4))),
                draw(st.sampled_from(["", "0301"])),
            ),
        )
        for _ in range(draw(st.integers(1, 5)))
    ]
    for life in lives:
        (life.refused if draw(st.booleans()) and draw(st.booleans()) else life.received)()
        for act in draw(st.lists(st.sampled_from(ACTS), max_size=6)):
            _do(life, act, draw)
    events = [event for life in lives for event in life.events]
    draw(st.randoms(use_true_random=False)).shuffle(events)
    cuts = sorted(draw(st.lists(st.integers(0, len(events)), max_size=4)))
    bounds = [0, *cuts, len(events)]
    return [events[start:end] for start, end in pairwise(bounds)]


def _do(life: Life, act: str, draw: st.DrawFn) -> None:
    if act == "renamed":
        life.renamed(" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))))
    elif act in {"resulted", "returned", "paid", "paid_back"}:
        getattr(life, act)(THURSDAY_MORNING + timedelta(days=draw(st.integers(0, 9))))
    else:
        getattr(life, act)()


@contextmanager
def new_store() -> Iterator[SqlStore]:
    """A store of its own for one example."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_store(Path(folder) / "counter.db", KEY)
        try:
            yield store
        finally:
            store.close()


def contents(look: Transaction) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every projection, and which rows each word and its beginnings lead to."""
    found = {
        table.name: [
            tuple(row[column.name] for column in table.columns)
            for row in look.rows(Sql(str(select(table).order_by(*table.primary_key))))
        ]
        for table in tables.PROJECTIONS.sorted_tables
    }
    look.run(Sql("INSERT INTO dossier_name(dossier_name, rank) VALUES ('integrity-check', 1)"))
    return found


@given(working_days())
def test_rebuilt_equals_incremental(acts: list[list[Event]]) -> None:
    """Whatever happened in whatever order: projections made act by act equal those made anew, byte for byte (I9)."""
    with new_store() as store:
        for events in acts:
            with store.begin() as unit:
                unit.log.append(events)
                unit.commit()
        with store.write() as act:
            incremental = contents(act)
            projections.rebuild(act)
            assert contents(act) == incremental


@given(working_days())
def test_each_dossier_has_one_row_and_each_event_one_link(acts: list[list[Event]]) -> None:
    """No event is left out and none counts twice."""
    events = [event for act in acts for event in act]
    with new_store() as store:
        with store.begin() as unit:
            unit.log.append(events)
            unit.commit()
        with store.read() as look:
            found = contents_of_links(look)
    assert found == (len({event.dossier for event in events}), len(events))


def contents_of_links(look: Transaction) -> tuple[int, int]:
    """How many dossiers have a row, and how many events are linked."""
    return (
        look.value(Sql("SELECT count(*) FROM dossier")),
        look.value(Sql("SELECT count(*) FROM dossier_event")),
    )


def keep(store: SqlStore, *lives: Life) -> None:
    """Receive some dossiers in one act."""
    with store.begin() as unit:
        unit.log.append([life.received() for life in lives])
        unit.commit()


def test_dossiers_of_one_code_are_numbered(store: SqlStore, ids: FakeIds) -> None:
    """Of dossiers with the same code the first bears 1, the second 2; others bear 1; refusals have no code to clash."""
    refusals = [Life(ids), Life(ids)]
    with store.begin() as unit:
        unit.log.append([life.refused() for life in refusals])
        unit.commit()
    keep(store, Life(ids, 1001), Life(ids, 1002))
    keep(store, Life(ids, 1001), Life(ids, 1001))
    with store.read() as look:
        rows = [
            (row["code"], row["clash"])
            for row in look.rows(Sql("SELECT code, clash FROM dossier ORDER BY number"))
        ]
    code = "H23.99-220310-100"
    assert rows == [("", 1), ("", 1), (f"{code}1", 1), (f"{code}2", 1), (f"{code}1", 2), (f"{code}1", 3)]


def test_projections_of_another_version_are_made_anew(store: SqlStore, ids: FakeIds, key: bytes) -> None:
    """A file with projections of any other shape opens with ours, made from its log, and nothing of theirs is left."""
    life = Life(ids, 1001, **named("Đỗ Thị Thử"))
    keep(store, life)
    with store.write() as act:
        for statement in (
            "DROP TABLE dossier_name",
            "DROP TABLE dossier",
            "CREATE TABLE dossier(old TEXT)",
            "CREATE TABLE dossier_of_old(old TEXT)",
            "CREATE VIRTUAL TABLE old_words USING fts5(word)",
            "UPDATE meta SET value = CAST('0' AS BLOB) WHERE key = 'projection_version'",
        ):
            act.run(Sql(statement))
        act.commit()
    store.close()
    steps: list[tuple[int, int]] = []
    opened = open_store(store.file, key, progress=lambda done, of: steps.append((done, of)))
    with opened.look() as reading:
        assert [line.name for line in reading.dossiers.search("thi thử", limit=9)] == ["Đỗ Thị Thử"]
    with opened.read() as look:
        names = {row["name"] for row in look.rows(Sql("SELECT name FROM sqlite_schema WHERE type = 'table'"))}
    opened.close()
    assert names >= {"dossier", "dossier_event", "dossier_name"}
    assert not any("old" in name for name in names)
    assert steps == [(2, 2)]


def test_a_rebuild_tells_its_progress(store: SqlStore, ids: FakeIds) -> None:
    """Steps are told batch by batch and end at their number: each event is read and then folded."""
    keep(store, *(Life(ids, 1001 + number % 900) for number in range(600)))
    steps: list[tuple[int, int]] = []
    with store.write() as act:
        projections.rebuild(act, lambda done, of: steps.append((done, of)))
    assert steps == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_a_code_is_searched_by_its_parts() -> None:
    """The end of a code is its running number; what is no code has none."""
    assert code_keys("H23.99-220310-1001") == ("1001", "220310")
    assert code_keys("000.12.30.H23-220224-0001") == ("0001", "220224")
    assert code_keys("") == ("", "")
    assert code_keys("1001") == ("", "")


def test_a_name_is_stored_as_the_words_it_is_found_by() -> None:
    """Without marks and capitals, đ as d, punctuation parting words."""
    assert name_key("  NGUYỄN Thị-Đỗ  Quyên ") == "nguyen thi do quyen"
    assert name_key("") == ""
