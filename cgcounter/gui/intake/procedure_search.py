"""What the procedure line offers: the favourites of the office, and what letters or a code find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.intake.procedure_part import Offer, ProcedurePart
from cgcounter.gui.stage import Stage

FAVOURITES: Final = 9


class ProcedureSearch(QObject):
    """Answers at once, from the catalogue in memory."""

    def __init__(self, part: ProcedurePart, stage: Stage) -> None:
        super().__init__(part)
        self._stage = stage
        self._catalogue = Catalogue(())
        self._favourites: tuple[Procedure, ...] = ()
        part.search_with(self._search)
        stage.changes.changed.connect(self._heed)

    def load(self) -> None:
        """Read the catalogue, and what was received most often of late."""
        prepare, run = self._stage.cases.prepare_intake, self._stage.runner.run
        run(prepare.catalogue, owner=self, done=self._take_catalogue, failed=lambda _: None)
        favourites = partial(prepare.favourites, FAVOURITES)
        run(favourites, owner=self, done=self._take_favourites, failed=lambda _: None)

    def find(self, code: str) -> Procedure | None:
        """The procedure of a code: the version in force, else the latest."""
        return self._catalogue.find(code, self._stage.clock.now().date())

    def _search(self, text: str) -> Sequence[Offer]:
        typed = text.strip()
        favourites = [Offer(one, digit) for digit, one in enumerate(self._favourites, start=1)]
        if not typed:
            return favourites
        found = [Offer(one) for one in self._catalogue.search(typed, self._stage.clock.now().date())]
        chosen = [offer for offer in favourites if typed == str(offer.digit)]
        return chosen + found or self._out_of_force(typed)

    def _out_of_force(self, code: str) -> list[Offer]:
        """Who types the whole code of a procedure that is no more learns by picking it what replaces it."""
        procedure = self.find(code)
        return [] if procedure is None else [Offer(procedure)]

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def _take_favourites(self, favourites: tuple[Procedure, ...]) -> None:
        self._favourites = favourites

    @Slot(object)
    def _heed(self, change: Change) -> None:
        if change.concerns(Topic.CATALOGUE, self):
            self.load()
