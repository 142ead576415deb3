"""A box is ticked in the same moment as its letter is pressed with Alt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.widgets.prompt_box import PromptBox
from tests.typing_keys import press


def test_alt_and_its_letter_tick_it_at_once(qapp: object, show: Callable[[QWidget], None]) -> None:
    """It has the focus, and who heard of it can lead on before the next key."""
    window = QWidget()
    box, field = PromptBox("Nhận từ &trước"), QLineEdit()
    layout = QVBoxLayout(window)
    for widget in (field, box):
        layout.addWidget(widget)
    heard: list[bool] = []
    box.toggled.connect(heard.append)
    show(window)
    field.setFocus()
    press(window, "Alt+T")
    assert (box.isChecked(), box.hasFocus(), heard) == (True, True, [True])
    press(window, "Alt+T")
    assert not box.isChecked()
