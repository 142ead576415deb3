"""Reads a file, lets the use case look at it, and takes it in at one more key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.stage import Stage
from cgcounter.gui.table_import.choose_page import Choice
from cgcounter.gui.table_import.screen import TableImportScreen
from cgcounter.gui.table_import.words import (
    change_findings,
    column_findings,
    may_be_taken,
    refusal_sheet,
    refused_rows,
)
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.saving import write_file
from cgcounter.gui.work_under_way import WorkStoppedError, WorkUnderWay
from cgcounter.services.import_change import ImportChange
from cgcounter.services.receive_dossier import CodeNotMarkedError
from cgcounter.services.table_file import ImportKind, TableFile
from cgcounter.services.take_over_dossiers import IMPORTERS

ReadTables = Callable[[ImportKind, Path], TableFile]
_LOOKED_EVERY_MS: Final = 100


class _Seen(NamedTuple):
    """A file and what it would change; None while nobody knows."""

    file: TableFile
    change: ImportChange | None = None


class TableImportPresenter(QObject):
    """One file at a time; what was read is what is looked at and taken in, whatever becomes of the file meanwhile.

    Signals: closed: the screen is to go.
    """

    closed = Signal()

    def __init__(self, screen: TableImportScreen, stage: Stage, read: ReadTables) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._read = read
        self._seen: _Seen | None = None
        self._work: WorkUnderWay | None = None
        self._timer = QTimer(self, interval=_LOOKED_EVERY_MS)
        self._timer.timeout.connect(self._look)
        screen.choose.back_wanted.connect(self.closed)
        screen.choose.answered.connect(self._take_choice)
        screen.preview.back_wanted.connect(self._go_back)
        screen.preview.take_wanted.connect(self._begin_taking)
        screen.preview.save_wanted.connect(self._save_refused)
        screen.pin.answered.connect(self._check_pin)
        stage.session.actor_changed.connect(self._greet)

    def open(self) -> None:
        """Ask for kind and file."""
        self._screen.show_choice()

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        """Who leaves wants no more of it; who gave the role away has no business here."""
        if self._work is not None and (actor is None or not actor.may(IMPORTERS)):
            self._work.stop()
        if actor is not None and not actor.may(IMPORTERS):
            self.closed.emit()

    @Slot(object)
    def _take_choice(self, choice: Choice) -> None:
        if not choice.file:
            self._screen.choose.show_remark("file", self.tr("Name the file, or look for it."))
            return
        self._screen.choose.show_working(under_way=True)
        self._stage.runner.run(
            partial(self._read, choice.kind, Path(choice.file).expanduser()),
            owner=self,
            done=self._show_file,
            failed=self._refuse_file,
            lane=Lane.BACKGROUND,
        )

    def _refuse_file(self, error: CounterError) -> None:
        self._screen.choose.show_working(under_way=False)
        self._screen.choose.show_remark("file", self._words(error))

    def _show_file(self, file: TableFile) -> None:
        self._screen.choose.show_working(under_way=False)
        self._seen = _Seen(file)
        preview = self._screen.preview
        title = self.tr("{what} from {file}")
        preview.show_file(title.format(what=self._stage.messages.term(file.kind), file=file.source), file)
        preview.show_findings(tuple(column_findings(file)))
        preview.offer(take=False)
        self._screen.show_preview()
        if file.is_complete:
            self._run(self._stage.session.actor, dry_run=True, done=self._show_change)

    def _run(self, actor: Actor, *, dry_run: bool, done: Callable[[ImportChange], None]) -> None:
        """Let the use case look at the file, or take it in; Esc stops it until it is saved."""
        if self._seen is None:
            raise RuntimeError("no file was read")
        self._work = work = WorkUnderWay()
        self._screen.preview.show_work(0)
        self._screen.preview.offer(take=False)
        self._timer.start()
        self._stage.runner.run(
            partial(self._stage.cases.tables, actor, self._seen.file, dry_run=dry_run, progress=work),
            owner=self,
            done=partial(self._end, done),
            failed=self._tell_failed,
        )

    @Slot()
    def _look(self) -> None:
        if self._work is not None:
            self._screen.preview.show_work(self._work.per_cent)

    def _end(self, done: Callable[[ImportChange], None], change: ImportChange) -> None:
        self._let_go()
        if self._seen is not None:
            self._seen = _Seen(self._seen.file, change)
            done(change)

    def _let_go(self) -> None:
        self._work = None
        self._timer.stop()
        self._screen.preview.show_work(None)

    def _show_change(self, change: ImportChange) -> None:
        preview = self._screen.preview
        if self._seen is not None:
            file = self._seen.file
            preview.show_findings((*column_findings(file), *change_findings(file.kind, change)))
            preview.offer(take=may_be_taken(file.kind, change))
            preview.show_refused(refused_rows(file, change.refusals, self._stage.messages))

    @Slot()
    def _begin_taking(self) -> None:
        if self._seen is None or self._seen.change is None:
            return
        actor = self._stage.session.actor
        if self._seen.file.kind is ImportKind.DOSSIERS:
            self._screen.pin.ask_for(actor.name, len(self._seen.change.new))
            self._screen.show_pin()
        else:
            self._run(actor, dry_run=False, done=self._tell_taken)

    @Slot(object)
    def _check_pin(self, pin: str) -> None:
        self._screen.pin.show_working(under_way=True)
        # The hash is slow on purpose, and nothing else may wait for it.
        self._stage.runner.run(
            partial(self._stage.cases.sign_in, self._stage.session.actor.id, pin),
            owner=self,
            done=self._take_over,
            failed=lambda error: self._screen.pin.refuse(self._words(error)),
            lane=Lane.BACKGROUND,
        )

    def _take_over(self, actor: Actor) -> None:
        self._screen.show_preview()
        self._run(actor, dry_run=False, done=self._tell_taken)

    def _tell_taken(self, change: ImportChange) -> None:
        preview = self._screen.preview
        if self._seen is None:
            return
        preview.show_refused(refused_rows(self._seen.file, change.refusals, self._stage.messages))
        if self._seen.file.kind is ImportKind.DOSSIERS:
            words = self.tr("Dossiers taken over: {count}.").format(count=len(change.new))
        else:
            what = self._stage.messages.term(self._seen.file.kind)
            words = self.tr("Taken in: {what}, version {version}.").format(what=what, version=change.version)
        preview.show_findings(())
        preview.notice.say(Tone.FINE, words)
        self._announce(self._seen.file.kind)

    def _tell_failed(self, error: CounterError) -> None:
        self._let_go()
        tone = Tone.CAUTION if isinstance(error, WorkStoppedError) else Tone.ALARM
        self._screen.preview.notice.say(tone, self._words(error))
        if isinstance(error, CodeNotMarkedError) and self._seen is not None:
            self._announce(self._seen.file.kind)  # it was saved all the same

    def _announce(self, kind: ImportKind) -> None:
        topic = Topic.DOSSIERS if kind is ImportKind.DOSSIERS else Topic.CATALOGUE
        self._stage.changes.announce(topic, initiator=self)

    @Slot()
    def _go_back(self) -> None:
        if self._work is not None:
            self._work.stop()
        else:
            self._seen = None
            self._screen.show_choice()

    @Slot(object)
    def _save_refused(self, folder: Path) -> None:
        if self._seen is None or self._seen.change is None:
            return
        file = folder / self.tr("{name} - refused rows.csv").format(name=Path(self._seen.file.source).stem)
        sheet = refusal_sheet(self._seen.file, self._seen.change, self._stage.messages)
        self._stage.runner.run(
            partial(write_file, file, sheet),
            owner=self,
            done=partial(self._tell_saved, file),
            lane=Lane.BACKGROUND,
        )

    def _tell_saved(self, file: Path, is_written: bool) -> None:  # noqa: FBT001  the runner passes one result
        preview = self._screen.preview
        if is_written:
            preview.saving.hide()
            preview.setFocus()
            preview.notice.say(Tone.FINE, self.tr("Saved as {file}.").format(file=file))
        else:
            words = self.tr("The file could not be written: {file}. Choose another folder.")
            preview.notice.say(Tone.ALARM, words.format(file=file))

    def _words(self, error: CounterError) -> str:
        return self._stage.messages.explain(error).sentence
