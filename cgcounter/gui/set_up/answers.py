"""What the pages of the set-up ask for, as it was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cgcounter.gui.counter_unit.fields import UnitAnswer


class Language(StrEnum):
    """What the window speaks, as the settings name it."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class Start(StrEnum):
    """How the program is to begin."""

    DEMO = "demo"
    OFFICE = "office"
    RESTORE = "restore"


@dataclass(frozen=True)
class OfficeAnswer:
    """The office as its papers name it."""

    unit_key: str
    commune: str
    authority: str
    office_name: str
    place: str


@dataclass(frozen=True)
class CounterAnswer:
    """The unit of the counter with the code that begins its dossier codes, and the digit of this counter."""

    unit: UnitAnswer
    slot: str


@dataclass(frozen=True)
class RestoreAnswer:
    """A backup and the code of the recovery sheet."""

    file: str
    code: str = field(repr=False)
