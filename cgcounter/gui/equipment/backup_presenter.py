"""Looks at the folder for the backups before it counts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from cgcounter.domain.errors import CounterError
from cgcounter.gui.equipment.backup_page import BackupPage
from cgcounter.gui.equipment.parts import EquipmentParts, EquipmentPresenter
from cgcounter.gui.widgets.field_row import Remark
from cgcounter.services.ports import FolderLook


class BackupPresenter(EquipmentPresenter):
    """A folder that takes no copies is refused; one on the disk of the data is asked about once."""

    def __init__(self, page: BackupPage, parts: EquipmentParts) -> None:
        super().__init__(page, parts)
        self._page = page
        self._accepted: Path | None = None
        page.answered.connect(self._look)

    def open(self) -> None:
        """Show the folder that is set."""
        self._accepted = None
        self._page.show_folder(self._parts.current().backup_folder, str(self._parts.usual_folder))

    @Slot(object)
    def _look(self, typed: str) -> None:
        folder = Path(typed).expanduser() if typed else self._parts.usual_folder
        self._page.show_working(under_way=True)
        self._run(partial(self._parts.look_at_folder, folder), partial(self._take, typed), self._refuse)

    def _take(self, typed: str, look: FolderLook) -> None:
        self._page.show_working(under_way=False)
        if look.is_beside_data and look.folder != self._accepted:
            self._accepted = look.folder
            self._page.show_remark("folder", self._words_beside_data(), Remark.WARNING)
        else:
            self._keep(backup_folder=str(look.folder) if typed else "")

    def _words_beside_data(self) -> str:
        return self.tr(
            "This folder is on the same disk as the data: should the disk break, both are lost. "
            "Type another folder, or press Enter to keep this one."
        )

    def _refuse(self, error: CounterError) -> None:
        self._page.show_working(under_way=False)
        self._page.show_remark("folder", self._parts.messages.explain(error).sentence)
