"""The work between counter and result: hand a dossier over, record the answer."""

from __future__ import annotations

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import HandedOver, ResultRecorded
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.particulars import DossierId, ResultKind
from cgcounter.domain.staff import Actor
from cgcounter.services.refuse_intake import ReasonMissingError
from cgcounter.services.workplace import Workplace


class StartProcessing:
    """The counter hands the dossier to those who work on it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, actor: Actor, dossier_id: DossierId) -> Dossier:
        """Hand over; raises ActForbiddenError, RoleMissingError, DossierNotFoundError."""
        now = self._workplace.clock.now()
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            require_act(Act.START_PROCESSING, dossier, actor)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, (HandedOver(handed_at=now),))
            unit.commit()
        return dossier


class RecordResult:
    """The answer exists, positive or negative; its time decides whether the office was on time (3.5)."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(
        self, actor: Actor, dossier_id: DossierId, kind: ResultKind, *, number: str = "", note: str = ""
    ) -> Dossier:
        """Record; a negative answer needs its reasons in ``note`` (ReasonMissingError)."""
        now, words = self._workplace.clock.now(), names.nfc(note)
        if kind is ResultKind.NEGATIVE and not words:
            raise ReasonMissingError
        recorded = ResultRecorded(released_at=now, kind=kind, number=names.nfc(number), note=words)
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            require_act(Act.RECORD_RESULT, dossier, actor)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, (recorded,))
            unit.commit()
        return dossier
