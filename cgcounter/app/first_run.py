"""The first run in the window: set up an office, take a backup over, or go to the demo office."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from cgcounter.app import places
from cgcounter.app.equipment import Machine, equipment_of
from cgcounter.app.opening import Office, keys_of, put_back
from cgcounter.app.reference_files import read_catalogue_rows, seed_data
from cgcounter.domain import offices
from cgcounter.domain.errors import CounterError
from cgcounter.domain.forms import FormKey, PaperSize, RecoverySheetFacts
from cgcounter.domain.recovery_code import key_from_recovery_code, recovery_code
from cgcounter.gui.set_up.presenter import SetUpParts, SetUpPresenter
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.services.import_catalogue import CataloguePreview, preview_catalogue
from cgcounter.services.print_form import Rendered
from cgcounter.storage.backup import look_into


class Means(NamedTuple):
    """What the first run works with."""

    machine: Machine
    office: Office


class FirstRun(QObject):
    """Leads the set-up pages; the program opens the file anew when they are done.

    Signals: ``finished``: the file holds an office now. ``left``: the window is to close, the demo has its own.
    ``language_wanted``: what the window is to speak. ``settings_kept``: the Settings that count from now on.
    """

    finished = Signal()
    left = Signal()
    language_wanted = Signal(str)
    settings_kept = Signal(object)

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._seed = seed_data(places.resources())
        self.screen = SetUpScreen(means.machine.key_clock)
        self._presenter = SetUpPresenter(
            self.screen,
            SetUpParts(
                set_up=means.office.cases.set_up_office,
                seed=self._seed,
                make_sheet=self._make_sheet,
                print_sheet=self._print_sheet,
                read_catalogue=self._read_catalogue,
                equipment=equipment_of(means.machine, means.office),
                clock=means.machine.clock,
            ),
        )
        self._presenter.language_wanted.connect(self.language_wanted)
        self._presenter.settings_kept.connect(self.settings_kept)
        self._presenter.set_up_done.connect(self._finish)
        self._presenter.demo_wanted.connect(self._start_demo)
        self._presenter.restore_wanted.connect(self._restore)

    def open(self, *, language_is_chosen: bool) -> None:
        """Ask for the language, or, where it was just chosen, how to begin."""
        self._presenter.open(language_is_chosen=language_is_chosen)

    def _read_catalogue(self, file: Path) -> CataloguePreview:
        rows = read_catalogue_rows(file)
        return preview_catalogue(self._seed.catalogue, *rows)

    def _make_sheet(self, office: offices.Office, counter: offices.Counter) -> Rendered:
        facts = RecoverySheetFacts(
            office=office,
            counter=counter,
            made_at=self._means.machine.clock.now(),
            recovery_code=recovery_code(keys_of(self._means.machine.folders).get().key),
        )
        return Rendered(self._means.office.forms.render(facts), FormKey.RECOVERY_SHEET)

    def _print_sheet(self, sheet: Rendered) -> None:
        printer = self._means.office.printers.printer_for(FormKey.RECOVERY_SHEET)
        printer.send(sheet.pdf, title=sheet.title, size=PaperSize.A4)

    @Slot(object)
    def _finish(self, _office: object) -> None:
        self.finished.emit()

    @Slot()
    def _start_demo(self) -> None:
        # A process of its own: the demo has its own clock and its own data.
        QProcess.startDetached(sys.executable, [str(Path(sys.argv[0]).resolve()), "demo"])
        self.left.emit()

    @Slot(Path, str)
    def _restore(self, backup: Path, code: str) -> None:
        self._means.machine.runner.run(
            partial(take_over, self._means, backup, code),
            owner=self,
            done=self._finish,
            failed=self._tell_not_restored,
        )

    def _tell_not_restored(self, error: CounterError) -> None:
        self._presenter.tell_restore_failed(error)


def take_over(means: Means, backup: Path, code: str) -> None:
    """Put a backup in the place of the new, empty file; raises before anything is changed.

    The copy is looked into first, while the present file is still open: only a good one closes it.
    """
    key = key_from_recovery_code(code)
    look_into(backup, key)
    means.office.close()
    put_back(means.machine.folders, backup, key, means.machine.clock.now())
