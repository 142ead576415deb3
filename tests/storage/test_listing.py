"""Every question of the screens is answered from an index: no table is walked, nothing is sorted afterwards."""

from __future__ import annotations

import pytest

from cgcounter.storage import (
    dossiers,
    event_log,
    incarnations,
    listing,
    meta,
    projections,
    reference,
    search,
    tables,
)
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql

NAMES = (
    "key above most start start_number end serial day person now day_start day_end dossier slot kind version fact "
    "none field volume"
)
PARAMETERS = dict.fromkeys(NAMES.split(), 1)
LISTINGS = {
    "everything": dossiers._EVERYTHING,
    "received": dossiers._RECEIVED,
    "returned": dossiers._RETURNED,
    "pending": dossiers._PENDING,
    "unprinted": dossiers._UNPRINTED,
    "on paper": dossiers._ON_PAPER,
}


def plan(store: SqlStore, sql: Sql) -> list[str]:
    """How SQLite would answer."""
    with store.read() as look:
        return [row["detail"] for row in look.rows(Sql(f"EXPLAIN QUERY PLAN {sql}"), PARAMETERS)]


@pytest.mark.parametrize("name", LISTINGS)
def test_a_page_reads_its_index_in_order(store: SqlStore, name: str) -> None:
    """A page is a stretch of one index, wherever it begins."""
    steps = plan(store, LISTINGS[name]._query)
    assert len(steps) == 1
    assert steps[0].startswith("SEARCH dossier USING INDEX dossier_")


@pytest.mark.parametrize(
    "sql",
    [
        search._BY_CODE,
        search._BY_CODE_END,
        *search._BY_NAME,
        *search._BY_LAST_WORD,
        *search._BY_PERSONAL_ID,
        *search._BY_PHONE,
        dossiers._COUNTS,
        projections._LIFE,
        incarnations._NEXT,
        reference._BODY,
        meta._FIND,
    ],
)
def test_a_question_walks_no_table(store: SqlStore, sql: Sql) -> None:
    """Codes, names, numbers, figures and the events of a dossier are looked up, never searched through."""
    steps = plan(store, sql)
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and step != "SCAN CONSTANT ROW"]
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_what_waits_for_its_receipt_is_counted_in_an_index_of_nothing_else(store: SqlStore) -> None:
    """The index holds what is counted and no other dossier, so that the figure costs the same among a million."""
    assert plan(store, dossiers._COUNT_UNPRINTED) == [
        "SEARCH dossier USING COVERING INDEX dossier_unprinted_since (unprinted_since>?)"
    ]
    (index,) = (each for each in tables.dossier.indexes if each.name == "dossier_unprinted_since")
    assert str(index.dialect_options["sqlite"]["where"]) == "dossier.unprinted_since IS NOT NULL"


@pytest.mark.parametrize("sql", [dossiers._SHARES, dossiers._REGISTERED])
def test_a_book_reads_its_period_and_no_more(store: SqlStore, sql: Sql) -> None:
    """The rows of a period are a stretch of one index; only they are put in the order of the book."""
    steps = plan(store, sql)
    assert steps[0] == "SEARCH dossier USING INDEX dossier_begun_at (begun_at>? AND begun_at<?)"
    assert all(step.startswith("USE TEMP B-TREE FOR") for step in steps[1:])


def test_full_text_is_asked_by_its_words(store: SqlStore) -> None:
    """Full text drives the question, and its rows come in the order of their numbers."""
    steps = plan(store, search._BY_WORDS)
    assert steps[0].startswith("SCAN dossier_name VIRTUAL TABLE INDEX")
    assert steps[1] == "SEARCH dossier USING INTEGER PRIMARY KEY (rowid=?)"
    assert len(steps) == 2


def test_appending_reads_one_head(store: SqlStore) -> None:
    """The head of the chain is found by key, however long the log is."""
    assert not [
        step for step in plan(store, event_log._OWN_HEAD) if "SCAN" in step and "CONSTANT" not in step
    ]


def test_a_page_key_is_column_and_number() -> None:
    """What a page continues after is read by the next page alone."""
    by_code = listing.Listing("begun_at", newest_first=True)
    assert by_code.key_of({"begun_at": 7, "number": 3}) == "7:3"
