"""Tests of the pages of the first run for those who see, hear and touch them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.app import places
from cgcounter.app.languages import install_language
from cgcounter.documents.barcodes import ScreenSymbols
from cgcounter.domain.staff import Role
from cgcounter.domain.trial_codes import SCREEN_CODE, SymbolKind
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.gui.theme import Scheme, Tone, apply_theme
from cgcounter.gui.widgets.findings import Finding
from cgcounter.gui.widgets.page import Page
from tests.gui.accessibility import nameless, too_small
from tests.typing_keys import press

Show = Callable[[QWidget], None]


@pytest.fixture
def screen(show: Show) -> SetUpScreen:
    """The first run, its roles named."""
    screen = SetUpScreen()
    screen.resize(1366, 728)
    screen.person.show_roles([(role, "Công chức tiếp nhận") for role in Role])
    show(screen)
    return screen


def pages(screen: SetUpScreen) -> list[Page]:
    """All eleven."""
    return [
        *(screen.language, screen.welcome, screen.restore),
        *(screen.office, screen.counter, screen.person),
        *screen.equipment,
        *(screen.catalogue, screen.sheet),
    ]


def test_everything_has_a_name_and_can_be_hit(screen: SetUpScreen) -> None:
    """Every field, box and button of every page says what it is and is large enough."""
    for page in pages(screen):
        screen.show_page(page)
        assert nameless(page) == []
        assert too_small(page) == []


def test_tab_goes_down_the_page_and_then_to_the_buttons(screen: SetUpScreen) -> None:
    """Tab leads through the fields as they stand, then on, then back."""
    screen.show_page(screen.counter)
    for _ in range(4):
        press(screen, "Tab")
    assert screen.focusWidget() is screen.counter.next
    press(screen, "Tab")
    assert screen.focusWidget() is screen.counter.back


def test_every_page_fits_the_small_screen_at_the_largest_zoom(screen: SetUpScreen, app: QApplication) -> None:
    """At 160 % every page stands within 1366 x 728, with all that it may have to say, in the longer language."""
    apply_theme(app, Scheme.LIGHT, 160)
    install_language(app, "vi", places.resources())
    try:
        full = full_screen()
        for page in pages(full):
            full.show_page(page)
            app.processEvents()
            assert page.minimumSizeHint().width() <= 1366, page
            assert page.heightForWidth(1366) <= 728, page
    finally:
        install_language(app, "en", places.resources())


def full_screen() -> SetUpScreen:
    """Every page with its longest words."""
    screen = SetUpScreen()
    screen.person.show_roles([(role, "Công chức tiếp nhận") for role in Role])
    three = [Finding(Tone.FINE, "Mã vuông (QR), tờ A4 hai liên: quét lại đúng.")] * 3
    words = "Bộ gõ tiếng Việt (UniKey…) hoặc bàn phím tiếng Việt đã đổi chữ: H23.1-4|á.đ.a1. Chuyển sang tiếng Anh"
    long = Finding(Tone.ALARM, f"{words} (E) khi quét, nếu không họ tên trên CCCD sẽ sai.")
    screen.equipment.printers.show_findings(three)
    screen.equipment.scanner.show_findings([long, *three])
    for kind in SymbolKind:
        screen.equipment.scanner.show_symbol(kind, ScreenSymbols().draw(SCREEN_CODE, kind))
    screen.catalogue.show_preview(three[:2], ["procedures.csv, dòng 2: code – mã sai dạng"] * 9)
    for page in (screen.office, screen.counter, screen.restore, screen.sheet):
        page.show_problem("Không dùng được tệp dữ liệu lúc này. Tệp được giữ nguyên. Báo người quản trị.")
    return screen


def test_the_first_page_cannot_be_left_backwards(screen: SetUpScreen) -> None:
    """Esc on the language leads nowhere: there is nothing before it."""
    screen.show_page(screen.language)
    press(screen, "Escape")
    assert screen.page is screen.language


def test_pages_are_numbered_and_those_that_may_be_skipped_say_so(screen: SetUpScreen) -> None:
    """Eight steps; equipment and catalogue have a button to pass them by, the others have not."""
    titles, skippable = [], []
    for page in pages(screen)[3:]:
        screen.show_page(page)
        titles.append(page._heading.text())
        skippable.append(page.skip.isVisible())
    assert titles == [
        "1 of 8 · The office",
        "2 of 8 · The counter",
        "3 of 8 · The first person",
        "4 of 8 · The printers",
        "5 of 8 · The scanner",
        "6 of 8 · The backup folder",
        "7 of 8 · The catalogue",
        "8 of 8 · The recovery sheet",
    ]
    assert skippable == [False, False, False, True, True, True, True, False]
