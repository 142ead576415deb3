"""A code on the screen is read by a scanner, in every scheme and at every zoom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.documents.barcodes import ScreenSymbols
from cgcounter.domain.trial_codes import SCREEN_CODE, SymbolKind
from cgcounter.gui.equipment.symbol_view import SymbolView
from cgcounter.gui.theme import Scheme, apply_theme


def picture_of(widget: QWidget) -> Image.Image:
    """What stands on the screen."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(image.constBits())
    stride = image.bytesPerLine()
    return Image.frombuffer("RGB", (image.width(), image.height()), rows, "raw", "RGB", stride, 1)


@pytest.mark.parametrize("kind", SymbolKind)
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("zoom", [90, 100, 125, 160])
def test_the_code_can_be_scanned_from_the_screen(
    app: QApplication, show: Callable[[QWidget], None], kind: SymbolKind, scheme: Scheme, zoom: int
) -> None:
    """Black on white with its quiet zone, whatever the window's colours."""
    apply_theme(app, scheme, zoom)
    view = SymbolView(kind, "mã")
    view.show_symbol(ScreenSymbols().draw(SCREEN_CODE, kind))
    show(view)
    view.resize(view.sizeHint())
    found = [str(one.text) for one in zxingcpp.read_barcodes(picture_of(view))]
    assert found == [SCREEN_CODE]


def test_modules_are_whole_pixels(app: QApplication, show: Callable[[QWidget], None]) -> None:
    """Nothing on it is grey: a blurred edge is a wider bar to a scanner."""
    apply_theme(app, Scheme.DARK, 125)
    view = SymbolView(SymbolKind.CODE_128, "mã")
    view.show_symbol(ScreenSymbols().draw(SCREEN_CODE, SymbolKind.CODE_128))
    show(view)
    view.resize(view.sizeHint())
    colours = picture_of(view).getcolors() or []
    assert {colour for _, colour in colours} == {(0, 0, 0), (255, 255, 255)}


def test_the_code_fits_beside_the_other_on_a_small_screen(app: QApplication) -> None:
    """Both stand in one row of a page, also at the largest zoom."""
    for zoom in (100, 160):
        apply_theme(app, Scheme.LIGHT, zoom)
        widths = []
        for kind in SymbolKind:
            view = SymbolView(kind, "mã")
            view.show_symbol(ScreenSymbols().draw(SCREEN_CODE, kind))
            widths.append(view.sizeHint().width())
        assert sum(widths) <= 632 * zoom // 100
