"""Which revision of the log's tables a file has, and the way up to the one this program reads."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.failures import DamagedFileError, NewerFileError
from cgcounter.storage.transaction import Sql, Transaction

HEAD: Final = "0002"
KNOWN: Final = ("0001", "0002")
"""The revisions in their order, so that opening a file of today need not import Alembic."""

_HAS_REVISION: Final = Sql("SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'")
_FIND: Final = Sql("SELECT version_num FROM alembic_version")
_SCRIPTS: Final = Path(__file__).parent / "migrations"


def revision_of(transaction: Transaction) -> str:
    """The revision of a file; raises NewerFileError for one unknown here, DamagedFileError when it has none."""
    found = transaction.value(_FIND) if transaction.value(_HAS_REVISION) else None
    if found is None:
        raise DamagedFileError(part="revision")
    if found not in KNOWN:
        raise NewerFileError(revision=found)
    return str(found)


def upgrade(engine: Engine) -> None:
    """Lead the tables of the log to HEAD in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    with database_trouble(), engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
