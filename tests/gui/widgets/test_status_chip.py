"""Tests of the chip: a state is icon, word and colour."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from cgcounter.gui.theme import Scheme, Tone, apply_theme
from cgcounter.gui.widgets.status_chip import TONE_ROLE, ChipDelegate, StatusChip

Show = Callable[[QWidget], None]


def has_colour(image: QImage, colour: str) -> bool:
    """Whether any pixel has exactly this colour."""
    return any(
        image.pixelColor(x, y).name().upper() == colour
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize(
    ("scheme", "tone", "ink", "fill"),
    [
        (Scheme.LIGHT, Tone.ALARM, "#8A1C12", "#FDE7E4"),
        (Scheme.LIGHT, Tone.CAUTION, "#7A4B00", "#FFF3D6"),
        (Scheme.DARK, Tone.FINE, "#8BE0AE", "#123A26"),
        (Scheme.DARK, Tone.PLAIN, "#A7B0BA", "#14181C"),
    ],
)
def test_a_chip_wears_the_colours_of_its_tone(
    app: QApplication, show: Show, *, scheme: Scheme, tone: Tone, ink: str, fill: str
) -> None:
    """Fill and icon come from the tokens of the theme in use."""
    apply_theme(app, scheme)
    chip = StatusChip(tone, "Quá hạn")
    show(chip)

    picture = chip.grab().toImage()

    assert has_colour(picture, ink)
    assert has_colour(picture, fill)


def test_a_chip_says_its_word_to_a_screen_reader(show: Show) -> None:
    """What is painted is also told."""
    chip = StatusChip()
    show(chip)

    chip.show_state(Tone.CAUTION, "Hôm nay")

    assert chip.accessibleName() == "Hôm nay"


def test_a_chip_has_room_for_its_word_at_every_zoom(app: QApplication, show: Show) -> None:
    """It grows with the font."""
    chip = StatusChip(Tone.FINE, "Đúng hạn")
    show(chip)
    small = chip.sizeHint()

    apply_theme(app, Scheme.LIGHT, 160)

    assert chip.sizeHint().width() > 1.4 * small.width()
    assert chip.sizeHint().width() >= chip.fontMetrics().horizontalAdvance("Đúng hạn") + 36


def test_a_cell_with_a_tone_is_a_chip_and_another_is_text(show: Show) -> None:
    """The delegate draws what the model gives, without losing the cell's text."""
    model = QStandardItemModel(2, 1)
    for row, tone in enumerate((Tone.ALARM, None)):
        item = QStandardItem("Quá hạn")
        item.setData(tone, TONE_ROLE)
        model.setItem(row, item)
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(ChipDelegate(table))
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.resize(300, 150)
    show(table)

    first, second = (table.viewport().grab(table.visualRect(model.index(row, 0))).toImage() for row in (0, 1))

    assert has_colour(first, "#FDE7E4")
    assert not has_colour(second, "#FDE7E4")
