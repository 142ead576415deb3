"""A counter's identity in the log: a file that was copied back begins a new one and goes on with higher numbers.

An origin is one incarnation of this counter; a sequence number or a running number is never used twice
(design: sync, sections 6 and 7).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Final

from cgcounter.domain.chain import ORIGIN_BYTES, Origin, first_link
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.meta import Fact, put_fact
from cgcounter.storage.transaction import Sql, Transaction

ABOVE_MARK: Final = 10
_SLOT_SIZE: Final = 1000

_NEXT: Final = Sql("SELECT next FROM code_counter WHERE slot = :slot AND day = :day")
_SET_NEXT: Final = Sql(
    "INSERT INTO code_counter (slot, day, next) VALUES (:slot, :day, :next)"
    " ON CONFLICT (slot, day) DO UPDATE SET next = excluded.next"
)
_LAST_BEGUN: Final = Sql("SELECT max(begun) FROM origin_head")
_NEW_HEAD: Final = Sql(
    "INSERT INTO origin_head (origin, seq, hash, own, begun) VALUES (:origin, :seq, :hash, :own, :begun)"
)


def new_origin() -> Origin:
    """The name of a new incarnation."""
    return Origin(secrets.token_bytes(ORIGIN_BYTES))


def begin_incarnation(transaction: Transaction, origin: Origin) -> None:
    """Write from now on under a new origin; the former ones stay as they are."""
    begun = (transaction.value(_LAST_BEGUN) or 0) + 1
    head = {"origin": origin, "seq": 0, "hash": first_link(origin), "own": True, "begun": begun}
    transaction.run(_NEW_HEAD, head)
    put_fact(transaction, Fact.ORIGIN, origin)


def find_next(transaction: Transaction, slot: int, day: date) -> int | None:
    """The running number that comes next; None when none was given out in this slot and day."""
    found: int | None = transaction.value(_NEXT, {"slot": slot, "day": day.isoformat()})
    return found


def set_next(transaction: Transaction, slot: int, day: date, number: int) -> None:
    """Write down which running number comes next."""
    transaction.run(_SET_NEXT, {"slot": slot, "day": day.isoformat(), "next": number})


def marks_ahead(transaction: Transaction, marks: Iterable[CodeMark]) -> list[CodeMark]:
    """The marks that this file does not know of: it is older than they are."""
    return [mark for mark in marks if mark.serial >= (find_next(transaction, mark.slot, mark.day) or 0)]


def pass_marks(transaction: Transaction, marks: Iterable[CodeMark]) -> None:
    """Let the running numbers go on above the marks; a slot may be used up by that."""
    for mark in marks_ahead(transaction, marks):
        used_up = (mark.slot + 1) * _SLOT_SIZE
        set_next(transaction, mark.slot, mark.day, min(mark.serial + ABOVE_MARK, used_up))
