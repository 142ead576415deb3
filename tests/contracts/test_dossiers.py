"""What every store answers about dossiers: codes, search, people, lists and figures."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.holding import Task
from cgcounter.services.ports import Store, TileCounts, View
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import BIRTH, CLERK, Life, named

NOW = THURSDAY_MORNING
TODAY = date(2022, 3, 10)


def keep(store: Store, *lives: Life) -> None:
    """Store the events of lives in one unit of work."""
    with store.begin() as unit:
        unit.log.append([event for life in lives for event in life.events])
        unit.commit()


def received(ids: FakeIds, serial: int = 1001, **changes: Any) -> Life:
    """A dossier that was received; ``at`` and the fields of its intake can be given."""
    life = Life(ids, serial, **changes)
    life.received()
    return life


def names(lines: tuple[DossierLine, ...]) -> list[str]:
    """The names of rows."""
    return [line.name for line in lines]


def serials(lines: tuple[DossierLine, ...]) -> list[str]:
    """The last digits of the codes of rows; empty for a row without a code."""
    return [line.code[-4:] for line in lines]


def search(store: Store, query: str, limit: int = 50) -> tuple[DossierLine, ...]:
    """What a search finds."""
    with store.look() as reading:
        return reading.dossiers.search(query, limit=limit)


def test_a_row_tells_what_the_dossier_says(store: Store, ids: FakeIds) -> None:
    """Every column of a row is what the events say."""
    life = received(ids)
    life.printed()
    life.resulted(NOW + timedelta(days=1))
    keep(store, life)
    with store.look() as reading:
        (line,) = reading.dossiers.by_code("H23.99-220310-1001")
    assert line == DossierLine(
        id=life.dossier,
        code="H23.99-220310-1001",
        status=Status.RESULT_READY,
        procedure_code="1.004884",
        procedure_name="Đăng ký lại khai sinh",
        field="Hộ tịch",
        name="Đỗ Thị Thử",
        personal_id="030190001234",
        phone="0912345678",
        address="",
        received_at=datetime(2022, 3, 10, 8, 15, tzinfo=TIME_ZONE),
        received_by=CLERK,
        due_at=datetime(2022, 3, 17, 8, 15, tzinfo=TIME_ZONE),
        released_at=datetime(2022, 3, 11, 8, 15, tzinfo=TIME_ZONE),
        returned_at=None,
        fee_dong=8000,
        receipt_printed=True,
        same_day=False,
        register_volume="01/2022",
        register_number=1,
        task=Task.RETURN,
        held_unit="xa-cao-an",
        held_by=CLERK,
        deadline=datetime(2022, 3, 17, 8, 15, tzinfo=TIME_ZONE),
    )
    assert line.received_at is not None
    assert line.received_at.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize("code", ["H23.99-220310-1002", " H23.99-220310-1002\r\n", "2203101002"])
def test_a_code_finds_its_dossier(store: Store, ids: FakeIds, code: str) -> None:
    """The full code and the digits alias find one dossier, with the noise of a scan at their ends."""
    keep(store, received(ids, 1001), received(ids, 1002))
    with store.look() as reading:
        assert serials(reading.dossiers.by_code(code)) == ["1002"]


@pytest.mark.parametrize("code", ["H23.98-220310-1001", "H23.99-220311-1001", "2203101003", "1001", "", "Đỗ"])
def test_another_code_finds_nothing(store: Store, ids: FakeIds, code: str) -> None:
    """A code of another agency, day or number, a part of a code, or a name is no code of a dossier here."""
    keep(store, received(ids, 1001))
    with store.look() as reading:
        assert reading.dossiers.by_code(code) == ()


def test_two_dossiers_of_one_code_are_both_kept(store: Store, ids: FakeIds) -> None:
    """After a clash both are found, the one that came first before the other."""
    keep(store, received(ids, 1001, **named("Người Trước")))
    keep(store, received(ids, 1001, **named("Người Sau")))
    with store.look() as reading:
        assert names(reading.dossiers.by_code("H23.99-220310-1001")) == ["Người Trước", "Người Sau"]


@pytest.mark.parametrize(
    "query",
    [
        "Nguyễn Thị Đỗ Quyên",
        "nguyen thi do quyen",
        "nguyen quyen",
        "quyen",
        "QUYÊN",
        "thi quy",
        "ng do q",
        "ng",
    ],
)
def test_a_name_is_found_by_beginnings_of_its_words(store: Store, ids: FakeIds, query: str) -> None:
    """Every word of the query begins a word of the name, in the same order; marks and capitals do not matter (6.4)."""
    keep(
        store, received(ids, 1001, **named("Nguyễn Thị Đỗ Quyên")), received(ids, 1002, **named("Đỗ Văn Nga"))
    )
    assert "Nguyễn Thị Đỗ Quyên" in names(search(store, query))


@pytest.mark.parametrize(
    "query", ["quyen nguyen", "uyen", "Quyền Thị", "xyz", "", "   ", "-", '"', "*", "a OR b"]
)
def test_what_the_rule_does_not_allow_is_not_found(store: Store, ids: FakeIds, query: str) -> None:
    """Words in another order, the middle of a word, other names and signs find nobody (6.4)."""
    keep(store, received(ids, 1001, **named("Nguyễn Thị Quyên")))
    assert search(store, query) == ()


def test_one_letter_is_enough(store: Store, ids: FakeIds) -> None:
    """The rule holds from the first letter on, for every word of the name (6.4)."""
    people = ["An Văn Bình", "Lê Văn Ẩn", "Lê An Bình", "Lê Văn Bình"]
    keep(store, *(received(ids, 1001 + place, **named(name)) for place, name in enumerate(people)))
    assert names(search(store, "a")) == ["Lê An Bình", "An Văn Bình", "Lê Văn Ẩn"]
    assert names(search(store, "l v b")) == ["Lê Văn Bình"]


def test_exact_marks_come_first_then_the_newest(store: Store, ids: FakeIds) -> None:
    """Who types the marks means them; among equals the newest dossier stands first."""
    people = ["Lê Văn Đức", "Lê Văn Dực", "Trần Văn Đức", "Phạm Thị Đục"]
    days = [NOW + timedelta(days=day) for day in range(4)]
    keep(store, *(received(ids, 1001, at=day, **named(name)) for day, name in zip(days, people, strict=True)))
    assert names(search(store, "Đức")) == ["Trần Văn Đức", "Lê Văn Đức", "Phạm Thị Đục", "Lê Văn Dực"]
    assert names(search(store, "duc")) == ["Phạm Thị Đục", "Trần Văn Đức", "Lê Văn Dực", "Lê Văn Đức"]


def test_a_search_gives_at_most_what_is_asked(store: Store, ids: FakeIds) -> None:
    """The limit cuts the list after its order."""
    keep(
        store, *(received(ids, 1001, at=NOW + timedelta(days=day), **named(f"Lê {day}")) for day in range(5))
    )
    assert names(search(store, "lê", limit=2)) == ["Lê 4", "Lê 3"]


def test_four_digits_are_the_end_of_a_code(store: Store, ids: FakeIds) -> None:
    """The last four digits of a code find it on every day, the newest day first, before numbers of people."""
    keep(
        store,
        received(ids, 1007, **named("Cũ")),
        received(ids, 1008, **named("Khác")),
        received(ids, 1007, at=NOW + timedelta(days=1), **named("Mới")),
        received(ids, 1009, at=NOW + timedelta(days=2), **named("Số Điện Thoại", phone="1007123456")),
    )
    assert names(search(store, "1007")) == ["Mới", "Cũ", "Số Điện Thoại"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("030190001234", ["Có Số"]),
        ("0301 9000 1234", ["Có Số"]),
        ("03019", ["Có Số"]),
        ("0912345678", ["Có Máy"]),
        ("+84 912 345 678", ["Có Máy"]),
        ("0912.34", ["Có Máy"]),
        ("030", []),
        ("90001234", []),
        ("2203101002", ["Có Máy"]),
        ("H23.99-220310-1002", ["Có Máy"]),
    ],
)
def test_numbers_find_people_by_their_beginning(
    store: Store, ids: FakeIds, query: str, found: list[str]
) -> None:
    """From four digits on a personal number or phone number is found by its beginning, however it is spaced."""
    keep(
        store,
        received(ids, 1001, **named("Có Số", personal_id="030190001234")),
        received(ids, 1002, **named("Có Máy", phone="+84 912 345 678")),
    )
    assert names(search(store, query)) == found


def test_a_corrected_name_is_found_and_the_old_one_is_not(store: Store, ids: FakeIds) -> None:
    """Search follows a correction."""
    life = received(ids, 1001, **named("Lê Thị Nhàm"))
    keep(store, life)
    with store.begin() as unit:
        unit.log.append([life.renamed("Lê Thị Nhâm Thân")])
        unit.commit()
    assert names(search(store, "nhàm")) == ["Lê Thị Nhâm Thân"]
    assert names(search(store, "thi nham than")) == ["Lê Thị Nhâm Thân"]
    with store.begin() as unit:
        unit.log.append([life.renamed("Trần Văn Khác")])
        unit.commit()
    assert search(store, "nham") == ()
    assert search(store, "thi than") == ()


def test_a_person_is_known_by_the_personal_number(store: Store, ids: FakeIds) -> None:
    """All dossiers of a number, newest first, and no more than asked; nobody for an empty number."""
    keep(
        store,
        *(
            received(ids, 1001 + day, at=NOW + timedelta(days=day), **named("Lê", personal_id="030190001234"))
            for day in range(3)
        ),
        received(ids, 1009, **named("Không Số")),
    )
    with store.look() as reading:
        assert serials(reading.dossiers.of_person("0301 9000 1234", limit=9)) == ["1003", "1002", "1001"]
        assert serials(reading.dossiers.of_person("030190001234", limit=2)) == ["1003", "1002"]
        assert reading.dossiers.of_person("", limit=9) == ()
        assert reading.dossiers.of_person("0301", limit=9) == ()


def test_dossiers_of_a_group_are_known(store: Store, ids: FakeIds) -> None:
    """Those that were handed in together, in their order, and no others."""
    group = UUID(int=0xA5)
    keep(
        store,
        *(received(ids, 1001 + place, at=NOW + timedelta(minutes=place), group=group) for place in range(2)),
        received(ids, 1009, group=UUID(int=0xA6)),
        received(ids, 1010),
    )
    with store.look() as reading:
        assert serials(reading.dossiers.of_group(group)) == ["1001", "1002"]
        assert reading.dossiers.of_group(UUID(int=0xA7)) == ()


def busy_office(ids: FakeIds) -> list[Life]:
    """A morning's file: overdue, due today, received, returned, refused, and one without a due time."""
    week_ago = NOW - timedelta(days=7)
    overdue = received(ids, 1001, at=week_ago, due_at=NOW - timedelta(days=2))
    just_overdue = received(ids, 1002, at=week_ago, due_at=NOW - timedelta(microseconds=1))
    due_now = received(ids, 1003, at=week_ago, due_at=NOW)
    due_tonight = received(ids, 1004, at=week_ago, due_at=datetime(2022, 3, 10, 23, 59, tzinfo=TIME_ZONE))
    due_tomorrow = received(ids, 1005, at=week_ago, due_at=datetime(2022, 3, 11, tzinfo=TIME_ZONE))
    ready = received(ids, 1006, at=week_ago, due_at=NOW - timedelta(days=1))
    ready.resulted(NOW - timedelta(hours=1))
    returned = received(ids, 1007, at=week_ago, due_at=NOW - timedelta(days=1))
    returned.resulted(NOW - timedelta(days=2))
    returned.returned(NOW - timedelta(minutes=5))
    returned_before = received(ids, 1008, at=week_ago, due_at=None)
    returned_before.resulted(NOW - timedelta(days=2))
    returned_before.returned(NOW - timedelta(days=1))
    early = received(ids, 1009, at=datetime(2022, 3, 10, tzinfo=TIME_ZONE), due_at=None)
    late = received(ids, 1010, at=NOW, due_at=None)
    refused = Life(ids, at=NOW - timedelta(minutes=1), **named("Từ Chối"))
    refused.refused()
    pending = [overdue, just_overdue, due_now, due_tonight, due_tomorrow]
    return [*pending, ready, returned, returned_before, early, late, refused]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.OVERDUE, ["1001", "1002"]),
        (View.DUE_TODAY, ["1003", "1004"]),
        (View.RECEIVED_TODAY, ["1010", "1009"]),
        (View.RETURNED_TODAY, ["1007"]),
    ],
)
def test_a_tile_shows_its_rows(store: Store, ids: FakeIds, view: View, expected: list[str]) -> None:
    """Overdue and due today by due time, and only without a result; received and returned today newest first."""
    keep(store, *busy_office(ids))
    with store.look() as reading:
        page = reading.dossiers.page(view, now=NOW, after=None, limit=50)
    assert serials(page.lines) == expected
    assert page.next is None


