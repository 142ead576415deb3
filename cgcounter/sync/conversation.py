"""What the parts of a cycle share: how they ask, what they count, and how they fail."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol, TypeVar

from cgcounter.domain.chain import Origin
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.services.replica import Replica
from cgcounter.sync.messages import Answer, AskLinks, Links, Refused, Request

MOST_ROUNDS: Final = 8
_LINKS_AT_ONCE: Final = 1000

A = TypeVar("A")
Conversation = Generator[Request, Answer, A]
"""Gives requests, takes their answers, and comes to an end."""


class RefusedError(EnvironmentProblemError):
    """The district refused the counter: ``why`` is the reason's word."""

    code = "sync_refused"


class NoAgreementError(EnvironmentProblemError):
    """Counter and district went round in circles; what was stored so far is stored."""

    code = "sync_no_agreement"


class Sealer(Protocol):
    """Signs with the counter's key."""

    def sign(self, text: bytes) -> bytes: ...


class Limits(NamedTuple):
    """How much goes into one message."""

    events: int = 500
    bytes: int = 1024 * 1024


class Incident(NamedTuple):
    """Something people must look at: what it is, and the origin it is about."""

    what: str
    origin: Origin


@dataclass
class Outcome:
    """What a cycle did; filled while it runs, so that one that was stopped has told so far."""

    pushed: int = 0
    pulled: int = 0
    healed: int = 0
    quarantined: int = 0
    incarnations: int = 0
    is_new_epoch: bool = False
    incidents: list[Incident] = field(default_factory=list)


class Talk(NamedTuple):
    """What every part of a cycle stands on."""

    replica: Replica
    sealer: Sealer
    limits: Limits
    outcome: Outcome


def expect(answer: Answer, kind: type[A]) -> A:
    """The answer, if it is of this kind; raises RefusedError."""
    if isinstance(answer, kind):
        return answer
    raise RefusedError(why=answer.why if isinstance(answer, Refused) else "answer")


def last_common(replica: Replica, origin: Origin, upto: int) -> Conversation[int]:
    """The last number at which a chain bears the same link here and at the district, 0 for its beginning."""
    while upto > 0:
        first = max(upto - _LINKS_AT_ONCE + 1, 1)
        theirs = expect((yield AskLinks(origin, first, upto - first + 1)), Links).links
        for place in range(len(theirs) - 1, -1, -1):
            if replica.link_at(origin, first + place) == theirs[place]:
                return first + place
        upto = first - 1
    return 0
