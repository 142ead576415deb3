"""The pane of books for those who see, hear and touch it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from cgcounter.domain.forms import FormKey
from cgcounter.gui.books.screen import BOOKS
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small
from tests.gui.books.conftest import Window
from tests.typing_keys import press


@pytest.mark.parametrize("book", BOOKS)
def test_everything_has_a_name_and_can_be_hit(window: Window, book: FormKey) -> None:
    """Fields, pages, buttons and the bar say what they are and are large enough; each field has its help."""
    press(window, "Ctrl+F6")
    press(window, f"Ctrl+{BOOKS.index(book) + 1}")
    window.settle()
    window.books.show_drawing(40)
    assert nameless(window.books) == []
    assert too_small(window.books) == []
    fields = window.books._parts[book].findChildren(QLineEdit)
    assert fields
    assert all(field.whatsThis() for field in fields)


@pytest.mark.parametrize("book", BOOKS)
def test_it_fits_the_small_screen_at_the_largest_zoom(
    window: Window, app: QApplication, book: FormKey
) -> None:
    """At 160 % it stands within the window beside which nothing else is shown."""
    press(window, "Ctrl+F6")
    press(window, f"Ctrl+{BOOKS.index(book) + 1}")
    window.settle()
    apply_theme(app, Scheme.LIGHT, 160)
    size = window.books.minimumSizeHint()
    assert size.width() <= 1340
    assert size.height() <= 640
