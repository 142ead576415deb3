"""The commands without a window: backup, restore, doctor, import."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from cgcounter.app import places
from cgcounter.app.clocks import SystemClock
from cgcounter.app.opening import build_office, keys_of, marks_of, open_existing, put_back
from cgcounter.app.qt_libraries import require_qt
from cgcounter.app.reference_files import read_answers, read_findings, read_messages, read_table_file
from cgcounter.app.settings import read_settings
from cgcounter.app.telling import language_of
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.recovery_code import key_from_recovery_code
from cgcounter.services.import_change import ImportChange
from cgcounter.services.ports import BackupReport
from cgcounter.services.table_file import ImportKind
from cgcounter.storage import health
from cgcounter.storage.failures import FileMissingError, KeyMissingError
from cgcounter.storage.health import Finding

EXIT_OK, EXIT_FOUND = 0, 1
_SIGNS: Final = {health.Level.OK: "✓", health.Level.WARNING: "!", health.Level.ERROR: "✗"}


def back_up(folders: places.Folders, folder: Path | None) -> int:
    """Make a verified copy; raises DataFileError subclasses."""
    settings = read_settings(folders.settings_file)
    store = open_existing(folders)
    try:
        office = build_office(store, folders, lambda: settings, SystemClock())
        report = office.cases.back_up(folder)
    finally:
        store.close()
    answers = _Answers(folders)
    _say(answers.tell("backed_up", file=report.file), answers.tell_report(report))
    return EXIT_OK


def restore(folders: places.Folders, file: Path, code: str | None) -> int:
    """Look into a copy, put it back and set aside what stood there; raises DataFileError and leaves all as it was."""
    require_qt()  # its lock tells whether a window is open
    from cgcounter.app.instance import closed_window

    folders.make()
    key = key_from_recovery_code(code) if code else _key_kept_for(file, folders)
    with closed_window(folders.data):
        done = put_back(folders, file, key, SystemClock().now())
    answers = _Answers(folders)
    _say(answers.tell("restored"), answers.tell_report(done.report))
    if done.set_aside:
        _say(answers.tell("set_aside", file=done.set_aside))
    return EXIT_OK


def _key_kept_for(file: Path, folders: places.Folders) -> bytes:
    """A file that was set aside may have a key of its own."""
    try:
        return keys_of(folders, file.resolve()).get().key
    except KeyMissingError:
        return keys_of(folders).get().key


def doctor(folders: places.Folders, *, as_json: bool) -> int:
    """Check the data file; exit 1 when anything is wrong."""
    if not folders.data_file.exists():
        raise FileMissingError
    findings = health.examine(
        folders.data_file, keys_of(folders).get(), now=SystemClock().now(), marks=marks_of(folders).all()
    )
    _say(_findings_as_json(findings) if as_json else _told_findings(folders, findings))
    return EXIT_OK if health.is_sound(findings) else EXIT_FOUND


def _findings_as_json(findings: Iterable[Finding]) -> str:
    return msgspec.json.encode(tuple(findings)).decode()


def _told_findings(folders: places.Folders, findings: Iterable[Finding]) -> str:
    words = read_findings(places.resources(), language_of(folders))
    return "\n".join(f"{_SIGNS[one.level]} {words[one.code].format_map(one.facts)}" for one in findings)


def import_file(
    folders: places.Folders, kind: ImportKind, file: Path, papers: Path | None, *, dry_run: bool
) -> int:
    """Take a file in, or show what would change; exit 1 when rows were refused.

    It acts in the name of the first administrator: who can open the file's key administers the machine.
    """
    tables = read_table_file(kind, file, papers)
    tables.require_columns()
    settings = read_settings(folders.settings_file)
    store = open_existing(folders)
    try:
        cases = build_office(store, folders, lambda: settings, SystemClock()).cases
        actor = cases.manage_staff.first_administrator()
        change = cases.tables(actor, tables, dry_run=dry_run)
    finally:
        store.close()
    answers = _Answers(folders)
    if kind is ImportKind.DOSSIERS:
        _say(answers.tell("import_in_name_of", name=actor.name))
    _say(answers.tell_change(kind, change, dry_run=dry_run), *answers.tell_refusals(change))
    return EXIT_FOUND if change.refusals else EXIT_OK


class _Answers:
    """What was done, in the language of the settings."""

    def __init__(self, folders: places.Folders) -> None:
        resources, language = places.resources(), language_of(folders)
        self._words = read_answers(resources, language)
        self._messages = read_messages(resources, language)

    def tell(self, answer: str, **facts: object) -> str:
        return self._words[answer].format_map(facts)

    def tell_report(self, report: BackupReport) -> str:
        at = report.last_event_at
        last = f"{at.astimezone(TIME_ZONE):%H:%M %d/%m/%Y}" if at else self.tell("no_event")
        figures = {"dossiers": report.dossiers, "events": report.events, "last": last}
        return self.tell("report", office=report.office, **figures)

    def tell_change(self, kind: ImportKind, change: ImportChange, *, dry_run: bool) -> str:
        figures = {"new": len(change.new), "changed": len(change.changed), "gone": len(change.gone)}
        if dry_run:
            return self.tell("import_previewed", refused=len(change.refusals), **figures)
        if not change.is_any:
            return self.tell("import_unchanged")
        if kind is not ImportKind.DOSSIERS and not change.is_whole:
            return self.tell("import_refused", refused=len(change.refusals))
        if kind is ImportKind.DOSSIERS:
            return self.tell("dossiers_taken_over", new=len(change.new))
        what = self._messages.term(kind)
        return self.tell("import_done", what=what, version=change.version, **figures)

    def tell_refusals(self, change: ImportChange) -> list[str]:
        return [
            self.tell(
                "row_refused",
                table=row.table,
                row=row.row_number,
                column=row.column,
                reason=self._messages.term(row.reason_code),
            )
            for row in change.refusals
        ]


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
