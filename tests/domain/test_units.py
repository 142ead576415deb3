"""Units: validity, codes that come back, children, and reading the table."""

from datetime import date

import pytest

from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.tables import Confidence
from cgcounter.domain.units import Unit, UnitKind, Units, units_from_rows

MARCH_2022 = date(2022, 3, 10)
AUGUST_2025 = date(2025, 8, 1)


def row(key: str, **cells: str) -> dict[str, str]:
    return {
        "unit_key": key,
        "gso_code": "",
        "name": "xã Mẫu",
        "kind": "commune",
        "parent_key": "",
        "valid_from": "2022-01-01",
        "valid_to": "",
        "successor_codes": "",
        "successor_keys": "",
        "agency_code": "",
        "confidence": "",
        "note": "",
    } | cells


def test_table_is_read_whole(units: Units) -> None:
    """All 60 units of the table are taken, and every one has a beginning."""
    assert len(units.units) == 60


def test_unit_with_all_its_cells(units: Units) -> None:
    """A row becomes a unit cell by cell."""
    assert units.find("tt-lai-cach") == Unit(
        key="tt-lai-cach",
        name="thị trấn Lai Cách",
        kind=UnitKind.TOWNSHIP,
        valid_from=date(2022, 1, 1),
        valid_to=date(2025, 6, 30),
        gso_code="10891",
        parent_key="ubnd-huyen",
        successor_keys=("phuong-tu-minh-2025", "phuong-viet-hoa-2025"),
        agency_code="",
        confidence=Confidence.NATIONAL_DB,
        note="chia cho hai phường",
    )


def test_unknown_key_finds_nothing(units: Units) -> None:
    """A key that is not in the table finds nothing."""
    assert units.find("xa-khong-co") is None


def test_seventeen_communes_in_2022(units: Units) -> None:
    """In 2022 the district had 17 communes, two of them townships (section 10)."""
    below = units.children("ubnd-huyen", MARCH_2022)
    communes = [one for one in below if one.kind in (UnitKind.COMMUNE, UnitKind.TOWNSHIP)]
    assert len(communes) == 17
    assert sum(one.kind is UnitKind.TOWNSHIP for one in communes) == 2


def test_police_below_a_commune(units: Units) -> None:
    """The police of a commune stands below it."""
    assert [one.key for one in units.children("xa-cao-an", MARCH_2022)] == ["ca-xa-cao-an"]
    assert units.children("xa-cao-an", AUGUST_2025) == ()
    assert units.children("", MARCH_2022) == ()


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (MARCH_2022, "xa-ngoc-lien"),
        (date(2025, 6, 30), "xa-ngoc-lien"),
        (date(2025, 7, 1), "xa-cam-giang-2025a"),
    ],
)
def test_code_of_the_statistics_office_needs_a_day(units: Units, day: date, key: str) -> None:
    """The code 10903 means another commune after the merger, so it is never used without a day."""
    found = units.find_gso("10903", day)
    assert found is not None
    assert found.key == key


def test_code_before_its_time(units: Units) -> None:
    """A code finds nothing on a day on which no unit bears it, nor does an empty code."""
    assert units.find_gso("10903", date(2021, 12, 31)) is None
    assert units.find_gso("10543", MARCH_2022) is None
    assert units.find_gso("", MARCH_2022) is None


@pytest.mark.parametrize("day", [MARCH_2022, date(2024, 12, 1), AUGUST_2025])
def test_codes_are_unique_on_each_day(units: Units, day: date) -> None:
    """On one day no two units bear the same code."""
    codes = [unit.gso_code for unit in units.valid_on(day) if unit.gso_code]
    assert len(codes) == len(set(codes))


def test_units_that_procedures_are_forwarded_to(units: Units, catalogue: Catalogue) -> None:
    """Every kind of unit that a procedure is forwarded to exists in 2022."""
    kinds = {kind for procedure in catalogue.procedures for kind in procedure.forwarded_to}
    assert kinds == {"labour_department", "social_insurance", "commune_police"}
    assert all(units.of_kind(UnitKind(kind), MARCH_2022) for kind in kinds)


