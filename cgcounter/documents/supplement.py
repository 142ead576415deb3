"""Mẫu 02, the supplement request: what is missing, why, and who helps; before intake or while the clock stands still.

Field by field in the order of domain facts 4.2. Two copies, one of which the office keeps: that number is not
confirmed by the text of the circular.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from cgcounter.documents import dossier_wording as words
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.fonts import Typeface
from cgcounter.documents.layout import Flow, Signature, one_signature
from cgcounter.documents.pages import Block, DrawnPage
from cgcounter.documents.tables import Column
from cgcounter.documents.typesetting import Align, Run
from cgcounter.documents.wording import clock_and_date
from cgcounter.domain.facts import GuidanceGiven, SupplementRequested
from cgcounter.domain.forms import DossierFormFacts, last_told
from cgcounter.domain.particulars import PaperAsked

VERSION: Final = 2
_SYMBOL: Final = "HDHS"
_COUNTS: Final = "Số lượng"
_ASKED: Final = "Yêu cầu hoàn thiện hồ sơ gồm những nội dung như sau:"

_Request = GuidanceGiven | SupplementRequested


def draw_supplement(facts: DossierFormFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """Both copies of the last request; raises NothingToPrintError."""
    request = last_told(facts.dossier, GuidanceGiven, SupplementRequested)
    dated = request.guided_at if isinstance(request, GuidanceGiven) else request.requested_at
    paper = DossierPaper.of(facts, number=words.number_line(request.number, _SYMBOL), dated=dated)
    return draw_copies(paper, typeface, words.COPIES, partial(_put_body, facts, request))


def _put_body(facts: DossierFormFacts, request: _Request, copy: Copy, flow: Flow) -> None:
    flow.put(*copy.applicant("Hồ sơ của:"), *copy.request(), *copy.contact())
    _put_papers(request.papers, copy, flow)
    flow.put(*copy.field("Lý do:", request.reason))
    if isinstance(request, SupplementRequested) and request.until is not None:
        flow.put(*copy.field("Thời hạn bổ sung, hoàn thiện hồ sơ:", clock_and_date(request.until)))
    signing = one_signature(Signature("NGƯỜI HƯỚNG DẪN", facts.signer), copy.style, copy.width)
    flow.put(copy.foot(signing, closing=_help(facts, copy)))


def _put_papers(papers: tuple[PaperAsked, ...], copy: Copy, flow: Flow) -> None:
    if not papers:
        flow.put(*copy.field(_ASKED, ""))
        return
    unit = copy.width / 100
    columns = (
        Column("TT", 6 * unit, Align.CENTRE),
        Column("Thành phần hồ sơ", 42 * unit),
        Column("Bản chính", 15 * unit, Align.CENTRE, group=_COUNTS),
        Column("Bản chứng thực", 22 * unit, Align.CENTRE, group=_COUNTS),
        Column("Bản photo", 15 * unit, Align.CENTRE, group=_COUNTS),
    )
    copy.put_table(flow, _ASKED, columns, (_row(*pair) for pair in enumerate(papers, 1)))


def _row(number: int, paper: PaperAsked) -> tuple[str, ...]:
    counts = (paper.originals, paper.certified, paper.copies)
    return (str(number), paper.name, *(f"{count:02d}" if count else "" for count in counts))


def _help(facts: DossierFormFacts, copy: Copy) -> Iterator[Block]:
    office = facts.office
    return copy.prose(
        Run("Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với"),
        Run(
            f"{words.full_name(office)}, số điện thoại {office.phone or words.TO_WRITE}, để được hướng dẫn./."
        ),
    )
