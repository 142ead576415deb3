"""The daily log as a supervisor reads it."""

from __future__ import annotations

import unicodedata
from uuid import UUID

import pytest
from msgspec import structs

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.forms import DailyLogFacts
from cgcounter.domain.staff import StaffId
from tests.documents.facts import LONG_PROCEDURE, at, day_log, line
from tests.documents.money_facts import COUNT, paid_day
from tests.documents.reading import assert_clear_and_within_margins, lines_of, measured


def returned_line(serial: int, **changes: object) -> DossierLine:
    """A dossier that left the counter that morning."""
    fields: dict[str, object] = {
        "status": Status.RETURNED,
        "released_at": at(3, 10, 9, 0),
        "returned_at": at(3, 10, 9, 30),
    }
    return line(serial, **(fields | changes))


def full_day(count: int) -> DailyLogFacts:
    """So many dossiers received, half as many returned, and some that are waited for."""
    return day_log(
        received=tuple(line(serial, procedure_name=LONG_PROCEDURE) for serial in range(1, count + 1)),
        returned=tuple(returned_line(serial) for serial in range(1, count // 2 + 1)),
        due_today=tuple(line(serial) for serial in range(1, count // 10 + 1)),
        overdue=tuple(line(serial, due_at=at(3, 9, 17, 0)) for serial in range(1, count // 20 + 1)),
    )


def test_a_day_line_by_line(forms: PdfForms) -> None:
    """One dossier of each kind: this is what the paper says, from top to bottom."""
    facts = day_log(
        received=(line(1), line(2, name="Lê Thị Ẩn", due_at=None, fee_dong=15_000)),
        returned=(returned_line(1, due_at=at(3, 9, 17, 0)),),
        due_today=(line(3, status=Status.IN_PROGRESS, received_at=at(3, 3, 9, 0), due_at=at(3, 10, 17, 0)),),
        overdue=(line(4, received_at=at(3, 1, 9, 0), due_at=at(3, 8, 17, 0)),),
    )
    assert lines_of(forms.render(facts)) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao An, ngày 10 tháng 3 năm 2022",
        "SỔ NHẬT KÝ NGÀY",
        "Ngày 10 tháng 3 năm 2022 – Quầy 1 (Hộ tịch)",
        "Trong ngày tiếp nhận 2 hồ sơ, trả kết quả 1 hồ sơ.",
        "Tổng phí, lệ phí của hồ sơ tiếp nhận: 23.000 đồng (Hai mươi ba nghìn đồng).",
        "I. HỒ SƠ TIẾP NHẬN TRONG NGÀY: 2",
        "TT Mã hồ sơ Cá nhân, tổ chức Thủ tục Nhận lúc Hẹn trả Người nhận Phí, lệ phí",
        "(đồng)",
        "1 000.12.30.H23-220310-1001 Trần Văn Bường 1.001193 Đăng ký khai sinh 08:05 17:00 17/03/2022 8.000",
        "2 000.12.30.H23-220310-1002 Lê Thị Ẩn 1.001193 Đăng ký khai sinh 08:05 không hẹn 15.000",
        "II. HỒ SƠ TRẢ KẾT QUẢ TRONG NGÀY: 1",
        "TT Mã hồ sơ Cá nhân, tổ chức Thủ tục Ngày nhận Hẹn trả Có kết quả Trả lúc Thời hạn",
        (
            "1 000.12.30.H23-220310-1001 Trần Văn Bường 1.001193 Đăng ký khai sinh "
            "10/03/2022 17:00 09/03/2022 09:00 10/03/2022 09:30 Quá hạn"
        ),
        "III. HỒ SƠ ĐẾN HẠN TRONG NGÀY, CHƯA CÓ KẾT QUẢ: 1",
        "TT Mã hồ sơ Cá nhân, tổ chức Thủ tục Ngày nhận Hẹn trả Tình trạng",
        (
            "1 000.12.30.H23-220310-1003 Trần Văn Bường 1.001193 Đăng ký khai sinh "
            "03/03/2022 17:00 10/03/2022 Đang giải quyết"
        ),
        "IV. HỒ SƠ QUÁ HẠN, CHƯA CÓ KẾT QUẢ: 1",
        "TT Mã hồ sơ Cá nhân, tổ chức Thủ tục Ngày nhận Hẹn trả Tình trạng",
        (
            "1 000.12.30.H23-220310-1004 Trần Văn Bường 1.001193 Đăng ký khai sinh "
            "01/03/2022 17:00 08/03/2022 Đã tiếp nhận"
        ),
        "V. THU PHÍ, LỆ PHÍ TRONG NGÀY (ĐỒNG): không có",
        "Trang 1/2 (còn tiếp)",
    ]


def test_each_intake_names_its_clerk(forms: PdfForms) -> None:
    """Who received stands in the row, by the name that the staff list gives to the id."""
    clerk = StaffId(UUID(int=7))
    row = structs.replace(line(1), received_by=clerk)
    facts = structs.replace(day_log(received=(row,)), clerks=((clerk, "Phạm Văn Được"),))
    assert (
        "1 000.12.30.H23-220310-1001 Trần Văn Bường 1.001193 Đăng ký khai sinh "
        "08:05 17:00 17/03/2022 Phạm Văn Được 8.000"
    ) in lines_of(forms.render(facts))


def test_the_log_is_signed(forms: PdfForms) -> None:
    """Supervisor and who drew it up, with the printed name of the latter, and when it was printed."""
    text = page_text(forms.render(day_log()))[-1]
    assert text.splitlines()[-6:] == [
        "In lúc 17 giờ 05 phút, ngày 10 tháng 3 năm 2022.",
        "CÁN BỘ GIÁM SÁT",
        "(Ký và ghi rõ họ tên)",
        "NGƯỜI LẬP SỔ",
        "(Ký và ghi rõ họ tên)",
        "Lê Thị Ẩn",
    ]


def test_an_empty_day_says_so(forms: PdfForms) -> None:
    """Nobody wonders whether the printer failed: one page, in words."""
    (text,) = page_text(forms.render(day_log()))
    assert "Trong ngày không tiếp nhận hồ sơ nào và không trả kết quả nào." in text
    for title in (
        "I. HỒ SƠ TIẾP NHẬN TRONG NGÀY: không có",
        "II. HỒ SƠ TRẢ KẾT QUẢ TRONG NGÀY: không có",
        "III. HỒ SƠ ĐẾN HẠN TRONG NGÀY, CHƯA CÓ KẾT QUẢ: không có",
        "IV. HỒ SƠ QUÁ HẠN, CHƯA CÓ KẾT QUẢ: không có",
        "V. THU PHÍ, LỆ PHÍ TRONG NGÀY (ĐỒNG): không có",
    ):
        assert title in text


@pytest.mark.parametrize(
    ("released", "due", "word"),
    [
        (at(3, 9, 9, 0), at(3, 10, 17, 0), "Trước hạn"),
        (at(3, 10, 9, 0), at(3, 10, 17, 0), "Đúng hạn"),
        (at(3, 10, 9, 0), at(3, 9, 17, 0), "Quá hạn"),
        (at(3, 10, 9, 0), None, "Đúng hạn"),
    ],
)
def test_timeliness_is_in_words(forms: PdfForms, released: object, due: object, word: str) -> None:
    """Early, on time or late by the release of the result (domain facts 3.5)."""
    facts = day_log(returned=(returned_line(1, released_at=released, due_at=due),))
    row = next(text for text in lines_of(forms.render(facts)) if text.startswith("1 000."))
    assert row.endswith(word)


def test_no_particulars_that_nobody_needs(forms: PdfForms) -> None:
    """The log lies open on desks: no personal number, phone or address on it."""
    text = "".join(page_text(forms.render(full_day(20))))
    assert "030190012345" not in text
    assert "0912345678" not in text
    assert "Thôn Đỗ Xá" not in text


def test_a_full_day_goes_on_over_pages(forms: PdfForms) -> None:
    """120 dossiers: each stands once in its list, each page tells its day, its number and the columns."""
    pages = page_text(forms.render(full_day(120)))
    assert len(pages) > 5
    received = " ".join(pages).split("II. HỒ SƠ TRẢ")[0]
    for serial in range(1, 121):
        assert received.count(f"000.12.30.H23-220310-{1000 + serial}") == 1
    for number, page in enumerate(pages[1:], 2):
        assert "Sổ nhật ký ngày 10/03/2022 – UBND xã Cao An – Quầy 1 (Hộ tịch)" in page
        assert f"Trang {number}/{len(pages)}" in page
    assert pages[1].splitlines()[1].startswith("TT Mã hồ sơ")


def test_a_long_procedure_is_shortened_in_the_list(forms: PdfForms) -> None:
    """The log gives code and beginning of a long name in two lines; the receipt has it whole."""
    text = page_text(forms.render(day_log(received=(line(1, procedure_name=LONG_PROCEDURE),))))[0]
    assert "1.001193 Chứng thực bản sao từ bản chính" in text
    assert "…" in text
    assert "hoặc chứng nhận" not in text


def test_money_stands_clerk_by_clerk(forms: PdfForms) -> None:
    """Taken, given back and left, by kind, against what was counted; the reason of a difference; and the sum."""
    lines = [line for page in page_text(forms.render(paid_day())) for line in page.splitlines()]
    assert "Trong ngày đã thu 70.000 đồng, hoàn trả 8.000 đồng." in lines
    title = lines.index("V. THU PHÍ, LỆ PHÍ TRONG NGÀY (ĐỒNG): 2 người thu")
    head, rows = lines[title + 1 : title + 6], lines[title + 6 : title + 10]
    assert " ".join(head) == (
        "TT Người thu Số lần Đã thu Hoàn trả Còn lại Trong đó Phí Lệ phí Chốt tiền Đếm được Chênh lệch"
    )
    assert rows == [
        "1 Lê Thị Ẩn 3 20.000 8.000 12.000 12.000 0 10.000 -2.000",
        "2 Phạm Văn Được 1 50.000 0 50.000 50.000 0 chưa chốt",
        "Cộng 4 70.000 8.000 62.000 62.000 0",
        "Lý do chênh lệch (Lê Thị Ẩn): Trả thừa tiền lẻ",
    ]


def test_money_after_the_count_asks_for_another(forms: PdfForms) -> None:
    """A count that does not cover the day's payments is no count of the day."""
    facts = structs.replace(paid_day(), counts=(structs.replace(COUNT, taken_dong=20_000),))
    text = " ".join(" ".join(page_text(forms.render(facts))).split())
    assert "1 Lê Thị Ẩn 3 20.000 8.000 12.000 12.000 0 10.000 có thu, hoàn sau khi chốt" in text


def test_no_rating_stands_in_the_log(forms: PdfForms) -> None:
    """What a citizen thought of a clerk is for supervisors' figures; the log lies open on a desk."""
    assert "đánh giá" not in "".join(page_text(forms.render(full_day(3)))).casefold()


@pytest.mark.parametrize("count", [0, 3, 120])
def test_nothing_overlaps_or_leaves_the_margins(forms: PdfForms, count: int) -> None:
    """On every page text keeps 30 mm at the left, 15 mm at the right, and clear of other text."""
    for page in measured(forms.render(full_day(count))):
        assert_clear_and_within_margins(page, (297, 210))


def test_the_text_is_composed(forms: PdfForms) -> None:
    """What is copied out of the paper is NFC."""
    assert unicodedata.is_normalized("NFC", "".join(page_text(forms.render(full_day(3)))))
