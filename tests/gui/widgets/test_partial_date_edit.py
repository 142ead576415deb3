"""Tests of the date field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]

KNOWN = {"02/09/1990": "full", "2/9/1990": "full", "1990": "year", "09/1990": "month"}
SHOWN = {"full": "02/09/1990", "year": "1990", "month": "09/1990"}


@pytest.fixture
def born(show: Show) -> PartialDateEdit[str]:
    """A focused date field over another field; it knows the dates of `KNOWN`."""
    window, born = QWidget(), PartialDateEdit(KNOWN.get, SHOWN.__getitem__)
    layout = QVBoxLayout(window)
    layout.addWidget(born)
    layout.addWidget(QLineEdit())
    show(window)
    born.setFocus()
    return born


def test_eight_digits_become_a_date(born: PartialDateEdit[str]) -> None:
    """The clerk types no slashes; once the last digit is there, the value is told."""
    heard: list[object] = []
    born.value_changed.connect(heard.append)

    type_text(born, "02091990")

    assert born.text() == "02/09/1990"
    assert born.value == "full"
    assert heard[-1] == "full"


@pytest.mark.parametrize(("typed", "value"), [("1990", "year"), ("09/1990", "month")])
def test_a_date_may_be_known_in_part(born: PartialDateEdit[str], typed: str, value: str) -> None:
    """A year alone, or month and year, are dates too and stay as they are."""
    type_text(born, typed)
    press(born, Qt.Key.Key_Tab)

    assert (born.text(), born.value) == (typed, value)


def test_leaving_the_field_gives_the_date_its_usual_form(born: PartialDateEdit[str]) -> None:
    """Typed slashes are welcome; the form is always the same in the end."""
    type_text(born, "2/9/1990")
    assert born.text() == "2/9/1990"

    press(born, Qt.Key.Key_Tab)

    assert born.text() == "02/09/1990"


def test_what_is_no_date_stays_for_the_clerk_to_mend(born: PartialDateEdit[str]) -> None:
    """Nothing is thrown away; the field says that it cannot be read."""
    type_text(born, "31021990")
    press(born, Qt.Key.Key_Tab)

    assert born.text() == "31/02/1990"
    assert born.value is None
    assert born.is_unreadable


def test_a_date_that_becomes_none_is_told(born: PartialDateEdit[str]) -> None:
    """Taking a digit away takes the value back."""
    heard: list[object] = []
    type_text(born, "1990")
    born.value_changed.connect(heard.append)

    press(born, Qt.Key.Key_Backspace)

    assert heard == [None]
    assert born.is_unreadable


def test_letters_do_not_get_in(born: PartialDateEdit[str]) -> None:
    """Telex letters typed by mistake are no part of a date."""
    type_text(born, "19ơ9k0")

    assert born.text() == "1990"
