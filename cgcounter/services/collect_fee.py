"""Money is taken and given back; official receipts are written by hand and only their numbers typed in (8)."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import Fact, FeeCollected, FeeRefunded
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act
from cgcounter.domain.money import BadAmountError, figures
from cgcounter.domain.particulars import DossierId, OfficialReceipt
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import UnitOfWork
from cgcounter.services.texts import clean_reason, clean_text
from cgcounter.services.workplace import Workplace, form_number


class AmountOutOfRangeError(BadAmountError):
    """More than is owed, or was taken, cannot be paid; ``most`` is what can, in figures."""

    code = "amount_out_of_range"


class CollectFee(Struct, frozen=True):
    """Takes what is still owed, and gives back what was taken."""

    workplace: Workplace

    def __call__(
        self,
        actor: Actor,
        dossier_id: DossierId,
        official: OfficialReceipt | None = None,
        amount_dong: int | None = None,
    ) -> Dossier:
        """Take all that is owed, or a part; ActForbiddenError where nothing is, AmountOutOfRangeError for more."""
        clean = official and clean_official(official)

        def decide(unit: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            amount = dossier.owed_dong if amount_dong is None else amount_dong
            _check(amount, dossier.owed_dong)
            return (collected(unit, amount, now, clean),)

        return self.workplace.carry_out(Act.COLLECT_FEE, actor, dossier_id, decide)

    def refund(self, actor: Actor, dossier_id: DossierId, amount_dong: int, reason: str) -> Dossier:
        """Give back; raises ReasonMissingError, AmountOutOfRangeError for more than was taken."""
        words = clean_reason(reason)

        def decide(_: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            _check(amount_dong, dossier.collected_dong)
            return (FeeRefunded(refunded_at=now, amount_dong=amount_dong, reason=words),)

        return self.workplace.carry_out(Act.REFUND_FEE, actor, dossier_id, decide)


def _check(amount_dong: int, most_dong: int) -> None:
    if not 0 < amount_dong <= most_dong:
        raise AmountOutOfRangeError(most=figures(most_dong))


def collected(
    unit: UnitOfWork, amount_dong: int, now: datetime, official: OfficialReceipt | None
) -> FeeCollected:
    """The fact that an amount was taken, with the next number of the internal payment slip."""
    number = f"{form_number(unit, FormKey.PAYMENT_SLIP, now):05d}"
    return FeeCollected(collected_at=now, amount_dong=amount_dong, number=number, official=official)


def clean_official(official: OfficialReceipt) -> OfficialReceipt | None:
    """The typed numbers in NFC; None where nothing was typed."""
    clean = msgspec.structs.replace(
        official,
        number=clean_text("official_number", official.number),
        template=clean_text("official_template", official.template),
        series=clean_text("official_series", official.series),
    )
    return clean if clean.number else None
