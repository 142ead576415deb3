"""The first run writes office, counter, first people and what they work by, all of it or nothing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cgcounter.domain.codes import BadSlotError, MalformedAgencyCodeError
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.offices import Counter, OfficeIncompleteError
from cgcounter.domain.staff import Role, StaffMember
from cgcounter.services.intake import NameMissingError
from cgcounter.services.ports import NotSetUpError
from cgcounter.services.set_up_office import NewPerson, PinTooShortError, SeedData
from tests.services.desk import COUNTER, OFFICE, UNITS, Desk, an_intake
from tests.services.small_catalogue import CALENDAR, CATALOGUE

SEED = SeedData(CATALOGUE, CALENDAR, UNITS, source="danh mục 2022")
HEAD = NewPerson("Vũ Đình Trưởng", (Role.ADMINISTRATOR, Role.HEAD), "2468", "Chủ tịch")
CLERK = NewPerson("Lê Thị Ẩn", (Role.CLERK,), "123456")


@pytest.fixture
def blank() -> Desk:
    """A counter whose file holds nothing yet."""
    return Desk()


def set_up(desk: Desk, **changes: Any) -> tuple[StaffMember, ...]:
    """Set up with sound answers, unless changed."""
    answers: dict[str, Any] = {"office": OFFICE, "counter": COUNTER, "people": (HEAD, CLERK)} | changes
    return desk.cases.set_up_office(answers["office"], answers["counter"], answers["people"], SEED)


def test_a_blank_file_is_not_set_up(blank: Desk) -> None:
    """The window asks this before anything else."""
    assert not blank.cases.set_up_office.is_done()
    set_up(blank)
    assert blank.cases.set_up_office.is_done()


def test_everything_is_kept_in_one_commit(blank: Desk) -> None:
    """Office, counter, people, catalogue, calendar and units are there together."""
    staff = set_up(blank)
    assert blank.store.commits == 1
    with blank.store.look() as reading:
        reference = reading.reference
        assert (reference.office(), reference.counter()) == (OFFICE, COUNTER)
        assert reference.staff() == staff
        assert (reference.catalogue().version, reference.catalogue().catalogue) == (1, CATALOGUE)
        assert (reference.calendar(), reference.units()) == (CALENDAR, UNITS)


def test_people_get_ids_and_hashed_pins(blank: Desk) -> None:
    """Everyone has an id of their own, name, parts and title; PINs are kept as hashes only."""
    head, clerk = set_up(blank)
    assert (head.name, head.roles, head.title) == (HEAD.name, HEAD.roles, "Chủ tịch")
    assert (clerk.name, clerk.roles, clerk.title) == ("Lê Thị Ẩn", (Role.CLERK,), "")
    assert head.id != clerk.id
    assert head.active
    assert clerk.active
    assert (head.pin_hash, clerk.pin_hash) == ("hash of 2468", "hash of 123456")


def test_the_office_works_at_once(blank: Desk) -> None:
    """The first person signs in with the PIN just typed and receives a dossier."""
    _, clerk = set_up(blank, counter=Counter(2))
    actor = blank.cases.sign_in(clerk.id, "123456")
    dossier = blank.cases.receive_dossier(actor, an_intake())
    assert dossier.code == "000.12.30.H23-220310-2001"
    assert dossier.received_by == clerk.id


def a_person(**changes: Any) -> tuple[NewPerson, ...]:
    return (msgspec.structs.replace(HEAD, **changes),)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"office": msgspec.structs.replace(OFFICE, unit_key="")}, OfficeIncompleteError),
        ({"office": msgspec.structs.replace(OFFICE, authority=" ")}, OfficeIncompleteError),
        ({"office": msgspec.structs.replace(OFFICE, office_name="")}, OfficeIncompleteError),
        ({"office": msgspec.structs.replace(OFFICE, place="\t")}, OfficeIncompleteError),
        ({"office": msgspec.structs.replace(OFFICE, agency_code="H23/99")}, MalformedAgencyCodeError),
        ({"counter": Counter(0)}, BadSlotError),
        ({"counter": Counter(10)}, BadSlotError),
        ({"people": a_person(name=" \u200b")}, NameMissingError),
        ({"people": a_person(pin="")}, PinTooShortError),
        ({"people": a_person(pin="123")}, PinTooShortError),
        ({"people": a_person(pin="12a4")}, PinTooShortError),
        ({"people": a_person(pin="12 34")}, PinTooShortError),
        ({"people": (HEAD, *a_person(pin="12"))}, PinTooShortError),
    ],
)
def test_incomplete_answers_write_nothing(
    blank: Desk, changes: dict[str, Any], error: type[RuleBrokenError]
) -> None:
    """What receipts, codes or signing in would miss is asked for before anything is written."""
    with pytest.raises(error) as refused:
        set_up(blank, **changes)
    assert not blank.cases.set_up_office.is_done()
    assert blank.store.commits == 0
    with blank.store.look() as reading, pytest.raises(NotSetUpError):
        reading.reference.staff()
    assert not any(secret in str(refused.value) for secret in ("Vũ", "12a4", "H23/99"))


@pytest.mark.parametrize("slot", range(1, 10))
def test_nine_counters_have_their_slots(blank: Desk, slot: int) -> None:
    """Slots 1 to 9 are counters; 0 belongs to the server and the portal (section 5)."""
    _, clerk = set_up(blank, counter=Counter(slot))
    actor = blank.cases.sign_in(clerk.id, "123456")
    assert blank.cases.receive_dossier(actor, an_intake()).code.endswith(f"-{slot}001")
