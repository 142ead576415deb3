"""Tests of the line that finds one of many, worked with real keys."""

import unicodedata
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from cgcounter.gui.scanner import ScannerFilter
from cgcounter.gui.widgets.pick_list import Choice, PickList
from tests.typing_keys import commit, compose, moment, press, scan, type_text

Show = Callable[[QWidget], None]

BIRTH = Choice("birth", "Đăng ký khai sinh", "1.001193")
REBIRTH = Choice("rebirth", "Đăng ký lại khai sinh", "1.004884")
WEDDING = Choice("wedding", "Đăng ký kết hôn", "1.000894")
DEATH = Choice("death", "Đăng ký khai tử", "1.000656")
ALL = (BIRTH, REBIRTH, WEDDING, DEATH)


def offered(line: PickList) -> list[object]:
    """The keys of what the open list offers."""
    return [choice.key for choice in line.offers]


def folded(text: str) -> str:
    """Without marks, as the search of the program does."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def search(query: str) -> Sequence[Choice]:
    """Choices in which every word of the query begins a word."""
    return [
        choice
        for choice in ALL
        if all(
            any(word.startswith(part) for word in folded(choice.text).split())
            for part in folded(query).split()
        )
    ]


class Window(QWidget):
    """Two picking lines, the second with free text, and a plain one between them."""

    def __init__(self) -> None:
        super().__init__()
        self.procedure, self.next = PickList(search), QLineEdit()
        self.address = PickList(search, free_text=True)
        layout = QVBoxLayout(self)
        for field in (self.procedure, self.next, self.address):
            layout.addWidget(field)
        layout.addStretch(1)
        self.picks: list[object] = []
        self.procedure.picked.connect(self.picks.append)
        self.address.picked.connect(self.picks.append)
        self.resize(600, 500)


@pytest.fixture
def window(show: Show) -> Window:
    """The window, with the focus in its first line."""
    window = Window()
    show(window)
    window.procedure.setFocus()
    return window


def test_letters_without_marks_find_and_enter_picks(window: Window) -> None:
    """Two letters and Enter: the first match is taken and the focus moves on."""
    type_text(window, "ke")
    assert offered(window.procedure) == ["wedding"]

    press(window, Qt.Key.Key_Return)

    assert window.picks == [WEDDING]
    assert window.procedure.text() == "Đăng ký kết hôn"
    assert window.procedure.choice == WEDDING
    assert window.next.hasFocus()
    assert offered(window.procedure) == []


def test_letters_with_marks_find_too(window: Window) -> None:
    """Vietnamese is typed as it is written."""
    type_text(window, "kết")

    assert offered(window.procedure) == ["wedding"]


def test_down_and_up_move_in_the_list(window: Window) -> None:
    """The focus stays in the line, the mark stops at both ends."""
    type_text(window, "dang")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        press(window, key)
    assert window.procedure.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert window.picks == [DEATH]

    press(window, "Shift+Tab")
    type_text(window, "dang")
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert window.picks == [DEATH, REBIRTH]


def test_down_in_an_empty_line_offers_everything(window: Window) -> None:
    """Who does not know what to type looks through the list."""
    press(window, Qt.Key.Key_Down)

    assert window.procedure.offers == ALL


def test_escape_closes_the_list_only(window: Window) -> None:
    """What was typed stays; the next Escape is the window's."""
    type_text(window, "dang")

    press(window, Qt.Key.Key_Escape)

    assert offered(window.procedure) == []
    assert window.procedure.text() == "dang"


def test_escape_closes_the_list_before_the_window_hears_it(window: Window) -> None:
    """The window has an action on Esc; the first Esc is the list's, the second the window's."""
    heard: list[bool] = []
    back = QAction("Lùi một bước", window)
    back.setShortcut("Esc")
    back.triggered.connect(lambda: heard.append(True))
    window.addAction(back)
    type_text(window, "dang")

    press(window, Qt.Key.Key_Escape)
    assert (offered(window.procedure), heard) == ([], [])
    press(window, Qt.Key.Key_Escape)
    assert heard == [True]


def test_other_letters_over_a_choice_are_no_choice(window: Window) -> None:
    """Who has begun to type another procedure has not picked one, until the line is left."""
    window.procedure.show_choice(BIRTH)
    window.procedure.selectAll()
    type_text(window, "ke")
    assert window.procedure.choice is None

    press(window, Qt.Key.Key_Tab)
    assert window.procedure.choice == BIRTH


def test_no_match_says_so_and_enter_stays(window: Window) -> None:
    """The clerk sees that nothing matches and cannot pass on by mistake."""
    type_text(window, "xyz")
    press(window, Qt.Key.Key_Return)

    [view] = [view for view in window.findChildren(QListView) if view.isVisible()]
    assert view.model().index(0, 0).data() == "Nothing matches"
    assert window.procedure.hasFocus()
    assert window.picks == []


