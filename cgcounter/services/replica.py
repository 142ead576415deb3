"""What synchronising needs of the data file: one replica of what happened in a scope.

Each method is one transaction. The log stays append-only: what moves to another origin keeps its bytes and its id.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.feed import Cursor, FeedRow, Held


class FeedGapError(EnvironmentProblemError):
    """A row of the feed came without its event, and the event is not here either."""

    code = "feed_gap"


class OwnChain(Struct, frozen=True):
    """A chain that this counter wrote; the district has its events up to ``acknowledged``."""

    origin: Origin
    head: Position
    acknowledged: int = 0
    durable: int = 0


class Standing(Struct, frozen=True):
    """Where a replica stands: the last of ``chains`` is the one it writes, ``digest`` is that up to the cursor."""

    chains: tuple[OwnChain, ...]
    cursor: Cursor | None
    digest: bytes

    @property
    def current(self) -> OwnChain:
        """The chain that is written now."""
        return self.chains[-1]


class Run(Struct, frozen=True):
    """Events of an origin that follow each other; ``previous`` is the link before them, ``links`` are theirs."""

    first_seq: int
    previous: bytes
    bodies: tuple[bytes, ...]
    links: tuple[bytes, ...]

    @property
    def last(self) -> Position:
        """Where the chain stands after them."""
        return Position(self.first_seq + len(self.links) - 1, self.links[-1])


class Taken(Struct, frozen=True):
    """What a page brought: how many events are new here, and origins whose chain parted from what was here."""

    new: int
    digest: bytes
    parted: tuple[Origin, ...] = ()


class Replica(Protocol):
    """A counter's data file, as its partner in synchronising knows it."""

    def standing(self) -> Standing: ...
    def run_after(self, origin: Origin, seq: int, *, most_events: int, most_bytes: int) -> Run | None:
        """The next events of an origin, at least one; None where none follows."""

    def link_at(self, origin: Origin, seq: int) -> bytes | None:
        """The link of an event, or of the beginning at 0; None for one that is not here."""

    def held(self) -> Held:
        """All that is here."""

    def ids_after(self, origin: Origin, seq: int) -> tuple[UUID, ...]:
        """The ids of an origin's events after a number."""

    def foreign(self, origin: Origin, after: int) -> tuple[ChainedEvent, ...]:
        """All events of an origin after a number, with gaps where it has gaps."""

    def seal_within(self, origin: Origin, after: int, upto: int) -> Seal | None:
        """The last seal of an origin in (after, upto]."""

    def keep_seals(self, seals: Sequence[Seal]) -> None: ...
    def acknowledge(self, origin: Origin, seq: int, durable_seq: int) -> None:
        """The district has an own chain up to ``seq``, perhaps less than it had before."""

    def take(self, rows: Sequence[FeedRow], cursor: Cursor) -> Taken:
        """Store what follows the cursor, and the cursor with it; raises FeedGapError, and then nothing is stored."""

    def start_over(self, epoch: bytes) -> None:
        """Read the feed of an epoch from its beginning."""

    def begin_incarnation(self) -> None:
        """Write under a new origin from now on."""

    def part(self, origin: Origin, after: int, known: Collection[UUID]) -> None:
        """The own chain of ``origin`` is another one at the district after a number.

        What follows is written again under the present origin, a new one if it was the present one; what the
        district knows under another origin waits aside until the feed brings it.
        """
