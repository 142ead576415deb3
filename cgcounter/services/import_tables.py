"""A file of tables is taken in: a look that only says what would change, then one transaction."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain.staff import Actor, require_role
from cgcounter.services.import_catalogue import ImportCatalogue
from cgcounter.services.import_change import ImportChange
from cgcounter.services.import_reference import ImportCalendar, ImportUnits
from cgcounter.services.ports import CodeMarks, Progress, untold
from cgcounter.services.table_file import TABLES, ImportKind, TableFile
from cgcounter.services.take_over_dossiers import IMPORTERS, TakeOverDossiers
from cgcounter.services.workplace import Workplace


class ImportTables(Struct, frozen=True):
    """Takes in a file of whatever kind; each kind has its own use case."""

    catalogue: ImportCatalogue
    calendar: ImportCalendar
    units: ImportUnits
    dossiers: TakeOverDossiers

    @classmethod
    def at(cls, workplace: Workplace, marks: CodeMarks) -> ImportTables:
        """All of them at one workplace."""
        return cls(
            catalogue=ImportCatalogue(workplace),
            calendar=ImportCalendar(workplace),
            units=ImportUnits(workplace),
            dossiers=TakeOverDossiers(workplace, marks),
        )

    def __call__(
        self, actor: Actor, file: TableFile, *, dry_run: bool, progress: Progress = untold
    ) -> ImportChange:
        """Take a file in, or only say what would change, in one transaction.

        Raises RoleMissingError, ColumnsMissingError, what the use case of the kind raises, and what ``progress``
        raises: then nothing was written.
        """
        require_role(actor, IMPORTERS)
        file.require_columns()
        source, rows = file.source, {table.name: table.rows for table in file.tables}
        match file.kind:
            case ImportKind.CATALOGUE:
                tables = (rows[name] for name in TABLES[file.kind])
                return self.catalogue(*tables, source=source, dry_run=dry_run)
            case ImportKind.CALENDAR:
                return self.calendar(rows["calendar"], source=source, dry_run=dry_run)
            case ImportKind.UNITS:
                return self.units(rows["units"], source=source, dry_run=dry_run)
            case ImportKind.DOSSIERS:
                return self.dossiers(
                    actor, rows["dossiers"], source=source, dry_run=dry_run, progress=progress
                )
