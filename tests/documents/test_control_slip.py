"""Mẫu 05 as it travels with the papers; its fields are those of domain facts 4.5."""

from __future__ import annotations

import unicodedata
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.dossier import Leg, Pause, PauseKind, Status
from cgcounter.domain.facts import ApologyMade, DossierWithdrawn, ResultReturned
from cgcounter.domain.forms import FormHead, PaperSize
from cgcounter.domain.particulars import EventId, PaperGiven, PaperSource, ReceiverRole
from cgcounter.domain.people import Person
from tests.documents.book_facts import STRANGE_NAMES
from tests.documents.facts import CODE, DOSSIER, LONG_NAME, at
from tests.documents.reading import MM, askew, lines_of, measured, overlaps, pictures, scanned
from tests.documents.slip_facts import AT_THE_HEAD, AT_THE_OFFICER, AT_THE_UNIT, RETURNED, UNIT, slip

BLANK = "….. giờ ….. phút, ngày ….. tháng ….. năm ……"


def words_of(pdf: bytes) -> str:
    """All pages in one line: what a cell says is parted by no line end."""
    return " ".join(" ".join(text.split()) for text in page_text(pdf))


def test_a_slip_just_opened_line_by_line(forms: PdfForms) -> None:
    """The intake is filled in; three steps and the return are left to the pen."""
    assert lines_of(forms.render(slip(PaperSize.A4))) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00012/BPTNTKQ Cao An, ngày 10 tháng 3 năm 2022",
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: 000.12.30.H23-220310-1001",
        "Cơ quan (bộ phận) giải quyết hồ sơ: UBND xã Cao An",
        "Cơ quan phối hợp giải quyết hồ sơ:",
        "TÊN CƠ",
        "QUAN THỜI GIAN GIAO, NHẬN HỒ SƠ",
        "KẾT QUẢ",
        "GIẢI QUYẾT",
        "HỒ SƠ",
        "(Trước hạn/",
        "đúng hạn/ quá",
        "hạn)",
        "GHI CHÚ",
        "Bộ phận tiếp",
        "nhận và trả",
        "kết quả",
        "1. Giao: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022",
        "2. Nhận: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022",
        "Người giao",
        "Nguyễn Thị Đỗ",
        "Quyên Phượng",
        "Người nhận",
        "Lê Thị Ẩn",
        "Hẹn trả 17:00",
        "17/03/2022",
        *(f"1. Giao: {BLANK}", f"2. Nhận: {BLANK}", "Người giao Người nhận") * 3,
        "Bộ phận tiếp",
        "nhận và trả",
        "kết quả (trả",
        "kết quả)",
        f"1. Giao: {BLANK}",
        f"2. Nhận: {BLANK}",
        "Người giao Người nhận",
        "Mẫu số 05 – Thông tư số 01/2018/TT-VPCP",
    ]


def test_every_hand_over_is_a_row(forms: PdfForms) -> None:
    """Intake, three hand-overs and the return, with both times, both names, the verdict and how it went."""
    words = words_of(forms.render(slip(PaperSize.A4, **RETURNED)))
    assert f"Cơ quan phối hợp giải quyết hồ sơ: {UNIT} TÊN CƠ QUAN" in words
    assert words.split("GHI CHÚ ")[1] == (
        "Bộ phận tiếp nhận và trả kết quả "
        "1. Giao: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022 2. Nhận: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022 "
        "Người giao Nguyễn Thị Đỗ Quyên Phượng Người nhận Lê Thị Ẩn Hẹn trả 17:00 17/03/2022 "
        "UBND xã Cao An "
        "1. Giao: 09 giờ 00 phút, ngày 10 tháng 3 năm 2022 2. Nhận: 09 giờ 30 phút, ngày 10 tháng 3 năm 2022 "
        "Người giao Lê Thị Ẩn Người nhận Phạm Văn Được Trước hạn Giao điện tử Hạn 10:00 14/03/2022 "
        f"{UNIT} "
        "1. Giao: 10 giờ 00 phút, ngày 11 tháng 3 năm 2022 2. Nhận: 15 giờ 00 phút, ngày 11 tháng 3 năm 2022 "
        "Người giao Phạm Văn Được Người nhận Quá hạn Giao bản giấy Hạn 17:00 14/03/2022 xin ý kiến "
        "UBND xã Cao An "
        "1. Giao: 09 giờ 00 phút, ngày 15 tháng 3 năm 2022 2. Nhận: 09 giờ 30 phút, ngày 15 tháng 3 năm 2022 "
        "Người giao Phạm Văn Được Người nhận Nguyễn Hữu Chỉnh Đúng hạn Giao điện tử Hạn 09:00 16/03/2022 "
        "Bộ phận tiếp nhận và trả kết quả (trả kết quả) "
        "1. Giao: 08 giờ 00 phút, ngày 17 tháng 3 năm 2022 2. Nhận: 08 giờ 00 phút, ngày 17 tháng 3 năm 2022 "
        "Người giao Lê Thị Ẩn Người nhận Nguyễn Thị Đỗ Quyên Phượng Có kết quả 09:00 16/03/2022 "
        "Mẫu số 05 – Thông tư số 01/2018/TT-VPCP"
    )


