"""What a clerk, a citizen or a scanner gets wrong at the real window, each told in one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cgcounter.app.demo.citizens import card_payload
from cgcounter.services.settings import Settings
from tests.faults.intake_hands import CITIZEN, papers, received
from tests.faults.real_window import RealWindow

OpenWindow = Callable[..., RealWindow]

DEAD_PROCEDURE = "1.000506"
DEAD_NAME = "Công nhận hộ nghèo, hộ cận nghèo phát sinh trong năm"
DEAD_SENTENCE = (
    "Thủ tục 1.000506 không có hiệu lực vào ngày nhận nên không được tiếp nhận. Thủ tục thay thế: 1.011607. "
    "Chọn thủ tục đang có hiệu lực; chỉ khi cán bộ giám sát hoặc thủ trưởng đồng ý mới nhận được (Ctrl+O)."
)


def test_a_wrong_pin_lets_nobody_in(open_window: OpenWindow) -> None:
    """It says how many tries are left; the right one still opens the desk."""
    desk = open_window()
    desk.hands.press("1")
    desk.hands.type_text("9999")
    desk.hands.press("Return")
    assert "Mã PIN không đúng, còn 4 lần thử. Gõ lại mã PIN." in desk.words
    assert "Nhận hôm nay" not in desk.words
    desk.hands.type_text("1111")
    desk.hands.press("Return")
    assert "Nhận hôm nay" in desk.words


def test_many_wrong_pins_make_a_pause_for_this_person_alone(open_window: OpenWindow) -> None:
    """After five of them the right PIN does not help either, and a colleague is not held up."""
    desk = open_window()
    desk.hands.press("1")
    for _ in range(5):
        desk.hands.type_text("9999")
        desk.hands.press("Return")
    assert "Sai mã PIN nhiều lần, người này phải chờ" in desk.words
    desk.hands.type_text("1111")
    desk.hands.press("Return")
    assert "Nhận hôm nay" not in desk.words
    desk.hands.press("Esc")
    desk.sign_in(1)
    assert "Nhận hôm nay" in desk.words


@pytest.mark.parametrize(
    ("scan", "words"),
    [
        pytest.param(
            "000.12.30.H23-220310-999",
            "Mã vừa quét hoặc gõ không đúng dạng mã hồ sơ. Quét lại, hoặc tìm theo họ tên.",
            id="short-code",
        ),
        pytest.param(
            "000.12.30.H23-220230-1001",
            "Mã vừa quét hoặc gõ không đúng dạng mã hồ sơ. Quét lại, hoặc tìm theo họ tên.",
            id="no-such-day",
        ),
        pytest.param(
            "000.12.30.H23-220310-1999",
            "Máy này không có hồ sơ mang mã 000.12.30.H23-220310-1999. "
            "Kiểm tra mã trên giấy hẹn, hoặc tìm theo họ tên.",
            id="unknown-code",
        ),
        pytest.param(
            "03019000|",
            "Mã vừa quét không phải của thẻ CCCD, hoặc máy quét đọc thiếu. Chưa có gì được điền. "
            "Quét lại, hoặc gõ số CCCD và họ tên.",
            id="cut-card",
        ),
        pytest.param(
            "GD4300190000123|4e677579e1bb856e|02/09/1990|2|4e6f69|30 - 005",
            "Mã vừa quét không phải của thẻ CCCD, hoặc máy quét đọc thiếu. Chưa có gì được điền. "
            "Quét lại, hoặc gõ số CCCD và họ tên.",
            id="health-card",
        ),
        pytest.param(
            "9.999999",
            "Danh mục không có thủ tục 9.999999. Chọn thủ tục trong danh sách.",
            id="unknown-procedure",
        ),
    ],
)
def test_a_scan_that_leads_nowhere_is_told_and_disturbs_nothing(
    open_window: OpenWindow, scan: str, words: str
) -> None:
    """What stands in the intake pane stays, and nothing is added to it."""
    desk = open_window()
    desk.sign_in()
    desk.hands.scan(card_payload(CITIZEN))
    before = desk.typed
    desk.hands.scan(scan)
    assert words in desk.words.splitlines()
    assert desk.typed == before
    assert CITIZEN.name in before


def test_an_error_is_english_when_english_is_chosen(open_window: OpenWindow) -> None:
    """The language of the settings is that of the sentences too."""
    desk = open_window(Settings(language="en"))
    desk.sign_in()
    desk.hands.scan("000.12.30.H23-220310-999")
    assert "What was scanned or typed is not a dossier code. Scan again, or search by name." in desk.words


def test_a_procedure_that_ended_is_not_received(open_window: OpenWindow) -> None:
    """Its code on an old form leads to it, and saving says why not and what replaces it; the person stays typed."""
    desk = open_window()
    desk.sign_in()
    desk.hands.scan(card_payload(CITIZEN))
    desk.hands.scan(DEAD_PROCEDURE)
    for key in ("F9", "Ctrl+S", "Shift+F9"):
        desk.hands.press(key)
        assert DEAD_SENTENCE in desk.words.splitlines()
        assert CITIZEN.name in desk.typed
    assert received(desk) == ()
    assert papers(desk) == []


def test_a_procedure_that_ended_is_not_offered(open_window: OpenWindow) -> None:
    """Letters of its name do not find it; whoever types its whole code reads at once what replaces it."""
    desk = open_window()
    desk.sign_in()
    desk.hands.press("F2")
    desk.hands.type_text("phát sinh trong năm")
    desk.hands.press("Return")
    assert DEAD_NAME not in desk.typed
    desk.hands.press("Ctrl+A")
    desk.hands.type_text(DEAD_PROCEDURE)
    desk.hands.press("Return")
    assert DEAD_SENTENCE in desk.words.splitlines()
    desk.hands.press("F9")
    assert received(desk) == ()
