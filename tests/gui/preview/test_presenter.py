"""Tests of the print preview: what is shown is what is printed, and printing happens once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.staff import Actor
from cgcounter.gui.preview.presenter import PreviewPresenter, Sheet
from cgcounter.gui.preview.screen import PreviewScreen
from cgcounter.services.ports import PrinterError
from cgcounter.services.print_form import Rendered
from tests.gui.small_office import PEOPLE, SmallOffice
from tests.typing_keys import press

Show = Callable[[QWidget], None]


def no_bug(error: BaseException) -> None:
    """No test here expects a bug."""
    raise error


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[SmallOffice]:
    """An office with a clerk at the counter."""
    office = SmallOffice(resources, no_bug)
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


class Paper:
    """A sheet that remembers who printed it; printing takes until `ready` is set."""

    def __init__(self, *, jammed: bool = False) -> None:
        self.jammed = jammed
        self.printed_by: list[str] = []
        self.ready = Event()
        self.ready.set()

    def render(self, actor: Actor) -> Rendered:
        return Rendered(b"receipt", f"RECEIPT for {actor.name}")

    def print(self, actor: Actor) -> str:
        self.ready.wait(60)
        if self.jammed:
            raise PrinterError(reason="offline")
        self.printed_by.append(actor.name)
        return "printed"

    def sheet(self) -> Sheet:
        return Sheet("Receipt 2001", self.render, self.print)


def settle(qtbot: QtBot, office: SmallOffice) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not office.runner.busy)


def words(screen: PreviewScreen) -> str:
    """All that the preview says around its pages."""
    return " ".join(label.text() for label in screen.findChildren(QLabel) if not label.isHidden())


def test_the_pages_shown_are_those_of_the_document(
    screen: PreviewScreen, presenter: PreviewPresenter, office: SmallOffice, qtbot: QtBot
) -> None:
    """The pane shows the rendered document, its pages made as sharp as it asks for."""
    presenter.open(Paper().sheet())
    settle(qtbot, office)

    assert screen.pane.document == Rendered(b"receipt", "RECEIPT for Lê Thị Ẩn")
    assert office.raster.asked[-1] == screen.pane._view._wanted_dpi()
    assert "Receipt 2001" in words(screen)
    assert "Page 1 of 1" in words(screen)


@pytest.mark.parametrize("key", ["Return", "Enter", "Ctrl+P"])
def test_a_key_prints_once_and_closes(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot, key: str
) -> None:
    """Enter or Ctrl+P print what is shown, once, and the preview goes."""
    paper = Paper()
    results: list[object] = []
    closed: list[bool] = []
    presenter.printed.connect(results.append)
    presenter.closed.connect(lambda: closed.append(True))
    presenter.open(paper.sheet())
    settle(qtbot, office)

    paper.ready.clear()
    press(screen, key)
    press(screen, key)
    paper.ready.set()
    settle(qtbot, office)

    assert paper.printed_by == ["Lê Thị Ẩn"]
    assert results == ["printed"]
    assert closed == [True]


def test_who_is_signed_in_now_prints(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """A preview that outlived a change of clerk is printed in the name of the clerk who presses the key."""
    paper = Paper()
    presenter.open(paper.sheet())
    settle(qtbot, office)
    office.sign_in(PEOPLE[1])

    press(screen, "Return")
    settle(qtbot, office)

    assert paper.printed_by == ["Phạm Văn Được"]


def test_a_printer_that_fails_leaves_the_preview(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """The failure is told in words, the pages stay, and the key prints once the printer is well again."""
    paper = Paper(jammed=True)
    presenter.open(paper.sheet())
    settle(qtbot, office)
    press(screen, "Return")
    settle(qtbot, office)
    assert "Máy in không nhận giấy này (offline)" in words(screen)
    assert screen.pane.document is not None

    paper.jammed = False
    press(screen, "Return")
    settle(qtbot, office)
    assert paper.printed_by == ["Lê Thị Ẩn"]


def test_escape_closes(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """Esc puts the preview away, nothing is printed."""
    paper, closed = Paper(), []
    presenter.closed.connect(lambda: closed.append(True))
    presenter.open(paper.sheet())
    press(screen, "Esc")
    settle(qtbot, office)

    assert closed == [True]
    assert paper.printed_by == []


def test_only_the_latest_sheet_is_shown(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """Of two sheets asked for one after the other, the second stands there in the end."""
    first, second = Paper(), Paper()
    presenter.open(Sheet("First", lambda _: Rendered(b"first", "first"), first.print))
    presenter.open(Sheet("Second", lambda _: Rendered(b"second", "second"), second.print))
    settle(qtbot, office)

    assert screen.pane.document == Rendered(b"second", "second")
    assert "Second" in words(screen)


def test_zoom_keys_ask_for_sharper_pages(
    presenter: PreviewPresenter, screen: PreviewScreen, office: SmallOffice, qtbot: QtBot
) -> None:
    """+ enlarges, - reduces, 0 fits; each time the pages are made anew for their new size."""
    presenter.open(Paper().sheet())
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
