"""An office that can print its receipts (facts 4, 5)."""

from __future__ import annotations

import msgspec
import pytest

from cgcounter.domain.codes import BadSlotError, MalformedAgencyCodeError
from cgcounter.domain.offices import (
    Counter,
    Office,
    OfficeIncompleteError,
    Place,
    agency_code_of,
    belonging_to,
    check_counter,
    check_office,
    in_text,
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


def test_a_counter_may_belong_to_another_unit() -> None:
    """At a district one-stop insurance and tax sit beside the office: unit and agency code are then theirs."""
    plain, of_taxes = Counter(1), Counter(2, "Thuế", unit_key="chi-cuc-thue", agency_code="G12.30")
    assert (unit_key_of(OFFICE, plain), agency_code_of(OFFICE, plain)) == ("xa-cao-an", "H23.99")
    assert (unit_key_of(OFFICE, of_taxes), agency_code_of(OFFICE, of_taxes)) == ("chi-cuc-thue", "G12.30")


def test_a_counter_that_could_give_out_no_code_is_refused() -> None:
    """Slot and agency code make every code of it."""
    check_counter(OFFICE, Counter(9))
    with pytest.raises(BadSlotError):
        check_counter(OFFICE, Counter(0))
    for code in ("BHXH", "H23-99"):
        with pytest.raises(MalformedAgencyCodeError):
            check_counter(OFFICE, Counter(1, agency_code=code))
        with pytest.raises(MalformedAgencyCodeError):
            check_counter(msgspec.structs.replace(OFFICE, agency_code=code), Counter(1))


def test_the_code_of_the_office_is_not_needed_at_a_counter_of_another_unit() -> None:
    """Nothing there begins with it, and nobody may know it there."""
    nameless = msgspec.structs.replace(OFFICE, agency_code="")
    check_office(nameless)
    check_counter(nameless, Counter(1, unit_key="chi-cuc-thue", agency_code="G12.30"))
    with pytest.raises(MalformedAgencyCodeError):
        check_counter(nameless, Counter(1))


def test_a_counter_comes_to_belong_to_a_unit_and_back() -> None:
    """The code is that of the unit, or, at the office's own counter, that of the office; slot and name stay."""
    place = Place(OFFICE, Counter(3, "Quầy 3"))
    of_taxes = belonging_to(place, "chi-cuc-thue", "G12.30", confirmed=True)
    assert of_taxes == (OFFICE, Counter(3, "Quầy 3", "chi-cuc-thue", "G12.30", code_confirmed=True))
    for own in ("", "xa-cao-an"):
        back = belonging_to(of_taxes, own, "H23.1", confirmed=False)
        assert back == (msgspec.structs.replace(OFFICE, agency_code="H23.1"), Counter(3, "Quầy 3"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ỦY BAN NHÂN DÂN XÃ CAO AN", "Ủy ban nhân dân xã Cao An"),
        ("UBND XÃ ĐỨC CHÍNH", "UBND xã Đức Chính"),
        ("ỦY BAN NHÂN DÂN THỊ TRẤN CẨM GIANG", "Ủy ban nhân dân thị trấn Cẩm Giang"),
        ("ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG", "Ủy ban nhân dân huyện Cẩm Giàng"),
        ("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "Bộ phận tiếp nhận và trả kết quả"),
        ("UBND xã Cao An", "UBND xã Cao An"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công"),
        ("", ""),
    ],
)
def test_a_header_in_a_sentence(name: str, words: str) -> None:
    """Capitals are for the head of a form (NĐ 30/2020); in its text a body is written as everywhere else."""
    assert in_text(name) == words
