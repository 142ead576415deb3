"""Tests of what follows from the name of a commune."""

from datetime import date

import pytest

from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.gui.set_up.communes import (
    Commune,
    authority_of,
    communes_on,
    find_communes,
    key_of,
    place_of,
)

CAO_AN = Commune("xa-cao-an", "xã Cao An", "10927")
CAM_GIANG_WITH_A = Commune("xa-cam-giang-2025a", "xã Cẩm Giàng", "10903")
CAM_GIANG_WITHOUT = Commune("xa-cam-giang-2025b", "xã Cẩm Giang", "10888")


@pytest.mark.parametrize(
    ("commune", "authority", "place"),
    [
        ("xã Cao An", "ỦY BAN NHÂN DÂN XÃ CAO AN", "Cao An"),
        ("thị trấn Lai Cách", "ỦY BAN NHÂN DÂN THỊ TRẤN LAI CÁCH", "Lai Cách"),
        ("Phường Tứ Minh", "ỦY BAN NHÂN DÂN PHƯỜNG TỨ MINH", "Tứ Minh"),
        ("Cao An", "ỦY BAN NHÂN DÂN CAO AN", "Cao An"),
        ("UBND huyện Cẩm Giàng", "ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG", "Cẩm Giàng"),
        ("Ủy ban nhân dân thị xã Kinh Môn", "ỦY BAN NHÂN DÂN THỊ XÃ KINH MÔN", "Kinh Môn"),
        ("xã  Cao   An ", "ỦY BAN NHÂN DÂN XÃ CAO AN", "Cao An"),
        ("", "", ""),
    ],
)
def test_header_and_place_follow_from_the_name(commune: str, authority: str, place: str) -> None:
    """The header line names the committee in capitals, the place goes without the kind of unit."""
    assert (authority_of(commune), place_of(commune)) == (authority, place)


def test_only_communes_of_the_day_are_offered() -> None:
    """Communes, townships and wards valid on the day, then districts; no police, none that is gone or to come."""
    day = date(2022, 3, 10)
    units = Units(
        (
            Unit("ubnd-huyen", "UBND huyện Cẩm Giàng", UnitKind.DISTRICT, date(2022, 1, 1)),
            Unit("xa-cao-an", "xã Cao An", UnitKind.COMMUNE, date(2022, 1, 1), date(2025, 6, 30), "10927"),
            Unit("tt-lai-cach", "thị trấn Lai Cách", UnitKind.TOWNSHIP, date(2022, 1, 1), gso_code="10891"),
            Unit("ca-xa-cao-an", "Công an xã Cao An", UnitKind.COMMUNE_POLICE, date(2022, 1, 1)),
            Unit("xa-cu", "xã Cũ", UnitKind.COMMUNE, date(2020, 1, 1), date(2022, 3, 9)),
            Unit("phuong-moi", "phường Mới", UnitKind.WARD, date(2025, 7, 1)),
        )
    )
    assert communes_on(units, day) == (
        Commune("xa-cao-an", "xã Cao An", "10927"),
        Commune("tt-lai-cach", "thị trấn Lai Cách", "10891"),
        Commune("ubnd-huyen", "UBND huyện Cẩm Giàng", ""),
    )


def test_communes_are_found_without_marks_and_the_typed_marks_lead() -> None:
    """Two communes whose names differ by one mark are both found; the one that was typed comes first."""
    communes = (CAO_AN, CAM_GIANG_WITH_A, CAM_GIANG_WITHOUT)
    assert find_communes(communes, "cam giang") == [CAM_GIANG_WITH_A, CAM_GIANG_WITHOUT]
    assert find_communes(communes, "Cẩm Giang") == [CAM_GIANG_WITHOUT, CAM_GIANG_WITH_A]
    assert find_communes(communes, "Cẩm Giàng") == [CAM_GIANG_WITH_A, CAM_GIANG_WITHOUT]
    assert find_communes(communes, "an") == [CAO_AN]


def test_a_commune_of_the_table_keeps_its_key() -> None:
    """A name typed in full is the commune of the table; another gets a key made as the table makes them."""
    assert key_of((CAM_GIANG_WITH_A,), "Xã Cẩm Giàng") == "xa-cam-giang-2025a"
    assert key_of((CAM_GIANG_WITH_A,), "xã Tân Đức") == "xa-tan-duc"
