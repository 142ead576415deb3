"""Tests of the print preview: the pages shown are those that are printed, and printing is wished once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.forms import ReceiptFacts
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.preview.presenter import PreviewPresenter
from cgcounter.gui.preview.screen import PreviewScreen
from tests.fakes.fake_forms import FakeForms
from tests.gui.small_office import SmallOffice
from tests.typing_keys import press

Show = Callable[[QWidget], None]


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[SmallOffice]:
    """An office with a clerk at the counter and two dossiers."""
    office = SmallOffice(resources)
    office.receive(1001)
    office.receive(1002)
    office.sign_in()
    yield office
    office.runner.close()


@pytest.fixture
def screen(show: Show) -> PreviewScreen:
    """The preview, shown and empty."""
    screen = PreviewScreen()
    screen.resize(900, 700)
    show(screen)
    return screen


@pytest.fixture
def presenter(screen: PreviewScreen, office: SmallOffice) -> PreviewPresenter:
    """The presenter of the preview."""
    return PreviewPresenter(screen, office.stage)


class Wishes:
    """What the preview asked of the desk, in order."""

    def __init__(self, presenter: PreviewPresenter) -> None:
        self.heard: list[object] = []
        presenter.print_wanted.connect(self._hear_print)
        presenter.closed.connect(self._hear_close)

    def _hear_print(self, number: DossierId) -> None:
        self.heard.append(number.int)

    def _hear_close(self) -> None:
        self.heard.append("closed")


def open_receipt(presenter: PreviewPresenter, number: int) -> None:
    """Show the receipt of a dossier."""
    presenter.open(DossierId(UUID(int=number)))


def settle(qtbot: QtBot, office: SmallOffice) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not office.runner.busy)


def words(screen: PreviewScreen) -> str:
    """All that the preview says around its pages."""
    return " ".join(label.text() for label in screen.findChildren(QLabel) if not label.isHidden())


def test_the_pages_shown_are_those_of_the_receipt(
    screen: PreviewScreen, presenter: PreviewPresenter, office: SmallOffice, qtbot: QtBot
) -> None:
    """The pane shows the very bytes that printing would send, its pages made as sharp as it asks for."""
    office.raster.pages_a_document = 2
    open_receipt(presenter, 1001)
    settle(qtbot, office)

    document = screen.pane.document
    assert document is not None
    assert document.title == "RECEIPT-000.12.30.H23-220310-1001"
    assert isinstance(office.forms.rendered[-1], ReceiptFacts)
    assert document.pdf == FakeForms().render(office.forms.rendered[-1])
    assert office.raster.asked[-1] == screen.pane._view._wanted_dpi()
    assert "Page 1 of 2" in words(screen)


@pytest.mark.parametrize("key", ["Return", "Enter", "Ctrl+P"])
def test_a_key_prints_once_and_closes(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot, key: str
) -> None:
    """Enter or Ctrl+P close the preview and wish for the print, once however often the key is pressed."""
    wishes = Wishes(presenter)
    open_receipt(presenter, 1001)
    settle(qtbot, office)
    press(screen, key)
    press(screen, key)

    assert wishes.heard == ["closed", 1001]


def test_escape_closes(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """Esc puts the preview away, nothing is printed."""
    wishes = Wishes(presenter)
    open_receipt(presenter, 1001)
    press(screen, "Esc")
    settle(qtbot, office)

    assert wishes.heard == ["closed"]


def test_only_the_latest_receipt_is_shown(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """Of two receipts asked for one after the other, the second stands there in the end."""
    office.forms.ready.clear()
    open_receipt(presenter, 1001)
    open_receipt(presenter, 1002)
    office.forms.ready.set()
    settle(qtbot, office)

    document = screen.pane.document
    assert document is not None
    assert document.title == "RECEIPT-000.12.30.H23-220310-1002"


def test_why_there_is_nothing_to_see_is_told(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """A receipt that cannot be made leaves its reason in words, not an empty page."""
    open_receipt(presenter, 9999)
    settle(qtbot, office)

    assert screen.pane.document is None
    assert "không có hồ sơ mang mã" in words(screen)


def test_zoom_keys_ask_for_sharper_pages(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """+ enlarges, - reduces, 0 fits; each time the pages are made anew for their new size."""
    open_receipt(presenter, 1001)
    settle(qtbot, office)
    fitting = office.raster.asked[-1]

    press(screen, "+")
    settle(qtbot, office)
    assert "125 %" in words(screen)
    assert office.raster.asked[-1] > fitting
    press(screen, "-")
    press(screen, "-")
    settle(qtbot, office)
    assert "75 %" in words(screen)
    press(screen, "0")
    settle(qtbot, office)
    assert office.raster.asked[-1] == fitting
