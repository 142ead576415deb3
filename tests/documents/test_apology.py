"""Mẫu 04 as a reader finds it; the expected words are those of domain facts 4.4."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.apology import draw_apology
from cgcounter.documents.fonts import Typeface
from cgcounter.documents.pages import Text
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.forms import DossierFormFacts, FormHead, FormKey, PaperSize
from tests.documents.acts import APOLOGY, HANDED_OVER, LETTER, RECEIVED, paper
from tests.documents.facts import at
from tests.documents.reading import lines_of


def test_the_letter_field_by_field(forms: PdfForms) -> None:
    """One letter, signed and sealed by the head; it says exactly this, in this order."""
    assert lines_of(forms.render(LETTER)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00002/PXL Cao An, ngày 18 tháng 3 năm 2022",
        "PHIẾU XIN LỖI",
        "VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "Mã hồ sơ: 000.12.30.H23-220310-1001",
        "Kính gửi: Nguyễn Thị Đỗ Quyên Phượng",
        "Địa chỉ: Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        "Số điện thoại: 0912345678",
        "Ngày 10 tháng 3 năm 2022, UBND xã Cao An tiếp nhận hồ sơ Đăng ký",
        "khai sinh (mã thủ tục: 1.001193) của Nguyễn Thị Đỗ Quyên Phượng.",
        "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 17 tháng 3 năm 2022.",
        "Tuy nhiên đến nay, UBND xã Cao An chưa trả kết quả giải quyết hồ sơ của",
        "Ông/Bà/Tổ chức đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả",
        "kết quả.",
        "Lý do: đang chờ kết quả xác minh của xã Kim Liên",
        "UBND xã Cao An xin lỗi và mong nhận được sự thông cảm của Ông/Bà/Tổ",
        "chức vì sự chậm trễ này.",
        "UBND xã Cao An sẽ trả kết quả vào 10 giờ 00 phút, ngày 22 tháng 3 năm",
        "2022.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        "(Ký, đóng dấu)",
        "Phạm Văn Thắng",
        "Mẫu số 04 – Thông tư số 01/2018/TT-VPCP",
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        pytest.param(
            paper(FormKey.APOLOGY, RECEIVED, HANDED_OVER, replace(APOLOGY, apologised_at=at(3, 16, 9, 0))),
            "Tuy nhiên, UBND xã Cao An chưa thể trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn",
            id="before the due time nothing is late yet",
        ),
        pytest.param(
            paper(FormKey.APOLOGY, RECEIVED, HANDED_OVER, replace(APOLOGY, signer="")),
            "(Ký, đóng dấu) Lê Thị Ẩn",
            id="signer of the form",
        ),
        pytest.param(
            paper(
                FormKey.APOLOGY,
                RECEIVED,
                HANDED_OVER,
                APOLOGY,
                replace(APOLOGY, number=9, reason="mất điện", promised_at=at(4, 5, 8, 30)),
            ),
            "Lý do: mất điện",
            id="the last of two",
        ),
        pytest.param(
            paper(
                FormKey.APOLOGY,
                RECEIVED,
                HANDED_OVER,
                APOLOGY,
                head=FormHead("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", 4),
            ),
            "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT Mã hồ sơ:",
            id="the title of 2025",
        ),
    ],
)
def test_what_the_facts_change(forms: PdfForms, facts: DossierFormFacts, said: str) -> None:
    """The letter tells what happened, and no more than that."""
    text = " ".join("".join(page_text(forms.render(facts))).split())
    assert text.count(said) == 1


def test_the_letter_keeps_to_the_decree(typeface: Typeface) -> None:
    """NĐ 30/2020 on A4: body of 13 points, the first line of a paragraph indented by 1 cm, 6 points between two."""
    (page,) = draw_apology(replace(LETTER, size=PaperSize.A4), typeface)
    texts = [
        (placed.x + mark.x, placed.y + mark.y, mark)
        for placed in page.placed
        for mark in placed.block.marks
        if isinstance(mark, Text)
    ]
    left = min(x for x, _, _ in texts)
    firsts = [
        (x, y, mark) for x, y, mark in texts if mark.text in ("Ngày", "Tuy", "Thời gian hẹn trả kết quả:")
    ]
    assert len(firsts) >= 2
    for x, y, mark in firsts:
        above = max(other for _, other, _ in texts if other < y)
        assert mark.size == 13
        assert x - left == pytest.approx(10 / 25.4 * 72)
        assert y - above >= 13 * 1.25 + 6
