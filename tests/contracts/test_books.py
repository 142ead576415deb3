"""What every store answers for the books: the rows of the register of a period, and what went out on paper on a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.facts import HandedOver, HandoverAccepted
from cgcounter.domain.particulars import ProcedurePin, RegisterEntry
from cgcounter.services.ports import RegisterShare, Store
from tests.contracts.test_dossiers import NOW, keep, serials
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import BIRTH, Life

MARCH = date(2022, 3, 1), date(2022, 3, 31)
COPY = ProcedurePin(code="2.000815", name="Chứng thực bản sao", field="Chứng thực", catalogue_version=1)
TO_JUSTICE = HandedOver(
    handed_at=NOW, unit="phong-tu-phap", unit_name="Phòng Tư pháp huyện Cẩm Giàng", electronic=False
)


def entered(
    ids: FakeIds, number: int, *, at: datetime = NOW, volume: str = "01/2022", procedure: ProcedurePin = BIRTH
) -> Life:
    """A dossier in a row of a volume; its serial is 1000 and the number."""
    life = Life(
        ids, 1000 + number, at=at, register=RegisterEntry(volume=volume, number=number), procedure=procedure
    )
    life.received()
    return life


def rows(store: Store, first: date, last: date, field: str = "", volume: str = "") -> list[str]:
    """The serials of a part of the register."""
    with store.look() as reading:
        found = reading.dossiers.registered(first, last, field=field, volume=volume)
        return [reading.dossiers.get(one).code[-4:] for one in found]


def handed_on(store: Store, day: date) -> list[str]:
    """The serials of what went out on paper on a day."""
    with store.look() as reading:
        return serials(reading.dossiers.handed_on_paper(day))


def test_the_register_is_in_the_order_of_volume_and_number(store: Store, ids: FakeIds) -> None:
    """4.6: a row is found by Quyển số and Số thứ tự, whichever dossier came to the file first."""
    keep(
        store,
        entered(ids, 2, volume="02/2022"),
        entered(ids, 10),
        entered(ids, 1, volume="02/2022"),
        entered(ids, 9, at=NOW + timedelta(days=1)),
    )
    assert rows(store, *MARCH) == ["1009", "1010", "1001", "1002"]


def test_a_period_takes_its_first_and_its_last_day_whole(store: Store, ids: FakeIds) -> None:
    """From 00:00 of the first day up to the last microsecond of the last one, by the clock of Viet Nam."""
    first, last = datetime(2022, 3, 10, tzinfo=TIME_ZONE), datetime(2022, 3, 12, tzinfo=TIME_ZONE)
    before, end = timedelta(microseconds=-1), timedelta(days=1)
    moments = (first + before, first, last + end + before, last + end)
    keep(store, *(entered(ids, place, at=at) for place, at in enumerate(moments, 1)))
    assert rows(store, date(2022, 3, 10), date(2022, 3, 12)) == ["1002", "1003"]
    assert rows(store, date(2022, 3, 13), date(2022, 3, 12)) == []


def test_a_book_is_of_a_field_a_volume_or_both(store: Store, ids: FakeIds) -> None:
    """The book is kept per field (4.6); numbers and names that are not there give an empty one."""
    keep(
        store,
        entered(ids, 1),
        entered(ids, 2, procedure=COPY),
        entered(ids, 3, procedure=COPY, volume="02/2022"),
    )
    assert rows(store, *MARCH, field="Chứng thực") == ["1002", "1003"]
    assert rows(store, *MARCH, volume="01/2022") == ["1001", "1002"]
    assert rows(store, *MARCH, field="Chứng thực", volume="02/2022") == ["1003"]
    assert rows(store, *MARCH, field="chung thuc") == []
    assert rows(store, *MARCH, volume="03/2022") == []


def test_the_shares_of_a_period_count_its_rows(store: Store, ids: FakeIds) -> None:
    """Which volumes and fields there are, and how thick; days outside are not counted."""
    keep(
        store,
        entered(ids, 1),
        entered(ids, 2),
        entered(ids, 3, procedure=COPY, volume="02/2022"),
        entered(ids, 4, at=NOW + timedelta(days=40)),
    )
    with store.look() as reading:
        assert reading.dossiers.register_shares(*MARCH) == (
            RegisterShare("01/2022", "Hộ tịch", 2),
            RegisterShare("02/2022", "Chứng thực", 1),
        )


def test_what_was_never_received_is_in_no_register(store: Store, ids: FakeIds) -> None:
    """A refusal at intake has no row."""
    refused = Life(ids)
    refused.refused()
    keep(store, refused, entered(ids, 1))
    assert rows(store, *MARCH) == ["1001"]


def test_what_went_out_on_paper_on_a_day(store: Store, ids: FakeIds) -> None:
    """To another unit and on paper; in the order of the day; accepted since or not."""
    late, early, taken, next_day = (entered(ids, number) for number in range(1, 5))
    on_screen, at_home = entered(ids, 5), entered(ids, 6)
    for life, hours in ((late, 2), (early, 0), (taken, 1), (next_day, 24)):
        life.then(replace(TO_JUSTICE, handed_at=NOW + timedelta(hours=hours)))
    taken.then(HandoverAccepted(accepted_at=NOW + timedelta(hours=3), leg=taken.events[-1].id))
    on_screen.then(HandedOver(handed_at=NOW, unit="phong-tu-phap", unit_name="Phòng Tư pháp"))
    at_home.then(HandedOver(handed_at=NOW, electronic=False))
    keep(store, late, early, taken, next_day, on_screen, at_home)
    assert handed_on(store, NOW.date()) == ["1002", "1003", "1001"]
    assert handed_on(store, NOW.date() + timedelta(days=1)) == ["1004"]
    assert handed_on(store, NOW.date() - timedelta(days=1)) == []


def test_only_the_last_hand_over_on_paper_counts(store: Store, ids: FakeIds) -> None:
    """A dossier that went out again is on the list of that day; going on by screen leaves it where it was."""
    again, on_by_screen = entered(ids, 1), entered(ids, 2)
    for life in (again, on_by_screen):
        life.then(TO_JUSTICE)
    again.then(replace(TO_JUSTICE, handed_at=NOW + timedelta(days=1)))
    on_by_screen.then(HandedOver(handed_at=NOW + timedelta(days=1), unit="bhxh", unit_name="BHXH"))
    keep(store, again, on_by_screen)
    assert handed_on(store, NOW.date()) == ["1002"]
    assert handed_on(store, NOW.date() + timedelta(days=1)) == ["1001"]
