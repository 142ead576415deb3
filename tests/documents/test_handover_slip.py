"""Phiếu bàn giao hồ sơ as the two units sign it."""

from __future__ import annotations

import unicodedata
from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.dossier import Leg
from cgcounter.domain.forms import FormHead, HandoverSlipFacts
from cgcounter.domain.particulars import EventId, PaperGiven, PaperSource, Submission
from tests.documents.book_facts import STRANGE_NAMES, entry, handover_of, long_entry
from tests.documents.facts import CLERK, DOSSIER, OFFICE, at
from tests.documents.reading import assert_clear_and_within_margins, lines_of, measured

LEG = Leg(
    id=EventId(UUID(int=5)),
    unit="phong-ldtbxh",
    unit_name="Phòng Lao động - Thương binh và Xã hội huyện Cẩm Giàng",
    electronic=False,
    handed_at=at(3, 10, 15, 30),
    handed_by=CLERK,
    due_at=at(3, 15, 17, 0),
    note="kèm biên bản",
)


def test_the_slip_line_by_line(forms: PdfForms) -> None:
    """Who gives to whom, when and how; a row a dossier; then both sign."""
    assert lines_of(forms.render(handover_of(entry(1), entry(2, legs=(LEG,), due_at=None)))) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao An, ngày 10 tháng 3 năm 2022",
        "PHIẾU BÀN GIAO HỒ SƠ",
        "Bên giao: Bộ phận tiếp nhận và trả kết quả, UBND xã Cao An",
        "Bên nhận: Phòng Lao động - Thương binh và Xã hội huyện Cẩm Giàng",
        "Thời gian giao: 15 giờ 30 phút, ngày 10 tháng 3 năm 2022",
        "Hình thức giao: bản giấy",
        "Số hồ sơ: 02",
        "TT Mã hồ sơ Chủ hồ sơ Thủ tục Hẹn trả Số giấy tờ,",
        "ghi chú",
        "1 000.12.30.H23-220310-1001 Nguyễn Thị Đỗ",
        "Quyên Phượng",
        "1.001193 Đăng ký",
        "khai sinh",
        "17:00",
        "17/03/2022",
        "02 bản chính,",
        "02 bản sao",
        "2 000.12.30.H23-220310-1002 Nguyễn Thị Đỗ",
        "Quyên Phượng",
        "1.001193 Đăng ký",
        "khai sinh",
        "không hẹn 02 bản chính,",
        "02 bản sao; xử lý",
        "trước 17:00",
        "15/03/2022; kèm",
        "biên bản",
        "Thời gian nhận: …… giờ …… phút, ngày …… tháng …… năm ………",
        "NGƯỜI GIAO",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
        "NGƯỜI NHẬN",
        "(Ký và ghi rõ họ tên)",
    ]


def test_the_head_has_capitals_and_the_text_has_none(forms: PdfForms) -> None:
    """An office that is set up in capitals gives its dossiers away as a sentence says it."""
    office = replace(OFFICE, authority="ỦY BAN NHÂN DÂN XÃ CAO AN", office_name="BỘ PHẬN MỘT CỬA")
    lines = lines_of(forms.render(handover_of(entry(1), office=office)))
    assert lines[0] == "ỦY BAN NHÂN DÂN XÃ CAO AN"
    assert "Bên giao: Bộ phận một cửa, Ủy ban nhân dân xã Cao An" in lines


def test_an_electronic_hand_over_says_so(forms: PdfForms) -> None:
    """Each leg goes on paper or not (indicator 9.4)."""
    text = page_text(forms.render(handover_of(entry(1), electronic=True)))[0]
    assert "Hình thức giao: điện tử" in text
    assert "bản giấy" not in text