def test_the_figures_are_what_the_tiles_show(store: Store, ids: FakeIds) -> None:
    """Overdue 2, due today 2, received 2 (a refusal is none), returned 1."""
    keep(store, *busy_office(ids))
    with store.look() as reading:
        assert reading.dossiers.counts(NOW) == TileCounts(overdue=2, due_today=2, received=2, returned=1)
        assert reading.dossiers.counts(NOW - timedelta(days=300)) == TileCounts()


def test_the_daily_log_is_in_the_order_of_the_day(store: Store, ids: FakeIds) -> None:
    """What a day received and returned, from morning to evening; what is overdue and due."""
    keep(store, *busy_office(ids))
    with store.look() as reading:
        dossiers = reading.dossiers
        assert serials(dossiers.received_on(TODAY)) == ["1009", "1010"]
        assert serials(dossiers.returned_on(TODAY)) == ["1007"]
        assert serials(dossiers.returned_on(TODAY - timedelta(days=1))) == ["1008"]
        assert serials(dossiers.overdue(NOW)) == ["1001", "1002"]
        assert serials(dossiers.due_on(TODAY, NOW)) == ["1003", "1004"]
        assert serials(dossiers.due_on(TODAY + timedelta(days=1), NOW)) == ["1005"]
        assert serials(dossiers.due_on(TODAY - timedelta(days=2), NOW)) == []


