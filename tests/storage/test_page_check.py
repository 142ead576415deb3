"""The look at every page: finds each one that is not what was written, and nobody waits for it."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from cgcounter.storage import page_check
from cgcounter.storage.failures import FileMissingError
from cgcounter.storage.page_check import SqlPageCheck
from cgcounter.storage.store import SqlStore, open_store
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life

PAGE = 4096
DOSSIERS = 300


@pytest.fixture
def filled(file: Path, key: bytes, ids: FakeIds) -> Path:
    """A closed file with some hundred dossiers."""
    store = open_store(file, key)
    with store.begin() as unit:
        unit.log.append([Life(ids, 1001 + number).received() for number in range(DOSSIERS)])
        unit.commit()
    store.close()
    return file


def test_every_damaged_page_is_found(filled: Path, key: bytes) -> None:
    """Of each page one byte is turned over in its turn: whatever the page holds, the look says so."""
    sound = filled.read_bytes()
    pages = len(sound) // PAGE
    assert pages > 100
    missed = []
    for page in range(pages):
        content = bytearray(sound)
        content[page * PAGE + PAGE // 2] ^= 0xFF
        filled.write_bytes(content)
        if not SqlPageCheck(filled, key).finds_damage():
            missed.append(page)
    assert missed == []


def test_a_look_sees_what_is_not_yet_in_the_file_itself(store: SqlStore, key: bytes, ids: FakeIds) -> None:
    """What was committed a moment ago lies beside the file, and is looked at there."""
    with store.begin() as unit:
        unit.log.append([Life(ids).received()])
        unit.commit()
    assert not SqlPageCheck(store.file, key).finds_damage()


def test_a_look_and_an_act_do_not_wait_for_each_other(store: SqlStore, key: bytes, ids: FakeIds) -> None:
    """While an act is under way the look ends, and the act is committed after it."""
    with store.begin() as unit:
        unit.log.append([Life(ids).received()])
        assert not SqlPageCheck(store.file, key).finds_damage()
        unit.commit()


class SlowStop(Event):
    """Whoever asks whether to stop waits until that is so."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()

    def is_set(self) -> bool:
        self.asked.set()
        return self.wait(10)


def test_a_look_is_ended_from_another_thread(
    filled: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who closes the program does not wait for the rest of the file; an ended look has found nothing."""
    monkeypatch.setattr(page_check, "_STEPS", 1)
    content = bytearray(filled.read_bytes())
    content[-PAGE // 2] ^= 0xFF
    filled.write_bytes(content)
    check = SqlPageCheck(filled, key)
    check._stopped = stop = SlowStop()
    answers: list[bool] = []
    look = Thread(target=lambda: answers.append(check.finds_damage()))
    look.start()
    assert stop.asked.wait(10)
    check.stop()
    look.join(10)
    assert answers == [False]


def test_a_file_that_is_gone_is_no_damage(tmp_path: Path, key: bytes) -> None:
    """What cannot be looked at is told as what it is."""
    with pytest.raises(FileMissingError):
        SqlPageCheck(tmp_path / "gone.db", key).finds_damage()
