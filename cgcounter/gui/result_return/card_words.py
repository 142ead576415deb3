"""A dossier in the words of its card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject

from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.dossier_line import line_of
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act
from cgcounter.domain.money import format_dong
from cgcounter.domain.particulars import PaperGiven, PaperSource, ReceiverRole, ResultKind
from cgcounter.domain.payments import Finance, finance_of
from cgcounter.domain.people import Person, mask_personal_id
from cgcounter.domain.staff import StaffId
from cgcounter.gui.days import due_words
from cgcounter.gui.result_return.arrival_words import ArrivalWords
from cgcounter.gui.result_return.asked_parts import Offers
from cgcounter.gui.result_return.history_words import HistoryWords, Told
from cgcounter.gui.result_return.reading import Reading
from cgcounter.gui.result_return.state_words import StateWords
from cgcounter.gui.standing import Standing, standing
from cgcounter.services.messages import Messages

_UNPAID: Final = frozenset({Finance.OWED, Finance.PARTLY_PAID})


class Row(StrEnum):
    """The rows of the card, from top to bottom."""

    PROCEDURE = "procedure"
    DUE = "due"
    STATE = "state"
    RESULT = "result"
    SUBMITTER = "submitter"
    ARRIVAL = "arrival"
    CONTACT = "contact"
    PAPERS = "papers"
    FEE = "fee"
    PRINTS = "prints"
    NOTE = "note"


@dataclass(frozen=True)
class CardFacts:
    """Everything a card shows; a row without words is left out. ``owed`` is the amount in figures, if any."""

    code: str
    name: str
    identity: str
    standing: Standing
    rows: Mapping[Row, str]
    explanation: str
    is_printed: bool
    papers: tuple[FormKey, ...]
    offers: Offers
    history: tuple[Told, ...]
    acts: tuple[Act, ...]
    applicant: Person
    submitter: Person | None
    relation: str
    note: str
    papers_given: tuple[PaperGiven, ...] = ()
    owed: str = ""
    in_group: bool = False


class CardWords(QObject):
    """Tells a dossier as it stands now."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._history = HistoryWords(self)
        self._state = StateWords(messages, self)
        self._arrival = ArrivalWords(self)

    def tell(
        self, reading: Reading, now: datetime, acts: tuple[Act, ...], *, leads: bool = False
    ) -> CardFacts:
        """The card of a dossier for somebody who may do `acts`; who `leads` the office is told the rating."""
        dossier, names = reading.dossier, reading.names
        return CardFacts(
            papers=reading.papers,
            offers=reading.offers,
            code=dossier.code or self._without_code(dossier),
            name=dossier.applicant.name,
            identity=self._identity(dossier.applicant),
            standing=standing(line_of(dossier), now, self._messages),
            rows=self._rows(reading, acts),
            explanation=dossier.due_explanation,
            is_printed=dossier.print_count(FormKey.RECEIPT) > 0,
            history=self._history.tell(dossier, names, leads=leads),
            acts=acts,
            applicant=dossier.applicant,
            submitter=dossier.submitter,
            relation=dossier.submitter_relation,
            note=dossier.note,
            papers_given=dossier.papers,
            owed=format_dong(dossier.owed_dong) if finance_of(dossier) in _UNPAID else "",
            in_group=bool(reading.group),
        )

    def _without_code(self, dossier: Dossier) -> str:
        if dossier.status is Status.GUIDED:
            return self.tr("Guided, not received")
        return self.tr("Refused at intake")

    def saved(self, dossier: Dossier, names: Mapping[StaffId, str], events: int = 1) -> str:
        """What the last act did by so many events, now that it is saved."""
        done = self._history.tell(dossier, names)[-events:]
        what = "; ".join(one.what for one in done)
        return self.tr("Saved: {what} ({when})").format(what=what, when=f"{done[-1].at:%H:%M}")

    def _identity(self, person: Person) -> str:
        if not person.personal_id:
            return self.tr("No ID number on record: check the photo and the name on the card")
        return self.tr("Check the photo ID: {number}").format(number=mask_personal_id(person.personal_id))

    def _rows(self, reading: Reading, acts: tuple[Act, ...]) -> dict[Row, str]:
        dossier, names = reading.dossier, reading.names
        return {
            Row.PROCEDURE: f"{dossier.procedure.code} – {dossier.procedure.name}",
            Row.DUE: self._due(dossier),
            Row.STATE: self._state.tell(dossier, names),
            Row.RESULT: self._result(dossier),
            Row.SUBMITTER: self._submitter(dossier),
            Row.ARRIVAL: self._arrival.tell(dossier, reading.group),
            Row.CONTACT: _joined(dossier.applicant.phone, dossier.applicant.address),
            Row.PAPERS: "; ".join(self._paper(paper) for paper in dossier.papers),
            Row.FEE: self._fee(dossier),
            Row.PRINTS: self._prints(dossier, may_print=Act.REPRINT in acts),
            Row.NOTE: dossier.note,
        }

    def _due(self, dossier: Dossier) -> str:
        if not dossier.code:
            return ""
        if dossier.due_at is None:
            return self.tr("No time was promised")
        return due_words(dossier.due_at)

    def _result(self, dossier: Dossier) -> str:
        result, returned = dossier.result, dossier.returned
        if result is None:
            return dossier.procedure.result
        if result.kind is ResultKind.NEGATIVE:
            what = self.tr("Negative: {reason}").format(reason=result.note)
        else:
            what = dossier.procedure.result or self.tr("Positive")
        ready = self.tr("ready {when}").format(when=f"{result.released_at:%H:%M %d/%m/%Y}")
        words = _joined(what, ready, result.number and self.tr("No. {number}").format(number=result.number))
        if returned is None:
            return words
        receiver = returned.receiver_name or dossier.applicant.name
        if returned.receiver is ReceiverRole.AUTHORISED:
            receiver = _joined(receiver, returned.relation, mask_personal_id(returned.receiver_id))
        when = f"{returned.returned_at:%H:%M %d/%m/%Y}"
        return self.tr("{result}\nReturned {when} to {receiver}").format(
            result=words, when=when, receiver=receiver
        )

    def _submitter(self, dossier: Dossier) -> str:
        return _joined(dossier.submitter.name, dossier.submitter_relation) if dossier.submitter else ""

    def _paper(self, paper: PaperGiven) -> str:
        counts = []
        if paper.originals:
            counts.append(self.tr("%n original(s)", "sheets of a paper", paper.originals))
        if paper.copies:
            counts.append(self.tr("%n copy(ies)", "sheets of a paper", paper.copies))
        source = {
            PaperSource.NEW: "",
            PaperSource.REUSED: self.tr("reused from {code}").format(code=paper.from_code),
            PaperSource.LOOKED_UP: self.tr("looked up"),
        }[paper.source]
        told = ", ".join(part for part in (*counts, source) if part)
        return f"{paper.name} ({told})" if told else paper.name

    def _fee(self, dossier: Dossier) -> str:
        fee = dossier.fee
        if fee.exemption:
            return self.tr("Exempt: {reason}").format(reason=fee.exemption)
        if not fee.amount_dong:
            return self.tr("Free of charge")
        return _joined(format_dong(fee.amount_dong), self._paid(dossier))

    def _paid(self, dossier: Dossier) -> str:
        match finance_of(dossier):
            case Finance.OWED:
                return self.tr("not paid yet")
            case Finance.PARTLY_PAID:
                words = self.tr("{paid} paid, {owed} still to be paid")
                return words.format(
                    paid=format_dong(dossier.collected_dong), owed=format_dong(dossier.owed_dong)
                )
            case Finance.PAID:
                return self.tr("paid")
            case Finance.REFUNDED:
                back = sum(one.amount_dong for one in dossier.refunded)
                return self.tr("{amount} paid back").format(amount=format_dong(back))
            case _:
                return self.tr("not to be paid any more")

    def _prints(self, dossier: Dossier, *, may_print: bool) -> str:
        facts = ((line.fact, line.at) for line in dossier.history)
        prints = [at for fact, at in facts if isinstance(fact, FormPrinted) and fact.form == FormKey.RECEIPT]
        if not dossier.code:
            return ""
        if not prints:
            return self.tr("Not printed yet: F8 prints it") if may_print else self.tr("Not printed yet")
        last = f"{prints[-1]:%H:%M %d/%m/%Y}"
        return self.tr("Printed %n time(s), last {when}", "", len(prints)).format(when=last)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