@pytest.mark.parametrize(
    ("papers", "words"),
    [
        pytest.param((), "Không có giấy tờ", id="none"),
        pytest.param((PaperGiven("Sổ hộ khẩu", copies=3),), "03 bản sao", id="copies"),
        pytest.param(
            (
                PaperGiven("Tờ khai", originals=2),
                PaperGiven("Giấy chứng sinh", originals=1),
                PaperGiven("CCCD", originals=1, submission=Submission.SHOW_ONLY),
            ),
            "03 bản chính",
            id="what was only shown stays with the citizen",
        ),
        pytest.param(
            (
                PaperGiven("Tờ khai", originals=1),
                PaperGiven("Sổ hộ khẩu", originals=1, source=PaperSource.REUSED),
                PaperGiven("Giấy khai sinh", copies=1, source=PaperSource.LOOKED_UP),
            ),
            "01 bản chính; 02 giấy tờ đã có, không phải nộp lại",
            id="what lies in an earlier dossier or a data base does not go along",
        ),
    ],
)
def test_the_papers_that_go_along_are_counted(
    forms: PdfForms, papers: tuple[PaperGiven, ...], words: str
) -> None:
    """Originals and copies of what was handed in."""
    row = lines_of(forms.render(handover_of(entry(1, papers=papers))))[14:-6]
    assert " ".join(row) == (
        "1 000.12.30.H23-220310-1001 Nguyễn Thị Đỗ Quyên Phượng 1.001193 Đăng ký khai sinh "
        f"17:00 17/03/2022 {words}"
    )


def test_many_dossiers_go_on_over_pages(forms: PdfForms) -> None:
    """Each stands once; each further page tells its slip, its number and the columns; only the last is signed."""
    pdf = forms.render(handover_of(*(entry(number) for number in range(1, 101)), reprint=1))
    pages = page_text(pdf)
    for number in range(1, 101):
        assert "".join(pages).count(f"000.12.30.H23-220310-{1000 + number}") == 1
    for number, page in enumerate(pages[1:], 2):
        head = " ".join(page.split())
        assert (
            "Phiếu bàn giao hồ sơ – Bên nhận: Phòng Lao động - Thương binh và Xã hội huyện Cẩm Giàng – "
            "15:30 10/03/2022 – BẢN IN LẠI 1 TT Mã hồ sơ"
        ) in head
        assert f"Trang {number}/{len(pages)}" in page
    assert ["NGƯỜI NHẬN" in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_reprint_says_so(forms: PdfForms) -> None:
    """Above everything else on the first page."""
    assert lines_of(forms.render(handover_of(entry(1), reprint=3)))[0] == "BẢN IN LẠI 3"


def test_a_circular_is_cited_where_there_is_one(forms: PdfForms) -> None:
    """The slip is the office's own form; a set that makes it a form of a circular has its number."""
    head = FormHead("Phiếu bàn giao hồ sơ", 9, "Thông tư số 03/2025/TT-VPCP")
    text = page_text(forms.render(handover_of(entry(1), head=head)))[0]
    assert text.endswith("Mẫu số 09 – Thông tư số 03/2025/TT-VPCP")
    assert "Mẫu số" not in page_text(forms.render(handover_of(entry(1))))[0]


@pytest.mark.parametrize(
    "facts",
    [
        handover_of(entry(1)),
        handover_of(*(long_entry(number) for number in range(1, 20)), reprint=1),
        handover_of(entry(1), unit_name="Chi nhánh Văn phòng Đăng ký đất đai huyện Cẩm Giàng " * 3),
    ],
)
def test_nothing_overlaps_or_leaves_the_margins(forms: PdfForms, facts: HandoverSlipFacts) -> None:
    """Long names too keep to their cells, and all text to the margins of NĐ 30/2020."""
    for page in measured(forms.render(facts)):
        assert_clear_and_within_margins(page, (210, 297))


def test_the_text_is_composed(forms: PdfForms) -> None:
    """What is copied out of the paper is NFC."""
    assert unicodedata.is_normalized("NFC", "".join(page_text(forms.render(handover_of(long_entry(1))))))


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_no_name_breaks_the_form(forms: PdfForms, name: str) -> None:
    """Empty, endless and foreign names all give paper."""
    applicant = replace(DOSSIER.applicant, name=name)
    pdf = forms.render(handover_of(entry(1, applicant=applicant), unit_name=name, handed_by=name))
    assert "220310-1001" in "".join(page_text(pdf))
