"""The district's tables; the same on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

DISTRICT: Final = MetaData()
_NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")

meta: Final = Table(
    "meta",
    DISTRICT,
    Column("key", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

device: Final = Table(
    "device",
    DISTRICT,
    Column("id", LargeBinary, primary_key=True),
    Column("office", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("is_revoked", Boolean, nullable=False),
)

# An invitation that waits to be taken up; its secret is kept as a slow hash.
invitation: Final = Table(
    "invitation",
    DISTRICT,
    Column("id", LargeBinary, primary_key=True),
    Column("secret_hash", String, nullable=False),
    Column("office", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("valid_until", Integer, nullable=False),
)

# A chain of a counter, and its last event here.
origin: Final = Table(
    "origin",
    DISTRICT,
    Column("origin", LargeBinary, primary_key=True),
    Column("device", ForeignKey("device.id"), nullable=False),
    Column("seq", _NUMBER, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Column("durable_seq", _NUMBER, nullable=False),
)

event: Final = Table(
    "event",
    DISTRICT,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("origin", LargeBinary, nullable=False),
    Column("seq", _NUMBER, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("dossier", LargeBinary),
    Column("author_scope", String, nullable=False),
    Column("to_unit", String, nullable=False),
    UniqueConstraint("origin", "seq"),
)
Index("event_dossier", event.c.dossier)

seal: Final = Table(
    "seal",
    DISTRICT,
    Column("origin", LargeBinary, primary_key=True),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("signature", LargeBinary, nullable=False),
)

# Which scopes have part in a dossier.
dossier_scope: Final = Table(
    "dossier_scope",
    DISTRICT,
    Column("dossier", LargeBinary, primary_key=True),
    Column("scope", String, primary_key=True),
)

# The last number of a scope's feed; its lock makes commit order number order.
feed: Final = Table(
    "feed",
    DISTRICT,
    Column("scope", String, primary_key=True),
    Column("last", _NUMBER, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

feed_row: Final = Table(
    "feed_row",
    DISTRICT,
    Column("scope", String, primary_key=True),
    Column("feed_seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("event", ForeignKey("event.number"), nullable=False),
    Column("digest", LargeBinary, nullable=False),
    UniqueConstraint("scope", "event"),
)

set_aside: Final = Table(
    "set_aside",
    DISTRICT,
    Column("origin", LargeBinary, primary_key=True),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("reason", String, nullable=False),
)

incident: Final = Table(
    "incident",
    DISTRICT,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("origin", LargeBinary, nullable=False),
    Column("seq", _NUMBER, nullable=False),
    Column("what", String, nullable=False),
)
