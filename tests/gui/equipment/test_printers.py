"""The page of the printers: where papers go, a test page, and the two codes scanned back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from cgcounter.domain.forms import PaperSize
from cgcounter.gui.equipment.printers_page import PrintersPage
from cgcounter.gui.equipment.printers_presenter import PrintersPresenter
from cgcounter.gui.theme import Tone
from cgcounter.services.settings import PaperContext, Settings
from tests.gui.equipment.machine import TriedMachine, moment
from tests.typing_keys import press, scan

Show = Callable[[QWidget], None]

A5_BARS, A5_SQUARE = "000.00.00.H00-000000-0581", "000.00.00.H00-000000-0502"


class Printers:
    """The page as it is used."""

    def __init__(self, machine: TriedMachine) -> None:
        self.machine = machine
        self.page = PrintersPage(moment)
        self.page.resize(1366, 728)
        self.presenter = PrintersPresenter(self.page, machine.parts())
        self.kept: list[Settings] = []
        self.presenter.kept.connect(self.kept.append)

    def open(self, show: Show) -> None:
        """Show it and wait for the machine's printers."""
        show(self.page)
        self.presenter.open()
        self.machine.settle()
        self.page.take_focus()

    def keys(self, *strokes: str) -> None:
        """Press keys, each after the last was answered."""
        for stroke in strokes:
            press(self.page, stroke)
            self.machine.settle()

    def scan(self, payload: str, expect: str) -> None:
        """Scan, and wait until the page speaks of it."""
        scan(self.page, payload)
        self.machine.wait_for(lambda: expect in self.words)

    @property
    def words(self) -> str:
        """What the page found."""
        return " ".join(one.words for one in self.page._findings.shown)

    @property
    def tones(self) -> list[Tone]:
        """How good or bad that is."""
        return [one.tone for one in self.page._findings.shown]

    def offered(self, box: QComboBox) -> list[str]:
        """The printers that a box offers; the empty name is the papers folder."""
        return [box.itemData(place) for place in range(box.count())]


@pytest.fixture
def printers(machine: TriedMachine, show: Show) -> Printers:
    """The page, open."""
    printers = Printers(machine)
    printers.open(show)
    return printers


def test_the_machines_printers_are_offered(printers: Printers) -> None:
    """The folder first, then each queue once, for receipts and for the rest."""
    for box in (printers.page._receipt, printers.page._log):
        assert printers.offered(box) == ["", "HP_quay_1", "Canon"]
        assert box.currentData() == ""


def test_a_printer_that_is_off_today_is_not_lost(machine: TriedMachine, show: Show) -> None:
    """It stays chosen, though the machine does not name it now."""
    machine.settings = Settings(receipt=PaperContext("Kyocera", PaperSize.A4_TWO_UP))
    printers = Printers(machine)
    printers.open(show)
    assert printers.page.answer().receipt == PaperContext("Kyocera", PaperSize.A4_TWO_UP)
    assert printers.offered(printers.page._log) == ["", "HP_quay_1", "Canon"]


def test_what_is_chosen_is_kept(printers: Printers) -> None:
    """Printer and paper of the receipts, printer of the rest; the other settings stay."""
    printers.keys("Down", "Return", "Down", "Return", "Down", "Down", "Tab", "Tab", "Tab", "Return")
    assert printers.kept == [
        Settings(receipt=PaperContext("HP_quay_1", PaperSize.A4_TWO_UP), daily_log=PaperContext("Canon"))
    ]
    assert printers.machine.settings == printers.kept[0]


def test_a_full_disk_is_told(printers: Printers) -> None:
    """What could not be kept is said, and nothing goes on."""
    printers.machine.is_disk_full = True
    printers.page.next.click()
    printers.machine.settle()
    assert printers.kept == []
    assert "settings.toml" in printers.page.notice.words


