"""Invented citizens of Cao An; every name, number and address here is made up."""

from __future__ import annotations

from random import Random
from typing import Final

from cgcounter.domain.people import PartialDate, Person, Sex

_FAMILIES: Final = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Lương", "Mạc",
)  # fmt: skip
_MEN: Final = (
    "Văn Thử", "Đình Mẫu", "Quang Ví", "Hữu Dụ", "Đức Giả", "Văn Ẩn", "Thế Đo", "Minh Lượng", "Xuân Tưởng",
    "Công Định", "Bá Thước", "Văn Khuê",
)  # fmt: skip
_WOMEN: Final = (
    "Thị Thử", "Thị Mẫu", "Ngọc Ví", "Thúy Dụ", "Thị Giả", "Hồng Ẩn", "Thị Đo", "Minh Tưởng", "Thị Đỗ Quyên",
    "Thanh Phượng", "Diệu Ước", "Thị Khuê",
)  # fmt: skip
_PLACES: Final = ("Thôn Phú An", "Thôn Đào Xá", "Thôn Đỗ Xá", "Thôn Cao Xá", "Thôn Đông Giao", "Khu 3")
_OLDEST, _YOUNGEST = 1938, 2003
LAST_OF_CENTURY: Final = 1999


def invented_person(random: Random) -> Person:
    """A person with a number that fits birth year and sex (6.2)."""
    sex = random.choice((Sex.MALE, Sex.FEMALE))
    year = random.randint(_OLDEST, _YOUNGEST)
    century = (0 if sex is Sex.MALE else 1) + (2 if year > LAST_OF_CENTURY else 0)
    given = random.choice(_MEN if sex is Sex.MALE else _WOMEN)
    return Person(
        name=f"{random.choice(_FAMILIES)} {given}",
        personal_id=f"030{century}{year % 100:02d}{random.randint(0, 999_999):06d}",
        birth_date=PartialDate(year, random.randint(1, 12), random.randint(1, 28)),
        sex=sex,
        address=f"{random.choice(_PLACES)}, Cao An, Cẩm Giàng, Hải Dương",
        phone=f"09{random.randint(0, 99_999_999):08d}",
    )


def card_payload(person: Person) -> str:
    """What the QR of this person's chip card holds (6.1)."""
    born = person.birth_date
    if born is None or person.sex is None:
        raise ValueError("a card names birth date and sex")
    birth = f"{born.day or 1:02d}{born.month or 1:02d}{born.year:04d}"
    return f"{person.personal_id}||{person.name}|{birth}|{person.sex}|{person.address}|15062021"
