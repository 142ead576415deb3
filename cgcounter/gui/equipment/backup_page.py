"""The page that asks where the backups are to lie."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.path_field import PathField, Wanted


class BackupPage(Page):
    """One folder; the line left empty means the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The backup folder"),
            self.tr(
                "Every hour and at closing an encrypted, checked copy of the data is laid here. Best on another disk "
                "or a stick: should this computer's disk break, the copies are still there."
            ),
            parent,
        )
        self._folder = PathField(self.tr("Backup folder"), Wanted.FOLDER)
        self.ask("folder", self.tr("Back&up folder"), self._folder)

    def show_folder(self, folder: str, usual: str) -> None:
        """Show the folder that is set, and which is the usual one."""
        self._folder.line.setText(folder)
        self._folder.line.setPlaceholderText(usual)

    def answer(self) -> str:
        return self._folder.text
