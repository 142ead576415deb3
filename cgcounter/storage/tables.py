"""The tables of the data file: those of the log, which migrations own, and projections, which can be rebuilt."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

_SQLITE: Final = sqlite.dialect()
_NAMES: Final = {
    "ix": "%(table_name)s_%(column_0_N_name)s",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "pk": "%(table_name)s_pkey",
}

LOG: Final = MetaData(naming_convention=_NAMES)

event_table: Final = Table(
    "event",
    LOG,
    Column("rowid", Integer, primary_key=True),
    Column("origin", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("event_id", LargeBinary, nullable=False),
    Column("feed_seq", Integer),
    UniqueConstraint("origin", "seq"),
    UniqueConstraint("event_id"),
)

# The last link of each chain that this counter wrote; ``begun`` orders its incarnations. The district has the chain
# up to ``acknowledged``, and a verified copy of the district's data up to ``durable``.
origin_head: Final = Table(
    "origin_head",
    LOG,
    Column("origin", LargeBinary, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("begun", Integer, nullable=False, server_default="0"),
    Column("acknowledged", Integer, nullable=False, server_default="0"),
    Column("durable", Integer, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)

# What vouches for a chain up to a number: the signature of the counter that wrote it.
seal: Final = Table(
    "seal",
    LOG,
    Column("origin", LargeBinary, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("signature", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

meta: Final = Table(
    "meta",
    LOG,
    Column("key", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

code_counter: Final = Table(
    "code_counter",
    LOG,
    Column("slot", Integer, primary_key=True),
    Column("day", String, primary_key=True),
    Column("next", Integer, nullable=False),
    sqlite_with_rowid=False,
)

register_counter: Final = Table(
    "register_counter",
    LOG,
    Column("volume", String, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("next", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Versions are added, never changed.
reference: Final = Table(
    "reference",
    LOG,
    Column("kind", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("source", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

draft: Final = Table(
    "draft",
    LOG,
    Column("owner", LargeBinary, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Whoever changes one of these raises ``projections.PROJECTION_VERSION``.
PROJECTIONS: Final = MetaData(naming_convention=_NAMES)

# Which events make a dossier; the bodies live in ``event`` only.
dossier_event: Final = Table(
    "dossier_event",
    PROJECTIONS,
    Column("dossier", LargeBinary, primary_key=True),
    Column("event", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# One row a dossier. ``number`` is the rowid of the event that began it, so that a rebuilt row gets the same one.
# Times are whole microseconds since 1970.
dossier: Final = Table(
    "dossier",
    PROJECTIONS,
    Column("number", Integer, primary_key=True),
    Column("id", LargeBinary, nullable=False),
    Column("code", String, nullable=False),
    Column("status", String, nullable=False),
    Column("procedure_code", String, nullable=False),
    Column("procedure_name", String, nullable=False),
    Column("field", String, nullable=False),
    Column("name", String, nullable=False),
    Column("personal_id", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("address", String, nullable=False),
    Column("received_at", Integer),
    Column("received_by", LargeBinary),
    Column("due_at", Integer),
    Column("released_at", Integer),
    Column("returned_at", Integer),
    Column("fee_dong", Integer, nullable=False),
    Column("receipt_printed", Boolean, nullable=False),
    Column("same_day", Boolean, nullable=False),
    Column("register_volume", String, nullable=False),
    Column("register_number", Integer, nullable=False),
    Column("task", String),
    Column("held_unit", String, nullable=False),
    Column("held_by", LargeBinary),
    Column("deadline", Integer),
    Column("told", Boolean, nullable=False),
    Column("on_paper", Boolean, nullable=False),
    # What a dossier is found by.
    Column("begun_at", Integer, nullable=False),
    Column("pending_due_at", Integer),
    Column("unprinted_since", Integer),
    Column("waiting_since", Integer),
    Column("held_until", Integer),
    Column("handed_on_paper_at", Integer),
    Column("code_serial", String, nullable=False),
    Column("code_day", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("last_word_key", String, nullable=False),
    Column("personal_id_key", String),
    Column("phone_key", String),
    Column("group_key", LargeBinary),
    # 1, and for the n-th dossier that bears the same code n.
    Column("clash", Integer, nullable=False, server_default="1"),
)

Index("dossier_begun_at", dossier.c.begun_at)
Index("dossier_code", dossier.c.code_serial, dossier.c.code_day)
Index("dossier_name_key", dossier.c.name_key)
Index("dossier_last_word_key", dossier.c.last_word_key)
for _column in (
    "pending_due_at",
    "unprinted_since",
    "waiting_since",
    "returned_at",
    "handed_on_paper_at",
    "personal_id_key",
    "phone_key",
    "group_key",
):
    Index(f"dossier_{_column}", dossier.c[_column], sqlite_where=dossier.c[_column].is_not(None))

for _name, _holder in (("held", ("held_unit",)), ("held_by", ("held_unit", "held_by"))):
    Index(
        f"dossier_{_name}",
        *(dossier.c[_column] for _column in (*_holder, "held_until")),
        sqlite_where=dossier.c.held_until.is_not(None),
    )

# One row a payment; ``event`` is the rowid of its event, ``dossier`` the number of its dossier.
payment: Final = Table(
    "payment",
    PROJECTIONS,
    Column("event", Integer, primary_key=True),
    Column("id", LargeBinary, nullable=False),
    Column("dossier", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("by", LargeBinary, nullable=False),
    Column("kind", String, nullable=False),
    Column("amount_dong", Integer, nullable=False),
    Column("slip_number", String, nullable=False),
    Column("official_number", String, nullable=False),
    Column("official_template", String, nullable=False),
    Column("official_series", String, nullable=False),
    Column("fee_kind", String),
    Column("reason", String, nullable=False),
)
Index("payment_at", payment.c.at)

# Found by any word of the name, and numbered when a code occurs twice; kept by the database itself, so that a row
# and what hangs on it cannot part. A code is written once, by the event that begins the dossier.
# Prefix indices up to the length of a syllable: without them a short beginning merges the rows of many words
# (40 ms instead of 0.3 ms at 1,000,000 names).
_FOLLOWERS: Final = (
    """CREATE VIRTUAL TABLE dossier_name USING fts5(
        name_key, content='dossier', content_rowid='number', columnsize=0, detail=none,
        prefix='1 2 3 4 5 6', tokenize="ascii tokenchars '_'")""",
    """CREATE TRIGGER dossier_name_added AFTER INSERT ON dossier BEGIN
        INSERT INTO dossier_name(rowid, name_key) VALUES (new.number, new.name_key);
    END""",
    """CREATE TRIGGER dossier_name_changed AFTER UPDATE OF name_key ON dossier WHEN new.name_key <> old.name_key BEGIN
        INSERT INTO dossier_name(dossier_name, rowid, name_key) VALUES ('delete', old.number, old.name_key);
        INSERT INTO dossier_name(rowid, name_key) VALUES (new.number, new.name_key);
    END""",
    """CREATE TRIGGER dossier_code_clash AFTER INSERT ON dossier WHEN new.code <> '' AND EXISTS (
        SELECT 1 FROM dossier WHERE code_serial = new.code_serial AND code_day = new.code_day
        AND code = new.code AND number <> new.number) BEGIN
        UPDATE dossier SET clash = (
            SELECT count(*) FROM dossier AS other WHERE other.code_serial = new.code_serial
            AND other.code_day = new.code_day AND other.code = new.code AND other.number <= dossier.number)
        WHERE code_serial = new.code_serial AND code_day = new.code_day AND code = new.code;
    END""",
)


def projection_schema() -> list[str]:
    """The statements that make the projections, in their order."""
    parts: list[str] = []
    for table in PROJECTIONS.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=_SQLITE)))
        indices = sorted(table.indexes, key=lambda index: str(index.name))
        parts.extend(str(CreateIndex(index).compile(dialect=_SQLITE)) for index in indices)
    return [*parts, *_FOLLOWERS]
