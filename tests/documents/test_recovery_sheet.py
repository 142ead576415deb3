"""The recovery sheet: one page, the code for the eye and for the scanner, and what to do with it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.offices import Counter
from tests.documents.facts import OFFICE, RECOVERY
from tests.documents.reading import MM, measured, metadata, overlaps, pictures, scanned

CODES = [
    "7K4M-Q2XR-9TWP-3HVN-8BCD-5FGJ-6YZA-1E2S-4T7M-9XKQ-2RTW-8PHV-3N5C-0G1Z",
    "0123456789abcdef" * 4,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 2,
]


def test_what_the_sheet_says(forms: PdfForms) -> None:
    """What it is, who keeps it, the code in groups of four, and the two ways to use it."""
    (text,) = page_text(forms.render(RECOVERY))
    said = " ".join(text.split())
    for words in (
        "PHIẾU KHÔI PHỤC DỮ LIỆU UBND xã Cao An – Quầy 1 (Hộ tịch)",
        "Cao An, ngày 10 tháng 3 năm 2022",
        "Phiếu này để làm gì",
        "Thủ trưởng đơn vị giữ phiếu này trong phong bì niêm phong",
        "7K4M Q2XR 9TWP 3HVN 8BCD 5FGJ 6YZA 1E2S 4T7M 9XKQ 2RTW 8PHV 3N5C 0G1Z",
        "python main.py restore TỆP --recovery-code MÃ",
        "cửa sổ hỏi mã khôi phục",
        "Lập lúc 07 giờ 35 phút, ngày 10 tháng 3 năm 2022.",
        "NGƯỜI LẬP PHIẾU",
        "NGƯỜI GIỮ PHIẾU",
    ):
        assert words in said


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_the_code_is_scanned_as_it_was_made(forms: PdfForms, code: str, dpi: int) -> None:
    """The QR holds the very code, whatever its length."""
    (page,) = pictures(forms.render(replace(RECOVERY, recovery_code=code)), dpi)
    assert scanned(page) == [("QR Code", code)]


@pytest.mark.parametrize("code", CODES)
def test_one_page_with_margins(forms: PdfForms, code: str) -> None:
    """A4, within the margins, nothing on something else, also with long names."""
    office = replace(OFFICE, authority="Ủy ban nhân dân thị trấn Cẩm Giang, huyện Cẩm Giàng")
    counter = Counter(9, "Lao động – Thương binh và Xã hội")
    (page,) = measured(forms.render(replace(RECOVERY, office=office, counter=counter, recovery_code=code)))
    assert (round(page.width / MM), round(page.height / MM)) == (210, 297)
    assert overlaps(page) == []
    assert min(text.left for text in page.texts) >= 30 * MM - 1
    assert max(text.right for text in page.texts) <= page.width - 15 * MM + 1
    assert max(text.bottom for text in page.texts) <= page.height - 20 * MM


def test_the_code_stands_on_the_page_only(forms: PdfForms) -> None:
    """The particulars of the file, which programs show and index, do not give the code away."""
    assert "7K4M" not in "".join(metadata(forms.render(RECOVERY)).values())
