"""The fold: a dossier as a function of the *set* of its events.

Order of arrival, duplicates and batches do not matter. Events are walked in the order of their ancestry, ties by
(depth, id). Of two lines of acts that did not know of each other the one that is further along stands (design: sync,
section 8, C3), the other is kept as not applied. An act that undoes another names it, and lifts only that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.domain.applying import DossierUnderWay, told_here
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, HistoryLine, Status
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ClockResumed,
    ClockSuspended,
    DossierReceived,
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    GuidanceGiven,
    HandedOver,
    IntakeRefused,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
    UnknownFact,
)
from cgcounter.domain.particulars import EventId

# The order of design sync, section 8, C3: of two concurrent moves the one with the higher rank stands. A void
# (C10) gives way only to what has left the office's hands.
_RANKING: Final = (
    Status.GUIDED,
    Status.ACCEPTED,
    Status.IN_PROGRESS,
    Status.AWAITING_SUPPLEMENT,
    Status.AWAITING_PAYMENT,
    Status.STOPPED,
    Status.RESULT_READY,
    Status.REFUSED,
    Status.WITHDRAWN,
    Status.VOIDED,
    Status.RETURNED,
)
_RANK: Final = {status: place for place, status in enumerate(_RANKING)}

_PROGRESS: Final = frozenset({Status.IN_PROGRESS})
_AWAITING: Final = frozenset({Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT})
_BEFORE_RESULT: Final = frozenset({Status.ACCEPTED}) | _PROGRESS | _AWAITING
_READY: Final = frozenset({Status.RESULT_READY})
_ENDED: Final = frozenset({Status.RETURNED, Status.WITHDRAWN, Status.REFUSED, Status.STOPPED, Status.VOIDED})

# From which states a fact moves a dossier where to; None: where it stood before the act that is undone.
_MOVES: Final[dict[type[Fact], tuple[AbstractSet[Status | None], Status | None]]] = {
    DossierReceived: (frozenset({None}), Status.ACCEPTED),
    IntakeRefused: (frozenset({None}), Status.REFUSED),
    GuidanceGiven: (frozenset({None}), Status.GUIDED),
    HandedOver: (frozenset({Status.ACCEPTED, Status.IN_PROGRESS}), Status.IN_PROGRESS),
    SupplementRequested: (_PROGRESS, Status.AWAITING_SUPPLEMENT),
    PaymentRequested: (_PROGRESS, Status.AWAITING_PAYMENT),
    ClockSuspended: (_PROGRESS, Status.IN_PROGRESS),
    ClockResumed: (_PROGRESS | _AWAITING, Status.IN_PROGRESS),
    ResultRecorded: (_PROGRESS | {Status.ACCEPTED, Status.AWAITING_SUPPLEMENT}, Status.RESULT_READY),
    ResultReturned: (_READY, Status.RETURNED),
    ResultFaulted: (_READY, Status.IN_PROGRESS),
    DossierWithdrawn: (_BEFORE_RESULT, Status.WITHDRAWN),
    DossierRefused: (frozenset({Status.AWAITING_SUPPLEMENT}), Status.REFUSED),
    ProcessingStopped: (frozenset({Status.AWAITING_SUPPLEMENT}), Status.STOPPED),
    DossierVoided: (_BEFORE_RESULT | _READY, Status.VOIDED),
    DossierReopened: (_ENDED, None),
}


class NoBeginningError(CounterError):
    """The events hold no intake and no refusal: the beginning of the dossier has not arrived yet."""

    code = "no_beginning"


def fold(events: Iterable[Event]) -> Dossier:
    """The dossier that these events make; raises NoBeginningError when none of them begins one."""
    ordered = in_order_of_ancestry(events)
    course = _Course(ordered)
    stands, line = course.stands, course.line
    if stands is None:
        raise NoBeginningError
    dossier = DossierUnderWay()
    history = tuple(_write(dossier, event, line) for event in ordered)
    return Dossier(
        **dossier.all_fields(),
        status=stands.status,
        last_move=stands.by,
        heads=course.heads,
        history=history,
        read_only=any(isinstance(event.fact, UnknownFact) for event in ordered),
    )


def _write(dossier: DossierUnderWay, event: Event, line: AbstractSet[EventId]) -> HistoryLine:
    fact = told_here(event.fact)
    counts = event.id in line if type(fact) in _MOVES else not isinstance(fact, UnknownFact)
    return HistoryLine(
        id=event.id,
        at=event.at.astimezone(TIME_ZONE),
        actor=event.actor,
        fact=fact,
        applied=counts and dossier.write(msgspec.structs.replace(event, fact=fact)),
    )


def in_order_of_ancestry(events: Iterable[Event]) -> tuple[Event, ...]:
    """Each event once, ancestors first, ties by (depth, id); a base that is not here counts as nothing."""
    by_id = {event.id: event for event in events}
    depth: dict[EventId, int] = {}
    for start in sorted(by_id):
        _measure_depth(start, by_id, depth)
    return tuple(sorted(by_id.values(), key=lambda event: (depth[event.id], event.id)))


def _measure_depth(start: EventId, by_id: dict[EventId, Event], depth: dict[EventId, int]) -> None:
    # An explicit stack: a long life must not meet the interpreter's recursion limit. A circle of bases cannot be
    # made honestly; an event that is under way when its own ancestry leads back to it counts as nothing there.
    stack, under_way = [start], set[EventId]()
    while stack:
        current = stack[-1]
        under_way.add(current)
        known = [base for base in by_id[current].base if base in by_id]
        missing = [base for base in known if base not in depth and base not in under_way]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        depth.setdefault(current, 1 + max((depth.get(base, -1) for base in known), default=-1))


class _Standing(Struct, frozen=True, eq=False):
    """Where a line of acts brought the dossier: ``move`` is its last event, ``acts`` how many it is long.

    ``by`` is the act by which the dossier stands there: after a reopening the one by which it stood before.
    """

    status: Status
    move: EventId
    by: EventId
    acts: int = 1
    before: _Standing | None = None


class _Course:
    """Where the dossier stood for the author of each event: after all that the author had seen, and nothing else.

    Lines of acts that did not know of each other stand side by side until an act follows whose author saw them all.
    """

    def __init__(self, ordered: Sequence[Event]) -> None:
        self._bases = {event.id: event.base for event in ordered}
        self._after: dict[EventId, tuple[_Standing, ...]] = {}
        # For an author of whose past nothing is here the dossier has begun, no more.
        self._begun: tuple[_Standing, ...] = ()
        for event in ordered:
            seen = self._join(event.base)
            self._after[event.id] = self._moved(event, seen) if type(event.fact) in _MOVES else seen
            self._begun = self._begun or self._after[event.id]
        bases = {base for one in self._bases.values() for base in one}
        self.heads = tuple(sorted(one for one in self._bases if one not in bases))
        self.stands = _furthest(self._join(self.heads))

    @property
    def line(self) -> frozenset[EventId]:
        """The moves that brought the dossier to where it stands; all others are overtaken."""
        line, standing = [], self.stands
        while standing is not None:
            line.append(standing.move)
            standing = standing.before
        return frozenset(line)

    def _join(self, events: Sequence[EventId]) -> tuple[_Standing, ...]:
        """All that stands after several events: what one of them saw and ended does not stand for the others."""
        known = [one for one in events if one in self._after]
        if not known:
            return self._begun
        together = dict.fromkeys(standing for one in known for standing in self._after[one])
        return tuple(
            standing
            for standing in together
            if all(standing in self._after[one] or not self._has_seen(one, standing.move) for one in known)
        )

    def _has_seen(self, event: EventId, other: EventId) -> bool:
        seen: set[EventId] = set()
        stack = [event]
        while stack:
            current = stack.pop()
            if current == other:
                return True
            if current not in seen:
                seen.add(current)
                stack.extend(self._bases.get(current, ()))
        return False

    def _moved(self, event: Event, seen: tuple[_Standing, ...]) -> tuple[_Standing, ...]:
        """What stands after a move; what stood before where the move does not count."""
        stands, (sources, target) = _furthest(seen), _MOVES[type(event.fact)]
        if isinstance(event.fact, ResultFaulted | DossierReopened):
            undoing = _undoing(event.id, event.fact, stands)
            return (*(one for one in seen if one is not stands), undoing) if undoing else seen
        status = stands.status if stands else None
        if target is None or not (status in sources or self._is_believed(event, status, target)):
            return seen
        acts = stands.acts + 1 if stands else 1
        return (_Standing(target, event.id, event.id, acts, stands),)

    def _is_believed(self, event: Event, status: Status | None, target: Status) -> bool:
        """An author who saw what is not here is believed to have brought the dossier further, not back."""
        is_further = status is not None and _RANK[target] > _RANK[status]
        return is_further and any(base not in self._after for base in event.base)


def _undoing(
    event: EventId, fact: ResultFaulted | DossierReopened, undone: _Standing | None
) -> _Standing | None:
    """What stands instead of the act that is undone; None where that act does not stand."""
    sources, target = _MOVES[type(fact)]
    if undone is None or undone.by != fact.undoes or undone.status not in sources:
        return None
    if target is not None:
        return _Standing(target, event, event, undone.acts + 1, undone)
    back = undone.before
    return back and _Standing(back.status, event, back.by, undone.acts + 1, undone)


def _furthest(standings: Iterable[_Standing]) -> _Standing | None:
    """The standing that counts: the highest, of equal ones that of the longer line, then of the smaller id."""
    return min(standings, key=lambda one: (-_RANK[one.status], -one.acts, one.move), default=None)
