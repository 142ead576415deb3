"""Money that is taken and given back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import FeeCollected, FeeRefunded, ResultReturned
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.money import BadAmountError, FeeKind
from cgcounter.domain.particulars import Fee, OfficialReceipt
from cgcounter.domain.procedures import Catalogue
from cgcounter.services.collect_fee import AmountOutOfRangeError
from cgcounter.services.return_result import Receiver
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import Desk, an_intake, at
from tests.services.small_catalogue import DEED


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


def test_a_part_is_paid_and_the_rest_later(desk: Desk) -> None:
    """Never more than is still owed."""
    dossier = desk.receive()
    part = desk.cases.acts.collect_fee(desk.clerk, dossier.id, amount_dong=20_000)
    assert (part.collected_dong, part.owed_dong) == (20_000, 30_000)
    for amount in (0, 30_001):
        with pytest.raises(AmountOutOfRangeError):
            desk.cases.acts.collect_fee(desk.clerk, dossier.id, amount_dong=amount)
    paid = desk.cases.acts.collect_fee(desk.clerk, dossier.id)
    assert [one.amount_dong for one in paid.collected] == [20_000, 30_000]


def test_what_was_taken_by_mistake_is_given_back_at_once(desk: Desk) -> None:
    """Also while the dossier is open: it is owed again, and the drawer is right."""
    dossier = desk.receive()
    desk.cases.acts.collect_fee(desk.clerk, dossier.id)
    back = desk.cases.acts.collect_fee.refund(desk.clerk, dossier.id, 50_000, "Chưa nộp tiền")
    assert (back.collected_dong, back.owed_dong) == (0, 50_000)


def test_the_fee_is_taken_with_the_intake(desk: Desk) -> None:
    """Both or neither: one commit; the receipt that the clerk wrote is on record."""
    before = desk.store.commits
    official = OfficialReceipt(" 0001234 ", series="AA/22P")
    dossier = desk.receive(takes_fee=True, official=official)
    assert desk.store.commits == before + 1
    assert dossier.collected == (
        FeeCollected(at(10, 8, 15), 50_000, "00001", OfficialReceipt("0001234", series="AA/22P")),
    )
    assert dossier.owed_dong == 0


@pytest.mark.parametrize("kind", [None, *FeeKind])
def test_a_dossier_pins_the_kind_of_its_fee(desk: Desk, kind: FeeKind | None) -> None:
    """Phí or lệ phí, as the catalogue tells it at intake; nothing where it does not."""
    desk.put_catalogue(Catalogue((replace(DEED, fee_kind=kind),)))
    assert desk.receive().fee == Fee(50_000, kind=kind)


@pytest.mark.parametrize("changes", [{"exemption": "Hộ nghèo"}, {"fee_typed": 0}])
def test_nothing_is_taken_of_nothing(desk: Desk, changes: dict[str, object]) -> None:
    """Who is exempt pays nothing, whatever is ticked."""
    assert desk.receive(takes_fee=True, **changes).collected == ()


def test_the_fee_is_taken_with_the_return(desk: Desk) -> None:
    """Both or neither: one commit, the money before the result."""
    dossier = desk.bring_to_result()
    before = desk.store.commits
    returned = desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver(), collects=True)
    assert desk.store.commits == before + 1
    assert [type(one) for one in desk.facts()[-2:]] == [FeeCollected, ResultReturned]
    assert (returned.status, returned.owed_dong) == (Status.RETURNED, 0)


def test_a_return_without_money_leaves_it_owed(desk: Desk) -> None:
    """It can be taken afterwards; what was paid before is not taken twice."""
    unpaid = desk.bring_to_result()
    returned = desk.cases.acts.return_result(desk.clerk, unpaid.id, Receiver())
    assert returned.owed_dong == 50_000
    paid = desk.bring_to_result(takes_fee=True)
    again = desk.cases.acts.return_result(desk.clerk, paid.id, Receiver(), collects=True)
    assert [one.amount_dong for one in again.collected] == [50_000]
