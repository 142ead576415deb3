"""How a counter joins: a one-time invitation, a key that never leaves the counter, and how it is sent away again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, bindparam, delete, insert, select, update

from cgcounter.domain.codes import check_slot
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.server import tables
from cgcounter.server.ports import Device
from cgcounter.services.ports import Pins
from cgcounter.sync.invitation import FINGERPRINT_BYTES, Enrol, Enrolled, Invitation

VALID_FOR: Final = timedelta(minutes=15)
_ID_BYTES, _SECRET_BYTES, _KEY_BYTES, _DEVICE_BYTES = 6, 10, 32, 16

_device, _invitation = tables.device, tables.invitation
_TAKE: Final = delete(_invitation).where(_invitation.c.id == bindparam("invitation")).returning(_invitation)
_HOLDER: Final = select(_device.c.id).where(
    _device.c.office == bindparam("office"), _device.c.slot == bindparam("slot"), ~_device.c.is_revoked
)


class SlotTakenError(RuleBrokenError):
    """A counter of the office that is at work has this ``slot``."""

    code = "slot_taken"


class InvitationOverError(RuleBrokenError):
    """The invitation was taken up before, is too old, or never was one."""

    code = "invitation_over"


class Enrolment:
    """``now`` gives seconds since 1970."""

    def __init__(self, engine: Engine, hashes: Pins, now: Callable[[], float]) -> None:
        self._engine = engine
        self._hashes = hashes
        self._now = now

    def invite(self, url: str, authority: bytes, office: str, slot: int, scope: str = "") -> Invitation:
        """Invite one counter; raises SlotTakenError, BadSlotError. A department's machine has slot 0."""
        if slot:
            check_slot(slot)
        made = Invitation(
            url,
            secrets.token_bytes(_ID_BYTES),
            secrets.token_bytes(_SECRET_BYTES),
            authority[:FINGERPRINT_BYTES],
        )
        with self._engine.begin() as connection:
            if slot and connection.execute(_HOLDER, {"office": office, "slot": slot}).first():
                raise SlotTakenError(slot=slot)
            values = {
                "id": made.id,
                "secret_hash": self._hashes.hash(made.secret.hex()),
                "office": office,
                "scope": scope or office,
                "slot": slot,
                "valid_until": int(self._now() + VALID_FOR.total_seconds()),
            }
            connection.execute(insert(_invitation), values)
        return made

    def enrol(self, asked: Enrol) -> Enrolled:
        """Take an invitation up; raises InvitationOverError, SlotTakenError. Whoever fails has used it up."""
        device = secrets.token_bytes(_DEVICE_BYTES)
        with self._engine.begin() as connection:
            row = connection.execute(_TAKE, {"invitation": asked.invitation}).first()
        if row is None or row.valid_until < self._now() or len(asked.key) != _KEY_BYTES:
            raise InvitationOverError
        if not self._hashes.matches(asked.secret.hex(), row.secret_hash):
            raise InvitationOverError
        with self._engine.begin() as connection:
            if row.slot and connection.execute(_HOLDER, {"office": row.office, "slot": row.slot}).first():
                raise SlotTakenError(slot=row.slot)
            values = {"id": device, "office": row.office, "scope": row.scope, "slot": row.slot}
            connection.execute(insert(_device), values | {"key": asked.key, "is_revoked": False})
        return Enrolled(device, row.office, row.scope, row.slot)

    def revoke(self, device: UUID) -> bool:
        """Send a counter away; False: there is none of this name. Its slot is free again."""
        with self._engine.begin() as connection:
            done = connection.execute(
                update(_device).where(_device.c.id == device.bytes).values(is_revoked=True)
            )
        return done.rowcount == 1

    def devices(self) -> tuple[Device, ...]:
        """All that ever joined."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(_device).order_by(_device.c.office, _device.c.slot))
            return tuple(
                Device(UUID(bytes=bytes(r.id)), r.office, r.scope, bytes(r.key), r.slot, r.is_revoked)
                for r in rows
            )
