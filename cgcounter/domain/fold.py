"""The fold: a dossier as a function of the *set* of its events.

Order of arrival, duplicates and batches do not matter. Events are walked in the order of their ancestry, ties by
(depth, id); of two acts that did not know of each other the one further along in a dossier's life stands (design:
sync, section 8, C3), the other is kept as not applied. An act that undoes another names it, and lifts only that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import msgspec

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
    ResultRecorded: (_BEFORE_RESULT, Status.RESULT_READY),
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
    walk = _Walk(ordered)
    for event in ordered:
        walk.take(event)
    return walk.result()


def in_order_of_ancestry(events: Iterable[Event]) -> tuple[Event, ...]:
    """Each event once, ancestors first, ties by (depth, id); a base that is not here counts as nothing."""
    by_id = {event.id: event for event in events}
    depth: dict[EventId, int] = {}
    for start in by_id:
        _measure_depth(start, by_id, depth)
    return tuple(sorted(by_id.values(), key=lambda event: (depth[event.id], event.id)))


def _measure_depth(start: EventId, by_id: dict[EventId, Event], depth: dict[EventId, int]) -> None:
    # An explicit stack: a long life must not meet the interpreter's recursion limit. A circle of bases cannot be
    # made honestly; the depth 0 set on the way in ends it.
    stack = [start]
    while stack:
        current = stack[-1]
        known = [base for base in by_id[current].base if base in by_id]
        missing = [base for base in known if base not in depth]
        if current not in depth and missing:
            depth[current] = 0
            stack.extend(missing)
            continue
        depth[current] = 1 + max((depth[base] for base in known), default=-1)
        stack.pop()


class _Walk:
    """The fold under way: where the dossier stands, and which act brought it there."""

    def __init__(self, ordered: Sequence[Event]) -> None:
        self._bases = {event.id: event.base for event in ordered}
        self._dossier = DossierUnderWay()
        self._status: Status | None = None
        self._last_move: EventId | None = None
        # Where the dossier stood before each move that counted.
        self._before: dict[EventId, Status | None] = {}
        self._history: list[HistoryLine] = []
        self._read_only = False

    def take(self, event: Event) -> None:
        event = msgspec.structs.replace(event, fact=told_here(event.fact))
        applied = self._apply(event)
        self._history.append(
            HistoryLine(
                id=event.id,
                at=event.at.astimezone(TIME_ZONE),
                actor=event.actor,
                fact=event.fact,
                applied=applied,
            )
        )

    def _apply(self, event: Event) -> bool:
        fact = event.fact
        if isinstance(fact, UnknownFact):
            self._read_only = True
            return False
        if type(fact) in _MOVES:
            target = self._target(event)
            if target is None:
                return False
            self._before[event.id] = self._status
            self._status, self._last_move = target, event.id
        return self._dossier.write(event)

    def _target(self, event: Event) -> Status | None:
        """Where this act moves the dossier; None where it does not count."""
        fact, (sources, target) = event.fact, _MOVES[type(event.fact)]
        if isinstance(fact, DossierReopened):
            return self._before.get(fact.undoes) if self._undoes(fact, sources) else None
        if isinstance(fact, ResultFaulted):
            return target if self._undoes(fact, sources) else None
        if self._last_move is None or self._descends(event.id, self._last_move):
            return target if self._status in sources else None
        return target if self._is_further(target) else None

    def _undoes(self, fact: ResultFaulted | DossierReopened, sources: AbstractSet[Status | None]) -> bool:
        return fact.undoes == self._last_move and self._status in sources

    def _is_further(self, target: Status | None) -> bool:
        return self._status is None or (target is not None and _RANK[target] > _RANK[self._status])

    def _descends(self, event: EventId, ancestor: EventId) -> bool:
        seen: set[EventId] = set()
        stack = list(self._bases[event])
        while stack:
            current = stack.pop()
            if current == ancestor:
                return True
            if current not in seen:
                seen.add(current)
                stack.extend(self._bases.get(current, ()))
        return False

    def result(self) -> Dossier:
        if self._status is None or self._last_move is None:
            raise NoBeginningError
        bases = {base for one in self._bases.values() for base in one}
        return Dossier(
            **self._dossier.all_fields(),
            status=self._status,
            last_move=self._last_move,
            heads=tuple(sorted(one for one in self._bases if one not in bases)),
            history=tuple(self._history),
            read_only=self._read_only,
        )
