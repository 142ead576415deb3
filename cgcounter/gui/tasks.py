"""Work off the GUI thread: the only place in the program where threads are made."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import Shiboken

from cgcounter.domain.errors import CounterError

Result = TypeVar("Result")


class Lane(StrEnum):
    """Where work waits its turn."""

    DATABASE = "database"
    BACKGROUND = "background"


# One database thread keeps acts in order and makes lock fights impossible.
_THREADS = {Lane.DATABASE: 1, Lane.BACKGROUND: 2}


@dataclass(frozen=True)
class _Task:
    """What the GUI thread keeps of a piece of work while a worker does it."""

    future: Future[Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[CounterError], None] | None


class TaskRunner(QObject):
    """Runs work on the lanes and brings its results back to the GUI thread.

    Signals: idle: the last piece of work has been delivered, nothing is under way.
    """

    idle = Signal()
    _finished = Signal(object)

    def __init__(self, crash: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crash = crash
        self._lanes = {
            lane: ThreadPoolExecutor(threads, thread_name_prefix=lane) for lane, threads in _THREADS.items()
        }
        self._is_closed = False
        self._numbers = count()
        self._under_way: dict[int, _Task] = {}
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way that has not been delivered yet."""
        return bool(self._under_way)

    def run(
        self,
        work: Callable[[], Result],
        *,
        owner: QObject,
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """Do `work` on a lane, then call `done` with its result or `failed` with its error, here.

        `work` knows no Qt and returns immutable values. Once `owner` is destroyed, neither is called.
        `failed` gets only errors of our own; a bug, or an error nobody takes, goes to the crash handler.
        After `close` nothing is taken on any more: the screens that still ask are about to go.
        """
        if not self.thread().isCurrentThread():
            raise RuntimeError("work is handed out on the GUI thread only")
        if self._is_closed:
            return
        number = next(self._numbers)
        future = self._lanes[lane].submit(work)
        self._under_way[number] = _Task(future, owner, done, failed)
        # Only the number crosses: a worker that held `owner` or `done` could be the last to let go
        # of a widget and destroy it on its own thread.
        future.add_done_callback(lambda _: self._finished.emit(number))

    def close(self) -> None:
        """Finish and deliver all that is under way, and what its results start; then end the threads."""
        try:
            while self._under_way:
                number, task = next(iter(self._under_way.items()))
                wait([task.future])
                self._deliver(number)
        finally:
            self._is_closed = True
            for lane in self._lanes.values():
                lane.shutdown()

    @Slot(object)
    def _deliver(self, number: int) -> None:
        task = self._under_way.pop(number, None)
        if task is None:  # close() was faster than the queued signal
            return
        try:
            self._hand_over(task)
        finally:
            if not self._under_way:
                self.idle.emit()

    def _hand_over(self, task: _Task) -> None:
        error = task.future.exception()
        if error is None:
            answer = partial(task.done, task.future.result())
        elif isinstance(error, CounterError) and task.failed is not None:
            answer = partial(task.failed, error)
        else:
            self._crash(error)
            return
        if Shiboken.isValid(task.owner):
            answer()
