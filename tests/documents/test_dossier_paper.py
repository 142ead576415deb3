"""What all papers about one dossier have in common: sheets, margins, symbols, reprints, pages that go on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cgcounter.documents.dossier_wording import title_lines
from cgcounter.documents.fonts import Typeface
from cgcounter.documents.pages import Rule
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.documents.supplement import draw_supplement
from cgcounter.domain.forms import DossierFormFacts, FormHead, FormKey, NothingToPrintError, PaperSize
from cgcounter.domain.people import Person
from tests.documents.acts import (
    EVERY_PAPER,
    GUIDANCE,
    GUIDED,
    LETTER,
    LONG_PAPERS,
    REFUSAL,
    SUPPLEMENT,
    paper,
)
from tests.documents.facts import CODE, LONG_NAME, LONG_PROCEDURE
from tests.documents.reading import MM, measured, metadata, overlaps, pictures, scanned

CODED = {name: facts for name, facts in EVERY_PAPER.items() if facts.dossier.code}
IN_TWO_COPIES = {FormKey.SUPPLEMENT, FormKey.REFUSAL}
EVERY_SHEET = [
    pytest.param(replace(facts, size=size, reprint=reprint), id=f"{name} {size} {reprint}")
    for name, facts in (EVERY_PAPER | {f"long {name}": facts for name, facts in LONG_PAPERS.items()}).items()
    for size, reprint in ((PaperSize.A5, 0), (PaperSize.A4, 2), (PaperSize.A4_TWO_UP, 1))
]


@pytest.mark.parametrize("facts", EVERY_PAPER.values(), ids=EVERY_PAPER)
@pytest.mark.parametrize(
    ("size", "width", "height"),
    [(PaperSize.A5, 148, 210), (PaperSize.A4, 210, 297), (PaperSize.A4_TWO_UP, 297, 210)],
)
def test_sheets(forms: PdfForms, facts: DossierFormFacts, size: PaperSize, width: int, height: int) -> None:
    """A page a copy, or both copies on one sheet; of a form with one copy the other half stays white."""
    pages = measured(forms.render(replace(facts, size=size)))
    copies = 2 if facts.form in IN_TWO_COPIES and size is not PaperSize.A4_TWO_UP else 1
    assert [(round(page.width / MM), round(page.height / MM)) for page in pages] == [(width, height)] * copies
    if size is PaperSize.A4_TWO_UP:
        right = [text for text in pages[0].texts if text.left > pages[0].width / 2]
        assert bool(right) == (facts.form in IN_TWO_COPIES)


@pytest.mark.parametrize("facts", EVERY_SHEET)
def test_nothing_stands_on_something_else(forms: PdfForms, facts: DossierFormFacts) -> None:
    """No text overlaps another one, and all of it keeps the margins; page numbers are 5 mm from the edge."""
    left, right = (30, 15) if facts.size is PaperSize.A4 else (15, 10)
    for page in measured(forms.render(facts)):
        assert overlaps(page) == []
        width = page.width / 2 if facts.size is PaperSize.A4_TWO_UP else page.width
        for text in page.texts:
            offset = width if text.left > width else 0
            assert text.left - offset >= left * MM - 1
            assert text.right - offset <= width - right * MM + 1
            assert 5 * MM <= text.top < text.bottom <= page.height - 5 * MM


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("facts", CODED.values(), ids=CODED)
def test_both_symbols_are_read_back(forms: PdfForms, facts: DossierFormFacts, size: PaperSize) -> None:
    """A scanner reads the full code from Code 128 and QR of each copy (ux, section 12)."""
    both = [("Code 128", "000.12.30.H23-220310-1001"), ("QR Code", "000.12.30.H23-220310-1001")]
    two_up = facts.form in IN_TWO_COPIES and size is PaperSize.A4_TWO_UP
    for page in pictures(forms.render(replace(facts, size=size)), 150):
        assert scanned(page) == sorted(both * (2 if two_up else 1))


@pytest.mark.parametrize("facts", [GUIDANCE, REFUSAL], ids=["guidance", "refusal at intake"])
def test_what_was_not_received_has_no_code(forms: PdfForms, facts: DossierFormFacts) -> None:
    """Neither a symbol nor a line for the code."""
    pdf = forms.render(facts)
    assert [scanned(page) for page in pictures(pdf, 150)] == [[], []]
    assert "Mã hồ sơ" not in "".join(page_text(pdf))


@pytest.mark.parametrize("facts", EVERY_PAPER.values(), ids=EVERY_PAPER)
def test_a_reprint_says_so(forms: PdfForms, facts: DossierFormFacts) -> None:
    """The second reprint bears its band above everything; the first print bears none."""
    pages = page_text(forms.render(replace(facts, reprint=2)))
    assert {page.splitlines()[0] for page in pages} == {"BẢN IN LẠI 2"}
    assert "BẢN IN LẠI" not in "".join(page_text(forms.render(facts)))


@pytest.mark.parametrize("facts", EVERY_PAPER.values(), ids=EVERY_PAPER)
def test_a_circular_that_is_not_confirmed_is_not_cited(forms: PdfForms, facts: DossierFormFacts) -> None:
    """The caption comes with the form set; a number without a circular says nothing."""
    text = "".join(page_text(forms.render(replace(facts, head=FormHead(facts.head.title, 6)))))
    assert "Mẫu số" not in text
    assert "Thông tư" not in text


@pytest.mark.parametrize(
    ("name", "closing"),
    [
        ("supplement", "hướng dẫn./."),
        ("refusal", "Xin thông báo cho Ông/Bà được biết và thực hiện."),
        ("apology", "UBND xã Cao An sẽ trả kết quả vào"),
        ("stop", "Giấy tờ trả lại:"),
        ("refund", "Thời gian chi:"),
    ],
)
@pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.A4])
def test_long_texts_go_on(forms: PdfForms, name: str, closing: str, size: PaperSize) -> None:
    """Nothing of a long reason is cut, and signatures never stand alone on the last page."""
    facts = replace(LONG_PAPERS[name], size=size)
    pages = page_text(forms.render(facts))
    copy = pages[: len(pages) // 2] if facts.form in IN_TWO_COPIES else pages
    assert len(copy) > 1
    text = "".join(copy)
    assert [number for number in range(1, 81) if text.count(f"({number})") != 1] == []
    assert closing in copy[-1]
    assert "(Ký" in copy[-1]
    assert f"Trang {len(copy)}/{len(copy)}" in copy[-1]


def test_long_names_and_lists_are_whole(forms: PdfForms) -> None:
    """The longest name and procedure and 25 papers are all there, under titles that stand on each page."""
    pages = page_text(forms.render(LONG_PAPERS["supplement"]))
    text = " ".join(" ".join(pages[: len(pages) // 2]).split())
    assert LONG_NAME in text
    assert LONG_PROCEDURE in text
    assert [number for number in range(1, 26) if f"sở hữu nhà ở số {number} " not in text] == []
    assert text.count("Bản chính Bản chứng thực Bản photo") == 2


def test_further_pages_are_tied_to_their_paper(forms: PdfForms) -> None:
    """Title, code or number, copy and reprint stand on each of them."""
    coded = page_text(forms.render(replace(LONG_PAPERS["supplement"], reprint=1)))
    tie = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ – Mã hồ sơ: 000.12.30.H23-220310-1001 – (Liên 1: Lưu) – BẢN IN LẠI 1"
    assert tie in " ".join(coded[1].split())
    numbered = page_text(forms.render(LONG_PAPERS["refusal"]))
    tie = "Phiếu từ chối tiếp nhận giải quyết hồ sơ – Số: 00004 – (Liên 2: Giao khách hàng)"
    assert tie in numbered[-1]


def test_what_is_not_known_is_left_to_the_pen(typeface: Typeface) -> None:
    """Each empty field of a copy has its dotted line: name, address, phone, mail, papers and reason."""
    nothing = paper(
        FormKey.SUPPLEMENT, replace(GUIDED, applicant=Person(""), papers=(), reason="", number=0), signer=""
    )
    page = draw_supplement(nothing, typeface)[0]
    dotted = [
        mark
        for placed in page.placed
        for mark in placed.block.marks
        if isinstance(mark, Rule) and mark.dotted
    ]
    assert len(dotted) == 6


@pytest.mark.parametrize(
    ("form", "other"),
    [
        (FormKey.SUPPLEMENT, LETTER),
        (FormKey.REFUSAL, SUPPLEMENT),
        (FormKey.APOLOGY, SUPPLEMENT),
        (FormKey.STOP_NOTICE, SUPPLEMENT),
        (FormKey.PAYMENT_SLIP, SUPPLEMENT),
    ],
)
def test_what_did_not_happen_is_not_printed(forms: PdfForms, form: FormKey, other: DossierFormFacts) -> None:
    """A form whose act is not in the dossier's life gives no paper."""
    with pytest.raises(NothingToPrintError):
        forms.render(replace(other, form=form))


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        (SUPPLEMENT, f"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ {CODE}"),
        (GUIDANCE, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
    ],
)
def test_the_file_tells_its_title_and_no_person(forms: PdfForms, facts: DossierFormFacts, title: str) -> None:
    """Form and code, and nothing else of a dossier."""
    found = metadata(forms.render(facts))
    assert found["Title"] == title
    assert set(found) == {"Title", "Creator", "Producer", "CreationDate", "ModDate"}


