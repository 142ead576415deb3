"""Money that is taken and given back."""

from __future__ import annotations

import pytest

from cgcounter.domain.facts import FeeCollected, FeeRefunded
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.money import BadAmountError
from cgcounter.domain.particulars import OfficialReceipt
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import Desk, an_intake, at


def test_what_is_owed_is_taken_once(desk: Desk) -> None:
    """The internal slip has a number; a second time nothing is owed."""
    dossier = desk.receive()
    assert dossier.owed_dong == 50_000
    paid = desk.cases.acts.collect_fee(desk.clerk, dossier.id, OfficialReceipt(" 0001234 ", series="AA/22P"))
    assert paid.collected == (
        FeeCollected(at(10, 8, 15), 50_000, "00001", OfficialReceipt("0001234", series="AA/22P")),
    )
    assert (paid.owed_dong, paid.collected_dong) == (0, 50_000)
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.collect_fee(desk.clerk, dossier.id)


def test_an_official_receipt_is_never_made_up(desk: Desk) -> None:
    """Without a typed number there is none."""
    paid = desk.cases.acts.collect_fee(desk.clerk, desk.receive().id, OfficialReceipt("  "))
    assert paid.collected[0].official is None


def test_who_is_exempt_owes_nothing(desk: Desk) -> None:
    """An exemption with its reason leaves nothing to take."""
    exempt = desk.cases.receive_dossier(desk.clerk, an_intake(exemption="Hộ nghèo"))
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.collect_fee(desk.clerk, exempt.id)


def test_money_of_a_withdrawn_dossier_is_given_back(desk: Desk) -> None:
    """In part or in whole, with a reason, never more than was taken."""
    dossier = desk.receive()
    desk.cases.acts.collect_fee(desk.clerk, dossier.id)
    desk.cases.acts.end_dossier.withdraw(desk.clerk, dossier.id)
    for amount in (0, -1, 50_001):
        with pytest.raises(BadAmountError):
            desk.cases.acts.collect_fee.refund(desk.clerk, dossier.id, amount, "Rút hồ sơ")
    with pytest.raises(ReasonMissingError):
        desk.cases.acts.collect_fee.refund(desk.clerk, dossier.id, 20_000, "")
    part = desk.cases.acts.collect_fee.refund(desk.clerk, dossier.id, 20_000, "Rút hồ sơ")
    assert part.refunded == (FeeRefunded(at(10, 8, 15), 20_000, "Rút hồ sơ"),)
    assert part.collected_dong == 30_000
    with pytest.raises(BadAmountError):
        desk.cases.acts.collect_fee.refund(desk.clerk, dossier.id, 30_001, "Rút hồ sơ")
