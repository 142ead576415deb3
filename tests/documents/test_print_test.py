"""The test page: its ruler is true, its frame whole, and both its codes say which sheet they stand on."""

from __future__ import annotations

from itertools import groupby

import pytest
from msgspec.structs import replace
from PIL import Image

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.forms import PaperSize
from tests.documents.facts import PRINT_TEST
from tests.documents.reading import MM, blurred, measured, overlaps, pictures, scanned

DPI = 300
SHEETS_MM = {PaperSize.A5: (148, 210), PaperSize.A4: (210, 297), PaperSize.A4_TWO_UP: (297, 210)}
CODES = {
    PaperSize.A5: ("000.00.00.H00-000000-0581", "000.00.00.H00-000000-0502"),
    PaperSize.A4: ("000.00.00.H00-000000-0481", "000.00.00.H00-000000-0402"),
    PaperSize.A4_TWO_UP: ("000.00.00.H00-000000-2481", "000.00.00.H00-000000-2402"),
}


def test_what_the_page_says(forms: PdfForms) -> None:
    """Which printer and sheet, when, and the four things to look at."""
    (text,) = page_text(forms.render(PRINT_TEST))
    said = " ".join(text.split())
    for words in (
        "TRANG IN THỬ Máy in: HP_quay_1 – Khổ giấy: A5 In lúc 07 giờ 35 phút, ngày 10 tháng 3 năm 2022",
        "1. Khung quanh trang phải thấy đủ bốn cạnh; tờ giấy này chỉ có một trang.",
        "2. Đo thước dưới đây: từ vạch 0 đến vạch 100 phải đúng 100 mm.",
        "3. Mọi chữ phải đủ dấu: Ă Â Đ Ê Ô Ơ Ư",
        "4. Quét hai mã dưới đây vào ô thử trên màn hình. 000.00.00.H00-000000-0581 000.00.00.H00-000000-0502",
    ):
        assert words in said


def test_a_page_for_a_file_says_so(forms: PdfForms) -> None:
    """Where no printer is chosen the page does not pretend one."""
    (text,) = page_text(forms.render(replace(PRINT_TEST, printer="")))
    assert "Máy in: in ra tệp PDF – Khổ giấy: A5" in text


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("dpi", [150, 300])
def test_both_codes_are_scanned(forms: PdfForms, size: PaperSize, dpi: int) -> None:
    """Bars and square are read at 150 dots an inch already; the sheet with two copies bears them twice."""
    (page,) = pictures(forms.render(replace(PRINT_TEST, size=size)), dpi)
    bars, square = CODES[size]
    once = [("Code 128", bars), ("QR Code", square)]
    assert scanned(page) == (sorted(once * 2) if size is PaperSize.A4_TWO_UP else once)


def test_both_codes_are_scanned_with_a_cheap_scanner(forms: PdfForms) -> None:
    """A blurred picture of 200 dots an inch is enough."""
    (page,) = pictures(forms.render(PRINT_TEST), 200)
    assert len(scanned(blurred(page))) == 2


def lines_of_length(page: Image.Image, least: int, most: int) -> list[tuple[int, int]]:
    """Row and length of each unbroken dark line across the page, in dots."""
    found = []
    for row in range(page.height):
        dots = page.crop((0, row, page.width, row + 1)).tobytes()
        runs = [(dark, sum(1 for _ in run)) for dark, run in groupby(dot < 128 for dot in dots)]
        found += [(row, length) for dark, length in runs if dark and least <= length <= most]
    return found


@pytest.mark.parametrize("size", PaperSize)
def test_the_ruler_is_100_mm_long(forms: PdfForms, size: PaperSize) -> None:
    """At 300 dots an inch it is 1181 dots, two more or fewer, on every copy."""
    (page,) = pictures(forms.render(replace(PRINT_TEST, size=size)), DPI)
    found = lines_of_length(page, 1150, 1250)
    assert {length for _, length in found} <= {1179, 1180, 1181, 1182, 1183}
    assert len(found) >= (2 if size is PaperSize.A4_TWO_UP else 1)


@pytest.mark.parametrize("size", PaperSize)
def test_the_page_fills_its_sheet_and_no_more(forms: PdfForms, size: PaperSize) -> None:
    """One page of the very sheet, nothing on something else, nothing outside the frame of 8 mm."""
    (page,) = measured(forms.render(replace(PRINT_TEST, size=size, printer="Máy in rất dài " * 6)))
    assert (round(page.width / MM), round(page.height / MM)) == SHEETS_MM[size]
    assert overlaps(page) == []
    assert min(text.left for text in page.texts) >= 8 * MM
    assert max(text.right for text in page.texts) <= page.width - 8 * MM
    assert max(text.bottom for text in page.texts) <= page.height - 8 * MM


def test_the_frame_is_whole(forms: PdfForms) -> None:
    """A line 132 mm long above and below shows a sheet that is cut or shifted."""
    (page,) = pictures(forms.render(PRINT_TEST), DPI)
    rows = {row for row, _ in lines_of_length(page, 1550, 1570)}
    assert min(rows) == pytest.approx(8 / 25.4 * DPI, abs=2)
    assert max(rows) == pytest.approx(202 / 25.4 * DPI, abs=2)
