"""Days of the calendar in words: what kind they are, what to look at, and what keeping them would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.calendar import CalendarDay
from cgcounter.domain.calendar_remarks import STOPPING, DayRemark
from cgcounter.gui.days import weekday_name
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.findings import Finding
from cgcounter.services.change_calendar import CalendarChange
from cgcounter.services.messages import Messages

_SHOWN: Final = 12


def day_words(day: CalendarDay) -> str:
    """The day of the week first: it shows a slip of the finger."""
    return f"{weekday_name(day.date)} {day.date:%d/%m/%Y}"


def remark_tone(remark: DayRemark) -> Tone:
    """What nobody can work by is an alarm; the rest is to be judged."""
    return Tone.ALARM if remark in STOPPING else Tone.CAUTION


def remark_word(remark: DayRemark) -> str:
    """The remark as it stands on a chip."""
    match remark:
        case DayRemark.REASON_MISSING:
            return QCoreApplication.translate("Calendar", "no reason")
        case DayRemark.TWICE:
            return QCoreApplication.translate("Calendar", "twice")
        case DayRemark.SWAP_MISSING:
            return QCoreApplication.translate("Calendar", "no day off for it")
        case DayRemark.OFF_ANYWAY:
            return QCoreApplication.translate("Calendar", "off anyway")
        case DayRemark.WORKS_ANYWAY:
            return QCoreApplication.translate("Calendar", "works anyway")
        case DayRemark.FORECAST:
            return QCoreApplication.translate("Calendar", "forecast")


def remark_sentence(remark: DayRemark) -> str:
    """The remark in a sentence, with what to do."""
    match remark:
        case DayRemark.REASON_MISSING:
            return QCoreApplication.translate("Calendar", "Type why this day is different.")
        case DayRemark.TWICE:
            return QCoreApplication.translate("Calendar", "This day stands in the calendar already.")
        case DayRemark.SWAP_MISSING:
            return QCoreApplication.translate(
                "Calendar",
                "A make-up working day belongs to a day off: name it in the reason as dd/mm/yyyy, and add it too.",
            )
        case DayRemark.OFF_ANYWAY:
            return QCoreApplication.translate(
                "Calendar", "Saturdays and Sundays are off anyway: is the date right?"
            )
        case DayRemark.WORKS_ANYWAY:
            return QCoreApplication.translate(
                "Calendar", "Monday to Friday are worked anyway: is the date right?"
            )
        case DayRemark.FORECAST:
            return QCoreApplication.translate(
                "Calendar", "Reckoned, not decided: F7 confirms its year when the decision is there."
            )


def change_lines(change: CalendarChange, messages: Messages) -> Iterator[str]:
    """Every day that is new, changed or gone."""
    for words, days in (
        (QCoreApplication.translate("Calendar", "new: {day}, {kind}, {reason}"), change.new),
        (QCoreApplication.translate("Calendar", "changed: {day}, {kind}, {reason}"), change.changed),
        (QCoreApplication.translate("Calendar", "gone: {day}, {kind}, {reason}"), change.gone),
    ):
        yield from (_line(words, day, messages) for day in days)


def change_findings(change: CalendarChange) -> Iterator[Finding]:
    """What it means for dossiers: what was promised stays."""
    stays = QCoreApplication.translate(
        "Calendar",
        "No due time of a dossier already received changes. What is received, or goes on after a pause, from now on is "
        "counted by the new calendar.",
    )
    yield Finding(Tone.FINE, stays)
    promised = QCoreApplication.translate(
        "Calendar",
        "{day} will be off, and dossiers are promised for it: {count}. They stay promised; tell the citizens.",
    )
    for one in change.promised[:_SHOWN]:
        day = f"{weekday_name(one.day)} {one.day:%d/%m/%Y}"
        yield Finding(Tone.CAUTION, promised.format(day=day, count=one.dossiers))


def sentences(remarks: Iterable[DayRemark]) -> str:
    """All remarks on a day, one after the other."""
    return " ".join(remark_sentence(remark) for remark in remarks)


def _line(words: str, day: CalendarDay, messages: Messages) -> str:
    return words.format(day=day_words(day), kind=messages.term(day.kind), reason=day.name)
