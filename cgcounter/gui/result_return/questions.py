"""What each act asks for before it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cgcounter.gui.result_return.ask_part import Kind, Line, Question
from cgcounter.gui.result_return.wish import Wish

_AMOUNT_CODES = ("bad_amount", "amount_out_of_range")


class Questions(QObject):
    """Acts that ask for nothing have no question."""

    def find(self, wish: Wish) -> Question | None:
        """The question of a wish, in the words of the window."""
        asked = self._on_the_way() | self._supplements() | self._with_the_clock() | self._at_the_end()
        asked |= self._to_the_citizen() | self._with_money() | self._by_two()
        return asked.get(wish)

    def _on_the_way(self) -> dict[Wish, Question]:
        note = Line("note", self.tr("Note"))
        return {
            Wish.FORWARD: Question(
                self.tr("Hand over to…"),
                self.tr("Hand over"),
                (
                    Line(
                        "to",
                        self.tr("To"),
                        self.tr("a person of the office, or a unit"),
                        Kind.CHOICE,
                        ("unit_not_found", "person_not_found"),
                    ),
                    Line(
                        "way",
                        self.tr("Way"),
                        self.tr("on paper to another unit, unless chosen otherwise"),
                        Kind.CHOICE,
                    ),
                    Line(
                        "until",
                        self.tr("Due there"),
                        self.tr("dd/mm/yyyy or a number of working days, may be left out"),
                        Kind.DUE,
                        ("due_time_past",),
                    ),
                    note,
                ),
            ),
        }

    def _supplements(self) -> dict[Wish, Question]:
        note = Line("note", self.tr("Note"))
        return {
            Wish.SUPPLEMENT: Question(
                self.tr("Request a supplement"),
                self.tr("Request and print"),
                (
                    Line(
                        "reason",
                        self.tr("Reason"),
                        self.tr("what else is missing, and why"),
                        places=("nothing_asked", "text_too_long"),
                    ),
                    self._until(),
                ),
            ),
            Wish.SUPPLIED: Question(self.tr("Supplement received"), self.tr("Go on"), (note,)),
        }

    def _with_the_clock(self) -> dict[Wish, Question]:
        note = Line("note", self.tr("Note"))
        return {
            Wish.PAYMENT: Question(
                self.tr("Request a payment"),
                self.tr("Request, and stop the clock"),
                (
                    self._reason(self.tr("what is to be paid")),
                    Line("amount", self.tr("Amount"), self.tr("if it is known"), Kind.MONEY, ("bad_amount",)),
                    self._until(),
                ),
            ),
            Wish.SUSPEND: Question(
                self.tr("Suspend for verification"),
                self.tr("Stop the clock"),
                (self._reason(self.tr("what is verified, and where")), self._until()),
            ),
            Wish.PAID: Question(self.tr("Payment made"), self.tr("Go on"), (note,)),
            Wish.RESUME: Question(self.tr("Go on"), self.tr("Go on"), (note,)),
            Wish.APOLOGISE: Question(
                self.tr("Apologise, new date"),
                self.tr("Save and print the apology"),
                (
                    self._reason(self.tr("why the result is late, as the citizen will read it")),
                    Line(
                        "until",
                        self.tr("New date"),
                        self.tr("dd/mm/yyyy"),
                        Kind.DAY,
                        ("due_time_past", "promise_missing"),
                    ),
                ),
            ),
        }

    def _at_the_end(self) -> dict[Wish, Question]:
        return {
            Wish.NEGATIVE: Question(
                self.tr("Negative result"),
                self.tr("Record the negative result"),
                (self._reason(self.tr("why it cannot be granted")),),
            ),
            Wish.FAULT: Question(
                self.tr("Correct the result"),
                self.tr("Take the result back"),
                (self._reason(self.tr("what is wrong with it")),),
            ),
            Wish.REFUSE: Question(
                self.tr("Refuse the dossier"),
                self.tr("Refuse and print"),
                (self._reason(self.tr("as the citizen will read it")),),
            ),
            Wish.STOP: Question(
                self.tr("Stop processing"),
                self.tr("Stop and print"),
                (self._reason(self.tr("as the citizen will read it")),),
            ),
            Wish.WITHDRAW: Question(
                self.tr("The applicant withdraws the dossier"),
                self.tr("Withdraw"),
                (Line("reason", self.tr("Reason"), self.tr("may be left out")),),
            ),
        }

    def _to_the_citizen(self) -> dict[Wish, Question]:
        return {
            Wish.BY_POST: Question(
                self.tr("Send the result by post"),
                self.tr("It was sent"),
                (
                    Line(
                        "tracking",
                        self.tr("Tracking number"),
                        self.tr("of the post, may be left out"),
                        places=("text_too_long",),
                    ),
                ),
            ),
            Wish.TELL: Question(
                self.tr("Applicant was told"),
                self.tr("Tick off"),
                (Line("note", self.tr("How"), self.tr("called, message, may be left out")),),
            ),
        }

    def _with_money(self) -> dict[Wish, Question]:
        return {
            Wish.COLLECT: Question(
                self.tr("Collect the fee"),
                self.tr("Money was taken"),
                (
                    Line(
                        "number",
                        self.tr("Receipt number"),
                        self.tr("number of the official receipt, if one was written"),
                    ),
                    Line("series", self.tr("Series"), ""),
                    Line("template", self.tr("Template"), ""),
                    Line("amount", self.tr("Amount"), "", Kind.MONEY, _AMOUNT_CODES),
                ),
            ),
            Wish.REFUND: Question(
                self.tr("Pay the fee back"),
                self.tr("Money was given back"),
                (
                    Line("amount", self.tr("Amount"), "", Kind.MONEY, _AMOUNT_CODES),
                    self._reason(""),
                ),
            ),
        }

    def _by_two(self) -> dict[Wish, Question]:
        second = (
            Line(
                "second",
                self.tr("Agreed by"),
                self.tr("a supervisor or the head"),
                Kind.CHOICE,
                ("second_person", "role_missing", "person_not_found"),
            ),
            Line("pin", self.tr("Their PIN"), "", Kind.PIN, ("wrong_pin", "pin_paused")),
        )
        return {
            Wish.VOID: Question(
                self.tr("Void a mistaken entry"),
                self.tr("Void"),
                (self._reason(self.tr("what was entered by mistake")), *second),
            ),
            Wish.REOPEN: Question(
                self.tr("Open again"),
                self.tr("Open again"),
                (self._reason(self.tr("why it is opened again")), *second),
            ),
        }

    def _reason(self, hint: str) -> Line:
        return Line("reason", self.tr("Reason"), hint, places=("reason_missing", "text_too_long"))

    def _until(self) -> Line:
        return Line(
            "until",
            self.tr("At the latest"),
            self.tr("dd/mm/yyyy, may be left out"),
            Kind.DAY,
            ("due_time_past",),
        )
