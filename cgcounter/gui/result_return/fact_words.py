"""Each thing that can happen to a dossier, in one line for people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from cgcounter.domain.facts import (
    ApologyMade,
    ApplicantTold,
    ClockResumed,
    ClockSuspended,
    DossierRated,
    DossierReceived,
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    GuidanceGiven,
    HandedOver,
    HandoverAccepted,
    IntakeRefused,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
)
from cgcounter.domain.money import format_dong
from cgcounter.domain.particulars import PaperAsked, ReceiverRole, ResultKind, ReturnChannel
from cgcounter.gui.result_return.form_names import form_name


class FactWords(QObject):
    """A fact of a newer version is told as such."""

    def tell(self, fact: Fact) -> str:
        """The line of a fact."""
        tellers: dict[type[Any], Callable[[Any], str]] = {
            DossierReceived: lambda _: self.tr("Received"),
            IntakeRefused: lambda one: self.tr("Intake refused: {reason}").format(reason=one.reason),
            GuidanceGiven: lambda one: self._asked(self.tr("Guided: {what}"), one.papers, one.reason),
            HandedOver: self._hand_over,
            HandoverAccepted: lambda _: self.tr("Hand-over accepted"),
            SupplementRequested: lambda one: self._asked(
                self.tr("Supplement requested: {what}"), one.papers, one.reason
            ),
            PaymentRequested: self._payment,
            ClockSuspended: lambda one: self.tr("Suspended: {reason}").format(reason=one.reason),
            ClockResumed: self._resumed,
            ApologyMade: self._apology,
            ResultRecorded: self._result,
            ResultReturned: self._return,
            ResultFaulted: lambda one: self.tr("Result taken back: {reason}").format(reason=one.reason),
            ApplicantTold: lambda one: _with(self.tr("Applicant told of the result"), one.note),
            DossierWithdrawn: lambda one: _with(self.tr("Withdrawn by the applicant"), one.reason),
            DossierRefused: lambda one: self.tr("Refused: {reason}").format(reason=one.reason),
            ProcessingStopped: lambda one: self.tr("Processing stopped: {reason}").format(reason=one.reason),
            DossierVoided: lambda one: self.tr("Voided: {reason}").format(reason=one.reason),
            DossierReopened: lambda one: self.tr("Opened again: {reason}").format(reason=one.reason),
            # What a citizen thought is for supervisors' figures, not for colleagues.
            DossierRated: lambda _: self.tr("Rated by the citizen"),
            FeeCollected: lambda one: self.tr("Paid: {amount}").format(amount=format_dong(one.amount_dong)),
            FeeRefunded: lambda one: self.tr("Paid back: {amount}, {reason}").format(
                amount=format_dong(one.amount_dong), reason=one.reason
            ),
            FormPrinted: self._print,
        }
        teller = tellers.get(type(fact))
        return (
            teller(fact) if teller else self.tr("Something that only a newer version of the program can tell")
        )

    def _hand_over(self, fact: HandedOver) -> str:
        if not fact.unit_name:
            return _with(self.tr("Handed over for processing"), fact.note)
        way = self.tr("electronically") if fact.electronic else self.tr("on paper")
        words = self.tr("Handed over to {unit} {way}").format(unit=fact.unit_name, way=way)
        return _with(words, fact.note)

    def _asked(self, words: str, papers: tuple[PaperAsked, ...], reason: str) -> str:
        named = ", ".join(paper.name for paper in papers)
        return words.format(what="; ".join(part for part in (named, reason) if part))

    def _payment(self, fact: PaymentRequested) -> str:
        amount = format_dong(fact.amount_dong) if fact.amount_dong else ""
        return _with(self.tr("Payment requested: {reason}").format(reason=fact.reason), amount)

    def _resumed(self, fact: ClockResumed) -> str:
        words = self.tr("Goes on")
        if fact.due_at is not None:
            words = self.tr("Goes on, due {when}").format(when=_moment(fact.due_at))
        return _with(words, fact.note)

    def _apology(self, fact: ApologyMade) -> str:
        words = self.tr("Apology: {reason}. New date {when}")
        return words.format(reason=fact.reason, when=_moment(fact.promised_at))

    def _result(self, fact: ResultRecorded) -> str:
        if fact.kind is ResultKind.NEGATIVE:
            return self.tr("Negative result: {reason}").format(reason=fact.note)
        return self.tr("Result ready")

    def _return(self, fact: ResultReturned) -> str:
        if fact.channel is ReturnChannel.POST:
            return _with(self.tr("Result sent by post"), fact.tracking)
        if fact.channel is ReturnChannel.ELECTRONIC:
            return self.tr("Result returned electronically")
        if fact.receiver is ReceiverRole.APPLICANT:
            return self.tr("Result returned to the applicant")
        words = self.tr("Result returned to {name}, authorised").format(name=fact.receiver_name)
        return f"{words} ({fact.relation})" if fact.relation else words

    def _print(self, fact: FormPrinted) -> str:
        words = self.tr("Printed again: {form}") if fact.reprint else self.tr("Printed: {form}")
        return words.format(form=form_name(fact.form))


def _with(words: str, more: str) -> str:
    return f"{words}: {more}" if more else words


def _moment(at: datetime) -> str:
    return f"{at:%H:%M %d/%m/%Y}"
