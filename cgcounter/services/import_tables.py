"""A file of tables is taken in: a look that only says what would change, then one transaction."""

from __future__ import annotations

from cgcounter.domain.staff import Actor, require_role
from cgcounter.services.import_change import ImportChange
from cgcounter.services.ports import Progress, untold
from cgcounter.services.table_file import TABLES, ImportKind, TableFile
from cgcounter.services.take_over_dossiers import IMPORTERS
from cgcounter.services.use_cases import UseCases


def take_in(
    cases: UseCases, actor: Actor, file: TableFile, *, dry_run: bool, progress: Progress = untold
) -> ImportChange:
    """Take a file in, or only say what would change, in one transaction.

    Raises RoleMissingError, ColumnsMissingError, what the use case of the kind raises, and what ``progress`` raises:
    then nothing was written.
    """
    require_role(actor, IMPORTERS)
    file.require_columns()
    rows = {table.name: table.rows for table in file.tables}
    match file.kind:
        case ImportKind.CATALOGUE:
            tables = (rows[name] for name in TABLES[file.kind])
            return cases.import_catalogue(*tables, source=file.source, dry_run=dry_run)
        case ImportKind.CALENDAR:
            return cases.import_calendar(rows["calendar"], source=file.source, dry_run=dry_run)
        case ImportKind.UNITS:
            return cases.import_units(rows["units"], source=file.source, dry_run=dry_run)
        case ImportKind.DOSSIERS:
            return cases.take_over_dossiers(
                actor, rows["dossiers"], source=file.source, dry_run=dry_run, progress=progress
            )
