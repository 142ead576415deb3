"""People: partial birth dates, warnings about personal numbers, masks, phones."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.people import (
    PROVINCES,
    BadDateError,
    IdWarning,
    PartialDate,
    Person,
    Sex,
    mask_personal_id,
    normalise_personal_id,
    normalise_phone,
    parse_partial_date,
    personal_id_warnings,
)


@pytest.mark.parametrize(
    ("typed", "parsed"),
    [
        ("02091990", PartialDate(1990, 9, 2)),
        ("02/09/1990", PartialDate(1990, 9, 2)),
        ("2/9/1990", PartialDate(1990, 9, 2)),
        ("2-9-1990", PartialDate(1990, 9, 2)),
        ("2.9.1990", PartialDate(1990, 9, 2)),
        (" 2 / 9 / 1990 ", PartialDate(1990, 9, 2)),
        ("1 1 1990", PartialDate(1990, 1, 1)),
        ("9/1990", PartialDate(1990, 9)),
        ("09-1990", PartialDate(1990, 9)),
        ("091990", PartialDate(1990, 9)),
        ("1990", PartialDate(1990)),
        ("29/02/2004", PartialDate(2004, 2, 29)),
        ("1990-09-02", PartialDate(1990, 9, 2)),
        ("1990-09", PartialDate(1990, 9)),
    ],
)
def test_birth_date_is_read_as_typed(typed: str, parsed: PartialDate) -> None:
    """A birth date may be typed with or without marks, and may lack the day, or day and month (6.3)."""
    assert parse_partial_date(typed) == parsed


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "29/02/2003",
        "31041990",
        "13/1990",
        "00/1990",
        "0/9/1990",
        "32/01/1990",
        "90",
        "2/9/90",
        "020990",
        "0000",
        "1799",
        "2200",
        "9/9/9/1990",
        "hôm qua",
        "02091990x",
        "０２０９１９９０",
        "1990/09/02",
    ],
)
def test_unreal_date_is_refused(typed: str) -> None:
    """What is no real day, month or year is refused."""
    with pytest.raises(BadDateError) as raised:
        parse_partial_date(typed)
    assert raised.value.code == "bad_date"


@pytest.mark.parametrize(
    ("value", "text", "iso"),
    [
        (PartialDate(1990, 9, 2), "02/09/1990", "1990-09-02"),
        (PartialDate(1990, 9), "09/1990", "1990-09"),
        (PartialDate(1990), "1990", "1990"),
    ],
)
def test_partial_date_in_words(value: PartialDate, text: str, iso: str) -> None:
    """A date is shown day first and stored year first, with what is known of it."""
    assert value.text == text
    assert value.iso == iso


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.integers(1, 3))
def test_partial_date_is_read_back(day: date, parts: int) -> None:
    """Shown, stored and encoded, a partial date is read back as it was."""
    value = PartialDate(*(day.year, day.month, day.day)[:parts])
    assert parse_partial_date(value.text) == value
    assert parse_partial_date(value.iso) == value
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=PartialDate) == value
    assert PartialDate.of(day) == PartialDate(day.year, day.month, day.day)


@given(st.text("0123456789/-. ", max_size=12))
def test_any_typing_is_a_real_date_or_refused(typed: str) -> None:
    """Whatever digits and marks are typed, the outcome is a real date or the rule's error."""
    try:
        value = parse_partial_date(typed)
    except BadDateError:
        return
    assert date(value.year, value.month or 1, value.day or 1).year == value.year
    assert value.day is None or value.month is not None


@pytest.mark.parametrize(
    ("number", "birth_date", "sex", "warnings"),
    [
        ("030090001234", PartialDate(1990, 2, 1), Sex.MALE, ()),
        ("030190001235", PartialDate(1990), Sex.FEMALE, ()),
        ("030204001237", PartialDate(2004, 2, 29), Sex.MALE, ()),
        ("030304001238", PartialDate(2004), Sex.FEMALE, ()),
        ("030400001238", PartialDate(2100), Sex.MALE, ()),
        ("030090001234", None, None, ()),
        ("", None, None, ()),
        ("142345001", PartialDate(1960), Sex.MALE, ()),
        ("030202001236", PartialDate(2004, 2, 29), Sex.MALE, (IdWarning.BIRTH_YEAR_MISMATCH,)),
        ("030090001234", PartialDate(2090), Sex.MALE, (IdWarning.BIRTH_YEAR_MISMATCH,)),
        ("030090001253", PartialDate(1990), Sex.FEMALE, (IdWarning.SEX_MISMATCH,)),
        ("030190001253", None, Sex.MALE, (IdWarning.SEX_MISMATCH,)),
        ("099090001252", PartialDate(1990), Sex.MALE, (IdWarning.UNKNOWN_PROVINCE,)),
        (
            "000190001252",
            PartialDate(1991),
            Sex.MALE,
            (IdWarning.UNKNOWN_PROVINCE, IdWarning.BIRTH_YEAR_MISMATCH, IdWarning.SEX_MISMATCH),
        ),
        ("03009000123", None, None, (IdWarning.LENGTH,)),
        ("0300900012345", None, None, (IdWarning.LENGTH,)),
        ("B1234567", None, None, (IdWarning.NOT_DIGITS,)),
        ("03009000123４", None, None, (IdWarning.NOT_DIGITS,)),
    ],
)
def test_personal_number_warnings(
    number: str, birth_date: PartialDate | None, sex: Sex | None, warnings: tuple[IdWarning, ...]
) -> None:
    """A number that disagrees with province, birth year or sex is pointed at, never refused (6.2)."""
    assert personal_id_warnings(number, birth_date, sex) == warnings


