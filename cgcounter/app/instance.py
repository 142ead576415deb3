"""One program a data folder: the first holds a lock, a second one raises the first one's window and goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from cgcounter.domain.errors import EnvironmentProblemError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# The lock is taken before the first frame; what only comes behind it, or with trouble, is imported there.

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
        from cgcounter.storage.failures import ReadOnlyFolderError

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


def _name_of(folder: Path) -> str:
    """What the window of a folder is called by."""
    import hashlib

    return "cgcounter-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]


def _call_first(folder: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name_of(folder))
    socket.waitForConnected(PATIENCE_MS)
    socket.disconnectFromServer()


class SingleInstance(QObject):
    """Holds the lock of a data folder.

    Signals: ``raise_wanted``: a second start asked for this window.
    """

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = _lock_of(folder)
        self._server: QLocalServer | None = None

    def hold(self) -> None:
        """Take the lock; raises AlreadyRunningError after asking the first window to come forward.

        Raises ReadOnlyFolderError where no lock can be written.
        """
        if not _is_taken(self._lock):
            _call_first(self._folder)
            raise AlreadyRunningError

    def listen(self) -> None:
        """Hear from now on what a second start asks for."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name_of(self._folder))
        self._server.listen(_name_of(self._folder))

    def let_go(self) -> None:
        """Release the folder."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _answer(self) -> None:
        connection = self._server and self._server.nextPendingConnection()
        if connection:
            connection.deleteLater()
            self.raise_wanted.emit()
