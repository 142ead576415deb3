"""What people have typed and not yet saved, one draft a person."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from cgcounter.domain.staff import StaffId
from cgcounter.storage import tables
from cgcounter.storage.transaction import Transaction, prepared

_OWNER: Final = tables.draft.c.owner == bindparam("of")
_LOAD: Final = prepared(select(tables.draft.c.body).where(_OWNER))
_CLEAR: Final = prepared(delete(tables.draft).where(_OWNER))
_NEW = insert(tables.draft)
_SAVE: Final = prepared(
    _NEW.on_conflict_do_update(index_elements=["owner"], set_={"body": _NEW.excluded.body})
)


class SqlDrafts:
    """Drafts as opaque bytes."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def save(self, owner: StaffId, body: bytes) -> None:
        """Keep the draft over the former one."""
        self._transaction.run(_SAVE, {"owner": owner.bytes, "body": body})

    def load(self, owner: StaffId) -> bytes | None:
        """The draft of a person, None when there is none."""
        body: bytes | None = self._transaction.value(_LOAD, {"of": owner.bytes})
        return body

    def clear(self, owner: StaffId) -> None:
        """Forget the draft."""
        self._transaction.run(_CLEAR, {"of": owner.bytes})
