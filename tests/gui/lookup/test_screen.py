"""Tests of how the list looks and reads: rows, columns, names for screen readers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.lookup.questions import Listed
from cgcounter.gui.lookup.screen import LookupScreen
from cgcounter.gui.lookup.table_model import Column, Layout
from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import TileCounts, View
from tests.gui.accessibility import nameless, too_small
from tests.gui.lookup.test_table_model import TODAY, a_row

Show = Callable[[QWidget], None]
PLAIN = Layout.PLAIN.columns


@pytest.fixture
def screen(show: Show) -> LookupScreen:
    """A list of two, as wide as beside the task at 1366 pixels."""
    screen = LookupScreen()
    screen.resize(660, 560)
    show(screen)
    screen.show_view(View.ALL, [a_row(1001), a_row(1002)], TODAY, more=False)
    return screen


def test_rows_have_one_height_that_follows_the_zoom(screen: LookupScreen, app: QApplication) -> None:
    """34 px at 100 %, never measured row by row."""
    assert screen.table.rowHeight(1) == 34

    apply_theme(app, Scheme.LIGHT, 160)
    assert screen.table.rowHeight(1) == 54


def test_the_name_is_what_stays_where_room_is_short(screen: LookupScreen, app: QApplication) -> None:
    """At 160 % procedure and due day give way; at 100 % everything stands side by side, without a scroll bar."""
    assert not any(screen.table.isColumnHidden(column) for column in PLAIN)
    widths = [screen.table.columnWidth(column) for column in PLAIN]
    assert sum(widths) == screen.table.viewport().width()

    apply_theme(app, Scheme.LIGHT, 160)
    hidden = {column for column in PLAIN if screen.table.isColumnHidden(column)}
    assert hidden == {Column.PROCEDURE, Column.DUE}
    assert screen.table.columnWidth(Column.NAME) > 200


@pytest.mark.parametrize(
    ("listed", "width", "hidden"),
    [
        (Work.UNIT, 660, {Column.PROCEDURE}),
        (Work.UNIT, 900, set()),
        (Work.UNIT, 510, {Column.PROCEDURE, Column.DUE}),
        (View.WAITING, 660, {Column.PROCEDURE}),
        (View.WAITING, 440, {Column.PROCEDURE, Column.DUE, Column.CODE}),
        (View.WAITING, 900, set()),
    ],
)
def test_lists_about_people_keep_the_people(
    screen: LookupScreen, qtbot: QtBot, listed: Listed, width: int, hidden: set[Column]
) -> None:
    """Who holds a dossier, or is to be called, stays; the procedure is the first to give way."""
    screen.show_view(listed, [a_row(1001)], TODAY, more=False)
    screen.resize(width, 560)
    qtbot.waitUntil(lambda: screen.width() == width)
    assert {column for column in Column if screen.table.isColumnHidden(column)} == hidden
    shown = [column for column in Column if column not in hidden]
    assert sum(map(screen.table.columnWidth, shown)) == screen.table.viewport().width()
    assert min(map(screen.table.columnWidth, shown)) > 60


def test_everything_has_a_name_for_a_screen_reader(screen: LookupScreen) -> None:
    """Table and tiles say what they are, a tile with its figure."""
    screen.show_counts(TileCounts(overdue=3, due_today=7, received=21, returned=18))

    assert screen.table.accessibleName() == "Dossiers"
    assert screen.tiles.tile(View.OVERDUE).accessibleName() == "3 Overdue"
    assert screen.tiles.tile(View.RETURNED_TODAY).accessibleName() == "18 Returned today"
    assert nameless(screen) == []
    assert too_small(screen) == []


def test_tab_leaves_the_table(screen: LookupScreen) -> None:
    """Arrows move within the rows, Tab goes on: the table is no trap."""
    assert not screen.table.tabKeyNavigation()
    assert screen.table.focusPolicy() & Qt.FocusPolicy.TabFocus
