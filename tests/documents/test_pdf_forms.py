"""The forms as services ask for them: bytes that come again, titles without people, late imports."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from cgcounter.documents import pdf_forms
from cgcounter.documents.fonts import FontMissingError
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.domain.forms import FormFacts, FormKey, PaperSize
from cgcounter.services.ports import Forms
from tests.documents.acts import EVERY_PAPER
from tests.documents.book_facts import BIRTH, entry, handover_of, list_of, register_of
from tests.documents.facts import LONG, PRINT_TEST, RECEIPT, RECOVERY, day_log, line
from tests.documents.reading import metadata
from tests.documents.slip_facts import slip

TOP = Path(__file__).resolve().parents[2]
EVERY_FORM = [
    pytest.param(RECEIPT, id="receipt"),
    pytest.param(replace(LONG, size=PaperSize.A4_TWO_UP, reprint=1), id="long receipt"),
    pytest.param(day_log(received=(line(1),)), id="daily log"),
    pytest.param(RECOVERY, id="recovery sheet"),
    pytest.param(register_of(entry(1), entry(2)), id="register"),
    pytest.param(slip(reprint=1), id="control slip"),
    pytest.param(handover_of(entry(1)), id="hand-over slip"),
    pytest.param(list_of(BIRTH), id="public list"),
    pytest.param(PRINT_TEST, id="test page"),
    *(pytest.param(facts, id=name) for name, facts in EVERY_PAPER.items()),
]


@pytest.mark.parametrize("facts", EVERY_FORM)
def test_the_same_facts_give_the_same_bytes(forms: PdfForms, fonts_folder: Path, facts: FormFacts) -> None:
    """A print is kept as its event and hash, not as its bytes: they must come again."""
    first = forms.render(facts)
    PdfForms(fonts_folder).render(RECEIPT)
    assert forms.render(facts) == first


def test_the_same_bytes_on_another_day(fonts_folder: Path) -> None:
    """Another process with another hash seed makes the very bytes."""
    script = (
        "import hashlib, sys; from pathlib import Path; from cgcounter.documents.pdf_forms import PdfForms;"
        "from tests.documents.facts import RECEIPT;"
        "print(hashlib.sha256(PdfForms(Path(sys.argv[1]), ()).render(RECEIPT)).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(fonts_folder)],
        cwd=TOP,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(PdfForms(fonts_folder, ()).render(RECEIPT)).hexdigest()


def test_one_form_is_made_at_a_time(fonts_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper engine is not made for two threads: while a form is painted, others wait."""
    forms = PdfForms(fonts_folder, ())
    was_locked = []

    def paint(*_: object) -> bytes:
        was_locked.append(forms._one_at_a_time.locked())
        return b""

    monkeypatch.setattr(pdf_forms, "pdf_bytes", paint)
    forms.render(RECEIPT)
    assert was_locked == [True]
    assert not forms._one_at_a_time.locked()


def test_two_threads_may_print_at_once(fonts_folder: Path) -> None:
    """The background lane has two threads; each form comes out as if alone."""
    forms = PdfForms(fonts_folder, ())
    alone = [forms.render(RECEIPT), forms.render(LONG)]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(forms.render, [RECEIPT, LONG] * 4))
    assert together == alone * 4


def test_a_receipt_does_not_wait_for_a_book(fonts_folder: Path) -> None:
    """A form that is asked for while a thick register is drawn comes out between its pages; both come out whole."""
    forms = PdfForms(fonts_folder, ())
    book = register_of(*(entry(number) for number in range(1, 400)))
    alone, receipt = forms.render(book), forms.render(RECEIPT)
    printed: list[tuple[int, Future[bytes]]] = []

    def ask_for_receipt(done: int, of: int) -> None:
        if not printed:
            printed.append((done, pool.submit(forms.render, RECEIPT)))
        elif done == of:
            # Were it still waiting for the book, it could not be ready before the book is.
            assert printed[0][1].result(timeout=60) == receipt

    with ThreadPoolExecutor(1) as pool:
        assert forms.render(book, ask_for_receipt) == alone
    assert printed


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        (RECEIPT, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả 000.12.30.H23-220310-1001"),
        (day_log(), "Sổ nhật ký ngày 10/03/2022"),
        (RECOVERY, "Phiếu khôi phục dữ liệu"),
        (list_of(BIRTH), "Niêm yết công khai thủ tục hành chính Hộ tịch 10/03/2022"),
        (slip(), "Phiếu kiểm soát quá trình giải quyết hồ sơ 000.12.30.H23-220310-1001"),
        (handover_of(entry(1)), "Phiếu bàn giao hồ sơ 15:30 10/03/2022"),
        (register_of(entry(1)), "Sổ theo dõi hồ sơ 01/01/2022 - 31/03/2022"),
        (PRINT_TEST, "Trang in thử"),
    ],
)
def test_the_file_tells_its_title_and_no_person(forms: PdfForms, facts: FormFacts, title: str) -> None:
    """Programs show and index the particulars of a file: form and code, nothing else of a dossier."""
    found = metadata(forms.render(facts))
    assert found["Title"] == title
    assert found["Creator"] == "cgcounter"
    assert set(found) == {"Title", "Creator", "Producer", "CreationDate", "ModDate"}


@pytest.mark.parametrize("facts", EVERY_FORM)
def test_the_file_is_in_vietnamese(forms: PdfForms, facts: FormFacts) -> None:
    """A screen reader picks its voice by the language of the file."""
    assert b"/Lang (vi)" in forms.render(facts)


@pytest.mark.parametrize("facts", EVERY_FORM)
def test_fonts_are_embedded(forms: PdfForms, facts: FormFacts) -> None:
    """Paper looks the same everywhere: the letters used travel with the file, and no path of this machine."""
    pdf = forms.render(facts)
    assert pdf.count(b"/FontFile2") >= 2
    assert b".ttf" not in pdf


@pytest.mark.parametrize("form", list(FormKey))
def test_every_form_has_a_template_version(fonts_folder: Path, form: FormKey) -> None:
    """The version is kept with each print; it begins at 1."""
    forms: Forms = PdfForms(fonts_folder)
    assert forms.template_version(form) >= 1


def test_no_font_is_one_clear_error(tmp_path: Path) -> None:
    """A machine without fonts whose packaged ones are gone refuses to print, in one sentence."""
    with pytest.raises(FontMissingError):
        PdfForms(tmp_path, ()).render(RECEIPT)


def test_the_window_does_not_wait_for_the_paper_engine() -> None:
    """Naming the forms loads neither the engine nor the symbols; the first print does."""
    script = (
        "import sys; import cgcounter.documents.pdf_forms, cgcounter.documents.raster;"
        "print([name for name in ('reportlab', 'segno', 'barcode', 'pypdfium2') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=TOP, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"
