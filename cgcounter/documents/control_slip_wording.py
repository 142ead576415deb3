"""The steps of a dossier as the control slip tells them: intake, hand-overs, what is left to the pen, return."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from cgcounter.documents import dossier_wording
from cgcounter.documents.wording import TIMELINESS_WORDS, clock_and_date, short_time
from cgcounter.domain.deadlines import Timeliness
from cgcounter.domain.dossier import Dossier, Leg, Pause, PauseKind
from cgcounter.domain.facts import ResultReturned
from cgcounter.domain.forms import DossierFormFacts
from cgcounter.domain.staff import StaffId
from cgcounter.domain.steps import counter_timeliness, leg_timeliness, pauses_in

TYPICAL_STEPS: Final = 5
_TO_BE_WRITTEN: Final = "….. giờ ….. phút, ngày ….. tháng ….. năm ……"
_WAITING: Final = {
    PauseKind.SUPPLEMENT: "chờ bổ sung hồ sơ",
    PauseKind.PAYMENT: "chờ nghĩa vụ tài chính",
    PauseKind.VERIFICATION: "chờ xác minh",
}


class Step(Struct, frozen=True, kw_only=True):
    """A row of the slip; what is not known is left to the pen."""

    body: str = ""
    handed_at: datetime | None = None
    handed_by: str = ""
    taken_at: datetime | None = None
    taken_by: str = ""
    verdict: str = ""
    remarks: tuple[str, ...] = ()


def steps_of(facts: DossierFormFacts) -> tuple[Step, ...]:
    """From the intake to the return; as long as the dossier is open, at least the five typical rows (4.5)."""
    names, dossier = dict(facts.names), facts.dossier
    known = [_intake(facts, names), *(_leg(leg, facts, names) for leg in dossier.legs)]
    blank = TYPICAL_STEPS - len(known) - 1 if dossier.is_open else 0
    return (*known, *(Step() for _ in range(blank)), _return(facts, names))


def helping_bodies(dossier: Dossier) -> str:
    """The other units that had a part in it, each once."""
    return ", ".join(dict.fromkeys(leg.unit_name for leg in dossier.legs if leg.unit))


def time_line(label: str, at: datetime | None) -> str:
    """Such as "1. Giao: 08 giờ 05 phút, ngày 10 tháng 3 năm 2022", or with room to write the time in."""
    return f"{label} {clock_and_date(at) if at else _TO_BE_WRITTEN}"


def _intake(facts: DossierFormFacts, names: Mapping[StaffId, str]) -> Step:
    dossier = facts.dossier
    pauses = () if dossier.legs else dossier.pauses
    return Step(
        body=facts.office.office_name_in_text,
        handed_at=dossier.received_at,
        handed_by=(dossier.submitter or dossier.applicant).name,
        taken_at=dossier.received_at,
        taken_by=_name(dossier.received_by, names),
        verdict=_verdict(counter_timeliness(dossier)),
        remarks=(*_due("Hẹn trả", dossier.due_at), *_spared(dossier), *map(_pause, pauses)),
    )


def _leg(leg: Leg, facts: DossierFormFacts, names: Mapping[StaffId, str]) -> Step:
    return Step(
        body=leg.unit_name or facts.office.authority_in_text,
        handed_at=leg.handed_at,
        handed_by=_name(leg.handed_by, names),
        taken_at=leg.accepted_at,
        taken_by=_name(leg.accepted_by, names),
        verdict=_verdict(leg_timeliness(leg, facts.dossier)),
        remarks=(
            "Giao điện tử" if leg.electronic else "Giao bản giấy",
            *_due("Hạn", leg.due_at),
            *((leg.note,) if leg.note else ()),
            *map(_pause, pauses_in(leg, facts.dossier)),
        ),
    )


def _return(facts: DossierFormFacts, names: Mapping[StaffId, str]) -> Step:
    dossier, returned = facts.dossier, facts.dossier.returned
    return Step(
        body=f"{facts.office.office_name_in_text} (trả kết quả)",
        handed_at=returned.returned_at if returned else None,
        handed_by=_name(_who_returned(dossier), names),
        taken_at=returned.returned_at if returned else None,
        taken_by=dossier_wording.receiver(dossier),
        remarks=tuple(_outcome(dossier)),
    )


def _outcome(dossier: Dossier) -> Iterator[str]:
    for apology in dossier.apologies:
        yield f"Xin lỗi, hẹn lại {short_time(apology.promised_at)}"
    if dossier.result is not None:
        yield f"Có kết quả {short_time(dossier.result.released_at)}"
    if dossier.ending is not None:
        yield dossier_wording.ending(dossier.ending)


def _who_returned(dossier: Dossier) -> StaffId | None:
    acts = (line.actor for line in dossier.history if line.applied and isinstance(line.fact, ResultReturned))
    return next(reversed(tuple(acts)), None) if dossier.returned else None


def _name(person: StaffId | None, names: Mapping[StaffId, str]) -> str:
    return names.get(person, "") if person else ""


def _verdict(timeliness: Timeliness | None) -> str:
    return TIMELINESS_WORDS[timeliness] if timeliness else ""


def _due(label: str, at: datetime | None) -> Sequence[str]:
    return (f"{label} {short_time(at)}",) if at else ()


def _spared(dossier: Dossier) -> Sequence[str]:
    spared = dossier_wording.spared_papers(dossier)
    return (spared,) if spared else ()


def _pause(pause: Pause) -> str:
    until = f" đến {short_time(pause.ended_at)}" if pause.ended_at else ""
    reason = f" ({pause.reason})" if pause.reason else ""
    return f"Tạm dừng {_WAITING[pause.kind]} từ {short_time(pause.since)}{until}{reason}"
