"""The questions of the screens, answered by folding everything and looking at it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from cgcounter.domain import codes, names
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, DossierLine, NoBeginningError, Status, fold, line_of
from cgcounter.domain.events import DossierId, DossierReceived, Event, IntakeRefused
from cgcounter.domain.people import normalise_personal_id, normalise_phone
from cgcounter.services.ports import DossierNotFoundError, Page, TileCounts, View

_LONG_AGO = datetime(1970, 1, 1, tzinfo=TIME_ZONE)


class _Entry(NamedTuple):
    """A dossier with the place of its first event, which is its age among equals."""

    begun_at: datetime
    place: int
    line: DossierLine

    @property
    def pending_due_at(self) -> datetime | None:
        return self.line.due_at if self.line.status in {Status.ACCEPTED, Status.IN_PROGRESS} else None


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
        lines = [line for line in _lines(newest_first) if _is_found(text, line.name)]
        lines.sort(key=lambda line: not names.exact_marks(text, line.name))
        return tuple(lines[:limit])

    def of_person(self, personal_id: str, *, limit: int) -> tuple[DossierLine, ...]:
        person = normalise_personal_id(personal_id)
        newest_first = _lines(sorted(self._entries(), reverse=True))
        found = (
            line for line in newest_first if person and normalise_personal_id(line.personal_id) == person
        )
        return tuple(found)[:limit]

    def page(self, view: View, *, now: datetime, after: str | None, limit: int) -> Page:
        lines = self._list(view, now)
        start = int(after) if after else 0
        following = str(start + limit) if start + limit < len(lines) else None
        return Page(lines[start : start + limit], following)

    def counts(self, now: datetime) -> TileCounts:
        return TileCounts(
            overdue=len(self._list(View.OVERDUE, now)),
            due_today=len(self._list(View.DUE_TODAY, now)),
            received=len(self._list(View.RECEIVED_TODAY, now)),
            returned=len(self._list(View.RETURNED_TODAY, now)),
        )

    def received_on(self, day: date) -> tuple[DossierLine, ...]:
        return tuple(
            line
            for line in _lines(sorted(self._entries()))
            if line.received_at is not None and line.received_at.date() == day
        )

    def returned_on(self, day: date) -> tuple[DossierLine, ...]:
        returned = [
            (entry.line.returned_at, entry)
            for entry in self._entries()
            if entry.line.returned_at is not None and entry.line.returned_at.date() == day
        ]
        return tuple(entry.line for _, entry in sorted(returned, key=lambda one: (one[0], one[1].place)))

    def overdue(self, now: datetime) -> tuple[DossierLine, ...]:
        return self._pending(lambda due_at: due_at < now)

    def due_on(self, day: date, now: datetime) -> tuple[DossierLine, ...]:
        return self._pending(lambda due_at: due_at.date() == day and due_at >= now)

    def _pending(self, is_wanted: Callable[[datetime], bool]) -> tuple[DossierLine, ...]:
        pending = [(entry.pending_due_at, entry) for entry in self._entries()]
        wanted = [(due_at, entry) for due_at, entry in pending if due_at is not None and is_wanted(due_at)]
        return tuple(entry.line for _, entry in sorted(wanted, key=lambda one: (one[0], one[1].place)))

    def _list(self, view: View, now: datetime) -> tuple[DossierLine, ...]:
        today = now.astimezone(TIME_ZONE).date()
        if view is View.ALL:
            return _lines(sorted(self._entries(), reverse=True))
        if view is View.OVERDUE:
            return self.overdue(now)
        if view is View.DUE_TODAY:
            return self.due_on(today, now)
        lines = self.received_on(today) if view is View.RECEIVED_TODAY else self.returned_on(today)
        return lines[::-1]

    def _entries(self) -> list[_Entry]:
        lives: dict[DossierId, list[Event]] = {}
        places: dict[DossierId, int] = {}
        for place, event in enumerate(self._events()):
            lives.setdefault(event.dossier, []).append(event)
            if isinstance(event.fact, DossierReceived | IntakeRefused):
                places.setdefault(event.dossier, place)
        dossiers = ((places[dossier], fold(lives[dossier])) for dossier in places)
        return [_Entry(_begun_at(dossier), place, line_of(dossier)) for place, dossier in dossiers]


def _begun_at(dossier: Dossier) -> datetime:
    if dossier.received_at is not None:
        return dossier.received_at
    return dossier.refused.refused_at if dossier.refused is not None else _LONG_AGO


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


def _is_found(query: str, name: str) -> bool:
    """By any word from three letters on; before that only by the beginning of the name or of its last word."""
    wanted, words = names.search_words(query), names.search_words(name)
    if sum(map(len, wanted)) >= 3:
        return names.matches(query, name)
    if not wanted:
        return False
    begins_whole = " ".join(words).startswith(" ".join(wanted))
    return begins_whole or (len(wanted) == 1 and bool(words) and words[-1].startswith(wanted[0]))
