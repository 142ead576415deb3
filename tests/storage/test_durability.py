"""What was acknowledged is there after any death of the process; what cannot be written is refused whole."""

from __future__ import annotations

import random
import signal
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import DiskFullError
from cgcounter.storage.health import examine, is_sound
from cgcounter.storage.keys import KeyPlace, StoredKey
from cgcounter.storage.store import SqlStore, open_store
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life
from tests.storage import child

TODAY = date(2022, 3, 10)
KILLS = 12

# Receives dossiers for ever and says each running number once it is saved, as a receipt would.
RECEIVE = """
from datetime import date
store = open_store(file, KEY)
ids = FakeIds(int(sys.argv[2]))
while True:
    with store.begin() as unit:
        serial = unit.numbers.next_serial(1, date(2022, 3, 10))
        life = Life(ids, serial)
        unit.log.append([life.received(), life.printed()])
        unit.commit()
    print(serial, flush=True)
"""


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(file: Path, key: bytes) -> None:
    """Killed again and again in the middle of its work, the program finds every number it had said, and is sound."""
    moments = random.Random(7)  # noqa: S311  a seeded draw, no secret
    said: list[int] = []
    for turn in range(KILLS):
        said += _receive_until_killed(file, turn, acknowledged=moments.randrange(1, 25))
    with closing(open_store(file, key)) as store, store.look() as reading:
        kept = [int(line.code[-4:]) for line in reading.dossiers.received_on(TODAY)]
    assert len(said) >= KILLS
    assert set(said) <= set(kept)
    assert len(kept) == len(set(kept))
    assert is_sound(examine(file, StoredKey(key, KeyPlace.FILE), now=THURSDAY_MORNING))


def _receive_until_killed(file: Path, turn: int, *, acknowledged: int) -> list[int]:
    with child.start(RECEIVE, file, str(1 + 100_000 * turn)) as process:
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    return said + [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.parametrize("room", range(0, 40, 3))
def test_a_full_disk_refuses_the_act_whole(store: SqlStore, ids: FakeIds, room: int) -> None:
    """Wherever in an act the room ends, nothing of the act stays, and reading and later acts work."""
    large = "ghi chú " * 1500
    with store.write() as act:
        act.run(Sql("PRAGMA max_page_count = 1"))  # SQLite sets it to what the file has now
        pages = act.value(Sql("PRAGMA page_count"))
        act.run(Sql(f"PRAGMA max_page_count = {pages + room}"))
    kept = _receive_until_refused(store, ids, large)
    with store.look() as reading:
        assert len(reading.dossiers.received_on(TODAY)) == kept
    with store.write() as act:
        act.run(Sql("PRAGMA max_page_count = 100000"))
    _receive(store, ids, 1001 + kept, large)
    store.close()
    assert is_sound(examine(store.file, StoredKey(store.key, KeyPlace.FILE), now=THURSDAY_MORNING))


def _receive_until_refused(store: SqlStore, ids: FakeIds, note: str) -> int:
    for kept in range(900):
        try:
            _receive(store, ids, 1001 + kept, note)
        except DiskFullError:
            return kept
    pytest.fail("the disk was never full")


def _receive(store: SqlStore, ids: FakeIds, expected: int, note: str) -> None:
    with store.begin() as unit:
        serial = unit.numbers.next_serial(1, TODAY)
        assert serial == expected
        unit.log.append([Life(ids, serial, note=note).received()])
        unit.commit()


@pytest.mark.parametrize("limit", [0, 20_000, 60_000, 150_000, 200_000, 300_000])
def test_a_failing_write_is_told_and_nothing_acknowledged_is_lost(file: Path, key: bytes, limit: int) -> None:
    """When the system stops writing in the middle, the error is ours, reading goes on, and so do acts afterwards."""
    if sys.platform == "win32":
        limit = 0
    said = child.run(_RECEIVE_WITHIN, file, str(limit))
    *numbers, code, readable = said.splitlines()
    assert code in {"disk_failure", "disk_full", "damaged_file", "read_only_folder"}
    assert readable == str(len(numbers))
    with closing(open_store(file, key)) as store:
        with store.look() as reading:
            assert [line.code[-4:] for line in reading.dossiers.received_on(TODAY)] == numbers
        with store.begin() as unit:
            assert unit.numbers.next_serial(1, TODAY) == 1001 + len(numbers)
    assert is_sound(examine(file, StoredKey(key, KeyPlace.FILE), now=THURSDAY_MORNING))


_RECEIVE_WITHIN = """
import resource
from datetime import date
store = open_store(file, KEY)
ids = FakeIds()
with store.look() as reading:
    reading.dossiers.received_on(date(2022, 3, 10))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    for _ in range(900):
        with store.begin() as unit:
            serial = unit.numbers.next_serial(1, date(2022, 3, 10))
            unit.log.append([Life(ids, serial, note="x" * 9000).received()])
            unit.commit()
        print(serial)
except DataFileError as error:
    print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.look() as reading:
    print(len(reading.dossiers.received_on(date(2022, 3, 10))))
store.close()
"""


def test_the_log_beside_the_file_is_taken_up_again(
    store: SqlStore, ids: FakeIds, key: bytes, tmp_path: Path
) -> None:
    """A copy of the folder at the moment of a power cut, file and log beside it, holds what was saved."""
    _receive(store, ids, 1001, "")
    cut = tmp_path / "cut"
    cut.mkdir()
    for path in store.file.parent.iterdir():
        (cut / path.name).write_bytes(path.read_bytes())
    with closing(open_store(cut / "counter.db", key)) as after, after.look() as reading:
        assert len(reading.dossiers.received_on(TODAY)) == 1


def test_a_torn_log_loses_only_what_was_not_acknowledged(
    store: SqlStore, ids: FakeIds, key: bytes, tmp_path: Path
) -> None:
    """Cut anywhere after the first act's end, the log beside the file gives the first act and no half one."""
    _receive(store, ids, 1001, "")
    log = store.file.with_name("counter.db-wal")
    first_end = log.stat().st_size
    _receive(store, ids, 1002, "")
    content, whole = log.read_bytes(), store.file.read_bytes()
    for place in range(first_end, len(content), 1500):
        folder = tmp_path / str(place)
        folder.mkdir()
        (folder / "counter.db").write_bytes(whole)
        (folder / "counter.db-wal").write_bytes(content[:place])
        with closing(open_store(folder / "counter.db", key)) as after, after.look() as reading:
            kept = [line.code[-4:] for line in reading.dossiers.received_on(TODAY)]
        assert kept == ["1001"]
        with closing(connect(folder / "counter.db", key, Access.READ)) as connection:
            assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
