"""The matrix of facts 2.4 read a second time: plain words and plain Python that know nothing of the program.

Each row of 2.4 is quoted above the rules made of it. Where 2.4 is silent (who may, void, reopening, rating, telling,
money, what a paper slip goes with) the decisions of the office are written out, marked "silent".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

START: Final = "-"
ROLES: Final = ("clerk", "processor", "supervisor", "head", "administrator")
BEFORE_RESULT: Final = "accepted in_progress awaiting_supplement awaiting_payment"
OPEN: Final = f"{BEFORE_RESULT} result_ready"
LEFT: Final = "withdrawn stopped refused voided"

# Sync, section 8, C3, the higher first; silent on a void: it gives way only to what has left the office's hands.
HIGHER_FIRST: Final = (
    "returned",
    "voided",
    "withdrawn",
    "refused",
    "result_ready",
    "stopped",
    "awaiting_payment",
    "awaiting_supplement",
    "in_progress",
    "accepted",
    "guided",
)


@dataclass(frozen=True, kw_only=True)
class Life:
    """What the matrix has to know of a dossier. Money in whole đồng; ``moves`` counts the acts that moved it."""

    state: str = START
    same_day: bool = False
    has_code: bool = False
    days: int | None = 5
    counted_anew: bool = False
    due: date | None = None
    paused: str = ""
    paused_since: datetime | None = None
    legs: int = 0
    leg_is_taken: bool = False
    has_result: bool = False
    told: bool = False
    rated: bool = False
    apologies: int = 0
    fee: int = 0
    taken: int = 0
    given_back: int = 0
    newer: bool = False
    state_before: str = ""
    moves: int = 0
    last_move: int = 0
    rival: Life | None = None

    @property
    def collected(self) -> int:
        """Money taken and not given back; giving back twice is not a debt."""
        return max(0, self.taken - self.given_back)

    @property
    def owed(self) -> int:
        """What is left of the fee."""
        return max(0, self.fee - self.collected)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One act: from where, to where ("" stays, "before" goes back), by whom, and what goes with it."""

    act: str
    roles: str
    sources: str
    target: str = ""
    form: str = ""
    clock: str = ""
    second: str = ""
    only: Callable[[Life], bool] = lambda _: True


