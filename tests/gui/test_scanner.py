"""Tests of the scanner filter: what is a scan, what is typing, and what a scan leaves behind (nothing)."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cgcounter.domain.scanning import Prefix, Wedge
from cgcounter.gui.scanner import ScannerFilter, event_time
from tests.typing_keys import commit, compose, moment, press, scan, strike, type_text

Show = Callable[[QWidget], None]

CODE = "000.00.24.H23-220310-1001"
CARD = "030090001234|012345678|NGUYEN VAN A|02091990|Nam|Thon 1, xa Kim Lien|10052021"


class Window(QWidget):
    """A field of every kind that a scan may fall into."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.next_line, self.block = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.button, self.rows = QPushButton("Lưu và in"), QListWidget()
        self.box, self.free_box, self.spin = QComboBox(), QComboBox(), QSpinBox()
        self.rows.addItems(["An", "0 first", "Bình"])
        self.box.addItems(["Nam", "Nữ", "0"])
        self.free_box.setEditable(True)
        layout = QVBoxLayout(self)
        for field in self.fields():
            layout.addWidget(field)
        self.presses: list[str] = []
        self.button.clicked.connect(lambda: self.presses.append("button"))
        self.line.returnPressed.connect(lambda: self.presses.append("enter"))

    def fields(self) -> list[QWidget]:
        return [
            self.line,
            self.next_line,
            self.block,
            self.button,
            self.rows,
            self.box,
            self.free_box,
            self.spin,
        ]

    def state(self) -> list[object]:
        """Everything a key could change."""
        return [
            *((line.text(), line.cursorPosition(), line.selectedText()) for line in self._lines()),
            (self.block.toPlainText(), self.block.textCursor().position(), self.block.textCursor().anchor()),
            self.rows.currentRow(),
            self.box.currentIndex(),
            self.spin.value(),
            self.presses.copy(),
            QApplication.focusWidget(),
        ]

    def _lines(self) -> list[QLineEdit]:
        return [self.line, self.next_line, *self.free_box.findChildren(QLineEdit)]


class Heard:
    """What a filter has told."""

    def __init__(self, scanner: ScannerFilter) -> None:
        self.scans: list[str] = []
        self.refusals: list[str] = []
        scanner.scanned.connect(self.scans.append)
        scanner.refused.connect(self.refusals.append)


@pytest.fixture
def window(show: Show) -> Window:
    """A window of fields with the focus in its first line."""
    window = Window()
    show(window)
    window.line.setFocus()
    return window


@pytest.fixture
def heard(window: Window) -> Iterator[Heard]:
    """What a scanner filter hears, as it is set up by default."""
    scanner = ScannerFilter(clock=moment)
    yield Heard(scanner)
    scanner.deleteLater()


def with_wedge(wedge: Wedge, window: Window) -> Heard:
    """The same for another set-up; it lives as long as the window."""
    return Heard(ScannerFilter(window, wedge=wedge, clock=moment))


@pytest.mark.parametrize("payload", [CODE, CARD, "1.004884", "2203101001"])
def test_a_scan_is_told_and_leaves_the_field_as_it_was(window: Window, heard: Heard, payload: str) -> None:
    """The characters are taken back out of the field, and its Enter never arrives."""
    type_text(window, "Đỗ Quyên")
    window.line.setSelection(3, 5)
    before = window.state()

    scan(window, payload)

    assert heard.scans == [payload]
    assert window.state() == before


def test_a_selection_made_backwards_stays_backwards(window: Window, heard: Heard) -> None:
    """The cursor is at the end where the clerk left it."""
    type_text(window, "Quyên")
    for _ in range(3):
        press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    before = window.state()

    scan(window, CODE)

    assert window.state() == before
    assert (window.line.selectedText(), window.line.cursorPosition()) == ("yên", 2)


