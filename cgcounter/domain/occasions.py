"""Which forms a dossier has occasion for: each form follows from something that happened."""

from __future__ import annotations

from typing import Final

from cgcounter.domain.dossier import Dossier, HistoryLine
from cgcounter.domain.facts import (
    ApologyMade,
    DossierReceived,
    DossierRefused,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    GuidanceGiven,
    HandedOver,
    IntakeRefused,
    ProcessingStopped,
    SupplementRequested,
)
from cgcounter.domain.forms import FormKey

_OCCASIONS: Final[dict[FormKey, tuple[type[Fact], ...]]] = {
    FormKey.RECEIPT: (DossierReceived,),
    FormKey.SUPPLEMENT: (GuidanceGiven, SupplementRequested),
    FormKey.REFUSAL: (IntakeRefused, DossierRefused),
    FormKey.CONTROL_SLIP: (HandedOver,),
    FormKey.APOLOGY: (ApologyMade,),
    FormKey.STOP_NOTICE: (ProcessingStopped, DossierWithdrawn),
    FormKey.PAYMENT_SLIP: (FeeCollected, FeeRefunded),
}


def forms_of(dossier: Dossier) -> tuple[FormKey, ...]:
    """The forms that can be printed of a dossier now, that of the newest occasion first."""
    places = {form: _place(dossier, form) for form in _OCCASIONS}
    known = [(place, form) for form, place in places.items() if place is not None]
    return tuple(form for _, form in sorted(known, key=lambda one: -one[0]))


def occasion(dossier: Dossier, form: FormKey) -> HistoryLine | None:
    """What happened last that this form tells of; an act that did not count is none."""
    place = _place(dossier, form)
    return None if place is None else dossier.history[place]


def times_printed(dossier: Dossier, form: FormKey) -> int:
    """How often the form went to paper since its occasion: 0 is the first print, n the n-th reprint."""
    place = _place(dossier, form) or 0
    prints = (line.fact for line in dossier.history[place:] if isinstance(line.fact, FormPrinted))
    return sum(1 for one in prints if one.form == form)


def _place(dossier: Dossier, form: FormKey) -> int | None:
    facts = _OCCASIONS.get(form, ())
    places = (
        place for place, line in enumerate(dossier.history) if line.applied and isinstance(line.fact, facts)
    )
    return max(places, default=None)
