"""People at the counter: their birth dates, personal numbers and phones, and what looks wrong about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError

_YEARS: Final = range(1800, 2200)
_PART_MARK: Final = re.compile(r"\s*[/.]\s*|\s+")
_DAY_FIRST: Final = re.compile(r"(?:(?:([0-9]{1,2})[/-])?([0-9]{1,2})[/-])?([0-9]{4})")
_DIGITS_ONLY: Final = re.compile(r"(?:([0-9]{2})?([0-9]{2}))?([0-9]{4})")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_MOBILE: Final = re.compile(r"0[35789][0-9]{8}")
_LANDLINE: Final = re.compile(r"02[0-9]{9}")
_COUNTRY_PREFIX: Final = re.compile(r"(?:\+|00)840?|84(?=[0-9]{9,10}$)")
_OLD_LENGTH: Final = 9
_LENGTH: Final = 12
_SHORT_LENGTH: Final = 6

# Province of birth registration, the first three digits (domain facts 6.2, as issued before 07/2025).
# What a submitter may be to the applicant, in the words of the receipt: authorised, which has to be certified, or close
# kin, who need no authorisation in matters of civil status (8).
RELATIONS: Final = (
    "người được ủy quyền",
    "vợ",
    "chồng",
    "con",
    "cha",
    "mẹ",
    "ông",
    "bà",
    "anh ruột",
    "chị ruột",
    "em ruột",
)

PROVINCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "001": "Hà Nội",
        "002": "Hà Giang",
        "004": "Cao Bằng",
        "006": "Bắc Kạn",
        "008": "Tuyên Quang",
        "010": "Lào Cai",
        "011": "Điện Biên",
        "012": "Lai Châu",
        "014": "Sơn La",
        "015": "Yên Bái",
        "017": "Hòa Bình",
        "019": "Thái Nguyên",
        "020": "Lạng Sơn",
        "022": "Quảng Ninh",
        "024": "Bắc Giang",
        "025": "Phú Thọ",
        "026": "Vĩnh Phúc",
        "027": "Bắc Ninh",
        "030": "Hải Dương",
        "031": "Hải Phòng",
        "033": "Hưng Yên",
        "034": "Thái Bình",
        "035": "Hà Nam",
        "036": "Nam Định",
        "037": "Ninh Bình",
        "038": "Thanh Hóa",
        "040": "Nghệ An",
        "042": "Hà Tĩnh",
        "044": "Quảng Bình",
        "045": "Quảng Trị",
        "046": "Thừa Thiên Huế",
        "048": "Đà Nẵng",
        "049": "Quảng Nam",
        "051": "Quảng Ngãi",
        "052": "Bình Định",
        "054": "Phú Yên",
        "056": "Khánh Hòa",
        "058": "Ninh Thuận",
        "060": "Bình Thuận",
        "062": "Kon Tum",
        "064": "Gia Lai",
        "066": "Đắk Lắk",
        "067": "Đắk Nông",
        "068": "Lâm Đồng",
        "070": "Bình Phước",
        "072": "Tây Ninh",
        "074": "Bình Dương",
        "075": "Đồng Nai",
        "077": "Bà Rịa-Vũng Tàu",
        "079": "TP HCM",
        "080": "Long An",
        "082": "Tiền Giang",
        "083": "Bến Tre",
        "084": "Trà Vinh",
        "086": "Vĩnh Long",
        "087": "Đồng Tháp",
        "089": "An Giang",
        "091": "Kiên Giang",
        "092": "Cần Thơ",
        "093": "Hậu Giang",
        "094": "Sóc Trăng",
        "095": "Bạc Liêu",
        "096": "Cà Mau",
    }
)


class BadDateError(RuleBrokenError):
    """A typed date is no real date, month or year."""

    code = "bad_date"


class Sex(StrEnum):
    """As written on the identity card."""

    MALE = "Nam"
    FEMALE = "Nữ"


class IdWarning(StrEnum):
    """What looks wrong about a personal number; never a reason to refuse (domain facts 6.2)."""

    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    UNKNOWN_PROVINCE = "unknown_province"
    BIRTH_YEAR_MISMATCH = "birth_year_mismatch"
    SEX_MISMATCH = "sex_mismatch"


class PartialDate(Struct, frozen=True, array_like=True, omit_defaults=True):
    """A date of which only the year, or month and year, may be known, as with older people (6.3)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def text(self) -> str:
        """As shown and printed: dd/MM/yyyy, MM/yyyy or yyyy."""
        return "/".join(reversed(self._parts()))

    @property
    def iso(self) -> str:
        """As stored, in the order of time: yyyy-mm-dd, yyyy-mm or yyyy."""
        return "-".join(self._parts())

    def _parts(self) -> list[str]:
        known = [f"{self.year:04d}"]
        known.extend(f"{part:02d}" for part in (self.month, self.day) if part is not None)
        return known


