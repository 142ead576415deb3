"""Opens the data file of a counter and builds its use cases on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cgcounter.app import places
from cgcounter.app.printers import ChosenPrinters
from cgcounter.app.reference_files import form_sets
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import PdfRaster
from cgcounter.services.back_up import BackUp
from cgcounter.services.cash_up import CashUp
from cgcounter.services.change_calendar import ChangeCalendar
from cgcounter.services.change_counter import ChangeCounter
from cgcounter.services.check_file import CheckFile
from cgcounter.services.find_dossiers import FindDossiers, ListDossiers, OpenDossier
from cgcounter.services.import_tables import ImportTables
from cgcounter.services.keep_draft import KeepDraft
from cgcounter.services.keep_habits import KeepHabits
from cgcounter.services.manage_staff import ManageStaff
from cgcounter.services.offer_papers import OfferPapers
from cgcounter.services.ports import Clock
from cgcounter.services.prepare_intake import PrepareIntake
from cgcounter.services.print_form import PrintForm, ShowPages
from cgcounter.services.print_recovery_sheet import PrintRecoverySheet
from cgcounter.services.receive_dossier import ReceiveDossier
from cgcounter.services.refuse_intake import GiveGuidance, RefuseIntake
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.settings import Settings
from cgcounter.services.show_daily_log import ShowDailyLog
from cgcounter.services.sign_in import SignIn
from cgcounter.services.tell_state import TellState
from cgcounter.services.use_cases import Books, DossierActs, UseCases
from cgcounter.services.workplace import Workplace
from cgcounter.storage.backup import SqlBackups
from cgcounter.storage.code_marks import FileCodeMarks
from cgcounter.storage.connections import ThreadGuard, any_thread
from cgcounter.storage.failures import FileMissingError, KeyMissingError
from cgcounter.storage.ids import Uuid7Ids
from cgcounter.storage.keys import Keys, new_key, system_keyring
from cgcounter.storage.page_check import SqlPageCheck
from cgcounter.storage.pins import Argon2Pins
from cgcounter.storage.restore import Restored, restore
from cgcounter.storage.store import SqlStore, create_store, open_store


class Office(NamedTuple):
    """An opened data file with everything that works on it."""

    store: SqlStore
    cases: UseCases
    forms: PdfForms
    printers: ChosenPrinters
    is_set_up: bool

    def close(self) -> None:
        """Let go of the data file."""
        self.store.close()


def marks_of(folders: places.Folders) -> FileCodeMarks:
    """The second memory of issued codes."""
    return FileCodeMarks(folders.marks / "codes.txt")


def keys_of(folders: places.Folders, file: Path | None = None) -> Keys:
    """Where the key of a file is kept, of this counter's data file by default."""
    file = file or folders.data_file
    keyring = system_keyring() if folders.uses_keyring else None
    return Keys(str(file), folders.config / f"{file.stem}.key", keyring)


def open_office(
    folders: places.Folders,
    settings: Callable[[], Settings],
    clock: Clock,
    *,
    guard: ThreadGuard = any_thread,
) -> Office:
    """Open the file, or make it at the first start; raises DataFileError subclasses.

    ``guard`` is asked on each thread that wants something of the file, and raises where none may wait for a disk.
    """
    folders.make()
    return build_office(open_or_create(folders, guard), folders, settings, clock)


def open_or_create(folders: places.Folders, guard: ThreadGuard = any_thread) -> SqlStore:
    """The data file; at the first start it is made with a new key, which is kept before the file exists."""
    keys, marks = keys_of(folders), marks_of(folders).all()
    if folders.data_file.exists():
        return open_store(folders.data_file, keys.get().key, guard=guard, marks=marks)
    return create_store(folders.data_file, _first_key(keys), guard=guard, marks=marks)


def _first_key(keys: Keys) -> bytes:
    """The key for a new file: one that is kept already stays, for the backups of the lost file open with it."""
    try:
        return keys.get().key
    except KeyMissingError:
        key = new_key()
        keys.keep(key)
        return key


def open_existing(folders: places.Folders) -> SqlStore:
    """The data file of a counter that was set up before; raises FileMissingError, KeyMissingError and others."""
    if not folders.data_file.exists():
        raise FileMissingError
    return open_store(folders.data_file, keys_of(folders).get().key, marks=marks_of(folders).all())


def put_back(folders: places.Folders, backup: Path, key: bytes, at: datetime) -> Restored:
    """A backup becomes the data file, and its key this counter's; raises DataFileError and leaves all as it was.

    A file that is set aside keeps its key under its new name, or nobody could open it again.
    """
    done = restore(backup, key, folders.data_file, at=at, marks=marks_of(folders).all())
    with suppress(KeyMissingError):
        former = keys_of(folders).get().key
        if done.set_aside and former != key:
            keys_of(folders, done.set_aside).keep(former)
    keys_of(folders).keep(key)
    return done


def _key_in(folders: places.Folders) -> bytes:
    return keys_of(folders).get().key


def build_office(
    store: SqlStore, folders: places.Folders, settings: Callable[[], Settings], clock: Clock
) -> Office:
    """The use cases on an opened file."""
    workplace = Workplace(store, clock, Uuid7Ids())
    pins, forms = Argon2Pins(), PdfForms(places.resources() / "fonts")
    printers = ChosenPrinters(settings, folders.papers)
    backups, sets = SqlBackups(store), form_sets(places.resources())
    set_up, sign_in = SetUpOffice(workplace, pins), SignIn(workplace, pins)
    cases = UseCases(
        sign_in=sign_in,
        set_up_office=set_up,
        prepare_intake=PrepareIntake(workplace),
        offer_papers=OfferPapers(workplace),
        keep_draft=KeepDraft(workplace),
        receive_dossier=ReceiveDossier(workplace, marks_of(folders), sign_in),
        refuse_intake=RefuseIntake(workplace),
        give_guidance=GiveGuidance(workplace),
        find_dossiers=FindDossiers(workplace),
        open_dossier=OpenDossier(workplace),
        list_dossiers=ListDossiers(workplace),
        acts=DossierActs.at(workplace, sign_in),
        print_form=PrintForm(workplace, forms, printers, sets),
        show_pages=ShowPages(PdfRaster()),
        show_daily_log=ShowDailyLog(workplace, forms, printers),
        books=Books.at(workplace, forms, printers, sets),
        cash_up=CashUp(workplace, forms, printers),
        tables=ImportTables.at(workplace, marks_of(folders)),
        change_calendar=ChangeCalendar(workplace),
        back_up=BackUp(backups, clock, lambda: Path(settings().backup_folder or folders.backups)),
        check_file=CheckFile(SqlPageCheck(store.file, store.key), backups),
        tell_state=TellState(workplace, printers, backups),
        manage_staff=ManageStaff(workplace, pins, sign_in),
        change_counter=ChangeCounter(workplace),
        keep_habits=KeepHabits(workplace),
        print_recovery_sheet=PrintRecoverySheet(workplace, forms, printers, partial(_key_in, folders)),
    )
    return Office(store, cases, forms, printers, is_set_up=set_up.is_done())
