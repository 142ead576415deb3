"""A data file is made whole, opened with care, and knows when it is an old copy."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from cgcounter.domain.codes import SerialsExhaustedError
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.event_log import own_head
from cgcounter.storage.failures import DamagedFileError, FilePresentError
from cgcounter.storage.store import SqlStore, create_store, open_store
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life

TODAY = date(2022, 3, 10)


def receive(store: SqlStore, ids: FakeIds) -> int:
    """Receive a dossier and give its running number."""
    with store.begin() as unit:
        serial = unit.numbers.next_serial(1, TODAY)
        unit.log.append([Life(ids, serial).received()])
        unit.commit()
    return serial


def origin_of(store: SqlStore) -> bytes:
    """The name of the present incarnation."""
    with store.read() as look:
        return own_head(look).origin


def test_a_new_file_is_empty_and_alone(tmp_path: Path, key: bytes) -> None:
    """Making a file leaves that file and nothing half-made."""
    create_store(tmp_path / "counter.db", key).close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["counter.db"]


def test_two_new_files_have_different_origins(tmp_path: Path, key: bytes) -> None:
    """Each file is an incarnation of its own."""
    stores = [create_store(tmp_path / name, key) for name in ("one.db", "two.db")]
    assert len({origin_of(store) for store in stores}) == 2
    for store in stores:
        store.close()


def test_a_file_is_never_made_over_another(file: Path, key: bytes) -> None:
    """Where a file lies already nothing is made, and it stays as it was."""
    before = file.read_bytes()
    with pytest.raises(FilePresentError):
        create_store(file, key)
    assert file.read_bytes() == before


def test_what_a_power_cut_left_half_made_is_made_anew(tmp_path: Path, key: bytes) -> None:
    """A leftover of an interrupted set-up does not stand in the way."""
    (tmp_path / "counter.db.part").write_bytes(b"half")
    create_store(tmp_path / "counter.db", key).close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["counter.db"]


def test_what_was_saved_is_there_when_the_file_is_opened_again(
    store: SqlStore, ids: FakeIds, key: bytes
) -> None:
    """Closing and opening changes nothing: dossiers, numbers and origin go on."""
    assert [receive(store, ids), receive(store, ids)] == [1001, 1002]
    origin = origin_of(store)
    store.close()
    again = open_store(store.file, key, marks=[CodeMark(1, TODAY, 1002)])
    assert origin_of(again) == origin
    assert receive(again, ids) == 1003
    again.close()


def test_opening_checks_the_end_of_the_chain(store: SqlStore, ids: FakeIds, key: bytes) -> None:
    """A file whose last event is not the one its head stands for is refused when it is opened."""
    receive(store, ids)
    with store.write() as act:
        act.run(Sql("UPDATE event SET hash = zeroblob(32)"))
        act.commit()
    store.close()
    with pytest.raises(DamagedFileError):
        open_store(store.file, key)


def test_an_old_copy_gives_itself_away(store: SqlStore, ids: FakeIds, key: bytes, tmp_path: Path) -> None:
    """Marks ahead of the file: a new origin, and numbers go on 10 above the mark (design: sync, section 7)."""
    receive(store, ids)
    store.close()
    old_copy = Path(shutil.copyfile(store.file, tmp_path / "counter.db"))
    before = origin_of(store)
    copied = open_store(old_copy, key, marks=[CodeMark(1, TODAY, 1004), CodeMark(2, TODAY, 2001)])
    assert origin_of(copied) != before
    assert receive(copied, ids) == 1014
    with copied.begin() as unit:
        assert unit.numbers.next_serial(2, TODAY) == 2011
    copied.close()
    store.close()


def test_a_copy_that_went_on_is_not_old_any_more(store: SqlStore, ids: FakeIds, key: bytes) -> None:
    """Opened again with the same marks, the file keeps the incarnation that it began then."""
    marks = [CodeMark(1, TODAY, 1004)]
    store.close()
    first = open_store(store.file, key, marks=marks)
    origin = origin_of(first)
    first.close()
    second = open_store(store.file, key, marks=marks)
    assert origin_of(second) == origin
    assert receive(second, ids) == 1014
    second.close()


def test_old_events_stay_under_their_old_origin(store: SqlStore, ids: FakeIds, key: bytes) -> None:
    """A new incarnation begins at 1 and leaves the chain before it as it was."""
    receive(store, ids)
    receive(store, ids)
    store.close()
    anew = open_store(store.file, key, marks=[CodeMark(1, TODAY, 1900)])
    receive(anew, ids)
    with anew.read() as look:
        seqs = [row["seq"] for row in look.rows(Sql("SELECT seq FROM event ORDER BY rowid"))]
        heads = sorted(row["seq"] for row in look.rows(Sql("SELECT seq FROM origin_head WHERE own")))
    anew.close()
    assert seqs == [1, 2, 1]
    assert heads == [1, 2]


def test_marks_near_the_end_use_the_slot_up(store: SqlStore, key: bytes) -> None:
    """Ten above a mark near 999 there is no number left in the slot; another slot's numbers are never touched."""
    store.close()
    opened = open_store(store.file, key, marks=[CodeMark(1, TODAY, 1995)])
    with opened.begin() as unit:
        with pytest.raises(SerialsExhaustedError):
            unit.numbers.next_serial(1, TODAY)
        assert unit.numbers.next_serial(2, TODAY) == 2001
    opened.close()


def test_closing_leaves_one_file(store: SqlStore, ids: FakeIds) -> None:
    """After closing, everything lies in the file itself; nothing is left beside it."""
    receive(store, ids)
    store.close()
    assert [entry.name for entry in store.file.parent.iterdir()] == ["counter.db"]


@pytest.mark.parametrize("kind", ["begin", "look"])
def test_a_unit_that_was_left_does_no_more(tmp_path: Path, kind: str) -> None:
    """After its block a unit neither writes nor reads: a write then would be durable outside any transaction."""
    store, life = create_store(tmp_path / "counter.db", bytes(32)), Life(FakeIds())
    try:
        with getattr(store, kind)() as left:
            pass
        with pytest.raises(RuntimeError):
            left.log.append([life.received()])
        with pytest.raises(RuntimeError):
            left.log.history(life.dossier)
    finally:
        store.close()
