"""New ids: UUIDv7, made on the counter."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7


class Uuid7Ids:
    """Ids that sort by the time they were made."""

    def new(self) -> UUID:
        """A new id."""
        return uuid7()
