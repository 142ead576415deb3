"""Each row of the matrix (facts, 2.4) played in the window, and the form that it prints read field by field.

The expected texts are typed from the facts, sections 4.1 to 4.8; of the set of 2025 the titles are known, its fields
are those of 2018, and no circular is cited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.crash import CrashReports
from cgcounter.documents.raster import page_text
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.gui.intake.screen import IntakeScreen
from tests.documents.reading import pictures, scanned
from tests.journeys.conftest import Counter
from tests.journeys.matrix_player import COLLEAGUE, SETS, SUPERVISOR, FormSet, Player

# One function a row: it leads a dossier there, does what the row says, and looks at the paper and the state.


def play_intake(player: Player) -> None:
    """- → accepted: Mẫu 01 in two copies, with code, times, register and both symbols."""
    dossier = player.receive()
    day, forms = player.day_words, player.forms
    assert dossier.status is Status.ACCEPTED
    player.require(
        "RECEIPT",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Số: 00001/BPTNTKQ",
        f"Cao An, {day}",
        f"Mã hồ sơ: {dossier.code}",
        "Bộ phận tiếp nhận và trả kết quả:",
        f"Tiếp nhận hồ sơ của: {dossier.applicant.name}",
        f"Địa chỉ: {dossier.applicant.address}",
        "Số điện thoại:",
        "Email:",
        "Nội dung yêu cầu giải quyết: Đăng ký lại khai sinh",
        "1. Thành phần hồ sơ nộp gồm:",
        "TT Tên giấy tờ Hình thức Ghi chú",
        "1 Tờ khai đăng ký lại khai sinh có cam đoan 01 bản chính",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc",
        f"4. Thời gian nhận hồ sơ: 07 giờ 30 phút, {day}",
        f"5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, {forms.due_day}",
        "6. Đăng ký nhận kết quả tại: Bộ phận tiếp nhận và trả kết quả",
        f"Vào Sổ theo dõi hồ sơ, Quyển số: 01/{forms.day.year} Số thứ tự: 1",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "8.000 đồng (Tám nghìn đồng)",
    )
    pdf = (player.counter.folders.papers / f"RECEIPT-{dossier.code}.pdf").read_bytes()
    assert [("Liên 1" in page, "Liên 2" in page) for page in page_text(pdf)] == [(True, False), (False, True)]
    for picture in pictures(pdf, 150):
        assert scanned(picture) == [("Code 128", dossier.code), ("QR Code", dossier.code)]


def play_guidance(player: Player) -> None:
    """- → no dossier: Mẫu 02 says what is missing; no receipt, no code, no clock."""
    name = player.begin()
    hands = player.counter.hands
    pane = player.counter.window.findChild(IntakeScreen)
    assert pane is not None
    pane.papers.table.setFocus()
    hands.press("Space", "F7")
    hands.type_text("ban sao so ho khau")
    hands.press("F9")
    guided = player.newest()
    assert (guided.status, guided.code, guided.due_at) == (Status.GUIDED, "", None)
    player.require(
        "SUPPLEMENT",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "/HDHS",
        f"Hồ sơ của: {name}",
        "Nội dung yêu cầu giải quyết: Đăng ký lại khai sinh",
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung như sau:",
        "1 Tờ khai đăng ký lại khai sinh có cam đoan",
        "Lý do: ban sao so ho khau",
        "để được hướng dẫn./.",
        "NGƯỜI HƯỚNG DẪN",
    )


def play_refusal(player: Player) -> None:
    """- → refused: Mẫu 03 with the reason, two signatures."""
    name = player.begin()
    hands = player.counter.hands
    hands.press("Ctrl+R")
    hands.type_text("khong thuoc tham quyen")
    hands.press("F9")
    refused = player.newest()
    assert (refused.status, refused.code) == (Status.REFUSED, "")
    player.require("REFUSAL", *_refusal_fields(name, "khong thuoc tham quyen"))


def _refusal_fields(name: str, reason: str) -> tuple[str, ...]:
    return (
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        f"Tiếp nhận hồ sơ của: {name}",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Nội dung yêu cầu giải quyết: Đăng ký lại khai sinh",
        "thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
        reason,
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    )


def play_handing_over(player: Player) -> None:
    """Accepted → in progress: a row of Mẫu 05, giao and nhận with their times."""
    dossier = player.receive()
    player.printed()
    player.scan(dossier)
    player.counter.hands.press("Return")
    assert player.again(dossier).status is Status.IN_PROGRESS
    player.require_nothing()
    player.command("in phiếu kiểm soát")
    player.require(
        "CONTROL_SLIP",
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        f"Mã hồ sơ: {dossier.code}",
        "Cơ quan (bộ phận) giải quyết hồ sơ:",
        "TÊN CƠ QUAN",
        "THỜI GIAN GIAO, NHẬN HỒ SƠ",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ",
        "GHI CHÚ",
        "1. Giao:",
        "2. Nhận:",
        f"07 giờ 30 phút, {player.day_words}",
        "Người giao",
        "Người nhận",
    )


def play_supplement(player: Player) -> None:
    """In progress → awaiting supplement → in progress: Mẫu 02 of a received dossier, then a new due time."""
    dossier = player.under_way()
    hands = player.counter.hands
    hands.press("F7", "Space", "Tab")
    hands.type_text("To khai co chu ky")
    hands.press("F9")
    asked = player.again(dossier)
    assert asked.status is Status.AWAITING_SUPPLEMENT
    player.require(
        "SUPPLEMENT",
        f"Mã hồ sơ: {dossier.code}",
        f"Hồ sơ của: {dossier.applicant.name}",
        "TT Thành phần hồ sơ",
        "Bản chính Bản chứng thực Bản photo",
        "1 Tờ khai đăng ký lại khai sinh có cam đoan",
        "2 To khai co chu ky",
        "NGƯỜI HƯỚNG DẪN",
    )
    player.scan(dossier)
    hands.press("Return", "F9")
    resumed = player.again(dossier)
    assert resumed.status is Status.IN_PROGRESS
    assert resumed.due_at is not None
    player.require_nothing()


def play_refusal_for_want_of_papers(player: Player) -> None:
    """Awaiting supplement → refused: nothing came, Mẫu 03."""
    dossier = player.under_way()
    player.counter.hands.press("F7", "Space", "F9")
    player.printed()
    player.command("từ chối giải quyết", "Qua han bo sung")
    assert player.again(dossier).status is Status.REFUSED
    player.require("REFUSAL", *_refusal_fields(dossier.applicant.name, "Qua han bo sung"))


def play_stop(player: Player) -> None:
    """Awaiting supplement → stopped: a notice, in the set that has one."""
    dossier = player.under_way()
    player.counter.hands.press("F7", "Space", "F9")
    player.printed()
    player.command("dừng giải quyết", "Khong bo sung")
    assert player.again(dossier).status is Status.STOPPED
    _require_stop_notice(player, dossier, "Khong bo sung")


def _require_stop_notice(player: Player, dossier: Dossier, reason: str) -> None:
    if not player.forms.prints_stop:
        player.require_nothing()
        return
    player.require(
        "STOP_NOTICE",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        dossier.code,
        dossier.applicant.name,
        reason,
    )


def play_payment(player: Player) -> None:
    """In progress → awaiting payment → in progress: the clock stands still, nothing is printed."""
    dossier = player.under_way()
    player.command("nghĩa vụ", "Thue dat", "250000")
    assert player.again(dossier).status is Status.AWAITING_PAYMENT
    player.require_nothing()
    player.scan(dossier)
    player.counter.hands.press("Return", "F9")
    assert player.again(dossier).status is Status.IN_PROGRESS
    player.require_nothing()


def play_result_and_return(player: Player) -> None:
    """In progress → result ready → returned: registered, told, handed over; the control slip has its rows."""
    dossier = player.ready()
    assert dossier.status is Status.RESULT_READY
    player.require_nothing()
    player.scan(dossier)
    player.counter.hands.press("Return")
    returned = player.again(dossier)
    assert returned.status is Status.RETURNED
    assert returned.returned is not None
    player.command("in phiếu kiểm soát")
    player.require("CONTROL_SLIP", f"Mã hồ sơ: {dossier.code}", "rước hạn")


def play_negative_result(player: Player) -> None:
    """In progress → result ready in the negative: a written answer with its reason."""
    dossier = player.under_way()
    hands = player.counter.hands
    hands.press("N")
    hands.type_text("Khong du dieu kien")
    hands.press("F9")
    answered = player.again(dossier)
    assert answered.status is Status.RESULT_READY
    assert answered.result is not None
    assert answered.result.note == "Khong du dieu kien"
    player.require_nothing()


def play_correction_of_a_result(player: Player) -> None:
    """Result ready → in progress: something was wrong, the result is put right."""
    dossier = player.ready()
    player.command("đính chính", "Sai ten")
    assert player.again(dossier).status is Status.IN_PROGRESS
    player.require_nothing()


def play_withdrawal(player: Player) -> None:
    """Any open → withdrawn: the citizen takes the dossier back; a notice, in the set that has one."""
    dossier = player.under_way()
    player.command("rút hồ sơ", "Khong con nhu cau")
    assert player.again(dossier).status is Status.WITHDRAWN
    _require_stop_notice(player, dossier, "Khong con nhu cau")


def play_apology(player: Player) -> None:
    """Any open → the same, with an apology: Mẫu 04 with its reason and the new date, signed by the head."""
    dossier = player.under_way()
    hands, day = player.counter.hands, player.forms.day
    hands.press("Ctrl+L")
    player.counter.sign_in(SUPERVISOR)
    player.scan(dossier)
    player.command("xin lỗi", "Cho xac minh", f"28{day:%m%Y}")
    late = player.again(dossier)
    assert late.status is Status.IN_PROGRESS
    assert len(late.apologies) == 1
    player.require(
        "APOLOGY",
        player.forms.apology_title,
        "/PXL",
        f"Kính gửi: {dossier.applicant.name}",
        f"Mã hồ sơ: {dossier.code}",
        "Lý do: Cho xac minh",
        "xin lỗi",
        "mong nhận được sự thông cảm",
        f"ngày 28 tháng {day.month} năm {day.year}",
        "Nguyễn Văn Thử",
    )
    hands.press("Ctrl+L")
    player.counter.sign_in(COLLEAGUE)


ROWS: tuple[Callable[[Player], None], ...] = (
    play_intake,
    play_guidance,
    play_refusal,
    play_handing_over,
    play_supplement,
    play_refusal_for_want_of_papers,
    play_stop,
    play_payment,
    play_result_and_return,
    play_negative_result,
    play_correction_of_a_result,
    play_withdrawal,
    play_apology,
)


@pytest.fixture
def office(
    qapp: QApplication, new_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    """An office set up this morning, nobody signed in."""
    monkeypatch.setattr(CrashReports, "install", lambda _: None)
    home = copytree(new_home, tmp_path / "counter")
    counter = Counter(places.Folders.under(home, uses_keyring=False))
    yield counter
    counter.close()
    assert list(counter.folders.logs.glob("crash-*")) == []


@pytest.mark.parametrize("forms", SETS.values(), ids=SETS)
def test_each_row_of_the_matrix_prints_its_form(office: Counter, forms: FormSet) -> None:
    """One after another in one window, as on a day; what a row does not print it does not print."""
    player = Player(office, forms)
    for play in ROWS:
        try:
            play(player)
        except AssertionError as error:
            error.add_note(f"the row {play.__name__}")
            raise
