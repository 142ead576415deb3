"""Dossiers of a day that come in otherwise than most: online, in a group, late, out of force, with papers of before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from random import Random
from typing import Final, Protocol

from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.citizens import card_payload, invented_person
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.office import PEOPLE
from cgcounter.domain.people import Person

_WILL, _MARRIAGE, _MARRIAGE_AGAIN, _OUT_OF_FORCE = "2.001019", "1.000894", "1.004746", "1.000506"
_FEE: Final = "8000"
_SUPERVISOR: Final = PEOPLE[3]


class Step(Protocol):
    """Times a step, and looks at the tiles after it."""

    def __call__(
        self, name: str, *, received: int = 0, returned: int = 0
    ) -> AbstractContextManager[None]: ...


class Arrivals:
    """Keys and scans alone; each is ok when the tiles count it."""

    def __init__(
        self, hands: Hands, clock: DemoClock, random: Random, step: Step, picture: Callable[[str], None]
    ) -> None:
        self._hands = hands
        self._clock = clock
        self._random = random
        self._step = step
        self._picture = picture

    def play(self) -> None:
        """One of each kind."""
        self._from_the_portal()
        self._in_a_group()
        self._written_by_hand()
        self._out_of_force()
        self._with_papers_of_before()

    def _from_the_portal(self) -> None:
        with self._step("receive from the portal", received=1):
            self._begin(_WILL)
            self._hands.press("Alt+M", "Tab", "Tab", "Tab", "Down", "Tab", "Tab", "Space", "Tab")
            day = f"{self._clock.now() - timedelta(days=1):%y%m%d}"
            self._hands.type_text(f"000.00.19.H23-{day}-0007")
            self._picture("portal")
            self._hands.press("F9")

    def _in_a_group(self) -> None:
        with self._step("receive a group", received=2):
            self._hands.press("F2", "Ctrl+G")
            self._begin(_WILL)
            self._hands.press("F9")
            self._hands.scan(card_payload(invented_person(self._random)))
            self._picture("group")
            self._hands.press("F9", "Ctrl+G")

    def _written_by_hand(self) -> None:
        with self._step("enter a receipt written by hand"):
            self._begin(_WILL)
            self._hands.press("Alt+Y")
            self._answer(
                f"{self._clock.now() - timedelta(days=1):%d%m%Y}", "8h30", "12", "Mất điện cả buổi sáng"
            )
            self._picture("late")
            self._hands.press("F9", "Alt+Y")

    def _out_of_force(self) -> None:
        with self._step("receive out of force", received=1):
            self._hands.press("F2")
            self._hands.scan(card_payload(invented_person(self._random)))
            self._hands.scan(_OUT_OF_FORCE)
            self._hands.press("Ctrl+O")
            self._answer(
                "Đã hướng dẫn công dân từ trước", _SUPERVISOR.name.rpartition(" ")[2], _SUPERVISOR.pin
            )
            self._picture("override")
            self._hands.press("F9")
            due = self._clock.now() + timedelta(days=14)
            self._hands.type_text(f"{due:%d%m%Y}")
            self._picture("override-due")
            self._hands.press("F9")

    def _with_papers_of_before(self) -> None:
        person = invented_person(self._random)
        with self._step("give a result that is a paper later", received=1, returned=1):
            self._begin(_MARRIAGE, person)
            self._hands.press("Shift+F9")
        with self._step("take papers over", received=1):
            self._begin(_MARRIAGE_AGAIN, person)
            self._hands.press("A")
            self._picture("papers-of-before")
            self._hands.press("F9")
            self._hands.type_text(_FEE)
            self._hands.press("F9")

    def _begin(self, procedure: str, person: Person | None = None) -> None:
        self._hands.scan(card_payload(person or invented_person(self._random)))
        self._hands.type_text(procedure)
        self._hands.press("Return")

    def _answer(self, *texts: str) -> None:
        lines: Sequence[str] = texts
        for place, text in enumerate(lines):
            if place:
                self._hands.press("Return")
            self._hands.type_text(text)
