"""The parts of the pane that are filled in: what they hold together, and where an error about it is said."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from cgcounter.gui.intake.due_part import DuePart
from cgcounter.gui.intake.late_part import LatePart
from cgcounter.gui.intake.more_part import MorePart
from cgcounter.gui.intake.override_part import OverridePart
from cgcounter.gui.intake.papers_part import PapersPart
from cgcounter.gui.intake.person_part import PersonPart
from cgcounter.gui.intake.procedure_part import ProcedurePart
from cgcounter.gui.intake.refusal_part import RefusalPart
from cgcounter.gui.intake.terms_part import TermsPart
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.services.intake import Intake
from cgcounter.services.messages import Explanation


class Parts(NamedTuple):
    """The parts from top to bottom, under the notice above them all."""

    notice: NoticeBar
    procedure: ProcedurePart
    person: PersonPart
    papers: PapersPart
    more: MorePart
    late: LatePart
    terms: TermsPart
    due: DuePart
    refusal: RefusalPart
    override: OverridePart

    def typed(self, group: UUID | None) -> Intake:
        """The wish as it stands; what cannot be read counts as not typed."""
        terms, more, procedure = self.terms.typed(), self.more.typed(), self.procedure.procedure
        return Intake(
            procedure_code=procedure.code if procedure else "",
            applicant=self.person.typed(),
            papers=self.papers.typed(),
            cases=self.procedure.cases,
            submitter=more.submitter,
            submitter_relation=more.relation,
            sets=more.sets,
            pages=terms.pages,
            copies=terms.copies,
            fee_typed=terms.fee_typed,
            exemption=terms.exemption,
            takes_fee=terms.takes_fee,
            official=terms.official,
            due_basis=self.due.basis,
            due_typed=self.due.typed,
            return_channel=more.return_channel,
            note=more.note,
            channel=more.arrival.channel,
            online_level=more.arrival.online_level,
            assisted=more.arrival.assisted,
            portal_code=more.arrival.portal_code,
            group=group,
            late=self.late.typed(),
        )

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        return any(part.point_at_unreadable() for part in (self.person, self.late, self.terms, self.due))

    def say(self, explanation: Explanation) -> None:
        """Say an error where it belongs."""
        code, words = explanation.code, explanation.sentence
        if self.override.is_about(code):
            self.override.say_error(code, words)
        elif not (self._say_of_matter(code, words) or self._say_of_time(code, words)):
            self.notice.say(Tone.ALARM, words)

    def _say_of_matter(self, code: str, words: str) -> bool:
        match code:
            case "procedure_missing" | "procedure_unknown" | "procedure_not_in_force" | "unknown_case":
                self.procedure.say_error(words)
            case "name_missing":
                self.person.say_name_missing(words)
            case "fee_missing" | "bad_amount":
                self.terms.say_fee(words)
            case "malformed_code" | "code_known" | "code_of_counter":
                self.more.arrival.say_code(words)
            case _:
                return False
        return True

    def _say_of_time(self, code: str, words: str) -> bool:
        match code:
            case "due_time_missing" | "due_time_past" | "bad_date":
                self.due.say_error(words)
            case "late_entry_ahead" | "late_time_missing":
                self.late.say_time(words)
            case "reason_missing" | "nothing_asked" if self.refusal.isVisible():
                self.refusal.say_reason(words)
            case "reason_missing" if self.late.is_open:
                self.late.say_reason(words)
            case _:
                return False
        return True
