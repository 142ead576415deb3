"""Hand-over slips and the public list from the keyboard."""

from __future__ import annotations

from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormKey, HandoverSlipFacts, PublicListFacts
from tests.gui.books.conftest import Window, hand_over_on_paper
from tests.gui.small_office import SmallOffice
from tests.typing_keys import press, type_text


def press_all(window: Window, *keys: str) -> None:
    """Keys one after the other, each answered before the next."""
    for key in keys:
        press(window, key)
        window.settle()


def slips(office: SmallOffice) -> list[tuple[int, list[str]]]:
    """What was drawn of slips: which reprint, and the ends of the codes."""
    drawn = [one for one in office.forms.rendered if isinstance(one, HandoverSlipFacts)]
    return [(one.reprint, [dossier.code[-4:] for dossier in one.dossiers]) for one in drawn]


def test_three_keys_print_the_slip_of_today(window: Window, office: SmallOffice) -> None:
    """The slip that waits is picked and drawn by itself; its print is on record with its dossiers."""
    hand_over_on_paper(office, 1001)
    hand_over_on_paper(office, 1002)
    press_all(window, "Ctrl+F6", "Ctrl+2", "P")
    assert office.printed() == ["HANDOVER_SLIP-20220310-phong-tu-phap"]
    assert slips(office)[-1] == (0, ["1001", "1002"])
    printed = [one.fact for one in office.store.contents.events if isinstance(one.fact, FormPrinted)]
    assert [one.form for one in printed] == [FormKey.HANDOVER_SLIP] * 2


def test_printing_again_is_a_reprint_that_says_so(window: Window, office: SmallOffice) -> None:
    """The second P prints the sheet again, marked; what is shown is what was printed."""
    hand_over_on_paper(office, 1001)
    press_all(window, "Ctrl+F6", "Ctrl+2", "P", "P")
    assert len(office.printed()) == 2
    assert slips(office)[-1] == (1, ["1001"])
    assert window.books.pane.document is not None
    assert window.books.pane.document.pdf == office.printers.printer.jobs[-1].pdf


def test_a_slip_is_picked_among_those_of_a_day(window: Window, office: SmallOffice) -> None:
    """What is on no slip yet stands first; one that was printed tells when it went out and how often it was printed."""
    hand_over_on_paper(office, 1001)
    press_all(window, "Ctrl+F6", "Ctrl+2", "P")
    hand_over_on_paper(office, 1002)
    press_all(window, "Ctrl+1", "Ctrl+2", "F5", "Ctrl+A", "Backspace", "Down")
    offers = window.books.slip._slip.offers
    assert [(one.text, one.detail) for one in offers] == [
        ("Phòng Tư pháp, dossiers: 1", "not printed yet"),
        ("Phòng Tư pháp, 08:15, dossiers: 1", "printed 1 ×"),
    ]
    press_all(window, "Down", "Return", "P")
    assert slips(office)[-1] == (1, ["1001"])
    press_all(window, "F5", "Ctrl+A")
    type_text(window, "tư pháp doss")
    press_all(window, "Return", "P")
    assert slips(office)[-1] == (0, ["1002"])


def test_a_day_without_slips_says_so(window: Window, office: SmallOffice) -> None:
    """Today nothing went out; the day can be another one, and P then prints nothing."""
    press_all(window, "Ctrl+F6", "Ctrl+2")
    assert "Nothing was handed to another unit on paper on this day." in window.words
    press_all(window, "Ctrl+P")
    assert office.printed() == []
    hand_over_on_paper(office, 1001)
    press_all(window, "Shift+Tab")
    type_text(window, "09032022")
    window.settle()
    assert "Nothing was handed to another unit" in window.words
    press(window, "Ctrl+A")
    type_text(window, "10032022")
    window.settle()
    assert slips(office) == [(0, ["1001"])]


def test_a_slip_follows_what_goes_out_meanwhile(window: Window, office: SmallOffice) -> None:
    """What another screen handed over goes along on the slip that is printed."""
    hand_over_on_paper(office, 1001)
    press_all(window, "Ctrl+F6", "Ctrl+2")
    hand_over_on_paper(office, 1002)
    press_all(window, "P")
    assert slips(office)[-1] == (0, ["1001", "1002"])


def test_the_list_of_a_field_is_picked_and_printed(window: Window, office: SmallOffice) -> None:
    """Some letters and Enter show it, P prints it; what is weakly known is to be checked before it hangs."""
    press_all(window, "Ctrl+F6", "Ctrl+3")
    type_text(window, "hộ t")
    press_all(window, "Return")
    facts = office.forms.rendered[-1]
    assert isinstance(facts, PublicListFacts)
    assert (facts.field, len(facts.procedures)) == ("Hộ tịch", 2)
    assert "Procedures not confirmed in the catalogue: 1." in window.words
    press_all(window, "P")
    assert office.printed() == ["PUBLIC_LIST-20220310-ho-tich"]


def test_a_list_that_is_all_sure_says_nothing(window: Window) -> None:
    """No caution without a cause."""
    press_all(window, "Ctrl+F6", "Ctrl+3", "Down", "Down", "Return")
    assert window.books.pane.document is not None
    assert window.books.notice.words == ""


def test_without_a_field_there_is_no_list(window: Window, office: SmallOffice) -> None:
    """Ctrl+P asks for the field; arrow down shows all of them."""
    press_all(window, "Ctrl+F6", "Ctrl+3", "Ctrl+P")
    assert "Pick a field" in window.words
    assert office.printed() == []
    press_all(window, "Down")
    assert [one.text for one in window.books.list._field.offers] == ["Hộ tịch", "Chứng thực"]


def test_the_pane_opens_with_the_book_used_last(window: Window) -> None:
    """Who prints slips every evening presses one key less."""
    press_all(window, "Ctrl+F6", "Ctrl+3", "Esc", "Ctrl+F6")
    assert "Public list" in window.words
    assert window.focus_name == "Field"
