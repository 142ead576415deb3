"""Which revision of the log's tables a file has, and the way up to the one this program reads."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from cgcounter.storage.engine import Access
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


def upgrade(file: Path, key: bytes, access: Access) -> None:
    """Lead the tables of the log to HEAD in one transaction; raises DataFileError subclasses."""
    from alembic import command
    from alembic.config import Config

    from cgcounter.storage.alchemy import alchemy_trouble, make_engine

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    engine = make_engine(file, key, access)
    try:
        with alchemy_trouble(), engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)
    finally:
        engine.dispose()
