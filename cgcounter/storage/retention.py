"""Which backups may go: the newest of 7 days, of 4 weeks and of 12 months stay (design: ux, section 9)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Final

_PERIODS: Final[tuple[tuple[int, Callable[[datetime], Hashable]], ...]] = (
    (7, lambda made_at: made_at.date()),
    (4, lambda made_at: made_at.isocalendar()[:2]),
    (12, lambda made_at: (made_at.year, made_at.month)),
)


def superseded(made_at: Iterable[datetime]) -> set[datetime]:
    """Those whose day, week and month are each told by a newer backup, or lie too far back."""
    newest_first = sorted(set(made_at), reverse=True)
    kept: set[datetime] = set()
    for periods, period_of in _PERIODS:
        newest_of: dict[Hashable, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(period_of(moment), moment)
        kept.update(list(newest_of.values())[:periods])
    return set(newest_first) - kept
