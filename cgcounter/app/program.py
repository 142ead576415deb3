"""The running program: opens the data file behind the first frame, then leads from page to page."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.appearance import Appearance, open_window, wear
from cgcounter.app.crash import CrashReports
from cgcounter.app.languages import install_language
from cgcounter.app.log_file import LogFile
from cgcounter.app.reference_files import read_messages
from cgcounter.app.settings import write_settings
from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import ChangeNotice, Topic
from cgcounter.gui.garbage import GarbageCollection
from cgcounter.gui.main_window import MainWindow
from cgcounter.gui.scanner import ScannerFilter, TakesScans
from cgcounter.gui.stage import Session, Stage
from cgcounter.gui.tasks import Lane, TaskRunner
from cgcounter.services.ports import Clock
from cgcounter.services.settings import Settings

if TYPE_CHECKING:
    from cgcounter.app.equipment import Machine
    from cgcounter.app.first_run import FirstRun
    from cgcounter.app.opening import Office
    from cgcounter.gui.desk.presenter import DeskPresenter
    from cgcounter.gui.equipment.parts import EquipmentParts

BACKUP_EVERY_MS = 3_600_000


class Surroundings(NamedTuple):
    """What the program is started with."""

    folders: places.Folders
    settings: Settings
    clock: Clock
    scanner: ScannerFilter
    crashes: CrashReports
    log: LogFile


class Program(QObject):
    """Owns the window, the task runner and the opened office."""

    def __init__(self, window: MainWindow, surroundings: Surroundings) -> None:
        super().__init__()
        self.window = window
        self.runner = TaskRunner(surroundings.crashes.report, self)
        self.office: Office | None = None
        self._desk_presenter: DeskPresenter | None = None
        self._first_run: FirstRun | None = None
        self._with = surroundings
        self._settings = surroundings.settings
        self._session, self._changes = Session(self), ChangeNotice(self)
        self._messages = read_messages(places.resources(), self._settings.language)
        self._backup_timer = QTimer(self, interval=BACKUP_EVERY_MS)
        self._backup_timer.timeout.connect(self._back_up)
        self._garbage = GarbageCollection(self)
        surroundings.scanner.listen_for(self._settings.scanner)
        surroundings.scanner.scanned.connect(self._take_scan)
        window.add_commands()
        window.closing.connect(self._close)
        window.zoom_wanted.connect(self._take_zoom)

    def start(self) -> None:
        """Open the data file in the database lane while the first frame is already shown."""
        self.runner.run(self._open_office, owner=self, done=self._enter, failed=self._tell_closed)

    @property
    def is_busy(self) -> bool:
        """True while anything is under way."""
        return self.runner.busy

    def _open_office(self) -> Office:
        # The database layer takes longer to import than Qt: it comes behind the first frame.
        from cgcounter.app.opening import open_office

        return open_office(
            self._with.folders, lambda: self._settings, self._with.clock, guard=stay_off_gui_thread
        )

    def _enter(self, office: Office) -> None:
        self.office = office
        if office.is_set_up:
            self._open_desk(office)
        else:
            self._open_set_up(office)
        # Nobody waits for this but the machine: the page is painted first.
        QTimer.singleShot(0, self._garbage.settle)

    def _open_set_up(self, office: Office, *, language_is_chosen: bool = False) -> None:
        from cgcounter.app.first_run import FirstRun, Means

        self._first_run = first_run = FirstRun(Means(self._machine(), office), self)
        first_run.finished.connect(self._open_anew)
        first_run.left.connect(self.window.close)
        first_run.language_wanted.connect(self._speak)
        first_run.settings_kept.connect(self._take_settings)
        self.window.show_page(first_run.screen)
        first_run.open(language_is_chosen=language_is_chosen)

    @Slot(str)
    def _speak(self, language: str) -> None:
        """The window speaks another language from here on; the pages are made anew in it."""
        self._change_settings(language=language)
        app = QApplication.instance()
        if self.office is not None and app is not None:
            install_language(app, language, places.resources())
            self._messages = read_messages(places.resources(), language)
            self._leave_set_up()
            self._open_set_up(self.office, language_is_chosen=True)

    def _leave_set_up(self) -> None:
        if self._first_run is not None:
            self.window.drop_page(self._first_run.screen)
            self._first_run.deleteLater()
            self._first_run = None

    @Slot()
    def _open_anew(self) -> None:
        """The file holds an office now, perhaps another file than before."""
        self._leave_set_up()
        if self.office is not None:
            self.office.close()
            self.office = None
        self.start()

    def _tell_closed(self, error: CounterError) -> None:
        self.window.show_words(self._messages.explain(error).sentence)

    def _machine(self) -> Machine:
        from cgcounter.app.equipment import Machine

        return Machine(
            folders=self._with.folders,
            settings=lambda: self._settings,
            clock=self._with.clock,
            key_clock=self._with.scanner.clock,
            runner=self.runner,
            messages=self._messages,
        )

    def _stage(self, office: Office) -> Stage:
        return Stage(
            cases=office.cases,
            runner=self.runner,
            changes=self._changes,
            session=self._session,
            messages=self._messages,
            clock=self._with.clock,
        )

    def _open_desk(self, office: Office) -> None:
        from cgcounter.app.side_pages import SidePages
        from cgcounter.gui.desk.presenter import DeskPresenter
        from cgcounter.gui.desk.screen import DeskScreen
        from cgcounter.gui.sign_in.presenter import SignInPresenter
        from cgcounter.gui.sign_in.screen import SignInScreen

        stage = self._stage(office)
        self._desk, self._sign_in = DeskScreen(), SignInScreen()
        self._desk.strip.add_button(self.window.commands_action)
        self._desk_presenter = presenter = DeskPresenter(self._desk, stage)
        presenter.lock_wanted.connect(self._session.leave)
        presenter.calendar_wanted.connect(self.window.calendar_action.trigger)
        self._side_pages = SidePages(self.window, self._desk, stage, self._equipment)
        self._side_pages.settings_kept.connect(self._take_settings)
        sign_in = SignInPresenter(self._sign_in, stage)
        self._session.actor_changed.connect(self._show_page_for)
        self.window.show_page(self._sign_in)
        sign_in.open()
        self._backup_timer.start()

    @Slot(object)
    def _show_page_for(self, actor: Actor | None) -> None:
        """Whose roles change while they are in stays on the page in front."""
        if actor is None:
            self.window.show_page(self._sign_in)
        elif self.window.page is self._sign_in:
            self.window.show_page(self._desk)

    @Slot(str)
    def _take_scan(self, payload: str) -> None:
        """To the desk, or to a page that asks for a scan; where it leads nowhere, it says so."""
        desk = self._desk_presenter
        page: object = self.window.page
        if desk is not None and self._session.signed_in is not None and page is self._desk:
            desk.take_scan(payload)
        elif not (isinstance(page, TakesScans) and page.take_scan(payload)):
            QApplication.beep()

    def _equipment(self) -> EquipmentParts:
        from cgcounter.app.equipment import equipment_of

        if self.office is None:
            raise RuntimeError("there is no office yet to have any equipment")
        return equipment_of(self._machine(), self.office)

    def _write_settings(self, settings: Settings) -> None:
        write_settings(settings, self._with.folders.settings_file)

    @Slot(object)
    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._with.scanner.listen_for(settings.scanner)
        dress(settings)
        self._changes.announce(Topic.SETTINGS)

    @Slot(int)
    def _take_zoom(self, zoom: int) -> None:
        self._change_settings(zoom=zoom)

    def _change_settings(self, **changes: object) -> None:
        """A change that counts at once; should it not be kept, the next start does not know of it."""
        self._settings = msgspec.structs.replace(self._settings, **changes)
        dress(self._settings)
        self.runner.run(
            partial(self._write_settings, self._settings),
            owner=self,
            done=lambda _: None,
            failed=lambda _: None,
            lane=Lane.BACKGROUND,
        )

    @Slot()
    def _back_up(self) -> None:
        if self.office is not None and self.office.is_set_up:
            self.runner.run(
                self.office.cases.back_up,
                owner=self,
                done=lambda _: self._changes.announce(Topic.SETTINGS),
                failed=lambda _: None,
                lane=Lane.BACKGROUND,
            )

    @Slot()
    def _close(self) -> None:
        self._backup_timer.stop()
        if self._desk_presenter is not None:
            self._desk_presenter.put_away()
        if self.office is not None:
            self.office.cases.check_file.stop()
        self._back_up()
        self.runner.close()
        if self.office is not None:
            self.office.close()
        self._with.log.close()

    @Slot()
    def raise_window(self) -> None:
        """Bring the window to the front, also out of the taskbar: a second start asked for it."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()


