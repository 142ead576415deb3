"""The data file of this counter: made, opened, and worked on in units of work."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from cgcounter.domain.chain import ORIGIN_BYTES, Origin
from cgcounter.storage import folders, projections, revisions
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.copies import copy_live, put_in_place
from cgcounter.storage.dossiers import SqlDossiers
from cgcounter.storage.drafts import SqlDrafts
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, ThreadGuard, any_thread, make_engine
from cgcounter.storage.event_log import SqlEventLog, own_head
from cgcounter.storage.failures import DiskFailureError, FilePresentError, ReadOnlyFolderError, disk_trouble
from cgcounter.storage.incarnations import begin_incarnation, marks_ahead, pass_marks
from cgcounter.storage.numbers import SqlNumbers
from cgcounter.storage.projections import Progress, quiet
from cgcounter.storage.reference import Decoded, SqlReference


class SqlReading:
    """A consistent look at the data file."""

    def __init__(self, connection: Connection, decoded: Decoded) -> None:
        self.log = SqlEventLog(connection)
        self.dossiers = SqlDossiers(connection)
        self.reference = SqlReference(connection, decoded)
        self.drafts = SqlDrafts(connection)


class SqlUnitOfWork(SqlReading):
    """One act on the data file: all of it or nothing."""

    def __init__(self, connection: Connection, decoded: Decoded) -> None:
        super().__init__(connection, decoded)
        self.numbers = SqlNumbers(connection)
        self._connection = connection

    def commit(self) -> None:
        """Make the act durable; the unit of work is over then."""
        self._connection.commit()
        self._connection.close()


class SqlStore:
    """An opened data file; one writer at a time, readers beside it."""

    def __init__(self, file: Path, key: bytes, guard: ThreadGuard = any_thread) -> None:
        self.file = file
        self.key = key
        self._writer = make_engine(file, key, Access.WRITE, guard=guard)
        self._reader = make_engine(file, key, Access.READ, guard=guard)
        self._decoded: Decoded = {}

    @contextmanager
    def begin(self) -> Iterator[SqlUnitOfWork]:
        """A unit of work; leaving it without commit rolls it back. Raises DataFileError subclasses."""
        with self.write() as connection:
            yield SqlUnitOfWork(connection, self._decoded)

    @contextmanager
    def look(self) -> Iterator[SqlReading]:
        """A consistent look; writing in it is a bug. Raises DataFileError subclasses."""
        with self.read() as connection:
            try:
                with database_trouble():
                    yield SqlReading(connection, self._decoded)
            except ReadOnlyFolderError:
                raise RuntimeError("a look writes nothing") from None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction on the one writing connection, for the parts of this room."""
        with _transaction(self._writer) as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction on a reading connection, for the parts of this room."""
        with _transaction(self._reader) as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file; what is in its log is moved into it."""
        with database_trouble():
            self._reader.dispose()
            self._writer.dispose()


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    try:
        with database_trouble(), engine.connect() as connection:
            connection.begin()
            yield connection
    except DiskFailureError:
        # After a failed write or sync nothing that the connection holds in memory may be trusted.
        engine.dispose()
        raise


def new_origin() -> Origin:
    """The name of a new incarnation."""
    return Origin(secrets.token_bytes(ORIGIN_BYTES))


def create_store(
    file: Path, key: bytes, *, guard: ThreadGuard = any_thread, marks: Iterable[CodeMark] = ()
) -> SqlStore:
    """Make a new data file and open it; raises FilePresentError and other DataFileError subclasses.

    The file bears its name only when it is whole.
    """
    folders.require_fit(file.parent)
    part = file.with_name(f"{file.name}.part")
    with disk_trouble():
        if file.exists():
            raise FilePresentError
        part.unlink(missing_ok=True)
    engine = make_engine(part, key, Access.CREATE)
    with _transaction(engine) as connection:
        revisions.upgrade(connection)
        begin_incarnation(connection, new_origin())
        projections.rebuild(connection)
        connection.commit()
    engine.dispose()
    put_in_place(part, file)
    return open_store(file, key, guard=guard, marks=marks)


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
        with store.read() as connection:
            revision = revisions.revision_of(connection)
        if revision != revisions.HEAD:
            copy_live(file, key, file.with_name(f"{file.stem}-revision-{revision}{file.suffix}"))
        with store.write() as connection:
            _bring_up(connection, revision, progress)
            take_up_marks(connection, marks)
            own_head(connection)
            connection.commit()
    except BaseException:
        store.close()
        raise
    return store


def _bring_up(connection: Connection, revision: str, progress: Progress) -> None:
    if revision != revisions.HEAD:
        revisions.upgrade(connection)
    if not projections.are_current(connection):
        projections.rebuild(connection, progress)


def take_up_marks(connection: Connection, marks: Iterable[CodeMark]) -> None:
    """Begin a new incarnation when the marks are ahead of the file."""
    ahead = marks_ahead(connection, marks)
    if ahead:
        begin_incarnation(connection, new_origin())
        pass_marks(connection, ahead)
