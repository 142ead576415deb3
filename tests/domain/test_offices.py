"""An office that can print its receipts (facts 4, 5)."""

from __future__ import annotations

import msgspec
import pytest

from cgcounter.domain.codes import BadSlotError, MalformedAgencyCodeError
from cgcounter.domain.offices import (
    Counter,
    Office,
    OfficeIncompleteError,
    agency_code_of,
    check_counter,
    check_office,
    unit_key_of,
)

OFFICE = Office(
    unit_key="xa-cao-an",
    authority="UBND XÃ CAO AN",
    office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    place="Cao An",
    agency_code="H23.99",
)


def test_a_whole_office_is_accepted() -> None:
    """Address and phone may be missing; what every paper names may not."""
    check_office(OFFICE)


@pytest.mark.parametrize("field", ["unit_key", "authority", "office_name", "place"])
@pytest.mark.parametrize("text", ["", "  "])
def test_what_every_receipt_names_has_to_be_there(field: str, text: str) -> None:
    """Header, place before the date and unit: a blank is as good as nothing, and the field is named."""
    with pytest.raises(OfficeIncompleteError) as refused:
        check_office(msgspec.structs.replace(OFFICE, **{field: text}))
    assert refused.value.fields == {"field": field}


def test_an_agency_code_of_another_shape_is_refused() -> None:
    """5.1: the first part of every dossier code has to be an agency code."""
    with pytest.raises(MalformedAgencyCodeError):
        check_office(msgspec.structs.replace(OFFICE, agency_code="H23-99"))


def test_a_counter_may_belong_to_another_unit() -> None:
    """At a district one-stop insurance and tax sit beside the office: unit and agency code are then theirs."""
    plain, of_taxes = Counter(1), Counter(2, "Thuế", unit_key="chi-cuc-thue", agency_code="G12.30")
    assert (unit_key_of(OFFICE, plain), agency_code_of(OFFICE, plain)) == ("xa-cao-an", "H23.99")
    assert (unit_key_of(OFFICE, of_taxes), agency_code_of(OFFICE, of_taxes)) == ("chi-cuc-thue", "G12.30")


def test_a_counter_that_could_give_out_no_code_is_refused() -> None:
    """Slot and agency code make every code of it."""
    check_counter(Counter(9))
    check_counter(Counter(1, agency_code="G12.30"))
    with pytest.raises(BadSlotError):
        check_counter(Counter(0))
    with pytest.raises(MalformedAgencyCodeError):
        check_counter(Counter(1, agency_code="BHXH"))
