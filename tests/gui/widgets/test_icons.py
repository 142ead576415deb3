"""Tests of the icons."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from cgcounter.gui.theme import Scheme, Tone, apply_theme
from cgcounter.gui.widgets.icons import icon, picture


def colours(image: QImage) -> set[str]:
    """The colours of all fully covered pixels."""
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_takes_the_colour_it_is_given(app: QApplication) -> None:
    """One drawing serves light and dark."""
    assert colours(picture("fine", "#0F5E34", 32).toImage()) == {"#0F5E34"}


def test_an_icon_follows_the_theme(app: QApplication) -> None:
    """Without a colour of its own it has the text's."""
    apply_theme(app, Scheme.DARK)

    assert colours(icon("lock").pixmap(64, 64).toImage()) == {"#E6EAEE"}


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_its_own_shape(app: QApplication, tone: Tone) -> None:
    """Who does not see colours sees shapes."""
    shapes = [picture(each.value, "#000000", 24).toImage() for each in Tone]

    assert sum(picture(tone.value, "#000000", 24).toImage() == shape for shape in shapes) == 1


def test_every_drawing_can_be_drawn(app: QApplication, resources: Path) -> None:
    """A file that Qt cannot read would be an empty square."""
    names = [file.stem for file in (resources / "icons").glob("*.svg")]

    assert names
    assert [name for name in names if picture(name, "#000000", 16).toImage() == _empty()] == []


def test_an_icon_that_does_not_exist_is_a_bug(app: QApplication) -> None:
    """A mistyped name is not an invisible icon."""
    with pytest.raises(FileNotFoundError, match="no_such"):
        icon("no_such")


def _empty() -> QImage:
    image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    return image
