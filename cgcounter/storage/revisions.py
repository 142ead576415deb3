"""Which revision of the log's tables a file has, and the way up to the one this program reads."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from cgcounter.storage.failures import DamagedFileError, NewerFileError

HEAD: Final = "0001"
KNOWN: Final = ("0001",)
"""The revisions in their order, so that opening a file of today need not import Alembic."""

_SCRIPTS: Final = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str:
    """The revision of a file; raises NewerFileError for one unknown here, DamagedFileError when it has none."""
    has_log = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('alembic_version', 'event')"
    ).scalar_one()
    found = (
        connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if has_log else None
    )
    if found is None:
        raise DamagedFileError(part="revision")
    if found not in KNOWN:
        raise NewerFileError(revision=found)
    return str(found)


def upgrade(connection: Connection) -> None:
    """Lead the tables of the log to HEAD within the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