@pytest.mark.parametrize("terminator", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_every_usual_terminator_is_swallowed(window: Window, heard: Heard, terminator: Qt.Key) -> None:
    """Scanners end with Enter or Tab; neither submits the field or moves the focus."""
    scan(window, CODE, terminator=terminator)

    assert heard.scans == [CODE]
    assert window.presses == []
    assert window.line.hasFocus()


def test_the_second_of_two_terminators_presses_nothing(window: Window, heard: Heard) -> None:
    """A scanner set to send CR and LF tells one scan, and its second Enter reaches no field."""
    window.line.setFocus()
    scan(window, CODE)
    press(window, Qt.Key.Key_Enter, gap_ms=2)
    assert heard.scans == [CODE]
    assert window.presses == []
    press(window, Qt.Key.Key_Return)
    assert window.presses == ["enter"]


def test_typing_and_its_enter_pass(window: Window, heard: Heard) -> None:
    """What a hand types is typed, and Enter submits it."""
    type_text(window, CODE)
    press(window, Qt.Key.Key_Return, gap_ms=80)

    assert heard.scans == []
    assert window.line.text() == CODE
    assert window.presses == ["enter"]


def test_a_short_burst_is_no_scan(window: Window, heard: Heard) -> None:
    """Seven fast characters may be a macro or a hand rolling over the keys: they stay, and Enter passes."""
    scan(window, "1234567")

    assert heard.scans == []
    assert window.line.text() == "1234567"
    assert window.presses == ["enter"]


def test_a_burst_without_terminator_is_no_scan(window: Window, heard: Heard) -> None:
    """Without its Enter a fast text stays where it is; a later Enter by hand does not make it a scan."""
    type_text(window, CODE, gap_ms=2)
    press(window, Qt.Key.Key_Return, gap_ms=31)

    assert heard.scans == []
    assert window.line.text() == CODE
    assert window.presses == ["enter"]


def test_an_input_method_that_rewrites_is_no_scan(window: Window, heard: Heard) -> None:
    """UniKey sends Backspaces and new letters in a burst: a Backspace inside means that it is typing."""
    type_text(window, "Nguyen Thi", gap_ms=1)
    press(window, Qt.Key.Key_Backspace, gap_ms=1)
    type_text(window, "ị Quy", gap_ms=1)
    press(window, Qt.Key.Key_Return, gap_ms=1)

    assert heard.scans == []
    assert window.line.text() == "Nguyen Thị Quy"
    assert window.presses == ["enter"]


def test_what_an_input_method_commits_is_no_scan(window: Window, heard: Heard) -> None:
    """A committed phrase comes at once and is long, but not by keys."""
    compose("Nguyễn Thị Đỗ Quyên")
    commit("Nguyễn Thị Đỗ Quyên")
    press(window, Qt.Key.Key_Return, gap_ms=1)

    assert heard.scans == []
    assert window.line.text() == "Nguyễn Thị Đỗ Quyên"
    assert window.presses == ["enter"]


def test_a_paste_is_no_scan(window: Window, heard: Heard) -> None:
    """Ctrl+V brings a whole code in one key."""
    QGuiApplication.clipboard().setText(CODE)

    press(window, "Ctrl+V")
    press(window, Qt.Key.Key_Return, gap_ms=1)

    assert heard.scans == []
    assert window.line.text() == CODE


def test_a_held_key_is_no_scan(window: Window, heard: Heard) -> None:
    """Auto-repeat is fast and even, but it is one key held down."""
    for _ in range(12):
        repeat = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True
        )
        QApplication.sendEvent(window.windowHandle(), repeat)
    press(window, Qt.Key.Key_Return, gap_ms=1)

    assert heard.scans == []
    assert window.line.text() == "1" * 12


def test_a_field_can_ask_for_scans_as_text(window: Window, heard: Heard) -> None:
    """The scanner test page shows what really arrives, Enter included."""
    window.line.setProperty("acceptsScanAsText", True)  # noqa: FBT003  Qt's own signature

    scan(window, CODE)

    assert heard.scans == []
    assert window.line.text() == CODE
    assert window.presses == ["enter"]


