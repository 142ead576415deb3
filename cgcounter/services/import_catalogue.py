"""A new catalogue is taken in: a look first, then one transaction; dossiers keep the version of their intake."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from cgcounter.domain.catalogue_tables import Rows, catalogue_from_rows
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.services.import_change import ImportChange, difference
from cgcounter.services.ports import NotSetUpError, Reading
from cgcounter.services.workplace import Workplace


class CataloguePreview(Struct, frozen=True):
    """What a file holds, and what taking it in would change."""

    catalogue: Catalogue
    change: ImportChange

    @property
    def is_wrong_file(self) -> bool:
        """A file of which every row is refused is the wrong file, not an empty catalogue."""
        return bool(self.change.refusals) and not self.catalogue.procedures

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to take in."""
        return self.change.is_any


def preview_catalogue(
    present: Catalogue, procedures: Rows, papers: Rows, terms: Rows = ()
) -> CataloguePreview:
    """Read rows beside the present catalogue; rows that cannot be read are refused by number."""
    read = catalogue_from_rows(procedures, papers, terms)
    change = difference(_by_code(present), _by_code(read.catalogue), read.refusals)
    return CataloguePreview(read.catalogue, change)


class ImportCatalogue:
    """Reads rows of procedures, papers and terms into a new version of the catalogue."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(
        self, procedures: Rows, papers: Rows, terms: Rows = (), *, source: str, dry_run: bool
    ) -> ImportChange:
        """Import; rows that cannot be read are refused by number, and then nothing is taken."""
        with self._workplace.store.begin() as unit:
            preview = preview_catalogue(_present(unit), procedures, papers, terms)
            if dry_run or not preview.change.is_whole:
                return preview.change
            version = unit.reference.put_catalogue(
                preview.catalogue, source=source, at=self._workplace.clock.now()
            )
            unit.commit()
        return msgspec.structs.replace(preview.change, version=version)


def _present(reading: Reading) -> Catalogue:
    try:
        return reading.reference.catalogue().catalogue
    except NotSetUpError:
        return Catalogue(())


def _by_code(catalogue: Catalogue) -> dict[str, tuple[Procedure, ...]]:
    """Every version of each code."""
    versions: dict[str, tuple[Procedure, ...]] = {}
    for one in catalogue.procedures:
        versions[one.code] = (*versions.get(one.code, ()), one)
    return versions