def test_a_test_page_goes_where_the_page_says(printers: Printers) -> None:
    """Before anything is kept: receipts on their sheet, the rest on A4; then the codes are asked for."""
    printers.keys("Down", "Return", "Down", "Return", "Return", "Return")
    assert printers.machine.printed == [PaperContext("HP_quay_1", PaperSize.A4_TWO_UP)]
    assert printers.kept == []
    assert printers.words == (
        "Sent to HP_quay_1. Do the four things that the page asks for. "
        "Bar code, A4 sheet with both copies: not scanned yet. "
        "Square code, A4 sheet with both copies: not scanned yet."
    )
    assert printers.page._line.hasFocus()

    press(printers.page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    printers.keys("Return")
    assert printers.machine.printed[1:] == [PaperContext("", PaperSize.A4)]
    assert "The page lies as a PDF in the papers folder." in printers.words


def test_both_codes_are_scanned_back(printers: Printers) -> None:
    """Each right code is said to be right, whichever comes first."""
    printers.page._line.setFocus()
    printers.scan(A5_SQUARE, "Square code, A5 sheet: read back right.")
    assert printers.tones == [Tone.PLAIN, Tone.FINE]
    printers.scan(A5_BARS, "Bar code, A5 sheet: read back right.")
    assert printers.tones == [Tone.FINE, Tone.FINE]


def test_a_code_is_heard_wherever_the_focus_is(printers: Printers) -> None:
    """A scan that falls on a box is handed to the page, and the line waits for the next."""
    assert printers.page.take_scan(A5_BARS)
    assert "Bar code, A5 sheet: read back right." in printers.words
    assert printers.page._line.hasFocus()


def test_a_new_test_page_is_scanned_anew(printers: Printers) -> None:
    """What was read from the last page says nothing of the next."""
    printers.page._line.setFocus()
    printers.scan(A5_BARS, "Bar code, A5 sheet: read back right.")
    printers.page._tests[0].click()
    printers.machine.settle()
    assert "Bar code, A5 sheet: not scanned yet." in printers.words


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("000.00.00.H00-000000-051", "Characters were lost: 000.00.00.H00-000000-051."),
        ("000.00.00.h00-000000-0581", "Capital and small letters are swapped"),
        ("000,00,00,H00/000000/0581", "Signs were changed: 000,00,00,H00/000000/0581."),
        ("ooo.đđ.00.H00-000000-0581", "changed letters"),
        ("000.12.30.H23-220310-1001", "This is another code: 000.12.30.H23-220310-1001."),
    ],
)
def test_a_wrong_code_is_told_with_its_likeliest_cause(printers: Printers, payload: str, words: str) -> None:
    """What came is shown, and what to do about it; nothing counts as read."""
    printers.page._line.setFocus()
    printers.scan(payload, words)
    assert printers.tones == [Tone.ALARM]
    printers.scan(A5_BARS, "Square code, A5 sheet: not scanned yet.")


def test_a_long_code_is_shortened(printers: Printers) -> None:
    """An identity card scanned by mistake does not stand there in full."""
    printers.page._line.setFocus()
    printers.scan(
        "030090001234|012345678|NGUYEN VAN A|02091990|Nam|Thon 1, xa Kim Lien|10052021", "another code"
    )
    assert "Kim Lien" not in printers.words


def test_a_printer_that_fails_is_told(printers: Printers) -> None:
    """The machine's answer in words; the test can be tried again at once."""
    printers.machine.printer_fails_with = "printer_stopped"
    printers.page._tests[0].click()
    printers.machine.settle()
    assert (
        printers.words
        == "The printer did not take the page (máy in đang dừng). Check it, or choose another one."
    )
    assert printers.page._tests[0].isEnabled()


def test_a_page_under_way_is_not_printed_twice(printers: Printers) -> None:
    """A second press while the printer works is not heard."""
    printers.page._tests[0].click()
    printers.page._tests[0].click()
    printers.page._tests[1].click()
    printers.machine.settle()
    assert len(printers.machine.printed) == 1