class Person(Struct, frozen=True, omit_defaults=True):
    """An applicant or submitter; what is not known is empty."""

    name: str
    personal_id: str = ""
    birth_date: PartialDate | None = None
    sex: Sex | None = None
    address: str = ""
    phone: str = ""
    email: str = ""


def parse_partial_date(text: str) -> PartialDate:
    """A date as clerks type it (02091990, 2/9/1990, 9/1990, 1990) or as it is stored; raises BadDateError."""
    typed = _PART_MARK.sub("/", text.strip())
    found = _DIGITS_ONLY.fullmatch(typed) or _DAY_FIRST.fullmatch(typed)
    stored = _ISO.fullmatch(typed)
    if found:
        day, month, year = found.groups()
    elif stored:
        year, month, day = stored.groups()
    else:
        raise BadDateError
    return _real_date(int(year), int(month) if month else None, int(day) if day else None)


def _real_date(year: int, month: int | None, day: int | None) -> PartialDate:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise BadDateError from None
    if year not in _YEARS:
        raise BadDateError
    return PartialDate(year, month, day)


def normalise_personal_id(text: str) -> str:
    """The number as it is stored: without the blanks, dots and hyphens that people put between the digits."""
    return re.sub(r"[\s.\-]", "", text)


def personal_id_warnings(
    number: str, birth_date: PartialDate | None = None, sex: Sex | None = None
) -> tuple[IdWarning, ...]:
    """What the clerk should look at again (6.2): errors and sex changes exist, so nothing here is refused.

    The 9-digit number of the old card is accepted, and so is no number at all.
    """
    if not number:
        return ()
    if not (number.isascii() and number.isdigit()):
        return (IdWarning.NOT_DIGITS,)
    if len(number) != _LENGTH:
        return () if len(number) == _OLD_LENGTH else (IdWarning.LENGTH,)
    century, is_female = divmod(int(number[3]), 2)
    birth_year = 1900 + 100 * century + int(number[4:6])
    warnings = []
    if number[:3] not in PROVINCES:
        warnings.append(IdWarning.UNKNOWN_PROVINCE)
    if birth_date is not None and birth_date.year != birth_year:
        warnings.append(IdWarning.BIRTH_YEAR_MISMATCH)
    if sex is not None and (sex is Sex.FEMALE) != bool(is_female):
        warnings.append(IdWarning.SEX_MISMATCH)
    return tuple(warnings)


def mask_personal_id(number: str) -> str:
    """The number as lists and logs show it: 030*****2345; of any other number only the end is shown."""
    if len(number) == _LENGTH:
        return f"{number[:3]}*****{number[-4:]}"
    shown = number[-3:] if len(number) > _SHORT_LENGTH else ""
    return "*" * (len(number) - len(shown)) + shown


def normalise_phone(text: str) -> tuple[str, bool]:
    """The digits of a phone number, +84 as 0, and whether it is a mobile or landline of Viet Nam (6.3)."""
    typed = re.sub(r"[\s.()\-]", "", text)
    national = _COUNTRY_PREFIX.sub("0", typed, count=1) if _COUNTRY_PREFIX.match(typed) else typed
    digits = re.sub(r"[^0-9]", "", national)
    is_valid = national == digits and bool(_MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits))
    return digits, is_valid
