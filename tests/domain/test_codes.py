"""Dossier codes: the exact rule of 5.1, aliases, slots of running numbers, and what a scan is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.codes import (
    BadSlotError,
    MalformedAgencyCodeError,
    MalformedCodeError,
    ScanKind,
    SerialsExhaustedError,
    check_agency_code,
    check_slot,
    code_alias,
    compose_code,
    is_alias,
    is_code,
    next_serial,
    parse_code,
    procedure_key,
    scan_kind,
)

GOOD_CODES = [
    ("000.12.30.H23-220224-0001", "000.12.30.H23", date(2022, 2, 24), 1),
    ("H23-220310-1001", "H23", date(2022, 3, 10), 1001),
    ("H23.12-220310-9999", "H23.12", date(2022, 3, 10), 9999),
    ("H23.12.7.100.9-220310-1002", "H23.12.7.100.9", date(2022, 3, 10), 1002),
    ("H55.242-240229-12345", "H55.242", date(2024, 2, 29), 12345),
    ("H55.242-240229-00012", "H55.242", date(2024, 2, 29), 12),
    (" \t000.12.30.H23-220224-0001\r\n", "000.12.30.H23", date(2022, 2, 24), 1),
]
BAD_CODES = [
    "",
    "000.12.30.H23-220224-0000",
    "H23-220224-00000",
    "000.12.30.H23-220230-0001",
    "000.12.30.H23-230229-0001",
    "000.12.30.H23-221301-0001",
    "000.12.30.H23-220224-001",
    "000.12.30.H23-220224-000001",
    "000.12.30.h23-220224-0001",
    "00.12.30.H23-220224-0001",
    "000.12.30-220224-0001",
    "000.12.30.H23 -220224-0001",
    "000.12.30.H23–220224–0001",
    "000.12.30.H23_220224_0001",
    "000.12.30.H23-220224-0001x",
    "x000.12.30.H23-220224-0001",
    "H23.1234-220224-0001",
    "H23.1.2.3.4.5-220224-0001",
    "H2-220224-0001",
    "HH23-220224-0001",
    "H23.-220224-0001",
    "H23-２２0224-0001",
    "H23-220224-0001\n\nH23-220224-0002",
    "\ufeffH23-220224-0001",
    "Đ23-220224-0001",
]


@pytest.mark.parametrize(("text", "agency", "day", "serial"), GOOD_CODES)
def test_code_is_parsed(text: str, agency: str, day: date, serial: int) -> None:
    """Old and new agency codes are read, with four or five digits of running number (5.1)."""
    code = parse_code(text)
    assert (code.agency, code.day, code.serial) == (agency, day, serial)
    assert code.text == text.strip()
    assert is_code(text)


@pytest.mark.parametrize("text", BAD_CODES)
def test_malformed_code_is_refused(text: str) -> None:
    """Nothing but blanks at the ends is repaired: any other fault makes it no code."""
    with pytest.raises(MalformedCodeError) as raised:
        parse_code(text)
    assert raised.value.code == "malformed_code"
    assert text not in str(raised.value) or not text
    assert not is_code(text)


agencies = st.one_of(
    st.from_regex(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}", fullmatch=True).filter(str.isascii),
    st.from_regex(r"[A-Z][0-9]{2}(\.[0-9]{1,3}){0,4}", fullmatch=True).filter(str.isascii),
)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(agencies, days, st.integers(1, 9999))
def test_composed_code_is_read_back(agency: str, day: date, serial: int) -> None:
    """A code that the program writes has four digits and is read back part by part."""
    code = compose_code(agency, day, serial)
    parsed = parse_code(code)
    assert (parsed.agency, parsed.day, parsed.serial, parsed.text) == (agency, day, serial, code)
    assert code.endswith(f"{serial:04d}")
    assert scan_kind(code) is ScanKind.DOSSIER_CODE


@given(agencies, days, st.integers(1, 9999), st.integers(0, 40), st.characters())
def test_no_damage_goes_unseen_as_another_shape(
    agency: str, day: date, serial: int, place: int, letter: str
) -> None:
    """A code with one letter put in is refused, or is a code in its own right with that very text."""
    code = compose_code(agency, day, serial)
    damaged = code[:place] + letter + code[place:]
    try:
        assert parse_code(damaged).text == damaged.strip(" \t\r\n")
    except MalformedCodeError:
        assert not is_code(damaged)


@given(st.text(max_size=40))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    """Parsing raises nothing but the rule's error, and what it takes is ASCII."""
    try:
        assert parse_code(text).text.isascii()
    except MalformedCodeError:
        assert not is_code(text)


@given(st.integers(0, 999_999))
def test_only_real_dates_are_codes(digits: int) -> None:
    """YYMMDD is a real date of 20YY, and every real date is taken."""
    text = f"{digits:06d}"
    year, month, day = 2000 + int(text[:2]), int(text[2:4]), int(text[4:])
    leap = year % 4 == 0
    lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    is_real = 1 <= month <= 12 and 1 <= day <= lengths[month - 1]
    assert is_code(f"H23-{text}-0001") is is_real
    assert is_alias(f"{text}0001") is is_real


def test_alias_of_a_code() -> None:
    """The alias of a code is its date and running number in ten digits (5.2)."""
    assert code_alias("000.12.30.H23-220224-1001") == "2202241001"
    with pytest.raises(MalformedCodeError):
        code_alias("H55.242-240229-12345")
    with pytest.raises(MalformedCodeError):
        code_alias("2202241001")


