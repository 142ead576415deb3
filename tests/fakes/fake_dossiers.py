"""The questions of the screens, answered by folding everything and looking at it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from cgcounter.domain import codes, names
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.dossier_line import DossierLine, line_of
from cgcounter.domain.events import Event
from cgcounter.domain.facts import BEGINNINGS
from cgcounter.domain.fold import NoBeginningError, fold
from cgcounter.domain.holding import Task
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.payments import Payment, payments_of
from cgcounter.domain.people import normalise_personal_id, normalise_phone
from cgcounter.domain.staff import StaffId
from cgcounter.services.ports import DossierNotFoundError, Page, RegisterShare, TileCounts, View

_LONG_AGO = datetime(1970, 1, 1, tzinfo=TIME_ZONE)
_FAR_AHEAD = datetime(9999, 1, 1, tzinfo=TIME_ZONE)
_AT_THE_COUNTER = {None, Task.HAND_OVER, Task.RETURN}


class _Entry(NamedTuple):
    """A dossier with the moment that a list orders it by, and the place of its first event among equals."""

    moment: datetime
    place: int
    line: DossierLine

    @property
    def key(self) -> str:
        return f"{self.moment.isoformat()} {self.place}"


class FakeDossiers:
    """Slow and plain."""

    def __init__(self, events: Callable[[], Sequence[Event]]) -> None:
        self._events = events

    def get(self, dossier: DossierId) -> Dossier:
        try:
            return fold(event for event in self._events() if event.dossier == dossier)
        except NoBeginningError:
            raise DossierNotFoundError from None

    def by_code(self, code: str) -> tuple[DossierLine, ...]:
        wanted = code.strip()
        lines = _lines(sorted(self._entries(), key=lambda entry: entry.place))
        if codes.is_alias(wanted):
            return tuple(line for line in lines if line.code and _digits(line.code) == wanted)
        return tuple(line for line in lines if line.code and line.code == wanted)

    def search(self, query: str, *, limit: int) -> tuple[DossierLine, ...]:
        text = names.nfc(query)
        if not text:
            return ()
        if codes.is_code(text):
            return self.by_code(text)[:limit]
        newest_first = sorted(self._entries(), reverse=True)
        if re.fullmatch(r"\+?[0-9\s.()\-]+", text):
            found = [*self.by_code(normalise_personal_id(text)), *_by_number(newest_first, text)]
            return tuple(dict.fromkeys(found))[:limit]
        lines = [line for line in _lines(newest_first) if names.matches(text, line.name)]
        lines.sort(key=lambda line: not names.exact_marks(text, line.name))
        return tuple(lines[:limit])

    def of_person(self, personal_id: str, *, limit: int) -> tuple[DossierLine, ...]:
        person = normalise_personal_id(personal_id)
        newest_first = _lines(sorted(self._entries(), reverse=True))
        found = (
            line for line in newest_first if person and normalise_personal_id(line.personal_id) == person
        )
        return tuple(found)[:limit]

    def of_group(self, group: UUID) -> tuple[DossierLine, ...]:
        lines = _lines(sorted(self._entries()))
        return tuple(line for line in lines if self.get(line.id).group == group)

    def page(self, view: View, *, now: datetime, after: str | None, limit: int) -> Page:
        entries = self._list(view, now)
        if after is not None:
            moment, _, place = after.partition(" ")
            last = (datetime.fromisoformat(moment), int(place))
            is_ascending = view in {View.OVERDUE, View.DUE_TODAY, View.WAITING}
            entries = [one for one in entries if one[:2] != last and (one[:2] > last) is is_ascending]
        return _page(entries, limit)

    def held_in(self, unit: str, *, by: StaffId | None = None, after: str | None, limit: int) -> Page:
        held = (one for one in self._entries() if one.line.task not in _AT_THE_COUNTER)
        entries = sorted(
            _Entry(one.line.deadline or _FAR_AHEAD, one.place, one.line)
            for one in held
            if one.line.held_unit == unit and by in {None, one.line.held_by}
        )
        if after is not None:
            moment, _, place = after.partition(" ")
            entries = [one for one in entries if one[:2] > (datetime.fromisoformat(moment), int(place))]
        return _page(entries, limit)

    def counts(self, now: datetime) -> TileCounts:
        return TileCounts(
            overdue=len(self._list(View.OVERDUE, now)),
            due_today=len(self._list(View.DUE_TODAY, now)),
            received=len(self._list(View.RECEIVED_TODAY, now)),
            returned=len(self._list(View.RETURNED_TODAY, now)),
        )

    def unprinted(self) -> int:
        return len(self._unprinted())

    def received_on(self, day: date) -> tuple[DossierLine, ...]:
        return _lines(self._received_on(day))

    def returned_on(self, day: date) -> tuple[DossierLine, ...]:
        return _lines(self._returned_on(day))

    def overdue(self, now: datetime) -> tuple[DossierLine, ...]:
        return _lines(self._pending(lambda due_at: due_at < now))

    def due_on(self, day: date, now: datetime) -> tuple[DossierLine, ...]:
        return _lines(self._pending(lambda due_at: due_at.date() == day and due_at >= now))

    def handed_on_paper(self, day: date) -> tuple[DossierLine, ...]:
        legs = ((self.get(one.line.id).paper_leg, one) for one in self._entries())
        return _lines(
            sorted(
                _Entry(leg.handed_at, one.place, one.line)
                for leg, one in legs
                if leg is not None and leg.handed_at.astimezone(TIME_ZONE).date() == day
            )
        )

    def register_shares(self, first: date, last: date) -> tuple[RegisterShare, ...]:
        counted = Counter((line.register_volume, line.field) for line in self._registered(first, last))
        return tuple(RegisterShare(*key, count) for key, count in sorted(counted.items()))

    def registered(
        self, first: date, last: date, *, field: str = "", volume: str = ""
    ) -> tuple[DossierId, ...]:
        return tuple(
            line.id
            for line in self._registered(first, last)
            if field in {"", line.field} and volume in {"", line.register_volume}
        )

    def _registered(self, first: date, last: date) -> list[DossierLine]:
        entries = sorted(self._entries(), key=lambda one: one.place)
        received = [one.line for one in entries if one.line.received_at is not None]
        rows = [
            line
            for line in received
            if line.register_volume and line.received_at and first <= line.received_at.date() <= last
        ]
        return sorted(rows, key=lambda line: (line.register_volume, line.register_number))

    def payments_on(self, day: date) -> tuple[Payment, ...]:
        places = {event.id: place for place, event in enumerate(self._events())}
        payments = [payment for one in self._entries() for payment in payments_of(self.get(one.line.id))]
        payments.sort(key=lambda payment: (payment.at, places[payment.id]))
        return tuple(payment for payment in payments if payment.at.astimezone(TIME_ZONE).date() == day)

    def _list(self, view: View, now: datetime) -> list[_Entry]:
        today = now.astimezone(TIME_ZONE).date()
        lists: dict[View, Callable[[], list[_Entry]]] = {
            View.ALL: lambda: sorted(self._entries(), reverse=True),
            View.OVERDUE: lambda: self._pending(lambda due_at: due_at < now),
            View.DUE_TODAY: lambda: self._pending(lambda due_at: due_at.date() == today and due_at >= now),
            View.RECEIVED_TODAY: lambda: self._received_on(today)[::-1],
            View.RETURNED_TODAY: lambda: self._returned_on(today)[::-1],
            View.UNPRINTED: self._unprinted,
            View.WAITING: self._waiting,
        }
        return lists[view]()

    def _waiting(self) -> list[_Entry]:
        ready = (one for one in self._entries() if one.line.status is Status.RESULT_READY)
        return sorted(_Entry(one.line.released_at or _LONG_AGO, one.place, one.line) for one in ready)

    def _received_on(self, day: date) -> list[_Entry]:
        entries = sorted(self._entries())
        return [one for one in entries if one.line.received_at is not None and one.moment.date() == day]

    def _returned_on(self, day: date) -> list[_Entry]:
        moments = ((one.line.returned_at, one) for one in self._entries())
        return sorted(
            _Entry(moment, one.place, one.line)
            for moment, one in moments
            if moment is not None and moment.date() == day
        )

    def _unprinted(self) -> list[_Entry]:
        return [one for one in sorted(self._entries(), reverse=True) if self.get(one.line.id).owes_receipt]

    def _pending(self, is_wanted: Callable[[datetime], bool]) -> list[_Entry]:
        pending = (one for one in self._entries() if self.get(one.line.id).is_pending)
        moments = ((one.line.due_at, one) for one in pending)
        return sorted(
            _Entry(moment, one.place, one.line)
            for moment, one in moments
            if moment is not None and is_wanted(moment)
        )

    def _entries(self) -> list[_Entry]:
        lives: dict[DossierId, list[Event]] = {}
        places: dict[DossierId, int] = {}
        for place, event in enumerate(self._events()):
            lives.setdefault(event.dossier, []).append(event)
            if isinstance(event.fact, BEGINNINGS):
                places.setdefault(event.dossier, place)
        dossiers = ((places[dossier], fold(lives[dossier])) for dossier in places)
        return [_Entry(_begun_at(dossier), place, line_of(dossier)) for place, dossier in dossiers]


def _begun_at(dossier: Dossier) -> datetime:
    return dossier.begun_at or _LONG_AGO


def _page(entries: list[_Entry], limit: int) -> Page:
    return Page(_lines(entries[:limit]), entries[limit - 1].key if len(entries) > limit else None)


def _lines(entries: Iterable[_Entry]) -> tuple[DossierLine, ...]:
    return tuple(entry.line for entry in entries)


def _digits(code: str) -> str:
    return "".join(code.split("-")[-2:])


def _by_number(newest_first: list[_Entry], text: str) -> list[DossierLine]:
    digits, phone = normalise_personal_id(text), normalise_phone(text)[0]
    if len(digits) < 4:
        return []
    lines = _lines(newest_first)
    by_end = [line for line in lines if len(digits) == 4 and line.code.endswith(f"-{digits}")]
    by_end.sort(key=lambda line: line.code.split("-")[-2], reverse=True)
    people = [
        line
        for line in lines
        if normalise_personal_id(line.personal_id).startswith(digits)
        or normalise_phone(line.phone)[0].startswith(phone)
    ]
    return [*by_end, *people]