@pytest.mark.parametrize("name", ["", "Y Nhôm", "K'Brểh", "A" * 300, "Ẩ " * 200, "\U0001f600", "漢字"])
@pytest.mark.parametrize("form", ["guidance", "apology", "payment"])
def test_no_name_breaks_a_paper(forms: PdfForms, form: str, name: str) -> None:
    """Empty, endless and foreign names all give paper."""
    facts = EVERY_PAPER[form]
    dossier = replace(facts.dossier, applicant=replace(facts.dossier.applicant, name=name))
    assert "Đăng ký khai sinh" in " ".join(
        "".join(page_text(forms.render(replace(facts, dossier=dossier)))).split()
    )


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", ["GIẤY TIẾP NHẬN HỒ SƠ", "VÀ HẸN TRẢ KẾT QUẢ"]),
        ("Phiếu xin lỗi và hẹn lại ngày trả kết quả", ["PHIẾU XIN LỖI", "VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"]),
        ("Phiếu từ chối tiếp nhận giải quyết hồ sơ", ["PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"]),
    ],
)
def test_a_title_breaks_where_a_reader_would(title: str, lines: list[str]) -> None:
    """Before "VÀ", and never in the middle of a word of two syllables."""
    found = title_lines(FormHead(title))
    assert [line.replace("\u00a0", " ") for line in found] == lines
    assert all("TIẾP NHẬN" not in line and "HỒ SƠ" not in line for line in found)
