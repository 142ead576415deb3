"""A blank encrypted file to copy, and an opened store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cgcounter.storage.store import SqlStore, create_store, open_store
from tests.fakes.fake_ids import FakeIds

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def key() -> bytes:
    """The key of every file in these tests."""
    return KEY


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file as the set-up makes it; tests work on copies."""
    file = tmp_path_factory.mktemp("blank") / "counter.db"
    create_store(file, KEY).close()
    return file


@pytest.fixture
def file(blank_file: Path, tmp_path: Path) -> Path:
    """A data file that nobody has opened, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copyfile(blank_file, folder / "counter.db"))


@pytest.fixture
def store(file: Path) -> Iterator[SqlStore]:
    """The opened data file."""
    opened = open_store(file, KEY)
    yield opened
    opened.close()


@pytest.fixture
def ids() -> FakeIds:
    """Ids in their order."""
    return FakeIds()