def stay_off_gui_thread() -> None:
    """Raises where the window would wait for the disk; the window lives on the main thread."""
    if threading.current_thread() is threading.main_thread():
        raise RuntimeError("the window's thread asked the data file")


def dress(settings: Settings) -> None:
    """Colours and zoom as the settings say; another language comes with the next start."""
    wear(_application(), _appearance(settings))


def start_program(
    folders: places.Folders, settings: Settings, clock: Clock, scanner: ScannerFilter | None = None
) -> Program:
    """Open a window and fill it; the application object exists already."""
    return fill_window(open_window(_application(), _appearance(settings)), folders, settings, clock, scanner)


def fill_window(
    window: MainWindow,
    folders: places.Folders,
    settings: Settings,
    clock: Clock,
    scanner: ScannerFilter | None = None,
) -> Program:
    """Begin to open the data file for a window that is on the screen."""
    crashes = CrashReports(folders.logs)
    crashes.install()
    scanner = scanner or ScannerFilter(window)
    program = Program(window, Surroundings(folders, settings, clock, scanner, crashes, LogFile(folders.logs)))
    program.start()
    return program


def _appearance(settings: Settings) -> Appearance:
    return Appearance(settings.language, settings.scheme, settings.zoom)


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("there is no application to open a window in")
    return application
