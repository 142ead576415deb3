"""Tests of the list before the real use cases: tiles, pages, search, scans."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event as Gate

import pytest

from cgcounter.domain.deadlines import DurationKind
from cgcounter.domain.facts import HandedOver, ResultRecorded, ResultReturned
from cgcounter.domain.procedures import Level, Procedure
from cgcounter.gui.changes import Topic
from cgcounter.gui.theme import Tone
from cgcounter.services.find_dossiers import Found
from cgcounter.services.ports import DataFileError, View
from tests.gui.counter_office import MORNING, CounterOffice
from tests.gui.lookup.conftest import Desk
from tests.typing_keys import press

OpenDesk = Callable[[], Desk]
DAY = timedelta(days=1)


def fill_four_views(office: CounterOffice) -> None:
    """One dossier overdue, one due today, one received today, one returned today; two more of other days."""
    office.receive(1001, "Đỗ Đình Đức", received_at=MORNING - 9 * DAY, due_at=MORNING - DAY)
    office.receive(1002, "Trần Thị Dương", received_at=MORNING - 2 * DAY, due_at=MORNING + DAY / 4)
    office.receive(1003, "Nguyễn Văn Ẩn", received_at=MORNING)
    returned = office.receive(1004, "Lê Hữu Ưng", received_at=MORNING - 4 * DAY)
    office.happen(returned, HandedOver(MORNING), ResultRecorded(MORNING), ResultReturned(MORNING))
    office.receive(1005, "Vũ Đăng Ơn", received_at=MORNING - 3 * DAY)
    office.receive(1006, "Bùi Văn Ếch", received_at=MORNING - DAY)


def test_the_list_opens_with_everything_newest_first(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Whoever signs in sees all dossiers, the latest at the top, and the figures on the tiles."""
    fill_four_views(office)
    desk = open_desk()

    assert desk.codes() == ["…1003", "…1006", "…1002", "…1005", "…1004", "…1001"]
    assert desk.screen.title == "All dossiers, newest first"
    views = (View.OVERDUE, View.DUE_TODAY, View.RECEIVED_TODAY, View.RETURNED_TODAY)
    assert [desk.screen.tiles.tile(view).figure for view in views] == ["1", "1", "1", "1"]


@pytest.mark.parametrize(
    ("key", "code", "title"),
    [
        ("Alt+1", "…1001", "Overdue, longest first"),
        ("Alt+2", "…1002", "Due today, soonest first"),
        ("Alt+3", "…1003", "Received today, newest first"),
        ("Alt+4", "…1004", "Returned today, newest first"),
    ],
)
def test_a_tile_filters_and_pressed_again_shows_all(
    office: CounterOffice, open_desk: OpenDesk, key: str, code: str, title: str
) -> None:
    """Alt and a digit leave only what the tile counts; the same keys bring everything back."""
    fill_four_views(office)
    desk = open_desk()

    press(desk.screen, key)
    desk.settle()
    assert (desk.codes(), desk.screen.title) == ([code], title)

    press(desk.screen, key)
    desk.settle()
    assert len(desk.codes()) == 6
    assert desk.screen.tiles.choice is None


def test_an_empty_list_says_what_to_do(open_desk: OpenDesk) -> None:
    """Where there is nothing, the next key is named."""
    desk = open_desk()
    assert "F2" in desk.screen.empty_words

    press(desk.screen, "Alt+4")
    desk.settle()
    assert "Scan a receipt" in desk.screen.empty_words


