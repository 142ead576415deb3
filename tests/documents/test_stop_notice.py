"""Thông báo dừng giải quyết as a reader finds it; the fields are those of domain facts 4.8, the words ours."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.facts import ClockSuspended, PaymentRequested
from cgcounter.domain.forms import DossierFormFacts, FormKey
from tests.documents.acts import (
    COLLECTED,
    HANDED_OVER,
    RECEIVED,
    REFUNDED,
    STOP_NOTICE,
    WITHDRAWAL,
    WITHDRAWN,
    paper,
)
from tests.documents.facts import at
from tests.documents.reading import lines_of


def test_a_stopped_dossier_field_by_field(forms: PdfForms) -> None:
    """Request, stage, reason, decision and money; what is not known here is left to the pen."""
    assert lines_of(forms.render(STOP_NOTICE)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00001 Cao An, ngày 29 tháng 3 năm 2022",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: 000.12.30.H23-220310-1001",
        "Kính gửi: Nguyễn Thị Đỗ Quyên Phượng",
        "Địa chỉ: Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        "Số điện thoại: 0912345678",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)",
        "Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022",
        "UBND xã Cao An thông báo dừng giải quyết hồ sơ của Ông/Bà/Tổ chức",
        "như sau:",
        "1. Đề nghị dừng: của cơ quan giải quyết",
        "2. Giai đoạn giải quyết: chờ bổ sung, hoàn thiện hồ sơ từ ngày 14 tháng 3 năm",
        "2022; chưa có kết quả giải quyết",
        "3. Lý do: Hết thời hạn mà không bổ sung giấy tờ theo yêu cầu",
        "4. Quyết định: dừng giải quyết hồ sơ từ 08 giờ 00 phút, ngày 29 tháng 3 năm 2022",
        "5. Phí, lệ phí đã thu: 12.000 đồng (Mười hai nghìn đồng)",
        "6. Phí, lệ phí hoàn trả:",
        "7. Giấy tờ trả lại:",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        "(Ký, đóng dấu)",
        "Phạm Văn Thắng",
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        pytest.param(
            WITHDRAWAL,
            [
                "Số: 00007 Cao An, ngày 11 tháng 3 năm 2022",
                "1. Đề nghị dừng: của người nộp hồ sơ (rút hồ sơ) 2.",
                "2. Giai đoạn giải quyết: đã tiếp nhận, chưa chuyển giải quyết; chưa có kết quả giải quyết 3.",
                "3. Lý do: Người nộp hồ sơ không còn nhu cầu 4.",
                "4. Quyết định: dừng giải quyết hồ sơ từ 09 giờ 15 phút, ngày 11 tháng 3 năm 2022 5.",
                "5. Phí, lệ phí đã thu: không 6. Giấy tờ trả lại: Nơi nhận:",
            ],
            id="withdrawn",
        ),
        pytest.param(
            paper(FormKey.STOP_NOTICE, RECEIVED, COLLECTED, WITHDRAWN, REFUNDED),
            ["6. Phí, lệ phí hoàn trả: 12.000 đồng (Mười hai nghìn đồng) 7. Giấy tờ trả lại:"],
            id="money given back",
        ),
        pytest.param(
            paper(FormKey.STOP_NOTICE, RECEIVED, replace(HANDED_OVER, unit="ubnd"), WITHDRAWN),
            ["2. Giai đoạn giải quyết: đang giải quyết; chưa có"],
            id="in the office",
        ),
        pytest.param(
            paper(
                FormKey.STOP_NOTICE,
                RECEIVED,
                replace(HANDED_OVER, unit="cong-an", unit_name="Công an xã Cao An"),
                WITHDRAWN,
            ),
            ["2. Giai đoạn giải quyết: đang giải quyết tại Công an xã Cao An; chưa có"],
            id="at another body",
        ),
        pytest.param(
            paper(FormKey.STOP_NOTICE, RECEIVED, HANDED_OVER, PaymentRequested(at(4, 1, 8, 0)), WITHDRAWN),
            ["chờ thực hiện nghĩa vụ tài chính từ ngày 01 tháng 4 năm 2022; chưa có"],
            id="waiting for money",
        ),
        pytest.param(
            paper(FormKey.STOP_NOTICE, RECEIVED, HANDED_OVER, ClockSuspended(at(4, 1, 8, 0), ""), WITHDRAWN),
            ["chờ xác minh từ ngày 01 tháng 4 năm 2022; chưa có"],
            id="waiting for an answer",
        ),
    ],
)
def test_what_the_facts_change(forms: PdfForms, facts: DossierFormFacts, said: list[str]) -> None:
    """Who wished it, where the dossier stood, and what became of the money."""
    text = " ".join(page_text(forms.render(facts))[0].split())
    assert [words for words in said if text.count(words) != 1] == []
