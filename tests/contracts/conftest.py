"""Every test here is asked of the fake and of the encrypted file alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cgcounter.services.ports import Store
from cgcounter.storage.store import create_store, open_store
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_store import FakeStore

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file as the set-up makes it; tests work on copies."""
    file = tmp_path_factory.mktemp("blank") / "counter.db"
    create_store(file, KEY).close()
    return file


@pytest.fixture(params=["fake", "sql"])
def store(request: pytest.FixtureRequest, blank_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store of either kind."""
    if request.param == "fake":
        yield FakeStore()
        return
    real = open_store(shutil.copyfile(blank_file, tmp_path / "counter.db"), KEY)
    yield real
    real.close()


@pytest.fixture
def ids() -> FakeIds:
    """Ids in their order."""
    return FakeIds()
