"""What a trial scan tells about the scanner, the keyboard and the input method between them."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.scanning import (
    LONGEST_GAP_MS,
    Damage,
    Ending,
    Prefix,
    TrialScan,
    Wedge,
    damage_between,
    report_on,
)
from cgcounter.domain.trial_codes import SCREEN_CODE

SHOWN = "H23.1-4|as.dd.a1.d9"


def scan(text: str = SHOWN, gap_ms: int = 4, ending: Ending = Ending.ENTER) -> TrialScan:
    """A code as a scanner types it."""
    return TrialScan(text, (gap_ms,) * (len(text) - 1), ending)


def test_a_good_scanner_is_fit() -> None:
    """The whole code, fast, with Enter behind it: the usual way of listening will do."""
    report = report_on(scan(), SHOWN)
    assert report.is_fit
    assert report.damage is Damage.NONE
    assert report.wedge == Wedge(shortest=8, longest_gap_ms=30, prefix=Prefix.NONE)


@pytest.mark.parametrize(
    ("came", "damage"),
    [
        ("H23.1-4|á.đ.a1.d9", Damage.REWRITTEN),  # Telex
        ("H23.1-4|as.dd.á.đ", Damage.REWRITTEN),  # VNI
        ("Hâê.ă-ô|as.dd.aă.dđ", Damage.REWRITTEN),  # the Vietnamese keyboard of Windows
        ("h23.1-4|AS.DD.A1.D9", Damage.CASE),
        ("H23.1-4~as.dd.a1.d9", Damage.LAYOUT),
        ("H23>1/4\\as>dd>a1>d9", Damage.LAYOUT),
        ("H23.1-4as.dd.a1.d9", Damage.CUT),
        ("H231|s.dd.a1.d9", Damage.CUT),
        ("", Damage.OTHER),
        ("030190012345", Damage.OTHER),
        ("H23.1-4|as.dd.a1.d9H23.1-4|as.dd.a1.d9", Damage.OTHER),
    ],
)
def test_damage_is_told_by_what_arrived(came: str, damage: Damage) -> None:
    """What an input method, Caps Lock, a keyboard layout and a hurried scanner do to a code."""
    assert damage_between(scan(came), SHOWN) is damage
    assert not report_on(scan(came), SHOWN).is_fit


def test_an_input_method_is_found_even_where_it_did_no_harm() -> None:
    """What passes through an input method does not arrive as keys: no scan would be recognised."""
    through = TrialScan(SHOWN, ending=Ending.ENTER, was_composed=True)
    report = report_on(through, SHOWN)
    assert report.damage is Damage.REWRITTEN
    assert report.wedge is None


@pytest.mark.parametrize(("gap_ms", "longest_gap_ms"), [(0, 30), (20, 30), (21, 31), (33, 43), (40, 50)])
def test_a_slow_scanner_is_waited_for(gap_ms: int, longest_gap_ms: int) -> None:
    """The program waits a little longer than the slowest character took."""
    wedge = report_on(scan(gap_ms=gap_ms), SHOWN).wedge
    assert wedge is not None
    assert wedge.longest_gap_ms == longest_gap_ms


@pytest.mark.parametrize("gap_ms", [41, 60, 110])
def test_what_is_as_slow_as_a_hand_is_no_scan(gap_ms: int) -> None:
    """From 60 ms on hands type: a scanner near that cannot be told from them."""
    assert report_on(scan(gap_ms=gap_ms), SHOWN).wedge is None


@pytest.mark.parametrize("ending", [Ending.ENTER, Ending.TAB, Ending.TWO_KEYS])
def test_any_key_may_end_a_scan(ending: Ending) -> None:
    """Enter, Tab, or CR and LF as two keys."""
    assert report_on(scan(ending=ending), SHOWN).is_fit


def test_a_scan_has_to_end() -> None:
    """Without a key at its end nobody knows that a scan is over."""
    report = report_on(scan(ending=Ending.NOTHING), SHOWN)
    assert report.damage is Damage.NONE
    assert report.wedge is None


@pytest.mark.parametrize("prefix", Prefix)
def test_the_prefix_of_the_scanner_is_learnt(prefix: Prefix) -> None:
    """What it sends before a scan is what the program will wait for."""
    wedge = report_on(msgspec.structs.replace(scan(), prefix=prefix), SHOWN).wedge
    assert wedge is not None
    assert wedge.prefix is prefix


@given(st.sets(st.integers(0, len(SCREEN_CODE) - 1), min_size=1, max_size=len(SCREEN_CODE) - 1))
def test_lost_characters_are_found_wherever_they_were(lost: set[int]) -> None:
    """Whatever characters are missing, the rest in its order is a code that was cut."""
    came = "".join(sign for at, sign in enumerate(SCREEN_CODE) if at not in lost)
    assert damage_between(scan(came), SCREEN_CODE) is Damage.CUT


@given(st.text(), st.lists(st.integers(0, 500)), st.sampled_from(Ending), st.sampled_from(Prefix))
def test_the_program_never_waits_as_long_as_a_hand(
    text: str, gaps: list[int], ending: Ending, prefix: Prefix
) -> None:
    """Whatever arrives, no trial makes typing look like a scan; and what it finds can be kept in the settings."""
    wedge = report_on(TrialScan(text, tuple(gaps), ending, prefix), SHOWN).wedge
    if wedge is not None:
        assert wedge.longest_gap_ms <= LONGEST_GAP_MS < 60
        assert msgspec.toml.decode(msgspec.toml.encode(wedge), type=Wedge) == wedge
