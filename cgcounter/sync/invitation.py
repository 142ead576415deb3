"""What a counter needs to join its district, in one line that is carried as text, as a file or as a QR."""

from __future__ import annotations

import base64
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError

_PREFIX: Final = "CGCOUNTER1-"
FINGERPRINT_BYTES: Final = 16


class BadInvitationError(RuleBrokenError):
    """The text is no invitation, or was cut or changed on its way."""

    code = "bad_invitation"


class Invitation(Struct, frozen=True, array_like=True):
    """Where the district is, the one-time secret, and the beginning of the SHA-256 of its certificate authority."""

    url: str
    id: bytes
    secret: bytes
    authority: bytes

    @property
    def text(self) -> str:
        """The line: capital letters and digits, which every keyboard and scanner carries."""
        data = msgspec.msgpack.encode(self)
        check = _check(data)
        return _PREFIX + base64.b32encode(data + check).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Invitation:
        """The invitation of a line; raises BadInvitationError."""
        line = "".join(text.split()).upper()
        body = line.removeprefix(_PREFIX)
        if body == line:
            raise BadInvitationError
        try:
            data = base64.b32decode(body + "=" * (-len(body) % 8))
            if _check(data[:-2]) != data[-2:]:
                raise BadInvitationError
            return msgspec.msgpack.decode(data[:-2], type=cls)
        except (ValueError, msgspec.MsgspecError) as error:
            raise BadInvitationError from error


class Enrol(Struct, frozen=True):
    """A counter takes an invitation up: the public key it will sign with."""

    invitation: bytes
    secret: bytes
    key: bytes


class Enrolled(Struct, frozen=True):
    """The district knows the counter from here on."""

    device: bytes
    office: str
    scope: str
    slot: int


def _check(data: bytes) -> bytes:
    """Two bytes by which a letter that was typed wrong is noticed."""
    from zlib import crc32

    return (crc32(data) & 0xFFFF).to_bytes(2, "big")
