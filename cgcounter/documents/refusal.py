"""Mẫu 03, the refusal: at intake, or after what was asked for did not come.

Field by field in the order of domain facts 4.3. Both sides sign, so each gets a copy: that there are two is not said
by the text of the circular.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from cgcounter.documents import dossier_wording as words
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.fonts import Typeface
from cgcounter.documents.layout import Flow, Signature, signatures
from cgcounter.documents.pages import DrawnPage
from cgcounter.documents.typesetting import Run
from cgcounter.domain.facts import DossierRefused, IntakeRefused
from cgcounter.domain.forms import DossierFormFacts, last_told

VERSION: Final = 2


def draw_refusal(facts: DossierFormFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """Both copies; raises NothingToPrintError."""
    refusal = last_told(facts.dossier, IntakeRefused, DossierRefused)
    paper = DossierPaper.of(facts, number=words.number_line(refusal.number), dated=refusal.refused_at)
    return draw_copies(paper, typeface, words.COPIES, partial(_put_body, facts, refusal.reason))


def _put_body(facts: DossierFormFacts, reason: str, copy: Copy, flow: Flow) -> None:
    flow.put(*copy.office(), *copy.applicant("Tiếp nhận hồ sơ của:"), *copy.contact(), *copy.request())
    office = words.full_name(facts.office)
    flow.put(
        *copy.prose(
            Run(f"Qua xem xét, {office} thông báo không tiếp nhận, giải quyết hồ sơ này"),
            Run("với lý do cụ thể như sau:"),
        ),
        *(copy.prose(Run(reason)) if reason else copy.field("", "")),
    )
    both = signatures(
        Signature("NGƯỜI NỘP HỒ SƠ"),
        Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", facts.signer),
        copy.style,
        copy.width,
    )
    closing = copy.prose(Run("Xin thông báo cho Ông/Bà được biết và thực hiện."))
    flow.put(copy.foot(both, closing=closing))
