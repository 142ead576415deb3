"""Tests of garbage collection on the GUI thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from cgcounter.gui.garbage import GarbageCollection


class Loop:
    """An object that only a collection can clear away; it notes on which thread that happened."""

    def __init__(self, graves: list[int]) -> None:
        self.itself = self
        self._graves = graves

    def __del__(self) -> None:
        self._graves.append(threading.get_ident())


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    """What the collection belongs to; the interpreter's own state is put back afterwards."""
    gc.enable()
    gc.unfreeze()
    gc.collect()
    parent = QObject()
    yield parent
    gc.disable()
    Shiboken.delete(parent)


def test_the_interpreter_no_longer_collects_by_itself(owner: QObject) -> None:
    """A worker that allocates must never set off a collection."""
    GarbageCollection(owner)

    assert not gc.isenabled()


def test_the_timer_collects_on_the_gui_thread(qtbot: QtBot, owner: QObject) -> None:
    """Reference cycles are cleared away from time to time, by the thread that owns the widgets."""
    graves: list[int] = []
    GarbageCollection(owner, every_ms=1)

    Loop(graves)
    qtbot.waitUntil(lambda: len(graves) > 0)

    assert graves == [threading.get_ident()]


def test_collecting_at_once_is_possible(owner: QObject) -> None:
    """After a dialog has closed nobody waits for the timer."""
    graves: list[int] = []
    garbage = GarbageCollection(owner, every_ms=60_000)

    Loop(graves)
    assert graves == []
    garbage.collect()

    assert graves == [threading.get_ident()]


def test_settling_keeps_what_is_loaded_out_of_later_collections(owner: QObject) -> None:
    """The modules of a running program are not searched through every five seconds."""
    garbage = GarbageCollection(owner, every_ms=60_000)

    garbage.settle()

    assert gc.get_freeze_count() > 10_000
