"""Printing at the desk: what came out and what did not is told, and what was saved stays saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.forms import FormKey
from cgcounter.domain.particulars import DossierId, PaperAsked
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.desk.paper_printing import PaperPrinting
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.papers import Paper
from cgcounter.gui.theme import Tone
from tests.gui.whole_office import WholeOffice


class Printing:
    """The frame of a desk with whoever prints for it."""

    def __init__(self, resources: Path, qtbot: QtBot) -> None:
        self.office, self._qtbot = WholeOffice(resources), qtbot
        self.office.sign_in()
        self.screen = DeskScreen()
        self.printing = PaperPrinting(self.screen, self.office.stage)
        self.changes: list[Change] = []
        self.office.stage.changes.changed.connect(self.changes.append)
        self.dossier = DossierId(self.office.receive().id)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def print_receipt(self) -> None:
        """Print the receipt of the one dossier."""
        self.printing.print_receipt(self.dossier)
        self.settle()

    def reprint_last(self) -> None:
        """Wish for the last receipt, as Ctrl+F8 does."""
        self.screen.last_receipt_wanted.emit()
        self.settle()

    @property
    def said(self) -> str:
        """What the status line says was done last."""
        return self.screen.status._message.text()

    @property
    def code(self) -> str:
        """The code of the one dossier."""
        return self.office.stored(self.dossier).code


@pytest.fixture
def printing(resources: Path, show: Callable[[QWidget], None], qtbot: QtBot) -> Iterator[Printing]:
    """One dossier is received, its clerk signed in."""
    printing = Printing(resources, qtbot)
    show(printing.screen)
    yield printing
    printing.office.stage.session.leave()
    printing.office.runner.close()


def test_what_came_out_is_told(printing: Printing) -> None:
    """With the code, and to every screen."""
    printing.print_receipt()
    assert len(printing.office.printed()) == 1
    assert printing.said == f"Printed: {printing.code}"
    assert printing.changes[-1].topics == {Topic.DOSSIERS, Topic.PRINTING}
    assert printing.office.stored(printing.dossier).print_count(FormKey.RECEIPT) == 1


def test_what_did_not_come_out_is_told_and_nothing_is_lost(printing: Printing) -> None:
    """An alarm in words; the dossier stays as it is, not printed; the alarm goes when the paper is there."""
    printing.office.printers.printer.fails_with = "hết giấy"
    printing.print_receipt()
    assert printing.screen.notice.tone is Tone.ALARM
    assert "hết giấy" in printing.screen.notice.words
    assert printing.office.stored(printing.dossier).print_count(FormKey.RECEIPT) == 0
    printing.office.printers.printer.fails_with = ""
    printing.reprint_last()
    assert printing.screen.notice.isHidden()
    assert printing.office.stored(printing.dossier).print_count(FormKey.RECEIPT) == 1


def test_another_notice_stays(printing: Printing) -> None:
    """Only what printing itself has said goes with the next paper."""
    printing.screen.notice.say(Tone.CAUTION, "Tệp dữ liệu")
    printing.print_receipt()
    assert printing.screen.notice.words == "Tệp dữ liệu"
    assert printing.screen.notice.isVisible()


def test_the_last_receipt_is_that_of_who_was_saved_last(printing: Printing) -> None:
    """Printed or not; a guidance or refusal without a code is no receipt. At the start there is none."""
    printing.reprint_last()
    assert printing.said == "Nothing was saved or printed here since the start."
    assert printing.office.printed() == []
    printing.printing.remember(printing.office.stored(printing.dossier))
    printing.reprint_last()
    assert printing.said == f"Printed: {printing.code}"
    printing.reprint_last()
    assert printing.office.stored(printing.dossier).print_count(FormKey.RECEIPT) == 2


def test_another_form_is_told_by_its_name(printing: Printing) -> None:
    """A supplement request is no receipt, and the last receipt is still the receipt."""
    acts = printing.office.cases.acts
    acts.hand_over(printing.office.clerk, printing.dossier)
    acts.request_supplement(printing.office.clerk, printing.dossier, (PaperAsked("Tờ khai", originals=1),))
    printing.printing.print_paper(Paper(printing.dossier, FormKey.SUPPLEMENT))
    printing.settle()
    assert printing.said == f"Printed: supplement request, {printing.code}"
    printing.reprint_last()
    assert printing.said == "Nothing was saved or printed here since the start."


def test_who_locks_the_window_still_gets_the_receipt(printing: Printing) -> None:
    """It is printed in the name of who saved it."""
    printing.office.stage.session.leave()
    printing.print_receipt()
    assert printing.office.stored(printing.dossier).history[-1].actor == printing.office.clerk.id


def test_the_recovery_sheet_is_the_administrators(printing: Printing) -> None:
    """Greyed for everybody else; who may, is told where it belongs."""
    assert not printing.screen.sheet_action.isEnabled()
    printing.office.sign_in(printing.office.administrator)
    assert printing.screen.sheet_action.isEnabled()
    printing.screen.sheet_action.trigger()
    printing.settle()
    assert printing.said == "The recovery sheet is printed. It belongs into the safe."
    printing.office.sign_in(printing.office.clerk)
    assert not printing.screen.sheet_action.isEnabled()
