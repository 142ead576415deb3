"""The three pages of the equipment together, for whoever shows them."""

from __future__ import annotations

from typing import NamedTuple

from cgcounter.gui.equipment.backup_page import BackupPage
from cgcounter.gui.equipment.backup_presenter import BackupPresenter
from cgcounter.gui.equipment.parts import EquipmentParts, EquipmentPresenter
from cgcounter.gui.equipment.printers_page import PrintersPage
from cgcounter.gui.equipment.printers_presenter import PrintersPresenter
from cgcounter.gui.equipment.scan_line import KeyClock
from cgcounter.gui.equipment.scanner_page import ScannerPage
from cgcounter.gui.equipment.scanner_presenter import ScannerPresenter


class EquipmentPages(NamedTuple):
    """In the order in which they are asked."""

    printers: PrintersPage
    scanner: ScannerPage
    backups: BackupPage

    @classmethod
    def made(cls, clock: KeyClock) -> EquipmentPages:
        """New pages; ``clock`` tells when a key came."""
        return cls(PrintersPage(clock), ScannerPage(clock), BackupPage())


def serve(pages: EquipmentPages, parts: EquipmentParts) -> tuple[EquipmentPresenter, ...]:
    """A presenter for each page, in their order; each still has to be opened."""
    return (
        PrintersPresenter(pages.printers, parts),
        ScannerPresenter(pages.scanner, parts),
        BackupPresenter(pages.backups, parts),
    )
