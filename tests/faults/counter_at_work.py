"""A clerk who works without end in the real window off screen, until the process is killed.

Started as a program of its own: data folder, moment of the day, seed. Each line it prints names a step that the
window has acknowledged; ``open`` is the first, once the desk waits for the clerk.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.day import Day
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.making import make_demo_office, morning_of_the_first_day
from cgcounter.app.demo.office import DEMO_DAY
from cgcounter.app.instance import SingleInstance
from cgcounter.app.opening import Office, open_office
from cgcounter.app.program import start_program
from cgcounter.app.window import make_application
from cgcounter.domain.dossier import Status
from cgcounter.domain.procedures import Procedure
from cgcounter.gui import keystrokes
from cgcounter.gui.scanner import ScannerFilter
from cgcounter.services.ports import View
from cgcounter.services.settings import Settings

CLERK_AND_PROCESSOR = 1


class Work(NamedTuple):
    """What there is to do: procedures, results that wait, dossiers to be taken on."""

    slow: list[Procedure]
    quick: list[Procedure]
    receipts: list[str]
    accepted: list[str]


def main(folder: Path, moment: datetime, seed: int) -> None:
    """Open the demo office, make it where it is not there yet, and work."""
    folders = places.Folders.under(folder, uses_keyring=False)
    clock = DemoClock(moment)
    work = _find_work(folders, clock)
    application = make_application()
    instance = SingleInstance(folders.data, application)
    instance.hold()
    scanner = ScannerFilter(application, clock=keystrokes.moment)
    program = start_program(folders, Settings(), clock, scanner=scanner)
    hands = Hands(program.window, lambda: program.is_busy)
    hands.rest()
    day = Day(program.window, hands, clock, folders.logs)
    day._random = Random(seed)  # noqa: S311  a repeatable draw, no secret
    day._sign_in(CLERK_AND_PROCESSOR)
    # A draft that the last death left behind is given up.
    hands.press("Esc", "Esc", "F2")
    _say("open")
    _serve_without_end(day, work)


def _find_work(folders: places.Folders, clock: DemoClock) -> Work:
    office = open_office(folders, Settings, clock)
    try:
        if office.is_set_up:
            return _look(office)
    finally:
        office.close()
    make_demo_office(folders, morning_of_the_first_day())
    return _find_work(folders, clock)


def _look(office: Office) -> Work:
    lines = office.cases.list_dossiers(View.ALL, limit=100_000).lines
    procedures = office.cases.prepare_intake.catalogue().in_force(DEMO_DAY)
    return Work(
        slow=[one for one in procedures if not one.is_same_day],
        quick=[one for one in procedures if one.is_same_day],
        receipts=[line.code for line in lines if line.status is Status.RESULT_READY],
        accepted=[line.code for line in lines if line.status is Status.ACCEPTED],
    )


def _serve_without_end(day: Day, work: Work) -> None:
    """Mostly intakes; each step is said once the window has counted it."""
    random = day._random
    while True:
        chance = random.random()
        if chance < 0.2 and work.receipts:
            day._give_back(work.receipts.pop())
        elif chance < 0.3 and work.accepted:
            day._process(work.accepted.pop())
        elif chance < 0.5:
            day._serve(random.choice(work.quick))
        else:
            day._receive(random.choice(work.slow))
        _say(("ok " if day.steps[-1].ok else "failed ") + day.steps[-1].name)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3]))
