"""What every store answers about work: what waits in a unit, for its citizen, or for its receipt."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import ClockSuspended, GuidanceGiven, HandedOver, SupplementRequested
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId
from cgcounter.services.ports import Store, View
from tests.contracts.test_dossiers import NOW, keep, received, search, serials
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import BIRTH, Life, named

HERE = "xa-cao-an"


def held(
    store: Store, unit: str, after: str | None = None, limit: int = 9, by: StaffId | None = None
) -> tuple[list[str], str | None]:
    """The serials of a page of a unit's work, or of one person's, and where the next page begins."""
    with store.look() as reading:
        page = reading.dossiers.held_in(unit, by=by, after=after, limit=limit)
    return serials(page.lines), page.next


def test_the_work_of_a_unit_is_in_the_order_of_its_deadlines(store: Store, ids: FakeIds) -> None:
    """Each leg's own due time counts, else the dossier's; what has none comes last; other units are left out."""
    soon, later, whenever = NOW + timedelta(days=1), NOW + timedelta(days=3), None
    for serial, due_at in ((1001, later), (1002, whenever), (1003, soon)):
        life = received(ids, serial, due_at=None)
        life.then(HandedOver(handed_at=NOW, unit="phong-tu-phap", unit_name="Phòng Tư pháp", due_at=due_at))
        keep(store, life)
    here = received(ids, 1004)
    here.started()
    keep(store, here, received(ids, 1005))
    first, following = held(store, "phong-tu-phap", limit=2)
    assert first == ["1003", "1001"]
    assert held(store, "phong-tu-phap", following) == (["1002"], None)
    assert held(store, HERE) == (["1004"], None)
    assert held(store, "cong-an-huyen") == ([], None)


def test_what_has_its_result_is_no_work_any_more(store: Store, ids: FakeIds) -> None:
    """It waits for its citizen instead, the one that waits longest first, until it is returned."""
    lives = [received(ids, serial) for serial in (1001, 1002, 1003)]
    for life, days in zip(lives, (3, 1, 2), strict=True):
        life.started()
        life.resulted(NOW + timedelta(days=days))
    lives[1].returned(NOW + timedelta(days=4))
    keep(store, *lives)
    assert held(store, HERE) == ([], None)
    with store.look() as reading:
        page = reading.dossiers.page(View.WAITING, now=NOW, after=None, limit=1)
        assert serials(page.lines) == ["1003"]
        rest = reading.dossiers.page(View.WAITING, now=NOW, after=page.next, limit=9)
    assert (serials(rest.lines), rest.next) == (["1001"], None)


def test_the_clock_of_a_paused_dossier_makes_it_not_late(store: Store, ids: FakeIds) -> None:
    """Waiting for a supplement or a verification is not late (3.5); its unit still has it on its list."""
    asked, suspended = received(ids, 1001), received(ids, 1002)
    for life, fact in (
        (asked, SupplementRequested(requested_at=NOW)),
        (suspended, ClockSuspended(suspended_at=NOW, reason="Xác minh")),
    ):
        life.started()
        life.then(fact)
    keep(store, asked, suspended)
    with store.look() as reading:
        assert reading.dossiers.overdue(NOW + timedelta(days=30)) == ()
    assert sorted(held(store, HERE)[0]) == ["1001", "1002"]


def test_who_was_guided_is_found_by_name(store: Store, ids: FakeIds) -> None:
    """A guidance before intake has a row without a code, at its own time."""
    life = Life(ids)
    life.then(GuidanceGiven(guided_at=NOW, procedure=BIRTH, applicant=Person("Bùi Thị Thiếu")))
    keep(store, life)
    (line,) = search(store, "bui thi thieu")
    assert (line.code, line.status, line.received_at) == ("", Status.GUIDED, None)


def test_receipts_of_every_day_wait_to_be_printed(store: Store, ids: FakeIds) -> None:
    """Counted and listed newest first, whatever day they are of; printed, returned and refused wait for nothing."""
    last_year = received(ids, 1001, at=NOW - timedelta(days=300))
    yesterday, printed = (received(ids, 1002 + place, at=NOW - timedelta(days=1)) for place in range(2))
    printed.printed()
    with_result, returned = (received(ids, 1004 + place, at=NOW) for place in range(2))
    for life in (with_result, returned):
        life.resulted(NOW)
    returned.returned(NOW)
    refused = Life(ids, at=NOW, **named("Từ Chối"))
    refused.refused()
    keep(store, last_year, yesterday, printed, with_result, returned, refused)
    with store.look() as reading:
        page = reading.dossiers.page(View.UNPRINTED, now=NOW, after=None, limit=50)
        assert reading.dossiers.unprinted() == 3
    assert serials(page.lines) == ["1004", "1002", "1001"]


def test_a_printed_receipt_waits_no_more(store: Store, ids: FakeIds) -> None:
    """The figure follows the log at once."""
    life = received(ids)
    keep(store, life)
    with store.begin() as unit:
        unit.log.append([life.printed()])
        unit.commit()
    with store.look() as reading:
        assert reading.dossiers.unprinted() == 0
        assert reading.dossiers.page(View.UNPRINTED, now=NOW, after=None, limit=9).lines == ()


def test_what_one_person_holds_is_listed_apart(store: Store, ids: FakeIds) -> None:
    """Of a unit's work only theirs, in the same order and page by page; another person's is left out."""
    somebody = StaffId(UUID(int=0xC2))
    for serial, days in ((1001, 3), (1002, 1), (1003, 2)):
        life = received(ids, serial)
        life.then(HandedOver(handed_at=NOW, to=somebody, due_at=NOW + timedelta(days=days)))
        keep(store, life)
    other = received(ids, 1004)
    other.started()
    keep(store, other)
    first, following = held(store, HERE, limit=2, by=somebody)
    assert first == ["1002", "1003"]
    assert held(store, HERE, following, by=somebody) == (["1001"], None)
    assert held(store, "phong-tu-phap", by=somebody) == ([], None)
    assert len(held(store, HERE)[0]) == 4


def test_a_row_tells_whether_its_dossier_went_on_paper(store: Store, ids: FakeIds) -> None:
    """By the last hand-over; what was never handed over went nowhere."""
    lives = [received(ids, serial) for serial in (1001, 1002, 1003)]
    lives[0].then(HandedOver(handed_at=NOW, electronic=False))
    lives[1].started()
    keep(store, *lives)
    with store.look() as reading:
        lines = reading.dossiers.page(View.ALL, now=NOW, after=None, limit=9).lines
    assert {line.code[-4:]: line.on_paper for line in lines} == {"1001": True, "1002": False, "1003": False}
