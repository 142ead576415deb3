"""Tests of the pages on screen: sharp, in their order, at their place."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.preview.page_view import PageView
from cgcounter.services.ports import PagePicture
from tests.gui.small_office import striped_page
from tests.typing_keys import press

Show = Callable[[QWidget], None]


@pytest.fixture
def view(show: Show) -> PageView:
    """An empty view of a fixed size."""
    view = PageView()
    view.resize(900, 600)
    show(view)
    return view


class DenseView(PageView):
    """A view on a screen with two pixels a point each way."""

    def devicePixelRatioF(self) -> float:  # noqa: N802  Qt's own name
        return 2.0


def sharp_dpi(view: PageView) -> int:
    """The dpi that the view asks for when it is shown an A4 page."""
    asked: list[int] = []
    view.sharper_wanted.connect(asked.append)
    view.show_pages([striped_page(20)], dpi=20)
    return asked[-1]


def on_screen(view: PageView) -> QImage:
    """What stands in the view."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)


def pixel_row(image: QImage, y: int) -> bytes:
    """One row of pixels as RGB."""
    rows = memoryview(image.constBits())
    return bytes(rows[y * image.bytesPerLine() :][: 3 * image.width()])


def row_of(page: PagePicture, y: int) -> bytes:
    """One row of a page as RGB."""
    return page.rgb[3 * page.width * y : 3 * page.width * (y + 1)]


def test_pixels_of_the_page_are_pixels_of_the_screen(view: PageView) -> None:
    """A page made at the dpi the view asked for is drawn pixel for pixel."""
    dpi = sharp_dpi(view)
    page = striped_page(dpi)

    view.show_pages([page], dpi=dpi)

    seen = on_screen(view)
    left = next(x for x in range(seen.width()) if pixel_row(seen, 20)[3 * x :].startswith(row_of(page, 4)))
    for y in (16, 17, 300, 590):
        assert pixel_row(seen, y)[3 * left : 3 * (left + page.width)] == row_of(page, y - 16)


def test_the_page_fits_the_width(view: PageView) -> None:
    """At 100 % the widest page leaves its margins and nothing has to be moved sideways."""
    view.resize(500, 600)
    dpi = sharp_dpi(view)
    view.show_pages([striped_page(dpi)], dpi=dpi)

    room = view.viewport().width() - 2 * 16
    assert room - 9 <= striped_page(dpi).width <= room
    assert view.horizontalScrollBar().maximum() == 0


def test_a_dense_screen_gets_denser_pages(view: PageView, show: Show) -> None:
    """With two pixels a point the pages are asked for at twice the dpi, at the same size."""
    dense = DenseView()
    dense.resize(view.size())
    show(dense)

    assert sharp_dpi(dense) in (2 * sharp_dpi(view), 2 * sharp_dpi(view) + 1)
    assert dense._boxes[0].width() == pytest.approx(view._boxes[0].width(), abs=9)


def test_zooming_asks_for_sharper_pages_and_keeps_the_place(view: PageView) -> None:
    """At 200 % twice the dpi is asked for; what was at the top of the view stays there."""
    dpi = sharp_dpi(view)
    view.show_pages([striped_page(dpi, number) for number in range(3)], dpi=dpi)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    place = view._place()
    asked: list[int] = []
    view.sharper_wanted.connect(asked.append)

    view.set_zoom(200)

    assert asked[-1] in (2 * dpi, 2 * dpi + 1)
    view.show_pages([striped_page(asked[-1], number) for number in range(3)], dpi=asked[-1], keep_place=True)
    assert view._place() == pytest.approx(place, abs=0.01)
    assert view.horizontalScrollBar().maximum() > 0


def test_zoom_stops_at_both_ends(view: PageView) -> None:
    """Zooming goes by steps from 50 to 300 percent and no further."""
    view.zoom_by(+1)
    assert view.zoom == 125
    for _ in range(9):
        view.zoom_by(+1)
    assert view.zoom == 300
    for _ in range(9):
        view.zoom_by(-1)
    assert view.zoom == 50


def test_keys_turn_the_pages(view: PageView, qtbot: QtBot) -> None:
    """Page Down, Page Up, Home and End move through the pages, and the view tells where it is."""
    turned: list[int] = []
    view.page_turned.connect(turned.append)
    dpi = sharp_dpi(view)
    view.show_pages([striped_page(dpi, number) for number in range(3)], dpi=dpi)
    view.setFocus()

    press(view, "End")
    assert view.page == 3
    press(view, "Home")
    assert view.page == 1
    press(view, "PgDown")
    assert view.verticalScrollBar().value() == view.verticalScrollBar().pageStep()
    press(view, "PgUp")
    assert view.verticalScrollBar().value() == 0
    assert turned[-1] == 1
    assert 3 in turned


def test_words_stand_where_there_are_no_pages(view: PageView) -> None:
    """Without pages the view shows the sentence it was given, and forgets the pages it had."""
    view.show_pages([striped_page(40)], dpi=40)
    with_page = on_screen(view)
    view.show_words("Preparing the pages…")

    assert view.page_count == 0
    assert view.accessibleDescription() == "Preparing the pages…"
    assert on_screen(view) != with_page
