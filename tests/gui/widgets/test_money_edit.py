"""Tests of the money field."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.widgets.money_edit import MoneyEdit
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


def parse_dong(text: str) -> int | None:
    """Digits with dots."""
    digits = text.replace(".", "")
    return int(digits) if digits.isdigit() else None


def show_dong(amount: int) -> str:
    """With dots."""
    return f"{amount:,}".replace(",", ".")


@pytest.fixture
def fee(show: Show) -> MoneyEdit:
    """A focused money field over another field."""
    window, fee = QWidget(), MoneyEdit(parse_dong, show_dong)
    layout = QVBoxLayout(window)
    layout.addWidget(fee)
    layout.addWidget(QLineEdit())
    show(window)
    fee.setFocus()
    return fee


def test_dots_appear_while_digits_are_typed(fee: MoneyEdit) -> None:
    """The clerk types digits only, and is told the amount after each."""
    heard: list[object] = []
    fee.value_changed.connect(heard.append)

    type_text(fee, "150000")

    assert fee.text() == "150.000"
    assert fee.value == 150_000
    assert heard == [1, 15, 150, 1500, 15_000, 150_000]


def test_the_cursor_stays_at_the_digit_it_was_at(fee: MoneyEdit) -> None:
    """A digit put in at the front moves the dots, not the hand."""
    type_text(fee, "50000")
    press(fee, Qt.Key.Key_Home)

    type_text(fee, "12")

    assert fee.text() == "1.250.000"
    assert fee.cursorPosition() == 3


def test_backspace_takes_digits_away(fee: MoneyEdit) -> None:
    """The dots follow; an emptied field has no value."""
    type_text(fee, "1500")
    press(fee, Qt.Key.Key_Backspace)
    assert fee.text() == "150"

    for _ in range(3):
        press(fee, Qt.Key.Key_Backspace)
    assert (fee.text(), fee.value, fee.is_unreadable) == ("", None, False)


def test_letters_do_not_get_in(fee: MoneyEdit) -> None:
    """Nothing but digits means money."""
    type_text(fee, "1ă5đ0 -")

    assert fee.text() == "150"


def test_leading_zeros_go_but_a_zero_stays(fee: MoneyEdit) -> None:
    """Free of charge is an amount."""
    type_text(fee, "0")
    assert (fee.text(), fee.value) == ("0", 0)

    type_text(fee, "05")
    assert fee.text() == "5"


def test_a_value_from_elsewhere_is_shown_in_silence(fee: MoneyEdit) -> None:
    """The catalogue's fee is no wish of the clerk's; typing the same again is none either."""
    heard: list[object] = []
    fee.value_changed.connect(heard.append)

    fee.show_value(8000)
    assert fee.text() == "8.000"
    fee.show_value(None)
    assert fee.text() == ""
    assert heard == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amount=st.integers(0, 10**12))
def test_what_is_typed_is_what_is_meant(fee: MoneyEdit, amount: int) -> None:
    """For every amount, its digits one after the other give that amount."""
    fee.clear()

    type_text(fee, str(amount))

    assert fee.value == amount
