"""What every store promises: units of work, the log, running numbers, reference, drafts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec
import pytest

from cgcounter.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from cgcounter.domain.codes import BadSlotError, SerialsExhaustedError
from cgcounter.domain.deadlines import DurationKind
from cgcounter.domain.dossier import Status
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import EventTooLargeError
from cgcounter.domain.facts import UnknownFact
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.procedures import Catalogue, Level, Procedure
from cgcounter.domain.staff import Role, StaffId, StaffMember
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.ports import DossierNotFoundError, NotSetUpError, Store
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life

TODAY = date(2022, 3, 10)
TOMORROW = date(2022, 3, 11)
CLERK = StaffId(UUID(int=1))
OTHER = StaffId(UUID(int=2))
OFFICE = Office("xa-cao-an", "UBND HUYỆN CẨM GIÀNG", "UBND XÃ CAO AN", "Cao An", "H23.99")
BIRTH = Procedure("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", Level.COMMUNE, DurationKind.WORKING_DAYS)


def keep(store: Store, life: Life) -> Life:
    """Store the events of a life in one unit of work."""
    with store.begin() as unit:
        unit.log.append(life.events)
        unit.commit()
    return life


def test_a_committed_event_is_in_the_history(store: Store, ids: FakeIds) -> None:
    """What was appended and committed is read back as it was, in its order."""
    life = Life(ids)
    life.received()
    life.printed()
    keep(store, life)
    with store.look() as reading:
        assert reading.log.history(life.dossier) == tuple(life.events)


def test_an_unknown_fact_comes_back_as_it_was(store: Store, ids: FakeIds) -> None:
    """A fact of a newer version is kept byte for byte and makes its dossier read-only."""
    life = Life(ids)
    life.received()
    strange = UnknownFact("dossier_blessed", 7, msgspec.msgpack.encode({"by": "thầy"}))
    life.then(strange)
    keep(store, life)
    with store.look() as reading:
        assert reading.log.history(life.dossier)[1].fact == strange
        assert reading.dossiers.get(life.dossier).read_only


def test_nothing_is_known_of_another_dossier(store: Store, ids: FakeIds) -> None:
    """The history of a dossier that is not here is empty, and there is no state of it."""
    keep(store, Life(ids))
    with store.look() as reading:
        assert reading.log.history(DossierId(UUID(int=9))) == ()
        with pytest.raises(DossierNotFoundError):
            reading.dossiers.get(DossierId(UUID(int=9)))


def test_leaving_without_commit_changes_nothing(store: Store, ids: FakeIds) -> None:
    """Event, serial, register number, reference and draft are all rolled back together."""
    life = Life(ids)
    with store.begin() as unit:
        unit.log.append([life.received()])
        unit.numbers.next_serial(1, TODAY)
        unit.numbers.next_register_number("01/2022", 2022)
        unit.reference.put_office(OFFICE, Counter(1), at=THURSDAY_MORNING)
        unit.drafts.save(CLERK, b"typed")
    with store.begin() as unit:
        assert unit.log.history(life.dossier) == ()
        assert unit.dossiers.by_code(life.code) == ()
        assert unit.numbers.next_serial(1, TODAY) == 1001
        assert unit.numbers.next_register_number("01/2022", 2022) == 1
        assert unit.drafts.load(CLERK) is None
        with pytest.raises(NotSetUpError):
            unit.reference.office()


def test_an_error_inside_rolls_back_and_passes(store: Store, ids: FakeIds) -> None:
    """A rule that says no inside a unit of work leaves nothing behind and reaches the caller as it is."""
    life = Life(ids)
    with pytest.raises(CounterError, match="counter_error"):
        _break_off(store, life)
    with store.look() as reading:
        assert reading.log.history(life.dossier) == ()


def _break_off(store: Store, life: Life) -> None:
    with store.begin() as unit:
        unit.log.append([life.received()])
        raise CounterError


def test_a_unit_of_work_sees_its_own_acts(store: Store, ids: FakeIds) -> None:
    """Before the commit the act itself reads what it wrote; a look beside it does not."""
    life = Life(ids)
    with store.begin() as unit:
        unit.log.append([life.received()])
        assert [line.code for line in unit.dossiers.by_code(life.code)] == ["H23.99-220310-1001"]
        with store.look() as reading:
            assert reading.dossiers.by_code(life.code) == ()


def test_a_look_is_consistent(store: Store, ids: FakeIds) -> None:
    """A look keeps showing the file as it was when the look began to read."""
    with store.look() as reading:
        assert reading.log.history(DossierId(UUID(int=9))) == ()
        life = Life(ids)
        life.received()
        keep(store, life)
        assert reading.log.history(life.dossier) == ()
    with store.look() as reading:
        assert len(reading.log.history(life.dossier)) == 1


def test_a_finished_unit_of_work_does_no_more(store: Store, ids: FakeIds) -> None:
    """After its commit a unit of work neither writes nor reads: one act, one transaction."""
    with store.begin() as unit:
        unit.commit()
        with pytest.raises(RuntimeError):
            unit.log.append([Life(ids).received()])
        with pytest.raises(RuntimeError):
            unit.drafts.load(CLERK)


def test_a_unit_of_work_ends_with_its_block(store: Store) -> None:
    """Left with or without a commit, neither an act nor a look answers any more."""
    with store.begin() as unit:
        pass
    with store.look() as reading:
        pass
    with pytest.raises(RuntimeError):
        unit.drafts.save(CLERK, b"typed")
    with pytest.raises(RuntimeError):
        reading.drafts.load(CLERK)


def test_a_look_writes_nothing(store: Store, ids: FakeIds) -> None:
    """Appending or keeping a draft in a look is a mistake of the program."""
    with pytest.raises(RuntimeError), store.look() as reading:
        reading.log.append([Life(ids).received()])
    with pytest.raises(RuntimeError), store.look() as reading:
        reading.drafts.save(CLERK, b"typed")


def test_an_event_is_stored_once(store: Store, ids: FakeIds) -> None:
    """Appending the same event a second time is a mistake of the program and changes nothing."""
    life = Life(ids)
    life.received()
    keep(store, life)
    with pytest.raises(RuntimeError):
        keep(store, life)
    with store.look() as reading:
        assert len(reading.log.history(life.dossier)) == 1


def test_appending_nothing_is_nothing(store: Store) -> None:
    """An empty act may be appended."""
    with store.begin() as unit:
        unit.log.append([])
        unit.commit()


def test_an_event_that_is_too_large_is_refused_when_it_is_decided(store: Store, ids: FakeIds) -> None:
    """More than 16 KiB is refused with a code, so that an appended event is always acceptable."""
    life = Life(ids, note="x" * 20_000)
    with pytest.raises(EventTooLargeError), store.begin() as unit:
        unit.log.append([life.received()])


def test_acts_of_several_days_make_one_dossier(store: Store, ids: FakeIds) -> None:
    """Each act adds to the dossier: received, printed, in progress, resulted, returned."""
    life = Life(ids)
    for act in (life.received, life.printed, life.started):
        event = act()
        with store.begin() as unit:
            unit.log.append([event])
            unit.commit()
    with store.begin() as unit:
        unit.log.append([life.resulted(THURSDAY_MORNING), life.returned(THURSDAY_MORNING)])
        unit.commit()
    with store.look() as reading:
        dossier = reading.dossiers.get(life.dossier)
        (line,) = reading.dossiers.by_code(life.code)
    assert dossier.status is Status.RETURNED
    assert line.status is Status.RETURNED
    assert line.receipt_printed
    assert line.returned_at == THURSDAY_MORNING


def test_serials_count_by_slot_and_day(store: Store) -> None:
    """Each slot of each day counts by itself, from slot x 1000 + 1."""
    with store.begin() as unit:
        asked = [(1, TODAY), (1, TODAY), (2, TODAY), (1, TOMORROW), (1, TODAY)]
        assert [unit.numbers.next_serial(slot, day) for slot, day in asked] == [1001, 1002, 2001, 1001, 1003]
        unit.commit()
    with store.begin() as unit:
        assert unit.numbers.next_serial(1, TODAY) == 1004


def test_a_slot_ends_at_999_a_day(store: Store) -> None:
    """The 1000th serial of a slot and day is refused, the next day begins anew."""
    with store.begin() as unit:
        last = [unit.numbers.next_serial(9, TODAY) for _ in range(999)][-1]
        assert last == 9999
        with pytest.raises(SerialsExhaustedError):
            unit.numbers.next_serial(9, TODAY)
        assert unit.numbers.next_serial(9, TOMORROW) == 9001
        with pytest.raises(BadSlotError):
            unit.numbers.next_serial(0, TODAY)


def test_register_rows_count_by_volume_and_year(store: Store) -> None:
    """Each volume of each year counts by itself, from 1."""
    with store.begin() as unit:
        asked = [("01/2022", 2022), ("01/2022", 2022), ("02/2022", 2022), ("01/2022", 2023)]
        assert [unit.numbers.next_register_number(*one) for one in asked] == [1, 2, 1, 1]


def test_before_the_set_up_nothing_is_known(store: Store) -> None:
    """Every question about the office is answered by NotSetUpError until it is set up."""
    with store.look() as reading:
        reference = reading.reference
        for ask in (
            reference.office,
            reference.counter,
            reference.staff,
            reference.units,
            reference.calendar,
            reference.catalogue,
        ):
            with pytest.raises(NotSetUpError):
                ask()


def test_the_office_is_kept_whole(store: Store) -> None:
    """Office, counter, people, calendar and units come back equal to what was put."""
    person = StaffMember(CLERK, "Lê Thị Ẩn", (Role.CLERK, Role.SUPERVISOR), "hash of 1234", "Công chức")
    calendar = WorkingCalendar((CalendarDay(date(2022, 4, 11), DayKind.DAY_OFF, "Giỗ Tổ"),))
    units = Units((Unit("xa-cao-an", "xã Cao An", UnitKind.COMMUNE, date(2022, 1, 1)),))
    with store.begin() as unit:
        unit.reference.put_office(OFFICE, Counter(2, "Quầy 2"), at=THURSDAY_MORNING)
        unit.reference.put_staff([person], at=THURSDAY_MORNING)
        unit.reference.put_calendar(calendar, source="QĐ", at=THURSDAY_MORNING)
        unit.reference.put_units(units, source="NQ", at=THURSDAY_MORNING)
        unit.commit()
    with store.look() as reading:
        assert reading.reference.office() == OFFICE
        assert reading.reference.counter() == Counter(2, "Quầy 2")
        assert reading.reference.staff() == (person,)
        assert reading.reference.calendar() == calendar
        assert reading.reference.units() == units


def test_catalogue_versions_stay(store: Store) -> None:
    """A new catalogue gets the next number and leaves the old one as it was; an unknown number is refused."""
    first, second = Catalogue((BIRTH,)), Catalogue(())
    with store.begin() as unit:
        assert unit.reference.put_catalogue(first, source="2022", at=THURSDAY_MORNING) == 1
        unit.commit()
    with store.begin() as unit:
        assert unit.reference.put_catalogue(second, source="2023", at=THURSDAY_MORNING) == 2
        assert unit.reference.catalogue().version == 2
        unit.commit()
    with store.look() as reading:
        assert reading.reference.catalogue().catalogue == second
        assert reading.reference.catalogue(1).catalogue == first
        with pytest.raises(NotSetUpError):
            reading.reference.catalogue(3)


def test_a_version_that_was_rolled_back_is_forgotten(store: Store) -> None:
    """What was put and read but never committed is not seen under the number that the next one gets."""
    with store.begin() as unit:
        unit.reference.put_catalogue(Catalogue(()), source="", at=THURSDAY_MORNING)
        assert unit.reference.catalogue().catalogue == Catalogue(())
    with store.begin() as unit:
        assert unit.reference.put_catalogue(Catalogue((BIRTH,)), source="", at=THURSDAY_MORNING) == 1
        unit.commit()
    with store.look() as reading:
        assert reading.reference.catalogue().catalogue == Catalogue((BIRTH,))


def test_each_person_has_one_draft(store: Store) -> None:
    """A draft is kept over the former one, belongs to its owner, and is cleared with the act that uses it."""
    with store.begin() as unit:
        unit.drafts.save(CLERK, b"first")
        unit.drafts.save(CLERK, b"second")
        unit.drafts.save(OTHER, b"other")
        unit.commit()
    with store.begin() as unit:
        assert unit.drafts.load(CLERK) == b"second"
        unit.drafts.clear(CLERK)
        unit.drafts.clear(StaffId(UUID(int=3)))
        unit.commit()
    with store.look() as reading:
        assert reading.drafts.load(CLERK) is None
        assert reading.drafts.load(OTHER) == b"other"
