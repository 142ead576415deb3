"""What an import does to what the office works by."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from cgcounter.domain.tables import RowRefusal


class ImportChange(Struct, frozen=True):
    """What an import does, by code, date or key; ``version`` is 0 where nothing was written.

    ``unchanged`` counts what stays as it was.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    refusals: tuple[RowRefusal, ...]
    version: int = 0
    unchanged: int = 0

    @property
    def is_any(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self.new or self.changed or self.gone)

    @property
    def is_whole(self) -> bool:
        """Whether a table that stands for all of its kind may take the place of the last one.

        A row that cannot be read would be one that is gone.
        """
        return self.is_any and not self.refusals


def difference(
    before: Mapping[str, object], after: Mapping[str, object], refusals: tuple[RowRefusal, ...]
) -> ImportChange:
    """What is new, what is no longer as it was, and what is no longer there."""
    return ImportChange(
        new=tuple(key for key in after if key not in before),
        changed=tuple(key for key in after if key in before and after[key] != before[key]),
        gone=tuple(key for key in before if key not in after),
        refusals=refusals,
        unchanged=sum(1 for key in after if key in before and after[key] == before[key]),
    )
