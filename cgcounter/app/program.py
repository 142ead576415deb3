"""The running program: opens the data file behind the first frame, then leads from page to page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.opening import Office, open_office
from cgcounter.app.reference_files import read_messages
from cgcounter.app.settings import Settings, write_settings
from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import ChangeNotice
from cgcounter.gui.main_window import MainWindow
from cgcounter.gui.scanner import ScannerFilter
from cgcounter.gui.stage import Session, Stage
from cgcounter.gui.tasks import Lane, TaskRunner
from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.services.messages import Messages
from cgcounter.services.ports import Clock

BACKUP_EVERY_MS = 3_600_000


class Surroundings(NamedTuple):
    """What the program is started with."""

    folders: places.Folders
    settings: Settings
    clock: Clock
    scanner: ScannerFilter
    crash: Callable[[BaseException], None]


class Program(QObject):
    """Owns the window, the task runner and the opened office."""

    def __init__(self, window: MainWindow, surroundings: Surroundings) -> None:
        super().__init__()
        self.window = window
        self.runner = TaskRunner(surroundings.crash, self)
        self.office: Office | None = None
        self._with = surroundings
        self._settings = surroundings.settings
        self._session, self._changes = Session(self), ChangeNotice(self)
        self._messages: Messages = read_messages(places.resources(), self._settings.language)
        self._backup_timer = QTimer(self, interval=BACKUP_EVERY_MS)
        self._backup_timer.timeout.connect(self._back_up)
        window.closing.connect(self._close)
        window.zoom_wanted.connect(self._take_zoom)

    def start(self) -> None:
        """Open the data file in the database lane while the first frame is already shown."""
        work = partial(open_office, self._with.folders, self._settings, self._with.clock)
        self.runner.run(work, owner=self, done=self._enter, failed=self._tell_closed)

    @property
    def is_busy(self) -> bool:
        """True while anything is under way."""
        return self.runner.busy

    def _enter(self, office: Office) -> None:
        self.office = office
        if office.is_set_up:
            self._open_desk()
        else:
            self._open_set_up()

    def _tell_closed(self, error: CounterError) -> None:
        self.window.show_words(self._messages.explain(error).sentence)

    def _stage(self, office: Office) -> Stage:
        return Stage(
            cases=office.cases,
            runner=self.runner,
            changes=self._changes,
            session=self._session,
            messages=self._messages,
            clock=self._with.clock,
        )

    def _open_set_up(self) -> None:
        raise NotImplementedError

    def _open_desk(self) -> None:
        from cgcounter.gui.desk.presenter import DeskPresenter
        from cgcounter.gui.desk.screen import DeskScreen
        from cgcounter.gui.sign_in.presenter import SignInPresenter
        from cgcounter.gui.sign_in.screen import SignInScreen

        if self.office is None:
            return
        stage = self._stage(self.office)
        self._desk, self._sign_in = DeskScreen(), SignInScreen()
        desk = DeskPresenter(self._desk, stage)
        desk.lock_wanted.connect(self._session.leave)
        self._with.scanner.scanned.connect(desk.take_scan)
        sign_in = SignInPresenter(self._sign_in, stage)
        self._session.actor_changed.connect(self._show_page_for)
        self.window.show_page(self._sign_in)
        sign_in.open()
        self._backup_timer.start()

    @Slot(object)
    def _show_page_for(self, actor: Actor | None) -> None:
        self.window.show_page(self._sign_in if actor is None else self._desk)

    @Slot(int)
    def _take_zoom(self, zoom: int) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, Scheme(self._settings.scheme), zoom)
