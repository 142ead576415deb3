"""The page of the scanner: what a scan tells is said, and the program listens as this scanner types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cgcounter.domain.scanning import Prefix, Wedge
from cgcounter.gui.equipment.scanner_page import ScannerPage
from cgcounter.gui.equipment.scanner_presenter import ScannerPresenter
from cgcounter.gui.theme import Tone
from cgcounter.services.settings import Settings
from tests.gui.equipment.machine import TriedMachine, moment
from tests.typing_keys import press, scan, type_text

Show = Callable[[QWidget], None]

CODE = "H23.1-4|as.dd.a1"


class Scanner:
    """The page as it is used."""

    def __init__(self, machine: TriedMachine, show: Show) -> None:
        self.machine = machine
        self.page = ScannerPage(moment)
        self.page.resize(1366, 728)
        self.presenter = ScannerPresenter(self.page, machine.parts())
        self.kept: list[Settings] = []
        self.presenter.kept.connect(self.kept.append)
        self.presenter.open()
        show(self.page)
        self.page.take_focus()

    def scan(self, payload: str, *, gap_ms: int = 2, ending: str = "Return") -> None:
        """Scan at that pace and wait until the page has something to say."""
        self.page.show_findings(())
        type_text(self.page, payload, gap_ms=gap_ms)
        if ending:
            press(self.page, ending, gap_ms=gap_ms)
        self.machine.wait_for(lambda: bool(self.words))

    def go_on(self) -> None:
        """Enter on the empty line."""
        press(self.page, "Return")
        self.machine.settle()

    @property
    def words(self) -> list[str]:
        """What the page found."""
        return [one.words for one in self.page._findings.shown]

    @property
    def alarms(self) -> list[str]:
        """What of it is bad."""
        return [one.words for one in self.page._findings.shown if one.tone is Tone.ALARM]


@pytest.fixture
def scanner(machine: TriedMachine, show: Show) -> Scanner:
    """The page, open."""
    return Scanner(machine, show)


def test_a_good_scanner_is_told_so(scanner: Scanner) -> None:
    """Whole, fast, with an ending: each in words, and the usual way of listening is kept."""
    scanner.scan(CODE, gap_ms=4)
    assert scanner.words == [
        "The code arrived whole.",
        "16 characters, at most 4 ms apart: no hand types so fast.",
        "After the code comes Enter.",
    ]
    scanner.go_on()
    assert [one.scanner for one in scanner.kept] == [Wedge()]


def test_a_slower_scanner_is_waited_for(scanner: Scanner) -> None:
    """What the trial found is kept: the program waits a little longer than the scanner takes."""
    scanner.scan(CODE, gap_ms=38)
    assert scanner.alarms == []
    scanner.go_on()
    assert scanner.machine.settings.scanner == Wedge(longest_gap_ms=48)


def test_a_prefix_is_learnt(scanner: Scanner) -> None:
    """What the scanner announces itself with is said and kept."""
    press(scanner.page, Qt.Key.Key_F13)
    type_text(scanner.page, CODE, gap_ms=2)
    press(scanner.page, "Return", gap_ms=2)
    scanner.machine.wait_for(lambda: bool(scanner.words))
    assert scanner.words[-1] == "Before the code comes F13: nothing of a scan shows in a field."
    scanner.go_on()
    assert scanner.machine.settings.scanner.prefix is Prefix.F13


@pytest.mark.parametrize(
    ("payload", "gap_ms", "ending", "alarm"),
    [
        ("H23.1-4|á.đ.a1", 2, "Return", "A Vietnamese input method (UniKey…) or keyboard changed letters"),
        ("h23.1-4|AS.DD.A1", 2, "Return", "Capital and small letters are swapped: h23.1-4|AS.DD.A1."),
        ("H23.1-4~as.dd.a1", 2, "Return", "Signs were changed: H23.1-4~as.dd.a1."),
        ("H23.1-4|s.dd.a1", 2, "Return", "Characters were lost: H23.1-4|s.dd.a1."),
        ("000.12.30.H23-220310-1001", 2, "Return", "This is another code: 000.12.30.H23-220310-1001."),
        (CODE, 90, "Return", "Up to 90 ms passed between two characters, as when a hand types."),
        (CODE, 2, "", "Nothing comes after the code, so its end is not known."),
    ],
)
def test_what_is_wrong_is_told_and_changes_nothing(
    scanner: Scanner, payload: str, gap_ms: int, ending: str, alarm: str
) -> None:
    """Each fault has its own words; going on keeps the way of listening that was set."""
    before = scanner.machine.settings = Settings(scanner=Wedge(longest_gap_ms=42))
    scanner.scan(payload, gap_ms=gap_ms, ending=ending)
    assert len(scanner.alarms) == 1
    assert alarm in scanner.alarms[0]
    scanner.go_on()
    assert scanner.machine.settings == before


def test_an_input_method_that_erases_is_found(scanner: Scanner) -> None:
    """UniKey takes letters back and sends others: the page names it."""
    type_text(scanner.page, "H23.1-4|a", gap_ms=2)
    press(scanner.page, "Backspace", gap_ms=1)
    scanner.scan("á.đ.a1")
    assert "UniKey" in scanner.alarms[0]


def test_the_last_scan_counts(scanner: Scanner) -> None:
    """A bad scan after a good one: what is set stays."""
    scanner.scan(CODE, gap_ms=38)
    scanner.scan("H23.1-4|á.đ.a1")
    scanner.go_on()
    assert scanner.machine.settings.scanner == Wedge()


def test_a_code_of_the_test_page_will_do(scanner: Scanner) -> None:
    """A scanner that cannot read a screen is tried with paper."""
    scan(scanner.page, "000.00.00.H00-000000-0581")
    scanner.machine.wait_for(lambda: bool(scanner.words))
    assert scanner.words[0] == "The code arrived whole."
    assert scanner.alarms == []


def test_a_scan_beside_the_line_is_asked_for_again(scanner: Scanner) -> None:
    """How it came is not known, so that it tells nothing; the line waits for the next."""
    scanner.page.next.setFocus()
    assert scanner.page.take_scan(CODE)
    assert scanner.words == ["The scan fell beside the line. It waits for it now: scan again."]
    assert scanner.page._line.hasFocus()


def test_without_a_scan_nothing_changes(scanner: Scanner) -> None:
    """Enter on the empty line goes on."""
    scanner.go_on()
    assert scanner.kept == [Settings()]
