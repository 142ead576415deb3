"""What a trial scan found, in words: what arrived, how fast, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.scanning import Damage, Ending, Prefix, ScanReport, TrialScan
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.findings import Finding

_MOST_SHOWN: Final = 48


def words_of_report(report: ScanReport) -> tuple[Finding, ...]:
    """Everything that is to be said of a scan of the shown code."""
    return (
        words_of_damage(report.damage, report.scan),
        *_words_of_pace(report),
        *_words_of_ending(report.scan),
    )


def words_of_damage(damage: Damage, scan: TrialScan) -> Finding:
    """What became of the code, and what to do about it."""
    translate = QCoreApplication.translate
    words = {
        Damage.NONE: translate("ScanWords", "The code arrived whole."),
        Damage.REWRITTEN: translate(
            "ScanWords",
            "A Vietnamese input method (UniKey…) or keyboard changed letters: {came}. Switch it to English while "
            "scanning: it would spoil the names on identity cards.",
        ),
        Damage.CASE: translate(
            "ScanWords",
            "Capital and small letters are swapped: {came}. Turn Caps Lock off, on scanner and keyboard.",
        ),
        Damage.LAYOUT: translate(
            "ScanWords",
            "Signs were changed: {came}. Set the scanner and the computer to the same keyboard, US English.",
        ),
        Damage.CUT: translate(
            "ScanWords",
            "Characters were lost: {came}. Set the scanner to a short pause after each character, then scan again.",
        ),
        Damage.OTHER: translate("ScanWords", "This is another code: {came}. Scan the one that is asked for."),
    }[damage]
    tone = Tone.FINE if damage is Damage.NONE else Tone.ALARM
    return Finding(tone, words.format(came=_shortened(scan.text)))


def _words_of_pace(report: ScanReport) -> Iterator[Finding]:
    translate, scan = QCoreApplication.translate, report.scan
    if not scan.gaps_ms:
        return
    if scan.is_at_speed:
        words = translate("ScanWords", "{count} characters, at most {gap} ms apart: no hand types so fast.")
    else:
        words = translate(
            "ScanWords",
            "Up to {gap} ms passed between two characters, as when a hand types. Set the scanner to its fastest pace.",
        )
    tone = Tone.FINE if scan.is_at_speed else Tone.ALARM
    yield Finding(tone, words.format(count=len(scan.gaps_ms) + 1, gap=scan.slowest_gap_ms))


def _words_of_ending(scan: TrialScan) -> Iterator[Finding]:
    translate = QCoreApplication.translate
    words = {
        Ending.ENTER: translate("ScanWords", "After the code comes Enter."),
        Ending.TAB: translate("ScanWords", "After the code comes Tab."),
        Ending.TWO_KEYS: translate(
            "ScanWords", "After the code come two keys; the second is taken for nothing."
        ),
        Ending.NOTHING: translate(
            "ScanWords",
            "Nothing comes after the code, so its end is not known. Set the scanner to send Enter after each code.",
        ),
    }[scan.ending]
    yield Finding(Tone.ALARM if scan.ending is Ending.NOTHING else Tone.FINE, words)
    if scan.prefix is not Prefix.NONE:
        words = translate("ScanWords", "Before the code comes {prefix}: nothing of a scan shows in a field.")
        yield Finding(Tone.FINE, words.format(prefix=scan.prefix))


def _shortened(came: str) -> str:
    return came if len(came) <= _MOST_SHOWN else f"{came[:_MOST_SHOWN]}…"