def test_kind_is_asked_for_a_day(units: Units) -> None:
    """The labour department ended with the district."""
    assert [one.key for one in units.of_kind(UnitKind.LABOUR_DEPARTMENT, MARCH_2022)] == ["phong-ldtbxh"]
    assert units.of_kind(UnitKind.LABOUR_DEPARTMENT, AUGUST_2025) == ()


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"unit_key": ""}, "unit_key", "missing"),
        ({"unit_key": "first"}, "unit_key", "duplicate"),
        ({"name": ""}, "name", "missing"),
        ({"kind": "village"}, "kind", "unknown_value"),
        ({"gso_code": "10927", "valid_from": ""}, "valid_from", "missing"),
        ({"valid_from": "2022"}, "valid_from", "bad_date"),
        ({"valid_to": "2021-12-31"}, "valid_to", "ends_before_start"),
        ({"gso_code": "xã"}, "gso_code", "bad_code"),
        ({"agency_code": "h23"}, "agency_code", "bad_code"),
        ({"parent_key": "nowhere"}, "parent_key", "unknown_unit"),
        ({"parent_key": "second"}, "parent_key", "unknown_unit"),
        ({"successor_keys": "first;nowhere"}, "successor_keys", "unknown_unit"),
        ({"confidence": "sure"}, "confidence", "unknown_value"),
    ],
)
def test_malformed_unit_is_refused(cells: dict[str, str], column: str, reason: str) -> None:
    """A malformed unit is refused by its row number and column, the sound ones around it are kept."""
    reading = units_from_rows([row("first"), row("second") | cells, row("third", agency_code="H23.12")])
    assert [unit.key for unit in reading.units.units] == ["first", "third"]
    (refusal,) = reading.refusals
    assert (refusal.table, refusal.row_number) == ("units", 3)
    assert (refusal.column, refusal.reason_code) == (column, reason)


def test_parents_may_come_later() -> None:
    """The order of the rows does not matter for parents and successors."""
    rows = [row("child", parent_key="parent", successor_keys="heir"), row("parent"), row("heir")]
    assert units_from_rows(rows).refusals == ()


def test_what_hangs_on_a_refused_unit_is_refused() -> None:
    """Units below a refused unit, and those that name it as successor, are refused in the order of rows."""
    rows = [
        row("before", successor_keys="grandchild"),
        row("grandchild", parent_key="child"),
        row("bad", kind="village"),
        row("child", parent_key="bad"),
        row("sound"),
    ]
    reading = units_from_rows(rows)
    assert [unit.key for unit in reading.units.units] == ["sound"]
    assert [(one.row_number, one.column) for one in reading.refusals] == [
        (2, "successor_keys"),
        (3, "parent_key"),
        (4, "kind"),
        (5, "parent_key"),
    ]


def test_circle_of_parents_is_refused() -> None:
    """Units that are each other's parents stand nowhere, and are refused instead of turning for ever."""
    rows = [row("one", parent_key="two"), row("two", parent_key="one"), row("sound")]
    reading = units_from_rows(rows)
    assert [unit.key for unit in reading.units.units] == ["sound"]
    assert [one.reason_code for one in reading.refusals] == ["unknown_unit", "unknown_unit"]


def test_other_offices_and_what_is_theirs_have_no_counter_here(units: Units) -> None:
    """At the district its departments and the agencies of their own line; in a commune its police and those."""
    at_district = {one.key for one in units.with_counters_at("ubnd-huyen", MARCH_2022)}
    assert {"bhxh-huyen", "chi-cuc-thue", "cong-an-huyen", "phong-tu-phap"} <= at_district
    assert at_district.isdisjoint({"ubnd-huyen", "xa-cao-an", "tt-lai-cach", "ca-xa-cao-an"})
    in_commune = {one.key for one in units.with_counters_at("xa-cao-an", MARCH_2022)}
    assert {"ca-xa-cao-an", "bhxh-huyen"} <= in_commune
    assert in_commune.isdisjoint({"xa-cao-an", "ubnd-huyen", "phong-tu-phap", "ca-xa-cam-hung"})
