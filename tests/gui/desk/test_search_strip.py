"""The one field to scan into or search with, and the buttons of the tasks beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.desk.search_strip import SearchStrip
from tests.typing_keys import commit, compose, press, type_text


@pytest.fixture
def strip(show: Callable[[QWidget], None]) -> SearchStrip:
    """A strip with the focus in its field."""
    strip = SearchStrip()
    show(strip)
    strip.take_focus()
    return strip


def test_every_letter_is_told_as_it_is_typed(strip: SearchStrip) -> None:
    """Committed text only: what an input method is still composing is no search."""
    typed: list[str] = []
    strip.typed.connect(typed.append)
    type_text(strip, "Ẩ")
    compose("n")
    commit("n")
    assert typed == ["Ẩ", "Ẩn"]


def test_enter_follows_what_stands_there(strip: SearchStrip, qtbot: QtBot) -> None:
    """Blanks lead nowhere."""
    entered: list[str] = []
    strip.entered.connect(entered.append)
    press(strip, "Return")
    type_text(strip, "  ")
    press(strip, "Return")
    type_text(strip, "1001")
    press(strip, "Return")
    assert entered == ["  1001"]


def test_the_next_search_begins_over_the_last(strip: SearchStrip) -> None:
    """What stands there is chosen whole: the first letter replaces it."""
    type_text(strip, "quyen")
    strip.take_focus()
    type_text(strip, "m")
    assert strip.field.text() == "m"


def test_a_button_shows_and_does_what_its_action_does(strip: SearchStrip, qtbot: QtBot) -> None:
    """With its key, and without taking the focus from the field."""
    action = QAction("Nhận", strip)
    action.setShortcut("F2")
    strip.add_button(action)
    (button,) = strip.findChildren(QPushButton)
    assert button.text() == "Nhận  F2"
    with qtbot.waitSignal(action.triggered):
        button.click()
    assert strip.field.hasFocus()


def test_the_field_says_what_it_is_for(strip: SearchStrip) -> None:
    """To the eye, to a screen reader, and to F1."""
    assert strip.field.placeholderText()
    assert strip.field.accessibleName() == "Scan or search"
    assert "last four digits" in strip.field.whatsThis()
