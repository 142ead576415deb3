"""The tables of the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the first version."""
    _make_log()
    _make_counters()
    op.create_table(
        "reference",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "version", name="reference_pkey"),
    )
    op.create_table(
        "draft",
        sa.Column("owner", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("owner", name="draft_pkey"),
    )


def _make_log() -> None:
    op.create_table(
        "event",
        sa.Column("rowid", sa.Integer(), nullable=False),
        sa.Column("origin", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("event_id", sa.LargeBinary(), nullable=False),
        sa.Column("feed_seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("rowid", name="event_pkey"),
        sa.UniqueConstraint("origin", "seq", name="event_origin_seq_key"),
        sa.UniqueConstraint("event_id", name="event_event_id_key"),
    )
    op.create_table(
        "origin_head",
        sa.Column("origin", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("origin", name="origin_head_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="meta_pkey"),
        sqlite_with_rowid=False,
    )


def _make_counters() -> None:
    op.create_table(
        "code_counter",
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("slot", "day", name="code_counter_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "register_counter",
        sa.Column("volume", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("volume", "year", name="register_counter_pkey"),
        sqlite_with_rowid=False,
    )
