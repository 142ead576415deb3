"""The statements of the data file are plain texts: each is one that a new file understands."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from cgcounter import storage
from cgcounter.storage import tables
from cgcounter.storage.listing import Listing
from cgcounter.storage.projections import _WRITTEN
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql
from tests.storage import child

_BEGINNINGS = ("SELECT ", "INSERT ", "UPDATE ", "DELETE ")


def statements() -> Iterator[tuple[str, str]]:
    """Every statement that a module of storage holds, by the name of its place."""
    for found in pkgutil.iter_modules(storage.__path__):
        if not found.ispkg:
            module = importlib.import_module(f"{storage.__name__}.{found.name}")
            for name, value in vars(module).items():
                for place, one in enumerate(value if isinstance(value, tuple) else (value,)):
                    text = one._query if isinstance(one, Listing) else one
                    if isinstance(text, str) and " ".join(text.split()).startswith(_BEGINNINGS):
                        yield f"{found.name}.{name}.{place}", text


STATEMENTS = dict(statements())


@pytest.mark.parametrize("place", STATEMENTS)
def test_a_new_file_understands_each_statement(store: SqlStore, place: str) -> None:
    """No statement names a table or column that is not there, or is wrong SQL."""
    text = STATEMENTS[place]
    with store.write() as act:
        assert list(act.rows(Sql(f"EXPLAIN {text}"), dict.fromkeys(re.findall(r":(\w+)", text))))


def test_the_statements_were_found() -> None:
    """Those of lists and of searches in several ways are among them."""
    places = {place.rpartition(".")[0] for place in STATEMENTS}
    assert {"dossiers._PENDING", "search._BY_NAME", "event_log._ADD", "projections._PUT_ROW"} <= places


def test_a_row_is_written_whole() -> None:
    """Each column of a dossier is written, but the clash that the database counts itself."""
    assert {"number", *_WRITTEN} == {column.name for column in tables.dossier.columns} - {"clash"}


def test_opening_a_file_of_today_loads_neither_sqlalchemy_nor_alembic(store: SqlStore) -> None:
    """They describe and change the tables; who only works on them does not wait for their import."""
    said = child.run(
        "from cgcounter.app import opening\n"
        "open_store(file, KEY).close()\n"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])\n",
        store.file,
    )
    assert said == "[]"
