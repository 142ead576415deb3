"""The counter's side of the exchange: join a district, and one cycle now."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec import Struct

from cgcounter.app import places
from cgcounter.app.clocks import SystemClock
from cgcounter.app.opening import open_existing
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.storage.failures import disk_trouble
from cgcounter.storage.keys import Keys, system_keyring
from cgcounter.storage.replica import SqlReplica
from cgcounter.storage.store import SqlStore
from cgcounter.sync.conversation import Outcome
from cgcounter.sync.cycle import Cycle
from cgcounter.sync.invitation import Invitation
from cgcounter.sync.seals import DeviceKey, new_secret
from cgcounter.sync.transport import Line, join

EXIT_OK: Final = 0


class NotJoinedError(EnvironmentProblemError):
    """The counter has no district yet; it works without one."""

    code = "not_joined"


class OtherOfficeError(EnvironmentProblemError):
    """The invitation is for another ``office`` or ``slot`` than this counter's."""

    code = "invitation_of_another"


class DistrictAddress(Struct, frozen=True):
    """Where the district is and who this counter is there; the secret key lies in the keyring."""

    url: str
    device: str
    scope: str
    authority: str


def address_file(folders: places.Folders) -> Path:
    """Beside the settings: it belongs to this machine, not to the data."""
    return folders.config / "district.toml"


def device_keys(folders: places.Folders) -> Keys:
    """Where this machine keeps the key that it signs with."""
    keyring = system_keyring() if folders.uses_keyring else None
    return Keys(f"{folders.data_file} device", folders.config / "device.key", keyring)


def read_address(folders: places.Folders) -> DistrictAddress:
    """The district of this counter; raises NotJoinedError."""
    file = address_file(folders)
    with disk_trouble():
        if not file.exists():
            raise NotJoinedError
        text = file.read_bytes()
    try:
        return msgspec.toml.decode(text, type=DistrictAddress)
    except msgspec.MsgspecError as error:
        raise NotJoinedError from error


def join_district(folders: places.Folders, text: str) -> DistrictAddress:
    """Take an invitation up; raises BadInvitationError, OtherOfficeError, and what joining raises."""
    invitation = Invitation.read(text)
    store = open_existing(folders)
    try:
        with store.look() as reading:
            office, counter = reading.reference.office(), reading.reference.counter()
    finally:
        store.close()
    secret = new_secret()
    enrolled, authority = join(invitation, DeviceKey(secret).public)
    if (enrolled.office, enrolled.slot) != (office.unit_key, counter.slot):
        raise OtherOfficeError(office=enrolled.office, slot=enrolled.slot)
    device_keys(folders).keep(secret)
    address = DistrictAddress(invitation.url, str(UUID(bytes=enrolled.device)), enrolled.scope, authority)
    with disk_trouble():
        address_file(folders).write_bytes(msgspec.toml.encode(address))
    return address


def exchange(store: SqlStore, folders: places.Folders, now: Callable[[], str]) -> Outcome:
    """One cycle over the line; raises NotJoinedError, NoLineError, RefusedError."""
    address = read_address(folders)
    key = DeviceKey(device_keys(folders).get().key)
    line = Line(address.url, UUID(address.device), key, address.authority)
    try:
        return line.converse(Cycle(SqlReplica(store), key, wall=now).run())
    finally:
        line.close()


def sync(folders: places.Folders, *, as_json: bool) -> int:
    """One cycle now, told in a line."""
    store = open_existing(folders)
    try:
        outcome = exchange(store, folders, lambda: SystemClock().now().isoformat())
    finally:
        store.close()
    figures = {name: getattr(outcome, name) for name in ("pushed", "pulled", "healed", "quarantined")}
    if as_json:
        sys.stdout.write(msgspec.json.encode(figures).decode() + "\n")
    else:
        sys.stdout.write("  ".join(f"{name} {value}" for name, value in figures.items()) + "\n")
    return EXIT_OK