@pytest.mark.parametrize(
    ("legs", "blank"),
    [
        pytest.param((), 3, id="none yet"),
        pytest.param((AT_THE_OFFICER,), 2, id="one"),
        pytest.param((AT_THE_OFFICER, AT_THE_UNIT, AT_THE_HEAD), 0, id="three"),
        pytest.param((AT_THE_OFFICER, AT_THE_UNIT) * 3, 0, id="six"),
    ],
)
def test_rows_are_left_to_the_pen_up_to_the_five_typical_ones(
    forms: PdfForms, legs: tuple[Leg, ...], blank: int
) -> None:
    """Bộ phận tiếp nhận, chuyên môn, thẩm định, ký duyệt, trả kết quả; more hand-overs make more rows."""
    words = words_of(forms.render(slip(legs=legs)))
    assert words.count("1. Giao:") == max(5, len(legs) + 2)
    assert words.count(f"1. Giao: {BLANK}") == blank + 1
    assert words.count("(trả kết quả) 1. Giao:") == 1


def test_papers_that_were_there_already_are_noted_at_the_intake(forms: PdfForms) -> None:
    """The form has no list of papers; its note says how many the office had or looked up."""
    papers = (
        PaperGiven("Tờ khai", originals=1),
        PaperGiven("Sổ hộ khẩu", source=PaperSource.REUSED),
        PaperGiven("Giấy khai sinh", source=PaperSource.LOOKED_UP),
    )
    told = "02 giấy tờ đã có, không phải nộp lại"
    words = words_of(forms.render(slip(PaperSize.A4, papers=papers)))
    assert f"Hẹn trả 17:00 17/03/2022 {told}" in words
    assert words.count(told) == 1
    assert "giấy tờ đã có" not in words_of(forms.render(slip(PaperSize.A4, papers=papers[:1])))


def test_what_has_ended_leaves_nothing_to_the_pen(forms: PdfForms) -> None:
    """No row is added by hand to a slip that is closed; a withdrawal stands in the last one."""
    ended: dict[str, Any] = {
        "status": Status.WITHDRAWN,
        "legs": (AT_THE_OFFICER,),
        "ending": DossierWithdrawn(withdrawn_at=at(3, 12, 9, 0), reason="không còn nhu cầu"),
    }
    words = words_of(forms.render(slip(**ended)))
    assert words.count("1. Giao:") == 3
    assert "Người giao Người nhận Người nộp rút hồ sơ ngày 12/03/2022: không còn nhu cầu" in words


PAUSES = (
    Pause(
        kind=PauseKind.SUPPLEMENT, since=at(3, 10, 14, 0), ended_at=at(3, 11, 8, 0), reason="thiếu tờ khai"
    ),
    Pause(kind=PauseKind.VERIFICATION, since=at(3, 14, 8, 0), reason="chờ công an xã"),
)


def test_pauses_are_told_beside_the_step_they_fell_into(forms: PdfForms) -> None:
    """What the clock waited for, from when until when and why; one that lasts has no end."""
    words = words_of(forms.render(slip(PaperSize.A4, legs=(AT_THE_OFFICER, AT_THE_UNIT), pauses=PAUSES)))
    officer, unit = words.split("UBND xã Cao An 1. Giao:")[1].split(f"{UNIT} 1. Giao:")
    assert officer.strip().endswith(
        "Hạn 10:00 14/03/2022 "
        "Tạm dừng chờ bổ sung hồ sơ từ 14:00 10/03/2022 đến 08:00 11/03/2022 (thiếu tờ khai)"
    )
    assert "xin ý kiến Tạm dừng chờ xác minh từ 08:00 14/03/2022 (chờ công an xã) 1. Giao:" in unit


def test_a_step_that_a_pause_prolonged_is_not_called_late(forms: PdfForms) -> None:
    """The verdict is left to the pen where the slip cannot know how far the due time moved (3.5)."""
    words = words_of(forms.render(slip(PaperSize.A4, legs=(AT_THE_UNIT,), pauses=PAUSES[1:])))
    assert "Người nhận Giao bản giấy" in words
    assert "Quá hạn Giao" not in words


def test_what_the_counter_did_itself_is_judged_in_its_row(forms: PdfForms) -> None:
    """A dossier served at once was never handed over."""
    served = {key: value for key, value in RETURNED.items() if key != "legs"}
    words = words_of(forms.render(slip(**served)))
    assert "Người nhận Lê Thị Ẩn Trước hạn Hẹn trả 17:00 17/03/2022" in words
    assert words.count("1. Giao:") == 2