@pytest.mark.parametrize("text", ["220224000", "22022410011", "2202300001", "2202240000", "２202240001", ""])
def test_no_alias(text: str) -> None:
    """An alias is exactly ten digits with a real date and a running number."""
    assert not is_alias(text)


@given(agencies, days, st.integers(1, 9999))
def test_alias_of_every_own_code(agency: str, day: date, serial: int) -> None:
    """Each code that the program writes has an alias that is recognised as one."""
    alias = code_alias(compose_code(agency, day, serial))
    assert alias == f"{day:%y%m%d}{serial:04d}"
    assert is_alias(alias)
    assert scan_kind(alias) is ScanKind.CODE_ALIAS


@pytest.mark.parametrize("slot", [0, -1, 10, 99])
def test_slot_outside_one_to_nine(slot: int) -> None:
    """A counter's slot is 1 to 9; 0 belongs to the server."""
    with pytest.raises(BadSlotError):
        check_slot(slot)
    with pytest.raises(BadSlotError):
        next_serial(slot, None)


@pytest.mark.parametrize(
    ("slot", "last", "serial"),
    [(1, None, 1001), (1, 1001, 1002), (2, None, 2001), (9, 9998, 9999), (3, 3500, 3501), (4, 4000, 4001)],
)
def test_next_serial(slot: int, last: int | None, serial: int) -> None:
    """Running numbers of a slot go up by one from slot x 1000 + 1."""
    assert next_serial(slot, last) == serial


@pytest.mark.parametrize("slot", range(1, 10))
def test_a_slot_gives_999_numbers(slot: int) -> None:
    """A counter has 999 numbers a day, each once, and then says so."""
    given_out: list[int] = []
    for _ in range(999):
        given_out.append(next_serial(check_slot(slot), given_out[-1] if given_out else None))
    assert given_out == list(range(slot * 1000 + 1, slot * 1000 + 1000))
    with pytest.raises(SerialsExhaustedError) as raised:
        next_serial(slot, given_out[-1])
    assert raised.value.fields == {"slot": slot}


@pytest.mark.parametrize("last", [0, 999, 2000, 2001, 9999])
def test_last_serial_of_another_slot(last: int) -> None:
    """A slot never goes on from the number of another one."""
    with pytest.raises(BadSlotError):
        next_serial(1, last)


@pytest.mark.parametrize(
    ("day", "serial"),
    [
        (date(2022, 3, 10), 0),
        (date(2022, 3, 10), -1),
        (date(2022, 3, 10), 10_000),
        (date(2022, 3, 10), 12_345),
        (date(2122, 3, 10), 1001),
        (date(1999, 12, 31), 1001),
    ],
)
def test_code_that_cannot_be_written(day: date, serial: int) -> None:
    """The program writes four digits and dates of this century only."""
    with pytest.raises(MalformedCodeError):
        compose_code("H23.12", day, serial)


@pytest.mark.parametrize(
    "text", ["", "h23", "H23.", "23", "000.12.30", "H23-220310", "H23.12.7.100.9.1", "H 23"]
)
def test_malformed_agency_code(text: str) -> None:
    """An agency code has the shape of 2018 or of 2020."""
    with pytest.raises(MalformedAgencyCodeError):
        check_agency_code(text)
    with pytest.raises(MalformedAgencyCodeError):
        compose_code(text, date(2022, 3, 10), 1001)


def test_agency_code_is_trimmed() -> None:
    """Blanks around an agency code of the settings are dropped."""
    assert check_agency_code(" 000.12.30.H23 ") == "000.12.30.H23"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1.001193", "1.001193"),
        ("2.001218.000.00.00.H38", "2.001218"),
        (" 1.000948.H38\r\n", "1.000948"),
        ("1.00119", None),
        ("1.0011933", None),
        ("1.001193 Đăng ký khai sinh", None),
        ("1-001193", None),
        ("", None),
    ],
)
def test_procedure_key(text: str, key: str | None) -> None:
    """A procedure is known by its first eight characters; a local suffix is left out."""
    assert procedure_key(text) == key


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("030090001234|142345001|Nguyễn Văn Thử|01021990|Nam|Cao An|15062021", ScanKind.ID_CARD),
        ("\ufeff030090001234|\r\n", ScanKind.ID_CARD),
        ("030090001234~142345001~Nguyễn Văn Thử", ScanKind.ID_CARD),
        ("000.12.30.H23-220224-0001\r", ScanKind.DOSSIER_CODE),
        ("\0H23.12-220224-1001", ScanKind.DOSSIER_CODE),
        ("2202241001", ScanKind.CODE_ALIAS),
        ("2213241001", ScanKind.TEXT),
        ("1.001193", ScanKind.PROCEDURE),
        ("1.000948.H38", ScanKind.PROCEDURE),
        ("030090001234", ScanKind.PERSONAL_ID),
        ("03009000123", ScanKind.TEXT),
        ("0300900012345", ScanKind.TEXT),
        ("142345001", ScanKind.TEXT),
        ("TE1303012345678|4e67|01/01/2020", ScanKind.TEXT),
        ("Nguyễn Văn Thử", ScanKind.TEXT),
        ("", ScanKind.TEXT),
    ],
)
def test_scan_kind(text: str, kind: ScanKind) -> None:
    """A scan is told apart in the order card, code or alias, procedure, personal number, text (5.2)."""
    assert scan_kind(text) is kind


def test_days_of_a_leap_year() -> None:
    """29/02 exists in 2024 and not in 2023."""
    last_of_february = date(2024, 3, 1) - timedelta(days=1)
    assert parse_code("H23-240229-1001").day == last_of_february
    assert not is_code("H23-230229-1001")
