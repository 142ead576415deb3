"""Mẫu 01 as a reader, a ruler and a scanner find it; the expected words are those of domain facts 4.1."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.forms import FormHead, PaperSize, ReceiptFacts
from cgcounter.domain.particulars import DueBasis, Fee, PaperGiven, PaperSource, ReturnChannel
from cgcounter.domain.people import Person
from tests.documents.facts import (
    LONG,
    LONG_NAME,
    LONG_PROCEDURE,
    OFFICE,
    RECEIPT,
    at,
    with_dossier,
)
from tests.documents.reading import lines_of


def test_the_plain_receipt_field_by_field(forms: PdfForms) -> None:
    """The first copy says exactly this, in this order (4.1, fields 1 to 17)."""
    assert lines_of(forms.render(RECEIPT)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00012/BPTNTKQ Cao An, ngày 10 tháng 3 năm 2022",
        "GIẤY TIẾP NHẬN HỒ SƠ",
        "VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: 000.12.30.H23-220310-1001 (Liên 1: Lưu)",
        "Bộ phận tiếp nhận và trả kết quả: UBND xã Cao An",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Đỗ Quyên Phượng",
        "Địa chỉ: Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        "Số điện thoại: 0912345678 Email:",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)",
        "1. Thành phần hồ sơ nộp gồm:",
        "TT Tên giấy tờ Hình thức Ghi chú",
        "1 Tờ khai đăng ký khai sinh 01 bản chính",
        "2 Giấy chứng sinh 01 bản chính,",
        "02 bản sao",
        "3 Giấy chứng nhận kết hôn xuất trình 01 bản chính đã xem",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc",
        "4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022",
        "5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 17 tháng 3 năm 2022",
        "6. Đăng ký nhận kết quả tại: Bộ phận tiếp nhận và trả kết quả",
        "Phí, lệ phí: 12.000 đồng (Mười hai nghìn đồng)",
        "Vào Sổ theo dõi hồ sơ, Quyển số: 01 Số thứ tự: 12",
        "NGƯỜI NỘP HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
        "Ghi chú: (a) Giấy này lập thành 02 liên: một liên lưu cùng Phiếu kiểm soát quá trình giải quyết hồ sơ, một",
        "liên giao cho người nộp hồ sơ.",
        "(b) Kết quả được nhận tại Bộ phận tiếp nhận và trả kết quả hoặc tại nhà, qua dịch vụ bưu chính.",
        "Mẫu số 01 – Thông tư số 01/2018/TT-VPCP",
    ]


def test_the_second_copy_is_for_the_citizen(forms: PdfForms) -> None:
    """Two copies: the same words but for the line that says whose copy it is."""
    first, second = page_text(forms.render(RECEIPT))
    assert "(Liên 2: Giao khách hàng)" in second
    assert second.replace("(Liên 2: Giao khách hàng)", "(Liên 1: Lưu)") == first


def test_two_up_holds_both_copies(forms: PdfForms) -> None:
    """One sheet carries the office's copy and the citizen's."""
    (sheet,) = page_text(forms.render(replace(RECEIPT, size=PaperSize.A4_TWO_UP)))
    assert sheet.count("Mã hồ sơ: 000.12.30.H23-220310-1001 (Liên 1: Lưu)") == 1
    assert sheet.count("Mã hồ sơ: 000.12.30.H23-220310-1001 (Liên 2: Giao khách hàng)") == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        pytest.param(
            with_dossier(fee=Fee(exemption="hộ nghèo")), ["Phí, lệ phí: miễn (hộ nghèo)"], id="exempt"
        ),
        pytest.param(
            with_dossier(duration=None, due_at=None, due_basis=DueBasis.NONE, due_explanation=""),
            [
                "3. Thời gian giải quyết hồ sơ theo quy định là: chưa xác định",
                "5. Thời gian trả kết quả giải quyết hồ sơ: không hẹn thời gian trả",
            ],
            id="no due time",
        ),
        pytest.param(
            with_dossier(duration=None, due_at=at(4, 5, 9, 30), due_basis=DueBasis.TYPED, due_explanation=""),
            [
                "3. Thời gian giải quyết hồ sơ theo quy định là: theo thời gian hẹn trả tại mục 5",
                "hồ sơ: 09 giờ 30 phút, ngày 05 tháng 4 năm 2022 (theo thỏa thuận) 6. Đăng ký",
            ],
            id="agreed due time",
        ),
        pytest.param(
            with_dossier(due_at=at(4, 13, 17, 0), due_explanation="5 ngày làm việc, đã trừ nghỉ lễ 11/04"),
            [
                "ngày 13 tháng 4 năm 2022 (5 ngày làm việc, đã trừ nghỉ lễ 11/04) 6. Đăng ký",
            ],
            id="explained",
        ),
        pytest.param(
            with_dossier(
                duration=Duration(DurationKind.SAME_DAY),
                due_at=at(3, 10, 17, 0),
                due_explanation="trong ngày",
            ),
            [
                "3. Thời gian giải quyết hồ sơ theo quy định là: trong ngày",
                "5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 10 tháng 3 năm 2022 6. Đăng ký",
            ],
            id="same day",
        ),
        pytest.param(
            with_dossier(submitter=Person("Trần Văn Bường", phone="0987654321"), submitter_relation="con"),
            [
                "Tiếp nhận hồ sơ của: Nguyễn Thị Đỗ Quyên Phượng",
                "Người nộp hồ sơ: Trần Văn Bường (con) – điện thoại 0987654321",
            ],
            id="submitter",
        ),
        pytest.param(
            with_dossier(return_channel=ReturnChannel.POST),
            ["6. Đăng ký nhận kết quả tại: địa chỉ nêu trên, qua dịch vụ bưu chính công ích"],
            id="post",
        ),
        pytest.param(
            with_dossier(papers=()),
            ["1. Thành phần hồ sơ nộp gồm: không có giấy tờ phải nộp"],
            id="no papers",
        ),
        pytest.param(
            with_dossier(
                papers=(
                    PaperGiven(
                        "Sổ hộ khẩu", source=PaperSource.REUSED, from_code="000.12.30.H23-220105-1003"
                    ),
                    PaperGiven("Giấy khai sinh", source=PaperSource.LOOKED_UP, note="bản điện tử"),
                    PaperGiven("Trích lục khai tử", source=PaperSource.REUSED),
                    PaperGiven("Đơn", source=PaperSource.REUSED, from_code="H23-12345"),
                )
            ),
            [
                "1 Sổ hộ khẩu đã có tại hồ sơ 2201051003",
                "2 Giấy khai sinh khai thác từ cơ sở dữ liệu; bản điện tử",
                "3 Trích lục khai tử giấy tờ đã có",
                "4 Đơn đã có tại hồ sơ H23-12345",
            ],
            id="papers not handed in again",
        ),
        pytest.param(with_dossier(sets=2), ["2. Số lượng hồ sơ: 02 (bộ)"], id="sets"),
        pytest.param(with_dossier(note="Có bản dịch"), ["Ghi chú hồ sơ: Có bản dịch"], id="note"),
        pytest.param(
            with_dossier(cases=("ủy quyền",)),
            ["Đăng ký khai sinh (mã thủ tục: 1.001193; trường hợp: ủy quyền)"],
            id="case",
        ),
        pytest.param(
            with_dossier(register=None),
            ["Số: ……/BPTNTKQ", "Vào Sổ theo dõi hồ sơ, Quyển số: Số thứ tự:"],
            id="in no register",
        ),
        pytest.param(
            replace(RECEIPT, office=replace(OFFICE, phone="0220 3786 111")),
            ["Bộ phận tiếp nhận và trả kết quả: UBND xã Cao An, điện thoại 0220 3786 111"],
            id="office's phone",
        ),
    ],
)
def test_what_the_facts_change(forms: PdfForms, facts: ReceiptFacts, said: list[str]) -> None:
    """Each particular of a dossier is said in the words of the form, once a copy."""
    pages = page_text(forms.render(facts))
    assert len(pages) == 2
    text = " ".join(pages[0].split())
    assert [words for words in said if text.count(words) != 1] == []


@pytest.mark.parametrize(
    ("facts", "unsaid"),
    [
        (with_dossier(fee=Fee()), "lệ phí"),
        (RECEIPT, "Người nộp hồ sơ:"),
        (RECEIPT, "Ghi chú hồ sơ"),
        (RECEIPT, "BẢN IN LẠI"),
        (RECEIPT, "Trang "),
        (RECEIPT, "Chữ ký số"),
        (RECEIPT, "030190012345"),
    ],
)
def test_what_is_left_out(forms: PdfForms, facts: ReceiptFacts, unsaid: str) -> None:
    """No line for what there is not, no line of the electronic form, no personal number."""
    assert unsaid not in "".join(page_text(forms.render(facts)))


def test_a_circular_that_is_not_confirmed_is_not_cited(forms: PdfForms) -> None:
    """The caption comes with the form set: the receipt of 2025 is known by its title only."""
    head = FormHead("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", 1)
    text = "".join(page_text(forms.render(replace(RECEIPT, head=head))))
    assert "Mẫu số" not in text
    assert "Thông tư" not in text


def test_a_reprint_says_so(forms: PdfForms) -> None:
    """The second reprint bears its band above everything, on both copies."""
    pages = page_text(forms.render(replace(RECEIPT, reprint=2)))
    assert [page.splitlines()[0] for page in pages] == ["BẢN IN LẠI 2", "BẢN IN LẠI 2"]


def test_a_long_receipt_goes_on(forms: PdfForms) -> None:
    """25 papers and the longest procedure name take further pages; nothing of them is lost."""
    pages = page_text(forms.render(LONG))
    half = len(pages) // 2
    assert len(pages) == 2 * half > 2
    text = " ".join(" ".join(pages[:half]).split())
    assert LONG_NAME in text
    assert LONG_PROCEDURE in text
    for number in range(1, 26):
        assert f" {number} Giấy chứng nhận quyền sử dụng đất," in text
        assert f"nhà ở số {number} " in text
    assert text.count("NGƯỜI TIẾP NHẬN HỒ SƠ") == 1


def test_further_pages_are_tied_to_their_copy(forms: PdfForms) -> None:
    """Each further page names code, copy and reprint, its number, and the columns of the table that goes on."""
    pages = page_text(forms.render(replace(LONG, reprint=1)))
    of = len(pages) // 2
    assert f"Trang 1/{of} (còn tiếp)" in pages[0]
    assert f"Trang {of}/{of}" in pages[-1]
    assert "Mã hồ sơ: 000.12.30.H23-220310-1001 – (Liên 1: Lưu) – BẢN IN LẠI 1" in pages[1]
    assert "Mã hồ sơ: 000.12.30.H23-220310-1001 – (Liên 2: Giao khách hàng) – BẢN IN LẠI 1" in pages[-1]
    assert "TT Tên giấy tờ Hình thức Ghi chú" in pages[1]
