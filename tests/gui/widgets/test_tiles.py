"""Tests of the tiles that filter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.gui.widgets.tiles import Tiles, TileSpec
from tests.typing_keys import press

Show = Callable[[QWidget], None]


@pytest.fixture
def tiles(show: Show) -> Tiles:
    """The four tiles of the design."""
    words = ("Quá hạn", "Đến hạn", "Nhận", "Trả")
    tiles = Tiles([TileSpec(key, word) for key, word in zip("abcd", words, strict=True)])
    show(tiles)
    return tiles


@pytest.fixture
def heard(tiles: Tiles) -> list[object]:
    """What the tiles have told."""
    heard: list[object] = []
    tiles.chosen.connect(heard.append)
    return heard


def test_alt_and_a_digit_choose_a_tile(tiles: Tiles, heard: list[object]) -> None:
    """Another tile takes its place; the same once more lets it out."""
    press(tiles, "Alt+2")
    press(tiles, "Alt+4")
    press(tiles, "Alt+4")

    assert heard == ["b", "d", None]
    assert tiles.choice is None


def test_space_presses_the_focused_tile(tiles: Tiles, heard: list[object]) -> None:
    """A tile is a button like any other."""
    tiles.tile("c").setFocus()

    press(tiles, Qt.Key.Key_Space)

    assert heard == ["c"]
    assert tiles.tile("c").isChecked()


def test_the_mouse_works_on_figure_and_word(tiles: Tiles, heard: list[object]) -> None:
    """The labels do not catch the click."""
    QTest.mouseClick(tiles.tile("a"), Qt.MouseButton.LeftButton)

    assert heard == ["a"]


def test_figures_are_shown_and_told(tiles: Tiles) -> None:
    """Figure and word are one name to a screen reader; before the first count there is a dash."""
    assert tiles.tile("a").figure == "–"

    tiles.show_figures({"a": 3, "b": 1200})

    assert [tiles.tile(key).figure for key in "ab"] == ["3", "1200"]
    assert tiles.tile("a").accessibleName() == "3 Quá hạn"


def test_choosing_from_elsewhere_tells_nobody(tiles: Tiles, heard: list[object]) -> None:
    """Who sets a filter knows it."""
    tiles.choose("b")

    assert (tiles.choice, heard) == ("b", [])


def test_each_tile_is_an_action_for_the_palette(tiles: Tiles) -> None:
    """Its word and its keys are listed."""
    assert [(action.text(), action.shortcut().toString()) for action in tiles.actions()] == [
        ("Quá hạn", "Alt+1"),
        ("Đến hạn", "Alt+2"),
        ("Nhận", "Alt+3"),
        ("Trả", "Alt+4"),
    ]


def test_tiles_are_large_enough_at_every_zoom(app: QApplication, tiles: Tiles) -> None:
    """Targets of at least 32 pixels, with room for the figure."""
    for zoom in (90, 100, 160):
        apply_theme(app, Scheme.LIGHT, zoom)
        hint = tiles.tile("b").sizeHint()
        assert hint.height() >= 32
        assert hint.width() >= tiles.fontMetrics().horizontalAdvance("Đến hạn")
