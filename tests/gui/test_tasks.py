"""Tests of the task runner: lanes, the way back to the GUI thread, owners that are gone, bugs."""

import random
import threading
from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from cgcounter.domain.errors import CounterError
from cgcounter.gui.tasks import Lane, TaskRunner


class PaperJamError(CounterError):
    """An error of our own."""

    code: ClassVar[str] = "paper_jam"


class CrashHandler:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.bugs: list[BaseException] = []

    def __call__(self, bug: BaseException) -> None:
        self.bugs.append(bug)


@pytest.fixture
def crash() -> CrashHandler:
    """A crash handler that keeps what it is given."""
    return CrashHandler()


@pytest.fixture
def tasks(qapp: object, crash: CrashHandler) -> Iterator[TaskRunner]:
    """A task runner, closed after the test."""
    runner = TaskRunner(crash)
    yield runner
    runner.close()


def raising(error: BaseException) -> Callable[[], None]:
    """Work that raises `error`."""

    def work() -> None:
        raise error

    return work


def all_delivered(qtbot: QtBot, tasks: TaskRunner) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not tasks.busy, timeout=60_000)


def test_the_result_arrives_on_the_gui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    """Work runs on a worker, its result is delivered on the GUI thread."""
    places: list[int] = []

    tasks.run(threading.get_ident, owner=QObject(tasks), done=places.append)
    tasks.run(lambda: None, owner=QObject(tasks), done=lambda _: places.append(threading.get_ident()))
    all_delivered(qtbot, tasks)

    assert places[0] != threading.get_ident()
    assert places[1] == threading.get_ident()


def test_the_database_lane_keeps_the_order(qtbot: QtBot, tasks: TaskRunner) -> None:
    """Acts are done one after the other, in the order in which they were handed out."""
    done: list[str] = []
    gate = threading.Event()

    def first() -> None:
        gate.wait()
        done.append("first")

    tasks.run(first, owner=tasks, done=lambda _: None)
    tasks.run(lambda: done.append("second"), owner=tasks, done=lambda _: None)
    gate.set()
    all_delivered(qtbot, tasks)

    assert done == ["first", "second"]


def test_a_long_background_job_does_not_hold_the_database(qtbot: QtBot, tasks: TaskRunner) -> None:
    """The lanes do not wait for each other, and the background lane takes two at a time."""
    both, release = threading.Barrier(3), threading.Event()
    saved: list[bool] = []

    def slow() -> None:
        both.wait()
        release.wait()

    for _ in range(2):
        tasks.run(slow, owner=tasks, done=lambda _: None, lane=Lane.BACKGROUND)
    both.wait()
    tasks.run(lambda: True, owner=tasks, done=saved.append)
    qtbot.waitUntil(lambda: saved == [True])
    assert tasks.busy
    release.set()


def test_an_error_of_our_own_goes_to_failed(qtbot: QtBot, tasks: TaskRunner, crash: CrashHandler) -> None:
    """The caller hears of what the clerk can act on."""
    errors: list[CounterError] = []

    tasks.run(raising(PaperJamError()), owner=tasks, done=lambda _: None, failed=errors.append)
    all_delivered(qtbot, tasks)

    assert [error.code for error in errors] == ["paper_jam"]
    assert crash.bugs == []


def test_an_error_that_nobody_takes_goes_to_the_crash_handler(
    qtbot: QtBot, tasks: TaskRunner, crash: CrashHandler
) -> None:
    """Without `failed`, even an error of our own is not lost."""
    error = PaperJamError()

    tasks.run(raising(error), owner=tasks, done=lambda _: None)
    all_delivered(qtbot, tasks)

    assert crash.bugs == [error]


def test_a_bug_goes_to_the_crash_handler_even_when_the_screen_is_closed(
    qtbot: QtBot, tasks: TaskRunner, crash: CrashHandler
) -> None:
    """A plain exception is a bug: `failed` never gets it, and a closed screen does not hide it."""
    bugs = [ValueError("open"), ValueError("closed")]
    errors: list[CounterError] = []
    closed = QObject()
    gate = threading.Event()

    def late() -> None:
        gate.wait()
        raise bugs[1]

    tasks.run(raising(bugs[0]), owner=tasks, done=lambda _: None, failed=errors.append)
    tasks.run(late, owner=closed, done=lambda _: None, failed=errors.append)
    Shiboken.delete(closed)
    gate.set()
    all_delivered(qtbot, tasks)

    assert crash.bugs == bugs
    assert errors == []


