"""Every part of ours, together in one window: named, large enough, and reached with the keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from cgcounter.gui.theme import Scheme, Tone, apply_theme
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.gui.widgets.field_row import Form
from cgcounter.gui.widgets.money_edit import MoneyEdit
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.pick_list import PickList
from cgcounter.gui.widgets.tiles import Tiles, TileSpec
from tests.gui.accessibility import nameless, too_small
from tests.typing_keys import press

Show = Callable[[QWidget], None]


class Window(QWidget):
    """One of each."""

    def __init__(self) -> None:
        super().__init__()
        self.notice, self.tiles = NoticeBar(), Tiles([TileSpec("a", "Quá hạn"), TileSpec("b", "Đến hạn")])
        self.notice.say(Tone.CAUTION, "Máy in không trả lời. Hồ sơ đã lưu.", action="In lại")
        self.procedure = PickList(lambda _: ())
        self.born = PartialDateEdit[str](lambda _: None, str)
        self.papers = CheckTable(("Giấy tờ", "Bản sao", "Ghi chú"))
        self.papers.show_rows((CheckRow(1, "Tờ khai", counts=(1,)),))
        self.fee, self.save = MoneyEdit(lambda _: None, str), QPushButton("Lưu và in")
        self.form = Form()
        self.form.add("&Thủ tục", self.procedure)
        self.form.add("&Ngày sinh", self.born)
        self.form.add("&Giấy tờ", self.papers)
        self.form.add("&Lệ phí", self.fee)
        self.form.add_wide(self.save)
        EnterMovesOn(self.form)
        layout = QVBoxLayout(self)
        for part in (self.notice, self.tiles, self.form):
            layout.addWidget(part)


@pytest.fixture
def window(show: Show) -> Window:
    """One of each, shown."""
    window = Window()
    show(window)
    return window


def test_everything_has_a_name(window: Window) -> None:
    """By its label, its text or a name of its own."""
    assert nameless(window) == []


@pytest.mark.parametrize("zoom", [100, 160])
def test_everything_can_be_hit(app: QApplication, window: Window, zoom: int) -> None:
    """No target is smaller than 32 pixels."""
    apply_theme(app, Scheme.DARK, zoom)
    app.processEvents()

    assert too_small(window) == []


def test_the_walk_itself_finds_faults(show: Show) -> None:
    """A nameless, tiny button does not get past it."""
    window, button = QWidget(), QPushButton()
    button.setParent(window)
    button.setFixedSize(20, 20)
    show(window)

    assert nameless(window) == [button]
    assert too_small(window) == [button]


def test_tab_reaches_everything_in_the_order_it_is_read(window: Window) -> None:
    """From the notice down to the button, and around again."""
    window.procedure.setFocus()
    order = []
    for _ in range(8):
        order.append(window.focusWidget())
        press(window, Qt.Key.Key_Tab)

    assert order[:5] == [window.procedure, window.born, window.papers, window.fee, window.save]
    assert order[7] == window.tiles.tile("a")
    press(window, Qt.Key.Key_Tab)
    assert window.procedure.hasFocus()


def test_enter_fills_the_form_in_from_top_to_bottom(window: Window) -> None:
    """Through the table's rows too, to the button at the end."""
    window.procedure.setFocus()
    order = []
    for _ in range(4):
        press(window, Qt.Key.Key_Return)
        order.append(window.focusWidget())

    assert order == [window.born, window.papers, window.fee, window.save]
