"""The unit and the agency code of the counter, changed on their page by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.counter_unit.presenter import CounterUnitPresenter
from cgcounter.gui.counter_unit.screen import CounterUnitScreen
from tests.gui.accessibility import nameless
from tests.gui.whole_office import WholeOffice
from tests.services.desk import OFFICE, UNITS
from tests.typing_keys import press, type_text

KNOWN_CODE = "H23.12.9"
INSURANCE = Unit("bhxh-huyen", "Bảo hiểm xã hội huyện", UnitKind.SOCIAL_INSURANCE, date(2022, 1, 1))
TAX = Unit("chi-cuc-thue", "Chi cục Thuế", UnitKind.TAX_BRANCH, date(2022, 1, 1), agency_code=KNOWN_CODE)


class Changed:
    """The page as it is used, and what it told."""

    def __init__(self, resources: Path, show: Callable[[QWidget], None], qtbot: QtBot) -> None:
        self.office, self._qtbot = WholeOffice(resources), qtbot
        with self.office.store.begin() as unit:
            units = Units((*UNITS.units, INSURANCE, TAX))
            unit.reference.put_units(units, source="test", at=self.office.clock.now())
            unit.commit()
        self.office.sign_in(self.office.administrator)
        self.screen = CounterUnitScreen()
        self.presenter = CounterUnitPresenter(self.screen, self.office.stage)
        self.changes: list[Change] = []
        self.closed: list[bool] = []
        self.office.stage.changes.changed.connect(self.changes.append)
        self.presenter.closed.connect(self._note_closing)
        show(self.screen)
        self.presenter.open()
        self.settle()

    def _note_closing(self) -> None:
        self.closed.append(True)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def keys(self, *strokes: str) -> None:
        """Press keys; what stands in quotes is typed."""
        for stroke in strokes:
            if stroke.startswith("'"):
                type_text(self.screen, stroke.strip("'"))
            else:
                press(self.screen, stroke)
            self.settle()

    @property
    def words(self) -> str:
        """All that the page says."""
        return " ".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())

    @property
    def kept(self) -> tuple[Office, Counter]:
        """What the file holds."""
        with self.office.store.look() as reading:
            return reading.reference.office(), reading.reference.counter()


@pytest.fixture
def page(resources: Path, show: Callable[[QWidget], None], qtbot: QtBot) -> Iterator[Changed]:
    """The page of a counter of the office itself, its administrator signed in."""
    page = Changed(resources, show, qtbot)
    yield page
    page.office.runner.close()


def test_it_begins_with_what_is_kept(page: Changed) -> None:
    """The office's own unit needs no picking: its name stands in the empty line."""
    unit, code = page.screen._fields._unit, page.screen._fields._agency
    assert (unit.text(), unit.placeholderText(), code.text()) == ("", "Xã Cao An", "000.12.30.H23")
    assert unit.hasFocus()
    assert nameless(page.screen) == []


def test_a_unit_is_picked_and_given_its_code(page: Changed) -> None:
    """A few letters without marks, the code in small letters, a tick, F9; every screen hears of it."""
    page.keys("'bao hiem'", "Return", "Ctrl+A", "'g24.12'", "Return", "Space", "F9")
    assert page.kept[1] == Counter(1, "Quầy 1", "bhxh-huyen", "G24.12", code_confirmed=True)
    assert page.kept[0] == OFFICE
    assert "Saved. What is received from now on bears it." in page.words
    assert page.changes[-1].topics == {Topic.STAFF, Topic.CATALOGUE, Topic.SETTINGS, Topic.DOSSIERS}
    page.keys("Escape")
    assert page.closed == [True]


def test_a_unit_brings_its_known_code_along(page: Changed) -> None:
    """What was confirmed of the last code is not of this one."""
    page.screen._fields._confirmed.setChecked(True)
    page.keys("'thue'", "Return")
    assert page.screen._fields._agency.text() == KNOWN_CODE
    assert not page.screen._fields._confirmed.isChecked()
    page.keys("F9")
    assert page.kept[1] == Counter(1, "Quầy 1", "chi-cuc-thue", KNOWN_CODE)


def test_a_bad_code_is_told_beside_its_field(page: Changed) -> None:
    """Nothing is kept, nothing typed is lost, and the field waits."""
    page.keys("'bao hiem'", "Return", "Ctrl+A", "'BHXH'", "F9")
    assert "Mã cơ quan không đúng dạng" in page.words
    assert page.screen._fields._agency.hasFocus()
    assert page.screen._fields._agency.text() == "BHXH"
    assert page.kept[1] == Counter(1, "Quầy 1")


def test_what_is_typed_is_not_dropped_without_a_question(page: Changed) -> None:
    """Esc asks, Esc again leaves all as it was."""
    page.keys("Return", "Ctrl+A", "'H23.1'", "Escape")
    assert page.closed == []
    page.keys("Escape")
    assert page.closed == [True]
    assert page.kept[0] == OFFICE


def test_who_administers_the_machine_no_more_is_led_out(page: Changed) -> None:
    """Another role, and the page goes."""
    page.office.sign_in(page.office.clerk)
    assert page.closed == [True]