def test_rows_come_by_the_page_as_one_scrolls(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A hundred rows are read, and the next hundred once the end comes into sight."""
    for serial in range(1001, 1251):
        office.receive(serial)
    desk = open_desk()
    assert len(desk.codes()) == 100

    desk.screen.table.setFocus()
    press(desk.screen, "Ctrl+End")
    desk.settle()
    assert len(desk.codes()) == 200
    assert (desk.codes()[0], desk.codes()[199]) == ("…1250", "…1051")

    press(desk.screen, "Ctrl+End")
    desk.settle()
    assert len(desk.codes()) == 250


def test_a_change_elsewhere_is_read_and_nothing_jumps(office: CounterOffice, open_desk: OpenDesk) -> None:
    """After an act as many rows as before are shown, and the clerk still points at the same dossier."""
    for serial in range(1001, 1151):
        office.receive(serial)
    desk = open_desk()
    desk.screen.focus_rows()
    press(desk.screen, "Ctrl+End")
    desk.settle()
    press(desk.screen, "Home")
    for _ in range(20):
        press(desk.screen, "Down")
    pointed_at = desk.screen.table.currentIndex().siblingAtColumn(0).data()
    position = desk.screen.table.verticalScrollBar().value()

    office.receive(1900)
    office.changes.announce(Topic.DOSSIERS)
    desk.settle()

    assert len(desk.codes()) == 150
    assert desk.codes()[0] == "…1900"
    assert desk.screen.table.currentIndex().siblingAtColumn(0).data() == pointed_at
    assert desk.screen.table.verticalScrollBar().value() == position


def test_changes_of_other_things_are_not_read(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Only a change of dossiers concerns the list."""
    desk = open_desk()
    office.receive(1001)

    office.changes.announce(Topic.STAFF, Topic.PRINTING)
    desk.settle()

    assert desk.codes() == []


def test_nothing_is_read_while_nobody_is_signed_in(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Behind the lock the list stays as it is; the next person sees what has happened since."""
    desk = open_desk()
    office.stage.session.leave()
    office.receive(1001)
    office.changes.announce(Topic.DOSSIERS)
    desk.settle()
    assert desk.codes() == []

    office.sign_in()
    desk.settle()
    assert desk.codes() == ["…1001"]


def test_typing_shows_hits_from_two_letters_on(office: CounterOffice, open_desk: OpenDesk) -> None:
    """One letter says nothing yet; two find, marks or not, and the line above says how many."""
    office.receive(1001, "Đỗ Đình Đức")
    office.receive(1002, "Trần Thị Dương")
    desk = open_desk()

    desk.presenter.search("d")
    desk.settle()
    assert office.find.searches == []
    assert len(desk.codes()) == 2

    desk.presenter.search("du")
    desk.settle()
    assert desk.codes() == ["…1002", "…1001"]
    assert "2" in desk.screen.title
    assert "“du”" in desk.screen.title

    desk.presenter.search("duo")
    desk.settle()
    assert desk.codes() == ["…1002"]

    desk.presenter.search("d")
    desk.settle()
    assert len(desk.codes()) == 2
    assert desk.screen.title == "All dossiers, newest first"


def test_a_stale_answer_is_dropped(office: CounterOffice, open_desk: OpenDesk) -> None:
    """While a search is slow, what is typed on replaces it: only the last wish is asked and shown."""
    office.receive(1001, "Đỗ Đình Đức")
    office.receive(1002, "Trần Thị Dương")
    gate = office.find.gates["du"] = Gate()
    desk = open_desk()
    titles: list[str] = []
    desk.screen.table.model().modelReset.connect(lambda: titles.append(desk.screen.title))

    for text in ("du", "duo", "duon", "duong"):
        desk.presenter.search(text)
    gate.set()
    desk.settle()

    assert office.find.searches == ["du", "duong"]
    assert len(titles) == 1
    assert desk.codes() == ["…1002"]


def test_where_a_scan_led_is_not_followed_once_something_else_is_wanted(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """An answer that comes after the clerk has typed on opens nothing."""
    office.receive(1001, "Đỗ Đình Đức")
    gate = office.find.gates["đình đức"] = Gate()
    desk = open_desk()

    desk.presenter.resolve("đình đức")
    desk.presenter.search("dương")
    gate.set()
    desk.settle()

    assert desk.opened == []


@pytest.mark.parametrize("scan", ["000.12.30.H23-220310-1001", "2203101001"])
def test_a_scanned_code_opens_its_dossier(office: CounterOffice, open_desk: OpenDesk, scan: str) -> None:
    """The full code and its digits lead to the one dossier."""
    dossier = office.receive(1001)
    desk = open_desk()

    desk.presenter.resolve(scan)
    desk.settle()

    assert desk.opened == [dossier]


def test_a_single_hit_opens_and_the_list_comes_back(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Enter on a text that finds one dossier opens it, and the search is over."""
    dossier = office.receive(1001, "Đỗ Đình Đức")
    office.receive(1002, "Trần Thị Dương")
    desk = open_desk()

    desk.presenter.search("đức")
    desk.presenter.resolve("đức")
    desk.settle()

    assert desk.opened == [dossier]
    assert desk.left == [True]
    assert len(desk.codes()) == 2


def test_several_hits_are_offered_to_the_arrows(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Where several are meant, the first is pointed at, and Enter on a row opens it."""
    office.receive(1001, "Đỗ Đình Đức")
    second = office.receive(1002, "Đỗ Đình Đức")
    office.receive(1003, "Đỗ Đình Đức")
    desk = open_desk()

    desk.presenter.resolve("đức")
    desk.settle()
    assert desk.opened == []
    assert desk.screen.table.hasFocus()

    press(desk.screen, "Down")
    press(desk.screen, "Return")
    assert desk.opened == [second]


def test_a_list_read_meanwhile_does_not_take_the_place_of_hits(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """The answer to what was wanted before Enter comes too late, and the hits stay."""
    office.receive(1001, "Đỗ Đình Đức")
    office.receive(1002, "Đỗ Đình Đức")
    office.receive(1003, "Trần Thị Dương")
    desk = open_desk()

    desk.presenter.resolve("đức")
    office.changes.announce(Topic.DOSSIERS)
    desk.settle()

    assert desk.codes() == ["…1002", "…1001"]


def test_esc_leads_from_the_hits_back_to_the_list(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Esc in the hits shows the view again that was shown before."""
    fill_four_views(office)
    desk = open_desk()
    press(desk.screen, "Alt+3")
    desk.settle()
    desk.presenter.resolve("đ")
    desk.settle()
    assert desk.screen.title.endswith("“đ”")

    press(desk.screen, "Escape")
    desk.settle()

    assert desk.left == [True]
    assert desk.screen.title == "Received today, newest first"
    assert desk.screen.tiles.choice is View.RECEIVED_TODAY


def test_a_tile_ends_a_search(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Alt+1 while hits are shown filters the list, and the search field is told."""
    fill_four_views(office)
    desk = open_desk()
    desk.presenter.search("dương")
    desk.settle()

    press(desk.screen, "Alt+1")
    desk.settle()

    assert desk.codes() == ["…1001"]
    assert desk.left == [True]


def test_an_identity_card_is_handed_on_with_what_the_person_brought_before(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """A card opens no dossier: whoever listens gets the reading and the person's earlier dossiers."""
    office.receive(1001)
    desk = open_desk()

    desk.presenter.resolve("030090001001||Đỗ Đình Đức|02091990|Nam|Thôn Đồng Bưởi, Cao An|05072021")
    desk.settle()

    assert desk.opened == []
    found = desk.cards[0]
    assert isinstance(found, Found)
    assert found.card is not None
    assert (found.card.name, len(found.lines)) == ("Đỗ Đình Đức", 1)


def test_a_procedure_is_handed_on(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The code of a procedure names it; a code that the catalogue does not hold is told in words."""
    procedure = Procedure(
        "1.004884", "Đăng ký lại khai sinh", "Hộ tịch", Level.COMMUNE, DurationKind.WORKING_DAYS
    )
    office.offer([procedure])
    desk = open_desk()

    desk.presenter.resolve("1.004884")
    desk.settle()
    assert desk.procedures == [procedure]

    desk.presenter.resolve("9.999999")
    desk.settle()
    assert "Danh mục không có thủ tục 9.999999" in desk.screen.notice.words


@pytest.mark.parametrize(
    ("scan", "words"),
    [
        ("000.12.30.H23-220310-9999", "Máy này không có hồ sơ mang mã 000.12.30.H23-220310-9999"),
        ("000.12.30.H23-220230-1001", "không đúng dạng mã hồ sơ"),
        ("0300990|xx|yy", "không phải của thẻ CCCD"),
    ],
)
def test_a_code_that_leads_nowhere_is_told_in_words(open_desk: OpenDesk, scan: str, words: str) -> None:
    """An unknown code, a malformed one and half a card have each their sentence; the next scan takes it away."""
    desk = open_desk()

    desk.presenter.resolve(scan)
    desk.settle()
    assert words in desk.screen.notice.words
    assert desk.screen.notice.property("tone") == Tone.ALARM

    desk.presenter.resolve("không ai")
    desk.settle()
    assert desk.screen.notice.words == ""
    assert "“không ai”" in desk.screen.empty_words


def test_esc_puts_a_notice_away_before_it_leaves_the_hits(office: CounterOffice, open_desk: OpenDesk) -> None:
    """One level at a time: first the words, then the hits."""
    fill_four_views(office)
    desk = open_desk()
    desk.presenter.resolve("đ")
    desk.settle()
    desk.presenter.resolve("000.12.30.H23-220310-9999")
    desk.settle()
    assert desk.screen.notice.words

    press(desk.screen, "Escape")
    assert (desk.screen.notice.words, desk.left) == ("", [])
    press(desk.screen, "Escape")
    assert desk.left == [True]


def test_a_file_in_trouble_is_told_and_the_list_recovers(office: CounterOffice, open_desk: OpenDesk) -> None:
    """An error in reading is words over the list; the next question is asked all the same."""
    office.receive(1001, "Đỗ Đình Đức")
    desk = open_desk()
    office.find.failure = DataFileError()
    desk.presenter.search("đức")
    desk.settle()
    assert "Không dùng được tệp dữ liệu" in desk.screen.notice.words

    office.find.failure = None
    desk.presenter.search("đình")
    desk.settle()
    assert desk.codes() == ["…1001"]
