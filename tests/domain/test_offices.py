"""An office that can print its receipts (facts 4, 5)."""

from __future__ import annotations

import msgspec
import pytest

from cgcounter.domain.codes import MalformedAgencyCodeError
from cgcounter.domain.offices import Office, OfficeIncompleteError, check_office

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
