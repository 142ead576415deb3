"""What the address line offers: where the people of earlier dossiers live, found with a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from cgcounter.domain.names import exact_marks, matches
from cgcounter.gui.intake.person_part import PersonPart
from cgcounter.gui.stage import Stage

MOST_OFFERED: Final = 8


class AddressSearch(QObject):
    """Answers at once, from the addresses in memory; the one that was saved last is offered first."""

    def __init__(self, part: PersonPart, stage: Stage) -> None:
        super().__init__(part)
        self._stage = stage
        self._known: tuple[str, ...] = ()
        part.search_addresses_with(self._search)

    def load(self) -> None:
        """Read the addresses of the dossiers of late."""
        ask = self._stage.cases.prepare_intake.addresses
        self._stage.runner.run(ask, owner=self, done=self._take, failed=lambda _: None)

    def remember(self, address: str) -> None:
        """Offer an address that was just saved."""
        if address:
            self._known = (address, *(known for known in self._known if known != address))

    def _search(self, text: str) -> Sequence[str]:
        found = [address for address in self._known if matches(text, address)]
        return sorted(found, key=lambda address: not exact_marks(text, address))[:MOST_OFFERED]

    def _take(self, addresses: tuple[str, ...]) -> None:
        self._known = addresses
