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
from cgcounter.app.reference_files import read_catalogue_rows, read_findings
from cgcounter.app.settings import read_settings
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.recovery_code import key_from_recovery_code
from cgcounter.services.import_catalogue import CatalogueChange
from cgcounter.services.ports import BackupReport
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
    _say(f"Đã sao lưu và kiểm tra: {report.file}\n{_told_report(report)}")
    return EXIT_OK


def restore(folders: places.Folders, file: Path, code: str | None) -> int:
    """Look into a copy, put it back and set aside what stood there; raises DataFileError and leaves all as it was."""
    require_qt()  # its lock tells whether a window is open
    from cgcounter.app.instance import closed_window

    folders.make()
    key = key_from_recovery_code(code) if code else _key_kept_for(file, folders)
    with closed_window(folders.data):
        done = put_back(folders, file, key, SystemClock().now())
    aside = f"\nTệp trước đó được để riêng: {done.set_aside}" if done.set_aside else ""
    _say(f"Đã khôi phục.\n{_told_report(done.report)}{aside}")
    return EXIT_OK


def _key_kept_for(file: Path, folders: places.Folders) -> bytes:
    """A file that was set aside may have a key of its own."""
    try:
        return keys_of(folders, file.resolve()).get().key
    except KeyMissingError:
        return keys_of(folders).get().key


def _told_report(report: BackupReport) -> str:
    last = report.last_event_at
    when = f"{last.astimezone(TIME_ZONE):%H:%M %d/%m/%Y}" if last else "không có"
    return f"{report.office}: {report.dossiers} hồ sơ, {report.events} sự kiện, sự kiện cuối: {when}."


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
    language = read_settings(folders.settings_file).language
    words = read_findings(places.resources(), language)
    return "\n".join(
        f"{_SIGNS[one.level]} {words.get(one.code, one.code).format_map(one.facts)}" for one in findings
    )


def import_catalogue(folders: places.Folders, file: Path, papers: Path | None, *, dry_run: bool) -> int:
    """Take a catalogue in, or show what would change; exit 1 when rows were refused."""
    rows = read_catalogue_rows(file, papers or file.with_name("papers.csv"))
    settings = read_settings(folders.settings_file)
    store = open_existing(folders)
    try:
        office = build_office(store, folders, lambda: settings, SystemClock())
        change = office.cases.import_catalogue(*rows, source=file.name, dry_run=dry_run)
    finally:
        store.close()
    _say(_told_change(change, dry_run=dry_run))
    return EXIT_FOUND if change.refusals else EXIT_OK


def _told_change(change: CatalogueChange, *, dry_run: bool) -> str:
    figures = f"{len(change.new)} mới, {len(change.changed)} sửa, {len(change.gone)} bỏ"
    if dry_run:
        head = f"Chỉ xem trước: {figures}."
    elif change.version:
        head = f"Đã nhập danh mục, phiên bản {change.version}: {figures}."
    else:
        head = "Danh mục không có gì thay đổi."
    refused = [
        f"{row.table} dòng {row.row_number}: {row.column} – {row.reason_code}" for row in change.refusals
    ]
    return "\n".join([head, *refused])


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
