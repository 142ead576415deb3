"""One working day at the demo counter, played with keys and scans alone.

The script sets no text and calls no presenter and no service: what it brings about, the window brings about.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.arrivals import Arrivals
from cgcounter.app.demo.citizens import card_payload, invented_person
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.life import Life
from cgcounter.app.demo.office import PEOPLE
from cgcounter.domain.money import FeeRule
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Procedure
from cgcounter.gui.widgets.tiles import Tiles
from cgcounter.services.ports import View

INTAKES: Final = 46
AT_ONCE: Final = 22
RETURNS: Final = 32
BY_HAND: Final = 0.25
MINUTES_PER_CITIZEN: Final = 4
PROCESSED: Final = 6
SUPERVISOR: Final = 3
SPEAKS: Final = 2
"""Every so manieth citizen says how it was; the next scan leaves the others out."""


class Step(Struct, frozen=True):
    """One step of the day as day.json tells it."""

    name: str
    ok: bool
    seconds: float


class _Figures(NamedTuple):
    received: int
    returned: int


class Stock(NamedTuple):
    """What the day starts with.

    ``receipts`` are the codes in the hands of citizens whose result waits, ``accepted`` those of dossiers that were
    received and not yet handed on, ``owing`` those of results whose fee is still to be paid.
    """

    procedures: Sequence[Procedure]
    receipts: Sequence[str]
    accepted: Sequence[str]
    owing: Sequence[str]


class Day:
    """Plays the day and takes pictures of the window on the way."""

    def __init__(self, window: QWidget, hands: Hands, clock: DemoClock, folder: Path) -> None:
        self._window = window
        self._hands = hands
        self._clock = clock
        self._folder = folder
        self._random = Random(310)
        self._life = Life(window, hands, clock, self._step, self._picture)
        self._arrivals = Arrivals(hands, clock, self._random, self._step, self._picture)
        self.steps: list[Step] = []
        self.screens: list[str] = []
        self._without_money = ""  # who comes back later to pay

    def play(self, stock: Stock) -> None:
        """Sign in, serve the citizens in a mixed order, print log, register and a list for the wall."""
        slow = [one for one in stock.procedures if not one.is_same_day]
        quick = [one for one in stock.procedures if one.is_same_day]
        self._without_money = stock.owing[-1]
        self._picture("sign-in")
        with self._step("sign in"):
            self._sign_in(0)
        self._picture("desk")
        for visit in self._visits(slow, quick, stock.receipts):
            self._clock.move_to(self._clock.now() + timedelta(minutes=MINUTES_PER_CITIZEN))
            visit()
        self._refuse(stock.procedures[0])
        self._give_to_authorised(stock.receipts[RETURNS])
        self._correct_and_reprint(stock.accepted[0])
        self._arrivals.play()
        self._life.cash_up()
        self._change_clerk()
        for code in stock.accepted[1:PROCESSED]:
            self._process(code)
        self._live(stock)
        with self._step("daily log shown"):
            self._hands.press("F6")
        self._picture("daily-log")
        with self._step("daily log printed"):
            self._hands.press("P")
        self._print_books()

    def _print_books(self) -> None:
        with self._step("register printed"):
            self._hands.press("Ctrl+F6", "Ctrl+P")
        self._picture("register")
        with self._step("public list printed"):
            self._hands.press("Ctrl+3")
            self._hands.type_text("chứng thực")
            self._hands.press("Return", "P")
        self._picture("public-list")

    def _live(self, stock: Stock) -> None:
        """What else happens: first by the colleague at the desk, then by a supervisor."""
        life, accepted = self._life, stock.accepted[PROCESSED:]
        life.play_work(accepted, stock.receipts[RETURNS + 1], stock.owing[-1])
        life.rate(next(code for code in stock.receipts if int(code[-1]) % SPEAKS))
        with self._step("change to the supervisor"):
            self._hands.press("Ctrl+L")
            self._sign_in(SUPERVISOR)
        life.play_supervision(accepted[0], stock.receipts[1])

    def _visits(
        self, slow: Sequence[Procedure], quick: Sequence[Procedure], receipts: Sequence[str]
    ) -> list[_Visit]:
        visits: list[_Visit] = [
            *(_Visit(self._receive, slow[number % len(slow)]) for number in range(INTAKES)),
            *(_Visit(self._serve, quick[number % len(quick)]) for number in range(AT_ONCE)),
            *(_Visit(self._give_back, code) for code in receipts[:RETURNS]),
        ]
        self._random.shuffle(visits)
        return visits

    def _sign_in(self, place: int) -> None:
        self._hands.press(str(place + 1))
        self._hands.type_text(PEOPLE[place].pin)
        self._hands.press("Return")

    def _receive(self, procedure: Procedure) -> None:
        person = invented_person(self._random)
        with self._step(f"receive {procedure.code}", received=1):
            self._begin(procedure, person)
            self._picture("intake")
            self._hands.press("F9")
            self._answer_questions(procedure)

    def _answer_questions(self, procedure: Procedure) -> None:
        """The window leads to what is still missing: a fee the province sets, a due time nobody knows."""
        if procedure.fee_rule is FeeRule.SET_BY_PROVINCE:
            self._hands.type_text("8000")
            self._hands.press("F9")
        if procedure.duration is None:
            due = self._clock.now() + timedelta(days=14)
            self._hands.type_text(f"{due:%d%m%Y}")
            self._hands.press("F9")

    def _serve(self, procedure: Procedure) -> None:
        person = invented_person(self._random)
        with self._step(f"at once {procedure.code}", received=1, returned=1):
            self._begin(procedure, person, by_card=True)
            if procedure.fee_rule is FeeRule.PER_PAGE_TIER:
                self._hands.type_text(str(self._random.randint(1, 6)))
                self._hands.press("Return")
                self._hands.type_text(str(self._random.randint(1, 3)))
            self._picture("at-once")
            self._hands.press("Shift+F9")
            if procedure.fee_rule is FeeRule.SET_BY_PROVINCE:
                self._hands.type_text("0")
                self._hands.press("Shift+F9")

    def _begin(self, procedure: Procedure, person: Person, *, by_card: bool = False) -> None:
        if by_card or self._random.random() > BY_HAND:
            self._hands.scan(card_payload(person))
            self._pick(procedure)
        else:
            self._hands.press("F2")
            self._pick(procedure)
            self._type_person(procedure, person)

    def _pick(self, procedure: Procedure) -> None:
        self._hands.type_text(procedure.code)
        self._hands.press("Return")

    def _type_person(self, procedure: Procedure, person: Person) -> None:
        self._hands.press(*("Return" for _ in procedure.cases))
        born = person.birth_date
        texts = (
            person.personal_id,
            person.name,
            f"{born.day:02d}{born.month:02d}{born.year}" if born else "",
            "",
            person.phone,
            person.address,
        )
        for text in texts:
            self._hands.type_text(text)
            self._hands.press("Return")

    def _give_back(self, code: str) -> None:
        with self._step(f"return {code}", returned=1):
            self._hands.scan(code)
            self._picture("card")
            self._hands.press("K" if code == self._without_money else "Return")
            self._picture("returned")
            if int(code[-1]) % SPEAKS == 0:
                self._hands.press("5", "F9")

    def _refuse(self, procedure: Procedure) -> None:
        with self._step(f"refuse {procedure.code}"):
            self._begin(procedure, invented_person(self._random), by_card=True)
            self._hands.press("Ctrl+R")
            self._hands.type_text("Không thuộc thẩm quyền giải quyết của xã")
            self._picture("refusal")
            self._hands.press("Return")

    def _give_to_authorised(self, code: str) -> None:
        with self._step(f"return to authorised {code}", returned=1):
            self._hands.scan(code)
            self._hands.press("U")
            self._hands.scan(card_payload(invented_person(self._random)))
            self._picture("authorised")
            self._hands.press("F9")

    def _correct_and_reprint(self, code: str) -> None:
        with self._step(f"correct {code}"):
            self._hands.scan(code)
            self._hands.press("F5", "Ctrl+A")
            self._hands.type_text("0912345678")
            self._hands.press("F9")  # asks for the reason
            self._hands.type_text("1")
            self._picture("correction")
            self._hands.press("F9")
        with self._step(f"print and reprint {code}"):
            self._hands.press("F8", "F8")
            self._picture("reprinted")

    def _change_clerk(self) -> None:
        with self._step("change clerk"):
            self._hands.press("Ctrl+L")
            self._sign_in(1)

    def _process(self, code: str) -> None:
        """A colleague who is clerk and processor: each scan and Enter takes the dossier one state on."""
        with self._step(f"process {code}", returned=1):
            for state in ("handed-over", "result-ready", "given-back"):
                self._hands.scan(code)
                self._hands.press("Return")
                self._picture(state)

    @contextmanager
    def _step(self, name: str, *, received: int = 0, returned: int = 0) -> Iterator[None]:
        """Time a step; it is ok when the window's own tiles then count what it was to bring about."""
        before, start = self._figures(), time.perf_counter()
        yield
        seconds = round(time.perf_counter() - start, 3)
        expected = _Figures(before.received + received, before.returned + returned)
        is_ok = self._figures() == expected and name not in self._life.failed
        self.steps.append(Step(name, ok=is_ok, seconds=seconds))
        if not is_ok:
            self._picture(f"failed-{len(self.steps)}")

    def _figures(self) -> _Figures:
        """What the tiles show: received and returned today."""
        tiles = self._window.findChild(Tiles)
        if tiles is None or not tiles.tile(View.RECEIVED_TODAY).figure.isdecimal():
            return _Figures(0, 0)
        return _Figures(
            int(tiles.tile(View.RECEIVED_TODAY).figure), int(tiles.tile(View.RETURNED_TODAY).figure)
        )

    def _picture(self, name: str) -> None:
        """A picture of the window as it is; each name once."""
        file = f"{name}.png"
        if file not in self.screens:
            self._window.grab().save(str(self._folder / file))
            self.screens.append(file)


class _Visit(NamedTuple):
    """A citizen's visit: what to do, and for which procedure or receipt."""

    act: Callable[..., None]
    about: Procedure | str

    def __call__(self) -> None:
        self.act(self.about)
