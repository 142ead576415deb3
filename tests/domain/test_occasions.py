"""Which forms follow from what happened to a dossier (facts 2.4, column "Form")."""

from __future__ import annotations

import pytest

from cgcounter.domain.facts import ApologyMade, Fact, FeeCollected, FeeRefunded, FormPrinted
from cgcounter.domain.fold import fold
from cgcounter.domain.forms import FormKey
from cgcounter.domain.occasions import forms_of, occasion, times_printed
from tests.domain.lives import (
    ASKED,
    DUTY,
    GUIDED,
    HANDED,
    LATER,
    REFUSED,
    REFUSED_AT_INTAKE,
    RESULT,
    RESUMED,
    RETURNED,
    STOPPED,
    SUSPENDED,
    VOIDED,
    WITHDRAWN,
    event,
    event_id,
    line,
    reopened,
)

SORRY = ApologyMade(apologised_at=LATER, reason="Chờ xác minh", promised_at=LATER)
PAID = FeeCollected(collected_at=LATER, amount_dong=8000)
PAID_BACK = FeeRefunded(refunded_at=LATER, amount_dong=8000, reason="Rút hồ sơ")


def printed(form: FormKey) -> FormPrinted:
    """A form went to paper."""
    return FormPrinted(printed_at=LATER, form=form, template_version=1, sha256=bytes(32))


@pytest.mark.parametrize(
    ("facts", "forms"),
    [
        ((), ["RECEIPT"]),
        ((HANDED,), ["CONTROL_SLIP", "RECEIPT"]),
        ((HANDED, ASKED), ["SUPPLEMENT", "CONTROL_SLIP", "RECEIPT"]),
        ((HANDED, ASKED, REFUSED), ["REFUSAL", "SUPPLEMENT", "CONTROL_SLIP", "RECEIPT"]),
        ((HANDED, ASKED, STOPPED), ["STOP_NOTICE", "SUPPLEMENT", "CONTROL_SLIP", "RECEIPT"]),
        ((WITHDRAWN,), ["STOP_NOTICE", "RECEIPT"]),
        ((SORRY, PAID), ["PAYMENT_SLIP", "APOLOGY", "RECEIPT"]),
        ((PAID, WITHDRAWN, PAID_BACK), ["PAYMENT_SLIP", "STOP_NOTICE", "RECEIPT"]),
        # What neither 2.4 nor section 8 gives a form of its own.
        ((HANDED, DUTY, RESUMED, SUSPENDED, RESULT, RETURNED), ["CONTROL_SLIP", "RECEIPT"]),
        ((VOIDED,), ["RECEIPT"]),
    ],
)
def test_each_act_of_the_matrix_has_its_form(facts: tuple[Fact, ...], forms: list[str]) -> None:
    """2.4: Mẫu 01, 02, 03, 04, 05 and the notice of a stop by what happened, the newest occasion first."""
    assert list(forms_of(fold(line(*facts)))) == forms


@pytest.mark.parametrize(("beginning", "form"), [(GUIDED, "SUPPLEMENT"), (REFUSED_AT_INTAKE, "REFUSAL")])
def test_what_was_not_taken_in_has_one_form(beginning: Fact, form: str) -> None:
    """2.4: hướng dẫn prints Mẫu 02 and a refusal Mẫu 03; neither has a receipt."""
    assert list(forms_of(fold([event(1, beginning)]))) == [form]


def test_an_overtaken_act_is_no_occasion() -> None:
    """C3: a withdrawal that did not count prints no notice."""
    dossier = fold([*line(HANDED, RESULT, RETURNED), event(5, WITHDRAWN, 2)])
    assert occasion(dossier, FormKey.STOP_NOTICE) is None
    assert FormKey.STOP_NOTICE not in forms_of(dossier)


def test_the_occasion_is_the_last_of_its_kind() -> None:
    """A second request is told by its own Mẫu 02, whatever happened after it."""
    dossier = fold(line(HANDED, ASKED, RESUMED, ASKED, PAID))
    last = occasion(dossier, FormKey.SUPPLEMENT)
    assert last is not None
    assert last.id == event_id(5)
    assert occasion(dossier, FormKey.REGISTER) is None


def test_prints_are_counted_from_the_occasion_on() -> None:
    """The first print of a second request is no reprint; prints of other forms do not count."""
    sheet, receipt = printed(FormKey.SUPPLEMENT), printed(FormKey.RECEIPT)
    once = fold(line(HANDED, ASKED, sheet, sheet, receipt))
    assert times_printed(once, FormKey.SUPPLEMENT) == 2
    assert times_printed(once, FormKey.RECEIPT) == 1
    assert times_printed(once, FormKey.REFUSAL) == 0
    again = fold(line(HANDED, ASKED, sheet, RESUMED, ASKED))
    assert times_printed(again, FormKey.SUPPLEMENT) == 0


def test_an_act_that_is_done_again_after_a_reopening_has_its_own_form() -> None:
    """2.4, "mở lại": the second withdrawal is a new occasion."""
    dossier = fold(line(WITHDRAWN, printed(FormKey.STOP_NOTICE), reopened(2), WITHDRAWN))
    last = occasion(dossier, FormKey.STOP_NOTICE)
    assert last is not None
    assert (last.id, times_printed(dossier, FormKey.STOP_NOTICE)) == (event_id(5), 0)