RULES: Final = (
    # | - | tiếp nhận đủ, hợp lệ (clerk) | accepted | **Mẫu 01**, 2 liên; code; due date; enter Mẫu 06; open Mẫu 05 |
    Rule(act="receive", roles="clerk", sources=START, target="accepted", form="RECEIPT"),
    # | - | hồ sơ chưa đủ (clerk) | (no dossier, "hướng dẫn") | **Mẫu 02**; no receipt, no clock. [...] |
    Rule(act="give_guidance", roles="clerk", sources=START, target="guided", form="SUPPLEMENT"),
    # | - | không thuộc thẩm quyền / không đủ điều kiện (clerk; head informed) | refused | **Mẫu 03** |
    Rule(act="refuse_intake", roles="clerk", sources=START, target="refused", form="REFUSAL"),
    # | accepted | chuyển xử lý | in_progress | Mẫu 05 row giao/nhận with time |
    Rule(
        act="start_processing",
        roles="clerk processor",
        sources="accepted",
        target="in_progress",
        form="CONTROL_SLIP",
    ),
    # The same row for each further leg (glossary: giao + nhận); silent: not while the clock stands still.
    Rule(
        act="transfer",
        roles="clerk processor",
        sources="in_progress",
        target="in_progress",
        form="CONTROL_SLIP",
        only=lambda life: not life.paused,
    ),
    # Glossary, transfer: "giao + nhận"; what was given and not yet taken can be taken.
    Rule(
        act="accept_handover",
        roles="clerk processor",
        sources="in_progress",
        only=lambda life: life.legs > 0 and not life.leg_is_taken,
    ),
    # | in_progress | cần bổ sung sau thẩm định (officer -> via counter) | awaiting_supplement | Mẫu 02; stop clock |
    Rule(
        act="request_supplement",
        roles="clerk processor",
        sources="in_progress",
        target="awaiting_supplement",
        form="SUPPLEMENT",
        clock="stops",
        only=lambda life: not life.paused,
    ),
    # | awaiting_supplement | đã bổ sung | in_progress | new due date |
    Rule(
        act="receive_supplement",
        roles="clerk",
        sources="awaiting_supplement",
        target="in_progress",
        clock="resumes",
    ),
    # | in_progress | chờ nghĩa vụ tài chính (land) | awaiting_payment | stop clock |
    Rule(
        act="request_payment",
        roles="clerk processor",
        sources="in_progress",
        target="awaiting_payment",
        clock="stops",
        only=lambda life: not life.paused,
    ),
    # 2.3, code 6: awaiting_payment (clock stopped); once the duty is met it goes on.
    Rule(
        act="confirm_payment",
        roles="clerk processor",
        sources="awaiting_payment",
        target="in_progress",
        clock="resumes",
    ),
    # 3.2, stop_on: "xác minh with other agency where the law says so"; silent: whoever works on it.
    Rule(
        act="suspend",
        roles="processor",
        sources="in_progress",
        clock="stops",
        only=lambda life: not life.paused,
    ),
    Rule(
        act="resume",
        roles="processor",
        sources="in_progress",
        clock="resumes",
        only=lambda life: life.paused != "",
    ),
    # | in_progress | trình ký -> ký | result_ready | result registered, notify applicant |
    Rule(
        act="record_result",
        roles="processor",
        sources="in_progress",
        target="result_ready",
        only=lambda life: not life.paused,
    ),
    # | in_progress | không đủ điều kiện giải quyết | result_ready (negative result, "trả lại hồ sơ") | written notice |
    # | awaiting_supplement | hết hạn bổ sung / không bổ sung | refused / stopped / trả lại | Mẫu 03 or notice |
    Rule(
        act="record_negative",
        roles="processor",
        sources="in_progress awaiting_supplement",
        target="result_ready",
    ),
    Rule(act="refuse", roles="clerk", sources="awaiting_supplement", target="refused", form="REFUSAL"),
    Rule(
        act="stop",
        roles="processor head",
        sources="awaiting_supplement",
        target="stopped",
        form="STOP_NOTICE",
    ),
    # | any open | dự kiến trễ | same + flag apology | **Mẫu 04**, new date, at most once |
    Rule(
        act="apologise",
        roles="processor supervisor head",
        sources=OPEN,
        form="APOLOGY",
        only=lambda life: life.due is not None and life.apologies == 0,
    ),
    # | any open before result | công dân rút hồ sơ | withdrawn | record request, return papers, [...] 2025+: Mẫu 05 |
    Rule(act="withdraw", roles="clerk", sources=BEFORE_RESULT, target="withdrawn", form="STOP_NOTICE"),
    # | result_ready | trả kết quả (direct / BCCI / online) | returned | sign Mẫu 06 or receipt; collect liên 2, fee |
    Rule(act="return_result", roles="clerk", sources="result_ready", target="returned"),
    # "Procedures "trả ngay" [...]: received, resulted and returned in one act at the counter"
    Rule(
        act="serve_at_once",
        roles="clerk",
        sources=f"{START} accepted",
        target="returned",
        only=lambda life: life.same_day,
    ),
    # | result_ready | có sai sót, công dân trả lại | in_progress ("đính chính", `correcting`) |
    Rule(act="fault_result", roles="clerk processor", sources="result_ready", target="in_progress"),
    # "[...] leaving a terminal state except supervisor "mở lại" with log"; silent: a second person agrees.
    Rule(
        act="reopen",
        roles="supervisor",
        sources=f"{LEFT} returned",
        target="before",
        second="supervisor head",
        only=lambda life: life.has_code,
    ),
    # Silent. Entered by mistake, as long as nothing was handed over; a second person agrees.
    Rule(act="void", roles="clerk", sources=OPEN, target="voided", second="supervisor head"),
    # Silent. Once a result: "notify applicant".
    Rule(act="tell_applicant", roles="clerk", sources="result_ready", only=lambda life: not life.told),
    # Silent. The citizen rates once, after the return.
    Rule(act="rate", roles="clerk", sources="returned", only=lambda life: not life.rated),
    # Silent. What is owed may be taken until and after the return; what was taken can always be given back.
    Rule(
        act="collect_fee",
        roles="clerk",
        sources=f"{OPEN} returned",
        form="PAYMENT_SLIP",
        only=lambda life: life.owed > 0,
    ),
    Rule(
        act="refund_fee",
        roles="clerk",
        sources=f"{OPEN} {LEFT} returned",
        only=lambda life: life.collected > 0,
    ),
    # "Forbidden: editing the code, the intake time or the signed due date"; silent: the rest while it is open.
    Rule(act="correct", roles="clerk", sources=OPEN, form="RECEIPT"),
    # Silent. Whoever works with dossiers prints what has occasion to be printed, whichever form, at any time.
    Rule(
        act="reprint",
        roles="clerk processor supervisor head",
        sources=f"{OPEN} {LEFT} returned guided",
    ),
)
RULE_OF: Final = {rule.act: rule for rule in RULES}
PAUSES: Final = {
    "request_supplement": "supplement",
    "request_payment": "payment",
    "suspend": "verification",
}


def is_open(act: str, life: Life) -> bool:
    """Whether anybody at all may do this now; a newer version's dossier can only be read and printed again."""
    rule = RULE_OF[act]
    if life.newer and act != "reprint":
        return False
    return life.state in rule.sources.split() and (life.state == START or rule.only(life))


