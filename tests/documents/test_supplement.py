"""Mẫu 02 as a reader finds it; the expected words are those of domain facts 4.2."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.forms import DossierFormFacts, FormKey
from cgcounter.domain.people import Person
from tests.documents.acts import GUIDANCE, GUIDED, HANDED_OVER, RECEIVED, REQUESTED, SUPPLEMENT, paper
from tests.documents.facts import OFFICE
from tests.documents.reading import lines_of


def test_guidance_before_intake_field_by_field(forms: PdfForms) -> None:
    """Nothing was received, so there is no code; the first copy says exactly this, in this order."""
    assert lines_of(forms.render(GUIDANCE)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00012/HDHS Cao An, ngày 09 tháng 3 năm 2022",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "(Liên 1: Lưu)",
        "Hồ sơ của: Nguyễn Thị Đỗ Quyên Phượng",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)",
        "Địa chỉ: Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        "Số điện thoại: 0912345678 Email:",
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung như sau:",
        "TT Thành phần hồ sơ",
        "Số lượng",
        "Bản chính Bản chứng thực Bản photo",
        "1 Giấy chứng sinh 01",
        "2 Giấy chứng nhận kết hôn của cha,",
        "mẹ",
        "01 02",
        "Lý do: Giấy chứng sinh đã nộp không có chữ ký của người đỡ đẻ và dấu của cơ sở",
        "y tế",
        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với Bộ",
        "phận tiếp nhận và trả kết quả UBND xã Cao An, số điện thoại 0220 3786 111, để",
        "được hướng dẫn./.",
        "NGƯỜI HƯỚNG DẪN",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
        "Mẫu số 02 – Thông tư số 01/2018/TT-VPCP",
    ]


def test_the_second_copy_is_for_the_citizen(forms: PdfForms) -> None:
    """Two copies that differ in nothing but whose they are."""
    first, second = page_text(forms.render(GUIDANCE))
    assert second.replace("(Liên 2: Giao khách hàng)", "(Liên 1: Lưu)") == first != second


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        pytest.param(
            SUPPLEMENT,
            [
                "Số: 00003/HDHS Cao An, ngày 14 tháng 3 năm 2022",
                "Mã hồ sơ: 000.12.30.H23-220310-1001 (Liên 1: Lưu)",
                "Thời hạn bổ sung, hoàn thiện hồ sơ: 17 giờ 00 phút, ngày 28 tháng 3 năm 2022",
            ],
            id="while the clock stands still",
        ),
        pytest.param(
            paper(FormKey.SUPPLEMENT, replace(GUIDED, number=0)), ["Số: ……/HDHS Cao An,"], id="no number"
        ),
        pytest.param(
            paper(FormKey.SUPPLEMENT, GUIDED, office=OFFICE),
            ["UBND xã Cao An, số điện thoại ………………………, để được hướng dẫn./."],
            id="no phone of the office",
        ),
        pytest.param(
            paper(FormKey.SUPPLEMENT, replace(GUIDED, papers=())),
            ["Yêu cầu hoàn thiện hồ sơ gồm những nội dung như sau: Lý do: Giấy chứng sinh"],
            id="no papers",
        ),
        pytest.param(
            paper(
                FormKey.SUPPLEMENT,
                replace(RECEIVED, submitter=Person("Trần Văn Bường"), submitter_relation="bố"),
                HANDED_OVER,
                REQUESTED,
            ),
            ["Hồ sơ của: Nguyễn Thị Đỗ Quyên Phượng Người nộp hồ sơ: Trần Văn Bường (bố) Nội dung"],
            id="submitter",
        ),
    ],
)
def test_what_the_facts_change(forms: PdfForms, facts: DossierFormFacts, said: list[str]) -> None:
    """Each particular is said in the words of the form, once a copy."""
    text = " ".join(page_text(forms.render(facts))[0].split())
    assert [words for words in said if text.count(words) != 1] == []


def test_no_time_limit_is_no_line(forms: PdfForms) -> None:
    """Before intake no clock runs, and not every request has a limit."""
    unlimited = paper(FormKey.SUPPLEMENT, RECEIVED, HANDED_OVER, replace(REQUESTED, until=None))
    for facts in (GUIDANCE, unlimited):
        assert "Thời hạn" not in "".join(page_text(forms.render(facts)))