def test_a_scan_during_a_modal_dialog_is_refused(window: Window, heard: Heard, show: Show) -> None:
    """It is told as refused, and nothing of it stays in the dialog's field."""
    dialog, reason = QDialog(window), QLineEdit("vì")
    QVBoxLayout(dialog).addWidget(reason)
    dialog.setModal(True)
    show(dialog)
    reason.setFocus()

    scan(window, CODE)

    assert (heard.scans, heard.refusals) == ([], [CODE])
    assert reason.text() == "vì"
    assert dialog.isVisible()

    dialog.close()
    show(window)
    scan(window, CODE)
    assert heard.scans == [CODE]


def test_a_scan_never_presses_a_button(window: Window, heard: Heard) -> None:
    """The spaces of a card would click the focused button, its Enter the default one."""
    window.button.setFocus()

    scan(window, CARD)

    assert heard.scans == [CARD]
    assert window.presses == []


def test_a_scan_fires_no_shortcut_on_its_way(window: Window, heard: Heard) -> None:
    """Single-letter actions listen while no text field has the focus, but not to a scan."""
    fired = []
    for keys in ("H", "2", "Return"):
        action = QAction(keys, window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked, keys=keys: fired.append(keys))
        window.addAction(action)
    window.button.setFocus()

    scan(window, CODE)
    assert (heard.scans, fired) == ([CODE], [])

    press(window, "H")
    assert fired == ["H"]


def test_a_field_that_moves_on_by_itself_is_restored_with_the_next(window: Window, heard: Heard) -> None:
    """A number field, full after 12 digits, hands the rest of a card to its neighbour: both are undone."""
    window.line.textEdited.connect(lambda text: window.next_line.setFocus() if len(text) == 12 else None)
    window.next_line.setText("Đỗ Quyên")
    before = window.state()

    scan(window, CARD)

    assert heard.scans == [CARD]
    assert window.state() == before


def test_edits_that_a_scan_undoes_are_told_to_who_listens(window: Window, heard: Heard) -> None:
    """A search that followed the leaked characters hears that the old text is back."""
    edits: list[str] = []
    type_text(window, "an")
    window.line.textEdited.connect(edits.append)

    scan(window, CODE)

    assert edits[-1] == "an"


@pytest.mark.parametrize(("prefix", "key"), [(Prefix.F13, Qt.Key.Key_F13), (Prefix.STX, "Ctrl+B")])
def test_with_a_prefix_nothing_leaks(window: Window, prefix: Prefix, key: Qt.Key | str) -> None:
    """A scanner that announces itself never touches the field, and its scans may be short."""
    heard = with_wedge(Wedge(prefix=prefix), window)
    edits: list[str] = []
    window.line.textEdited.connect(edits.append)

    _announce(window, key)
    scan_without_rest(window, "12345")

    assert heard.scans == ["12345"]
    assert edits == []


def test_a_slower_scanner_can_be_listened_for(window: Window) -> None:
    """What is too slow for the usual way is a scan once the filter is told to wait longer."""
    scanner = ScannerFilter(window, clock=moment)
    heard = Heard(scanner)
    for wedge, scans in ((Wedge(), []), (Wedge(longest_gap_ms=50), [CODE])):
        scanner.listen_for(wedge)
        type_text(window, CODE, gap_ms=40)
        press(window, Qt.Key.Key_Return, gap_ms=40)
        assert heard.scans == scans


def test_an_announced_scan_that_breaks_off_does_not_eat_typing(window: Window) -> None:
    """After a prefix without a scan the keyboard is the clerk's again."""
    heard = with_wedge(Wedge(prefix=Prefix.F13), window)

    _announce(window, Qt.Key.Key_F13)
    type_text(window, "an")
    press(window, Qt.Key.Key_Return, gap_ms=80)

    assert heard.scans == []
    assert window.line.text() == "an"
    assert window.presses == ["enter"]


