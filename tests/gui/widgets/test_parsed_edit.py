"""Tests of what money and date fields share."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cgcounter.gui.widgets.parsed_edit import ParsedEdit
from tests.typing_keys import type_text

Show = Callable[[QWidget], None]


def even(text: str) -> int | None:
    """A number that means something only when it is even."""
    return int(text) if text.isdigit() and int(text) % 2 == 0 else None


def test_only_changes_of_the_value_are_told(show: Show) -> None:
    """2, then 21 which means nothing, then 212."""
    field, heard = ParsedEdit(even, str), list[object]()
    field.value_changed.connect(heard.append)
    show(field)

    type_text(field, "212")

    assert heard == [2, None, 212]


def test_blank_is_no_value_and_not_unreadable(show: Show) -> None:
    """Nothing typed is nothing wrong."""
    field = ParsedEdit(even, str)
    show(field)

    type_text(field, " ")
    assert (field.value, field.is_unreadable) == (None, False)

    type_text(field, "3")
    assert (field.value, field.is_unreadable) == (None, True)
