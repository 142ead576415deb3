"""A path is typed or looked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from cgcounter.gui.widgets.path_field import PathField, Wanted
from tests.gui.accessibility import nameless, too_small
from tests.typing_keys import type_text

Show = Callable[[QWidget], None]


@pytest.mark.parametrize("wanted", Wanted)
def test_what_is_found_stands_in_the_line(
    show: Show, monkeypatch: pytest.MonkeyPatch, wanted: Wanted
) -> None:
    """The dialog begins where the line leads to; giving it up leaves the line as it is."""
    asked: list[str] = []
    answers = ["/media/usb/x", ""]

    def folder(_parent: QWidget, _title: str, begin: str) -> str:
        asked.append(begin)
        return answers.pop(0)

    def file(parent: QWidget, title: str, begin: str) -> tuple[str, str]:
        return folder(parent, title, begin), ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", file)
    field = PathField("Thư mục sao lưu", wanted)
    show(field)
    field.setFocus()
    type_text(field, " /media ")
    for _ in range(2):
        field.findChildren(QPushButton)[0].click()
        assert field.text == "/media/usb/x"
        assert field.line.hasFocus()
    assert asked == ["/media", "/media/usb/x"]


def test_the_field_can_be_heard_and_hit(show: Show) -> None:
    """The line says what it asks for."""
    field = PathField("Thư mục sao lưu", Wanted.FOLDER)
    show(field)
    assert nameless(field) == []
    assert too_small(field) == []