def test_two_scans_in_a_row_are_two(window: Window, heard: Heard) -> None:
    """Nothing of the first is left in the second."""
    scan(window, CODE)
    scan(window, "1.004884")

    assert heard.scans == [CODE, "1.004884"]


def test_a_payload_is_nfc(window: Window, heard: Heard) -> None:
    """Decomposed letters of a scanner are composed at the edge."""
    scan(window, "Do\u0302\u0303 Quyen")

    assert heard.scans == ["D\u1ed7 Quyen"]


def test_the_systems_own_time_of_a_key_is_believed() -> None:
    """Keys that queued up behind a busy window keep the time at which they were struck."""
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
    event.setTimestamp(86_400_000)

    assert event_time(event) == 86_400_000


HAND = st.integers(60, 110)
SCANNER = st.integers(0, 20)
LETTERS = st.text("0123456789.-H|aeđơẽ NTq,", min_size=1, max_size=40)
# No code or card begins with a space, the one character that acts on a button before it can be held back.
PAYLOADS = st.from_regex(r"[0-9H|abcNQ][0-9.\-H|/abcNQ ,]{7,79}", fullmatch=True)
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@SHARED
@given(text=LETTERS, gaps=st.lists(HAND, min_size=41, max_size=41))
@example(text=CODE, gaps=[60] * 41)
def test_no_hand_is_ever_taken_for_a_scanner(
    window: Window, heard: Heard, text: str, gaps: list[int]
) -> None:
    """Whatever is typed with 60 to 110 ms between the keys is text, and its Enter is an Enter."""
    window.line.clear()
    window.line.setFocus()
    window.presses.clear()

    for letter, gap in zip(text, gaps, strict=False):
        strike(window, letter, gap_ms=gap)
    press(window, Qt.Key.Key_Return, gap_ms=gaps[-1])

    assert heard.scans == []
    assert window.line.text() == text
    assert window.presses == ["enter"]


@SHARED
@given(
    payload=PAYLOADS,
    gaps=st.lists(SCANNER, min_size=81, max_size=81),
    field=st.integers(0, 7),
    text=st.text("abcđê 12", max_size=12),
)
def test_every_scan_is_recognised_and_undone_wherever_it_falls(
    window: Window, heard: Heard, *, payload: str, gaps: list[int], field: int, text: str
) -> None:
    """Eight characters or more with 0 to 20 ms between them are a scan; the focused field is as before."""
    heard.scans.clear()
    window.line.setText(text)
    window.line.setCursorPosition(len(text) // 2)
    window.block.setPlainText(text)
    window.free_box.setEditText(text)
    window.rows.setCurrentRow(len(text) % 3)
    window.fields()[field].setFocus()
    before = window.state()

    press(window, Qt.Key.Key_Shift)
    for letter, gap in zip(payload, gaps, strict=False):
        strike(window, letter, gap_ms=gap)
    press(window, Qt.Key.Key_Return, gap_ms=gaps[-1])

    assert heard.scans == [payload]
    assert window.state() == before


def _announce(window: Window, key: Qt.Key | str) -> None:
    """A scanner's prefix; Ctrl+B carries STX as its text."""
    if key == "Ctrl+B":
        _strike_stx(window)
    else:
        press(window, key)


def _strike_stx(window: Window) -> None:
    from PySide6.QtTest import QTest

    press(window, Qt.Key.Key_Control)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click,
        window.windowHandle(),
        Qt.Key.Key_B,
        "\x02",
        Qt.KeyboardModifier.ControlModifier,
    )


def scan_without_rest(window: Window, payload: str) -> None:
    """The rest of a scan, right after its prefix."""
    type_text(window, payload, gap_ms=2)
    press(window, Qt.Key.Key_Return, gap_ms=2)
