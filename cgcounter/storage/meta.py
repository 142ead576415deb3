"""The few facts that a data file keeps about itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cgcounter.storage.transaction import Sql, Transaction


class Fact(StrEnum):
    """What is kept.

    The origin that events are written under, the projections' version, the last good backup; of the district's feed
    the epoch, the last number that was read and the digest up to it.
    """

    ORIGIN = "origin"
    PROJECTION_VERSION = "projection_version"
    LAST_BACKUP = "last_backup"
    FEED_EPOCH = "feed_epoch"
    FEED_SEQ = "feed_seq"
    FEED_DIGEST = "feed_digest"


_FIND: Final = Sql("SELECT value FROM meta WHERE key = :key")
_PUT: Final = Sql(
    "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


def find_fact(transaction: Transaction, fact: Fact) -> bytes | None:
    """What the file says, None when it says nothing."""
    value: bytes | None = transaction.value(_FIND, {"key": fact})
    return value


def put_fact(transaction: Transaction, fact: Fact, value: bytes) -> None:
    """Write it down, over what stood there."""
    transaction.run(_PUT, {"key": fact, "value": value})
