"""The data file of this counter: made, opened, and worked on in units of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from cgcounter.storage import folders, projections, revisions
from cgcounter.storage.cash_counts import SqlCashCounts
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.connections import Connections, ThreadGuard, any_thread
from cgcounter.storage.copies import copy_live, half_made, put_in_place
from cgcounter.storage.dossiers import SqlDossiers
from cgcounter.storage.drafts import SqlDrafts
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access
from cgcounter.storage.event_log import SqlEventLog, own_head
from cgcounter.storage.failures import FilePresentError, ReadOnlyFolderError, disk_trouble
from cgcounter.storage.incarnations import begin_incarnation, marks_ahead, new_origin, pass_marks
from cgcounter.storage.numbers import SqlNumbers
from cgcounter.storage.projections import Progress, quiet
from cgcounter.storage.reference import Decoded, SqlReference
from cgcounter.storage.transaction import Transaction, transaction


class SqlReading:
    """A consistent look at the data file."""

    def __init__(self, transaction: Transaction, decoded: Decoded) -> None:
        self.log = SqlEventLog(transaction)
        self.dossiers = SqlDossiers(transaction)
        self.reference = SqlReference(transaction, decoded)
        self.cash_counts = SqlCashCounts(transaction)
        self.drafts = SqlDrafts(transaction)


class SqlUnitOfWork(SqlReading):
    """One act on the data file: all of it or nothing."""

    def __init__(self, transaction: Transaction, decoded: Decoded) -> None:
        super().__init__(transaction, decoded)
        self.numbers = SqlNumbers(transaction)
        self._transaction = transaction

    def commit(self) -> None:
        """Make the act durable; the unit of work is over then."""
        self._transaction.commit()


class SqlStore:
    """An opened data file; one writer at a time, readers beside it."""

    def __init__(self, file: Path, key: bytes, guard: ThreadGuard = any_thread) -> None:
        self.file = file
        self.key = key
        self.writer = Connections(file, key, Access.WRITE, guard=guard)
        self.reader = Connections(file, key, Access.READ, guard=guard)
        self._decoded: Decoded = {}

    @contextmanager
    def begin(self) -> Iterator[SqlUnitOfWork]:
        """A unit of work; leaving it without commit rolls it back. Raises DataFileError subclasses."""
        with self.write() as act:
            yield SqlUnitOfWork(act, self._decoded)

    @contextmanager
    def look(self) -> Iterator[SqlReading]:
        """A consistent look; writing in it is a bug. Raises DataFileError subclasses."""
        with self.read() as look:
            try:
                with database_trouble():
                    yield SqlReading(look, self._decoded)
            except ReadOnlyFolderError:
                raise RuntimeError("a look writes nothing") from None

    def write(self) -> AbstractContextManager[Transaction]:
        """A transaction on the one writing connection, for the parts of this room."""
        return transaction(self.writer)

    def read(self) -> AbstractContextManager[Transaction]:
        """A transaction on a reading connection, for the parts of this room."""
        return transaction(self.reader)

    def close(self) -> None:
        """Let go of the file; what is in its log is moved into it."""
        with database_trouble():
            self.reader.close()
            self.writer.close()


def create_store(
    file: Path, key: bytes, *, guard: ThreadGuard = any_thread, marks: Iterable[CodeMark] = ()
) -> SqlStore:
    """Make a new data file and open it; raises FilePresentError and other DataFileError subclasses.

    The file bears its name only when it is whole.
    """
    folders.require_fit(file.parent)
    with disk_trouble():
        if file.exists():
            raise FilePresentError
    with half_made(file) as part:
        _make(part, key)
        put_in_place(part, file)
    return open_store(file, key, guard=guard, marks=marks)


def _make(file: Path, key: bytes) -> None:
    revisions.upgrade(file, key, Access.CREATE)
    connections = Connections(file, key, Access.CREATE)
    try:
        with transaction(connections) as beginning:
            begin_incarnation(beginning, new_origin())
            projections.rebuild(beginning)
            beginning.commit()
    finally:
        connections.close()


def open_store(
    file: Path,
    key: bytes,
    *,
    guard: ThreadGuard = any_thread,
    marks: Iterable[CodeMark] = (),
    progress: Progress = quiet,
) -> SqlStore:
    """Open a data file and bring it to what this program reads; raises DataFileError subclasses.

    An older file is copied beside itself and upgraded; projections of another version are made anew. ``marks`` that
    the file does not know of say that it is an old copy: it goes on as a new incarnation with numbers above them.
    """
    folders.require_fit(file.parent)
    store = SqlStore(file, key, guard)
    try:
        _require_revision(store)
        with store.write() as opening:
            if not projections.are_current(opening):
                projections.rebuild(opening, progress)
            take_up_marks(opening, marks)
            own_head(opening)
            opening.commit()
    except BaseException:
        store.close()
        raise
    return store


def _require_revision(store: SqlStore) -> None:
    with store.read() as look:
        revision = revisions.revision_of(look)
    if revision != revisions.HEAD:
        before = store.file.with_name(f"{store.file.stem}-revision-{revision}{store.file.suffix}")
        with half_made(before) as part:
            copy_live(store.file, store.key, part)
            put_in_place(part, before)
        revisions.upgrade(store.file, store.key, Access.WRITE)


def take_up_marks(transaction: Transaction, marks: Iterable[CodeMark]) -> None:
    """Begin a new incarnation when the marks are ahead of the file."""
    ahead = marks_ahead(transaction, marks)
    if ahead:
        begin_incarnation(transaction, new_origin())
        pass_marks(transaction, ahead)