def test_everything_is_listed_newest_first(store: Store, ids: FakeIds) -> None:
    """The whole list holds refusals too, by the time at which each dossier began; equal times by arrival."""
    keep(store, *busy_office(ids))
    with store.look() as reading:
        page = reading.dossiers.page(View.ALL, now=NOW, after=None, limit=50)
    expected = ["1010", "", "1009", "1008", "1007", "1006", "1005", "1004", "1003", "1002", "1001"]
    assert serials(page.lines) == expected
    assert page.lines[1].name == "Từ Chối"
    assert page.lines[1].status is Status.REFUSED


@pytest.mark.parametrize("view", [View.ALL, View.OVERDUE, View.RECEIVED_TODAY, View.UNPRINTED])
@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_pages_make_up_the_list(store: Store, ids: FakeIds, view: View, limit: int) -> None:
    """Page after page gives each row once, in order; the last page has no next."""
    received_at = NOW - timedelta(hours=1)
    due_at = NOW - timedelta(minutes=30)
    keep(store, *(received(ids, 1001 + place, at=received_at, due_at=due_at) for place in range(4)))
    pages, after = [], None
    with store.look() as reading:
        while True:
            page = reading.dossiers.page(view, now=NOW, after=after, limit=limit)
            pages.append(serials(page.lines))
            after = page.next
            if after is None:
                break
    in_order = ["1001", "1002", "1003", "1004"]
    assert [one for page in pages for one in page] == (in_order if view is View.OVERDUE else in_order[::-1])
    assert all(len(page) == limit for page in pages[:-1])
    assert pages[-1]


