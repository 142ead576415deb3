"""Money over the real window, file and paper: taken with the intake or the return, counted at the end of the day."""

from __future__ import annotations

from cgcounter.app.demo.citizens import card_payload
from cgcounter.app.demo.office import PEOPLE
from cgcounter.app.opening import Office
from cgcounter.documents.raster import page_text
from cgcounter.domain.dossier import Status
from cgcounter.domain.offices import FeeMoment, Habits
from cgcounter.domain.staff import Actor
from tests.journeys.conftest import Counter, citizen


def change_habits(counter: Counter, habits: Habits) -> None:
    """The administrator changed them; the clerk signs in afterwards."""

    def change(office: Office) -> None:
        administrator = office.cases.manage_staff.first_administrator()
        office.cases.keep_habits.change(administrator, habits)

    counter.hands.press("Ctrl+L")
    counter.ask(change)
    counter.sign_in()
    counter.hands.start_counting()


def receive(counter: Counter) -> None:
    """A will is to be certified: 50.000 đồng."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")


def test_an_intake_takes_no_key_more_where_the_fee_is_taken_at_once(counter: Counter) -> None:
    """The box is ticked by habit: received, paid and printed by the same keys, with the slip beside the receipt."""
    change_habits(counter, Habits(fee_at=FeeMoment.INTAKE, prints_slip=True))
    receive(counter)
    assert (counter.hands.scans, counter.hands.keys) == (1, 7)
    (dossier,) = counter.dossiers()
    assert (dossier.collected_dong, dossier.owed_dong) == (50_000, 0)
    assert counter.papers() == [f"PAYMENT_SLIP-{dossier.code}", f"RECEIPT-{dossier.code}"]
    slip = " ".join(page_text((counter.folders.papers / f"PAYMENT_SLIP-{dossier.code}.pdf").read_bytes()))
    assert "Số tiền: 50.000 đồng" in slip
    assert "Bằng chữ: Năm mươi nghìn đồng" in slip


def test_otherwise_the_return_takes_it_with_the_same_enter(counter: Counter) -> None:
    """Unticked by habit: the fee is owed until the result is fetched, by one scan and one key."""
    receive(counter)
    (dossier,) = counter.dossiers()
    assert dossier.owed_dong == 50_000
    counter.hands.press("Ctrl+L")
    counter.sign_in(1)
    for _ in ("handed over", "result recorded"):
        counter.hands.scan(dossier.code)
        counter.hands.press("Return")
    counter.hands.start_counting()
    counter.hands.scan(dossier.code)
    assert "Còn phải thu: 50.000 đồng" in counter.words
    counter.hands.press("Return")
    assert (counter.hands.scans, counter.hands.keys) == (1, 1)
    (returned,) = counter.dossiers()
    assert (returned.status, returned.collected_dong) == (Status.RETURNED, 50_000)


def test_the_day_is_closed_by_counting_the_cash(counter: Counter) -> None:
    """Ctrl+K, the page by its name, the total, F9: a difference asks for its reason; the sheet and the log tell it."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("2.000815")
    counter.hands.press("Return")
    counter.hands.type_text("3")
    counter.hands.press("Shift+F9")
    counter.hands.press("Ctrl+K")
    counter.hands.type_text("chot tien")
    counter.hands.press("Return")
    assert "Đã thu 5.000, hoàn trả 0, còn lại 5.000 đồng." in counter.words
    counter.hands.type_text("4000")
    assert "Thiếu 1.000 đồng" in counter.words
    counter.hands.press("F9")
    assert counter.papers() == []
    counter.hands.type_text("Tra nham tien le")
    counter.hands.press("F9")
    clerk: Actor = counter.dossier_clerk()
    sheet = f"CASH_SHEET-20220310-{clerk.id.hex[-4:]}"
    assert counter.papers() == [sheet]
    text = page_text((counter.folders.papers / f"{sheet}.pdf").read_bytes())[0]
    assert "Chênh lệch: thiếu 1.000 đồng" in text
    counter.hands.press("Escape", "F6", "P")
    log = "".join(page_text((counter.folders.papers / "DAILY_LOG-20220310.pdf").read_bytes()))
    assert f"1 {PEOPLE[0].name} 1 5.000 0 5.000 5.000 0 4.000 -1.000" in log
    assert f"Lý do chênh lệch ({PEOPLE[0].name}): Tra nham tien le" in log
