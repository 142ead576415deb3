"""The codes that are made to be read back: of the test page, and of the code on the screen; no dossier bears one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain.forms import PaperSize
from cgcounter.domain.names import nfc


class SymbolKind(StrEnum):
    """How a code is printed for machines; the two fail differently, so papers bear both."""

    CODE_128 = "code_128"
    QR = "qr"


class TrialCode(Struct, frozen=True):
    """A code of a test page: the sheet that bears it, and as what."""

    size: PaperSize
    kind: SymbolKind
    text: str


# As long as the code of a dossier, so that it takes the same room; the day 00/00/00 belongs to none.
_STEM: Final = "000.00.00.H00-000000-"
_SHEETS: Final[Mapping[PaperSize, str]] = {PaperSize.A5: "05", PaperSize.A4: "04", PaperSize.A4_TWO_UP: "24"}
_KINDS: Final[Mapping[SymbolKind, str]] = {SymbolKind.CODE_128: "81", SymbolKind.QR: "02"}

SCREEN_CODE: Final = "H23.1-4|as.dd.a1"
"""Shown on the screen: what layouts change (| . -), what Telex (as, dd) and what VNI (a1) rewrite."""


def trial_code(size: PaperSize, kind: SymbolKind) -> str:
    """What one symbol of the test page of a sheet holds."""
    return f"{_STEM}{_SHEETS[size]}{_KINDS[kind]}"


def find_trial_code(scanned: str) -> TrialCode | None:
    """The code of a test page that a scan is, None when it is another code or a damaged one."""
    text = nfc(scanned)
    every = (TrialCode(size, kind, trial_code(size, kind)) for size in PaperSize for kind in SymbolKind)
    return next((one for one in every if one.text == text), None)
