"""The command that serves a district, and what its operator does beside it: invite, list, revoke."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import Engine, create_engine, select

from cgcounter.app.clocks import SystemClock
from cgcounter.server import tables
from cgcounter.server.application import Parts, application
from cgcounter.server.certificates import Certificates, certificates_in
from cgcounter.server.district import District
from cgcounter.server.enrolment import Enrolment
from cgcounter.server.news import News
from cgcounter.server.nonces import Nonces
from cgcounter.server.sql_store import SqlDistrictStore, make_district
from cgcounter.storage.alchemy import make_engine
from cgcounter.storage.engine import Access
from cgcounter.storage.failures import KeyMissingError
from cgcounter.storage.keys import Keys, new_key, system_keyring
from cgcounter.storage.pins import Argon2Pins
from cgcounter.sync.seals import verify

EXIT_OK, EXIT_FOUND = 0, 1
_FILE: Final = "district.db"


class ServeOptions(NamedTuple):
    """Where the district's data lie and where it listens; no ``database`` URL means an encrypted file."""

    folder: Path
    database: str = ""
    host: str = "127.0.0.1"
    port: int = 8443
    uses_keyring: bool = True


class OpenedDistrict(NamedTuple):
    """The district's data with what works on it."""

    store: SqlDistrictStore
    enrolment: Enrolment
    certificates: Certificates

    def close(self) -> None:
        """Let go of the data."""
        self.store.engine.dispose()

    def parts(self) -> Parts:
        """What the application stands on."""
        engine = self.store.engine
        return Parts(
            district=District(self.store, verify, lambda: SystemClock().now().isoformat()),
            store=self.store,
            enrolment=self.enrolment,
            nonces=Nonces(self.store.epoch() + self.certificates.fingerprint(), time.time),
            news=News(lambda: _feed_ends(engine)),
            authority=self.certificates.authority.read_bytes(),
        )


def open_district(options: ServeOptions) -> OpenedDistrict:
    """Open the district's data, or make them at the first start; raises DataFileError subclasses."""
    options.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = make_district(_engine(options))
    certificates = certificates_in(options.folder, options.host, SystemClock().now())
    return OpenedDistrict(store, Enrolment(store.engine, Argon2Pins(), time.time), certificates)


def serve(options: ServeOptions) -> int:
    """Serve until told to stop."""
    import uvicorn

    opened = open_district(options)
    try:
        uvicorn.run(
            application(opened.parts()),
            host=options.host,
            port=options.port,
            ssl_certfile=str(opened.certificates.server),
            ssl_keyfile=str(opened.certificates.server_key),
            log_level="warning",
            access_log=False,  # addresses and codes are nobody's business
            server_header=False,
        )
    finally:
        opened.close()
    return EXIT_OK


def invite(options: ServeOptions, office: str, slot: int) -> int:
    """Print an invitation for one counter."""
    opened = open_district(options)
    try:
        url = f"https://{options.host}:{options.port}"
        made = opened.enrolment.invite(url, opened.certificates.fingerprint(), office, slot)
    finally:
        opened.close()
    sys.stdout.write(f"{made.text}\n")
    return EXIT_OK


def list_devices(options: ServeOptions) -> int:
    """Print who ever joined."""
    opened = open_district(options)
    try:
        for one in opened.enrolment.devices():
            state = "revoked" if one.is_revoked else "enrolled"
            sys.stdout.write(f"{one.id}  {one.office}  {one.slot}  {state}\n")
    finally:
        opened.close()
    return EXIT_OK


def revoke(options: ServeOptions, device: UUID) -> int:
    """Send a counter away; exit 1 where there is none of this name."""
    opened = open_district(options)
    try:
        return EXIT_OK if opened.enrolment.revoke(device) else EXIT_FOUND
    finally:
        opened.close()


def _engine(options: ServeOptions) -> Engine:
    if options.database:
        return create_engine(options.database, pool_pre_ping=True)
    file = options.folder / _FILE
    keyring = system_keyring() if options.uses_keyring else None
    keys = Keys(str(file), options.folder / "district.key", keyring)
    try:
        key = keys.get().key
    except KeyMissingError:
        key = new_key()
        keys.keep(key)
    return make_engine(file, key, Access.CREATE)


def _feed_ends(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        rows = connection.execute(select(tables.feed.c.scope, tables.feed.c.last))
        return {row.scope: row.last for row in rows}
