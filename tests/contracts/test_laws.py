"""What holds for every store whatever it is given: the fake and the encrypted file answer alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cgcounter.domain import names
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.services.ports import Store, TileCounts, View
from cgcounter.storage.store import open_store
from tests.contracts.conftest import KEY
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_store import FakeStore
from tests.fakes.invented_lives import Life, named

NOW = THURSDAY_MORNING
PEOPLE = (
    "Nguyễn Thị Đỗ Quyên",
    "Nguyễn Thị Đỗ Quyên Phượng",
    "Đỗ Đình Đức",
    "Đỗ Đình Dục",
    "Trần Văn An",
    "Trần Văn Ẩn",
    "Lê Thị Hòa",
    "Lê Thị Hoà",
    "Y-Bhăm Niê",
    "Hợp tác xã 19-5",
    "Công ty TNHH An_Bình",
)
WORDS = sorted({word for name in PEOPLE for word in name.split()})
BEGINNINGS = st.builds(lambda word, length: word[:length], st.sampled_from(WORDS), st.integers(1, 6))
HOURS = st.integers(-50, 50)
QUERIES = st.text(max_size=12) | st.lists(BEGINNINGS, min_size=1, max_size=4).map(" ".join)


@pytest.fixture(scope="module")
def both(blank_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """A fake and an encrypted file that hold the same people."""
    file = tmp_path_factory.mktemp("both") / "counter.db"
    real = open_store(shutil.copyfile(blank_file, file), KEY)
    fake = FakeStore()
    ids = FakeIds()
    lives = []
    for place, name in enumerate(PEOPLE):
        number = f"03019000{place:04d}"
        lives.append(Life(ids, 1001 + place, **named(name, number, f"0912{place:06d}")))
        lives[-1].received()
    for store in (fake, real):
        keep(store, *lives)
    yield fake, real
    real.close()


def keep(store: Store, *lives: Life) -> None:
    with store.begin() as unit:
        unit.log.append([event for life in lives for event in life.events])
        unit.commit()


def received(ids: FakeIds, serial: int, at: datetime) -> Life:
    life = Life(ids, serial, at, due_at=at + timedelta(days=1))
    life.received()
    return life


@given(query=QUERIES)
@example(query="an_b")
@example(query="_")
@example(query="19-5")
@example(query='"quyen" OR duc*')
def test_every_text_is_searched_alike(both: tuple[Store, Store], query: str) -> None:
    """Law: fake and file find the same rows in the same order for whatever is typed, and never fail."""
    fake, real = both
    with fake.look() as first, real.look() as second:
        expected = first.dossiers.search(query, limit=50)
        assert second.dossiers.search(query, limit=50) == expected


@given(query=st.lists(BEGINNINGS, min_size=2, max_size=4).map(" ".join))
def test_a_name_is_found_when_the_rule_says_so(both: tuple[Store, Store], query: str) -> None:
    """Law (6.4): of names, a query of three letters and more finds those that the rule matches, and no others."""
    assume(sum(map(len, names.search_words(query))) >= 3)
    expected = {name for name in PEOPLE if names.matches(query, name)}
    for store in both:
        with store.look() as reading:
            assert {line.name for line in reading.dossiers.search(query, limit=50)} == expected


@given(text=st.text(max_size=30))
def test_any_text_may_be_asked_as_a_code(both: tuple[Store, Store], text: str) -> None:
    """Law: a text that is no code of a dossier here finds nothing, and never fails."""
    for store in both:
        with store.look() as reading:
            assert reading.dossiers.by_code(text) == ()


@given(
    acts=st.lists(st.tuples(st.sampled_from(["received", "resulted", "returned"]), HOURS), max_size=6),
    hours=HOURS,
)
def test_tiles_count_what_their_lists_show(
    blank_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    acts: list[tuple[str, int]],
    hours: int,
) -> None:
    """Law: at any moment each figure is the length of its list, in both stores, with equal rows."""
    ids = FakeIds()
    lives = []
    for place, (act, offset) in enumerate(acts):
        life = received(ids, 1001 + place, NOW + timedelta(hours=offset))
        if act != "received":
            life.resulted(life.at + timedelta(hours=1))
        if act == "returned":
            life.returned(life.at + timedelta(days=1))
        lives.append(life)
    now = NOW + timedelta(hours=hours)
    file = tmp_path_factory.mktemp("tiles") / "counter.db"
    real = open_store(shutil.copyfile(blank_file, file), KEY)
    with closing(real):
        assert lists(real, lives, now) == lists(FakeStore(), lives, now)
    file.unlink()


def lists(store: Store, lives: list[Life], now: datetime) -> dict[View, tuple[DossierLine, ...]]:
    """What the tiles list, whose lengths are the figures on them."""
    keep(store, *lives)
    with store.look() as reading:
        pages = {view: reading.dossiers.page(view, now=now, after=None, limit=50).lines for view in View}
        assert reading.dossiers.counts(now) == TileCounts(
            overdue=len(pages[View.OVERDUE]),
            due_today=len(pages[View.DUE_TODAY]),
            received=len(pages[View.RECEIVED_TODAY]),
            returned=len(pages[View.RETURNED_TODAY]),
        )
    return pages


def test_a_page_goes_on_below_though_rows_were_added_above(store: Store, ids: FakeIds) -> None:
    """The list is newest first: a dossier received between two pages repeats no row of the page before."""
    keep(store, *(received(ids, 1001 + place, NOW + timedelta(minutes=place)) for place in range(4)))
    with store.look() as reading:
        first = reading.dossiers.page(View.ALL, now=NOW, after=None, limit=2)
    keep(store, received(ids, 1009, NOW + timedelta(minutes=9)))
    with store.look() as reading:
        second = reading.dossiers.page(View.ALL, now=NOW, after=first.next, limit=2)
    shown = [line.code[-4:] for line in (*first.lines, *second.lines)]
    assert shown == ["1004", "1003", "1002", "1001"]


@pytest.mark.parametrize("view", [View.OVERDUE, View.DUE_TODAY])
def test_a_page_goes_on_though_rows_have_left(store: Store, ids: FakeIds, view: View) -> None:
    """A dossier that gets its result between two pages hides no row of the page after."""
    lives = [received(ids, 1001 + place, NOW + timedelta(minutes=place)) for place in range(4)]
    keep(store, *lives)
    now = NOW + (timedelta(days=2) if view is View.OVERDUE else timedelta(days=1))
    with store.look() as reading:
        first = reading.dossiers.page(view, now=now, after=None, limit=2)
    with store.begin() as unit:
        unit.log.append([lives[0].resulted(now)])
        unit.commit()
    with store.look() as reading:
        second = reading.dossiers.page(view, now=now, after=first.next, limit=2)
    shown = [line.code[-4:] for line in (*first.lines, *second.lines)]
    assert shown == ["1001", "1002", "1003", "1004"]


@pytest.mark.parametrize(
    ("utc_hour", "is_today"), [(16, False), (17, True)], ids=["23:00 the day before", "midnight"]
)
def test_days_are_days_of_the_office(store: Store, ids: FakeIds, *, utc_hour: int, is_today: bool) -> None:
    """A time written in another zone belongs to the day that it is at +07:00."""
    at = datetime(2022, 3, 9, utc_hour, tzinfo=UTC)
    keep(store, received(ids, 1001, at))
    with store.look() as reading:
        assert bool(reading.dossiers.received_on(NOW.date())) is is_today
        assert reading.dossiers.counts(NOW).received == is_today
        # The question may come in another zone as well.
        assert reading.dossiers.counts(NOW.astimezone(UTC)).received == is_today
