"""Mẫu 06 as an inspector reads it; the columns are those of domain facts 4.6."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.documents.fonts import Typeface
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.documents.register import draw_register
from cgcounter.domain.dossier import Dossier, Leg
from cgcounter.domain.facts import (
    ApologyMade,
    DossierRefused,
    DossierVoided,
    DossierWithdrawn,
    ProcessingStopped,
    ResultRecorded,
    ResultReturned,
)
from cgcounter.domain.forms import FormHead
from cgcounter.domain.particulars import (
    EventId,
    LateEntry,
    LateEntryKind,
    ReceiverRole,
    ResultKind,
    ReturnChannel,
)
from cgcounter.services.ports import untold
from tests.documents.book_facts import STRANGE_NAMES, entry, long_entry, register_of
from tests.documents.facts import CLERK, DOSSIER, OFFICE, at
from tests.documents.reading import assert_clear_and_within_margins, lines_of, measured

COLUMNS = (
    "TT Mã hồ sơ Tên thủ tục hành chính Số lượng hồ sơ (bộ) Tên cá nhân, tổ chức Địa chỉ, số điện thoại "
    "Cơ quan chủ trì giải quyết Nhận và trả kết quả Nhận hồ sơ Hẹn trả kết quả Trả kết quả "
    "Phương thức nhận kết quả Ký nhận Ghi chú"
)


def words_of(pdf: bytes) -> str:
    """All pages in one line: what a cell says is parted by no line end."""
    return " ".join(" ".join(text.split()) for text in page_text(pdf))


def test_the_register_from_top_to_bottom(forms: PdfForms) -> None:
    """One dossier that was fetched and one that is waited for: every column of 4.6 in its order."""
    fetched = entry(
        1,
        result=ResultRecorded(released_at=at(3, 15, 9, 0)),
        returned=ResultReturned(returned_at=at(3, 16, 9, 30)),
    )
    pdf = forms.render(register_of(fetched, entry(2, due_at=None, sets=2)))
    assert lines_of(pdf)[:8] == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao An, ngày 01 tháng 4 năm 2022",
        "SỔ THEO DÕI HỒ SƠ",
        "Lĩnh vực: Hộ tịch",
        "Từ ngày 01 tháng 01 năm 2022 đến ngày 31 tháng 3 năm 2022",
    ]
    assert f"năm 2022 Quyển số: 01/2022 {COLUMNS} 1 000.12.30" in words_of(pdf)
    assert words_of(pdf).split("Ghi chú ")[1] == (
        "1 000.12.30.H23-220310-1001 1.001193 Đăng ký khai sinh 1 Nguyễn Thị Đỗ Quyên Phượng "
        "Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương; ĐT 0912345678 UBND xã Cao An "
        "10/03/2022 17:00 17/03/2022 16/03/2022 Trực tiếp Nguyễn Thị Đỗ Quyên Phượng "
        "2 000.12.30.H23-220310-1002 1.001193 Đăng ký khai sinh 2 Nguyễn Thị Đỗ Quyên Phượng "
        "Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương; ĐT 0912345678 UBND xã Cao An "
        "10/03/2022 không hẹn Trực tiếp "
        "Cộng: 2 hồ sơ, 1 trang. "
        "In lúc 08 giờ 00 phút, ngày 01 tháng 4 năm 2022. "
        "Mẫu số 06 – Thông tư số 01/2018/TT-VPCP"
    )


SHORT: dict[str, Any] = {
    "procedure": replace(DOSSIER.procedure, name="A"),
    "applicant": replace(DOSSIER.applicant, name="B"),
}


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        pytest.param({}, "", id="open"),
        pytest.param(
            {
                "ending": DossierVoided(
                    voided_at=at(3, 11, 9, 0), reason="nhập trùng hồ sơ số 3", second=CLERK
                )
            },
            "Đã hủy (nhập nhầm) ngày 11/03/2022: nhập trùng hồ sơ số 3",
            id="voided",
        ),
        pytest.param(
            {"ending": DossierWithdrawn(withdrawn_at=at(3, 12, 9, 0))},
            "Người nộp rút hồ sơ ngày 12/03/2022",
            id="withdrawn",
        ),
        pytest.param(
            {"ending": DossierRefused(refused_at=at(4, 5, 9, 0), reason="không bổ sung")},
            "Từ chối giải quyết ngày 05/04/2022: không bổ sung",
            id="refused",
        ),
        pytest.param(
            {"ending": ProcessingStopped(stopped_at=at(4, 5, 9, 0), reason="hết hạn bổ sung")},
            "Dừng giải quyết ngày 05/04/2022: hết hạn bổ sung",
            id="stopped",
        ),
        pytest.param(
            {
                "apologies": (
                    ApologyMade(apologised_at=at(3, 16, 9, 0), reason="chờ", promised_at=at(3, 21, 17, 0)),
                ),
                "note": "Có bản dịch",
            },
            "Hẹn lại 17:00 21/03/2022; Có bản dịch",
            id="re-appointed",
        ),
        pytest.param(
            {"result": ResultRecorded(released_at=at(3, 15, 9, 0), kind=ResultKind.NEGATIVE)},
            "Trả lại hồ sơ, không giải quyết",
            id="negative",
        ),
        pytest.param(
            {
                "late_entry": LateEntry(
                    kind=LateEntryKind.HAND_WRITTEN,
                    entered_at=at(3, 11, 8, 0),
                    reason="mất điện",
                    paper_number="15",
                )
            },
            "Nhập sau, giấy viết tay số 15",
            id="entered later",
        ),
    ],
)
def test_what_the_columns_do_not_tell_is_a_remark(
    forms: PdfForms, changes: dict[str, Any], remark: str
) -> None:
    """A row that ended without a result says so: nobody looks for its signature."""
    words = words_of(forms.render(register_of(entry(1, **SHORT, **changes))))
    assert words.split("17/03/2022 Trực tiếp ")[1] == (remark + " " if remark else "") + (
        "Cộng: 1 hồ sơ, 1 trang. In lúc 08 giờ 00 phút, ngày 01 tháng 4 năm 2022. "
        "Mẫu số 06 – Thông tư số 01/2018/TT-VPCP"
    )


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        pytest.param(
            ResultReturned(
                returned_at=at(3, 16, 9, 30),
                receiver=ReceiverRole.AUTHORISED,
                receiver_name="Trần Văn Bường",
            ),
            "16/03/2022 Trực tiếp Trần Văn Bường Cộng:",
            id="authorised person",
        ),
        pytest.param(
            ResultReturned(returned_at=at(3, 16, 9, 30), receiver=ReceiverRole.AUTHORISED),
            "16/03/2022 Trực tiếp Cộng:",
            id="authorised person without a name",
        ),
        pytest.param(
            ResultReturned(
                returned_at=at(3, 16, 9, 30), channel=ReturnChannel.POST, tracking="EV123456789VN"
            ),
            "16/03/2022 Bưu chính B Vận đơn EV123456789VN Cộng:",
            id="post",
        ),
        pytest.param(
            ResultReturned(returned_at=at(3, 16, 9, 30), channel=ReturnChannel.ELECTRONIC),
            "16/03/2022 Điện tử B Cộng:",
            id="electronic",
        ),
    ],
)
def test_who_took_the_result_and_how(forms: PdfForms, returned: ResultReturned, words: str) -> None:
    """The way it really went stands in the row, and the name of the receiver where it is known."""
    assert words in words_of(forms.render(register_of(entry(1, **SHORT, returned=returned))))


def leg(unit: str, name: str) -> Leg:
    """A hand-over."""
    return Leg(
        id=EventId(UUID(int=5)),
        unit=unit,
        unit_name=name,
        electronic=False,
        handed_at=at(3, 10, 9, 0),
        handed_by=CLERK,
    )


@pytest.mark.parametrize(
    ("forwarded", "body"),
    [
        pytest.param(("labour_department",), "Phòng Lao động - Thương binh và Xã hội", id="elsewhere"),
        pytest.param((), "UBND xã Cao An", id="here, though others were asked"),
    ],
)
def test_the_deciding_body(forms: PdfForms, forwarded: tuple[str, ...], body: str) -> None:
    """What is received here and decided elsewhere names the unit that it was sent to."""
    legs = (leg("", ""), leg("pldtbxh", "Phòng Lao động - Thương binh và Xã hội"), leg("cong-an", "Công an"))
    procedure = replace(DOSSIER.procedure, forwarded_to=forwarded)
    words = words_of(forms.render(register_of(entry(1, procedure=procedure, legs=legs))))
    assert f"ĐT 0912345678 {body} 10/03/2022" in words


def test_each_volume_has_its_own_numbers(forms: PdfForms) -> None:
    """Rows stand below the volume that they are entered in; the numbers are those of the volume."""
    words = words_of(
        forms.render(register_of(entry(41), entry(1, volume="02/2022"), entry(2, volume="02/2022")))
    )
    first, second = words.split("Quyển số: ")[1:]
    assert first.startswith("01/2022 TT")
    assert " 41 000.12.30.H23-220310-1041 " in first
    assert second.startswith("02/2022 TT")
    assert " 1 000.12.30.H23-220310-1001 " in second
    assert " 2 000.12.30.H23-220310-1002 " in second


def test_a_long_register_goes_on_over_pages(forms: PdfForms) -> None:
    """300 dossiers: each stands once; each page tells its register, volume, number and columns; the last one sums."""
    pdf = forms.render(register_of(*(entry(number) for number in range(1, 301))))
    pages, words = page_text(pdf), words_of(pdf)
    for number in range(1, 301):
        assert words.count(f"000.12.30.H23-220310-{1000 + number}") == 1
    assert pages[0].splitlines()[-1] == "Trang 1 (còn tiếp)"
    for number, page in enumerate(pages[1:], 2):
        lines = page.splitlines()
        assert "Sổ theo dõi hồ sơ – Lĩnh vực: Hộ tịch – 01/01/2022 – 31/03/2022 – UBND xã Cao An" in lines
        assert f"Trang {number}" in lines
        assert "Quyển số: 01/2022" in lines
    assert f"Cộng: 300 hồ sơ, {len(pages)} trang." in pages[-1]


def test_an_empty_register_says_so(forms: PdfForms) -> None:
    """Nobody wonders whether rows were lost; all fields together have no name."""
    (text,) = page_text(forms.render(register_of(field="", last=register_of().first)))
    assert "Lĩnh vực: tất cả" in text
    assert "Ngày 01 tháng 01 năm 2022" in text
    assert "Không có hồ sơ nào trong thời gian này." in text


def test_a_reprint_says_so_on_every_page(forms: PdfForms) -> None:
    """The banner on the first page, the running head on the others."""
    facts = register_of(*(entry(number) for number in range(1, 20)), reprint=2)
    pages = page_text(forms.render(facts))
    assert len(pages) > 1
    assert all(page.count("BẢN IN LẠI 2") == 1 for page in pages)


def test_no_circular_is_cited_that_is_not_certain(forms: PdfForms) -> None:
    """The register of 2025 is known by its title and number only."""
    pdf = forms.render(register_of(entry(1), head=FormHead("Sổ theo dõi hồ sơ", 7)))
    assert "Mẫu số" not in words_of(pdf)
    assert "Thông tư" not in words_of(pdf)


@pytest.mark.parametrize("make", [entry, long_entry])
def test_nothing_overlaps_or_leaves_the_margins(forms: PdfForms, make: Callable[[int], Dossier]) -> None:
    """Long names too keep to their cells, and all text to the margins of a bound sheet."""
    facts = register_of(*(make(number) for number in range(1, 15)))
    for page in measured(forms.render(facts)):
        assert_clear_and_within_margins(page, (297, 210))


def test_the_text_is_composed(forms: PdfForms) -> None:
    """What is copied out of the paper is NFC, also of facts that slipped in decomposed."""
    name = unicodedata.normalize("NFD", "Nguyễn Thị Đỗ Quyên Phượng")
    facts = register_of(entry(1, applicant=replace(DOSSIER.applicant, name=name)))
    assert unicodedata.is_normalized("NFC", words_of(forms.render(facts)))
    assert forms.render(facts) == forms.render(register_of(entry(1)))


def test_progress_is_told(forms: PdfForms) -> None:
    """Every so many rows, and at the end."""
    told: list[tuple[int, int]] = []
    facts = register_of(*(entry(number) for number in range(1, 121)))
    forms.render(facts, lambda done, of: told.append((done, of)))
    assert told == [(50, 120), (100, 120), (120, 120)]


def test_pages_come_before_all_rows_are_drawn(typeface: Typeface) -> None:
    """A register of any length is never held as a whole."""
    told: list[int] = []
    facts = register_of(*(entry(number) for number in range(1, 1001)))
    pages = draw_register(facts, typeface, lambda done, _: told.append(done))
    for _ in range(3):
        next(pages)
    assert max(told, default=0) <= 50


class CancelledError(Exception):
    """What a person's wish to stop raises."""


def test_a_register_can_be_called_off(forms: PdfForms) -> None:
    """What the progress raises ends the rendering; the next form comes out as ever."""

    def stop(done: int, of: int) -> None:
        raise CancelledError

    facts = register_of(*(entry(number) for number in range(1, 60)))
    before = forms.render(facts)
    with pytest.raises(CancelledError):
        forms.render(facts, stop)
    assert forms.render(facts, untold) == before


def test_the_office_is_named(forms: PdfForms) -> None:
    """Another office prints its own name, and its place before the date."""
    other = replace(OFFICE, authority="UBND xã Đức Chính", place="Đức Chính")
    text = page_text(forms.render(register_of(entry(1), office=other)))[0]
    assert "UBND XÃ ĐỨC CHÍNH" in text
    assert "Đức Chính, ngày 01 tháng 4 năm 2022" in text


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_no_name_breaks_the_form(forms: PdfForms, name: str) -> None:
    """Empty, endless and foreign names all give paper."""
    applicant = replace(DOSSIER.applicant, name=name, address=name)
    pdf = forms.render(register_of(entry(1, applicant=applicant, note=name)))
    assert "220310-1001" in words_of(pdf)
