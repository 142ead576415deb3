"""Plays the demo day through the real window off screen and writes down what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.day import Day, Stock
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.making import make_demo_office, morning_of_the_first_day
from cgcounter.app.demo.office import COUNTER, DEMO_DAY, OFFICE
from cgcounter.app.opening import open_office
from cgcounter.app.program import Program, start_program
from cgcounter.app.window import make_application
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.gui import keystrokes
from cgcounter.gui.scanner import ScannerFilter
from cgcounter.services.ports import View
from cgcounter.services.settings import Settings

MOST_DOSSIERS = 100_000


def play_headless(folder: Path) -> None:
    """Make the office, play the day in its window, write day.json; a step that fails is raised after writing."""
    folders = places.Folders.under(folder / "office", uses_keyring=False)._replace(
        papers=(folder / "papers").resolve()
    )
    clock = morning_of_the_first_day()
    make_demo_office(folders, clock)
    stock = _stock(folders, clock)
    application = make_application()
    program = start_program(folders, Settings(), clock, scanner=_scanner(application))
    hands = Hands(program.window, lambda: program.is_busy)
    day = Day(program.window, hands, clock, folder)
    try:
        hands.rest()
        day.play(stock)
    finally:
        _leave(program, hands)
        _write_day(folder, folders, clock, day)


def _scanner(application: QApplication) -> ScannerFilter:
    # The day's keys come with made-up times, so that nobody has to wait between them.
    return ScannerFilter(application, clock=keystrokes.moment)


def _leave(program: Program, hands: Hands) -> None:
    hands.rest()
    program.window.close()
    QApplication.processEvents()


def _stock(folders: places.Folders, clock: DemoClock) -> Stock:
    """The procedures in force, and the receipts in the hands of citizens whose results wait."""
    office = open_office(folders, Settings, clock)
    try:
        lines = office.cases.list_dossiers(View.ALL, limit=MOST_DOSSIERS).lines
        codes = {status: [line.code for line in lines if line.status is status] for status in Status}
        catalogue = office.cases.prepare_intake.catalogue()
        ready = codes[Status.RESULT_READY]
        owing = [line.code for line in lines if line.status is Status.RESULT_READY and line.fee_dong]
        return Stock(catalogue.in_force(DEMO_DAY), ready, codes[Status.ACCEPTED], owing)
    finally:
        office.close()


def _write_day(folder: Path, folders: places.Folders, clock: DemoClock, day: Day) -> None:
    office = open_office(folders, Settings, clock)
    try:
        reading = office.cases.list_dossiers(View.ALL, limit=MOST_DOSSIERS)
    finally:
        office.close()
    papers = [_paper(file, folder) for file in sorted(folders.papers.glob("*.pdf"))]
    printed = {paper["code"] for paper in papers}
    of_the_day = [line for line in reading.lines if _belongs_to_day(line) or line.code in printed]
    told: dict[str, Any] = {
        "office": OFFICE.authority,
        "counter": COUNTER.slot,
        "steps": day.steps,
        "dossiers": [_dossier(line) for line in of_the_day],
        "papers": papers,
        "screens": day.screens,
        # There is no sync and no server in this version; null says so.
        "sync": None,
        "server": None,
    }
    text = msgspec.json.format(msgspec.json.encode(told), indent=2)
    (folder / "day.json").write_bytes(text + b"\n")


def _belongs_to_day(line: DossierLine) -> bool:
    received = line.received_at is not None and line.received_at.date() == DEMO_DAY
    return received or (line.returned_at is not None and line.returned_at.date() == DEMO_DAY)


def _dossier(line: DossierLine) -> dict[str, Any]:
    return {
        "code": line.code,
        "procedure": line.procedure_code,
        "status": line.status,
        "received_at": line.received_at,
        "due_at": line.due_at,
    }


def _paper(file: Path, folder: Path) -> dict[str, str]:
    form, _, rest = file.stem.partition("-")
    code, _, _ = rest.partition(" ")  # a reprint bears its number behind a blank
    return {"form": form, "code": code, "file": str(file.relative_to(folder.resolve()))}
