"""Tests of how the card fits: large zoom, little room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cgcounter.gui.result_return.wrapping_row import WrappingRow
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.counter_office import CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]
Show = Callable[[QWidget], None]
# What the list, the search strip, the status line and the margins leave of 1366 x 768 at 160 %.
PANE = QSize(560, 575)


@pytest.mark.parametrize("key", ["", "F5", "U"])
def test_the_card_fits_its_pane_at_the_largest_zoom(
    office: CounterOffice, open_desk: OpenDesk, app: QApplication, key: str
) -> None:
    """With a part open and a notice over it the card asks for no more than there is."""
    apply_theme(app, Scheme.LIGHT, 160)
    dossier = office.receive(2001, "Nguyễn Thị Đỗ Quyên Phượng")
    desk = open_desk()
    desk.open(dossier)
    if key:
        press(desk, key)
        type_text(desk, "x")
        press(desk, "Escape")

    least = desk.card.minimumSizeHint()

    assert least.width() <= PANE.width()
    assert least.height() <= PANE.height()


def test_the_code_is_always_whole(office: CounterOffice, open_desk: OpenDesk, app: QApplication) -> None:
    """20 pt where it fits, smaller where it does not, but never cut off."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)
    code = desk.card._code
    assert code.property("textRole") == "number"

    desk.setFixedWidth(300)
    assert code.property("textRole") == "name"
    desk.setFixedWidth(640)
    assert code.property("textRole") == "number"


def test_a_field_that_gets_the_focus_is_in_sight(
    office: CounterOffice, open_desk: OpenDesk, app: QApplication
) -> None:
    """Where the fields scroll, F9 brings the reason and its digits into view."""
    apply_theme(app, Scheme.LIGHT, 160)
    dossier = office.receive(2001)
    desk = open_desk()
    desk.resize(640, 600)
    desk.open(dossier)
    press(desk, "F5")
    type_text(desk, "0987654321")
    press(desk, "F9")

    area = desk.card.correction._area
    row = desk.card.correction.rows["reason"]
    place = row.mapTo(area.viewport(), row.rect().topLeft())
    assert place.y() >= 0
    assert place.y() + row.height() <= area.viewport().height()


def test_buttons_go_on_in_the_next_line(show: Show) -> None:
    """What does not fit beside the others stands below them, and the row says how high it will be."""
    widget = QWidget()
    row = WrappingRow(widget)
    row.setSpacing(10)
    buttons = [QLabel(str(number)) for number in range(3)]
    for button in buttons:
        button.setFixedSize(100, 30)
        row.addWidget(button)
    widget.resize(220, 100)
    show(widget)

    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (110, 0), (0, 40)]
    assert row.heightForWidth(220) == 70
    assert row.heightForWidth(320) == 30
    buttons[1].hide()
    assert row.heightForWidth(220) == 30
