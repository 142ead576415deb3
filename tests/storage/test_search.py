"""Plain indices are asked first, full text only when they gave few rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cgcounter.storage import search
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Row, Sql, Transaction
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life, named


class Listening(Transaction):
    """A transaction that notes what it was asked."""

    def __init__(self, real: Transaction) -> None:
        self.asked: list[str] = []
        self._real = real

    def rows(self, sql: Sql, parameters: Mapping[str, Any] = {}) -> Iterator[Row]:
        self.asked.append(sql)
        return self._real.rows(sql, parameters)

    @property
    def asked_full_text(self) -> bool:
        return any("MATCH" in sql for sql in self.asked)


def receive(store: SqlStore, ids: FakeIds, *names: str) -> None:
    """Receive a dossier for each name."""
    with store.begin() as unit:
        unit.log.append(
            [Life(ids, 1001 + place, **named(name)).received() for place, name in enumerate(names)]
        )
        unit.commit()


@pytest.mark.parametrize(
    ("query", "people", "expected"),
    [("quyen", 19, True), ("quyen", 20, False), ("q", 19, True), ("2001", 3, False), ("", 3, False)],
)
def test_full_text_is_the_last_resort(
    store: SqlStore,
    ids: FakeIds,
    query: str,
    people: int,
    expected: bool,  # noqa: FBT001  a column of the table above
) -> None:
    """Only for names, and only after fewer than twenty rows from the plain indices."""
    receive(store, ids, *["Đỗ Quyên"] * people)
    with store.read() as look:
        listening = Listening(look)
        search.search(listening, query, 50)
    assert listening.asked_full_text is expected


def test_words_of_a_query_are_never_read_as_commands(store: SqlStore, ids: FakeIds) -> None:
    """What full text would take for an operator is a word like any other."""
    receive(store, ids, "Nguyễn And Not Near")
    with store.read() as look:
        for query in (
            "nguyễn and not",
            "AND NOT",
            "NEAR(a b)",
            'ngu"yễn',
            "nguyễn*",
            "name_key:nguyễn",
            "^ngu -not",
            "a_b",
        ):
            search.search(look, query, 50)
        assert len(search.search(look, "and not", 50)) == 1


@pytest.mark.parametrize("word", ["Øystein", "Ивана", "李小龙", "O_Neil", "𞤀𞤣𞤤𞤢𞤥", "Nr7"])
def test_words_of_any_script_are_found(store: SqlStore, ids: FakeIds, word: str) -> None:
    """Full text parts words exactly as the rule of names does, whatever letters they have."""
    receive(store, ids, f"Lê {word} Anh")
    with store.read() as look:
        assert len(search.search(look, word, 50)) == 1
        assert len(search.search(look, f"{word} an", 50)) == 1


def test_what_full_text_finds_is_checked_by_the_rule(store: SqlStore, ids: FakeIds) -> None:
    """Full text knows no order of words; the rule of names does (6.4)."""
    receive(store, ids, "Lê Thị Quyên Anh", "Lê Quyên Thị Anh")
    with store.read() as look:
        found = [line.name for line in search.search(look, "quyên thị", 50)]
    assert found == ["Lê Quyên Thị Anh"]


def test_names_in_another_order_do_not_crowd_out_the_right_one(store: SqlStore, ids: FakeIds) -> None:
    """An older name that fits the rule is found behind hundreds of newer ones that have its words in another order."""
    receive(store, ids, "Trần Lan Thị", *["Trần Thị Lan"] * 300)
    with store.read() as look:
        found = [line.name for line in search.search(look, "lan thị", 50)]
    assert found == ["Trần Lan Thị"]
