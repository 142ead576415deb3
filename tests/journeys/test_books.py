"""Books, slips and lists over the real window, file and paper."""

from __future__ import annotations

from cgcounter.app.demo.citizens import card_payload
from cgcounter.documents.raster import page_text
from tests.journeys.conftest import Counter, citizen

SLIP = "HANDOVER_SLIP-20220310-phong-tu-phap"


def receive(counter: Counter, seed: int) -> None:
    """A citizen's will is taken in to be certified."""
    counter.hands.scan(card_payload(citizen(seed)))
    counter.hands.type_text("di chúc")
    counter.hands.press("Return", "F9")


def send_to_justice(counter: Counter, code: str) -> None:
    """A dossier goes to the department of justice on paper."""
    counter.hands.scan(code)
    counter.hands.press("T")
    counter.hands.type_text("tư pháp")
    counter.hands.press("Return", "F9")


def text_of(counter: Counter, name: str) -> str:
    """All that stands on a paper, in one line."""
    pages = page_text((counter.folders.papers / f"{name}.pdf").read_bytes())
    return " ".join(" ".join(pages).split())


def test_one_key_on_the_card_prints_the_slip_of_all_that_went_there(counter: Counter) -> None:
    """Two dossiers handed over one after the other stand on one slip; G again repeats it with its mark."""
    for seed in (1, 2):
        receive(counter, seed)
    codes = [dossier.code for dossier in counter.dossiers()]
    for code in codes:
        send_to_justice(counter, code)
    counter.hands.press("G")
    paper = text_of(counter, SLIP)
    assert all(code in paper for code in codes)
    assert "Bên nhận: Phòng Tư pháp" in paper
    assert "Số hồ sơ: 02" in paper
    assert "BẢN IN LẠI" not in paper
    assert "Đã in phiếu bàn giao 2 hồ sơ cho Phòng Tư pháp" in counter.words
    counter.hands.press("G")
    assert "BẢN IN LẠI 1" in text_of(counter, f"{SLIP} (2)")
    assert [one.print_count("HANDOVER_SLIP") for one in counter.dossiers()] == [2, 2]


def test_the_books_are_printed_from_the_keyboard(counter: Counter) -> None:
    """Ctrl+F6 and Ctrl+P print the register of the month; Ctrl+3 and some letters a list; Esc leads back."""
    receive(counter, 1)
    counter.hands.start_counting()
    counter.hands.press("Ctrl+F6", "Ctrl+P")
    assert counter.hands.keys == 2
    (dossier,) = counter.dossiers()
    register = text_of(counter, "REGISTER-20220301-20220310")
    assert "SỔ THEO DÕI HỒ SƠ Lĩnh vực: tất cả Từ ngày 01 tháng 3 năm 2022 đến ngày 10 tháng 3" in register
    assert f"1 {dossier.code} 2.001019" in register
    assert register.endswith("Mẫu số 06 – Thông tư số 01/2018/TT-VPCP")
    counter.hands.press("Ctrl+3")
    counter.hands.type_text("cư trú")
    counter.hands.press("Return", "P")
    posted = text_of(counter, "PUBLIC_LIST-20220310-dang-ky-quan-ly-cu-tru")
    assert "Lĩnh vực: Đăng ký, quản lý cư trú 11 thủ tục đang có hiệu lực" in posted
    assert "Công an xã Cao An" in posted
    counter.hands.press("Esc")
    counter.hands.scan(dossier.code)
    assert dossier.applicant.name in counter.words


def test_a_scan_makes_the_books_give_way(counter: Counter) -> None:
    """A citizen who comes while the pane is open is served at once."""
    receive(counter, 1)
    (dossier,) = counter.dossiers()
    counter.hands.press("Ctrl+F6")
    counter.hands.scan(dossier.code)
    assert dossier.applicant.name in counter.words
    assert counter.papers() == [f"RECEIPT-{dossier.code}"]