def test_what_a_closed_screen_asked_for_is_dropped(
    qtbot: QtBot, tasks: TaskRunner, crash: CrashHandler
) -> None:
    """Neither result nor error reaches an owner that was destroyed in the meantime."""
    answers: list[object] = []
    parent = QWidget()
    owner, gate = QWidget(parent), threading.Event()

    def fail_late() -> None:
        gate.wait()
        raise PaperJamError

    tasks.run(gate.wait, owner=owner, done=answers.append)
    tasks.run(fail_late, owner=owner, done=answers.append, failed=answers.append)
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    gate.set()
    all_delivered(qtbot, tasks)

    assert answers == []
    assert crash.bugs == []


def test_work_is_handed_out_on_the_gui_thread_only(qtbot: QtBot, tasks: TaskRunner) -> None:
    """A worker that tries to hand out work itself is told so."""
    refusals: list[str] = []

    def work_that_hands_out_work() -> str:
        try:
            tasks.run(lambda: None, owner=tasks, done=lambda _: None)
        except RuntimeError as refusal:
            return str(refusal)
        return "handed out"

    tasks.run(work_that_hands_out_work, owner=tasks, done=refusals.append)
    all_delivered(qtbot, tasks)

    assert refusals == ["work is handed out on the GUI thread only"]


def test_idle_is_told_once_nothing_is_under_way(qtbot: QtBot, tasks: TaskRunner) -> None:
    """A chain of work is idle at its end, not between its links."""
    told: list[str] = []
    tasks.idle.connect(lambda: told.append("idle"))

    def print_receipt(_: object) -> None:
        tasks.run(lambda: "printed", owner=tasks, done=told.append, lane=Lane.BACKGROUND)

    tasks.run(lambda: "saved", owner=tasks, done=print_receipt)
    with qtbot.waitSignal(tasks.idle):
        pass

    assert told == ["printed", "idle"]
    assert not tasks.busy


def test_closing_finishes_what_was_begun(tasks: TaskRunner) -> None:
    """An intake saved at the last moment is still saved, delivered and printed."""
    done: list[str] = []

    def print_receipt(saved: str) -> None:
        done.append(saved)
        tasks.run(lambda: "printed", owner=tasks, done=done.append, lane=Lane.BACKGROUND)

    tasks.run(lambda: "saved", owner=tasks, done=print_receipt)
    tasks.close()

    assert done == ["saved", "printed"]


def test_nothing_is_taken_on_after_closing(qtbot: QtBot, tasks: TaskRunner) -> None:
    """A screen that is laid out once more while its window goes may still ask: no work, no answer, no trouble."""
    done: list[str] = []
    tasks.close()

    tasks.run(lambda: "late", owner=tasks, done=done.append)

    all_delivered(qtbot, tasks)
    assert done == []


def test_thousands_of_tasks_with_owners_dying_under_them(
    qtbot: QtBot, tasks: TaskRunner, crash: CrashHandler
) -> None:
    """Each living owner gets its own result once; a destroyed one gets nothing; every bug is reported."""
    chance = random.Random(2022)  # noqa: S311  a seeded order of events, not a secret
    expected: list[int] = []
    got: list[int] = []
    failed: list[int] = []
    alive: list[QObject] = []
    for number in range(3000):
        owner: QObject = QWidget() if number % 2 else QObject()
        kind = number % 10
        tasks.run(
            _work_of_kind(kind, number),
            owner=owner,
            done=_recorder(owner, number, got),
            failed=_error_recorder(number, failed),
            lane=chance.choice(list(Lane)),
        )
        if chance.random() < 0.5:
            Shiboken.delete(owner)
        else:
            alive.append(owner)
            expected.append(number)
        if number % 100 == 0:
            QCoreApplication.processEvents()
    all_delivered(qtbot, tasks)

    assert sorted(got) == [number for number in expected if number % 10 > 1]
    assert sorted(failed) == [number for number in expected if number % 10 == 1]
    assert len(crash.bugs) == 300
    for owner in alive:
        Shiboken.delete(owner)


def _work_of_kind(kind: int, number: int) -> Callable[[], int]:
    def work() -> int:
        if kind == 0:
            raise ValueError
        if kind == 1:
            raise PaperJamError
        return number

    return work


def _recorder(owner: QObject, number: int, got: list[int]) -> Callable[[int], None]:
    def record(result: int) -> None:
        owner.setObjectName(str(result))  # raises where the owner is gone
        assert result == number
        got.append(result)

    return record


def _error_recorder(number: int, failed: list[int]) -> Callable[[CounterError], None]:
    def record(_: CounterError) -> None:
        failed.append(number)

    return record
