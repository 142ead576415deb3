"""What no test may leave behind: threads, executors, timers, warnings, calls to the network."""

import gc
import logging
import os
import socket
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("CGCOUNTER_HYPOTHESIS", "quick"))

_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104  an address to recognise, nothing binds to it


# As in the program itself: a worker that collects would destroy living widgets.
gc.disable()


def pytest_configure(config: pytest.Config) -> None:
    """Off screen there is no window manager, and Qt says so each time a window is shown."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


def pytest_collection_finish() -> None:
    """What the whole run holds is set aside, so that collections are about the tests alone."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def no_garbage() -> Iterator[None]:
    """What the tests of a module made in circles is cleared away with it; thousands of windows would pile up."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder of the program's plain files."""
    return Path(__file__).resolve().parent.parent / "resources"


class Starts:
    """Where threads, executors and timers were started, so that a leftover names its culprit."""

    def __init__(self) -> None:
        self._things: list[tuple[Callable[[], Any], str]] = []

    def note(self, thing: object) -> None:
        from PySide6.QtCore import QTimer

        # A timer that its test drops is gone at once; holding it here would keep it running.
        still_there = weakref.ref(thing) if isinstance(thing, QTimer) else lambda: thing
        frames = traceback.extract_stack(limit=12)[:-2]
        ours = [frame for frame in frames if "site-packages" not in frame.filename] or frames
        self._things.append((still_there, "".join(traceback.format_list(ours[-3:]))))

    def leftovers(self, kind: type, still_runs: Callable[[Any], bool]) -> list[str]:
        return [
            f"{thing!r}, started at\n{place}"
            for still_there, place in self._things
            if (thing := still_there()) is not None and isinstance(thing, kind) and still_runs(thing)
        ]


@pytest.fixture(autouse=True)
def no_leftovers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A thread, executor or Qt timer that outlives its test fails it, and says where it was started."""
    from PySide6.QtCore import QTimer
    from shiboken6 import Shiboken

    starts = Starts()
    for owner, name in ((threading.Thread, "start"), (ThreadPoolExecutor, "__init__"), (QTimer, "start")):
        monkeypatch.setattr(owner, name, _noting(getattr(owner, name), starts))
    yield
    gc.collect(0)
    left = starts.leftovers(Executor, lambda pool: not pool._shutdown)  # the stdlib has no public question
    left += starts.leftovers(threading.Thread, lambda thread: thread.is_alive())
    left += starts.leftovers(QTimer, lambda timer: Shiboken.isValid(timer) and timer.isActive())
    if left:
        pytest.fail("left running: " + "\n".join(left), pytrace=False)


def _noting(start: Callable[..., Any], starts: Starts) -> Callable[..., Any]:
    def noted(thing: object, *args: object, **kwargs: object) -> object:
        starts.note(thing)
        return start(thing, *args, **kwargs)

    return noted


class _Unexpected(logging.Handler):
    """Keeps every warning and error, except those of the loggers a test expects."""

    def __init__(self, expected: set[str]) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._expected = expected

    def emit(self, record: logging.LogRecord) -> None:
        if record.name not in self._expected:
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture
def expected_loggers() -> set[str]:
    """Loggers whose warnings a test provokes on purpose: it adds their names."""
    return set()


@pytest.fixture(autouse=True)
def no_warnings_in_the_log(expected_loggers: set[str]) -> Iterator[None]:
    """A warning or error in the log that the test did not announce fails it."""
    handler = _Unexpected(expected_loggers)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines:
        pytest.fail("unexpected in the log: " + "\n".join(handler.lines), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only this machine answers: a connection to any other address is an error."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _only_loopback(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _only_local_names(socket.getaddrinfo))
        yield


def _only_loopback(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(sock: socket.socket, address: Any) -> Any:
        if sock.family != socket.AF_UNIX and not str(address[0]).startswith(_LOOPBACK):
            raise RuntimeError(f"a test reaches for the network: {address}")
        return connect(sock, address)

    return guarded


def _only_local_names(look_up: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and not str(name).startswith(_LOOPBACK):
            raise RuntimeError(f"a test asks for the address of {name}")
        return look_up(host, *args, **kwargs)

    return guarded
