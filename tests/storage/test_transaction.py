"""Rows are read by name, and a transaction ends once."""

from __future__ import annotations

import pytest

from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql


def test_rows_are_read_by_name_and_one_by_one(store: SqlStore) -> None:
    """Several questions can be open at once in one transaction."""
    with store.read() as look:
        outer = look.rows(Sql("SELECT 1 AS n UNION ALL SELECT 2"))
        pairs = [
            (row["n"], inner["m"])
            for row in outer
            for inner in look.rows(Sql("SELECT :m AS m"), {"m": row["n"] * 10})
        ]
    assert pairs == [(1, 10), (2, 20)]


def test_no_row_is_none(store: SqlStore) -> None:
    """A question without an answer gives None."""
    with store.read() as look:
        assert look.row(Sql("SELECT 1 WHERE 0")) is None
        assert look.value(Sql("SELECT 1 WHERE 0")) is None


def test_what_was_not_committed_is_gone(store: SqlStore) -> None:
    """Leaving rolls back; committing ends the transaction."""
    with store.write() as act:
        act.run(Sql("INSERT INTO meta VALUES ('x', x'00')"))
    with store.write() as act:
        assert act.value(Sql("SELECT count(*) FROM meta WHERE key = 'x'")) == 0
        act.commit()
        with pytest.raises(RuntimeError):
            act.run(Sql("INSERT INTO meta VALUES ('x', x'00')"))


def test_wrong_sql_is_a_bug(store: SqlStore) -> None:
    """It is no trouble of the file, and nothing of the driver leaves the room."""
    with pytest.raises(RuntimeError, match=r"^SQLITE_ERROR$"), store.write() as act:
        act.run(Sql("SELEC"))
