"""How a dossier stands now, as every list and card of the window says it: tone and word."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.dossier import TERMINAL
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.holding import Task
from cgcounter.domain.lifecycle import Act
from cgcounter.gui.theme import Tone
from cgcounter.services.messages import Messages

_WAITING: Final = frozenset({Task.AWAIT_SUPPLEMENT, Task.AWAIT_PAYMENT})
_PAUSED: Final = _WAITING | {Task.AWAIT_VERIFICATION}


class Standing(NamedTuple):
    """What a chip shows."""

    tone: Tone
    word: str


def standing(line: DossierLine, now: datetime, messages: Messages) -> Standing:
    """Overdue or due today while the answer is owed; else the state.

    Released in time is never overdue, and neither is what waits for somebody else (3.5).
    """
    if line.task is Task.AWAIT_VERIFICATION:
        return Standing(Tone.PLAIN, _capitalised(messages.term(Act.SUSPEND)))
    if line.status in TERMINAL or line.task in _WAITING:
        return Standing(Tone.PLAIN, _capitalised(messages.term(line.status)))
    if line.due_at is not None and line.released_at is None:
        if line.due_at < now:
            return Standing(Tone.ALARM, QCoreApplication.translate("Standing", "Overdue"))
        if line.due_at.date() == now.date():
            return Standing(Tone.CAUTION, QCoreApplication.translate("Standing", "Due today", "on a chip"))
    return Standing(Tone.FINE, _capitalised(messages.term(line.status)))


def working(line: DossierLine, now: datetime) -> Standing:
    """What somebody has to do, in the tone of their own deadline for it; the deadline stands beside it in words."""
    task = _tasks().get(line.task, "") if line.task else ""
    if line.deadline is not None and line.deadline < now:
        return Standing(Tone.ALARM, task)
    if line.deadline is not None and line.deadline.date() == now.date():
        return Standing(Tone.CAUTION, task)
    return Standing(Tone.PLAIN if line.task in _PAUSED else Tone.FINE, task)


def _tasks() -> dict[Task, str]:
    return {
        Task.HAND_OVER: QCoreApplication.translate("Standing", "To be handed over"),
        Task.ACCEPT: QCoreApplication.translate("Standing", "To be accepted"),
        Task.PROCESS: QCoreApplication.translate("Standing", "To be processed"),
        Task.AWAIT_SUPPLEMENT: QCoreApplication.translate("Standing", "Supplement awaited"),
        Task.AWAIT_PAYMENT: QCoreApplication.translate("Standing", "Payment awaited"),
        Task.AWAIT_VERIFICATION: QCoreApplication.translate("Standing", "Verification awaited"),
        Task.RETURN: QCoreApplication.translate("Standing", "To be returned"),
    }


def told(line: DossierLine) -> Standing:
    """Whether who waits for this result knows that it is there."""
    if line.told:
        return Standing(Tone.FINE, QCoreApplication.translate("Standing", "Told"))
    return Standing(Tone.CAUTION, QCoreApplication.translate("Standing", "Not told"))


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
