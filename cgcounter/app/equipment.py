"""Joins the pages of printers, scanner and backup folder to this machine, for the first run and for the settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from cgcounter.app import places
from cgcounter.app.opening import Office
from cgcounter.app.settings import write_settings
from cgcounter.documents.barcodes import ScreenSymbols
from cgcounter.gui.equipment.parts import EquipmentParts
from cgcounter.gui.equipment.scan_line import KeyClock
from cgcounter.gui.printing import printers_available
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.messages import Messages
from cgcounter.services.ports import Clock
from cgcounter.services.print_test_page import PrintTestPage
from cgcounter.services.settings import Settings
from cgcounter.storage.folders import look_at_backup_folder


class Machine(NamedTuple):
    """What the running program is on this machine."""

    folders: places.Folders
    settings: Callable[[], Settings]
    clock: Clock
    key_clock: KeyClock
    runner: TaskRunner
    messages: Messages


def equipment_of(machine: Machine, office: Office) -> EquipmentParts:
    """What the pages work with."""
    return EquipmentParts(
        current=machine.settings,
        keep=partial(write_settings, file=machine.folders.settings_file),
        printers=printers_available,
        print_test=PrintTestPage(office.forms, office.printers, machine.clock),
        look_at_folder=partial(look_at_backup_folder, data=machine.folders.data),
        usual_folder=machine.folders.backups,
        symbols=ScreenSymbols(),
        key_clock=machine.key_clock,
        runner=machine.runner,
        messages=machine.messages,
    )
