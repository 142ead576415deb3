"""Phiếu thu nội bộ as a reader finds it; money as domain facts 8 write it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.forms import DossierFormFacts, FormKey
from tests.documents.acts import COLLECTED, PAYMENT, RECEIVED, REFUND, paper
from tests.documents.facts import at
from tests.documents.reading import lines_of


def test_a_payment_field_by_field(forms: PdfForms) -> None:
    """The amount in figures and words, and the official receipt by the numbers that were typed."""
    assert lines_of(forms.render(PAYMENT)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00031 Cao An, ngày 10 tháng 3 năm 2022",
        "PHIẾU THU PHÍ, LỆ PHÍ NỘI BỘ",
        "Mã hồ sơ: 000.12.30.H23-220310-1001",
        "Hồ sơ của: Nguyễn Thị Đỗ Quyên Phượng",
        "Địa chỉ: Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        "Số điện thoại: 0912345678 Email:",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)",
        "Nội dung thu: phí, lệ phí giải quyết hồ sơ",
        "Số tiền: 12.000 đồng",
        "Bằng chữ: Mười hai nghìn đồng",
        "Thời gian thu: 08 giờ 07 phút, ngày 10 tháng 3 năm 2022",
        "Biên lai mẫu số: 01BLP Ký hiệu: AA-22P Số: 0001234",
        "NGƯỜI NỘP TIỀN",
        "(Ký và ghi rõ họ tên)",
        "NGƯỜI THU TIỀN",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
        "Phiếu này dùng trong nội bộ đơn vị, không thay biên lai thu phí, lệ phí.",
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        pytest.param(
            paper(FormKey.PAYMENT_SLIP, RECEIVED, replace(COLLECTED, official=None, number="")),
            ["Số: …… Cao An,", "Biên lai mẫu số: Ký hiệu: Số: NGƯỜI NỘP TIỀN"],
            id="no number is made up",
        ),
        pytest.param(
            paper(
                FormKey.PAYMENT_SLIP,
                RECEIVED,
                COLLECTED,
                replace(COLLECTED, collected_at=at(3, 10, 9, 0), amount_dong=105_000, number="00032"),
            ),
            ["Số: 00032 Cao An,", "Số tiền: 105.000 đồng Bằng chữ: Một trăm linh năm nghìn đồng Thời gian"],
            id="the last of two payments",
        ),
        pytest.param(
            REFUND,
            [
                "Số: …… Cao An, ngày 11 tháng 3 năm 2022 PHIẾU HOÀN TRẢ PHÍ, LỆ PHÍ NỘI BỘ Mã hồ sơ:",
                "Nội dung chi: hoàn trả phí, lệ phí giải quyết hồ sơ Lý do: Hồ sơ đã được rút Số tiền: 12.000 đồng",
                "Thời gian chi: 09 giờ 30 phút, ngày 11 tháng 3 năm 2022 NGƯỜI NHẬN TIỀN",
                "NGƯỜI CHI TIỀN (Ký và ghi rõ họ tên) Lê Thị Ẩn",
            ],
            id="money given back",
        ),
    ],
)
def test_what_the_facts_change(forms: PdfForms, facts: DossierFormFacts, said: list[str]) -> None:
    """Each particular is said once."""
    text = " ".join(page_text(forms.render(facts))[0].split())
    assert [words for words in said if text.count(words) != 1] == []


def test_a_refund_has_no_official_receipt(forms: PdfForms) -> None:
    """Nothing is asked of the pen that does not exist."""
    text = page_text(forms.render(REFUND))[0]
    assert "Biên lai" not in text
    assert "PHIẾU THU" not in text
