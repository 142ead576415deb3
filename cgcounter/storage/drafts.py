"""What people have typed and not yet saved, one draft a person."""

from __future__ import annotations

from typing import Final

from cgcounter.domain.staff import StaffId
from cgcounter.storage.transaction import Sql, Transaction

_LOAD: Final = Sql("SELECT body FROM draft WHERE owner = :of")
_CLEAR: Final = Sql("DELETE FROM draft WHERE owner = :of")
_SAVE: Final = Sql(
    "INSERT INTO draft (owner, body) VALUES (:owner, :body) ON CONFLICT (owner) DO UPDATE SET body = excluded.body"
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