def may(role: str, act: str) -> bool:
    """Whether the act is one of this role's."""
    return role in RULE_OF[act].roles.split()


def after(act: str, life: Life, at: datetime, *, amount: int = 0, move: int = 0) -> Life:
    """The life after the act; ``amount`` is money given back or a corrected fee, ``move`` the id of its last event."""
    rule = RULE_OF[act]
    life = _written(act, life, at, amount)
    if not rule.target and rule.clock == "":
        return life
    count = {"serve_at_once": 3 if life.state == START else 2}.get(act, 1)
    moved = replace(life, moves=life.moves + count, last_move=move)
    if rule.target == "before":
        moved = replace(moved, state=life.state_before)
    elif rule.target:
        before = "result_ready" if act == "serve_at_once" else life.state
        moved = replace(moved, state=rule.target, state_before=before)
    if act in {"fault_result", "reopen"} and life.rival:
        # Only the act that is named is lifted: what lost to it alone stands again.
        names = ("apologies", "taken", "given_back", "rated", "newer", "fee")
        shared = {name: getattr(life, name) for name in names}
        return replace(contend(replace(moved, rival=None), life.rival), **shared)
    return replace(moved, rival=None)


def _written(act: str, life: Life, at: datetime, amount: int) -> Life:
    """What an act leaves beside the state."""
    if act in {"receive", "serve_at_once"} and life.state == START:
        due = working_days_after(at.date(), life.days) if life.days is not None else None
        life = replace(life, has_code=True, due=due)
    if act in PAUSES:
        life = replace(life, paused=PAUSES[act], paused_since=at)
    if RULE_OF[act].clock == "resumes":
        life = replace(resumed(life, at), paused="", paused_since=None)
    changes: dict[str, Callable[[], Life]] = {
        "give_guidance": lambda: replace(life, fee=0),
        "refuse_intake": lambda: replace(life, fee=0),
        "start_processing": lambda: replace(life, legs=life.legs + 1, leg_is_taken=False),
        "transfer": lambda: replace(life, legs=life.legs + 1, leg_is_taken=False),
        "accept_handover": lambda: replace(life, leg_is_taken=True),
        "record_result": lambda: replace(life, has_result=True),
        "record_negative": lambda: replace(life, has_result=True, paused="", paused_since=None),
        "serve_at_once": lambda: replace(life, has_result=True),
        "fault_result": lambda: replace(life, has_result=False, told=False),
        "apologise": lambda: replace(life, apologies=life.apologies + 1),
        "tell_applicant": lambda: replace(life, told=True),
        "rate": lambda: replace(life, rated=True),
        "collect_fee": lambda: replace(life, taken=life.taken + life.owed),
        "refund_fee": lambda: replace(life, given_back=life.given_back + amount),
        "correct": lambda: replace(life, fee=amount),
    }
    return changes[act]() if act in changes else life


def resumed(life: Life, at: datetime) -> Life:
    """3.2, resume_mode: the due day moved by the working days without a clock, or counted anew from when it goes on."""
    if life.due is None or life.paused_since is None:
        return life
    if life.counted_anew and life.days is not None:
        return replace(life, due=working_days_after(at.date(), life.days))
    stood_still = sum(
        is_working(life.paused_since.date() + timedelta(days=n))
        for n in range(1, (at.date() - life.paused_since.date()).days + 1)
    )
    return replace(life, due=working_days_after(life.due, stood_still))


def is_working(day: date) -> bool:
    """A year with no days off but the weekends."""
    return day.weekday() < 5


def working_days_after(day: date, count: int) -> date:
    """3.3: the n-th working day after a day; the day itself with n = 0."""
    while count:
        day += timedelta(days=1)
        count -= is_working(day)
    return day


def contend(one: Life, other: Life) -> Life:
    """Of two lives that did not know of each other the higher (C3), then the longer, then that of the smaller id."""
    places = {
        id(life): (HIGHER_FIRST.index(life.state), -life.moves, life.last_move) for life in (one, other)
    }
    first, second = sorted((one, other), key=lambda life: places[id(life)])
    return replace(first, rival=replace(second, rival=None))


def merge(trunk: Life, one: Life, other: Life) -> Life:
    """What two lives that grew apart from one trunk make together; money, apologies and a rating add up (C6)."""
    grown = [life for life in (one, other) if life.moves > trunk.moves]
    stands = contend(*grown) if len(grown) == 2 else [one, *grown][-1]
    return replace(
        stands,
        apologies=one.apologies + other.apologies - trunk.apologies,
        taken=one.taken + other.taken - trunk.taken,
        given_back=one.given_back + other.given_back - trunk.given_back,
        rated=one.rated or other.rated,
        newer=one.newer or other.newer,
    )