@given(st.text(), st.integers(1, 9999).map(PartialDate) | st.none(), st.sampled_from(Sex) | st.none())
def test_warnings_never_fail(number: str, birth_date: PartialDate | None, sex: Sex | None) -> None:
    """Any text may stand where the number is typed."""
    assert set(personal_id_warnings(number, birth_date, sex)) <= set(IdWarning)


def test_provinces() -> None:
    """The list holds the 63 provinces that numbers were issued for, Hải Dương as 030."""
    assert len(PROVINCES) == 63
    assert PROVINCES["030"] == "Hải Dương"
    assert PROVINCES["096"] == "Cà Mau"
    assert all(len(code) == 3 and code.isdigit() for code in PROVINCES)


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("030090012345", "030*****2345"),
        ("142345678", "******678"),
        ("B1234567", "*****567"),
        ("123456", "******"),
        ("1", "*"),
        ("", ""),
    ],
)
def test_mask(number: str, masked: str) -> None:
    """Lists and logs show only the ends of a number."""
    assert mask_personal_id(number) == masked


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" 030 090 012345 ", "030090012345"), ("030.090-012345", "030090012345"), ("B 1234567", "B1234567")],
)
def test_personal_number_is_kept_without_marks(typed: str, kept: str) -> None:
    """Blanks, dots and hyphens between the digits are left out."""
    assert normalise_personal_id(typed) == kept


@pytest.mark.parametrize(
    ("typed", "digits", "valid"),
    [
        ("0912345678", "0912345678", True),
        ("091 234-56.78", "0912345678", True),
        ("+84 912 345 678", "0912345678", True),
        ("+84 (0) 912345678", "0912345678", True),
        ("0084912345678", "0912345678", True),
        ("84912345678", "0912345678", True),
        ("0220 3786 123", "02203786123", True),
        ("+84 220 3786 123", "02203786123", True),
        ("0612345678", "0612345678", False),
        ("091234567", "091234567", False),
        ("09123456789", "09123456789", False),
        ("8491234567", "8491234567", False),
        ("0912345678 (con)", "0912345678", False),
        ("không có", "", False),
        ("", "", False),
    ],
)
def test_phone(typed: str, digits: str, *, valid: bool) -> None:
    """Only digits are kept, +84 becomes 0; mobiles and landlines of Viet Nam are valid (6.3)."""
    assert normalise_phone(typed) == (digits, valid)


@given(st.text())
def test_phone_is_digits(typed: str) -> None:
    """Whatever is typed, ASCII digits are kept, and a valid number stays what it is."""
    digits, valid = normalise_phone(typed)
    assert not digits or (digits.isascii() and digits.isdigit())
    if valid:
        assert normalise_phone(digits) == (digits, True)


def test_person_needs_a_name_only() -> None:
    """Of a person nothing but the name must be known, and what is not known takes no room on the wire."""
    person = Person("Nguyễn Văn Thử")
    assert (person.personal_id, person.birth_date, person.sex) == ("", None, None)
    assert msgspec.to_builtins(person) == {"name": "Nguyễn Văn Thử"}


def test_person_is_read_back_from_bytes() -> None:
    """A person comes back from its bytes as it was."""
    person = Person(
        "Trần Thị Mẫu",
        personal_id="030190001235",
        birth_date=PartialDate(1990, 12),
        sex=Sex.FEMALE,
        address="Khu 3, Lai Cách, Cẩm Giàng, Hải Dương",
        phone="0912345678",
        email="mau@example.vn",
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(person), type=Person) == person
