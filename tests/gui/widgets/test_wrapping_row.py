"""Tests of the row that goes on in the next line, and of the fields in it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cgcounter.gui.widgets.wrapping_row import FieldLine, WrappingRow

Show = Callable[[QWidget], None]


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


def test_what_can_grow_fills_its_line(show: Show) -> None:
    """A field takes what the line leaves, and no more than its own limit."""
    widget = QWidget()
    row = WrappingRow(widget)
    row.setSpacing(10)
    date, phone = QLineEdit(), QLineEdit()
    date.setMaximumWidth(80)
    for field in (date, phone):
        row.addWidget(field)
    widget.resize(500, 40)
    show(widget)

    assert date.geometry().width() == 80
    assert (phone.geometry().left(), phone.geometry().width()) == (90, 410)


def test_a_label_stays_with_its_field(show: Show) -> None:
    """Where there is no room for both, they go to the next line together."""
    line, first, second = FieldLine(), QLineEdit(), QLineEdit()
    line.add(first)
    line.add(second, "Phone")
    show(line)
    line.resize(first.sizeHint().width() + 20, 200)

    [label] = line.findChildren(QLabel)
    assert label.buddy() is second
    assert second.accessibleName() == "Phone"
    assert label.mapTo(line, label.rect().topLeft()).x() == 0
    assert label.mapTo(line, label.rect().topLeft()).y() > first.geometry().bottom()
