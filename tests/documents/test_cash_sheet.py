"""Phiếu chốt tiền trong ngày as a supervisor reads it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from tests.documents.money_facts import COUNT, SHEET, TAKEN
from tests.documents.reading import assert_clear_and_within_margins, lines_of, measured


def test_a_sheet_line_by_line(forms: PdfForms) -> None:
    """Payments, banknotes, what should be there, what was counted, and why they differ, from top to bottom."""
    lines = lines_of(forms.render(SHEET))
    assert lines[:10] == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN",
        "VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao An, ngày 10 tháng 3 năm 2022",
        "PHIẾU CHỐT TIỀN TRONG NGÀY",
        "Ngày 10 tháng 3 năm 2022 – Quầy 1 (Hộ tịch)",
        "Người thu: Lê Thị Ẩn",
        "Đã thu 20.000 đồng, hoàn trả 8.000 đồng, 3 lần thu và hoàn.",
    ]
    assert lines[-16:] == [
        "Mệnh giá (đồng) Số tờ Thành tiền (đồng)",
        "50.000 2 100.000",
        "5.000 2 10.000",
        "Tiền có đầu ngày: 100.000 đồng",
        "Tiền thu trong ngày, đã trừ hoàn trả: 12.000 đồng",
        "Tiền phải có: 112.000 đồng",
        "Tiền đếm được: 110.000 đồng",
        "Bằng chữ: Một trăm mười nghìn đồng",
        "Chênh lệch: thiếu 2.000 đồng",
        "Lý do: Trả thừa tiền lẻ",
        "Đếm lúc 16 giờ 45 phút, ngày 10 tháng 3 năm 2022. Phiếu nội bộ, không thay biên lai thu phí, lệ phí.",
        "CÁN BỘ GIÁM SÁT",
        "(Ký và ghi rõ họ tên)",
        "NGƯỜI THU TIỀN",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
    ]


def test_each_payment_has_its_row(forms: PdfForms) -> None:
    """When, of which dossier, by which papers, how much came or went, and why it went."""
    text = " ".join(page_text(forms.render(SHEET))[0].split())
    for row in (
        "1 08:07 000.12.30.H23-220310-1001 Nguyễn Thị Đỗ Quyên Phượng 00031 AA-22P 0001234 12.000",
        "2 09:30 000.12.30.H23-220310-1001 Nguyễn Thị Đỗ Quyên Phượng 00032 8.000",
        "3 10:05 000.12.30.H23-220310-1001 Nguyễn Thị Đỗ Quyên Phượng Thu nhầm 8.000",
    ):
        assert row in text


@pytest.mark.parametrize(
    ("counted", "said"),
    [(112_000, "không có"), (112_500, "thừa 500 đồng"), (110_000, "thiếu 2.000 đồng")],
)
def test_the_difference_is_in_words(forms: PdfForms, counted: int, said: str) -> None:
    """Nothing, too much, or missing."""
    facts = replace(SHEET, count=replace(COUNT, counted_dong=counted, notes=()))
    assert f"Chênh lệch: {said}" in page_text(forms.render(facts))[0].splitlines()


def test_no_official_receipt_is_made_up(forms: PdfForms) -> None:
    """Where no number was typed the column is empty; the sheet says that it is none."""
    facts = replace(SHEET, payments=(replace(TAKEN, official=None),))
    text = page_text(forms.render(facts))[0]
    assert "0001234" not in text
    assert "Phiếu nội bộ, không thay biên lai thu phí, lệ phí." in " ".join(text.split())


@pytest.mark.parametrize("count", [0, 3, 90])
def test_nothing_overlaps_or_leaves_the_margins(forms: PdfForms, count: int) -> None:
    """A quiet day fits on a page, a busy one goes on."""
    facts = replace(SHEET, payments=(TAKEN,) * count)
    for page in measured(forms.render(facts)):
        assert_clear_and_within_margins(page, (210, 297))
