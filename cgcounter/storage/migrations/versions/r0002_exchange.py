"""What the exchange with the district needs: how far own chains are known there, and the seals of all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Own chains get an order; of those of before the one that is written is the last."""
    for name in ("begun", "acknowledged", "durable"):
        op.add_column("origin_head", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE origin_head SET begun = 1 WHERE origin = (SELECT value FROM meta WHERE key = 'origin')"
    )
    op.create_table(
        "seal",
        sa.Column("origin", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("origin", "seq", name="seal_pkey"),
        sqlite_with_rowid=False,
    )
