"""A machine to try, with its threads ended after the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.equipment.machine import TriedMachine


@pytest.fixture
def machine(app: QApplication, resources: Path, qtbot: QtBot) -> Iterator[TriedMachine]:
    """A machine with two printers and the settings of a new one."""
    machine = TriedMachine(resources, qtbot)
    yield machine
    machine.runner.close()