def test_a_word_that_is_still_composed_is_found(window: Window) -> None:
    """An input method keeps a word to itself until a space: the list follows, the word is not touched."""
    compose("kh")
    compose("khai")
    assert offered(window.procedure) == ["birth", "rebirth", "death"]
    assert window.procedure.text() == ""

    commit("khai")
    assert window.procedure.text() == "khai"
    assert offered(window.procedure) == ["birth", "rebirth", "death"]
    compose("tư")
    assert offered(window.procedure) == []
    commit(" tử")
    assert offered(window.procedure) == ["death"]
    press(window, Qt.Key.Key_Return)
    assert window.picks == [DEATH]


def test_leaving_without_a_pick_brings_the_last_choice_back(window: Window) -> None:
    """A procedure is one of the catalogue or none."""
    window.procedure.show_choice(BIRTH)
    window.procedure.selectAll()
    type_text(window, "lung tung")

    press(window, Qt.Key.Key_Tab)

    assert window.procedure.text() == "Đăng ký khai sinh"
    assert window.procedure.choice == BIRTH
    assert window.picks == []


def test_who_only_looks_at_help_or_palette_types_on(window: Window) -> None:
    """The letters stay and no choice comes back; only the list is closed."""
    type_text(window, "khai")
    window.next.setFocus(Qt.FocusReason.PopupFocusReason)

    assert window.procedure.text() == "khai"
    assert window.procedure.offers == ()


def test_emptying_the_line_takes_the_choice_back(window: Window) -> None:
    """And that is told."""
    window.procedure.show_choice(BIRTH)
    window.procedure.selectAll()
    press(window, Qt.Key.Key_Delete)

    press(window, Qt.Key.Key_Tab)

    assert window.procedure.choice is None
    assert window.picks == [None]


def test_free_text_stays_as_it_is_typed(window: Window) -> None:
    """An address may be one nobody has written before; then no list is in the way."""
    window.address.setFocus()
    type_text(window, "Số 5, ngõ 2")
    assert offered(window.address) == []

    press(window, Qt.Key.Key_Tab)

    assert window.address.text() == "Số 5, ngõ 2"
    assert window.address.choice is None


def test_free_text_typed_over_a_choice_is_no_longer_that_choice(window: Window) -> None:
    """The clerk changed the house number."""
    window.address.show_choice(BIRTH)
    window.address.setFocus()
    press(window, Qt.Key.Key_End)
    type_text(window, " 2")

    press(window, Qt.Key.Key_Tab)

    assert window.address.text() == "Đăng ký khai sinh 2"
    assert window.picks == [None]


def test_a_click_picks(window: Window) -> None:
    """The mouse is never needed, and works."""
    type_text(window, "dang")
    [view] = [view for view in window.findChildren(QListView) if view.isVisible()]
    row = view.visualRect(view.model().index(1, 0))

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row.center())

    assert window.picks == [REBIRTH]


def test_who_hears_of_a_pick_may_lead_elsewhere(window: Window) -> None:
    """The presenter knows better which field comes next."""
    window.procedure.picked.connect(lambda _: window.address.setFocus())

    type_text(window, "ke")
    press(window, Qt.Key.Key_Return)

    assert window.address.hasFocus()


def test_the_list_stays_within_the_window(window: Window) -> None:
    """Near the lower edge it opens upwards."""
    window.resize(600, 160)
    window.address.setFocus()

    press(window, Qt.Key.Key_Down)

    [view] = [view for view in window.findChildren(QListView) if view.isVisible()]
    top = view.mapTo(window, view.rect().topLeft()).y()
    assert top >= 0
    assert top + view.height() <= window.height()


def test_a_line_that_goes_takes_its_list_along(window: Window) -> None:
    """The list belongs to the window's surface, but lives no longer than its line."""
    type_text(window, "dang")
    before = len(window.findChildren(QListView))

    Shiboken.delete(window.procedure)
    QTest.qWait(0)

    assert len(window.findChildren(QListView)) == before - 1


def test_a_scan_into_the_line_leaves_no_list_open(window: Window) -> None:
    """A scanned code is not searched for among the procedures."""
    scanner = ScannerFilter(window, clock=moment)
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    window.procedure.show_choice(BIRTH)

    scan(window, "000.00.24.H23-220310-1001")

    assert scans == ["000.00.24.H23-220310-1001"]
    assert window.procedure.text() == "Đăng ký khai sinh"
    assert offered(window.procedure) == []


def test_the_lists_model_keeps_qts_rules(window: Window) -> None:
    """Qt's own tester finds nothing wrong, with matches and without."""
    type_text(window, "dang")
    [view] = [view for view in window.findChildren(QListView) if view.isVisible()]
    tester = QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Warning)

    type_text(window, "xyz")
    press(window, Qt.Key.Key_Backspace)

    assert tester.model() is view.model()


def test_a_long_text_leaves_its_detail_in_sight(show: Show) -> None:
    """A procedure's name may fill three lines: it is shortened, no row is wider than the list."""
    long = Choice("long", "Thủ tục " * 40, "2.001621")
    line = PickList(lambda _query: [long])
    show(line)
    line.setFocus()
    type_text(line, "t")

    [view] = [view for view in line.findChildren(QListView) if view.isVisible()]
    assert view.visualRect(view.model().index(0, 0)).width() <= view.viewport().width()
