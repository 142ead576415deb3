"""One program a data folder: the first holds a lock, a second one raises the first one's window and goes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.storage.failures import ReadOnlyFolderError

PATIENCE_MS = 500


class AlreadyRunningError(EnvironmentProblemError):
    """Another window of this program works on the same data folder."""

    code = "already_running"


class DataInUseError(EnvironmentProblemError):
    """A window works on the file that is to be replaced."""

    code = "data_in_use"


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / "counter.lock"))
    # A lock whose process is gone is stale at once; one whose process lives never is.
    lock.setStaleLockTime(0)
    return lock


def _is_taken(lock: QLockFile) -> bool:
    """Whether the lock is ours now; raises ReadOnlyFolderError where there can be none."""
    if lock.tryLock(0):
        return True
    if lock.error() is not QLockFile.LockError.LockFailedError:
        raise ReadOnlyFolderError
    return False


@contextmanager
def closed_window(folder: Path) -> Iterator[None]:
    """Hold the folder for a command that replaces the file; raises DataInUseError while a window is open."""
    lock = _lock_of(folder)
    if not _is_taken(lock):
        raise DataInUseError
    try:
        yield
    finally:
        lock.unlock()


class SingleInstance(QObject):
    """Holds the lock of a data folder.

    Signals: ``raise_wanted``: a second start asked for this window.
    """

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = _lock_of(folder)
        self._name = "cgcounter-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)

    def hold(self) -> None:
        """Take the lock; raises AlreadyRunningError after asking the first window to come forward.

        Raises ReadOnlyFolderError where no lock can be written.
        """
        if not _is_taken(self._lock):
            self._call_first()
            raise AlreadyRunningError
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def let_go(self) -> None:
        """Release the folder."""
        self._server.close()
        self._lock.unlock()

    def _call_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(PATIENCE_MS)
        socket.disconnectFromServer()

    @Slot()
    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.deleteLater()
            self.raise_wanted.emit()
