"""What the public list says of a field and of each procedure in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cgcounter.documents.fonts import Face
from cgcounter.documents.typesetting import Run
from cgcounter.documents.wording import counted, long_date
from cgcounter.domain import money
from cgcounter.domain.deadlines import Duration, duration_words
from cgcounter.domain.forms import PublicListFacts
from cgcounter.domain.money import FeeRule, format_dong
from cgcounter.domain.offices import Office
from cgcounter.domain.particulars import Channel, Submission
from cgcounter.domain.procedures import Charge, Level, OwnTerms, Paper, Procedure

_UNKNOWN: Final = "Chưa xác định"
_BY_THE_PROVINCE: Final = "Theo nghị quyết của Hội đồng nhân dân tỉnh"
_CHANNELS: Final = {
    Channel.COUNTER: "trực tiếp",
    Channel.ONLINE: "trực tuyến",
    Channel.POST: "qua bưu chính",
    Channel.MOBILE: "lưu động",
}
_LEVELS: Final = {
    Level.COMMUNE_POLICE: "Công an cấp xã",
    Level.DISTRICT: "Cơ quan cấp huyện",
    Level.PROVINCE: "Cơ quan cấp tỉnh",
}
_NO_PAPERS: Final = "Không có giấy tờ phải nộp"
# A symbol with more codes than that is larger than a phone reads in one look.
_MOST_CODES: Final = 40


Line = tuple[Run, ...]
"""What begins a new line in a cell."""


def line(words: str, face: Face = Face.REGULAR) -> Line:
    """A line in one face."""
    return (Run(words, face),)


def field_line(facts: PublicListFacts) -> str:
    """Which field the list is of."""
    return f"Lĩnh vực: {facts.field}"


def in_force_line(facts: PublicListFacts, shown: Sequence[Procedure]) -> str:
    """Such as "02 thủ tục đang có hiệu lực vào ngày 10 tháng 3 năm 2022"."""
    count = f"{len(shown):02d} thủ tục" if shown else "Không có thủ tục nào"
    return f"{count} đang có hiệu lực vào {long_date(facts.day)}"


def place_line(office: Office) -> str:
    """Where these matters are dealt with."""
    parts = (office.office_name_in_text, office.authority_in_text, office.address)
    where = ", ".join(part for part in parts if part)
    phone = f"; điện thoại {office.phone}" if office.phone else ""
    return f"Nơi tiếp nhận: {where}{phone}."


def qr_line(facts: PublicListFacts, shown: Sequence[Procedure]) -> str:
    """What a phone finds in the symbol."""
    if facts.address:
        return f"Mã QR dẫn tới: {facts.address}"
    kept = "mã các thủ tục" if _names_codes(shown) else "số thủ tục"
    return f"Mã QR ghi tên cơ quan, lĩnh vực, ngày niêm yết và {kept}."


def qr_text(facts: PublicListFacts, shown: Sequence[Procedure]) -> str:
    """The address where the office has one; otherwise what the sheet is, in words."""
    if facts.address:
        return facts.address
    lines = [
        f"{facts.office.authority_in_text}, {facts.office.office_name_in_text}",
        field_line(facts),
        f"Niêm yết ngày {facts.day:%d/%m/%Y}: {len(shown)} thủ tục",
    ]
    if _names_codes(shown):
        lines.append(", ".join(procedure.code for procedure in shown))
    return "\n".join(lines)


def _names_codes(shown: Sequence[Procedure]) -> bool:
    return 0 < len(shown) <= _MOST_CODES


def papers(procedure: Procedure) -> tuple[Line, ...]:
    """The papers always asked for, then those of each case below its name; a line each."""
    return tuple(_papers(procedure)) or (line(_NO_PAPERS),)


def _papers(procedure: Procedure) -> Iterator[Line]:
    for case in ("", *procedure.cases):
        asked = [paper for paper in procedure.papers if paper.case == case]
        if case and asked:
            yield line(f"Trường hợp {case}:", Face.ITALIC)
        yield from (line(_paper(paper)) for paper in asked)


def _paper(paper: Paper) -> str:
    shown = "Xuất trình: " if paper.must_submit is Submission.SHOW_ONLY else ""
    count = counted(paper.originals, paper.copies)
    return f"- {shown}{paper.name}" + (f" ({count})" if count else "")


def name(procedure: Procedure) -> tuple[Line, ...]:
    """The name, and below it the decision that published the procedure where that is known and sure."""
    decision = procedure.decision if procedure.is_sure else ""
    return (line(procedure.name), *((line(f"({decision})", Face.ITALIC),) if decision else ()))


def durations(procedure: Procedure) -> tuple[Line, ...]:
    """Such as "5 ngày làm việc" and "Trong ngày", then the other times of channels and cases (7.1); a line each."""
    own = (_own(one, _duration(one.time.duration)) for one in procedure.terms if one.time is not None)
    return (line(_duration(procedure.duration)), *own)


def _duration(duration: Duration | None) -> str:
    return duration_words(duration) if duration else _UNKNOWN


def fees(procedure: Procedure) -> tuple[Line, ...]:
    """What is paid for what (domain facts 7.2), then the other fees of channels and cases; a line each."""
    own = (_own(one, _charge(one.charge)) for one in procedure.terms if one.charge is not None)
    return (line(_charge(Charge(procedure.fee_rule, procedure.fee_dong))), *own)


def _own(terms: OwnTerms, words: str) -> Line:
    """Such as "Trực tuyến, trường hợp cần xác minh: 8 ngày làm việc"."""
    channel = _CHANNELS[terms.channel] if terms.channel else ""
    case = f"trường hợp {terms.case}" if terms.case else ""
    label = ", ".join(part for part in (channel, case) if part)
    return Run(f"{label[0].upper()}{label[1:]}:", Face.ITALIC), Run(words)


def _charge(charge: Charge) -> str:
    match charge.rule:
        case FeeRule.NONE:
            return "Không"
        case FeeRule.PER_PAGE_TIER:
            return _tiers()
        case FeeRule.FIXED:
            return _amount(charge, _UNKNOWN)
        case FeeRule.PER_COPY:
            return _amount(charge, _UNKNOWN, "/bản")
        case FeeRule.SET_BY_PROVINCE:
            return _amount(charge, _BY_THE_PROVINCE)


def _amount(charge: Charge, unknown: str, unit: str = "") -> str:
    return unknown if charge.dong is None else f"{format_dong(charge.dong)}{unit}"


def decider(procedure: Procedure, facts: PublicListFacts) -> str:
    """Who deals with it: the unit that the facts name; else whose level it is, which may be the office's own."""
    named = dict(facts.deciders).get(procedure.code, "")
    return named or _LEVELS.get(procedure.level, facts.office.authority_in_text)


def _tiers() -> str:
    first, later = format_dong(money.FIRST_PAGE_DONG), format_dong(money.LATER_PAGE_DONG)
    most = format_dong(money.MOST_A_COPY_DONG)
    return f"{first}/trang; từ trang thứ {money.FIRST_PAGES + 1}: {later}/trang; tối đa {most}/bản"
