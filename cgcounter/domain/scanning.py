"""How a wedge scanner types, and what a trial scan tells about it (ux, section 4)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

LONGEST_GAP_MS: Final = 50
"""What a scanner may leave between two characters; hands take 60 to 110 ms."""

_USUAL_GAP_MS: Final = 30
_GAP_TO_SPARE_MS: Final = 10  # a busy machine sees keys later than they were sent


class Prefix(StrEnum):
    """What the scanner was set up to send before each scan."""

    NONE = "none"
    F13 = "F13"
    STX = "STX"


class Wedge(Struct, frozen=True, omit_defaults=True):
    """How the scanner of this counter types: 0 to 20 ms a character, unless the trial found more."""

    shortest: int = 8
    longest_gap_ms: Annotated[int, Meta(ge=1, le=LONGEST_GAP_MS)] = _USUAL_GAP_MS
    prefix: Prefix = Prefix.NONE


class Ending(StrEnum):
    """What the scanner sends after a code; without anything nobody knows that it was the last character."""

    NOTHING = "nothing"
    ENTER = "enter"
    TAB = "tab"
    TWO_KEYS = "two_keys"


class Damage(StrEnum):
    """What became of a code on its way from the scanner to the program."""

    NONE = "none"
    REWRITTEN = "rewritten"
    CASE = "case"
    LAYOUT = "layout"
    CUT = "cut"
    OTHER = "other"


class TrialScan(Struct, frozen=True):
    """What arrived. ``gaps_ms`` lie between characters; ``was_composed``: an input method had a hand in it."""

    text: str
    gaps_ms: tuple[int, ...] = ()
    ending: Ending = Ending.NOTHING
    prefix: Prefix = Prefix.NONE
    was_composed: bool = False

    @property
    def slowest_gap_ms(self) -> int:
        """The longest wait between two characters."""
        return max(self.gaps_ms, default=0)

    @property
    def is_at_speed(self) -> bool:
        """Whether it came as fast as only a scanner types."""
        return self.slowest_gap_ms <= LONGEST_GAP_MS - _GAP_TO_SPARE_MS


class ScanReport(Struct, frozen=True):
    """What a trial scan tells. ``wedge`` is how the program is to listen, None where it could not tell a scan."""

    scan: TrialScan
    damage: Damage
    wedge: Wedge | None

    @property
    def is_fit(self) -> bool:
        """Whether scans of this scanner are recognised and whole."""
        return self.damage is Damage.NONE and self.wedge is not None


def report_on(scan: TrialScan, shown: str) -> ScanReport:
    """What the scan of a code that was shown tells about the scanner."""
    return ScanReport(scan, damage_between(scan, shown), _wedge_for(scan))


def damage_between(scan: TrialScan, shown: str) -> Damage:
    """What happened to the code that was shown; the likeliest cause where several would explain it."""
    came = scan.text
    if scan.was_composed or not came.isascii():
        return Damage.REWRITTEN
    if came == shown:
        return Damage.NONE
    if came == shown.swapcase():
        return Damage.CASE
    if len(came) == len(shown) and _stays(came) == _stays(shown):
        return Damage.LAYOUT
    if came and _is_left_of(came, shown):
        return Damage.CUT
    return Damage.OTHER


def _stays(text: str) -> str:
    """The letters and figures: layouts of the Latin script move signs, and few letters."""
    return "".join(sign for sign in text if sign.isalnum())


def _is_left_of(came: str, shown: str) -> bool:
    """Whether it is what is left when characters are lost: the others, in their order."""
    rest: Iterator[str] = iter(shown)
    return all(sign in rest for sign in came)


def _wedge_for(scan: TrialScan) -> Wedge | None:
    if scan.was_composed or scan.ending is Ending.NOTHING or not scan.is_at_speed:
        return None
    longest = max(_USUAL_GAP_MS, scan.slowest_gap_ms + _GAP_TO_SPARE_MS)
    return Wedge(longest_gap_ms=longest, prefix=scan.prefix)