def test_a_page_goes_on_where_the_last_one_ended_though_rows_were_added(store: Store, ids: FakeIds) -> None:
    """A dossier received between two pages neither repeats a row nor hides one."""
    keep(store, *(received(ids, 1001 + place, at=NOW + timedelta(minutes=place)) for place in range(4)))
    with store.look() as reading:
        first = reading.dossiers.page(View.OVERDUE, now=NOW + timedelta(days=9), after=None, limit=2)
    keep(store, received(ids, 1009, at=NOW + timedelta(minutes=9)))
    with store.look() as reading:
        second = reading.dossiers.page(View.OVERDUE, now=NOW + timedelta(days=9), after=first.next, limit=9)
    assert serials(first.lines + second.lines) == ["1001", "1002", "1003", "1004", "1009"]


def test_a_dossier_whose_beginning_is_missing_has_no_row(store: Store, ids: FakeIds) -> None:
    """Events of a dossier may arrive before the one that begins it; its row appears with the beginning."""
    life = received(ids, 1001)
    printed = life.printed()
    with store.begin() as unit:
        unit.log.append([printed])
        unit.commit()
    with store.look() as reading:
        assert reading.dossiers.page(View.ALL, now=NOW, after=None, limit=9).lines == ()
    with store.begin() as unit:
        unit.log.append(life.events[:1])
        unit.commit()
    with store.look() as reading:
        (line,) = reading.dossiers.page(View.ALL, now=NOW, after=None, limit=9).lines
    assert line.receipt_printed


def test_a_same_day_dossier_is_marked(store: Store, ids: FakeIds) -> None:
    """A procedure served at once says so in its row."""
    keep(store, received(ids, 1001, procedure=msgspec.structs.replace(BIRTH, same_day=True)))
    with store.look() as reading:
        (line,) = reading.dossiers.by_code("2203101001")
    assert line.same_day is True
