"""Mẫu 03 as a reader finds it; the expected words are those of domain facts 4.3."""

from __future__ import annotations

from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.forms import FormKey
from tests.documents.acts import INTAKE_REFUSED, LATE_REFUSAL, REFUSAL, paper
from tests.documents.reading import lines_of


def test_a_refusal_at_intake_field_by_field(forms: PdfForms) -> None:
    """Nothing was received, so there is no code; the first copy says exactly this, in this order."""
    assert lines_of(forms.render(REFUSAL)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 00004 Cao An, ngày 09 tháng 3 năm 2022",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "(Liên 1: Lưu)",
        "Bộ phận tiếp nhận và trả kết quả: UBND xã Cao An, điện thoại 0220 3786 111",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Đỗ Quyên Phượng",
        "Địa chỉ: Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        "Số điện thoại: 0912345678 Email:",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)",
        "Qua xem xét, Bộ phận tiếp nhận và trả kết quả UBND xã Cao An thông báo",
        "không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
        "Hai bên đăng ký thường trú tại xã Kim Liên",
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        "NGƯỜI NỘP HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
        "Mẫu số 03 – Thông tư số 01/2018/TT-VPCP",
    ]


def test_both_sides_have_a_copy(forms: PdfForms) -> None:
    """Two copies that differ in nothing but whose they are."""
    first, second = page_text(forms.render(REFUSAL))
    assert second.replace("(Liên 2: Giao khách hàng)", "(Liên 1: Lưu)") == first != second


def test_a_received_dossier_is_refused_under_its_code(forms: PdfForms) -> None:
    """What was asked for did not come: number, day and reason are those of the refusal, the code that of intake."""
    text = " ".join(page_text(forms.render(LATE_REFUSAL))[0].split())
    assert "Số: 00005 Cao An, ngày 29 tháng 3 năm 2022" in text
    assert (
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ Mã hồ sơ: 000.12.30.H23-220310-1001 (Liên 1: Lưu)" in text
    )
    assert "như sau: Hết thời hạn mà không bổ sung giấy tờ theo yêu cầu Xin thông báo" in text


def test_a_reason_of_two_lines_is_one_paragraph(forms: PdfForms) -> None:
    """Ends of lines that somebody typed are blanks on paper."""
    reason = "Không thuộc thẩm quyền.\nNộp tại xã Kim Liên."
    text = page_text(forms.render(paper(FormKey.REFUSAL, replace(INTAKE_REFUSED, reason=reason))))[0]
    assert "Không thuộc thẩm quyền. Nộp tại xã Kim Liên." in text
