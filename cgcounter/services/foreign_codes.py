"""Codes that another gave out, a portal or another office, and that a dossier keeps here."""

from __future__ import annotations

from typing import Final

from cgcounter.domain import codes
from cgcounter.domain.codes import SLOTS, DossierCode
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.offices import agency_code_of
from cgcounter.services.ports import Reading

_SLOT_SIZE: Final = 1000


class CodeKnownError(RuleBrokenError):
    """A dossier with this ``code`` is here already."""

    code = "code_known"


class CodeOfCounterError(RuleBrokenError):
    """Only a counter of this office gives such a ``code`` out."""

    code = "code_of_counter"


def portal_code(reading: Reading, text: str) -> DossierCode | None:
    """The code of a portal, None where nothing is typed.

    Raises MalformedCodeError, CodeKnownError, CodeOfCounterError.
    """
    if not text.strip():
        return None
    code = codes.parse_code(text.upper()).text
    if is_of_a_counter(reading, code):
        raise CodeOfCounterError(code=code)
    if reading.dossiers.by_code(code):
        raise CodeKnownError(code=code)
    return code


def is_of_a_counter(reading: Reading, code: str) -> bool:
    """Whether the code is one that the counters of this office give out."""
    parsed = codes.parse_code(code)
    agency = agency_code_of(reading.reference.office(), reading.reference.counter())
    return parsed.agency == agency and parsed.serial // _SLOT_SIZE in SLOTS
