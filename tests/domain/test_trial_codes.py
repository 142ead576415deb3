"""The codes that are made to be read back."""

import re

import pytest

from cgcounter.domain.codes import MalformedCodeError, ScanKind, parse_code, scan_kind
from cgcounter.domain.forms import PaperSize
from cgcounter.domain.trial_codes import (
    SCREEN_CODE,
    SymbolKind,
    TrialCode,
    find_trial_code,
    trial_code,
)

EVERY = [(size, kind) for size in PaperSize for kind in SymbolKind]


@pytest.mark.parametrize(("size", "kind"), EVERY)
def test_a_trial_code_says_what_was_scanned(size: PaperSize, kind: SymbolKind) -> None:
    """Each symbol of each sheet has a code of its own, also with what a scanner adds at its ends."""
    text = trial_code(size, kind)
    assert find_trial_code(f" {text}\r\n") == TrialCode(size, kind, text)


def test_another_code_is_none_of_them() -> None:
    """The code of a dossier, a damaged code and nothing at all."""
    for text in ("000.12.30.H23-220310-1001", "000.00.00.H00-000000-058", "000.00.00.h00-000000-0581", ""):
        assert find_trial_code(text) is None


@pytest.mark.parametrize(("size", "kind"), EVERY)
def test_no_dossier_bears_a_trial_code(size: PaperSize, kind: SymbolKind) -> None:
    """It is as long as the code of a dossier, of the same signs, and still none: its day is no day."""
    text = trial_code(size, kind)
    assert len(text) == len("000.12.30.H23-220310-1001")
    assert re.fullmatch(r"[0-9.H-]+", text)
    with pytest.raises(MalformedCodeError):
        parse_code(text)


def test_the_code_on_the_screen_holds_what_breaks() -> None:
    """Signs that layouts move, letters that Telex rewrites, figures that VNI rewrites; and it is nobody's code."""
    assert {"|", ".", "-", "H"} <= set(SCREEN_CODE)
    assert all(pair in SCREEN_CODE for pair in ("as", "dd", "a1"))
    assert scan_kind(SCREEN_CODE) is ScanKind.TEXT
