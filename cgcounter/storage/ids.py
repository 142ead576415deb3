"""Ids that sort by the time they were made."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7


class Uuid7Ids:
    """Makes UUIDv7 (RFC 9562)."""

    def new(self) -> UUID:
        """An id that no one has made before."""
        return uuid7()
