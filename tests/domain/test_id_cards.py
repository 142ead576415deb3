"""The QR code of the identity card: the shared vectors, single rules of 6.1, and any text at all."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cgcounter.domain.id_cards import Acceptance, CardRemark, IdCardReading, read_id_card
from cgcounter.domain.people import Sex

VECTORS = Path(__file__).parent.parent / "vectors" / "cccd_vectors.csv"
WHOLE = ["030090001234", "142345001", "Nguyễn Văn Thử", "01021990", "Nam", "Cao An, Cẩm Giàng", "15062021"]


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def card(**changed: str) -> str:
    places = ("number", "old_number", "name", "birth_date", "sex", "address", "issued_on")
    fields = dict(zip(places, WHOLE, strict=True)) | changed
    return "|".join(fields.values())


def test_all_vectors_are_here() -> None:
    """The shared file holds 25 vectors; none is lost on the way."""
    assert len(vectors()) == 25


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["payload"][:40] or "empty")
def test_shared_vector(vector: dict[str, str]) -> None:
    """Every shared payload gives exactly the fields and remarks that its row names."""
    reading = read_id_card(json.loads(f'"{vector["payload"]}"'))
    found = {
        "accepted": reading.accepted.value,
        "personal_id": reading.personal_id,
        "name": reading.name,
        "birth_date": reading.birth_date.isoformat() if reading.birth_date else "",
        "sex": reading.sex.value if reading.sex else "",
        "address": reading.address,
        "issued_on": reading.issued_on.isoformat() if reading.issued_on else "",
        "warning": ";".join(reading.remarks),
    }
    assert found == {column: text for column, text in vector.items() if column != "payload"}


def test_whole_card() -> None:
    """A whole card gives seven fields and no remark."""
    assert read_id_card(card()) == IdCardReading(
        Acceptance.YES,
        personal_id="030090001234",
        old_number="142345001",
        name="Nguyễn Văn Thử",
        birth_date=date(1990, 2, 1),
        sex=Sex.MALE,
        address="Cao An, Cẩm Giàng",
        issued_on=date(2021, 6, 15),
    )


@pytest.mark.parametrize(
    ("changed", "remark"),
    [
        ({"name": ""}, CardRemark.NAME_MISSING),
        ({"name": "   "}, CardRemark.NAME_MISSING),
        ({"name": "Nguyễn Văn 3"}, CardRemark.NAME_DAMAGED),
        ({"name": "Nguy\ufffdn Văn Thử"}, CardRemark.NAME_DAMAGED),
        ({"name": "Nguyễn\x07Văn"}, CardRemark.NAME_DAMAGED),
        ({"name": "Nguyễn\ud800"}, CardRemark.NAME_DAMAGED),
        ({"name": "HÃ\u00a0 VÄƒn Cá»¥t"}, CardRemark.NAME_DAMAGED),
        ({"address": ""}, CardRemark.ADDRESS_MISSING),
        ({"address": "Th?n Đông"}, CardRemark.ADDRESS_DAMAGED),
        ({"birth_date": ""}, CardRemark.BIRTH_DATE),
        ({"birth_date": "29022003"}, CardRemark.BIRTH_DATE),
        ({"birth_date": "01/021990"}, CardRemark.BIRTH_DATE),
        ({"birth_date": "31121899"}, CardRemark.BIRTH_DATE),
        ({"birth_date": "1990"}, CardRemark.BIRTH_DATE),
        ({"sex": "Khác"}, CardRemark.SEX),
        ({"sex": ""}, CardRemark.SEX),
        ({"issued_on": "00002021"}, CardRemark.ISSUED_ON),
        ({"issued_on": "31011990"}, CardRemark.ISSUED_ON),
    ],
)
def test_unreadable_field_is_left_empty(changed: dict[str, str], remark: CardRemark) -> None:
    """A field that cannot be read is left empty with its remark; the others are taken."""
    reading = read_id_card(card(**changed))
    assert reading.accepted is Acceptance.PARTIAL
    assert reading.remarks == (remark,)
    taken = {
        "name": reading.name,
        "birth_date": reading.birth_date,
        "sex": reading.sex,
        "address": reading.address,
        "issued_on": reading.issued_on,
    }
    assert [field for field, value in taken.items() if not value] == list(changed)


@pytest.mark.parametrize("sex", ["nữ", "NỮ", "Nu", "nu", " Nữ "])
def test_sex_in_any_writing(sex: str) -> None:
    """The sex is read in any case and without marks, and written back as Nữ."""
    reading = read_id_card(card(number="030190001234", sex=sex))
    assert reading.sex is Sex.FEMALE
    assert reading.remarks == ()


def test_digits_in_an_address_are_no_damage() -> None:
    """House numbers belong to addresses."""
    assert read_id_card(card(address="Số 12, Khu 3, Lai Cách")).address == "Số 12, Khu 3, Lai Cách"


def test_issue_date_on_the_birth_date() -> None:
    """Only an issue date before the birth date is left out."""
    assert read_id_card(card(issued_on="01021990")).issued_on == date(1990, 2, 1)


def test_issue_date_without_birth_date() -> None:
    """Without a birth date the issue date is taken as it is."""
    reading = read_id_card(card(birth_date="x", issued_on="31011990"))
    assert reading.issued_on == date(1990, 1, 31)
    assert reading.remarks == (CardRemark.BIRTH_DATE,)


@pytest.mark.parametrize("old_number", ["", " ", "142345001", "030090001234"])
def test_old_number(old_number: str) -> None:
    """The old number is empty, or has 9 or 12 digits."""
    reading = read_id_card(card(old_number=old_number))
    assert reading.accepted is Acceptance.YES
    assert reading.old_number == old_number.strip()


def test_any_other_second_field_is_the_name() -> None:
    """Any other text in the second place means the form without the old number: the fields move up."""
    reading = read_id_card("030090001234|Nguyễn Văn Thử|01021990|Nam|Cao An")
    assert reading.name == "Nguyễn Văn Thử"
    assert reading.old_number == ""
    assert reading.remarks == (CardRemark.SIX_FIELDS, CardRemark.TRUNCATED)


def test_fields_after_the_issue_date_are_kept_raw() -> None:
    """What follows the issue date is kept as it came and not used."""
    reading = read_id_card(card() + "| ?|Hoàng  Thị Mẹ")
    assert reading.accepted is Acceptance.YES
    assert reading.extra == (" ?", "Hoàng  Thị Mẹ")
    assert reading.remarks == (CardRemark.EXTRA_FIELDS,)


@pytest.mark.parametrize("length", range(2, 7))
def test_cut_off_card(length: int) -> None:
    """What is there is taken by position, with one remark for all that is missing."""
    reading = read_id_card("|".join(WHOLE[:length]))
    assert reading.accepted is Acceptance.PARTIAL
    assert reading.remarks == (CardRemark.TRUNCATED,)
    assert reading.personal_id == "030090001234"
    assert (reading.name == "Nguyễn Văn Thử") is (length > 2)
    assert (reading.address == "Cao An, Cẩm Giàng") is (length > 5)


@pytest.mark.parametrize("separator", ["~", "\\", "¦"])
def test_damaged_separator(separator: str) -> None:
    """A separator that the keyboard layout has changed is understood, but the scan is partial at most."""
    reading = read_id_card(separator.join(WHOLE))
    assert reading.accepted is Acceptance.PARTIAL
    assert reading.remarks == (CardRemark.SEPARATOR,)
    assert reading.issued_on == date(2021, 6, 15)


def test_order_of_remarks() -> None:
    """Remarks stand in one order, whatever came first."""
    reading = read_id_card("099190001234~Nguy?n~x~y~~31022021~z~w")
    assert reading.remarks == (
        CardRemark.SEPARATOR,
        CardRemark.SIX_FIELDS,
        CardRemark.NAME_DAMAGED,
        CardRemark.BIRTH_DATE,
        CardRemark.SEX,
        CardRemark.ADDRESS_MISSING,
        CardRemark.ISSUED_ON,
        CardRemark.EXTRA_FIELDS,
        CardRemark.UNKNOWN_PROVINCE,
    )


@pytest.mark.parametrize(
    ("payload", "remark"),
    [
        ("\0\ufeff \t\r\n", CardRemark.EMPTY),
        ("030090001234", CardRemark.NOT_CCCD),
        ("03009000123|x|y", CardRemark.NOT_CCCD),
        ("０３００９０００１２３４|x", CardRemark.NOT_CCCD),
        ("030090001234 |x", CardRemark.NOT_CCCD),
        ("TE1303012345678", CardRemark.BHYT_CARD),
        ("TE1303012345678|4e67", CardRemark.BHYT_CARD),
        ("0301234567|5472e1baa7", CardRemark.BHYT_CARD),
        ("0301234567|Trần", CardRemark.NOT_CCCD),
        ("0301234567", CardRemark.NOT_CCCD),
        (card(address="x" * 1024), CardRemark.TOO_LONG),
    ],
)
def test_what_is_no_card(payload: str, remark: CardRemark) -> None:
    """Of what is no identity card nothing is taken."""
    assert read_id_card(payload) == IdCardReading(Acceptance.NO, remarks=(remark,))


def test_longest_payload() -> None:
    """1,024 characters are still read."""
    rest = 1024 - len(card(address=""))
    assert read_id_card(card(address="x" * rest)).accepted is Acceptance.YES
    assert read_id_card(card(address="x" * (rest + 1))).accepted is Acceptance.NO


messy = st.lists(
    st.sampled_from([*WHOLE, "", "?", "Nữ", "x\ufffd", "\x00"]) | st.text(max_size=9), max_size=10
)
payloads = st.text() | st.builds(
    lambda start, separator, fields: separator.join([start, *fields]),
    st.sampled_from(["030090001234", "030190001234", "099090001234", "0301234567", "TE1303012345678"]),
    st.sampled_from(["|", "~", "\\", "¦", "||"]),
    messy,
)


@given(payloads)
@example("030090001234|" * 100)
@example("|" * 1024)
def test_any_text_is_read(payload: str) -> None:
    """Any text ends in a reading: whole, partial with the number, or nothing at all."""
    reading = read_id_card(payload)
    fields = (reading.name, reading.birth_date, reading.sex, reading.address, reading.issued_on)
    if reading.accepted is Acceptance.NO:
        assert reading == IdCardReading(Acceptance.NO, remarks=reading.remarks)
        assert len(reading.remarks) == 1
    else:
        assert len(reading.personal_id) == 12
        assert reading.personal_id.isdigit()
        is_whole = all(fields) and CardRemark.SEPARATOR not in reading.remarks
        assert (reading.accepted is Acceptance.YES) is is_whole
        assert reading.accepted is Acceptance.YES or reading.remarks
    reading.name.encode()
    reading.address.encode()


@given(payloads)
def test_reading_does_not_depend_on_the_ends(payload: str) -> None:
    """What scanners add at both ends changes nothing."""
    assert read_id_card(f"\ufeff\0{payload}\r\n\t ") == read_id_card(payload)
