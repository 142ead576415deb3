"""What Alembic runs: the steps on the connection that was handed to it, and on nothing else."""

from __future__ import annotations

from alembic import context

from cgcounter.storage.tables import LOG

context.configure(
    connection=context.config.attributes["connection"], target_metadata=LOG, render_as_batch=True
)
context.run_migrations()
