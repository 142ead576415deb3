"""The counter comes to belong to another unit: a new version of office and counter, by the administrator alone."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from cgcounter.domain.codes import MalformedAgencyCodeError
from cgcounter.domain.offices import Counter, Place
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.change_counter import CounterLook
from cgcounter.services.hand_over import UnitNotFoundError
from tests.services.desk import CLERK, COUNTER, OFFICE, UNITS, Desk, actor_of

POLICE = Unit("ca-xa-cao-an", "Công an xã", UnitKind.COMMUNE_POLICE, date(2022, 1, 1), parent_key="xa-cao-an")
INSURANCE = Unit("bhxh-huyen", "Bảo hiểm xã hội huyện", UnitKind.SOCIAL_INSURANCE, date(2022, 1, 1))
ENDED = Unit("thue-cu", "Chi cục Thuế cũ", UnitKind.TAX_BRANCH, date(2019, 1, 1), date(2021, 12, 31))
ELSEWHERE = Unit(
    "ca-khac", "Công an xã khác", UnitKind.COMMUNE_POLICE, date(2022, 1, 1), parent_key="xa-khac"
)
DISTRICT = Unit("ubnd-huyen", "UBND huyện", UnitKind.DISTRICT, date(2022, 1, 1))


@pytest.fixture(autouse=True)
def units(desk: Desk) -> None:
    """A commune with its police, two agencies of the district, and what has nothing to do with it."""
    known = Units((*UNITS.units, DISTRICT, POLICE, INSURANCE, ENDED, ELSEWHERE))
    with desk.store.begin() as unit:
        unit.reference.put_units(known, source="test", at=desk.clock.now())
        unit.commit()


def place_of(desk: Desk) -> Place:
    """What the file says now."""
    with desk.store.look() as reading:
        return Place(reading.reference.office(), reading.reference.counter())


def test_units_that_may_have_a_counter_here_are_offered(desk: Desk) -> None:
    """Those below the office's own unit, and agencies of their own line; no other office and nothing of others."""
    assert desk.cases.change_counter.look(desk.administrator) == CounterLook(
        Place(OFFICE, COUNTER), "Xã Cao An", (POLICE, INSURANCE)
    )


def test_what_is_received_then_bears_the_units_code(desk: Desk) -> None:
    """The clerk works for that unit at the next look; what was received before keeps its code and its unit."""
    before = desk.receive()
    place = desk.cases.change_counter(desk.administrator, "bhxh-huyen", "G24.12", confirmed=True)
    assert place == place_of(desk)
    assert place.counter == Counter(1, "Quầy 1", "bhxh-huyen", "G24.12", code_confirmed=True)
    clerk = desk.cases.sign_in(CLERK.id, "1111")
    assert (clerk.office, clerk.unit) == ("xa-cao-an", "bhxh-huyen")
    after = desk.receive()
    assert (before.code, before.own_unit) == ("000.12.30.H23-220310-1001", "xa-cao-an")
    assert (after.code, after.own_unit) == ("G24.12-220310-1002", "bhxh-huyen")
    assert desk.stored(before.id) == before


def test_the_way_back_is_the_office_itself(desk: Desk) -> None:
    """Its code is then that of the office, for all of its own counters."""
    desk.cases.change_counter(desk.administrator, "bhxh-huyen", "G24.12", confirmed=True)
    place = desk.cases.change_counter(desk.administrator, "", " H23.12 ", confirmed=False)
    assert place == (replace(OFFICE, agency_code="H23.12"), COUNTER)


def test_a_unit_that_is_no_more_is_still_shown(desk: Desk) -> None:
    """The page says what is kept; to be kept again it has to be one of today."""
    desk.put_counter(Counter(1, "Quầy 1", "thue-cu", "G12.30"))
    assert desk.cases.change_counter.look(desk.administrator).units == (ENDED, POLICE, INSURANCE)
    with pytest.raises(UnitNotFoundError):
        desk.cases.change_counter(desk.administrator, "thue-cu", "G12.31", confirmed=True)


@pytest.mark.parametrize(
    ("unit_key", "code", "error"),
    [
        ("khong-co", "G24.12", UnitNotFoundError),
        ("bhxh-huyen", "BHXH", MalformedAgencyCodeError),
        ("bhxh-huyen", "", MalformedAgencyCodeError),
        ("", "H23/12", MalformedAgencyCodeError),
    ],
)
def test_what_could_give_out_no_codes_is_not_kept(
    desk: Desk, unit_key: str, code: str, error: type[Exception]
) -> None:
    """An unknown unit, or a code of another shape: nothing is written."""
    with pytest.raises(error):
        desk.cases.change_counter(desk.administrator, unit_key, code, confirmed=True)
    assert place_of(desk) == Place(OFFICE, COUNTER)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_changes_it(desk: Desk, role: Role) -> None:
    """Nor looks at it."""
    with pytest.raises(RoleMissingError):
        desk.cases.change_counter(actor_of(role), "bhxh-huyen", "G24.12", confirmed=True)
    with pytest.raises(RoleMissingError):
        desk.cases.change_counter.look(actor_of(role))
    assert place_of(desk) == Place(OFFICE, COUNTER)
