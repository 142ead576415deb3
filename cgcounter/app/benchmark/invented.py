"""Invented people for large files: many different names, some words frequent and most of them rare, as in life.

The names of the demo are too few to search among a million. These are put together from syllables by chance.
"""

from __future__ import annotations

from random import Random
from typing import Final

from cgcounter.domain.names import nfc
from cgcounter.domain.people import PartialDate, Person, Sex

_FAMILIES: Final = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Lương", "Mạc",
)  # fmt: skip
_SHARES: Final = (38, 12, 10, 8, 6, 5, 4, 4, 3, 3, 2, 2, 2, 1)
_ONSETS: Final = (
    "B",
    "Ch",
    "D",
    "Đ",
    "G",
    "Gi",
    "H",
    "Kh",
    "L",
    "M",
    "N",
    "Nh",
    "Ph",
    "Qu",
    "S",
    "T",
    "Th",
    "Tr",
    "V",
    "X",
)
_RIMES: Final = (
    "a",
    "á",
    "ả",
    "an",
    "án",
    "ang",
    "anh",
    "ánh",
    "ảo",
    "ạch",
    "ắc",
    "ăng",
    "âm",
    "ân",
    "ấn",
    "ậu",
    "em",
    "én",
    "ê",
    "ích",
    "iên",
    "iến",
    "inh",
    "ình",
    "oa",
    "oan",
    "oàn",
    "ôi",
    "ông",
    "ơn",
    "u",
    "ung",
    "uân",
    "uyên",
    "ường",
    "ượng",
    "y",
    "ỳnh",
)
_SYLLABLES: Final = tuple(nfc(onset + rime) for rime in _RIMES for onset in _ONSETS)
_RARITY: Final = 3.0  # the larger, the more often the first syllables are drawn
_PLACES: Final = ("Thôn Phú An", "Thôn Đào Xá", "Thôn Đỗ Xá", "Thôn Cao Xá", "Thôn Đông Giao", "Khu 3")
_OLDEST, _YOUNGEST = 1938, 1999
_BIRTHS: Final = tuple(
    PartialDate(year, month, day)
    for year in range(_OLDEST, _YOUNGEST + 1)
    for month in range(1, 13)
    for day in (3, 17, 28)
)


def draw_person(random: Random) -> Person:
    """A person with a number that fits birth year and sex (6.2)."""
    born = random.choice(_BIRTHS)
    sex = random.choice((Sex.MALE, Sex.FEMALE))
    family = random.choices(_FAMILIES, _SHARES)[0]
    return Person(
        name=f"{family} {_syllable(random)} {_syllable(random)}",
        personal_id=f"030{int(sex is Sex.FEMALE)}{born.year % 100:02d}{random.randrange(1_000_000):06d}",
        birth_date=born,
        sex=sex,
        address=f"{random.choice(_PLACES)}, Cao An, Cẩm Giàng, Hải Dương",
        phone=f"09{random.randrange(100_000_000):08d}",
    )


def _syllable(random: Random) -> str:
    return _SYLLABLES[int(len(_SYLLABLES) * random.random() ** _RARITY)]
