"""The chain of this counter goes on from its head, and nowhere else."""

from __future__ import annotations

import hashlib

import pytest

from cgcounter.domain.events import encode_event
from cgcounter.storage.event_log import own_head
from cgcounter.storage.failures import DamagedFileError
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life


def test_events_are_chained_as_the_design_says(store: SqlStore, ids: FakeIds) -> None:
    """Hash 0 = SHA-256("cg1" || origin), hash n = SHA-256(hash n-1 || body n); seq 1, 2, 3 over several acts."""
    events = [Life(ids, 1001 + number).received() for number in range(3)]
    for part in (events[:2], events[2:]):
        with store.begin() as unit:
            unit.log.append(part)
            unit.commit()
    with store.read() as look:
        rows = list(look.rows(Sql("SELECT * FROM event ORDER BY seq")))
        head = look.row(Sql("SELECT * FROM origin_head"))
    link = hashlib.sha256(b"cg1" + rows[0]["origin"]).digest()
    for row, event, seq in zip(rows, events, (1, 2, 3), strict=True):
        body = encode_event(event)
        link = hashlib.sha256(link + body).digest()
        assert (row["seq"], row["hash"], row["body"]) == (seq, link, body)
        assert row["event_id"] == event.id.bytes
        assert row["feed_seq"] is None
    assert head is not None
    assert (head["seq"], head["hash"], head["own"]) == (3, link, 1)


def test_a_rolled_back_act_leaves_no_gap(store: SqlStore, ids: FakeIds) -> None:
    """The sequence goes on as if the act had never been."""
    with store.begin() as unit:
        unit.log.append([Life(ids, 1001).received()])
    with store.begin() as unit:
        unit.log.append([Life(ids, 1002).received()])
        unit.commit()
    with store.read() as look:
        assert own_head(look).seq == 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE origin_head SET hash = zeroblob(32)",
        "UPDATE origin_head SET seq = seq + 1",
        "UPDATE event SET hash = zeroblob(32) WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM origin_head",
        "DELETE FROM meta WHERE key = 'origin'",
    ],
)
def test_nothing_is_appended_to_a_broken_chain(store: SqlStore, ids: FakeIds, damage: str) -> None:
    """A head that is not the link of the last event stops the act before anything is written."""
    with store.begin() as unit:
        unit.log.append([Life(ids, 1001).received(), Life(ids, 1002).received()])
        unit.commit()
    with store.write() as act:
        act.run(Sql(damage))
        act.commit()
    with pytest.raises(DamagedFileError), store.begin() as unit:
        unit.log.append([Life(ids, 1003).received()])
    with store.look() as reading:
        assert reading.dossiers.by_code("2203101003") == ()
