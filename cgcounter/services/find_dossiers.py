"""What a scan or a typed word means, and the dossiers it finds."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain import codes, names
from cgcounter.domain.codes import ScanKind
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.id_cards import Acceptance, IdCardReading, read_id_card
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import DossierNotFoundError, Page, TileCounts, View
from cgcounter.services.workplace import Workplace

MOST_HITS: Final = 50


class Work(StrEnum):
    """Whose work the processing desk lists: all that waits in the unit, or what one holds oneself."""

    UNIT = "unit"
    MINE = "mine"


class Found(Struct, frozen=True, kw_only=True):
    """What an input of the scan-or-search field led to; exactly one of the parts is filled."""

    kind: ScanKind
    card: IdCardReading | None = None
    procedure: Procedure | None = None
    lines: tuple[DossierLine, ...] = ()


class FindDossiers:
    """The one scan-or-search field (5.2): card, dossier code, procedure, else text."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, text: str) -> Found:
        """Resolve an input; raises MalformedCodeError or DossierNotFoundError for a code that leads nowhere."""
        text = names.nfc(text)
        kind = codes.scan_kind(text)
        if kind is ScanKind.ID_CARD:
            return self._card(text)
        if kind is ScanKind.PROCEDURE:
            return self._procedure(text)
        if kind in {ScanKind.DOSSIER_CODE, ScanKind.CODE_ALIAS}:
            return self._code(kind, text)
        return Found(kind=kind, lines=self.search(text))

    def _card(self, text: str) -> Found:
        card = read_id_card(text)
        if card.accepted is Acceptance.NO:
            return Found(kind=ScanKind.TEXT, lines=self.search(text))
        with self._workplace.store.look() as reading:
            lines = reading.dossiers.of_person(card.personal_id, limit=MOST_HITS)
        return Found(kind=ScanKind.ID_CARD, card=card, lines=lines)

    def _procedure(self, text: str) -> Found:
        with self._workplace.store.look() as reading:
            procedure = reading.reference.catalogue().catalogue.find(text)
        return Found(kind=ScanKind.PROCEDURE, procedure=procedure)

    def _code(self, kind: ScanKind, code: str) -> Found:
        with self._workplace.store.look() as reading:
            lines = reading.dossiers.by_code(code)
        if not lines and kind is ScanKind.CODE_ALIAS:
            # Ten digits may be a typed phone number as well.
            return Found(kind=ScanKind.TEXT, lines=self.search(code))
        if not lines:
            raise DossierNotFoundError(code=code)
        return Found(kind=kind, lines=lines)

    def search(self, text: str) -> tuple[DossierLine, ...]:
        """Rows for a typed text, exact marks first."""
        query = names.nfc(text)
        if not query:
            return ()
        with self._workplace.store.look() as reading:
            return reading.dossiers.search(query, limit=MOST_HITS)

    def of_person(self, personal_id: str) -> tuple[DossierLine, ...]:
        """What this person has brought before, newest first."""
        with self._workplace.store.look() as reading:
            return reading.dossiers.of_person(personal_id, limit=MOST_HITS)

    def of_group(self, dossier: Dossier) -> tuple[DossierLine, ...]:
        """What the same submitter handed in together with a dossier, from the next one round to the one before."""
        if dossier.group is None:
            return ()
        with self._workplace.store.look() as reading:
            lines = reading.dossiers.of_group(dossier.group)
        place = next((place for place, line in enumerate(lines) if line.id == dossier.id), 0)
        return lines[place + 1 :] + lines[:place]


class OpenDossier:
    """Reads one dossier whole."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, dossier_id: DossierId) -> Dossier:
        """The folded dossier; raises DossierNotFoundError."""
        with self._workplace.store.look() as reading:
            return reading.dossiers.get(dossier_id)


class ListDossiers:
    """The list beside the task, with its four tiles."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, view: View, after: str | None = None, *, limit: int = 100) -> Page:
        """A page of the list."""
        with self._workplace.store.look() as reading:
            return reading.dossiers.page(view, now=self._workplace.clock.now(), after=after, limit=limit)

    def work(self, actor: Actor, whose: Work, after: str | None = None, *, limit: int = 100) -> Page:
        """A page of what waits to be worked on in the actor's unit, the next deadline first."""
        by = actor.id if whose is Work.MINE else None
        with self._workplace.store.look() as reading:
            return reading.dossiers.held_in(actor.unit_key, by=by, after=after, limit=limit)

    def counts(self) -> TileCounts:
        """The figures of the tiles now."""
        with self._workplace.store.look() as reading:
            return reading.dossiers.counts(self._workplace.clock.now())
