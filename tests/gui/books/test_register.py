"""The register from the keyboard: which part of it, drawn behind the window, called off, printed and saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormKey, RegisterFacts
from cgcounter.gui.books.presenter import PAGES_SHOWN
from tests.gui.books.conftest import Window
from tests.gui.counter_office import PROCESSOR
from tests.gui.small_office import SmallOffice
from tests.typing_keys import press, type_text


def open_register(window: Window) -> None:
    """The register is what the pane opens with."""
    press(window, "Ctrl+F6")
    window.settle()


def press_all(window: Window, *keys: str) -> None:
    """Keys one after the other, each answered before the next."""
    for key in keys:
        press(window, key)
        window.settle()


def drawn(office: SmallOffice) -> RegisterFacts:
    """What was drawn last."""
    facts = office.forms.rendered[-1]
    assert isinstance(facts, RegisterFacts)
    return facts


def test_enter_leads_through_the_fields_to_the_book(window: Window, office: SmallOffice) -> None:
    """The month up to today is proposed; five times Enter draws it, and P prints what is shown."""
    open_register(window)
    press_all(window, *("Return",) * 5)
    facts = drawn(office)
    assert (facts.first, facts.last) == (date(2022, 3, 1), date(2022, 3, 10))
    assert (facts.field, len(facts.dossiers)) == ("", 3)
    assert window.books.pane.document is not None
    assert office.printed() == []
    press_all(window, "P")
    assert office.printed() == ["REGISTER-20220301-20220310"]
    assert office.printers.printer.jobs[0].pdf == window.books.pane.document.pdf
    assert "Printed." in window.words


def test_any_period_field_and_volume(window: Window, office: SmallOffice) -> None:
    """Days are typed as digits; fields and volumes are found by some letters among what the period has."""
    open_register(window)
    type_text(window, "01022022")
    press_all(window, "Return", "Return")
    type_text(window, "ho t")
    press_all(window, "Return")
    type_text(window, "01")
    press_all(window, "Return", "Return")
    facts = drawn(office)
    assert (facts.first, facts.last, facts.field) == (date(2022, 2, 1), date(2022, 3, 10), "Hộ tịch")
    assert [one.code[-4:] for one in facts.dossiers] == ["1001", "1002", "1004"]
    press_all(window, "P")
    assert office.printed() == ["REGISTER-20220201-20220310-ho-tich-01-2022"]


def test_a_choice_tells_how_thick_it_is(window: Window) -> None:
    """Each field and volume is offered with its dossiers in the period."""
    open_register(window)
    press_all(window, "Return", "Return", "Down")
    field = window.books.register._field
    assert [(one.text, one.detail) for one in field.offers] == [
        ("Chứng thực", "dossiers: 1"),
        ("Hộ tịch", "dossiers: 2"),
    ]


def test_a_day_that_cannot_be_read_is_asked_for(window: Window, office: SmallOffice) -> None:
    """Nothing is drawn, the field says what is wrong and has the focus; the other fields keep what they have."""
    open_register(window)
    type_text(window, "31022022")
    press_all(window, "Ctrl+P")
    assert "Type a day" in window.words
    assert window.focus_name == "From"
    assert office.forms.rendered == []
    type_text(window, "0")
    press(window, "Ctrl+A")
    type_text(window, "01032022")
    press_all(window, "Ctrl+P")
    assert office.printed() == ["REGISTER-20220301-20220310"]


def test_a_period_that_runs_backwards_is_told_beside_the_days(window: Window, office: SmallOffice) -> None:
    """As soon as it is typed, and again when it is to be drawn."""
    open_register(window)
    type_text(window, "11032022")
    window.settle()
    assert "Ngày cuối của thời gian lập sổ đứng trước ngày đầu" in window.words
    press_all(window, "Ctrl+P")
    assert office.forms.rendered == []
    assert window.focus_name == "Up to"


def test_print_at_once_draws_and_prints_one_book(window: Window, office: SmallOffice) -> None:
    """Ctrl+P from a field, pressed twice while the pages are still drawn, prints once when they are there."""
    open_register(window)
    office.forms.ready.clear()
    press(window, "Ctrl+P")
    press(window, "Ctrl+P")
    assert office.printed() == []
    office.forms.ready.set()
    window.settle()
    assert office.printed() == ["REGISTER-20220301-20220310"]


def test_drawing_is_called_off(window: Window, office: SmallOffice) -> None:
    """Esc ends what is drawn, not the pane; what still comes of it is dropped; the next Esc closes."""
    open_register(window)
    office.forms.ready.clear()
    press(window, "Ctrl+P")
    assert window.books._progress.isVisible()
    press(window, "Esc")
    assert "Stopped" in window.words
    assert not window.books._progress.isVisible()
    office.forms.ready.set()
    window.settle()
    assert window.books.pane.document is None
    assert office.forms.rendered == []
    assert office.printed() == []
    press(window, "Esc")
    assert window.currentIndex() == 0
    assert window.escapes == 0


def test_the_window_shows_how_far_the_drawing_is(window: Window, office: SmallOffice, qtbot: object) -> None:
    """Half of the work is reading: when all rows are read and none is drawn, the bar stands in the middle."""
    open_register(window)
    office.forms.ready.clear()
    press(window, "Ctrl+P")
    window._qtbot.waitUntil(lambda: window.books._bar.value() == 50)
    assert "50 %" in window.words
    office.forms.ready.set()
    window.settle()


def test_the_latest_wish_is_the_one_that_is_shown(window: Window, office: SmallOffice) -> None:
    """Who asks for another book while one is drawn sees the other."""
    open_register(window)
    office.forms.ready.clear()
    press(window, "Ctrl+P")
    press(window, "Ctrl+3")
    office.forms.ready.set()
    window.settle()
    assert window.books.pane.document is None
    assert office.printed() == []
    assert "Public list" in window.words


def test_a_thick_book_shows_its_first_pages(window: Window, office: SmallOffice) -> None:
    """A thousand pages are not kept as pictures; the pane says that print and file hold all of them."""
    office.raster.pages_a_document = PAGES_SHOWN + 5
    open_register(window)
    press_all(window, *("Return",) * 5)
    assert f"the first {PAGES_SHOWN} are shown" in window.words
    office.raster.pages_a_document = PAGES_SHOWN
    press_all(window, "F5", *("Return",) * 5)
    assert f"Page 1 of {PAGES_SHOWN}" in window.words


def test_the_book_is_saved_to_a_folder(window: Window, office: SmallOffice, tmp_path: Path) -> None:
    """S asks for a folder, Enter writes the very bytes that are shown."""
    open_register(window)
    press_all(window, *("Return",) * 5, "S")
    type_text(window, str(tmp_path))
    press_all(window, "Return")
    shown = window.books.pane.document
    assert shown is not None
    assert (tmp_path / "REGISTER-20220301-20220310.pdf").read_bytes() == shown.pdf
    assert f"Saved as {tmp_path}" in window.words


def test_a_folder_that_cannot_be_written_is_told(window: Window) -> None:
    """The pane says so and asks again; Esc leaves the question, not the pane."""
    open_register(window)
    press_all(window, *("Return",) * 5, "S")
    type_text(window, "/no such folder")
    press_all(window, "Return")
    assert "could not be written" in window.words
    press(window, "Esc")
    assert window.currentWidget() is window.books


def test_a_printer_that_fails_loses_nothing(window: Window, office: SmallOffice) -> None:
    """The failure is told in words, the book stays, and P prints once the printer is well again."""
    office.printers.printer.fails_with = "paper jam"
    open_register(window)
    press_all(window, "Ctrl+P")
    assert "Máy in không nhận giấy này (paper jam)" in window.words
    office.printers.printer.fails_with = ""
    press_all(window, "P")
    assert office.printed() == ["REGISTER-20220301-20220310"]
    assert len([one for one in office.forms.rendered if isinstance(one, RegisterFacts)]) == 1


def test_who_may_not_read_the_book_sees_why(window: Window, office: SmallOffice) -> None:
    """When a person without the role signs in, the open pane makes place for the reason."""
    open_register(window)
    press_all(window, *("Return",) * 5)
    office.stage.session.leave()
    office.sign_in(PROCESSOR)
    window.settle()
    assert window.books.pane.document is None
    assert "công chức tiếp nhận" in window.words


def test_who_comes_back_finds_the_book_as_it_was(window: Window, office: SmallOffice) -> None:
    """A book of a year is not drawn anew because somebody locked the window for a minute."""
    open_register(window)
    press_all(window, *("Return",) * 5)
    shown = window.books.pane.document
    office.stage.session.leave()
    office.sign_in()
    window.settle()
    assert window.books.pane.document is shown
    assert shown is not None


def test_books_that_gave_way_stay_where_they_are(window: Window, office: SmallOffice) -> None:
    """Who signs in later keeps the focus in the work in front; nothing is read for a pane nobody sees."""
    open_register(window)
    window.setCurrentIndex(0)
    window.field.setFocus()
    office.stage.session.leave()
    office.sign_in(PROCESSOR)
    window.settle()
    assert window.field.hasFocus()
    assert "công chức tiếp nhận" not in window.books.pane._view.accessibleDescription()


def test_a_book_is_no_event_of_its_dossiers(window: Window, office: SmallOffice) -> None:
    """Forms of many dossiers that are not about them leave no trace in their histories."""
    open_register(window)
    press_all(window, "Ctrl+P")
    facts = [event.fact for event in office.store.contents.events]
    assert not [one for one in facts if isinstance(one, FormPrinted) and one.form == FormKey.REGISTER]
