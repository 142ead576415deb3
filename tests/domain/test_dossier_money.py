"""What a dossier says of its money: taken, given back, still owed (facts 8; sync 8, C6)."""

from __future__ import annotations

import pytest

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import Fact, FeeCollected, FeeRefunded, ParticularsCorrected
from cgcounter.domain.fold import fold
from cgcounter.domain.particulars import Fee, OfficialReceipt
from tests.domain.lives import LATER, line


def lived(*facts: Fact) -> Dossier:
    """An intake with a fee of 8.000 đồng, and what followed it."""
    return fold(line(*facts))


def test_money_adds_up() -> None:
    """8: what was taken, less what was given back; what is left of the fee is owed."""
    part = FeeCollected(
        collected_at=LATER, amount_dong=3000, number="00001", official=OfficialReceipt("0001234")
    )
    back = FeeRefunded(refunded_at=LATER, amount_dong=1000, reason="Thu thừa")
    assert (lived().collected_dong, lived().owed_dong) == (0, 8000)
    assert (lived(part).collected_dong, lived(part).owed_dong) == (3000, 5000)
    dossier = lived(part, back)
    assert (dossier.collected_dong, dossier.owed_dong) == (2000, 6000)
    assert (dossier.collected, dossier.refunded) == ((part,), (back,))


@pytest.mark.parametrize(
    ("taken", "given_back", "collected", "owed"),
    [(8000, 0, 8000, 0), (9000, 0, 9000, 0), (8000, 16_000, 0, 8000), (0, 5000, 0, 8000)],
)
def test_money_is_never_below_nothing(taken: int, given_back: int, collected: int, owed: int) -> None:
    """Two counters that give the same money back apart (C6) make no debt of the citizen; a fee paid twice neither."""
    facts = (
        FeeCollected(collected_at=LATER, amount_dong=taken),
        FeeRefunded(refunded_at=LATER, amount_dong=given_back, reason="Rút hồ sơ"),
    )
    assert (lived(*facts).collected_dong, lived(*facts).owed_dong) == (collected, owed)


def test_a_correction_of_the_fee_changes_what_is_owed() -> None:
    """The fee is what it was corrected to; what was taken before stays taken."""
    taken = FeeCollected(collected_at=LATER, amount_dong=8000)
    less = ParticularsCorrected(corrected_at=LATER, reason="Miễn", fee=Fee(exemption="Hộ nghèo"))
    more = ParticularsCorrected(corrected_at=LATER, reason="Sai số trang", fee=Fee(amount_dong=10_000))
    assert lived(taken, less).owed_dong == 0
    assert lived(taken, more).owed_dong == 2000
