"""A new catalogue is taken in: a look first, then one transaction; dossiers keep the version of their intake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.domain.tables import RowRefusal
from cgcounter.services.ports import NotSetUpError, Reading
from cgcounter.services.workplace import Workplace


class CatalogueChange(Struct, frozen=True):
    """What an import does, by procedure code; ``version`` is 0 for a dry run."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    refusals: tuple[RowRefusal, ...]
    version: int = 0


class CataloguePreview(Struct, frozen=True):
    """What a file holds, and what taking it in would change."""

    catalogue: Catalogue
    change: CatalogueChange

    @property
    def is_wrong_file(self) -> bool:
        """A file of which every row is refused is the wrong file, not an empty catalogue."""
        return bool(self.change.refusals) and not self.catalogue.procedures

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self.change.new or self.change.changed or self.change.gone)


def preview_catalogue(
    present: Catalogue, procedures: Iterable[Mapping[str, str]], papers: Iterable[Mapping[str, str]]
) -> CataloguePreview:
    """Read rows beside the present catalogue; rows that cannot be read are refused by number."""
    read = catalogue_from_rows(procedures, papers)
    return CataloguePreview(read.catalogue, _difference(present, read.catalogue, read.refusals))


class ImportCatalogue:
    """Reads rows of procedures and papers into a new version of the catalogue."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(
        self,
        procedures: Iterable[Mapping[str, str]],
        papers: Iterable[Mapping[str, str]],
        *,
        source: str,
        dry_run: bool,
    ) -> CatalogueChange:
        """Import; rows that cannot be read are refused by number and the others are taken."""
        with self._workplace.store.begin() as unit:
            preview = preview_catalogue(_present(unit), procedures, papers)
            change = preview.change
            if dry_run or preview.is_wrong_file or not preview.changes_anything:
                return change
            version = unit.reference.put_catalogue(
                preview.catalogue, source=source, at=self._workplace.clock.now()
            )
            unit.commit()
        return CatalogueChange(change.new, change.changed, change.gone, change.refusals, version)


def _present(reading: Reading) -> Catalogue:
    try:
        return reading.reference.catalogue().catalogue
    except NotSetUpError:
        return Catalogue(())


def _difference(old: Catalogue, new: Catalogue, refusals: tuple[RowRefusal, ...]) -> CatalogueChange:
    before, after = _by_code(old), _by_code(new)
    return CatalogueChange(
        new=tuple(code for code in after if code not in before),
        changed=tuple(code for code in after if code in before and after[code] != before[code]),
        gone=tuple(code for code in before if code not in after),
        refusals=refusals,
    )


def _by_code(catalogue: Catalogue) -> dict[str, tuple[Procedure, ...]]:
    """Every version of each code."""
    versions: dict[str, tuple[Procedure, ...]] = {}
    for one in catalogue.procedures:
        versions[one.code] = (*versions.get(one.code, ()), one)
    return versions
