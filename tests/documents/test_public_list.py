"""Niêm yết công khai as it hangs on the wall of the office."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from msgspec.structs import replace

from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.public_list import in_force
from cgcounter.documents.raster import page_text
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.forms import FormHead, PublicListFacts
from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import Channel
from cgcounter.domain.procedures import Charge, Level, OwnTerms, Paper, Procedure, Time
from cgcounter.domain.tables import Confidence
from tests.documents.book_facts import BIRTH, EXTRACT, list_of
from tests.documents.facts import LONG_NAME, LONG_PROCEDURE, OFFICE
from tests.documents.reading import (
    askew,
    assert_clear_and_within_margins,
    blurred,
    lines_of,
    measured,
    pictures,
    scanned,
)

SAID_BY_ALL = "UBND xã Cao An, Bộ phận tiếp nhận và trả kết quả\nLĩnh vực: Hộ tịch\n"
LATE = replace(BIRTH, code="1.000506", name="Công nhận hộ nghèo phát sinh trong năm")


def test_the_list_line_by_line(forms: PdfForms) -> None:
    """Code, name, papers by case with their counts, time, fee and result of each procedure."""
    office = replace(OFFICE, address="Thôn Đỗ Xá, xã Cao An", phone="02203000111")
    assert lines_of(forms.render(list_of(BIRTH, EXTRACT, office=office))) == [
        "UBND XÃ CAO AN",
        "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao An, ngày 10 tháng 3 năm 2022",
        "NIÊM YẾT CÔNG KHAI THỦ TỤC HÀNH CHÍNH",
        "Lĩnh vực: Hộ tịch",
        "02 thủ tục đang có hiệu lực vào ngày 10 tháng 3 năm 2022",
        (
            "Nơi tiếp nhận: Bộ phận tiếp nhận và trả kết quả, UBND xã Cao An, Thôn Đỗ Xá, xã Cao An; "
            "điện thoại 02203000111."
        ),
        "Mã QR ghi tên cơ quan, lĩnh vực, ngày niêm yết và mã các thủ tục.",
        "TT Mã thủ",
        "tục",
        "Tên thủ tục, quyết",
        "định công bố Thành phần hồ sơ Thời hạngiải quyết Phí, lệ phí Kết quả Cơ quangiải quyết",
        "1 1.001193 Đăng ký khai sinh - Tờ khai đăng ký khai sinh",
        "(01 bản chính)",
        "- Giấy chứng sinh (01 bản chính)",
        "- Xuất trình: Giấy tờ tùy thân",
        "(01 bản chính)",
        "Trường hợp không có giấy chứng sinh:",
        "- Giấy cam đoan về việc sinh",
        "(01 bản chính)",
        "- Biên bản của người làm chứng",
        "(01 bản chính, 02 bản sao)",
        "Trong ngày Theo nghị quyết",
        "của Hội đồng",
        "nhân dân tỉnh",
        "Giấy khai sinh UBND xã",
        "Cao An",
        "2 2.000635 Cấp bản sao trích lục hộ",
        "tịch",
        "Không có giấy tờ phải nộp 3 ngày làm việc 8.000 đồng/bản Bản sao trích",
        "lục hộ tịch",
        "UBND xã",
        "Cao An",
    ]


@pytest.mark.parametrize(
    ("procedure", "is_shown"),
    [
        pytest.param(replace(LATE, valid_to=date(2022, 3, 9)), False, id="expired yesterday"),
        pytest.param(replace(LATE, valid_to=date(2022, 3, 10)), True, id="on its last day"),
        pytest.param(replace(LATE, valid_from=date(2022, 3, 10)), True, id="on its first day"),
        pytest.param(replace(LATE, valid_from=date(2022, 3, 11)), False, id="from tomorrow on"),
    ],
)
def test_a_procedure_out_of_force_is_never_shown(
    forms: PdfForms, procedure: Procedure, *, is_shown: bool
) -> None:
    """Neither on the sheet nor in its symbol, whatever the facts bring along (9.9); validity is inclusive."""
    facts = list_of(BIRTH, procedure)
    pdf = forms.render(facts)
    text = "".join(page_text(pdf))
    ((_, symbol),) = scanned(pictures(pdf, 150)[0])
    assert ("Công nhận hộ nghèo" in text) is is_shown
    assert ("1.000506" in text) is is_shown
    assert ("1.000506" in symbol) is is_shown
    assert ("02 thủ tục đang có hiệu lực" in text) is is_shown
    assert (procedure in in_force(facts)) is is_shown
    assert "1.001193" in text


def test_a_field_without_procedures_says_so(forms: PdfForms) -> None:
    """One page in words, and no empty table."""
    pdf = forms.render(list_of(replace(LATE, valid_to=date(2022, 3, 9))))
    (text,) = page_text(pdf)
    assert "Không có thủ tục nào đang có hiệu lực vào ngày 10 tháng 3 năm 2022" in text
    assert "Thành phần hồ sơ" not in text
    assert scanned(pictures(pdf, 150)[0]) == [
        (
            "QR Code",
            f"{SAID_BY_ALL}Niêm yết ngày 10/03/2022: 0 thủ tục",
        )
    ]


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_the_symbol_says_what_the_sheet_is(forms: PdfForms, dpi: int) -> None:
    """Office, field, day and codes in plain words: no address that nobody has given."""
    picture = pictures(forms.render(list_of(BIRTH, EXTRACT)), dpi)[0]
    expected = [
        (
            "QR Code",
            f"{SAID_BY_ALL}Niêm yết ngày 10/03/2022: 2 thủ tục\n1.001193, 2.000635",
        )
    ]
    assert scanned(picture) == expected
    assert scanned(askew(picture)) == expected
    assert dpi < 200 or scanned(blurred(picture)) == expected


def test_the_symbol_carries_the_address_of_the_office(forms: PdfForms) -> None:
    """Where the office has a page of its own, a phone opens it, and the sheet says which."""
    pdf = forms.render(list_of(BIRTH, address="https://caoan.example.vn/ho-tich"))
    assert scanned(pictures(pdf, 150)[0]) == [("QR Code", "https://caoan.example.vn/ho-tich")]
    assert "Mã QR dẫn tới: https://caoan.example.vn/ho-tich" in page_text(pdf)[0]


def test_more_codes_than_a_phone_reads_are_counted(forms: PdfForms) -> None:
    """A long list has a symbol that still reads at once."""
    many = tuple(replace(BIRTH, code=f"1.{number:06d}") for number in range(41))
    pdf = forms.render(list_of(*many))
    ((_, symbol),) = scanned(pictures(pdf, 150)[0])
    assert symbol.endswith("Niêm yết ngày 10/03/2022: 41 thủ tục")
    assert "Mã QR ghi tên cơ quan, lĩnh vực, ngày niêm yết và số thủ tục." in page_text(pdf)[0]
    ((_, fewer),) = scanned(pictures(forms.render(list_of(*many[:40])), 150)[0])
    assert fewer.endswith(", 1.000038, 1.000039")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fee_rule": FeeRule.NONE}, "Không"),
        ({"fee_rule": FeeRule.FIXED, "fee_dong": 50_000}, "50.000 đồng"),
        ({"fee_rule": FeeRule.FIXED}, "Chưa xác định"),
        ({"fee_rule": FeeRule.PER_COPY, "fee_dong": 8_000}, "8.000 đồng/bản"),
        ({"fee_rule": FeeRule.SET_BY_PROVINCE, "fee_dong": 15_000}, "15.000 đồng"),
        (
            {"fee_rule": FeeRule.PER_PAGE_TIER},
            "2.000 đồng/trang; từ trang thứ 3: 1.000 đồng/trang; tối đa 200.000 đồng/bản",
        ),
    ],
)
def test_the_fee_is_in_words(forms: PdfForms, changes: dict[str, object], words: str) -> None:
    """What is paid for what, as the catalogue has it (7.2, 8); an amount that is not known is not made up."""
    procedure = replace(BIRTH, papers=(), **changes)
    text = " ".join("".join(page_text(forms.render(list_of(procedure)))).split())
    assert text.endswith(f"Trong ngày {words} Giấy khai sinh UBND xã Cao An")


def row_of(forms: PdfForms, facts: PublicListFacts) -> str:
    """All that a list of one procedure says below the titles of its columns, in one line."""
    text = " ".join(" ".join(page_text(forms.render(facts))).split())
    return text.partition("giải quyết 1 ")[2]


@pytest.mark.parametrize(
    ("confidence", "is_cited"),
    [
        pytest.param(None, True, id="entered by the office"),
        pytest.param(Confidence.LAW, True, id="text of law"),
        pytest.param(Confidence.NATIONAL_DB, True, id="national database"),
        pytest.param(Confidence.SECONDARY, False, id="secondary source"),
        pytest.param(Confidence.MEMORY, False, id="from memory"),
    ],
)
def test_the_decision_that_published_it_is_cited_where_it_is_sure(
    forms: PdfForms, confidence: Confidence | None, *, is_cited: bool
) -> None:
    """7.1 "số quyết định công bố"; section 0: what is weakly known is never printed as a legal citation."""
    procedure = replace(EXTRACT, decision="Quyết định số 1872/QĐ-BTP", confidence=confidence)
    cited = "(Quyết định số 1872/QĐ-BTP) " if is_cited else ""
    assert row_of(forms, list_of(procedure)) == (
        f"2.000635 Cấp bản sao trích lục hộ tịch {cited}Không có giấy tờ phải nộp "
        "3 ngày làm việc 8.000 đồng/bản Bản sao trích lục hộ tịch UBND xã Cao An"
    )


def test_times_and_fees_of_channels_and_cases_stand_below_the_usual_ones(forms: PdfForms) -> None:
    """7.1: both may differ by how a dossier comes in and by its case; each says for whom it is."""
    days = DurationKind.WORKING_DAYS
    terms = (
        OwnTerms(channel=Channel.ONLINE, charge=Charge(FeeRule.FIXED, 10_000)),
        OwnTerms(case="cần xác minh", time=Time(days, Duration(days, 8))),
        OwnTerms(
            channel=Channel.POST, case="cần xác minh", time=Time(days), charge=Charge(FeeRule.SET_BY_PROVINCE)
        ),
        OwnTerms(channel=Channel.COUNTER, charge=Charge(FeeRule.NONE)),
    )
    assert row_of(forms, list_of(replace(EXTRACT, terms=terms))) == (
        "2.000635 Cấp bản sao trích lục hộ tịch Không có giấy tờ phải nộp "
        "3 ngày làm việc "
        "Trường hợp cần xác minh: 8 ngày làm việc "
        "Qua bưu chính, trường hợp cần xác minh: Chưa xác định "
        "8.000 đồng/bản "
        "Trực tuyến: 10.000 đồng "
        "Qua bưu chính, trường hợp cần xác minh: Theo nghị quyết của Hội đồng nhân dân tỉnh "
        "Trực tiếp: Không "
        "Bản sao trích lục hộ tịch UBND xã Cao An"
    )


@pytest.mark.parametrize(
    ("level", "deciders", "words"),
    [
        (Level.COMMUNE, (), "UBND xã Cao An"),
        (Level.COMMUNE_POLICE, (("2.000635", "Công an xã Cao An"),), "Công an xã Cao An"),
        (Level.COMMUNE_POLICE, (), "Công an cấp xã"),
        (Level.DISTRICT, (("2.000635", "Phòng Tư pháp"), ("1.001193", "Sở")), "Phòng Tư pháp"),
        (Level.DISTRICT, (("1.001193", "Sở"),), "Cơ quan cấp huyện"),
        (Level.PROVINCE, (), "Cơ quan cấp tỉnh"),
    ],
)
def test_who_deals_with_it_is_told(
    forms: PdfForms, level: Level, deciders: tuple[tuple[str, str], ...], words: str
) -> None:
    """What the commune only receives (7.2 level) names the unit where it is known, else whose level it is."""
    facts = list_of(replace(EXTRACT, level=level), deciders=deciders)
    assert row_of(forms, facts).endswith(f" Bản sao trích lục hộ tịch {words}")


def test_a_time_that_is_not_known_is_not_made_up(forms: PdfForms) -> None:
    """The catalogue may lack a duration."""
    text = page_text(forms.render(list_of(replace(EXTRACT, duration=None))))[0]
    assert "Chưa xác định" in text


def test_a_long_list_goes_on_over_pages(forms: PdfForms) -> None:
    """Each procedure stands once; each further page tells its list and its number; the first alone has the symbol."""
    many = tuple(replace(BIRTH, code=f"1.{number:06d}") for number in range(30))
    pdf = forms.render(list_of(*many))
    pages = page_text(pdf)
    for procedure in many:
        assert "".join(pages).count(procedure.code) == 1
    for number, page in enumerate(pages[1:], 2):
        words = "Niêm yết công khai thủ tục hành chính – Lĩnh vực: Hộ tịch – 10/03/2022 – UBND xã Cao An"
        assert words in page.splitlines()
        assert f"Trang {number}/{len(pages)}" in page
        assert "TT Mã thủ" in page
    assert [len(scanned(picture)) for picture in pictures(pdf, 100)] == [1] + [0] * (len(pages) - 1)


def test_a_circular_is_cited_where_there_is_one(forms: PdfForms) -> None:
    """The list is the office's own form."""
    assert "Mẫu số" not in page_text(forms.render(list_of(BIRTH)))[0]
    head = FormHead("Niêm yết công khai thủ tục hành chính", 9, "Thông tư số 02/2017/TT-VPCP")
    assert page_text(forms.render(list_of(BIRTH, head=head)))[0].endswith(
        "Mẫu số 09 – Thông tư số 02/2017/TT-VPCP"
    )


@pytest.mark.parametrize(
    "facts",
    [
        list_of(),
        list_of(BIRTH, EXTRACT),
        list_of(
            *(
                replace(
                    BIRTH,
                    name=LONG_PROCEDURE,
                    result=LONG_NAME,
                    papers=tuple(Paper(LONG_PROCEDURE, case=f"thứ {number}") for number in range(12)),
                )
                for _ in range(3)
            ),
            address="https://caoan.example.vn/" + "thu-tuc-hanh-chinh/" * 8,
        ),
    ],
)
def test_nothing_overlaps_or_leaves_the_margins(forms: PdfForms, facts: PublicListFacts) -> None:
    """Long names and cases that fill pages too keep to their cells, and all text to the margins."""
    for page in measured(forms.render(facts)):
        assert_clear_and_within_margins(page, (297, 210))


def test_the_text_is_composed(forms: PdfForms) -> None:
    """What is copied out of the paper is NFC."""
    name = unicodedata.normalize("NFD", "Đăng ký khai sinh")
    assert forms.render(list_of(replace(BIRTH, name=name))) == forms.render(list_of(BIRTH))