def test_who_hands_in_and_who_takes_the_result(forms: PdfForms) -> None:
    """The submitter gives the papers; the authorised person takes the result; an apology stands beside it."""
    returned = ResultReturned(
        returned_at=at(3, 18, 8, 0), receiver=ReceiverRole.AUTHORISED, receiver_name="Hoàng Thị Ư"
    )
    apology = ApologyMade(apologised_at=at(3, 16, 9, 0), reason="chờ", promised_at=at(3, 18, 17, 0))
    changed = RETURNED | {
        "returned": returned,
        "submitter": Person("Trần Văn Bường"),
        "apologies": (apology,),
    }
    words = words_of(forms.render(slip(PaperSize.A4, **changed)))
    assert "Người giao Trần Văn Bường Người nhận Lê Thị Ẩn Hẹn trả" in words
    assert "Người nhận Hoàng Thị Ư Xin lỗi, hẹn lại 17:00 18/03/2022 Có kết quả 09:00 16/03/2022" in words


def test_the_head_says_what_is_certain(forms: PdfForms) -> None:
    """The slip of 2025 has another number; no circular is cited for it."""
    head = FormHead("Phiếu kiểm soát quá trình giải quyết hồ sơ", 6)
    assert "Mẫu số" not in words_of(forms.render(slip(head=head)))


def test_a_reprint_says_so_on_every_page(forms: PdfForms) -> None:
    """The banner on the first page, the running head on the others."""
    pages = page_text(forms.render(slip(reprint=2)))
    assert len(pages) == 2
    assert all(page.count("BẢN IN LẠI 2") == 1 for page in pages)
    assert "Phiếu kiểm soát quá trình giải quyết hồ sơ – Mã hồ sơ: 000.12.30.H23-220310-1001" in pages[1]


@pytest.mark.parametrize(
    ("size", "sheets"),
    [
        (PaperSize.A5, [(148, 210)] * 2),
        (PaperSize.A4, [(210, 297)]),
        (PaperSize.A4_TWO_UP, [(297, 210)]),
    ],
)
def test_sheets(forms: PdfForms, size: PaperSize, sheets: list[tuple[int, int]]) -> None:
    """Both sides of A5, one side of A4, or both A5 pages on one sheet."""
    for facts in (slip(size), slip(size, **RETURNED)):
        pages = measured(forms.render(facts))
        assert [(round(page.width / MM), round(page.height / MM)) for page in pages] == sheets


LONG: dict[str, Any] = RETURNED | {
    "applicant": replace(DOSSIER.applicant, name=LONG_NAME),
    "legs": tuple(
        replace(AT_THE_UNIT, id=EventId(UUID(int=number)), unit_name=LONG_NAME, note="chờ xác minh " * 30)
        for number in range(4)
    ),
    "pauses": PAUSES * 9,
}


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("changes", [{}, RETURNED, LONG], ids=["new", "returned", "long"])
def test_nothing_overlaps_or_leaves_the_margins(
    forms: PdfForms, size: PaperSize, changes: dict[str, Any]
) -> None:
    """Long names, and remarks that fill pages, keep to their cells."""
    left, right = (30, 15) if size is PaperSize.A4 else (15, 10)
    for page in measured(forms.render(slip(size, **changes))):
        assert overlaps(page) == []
        width = page.width / 2 if size is PaperSize.A4_TWO_UP else page.width
        for text in page.texts:
            offset = width if text.left > width else 0
            assert text.left - offset >= left * MM - 1
            assert text.right - offset <= width - right * MM + 1
            assert text.top >= 5 * MM
            assert text.bottom <= page.height - 5 * MM


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_both_symbols_are_read_back(forms: PdfForms, size: PaperSize, dpi: int) -> None:
    """A scan of the slip brings up the dossier, wherever it travels."""
    first = pictures(forms.render(slip(size, **RETURNED)), dpi)[0]
    both = [("Code 128", CODE), ("QR Code", CODE)]
    assert scanned(first) == both
    assert dpi == 150 or scanned(askew(first)) == both


def test_the_text_is_composed(forms: PdfForms) -> None:
    """What is copied out of the paper is NFC, also of facts that slipped in decomposed."""
    name = unicodedata.normalize("NFD", "Nguyễn Thị Đỗ Quyên Phượng")
    facts = slip(applicant=replace(DOSSIER.applicant, name=name))
    assert forms.render(facts) == forms.render(slip())


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_no_name_breaks_the_form(forms: PdfForms, name: str) -> None:
    """Empty, endless and foreign names all give paper."""
    applicant = replace(DOSSIER.applicant, name=name)
    pdf = forms.render(slip(applicant=applicant, legs=(replace(AT_THE_UNIT, unit_name=name, note=name),)))
    assert "220310-1001" in words_of(pdf)
