"""What a clerk is typing survives a power cut: the draft is kept at every pause and offered again."""

from __future__ import annotations

import msgspec

from cgcounter.domain.staff import Actor
from cgcounter.services.intake import Intake
from cgcounter.services.workplace import Workplace


class KeepDraft:
    """One draft a person; it is cleared by the act that saves the dossier."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, actor: Actor, intake: Intake) -> None:
        """Keep what is typed so far; a PIN never is."""
        intake = msgspec.structs.replace(intake, overruling=None)
        with self._workplace.store.begin() as unit:
            unit.drafts.save(actor.id, msgspec.msgpack.encode(intake))
            unit.commit()

    def load(self, actor: Actor) -> Intake | None:
        """What this person had typed; None when there is nothing, or nothing this version can read."""
        with self._workplace.store.look() as reading:
            body = reading.drafts.load(actor.id)
        if body is None:
            return None
        try:
            return msgspec.msgpack.decode(body, type=Intake)
        except msgspec.MsgspecError:
            return None

    def discard(self, actor: Actor) -> None:
        """Forget the draft."""
        with self._workplace.store.begin() as unit:
            unit.drafts.clear(actor.id)
            unit.commit()
