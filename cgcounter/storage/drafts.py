"""What people have typed and not yet saved, one draft a person."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from cgcounter.domain.staff import StaffId
from cgcounter.storage import tables

_OWNER: Final = tables.draft.c.owner == bindparam("of")
_LOAD: Final = select(tables.draft.c.body).where(_OWNER)
_CLEAR: Final = delete(tables.draft).where(_OWNER)
_SAVE = insert(tables.draft)
_KEEP: Final = _SAVE.on_conflict_do_update(index_elements=["owner"], set_={"body": _SAVE.excluded.body})


class SqlDrafts:
    """Drafts as opaque bytes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, owner: StaffId, body: bytes) -> None:
        """Keep the draft over the former one."""
        self._connection.execute(_KEEP, {"owner": owner.bytes, "body": body})

    def load(self, owner: StaffId) -> bytes | None:
        """The draft of a person, None when there is none."""
        body: bytes | None = self._connection.execute(_LOAD, {"of": owner.bytes}).scalar()
        return body

    def clear(self, owner: StaffId) -> None:
        """Forget the draft."""
        self._connection.execute(_CLEAR, {"of": owner.bytes})
