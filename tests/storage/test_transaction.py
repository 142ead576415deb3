"""Statements are compiled once, and a transaction ends once."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, select

from cgcounter.storage import tables
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql, prepared


def test_a_prepared_statement_has_named_parameters() -> None:
    """The driver gets the text as it is, with the names of its parameters."""
    sql = prepared(select(tables.meta.c.value).where(tables.meta.c.key == bindparam("key")))
    assert " ".join(sql.split()) == 'SELECT meta.value FROM meta WHERE meta."key" = :key'


def test_a_value_cannot_hide_in_a_prepared_statement() -> None:
    """A constant would be lost on the way to the driver; it is refused when the module is imported."""
    with pytest.raises(ValueError, match="key_1"):
        prepared(select(tables.meta.c.value).where(tables.meta.c.key == "origin"))


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
