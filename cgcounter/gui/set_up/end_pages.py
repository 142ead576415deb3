"""The pages that end the first run: a backup to restore, and the recovery sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from cgcounter.gui.scanner import OPT_OUT_PROPERTY
from cgcounter.gui.set_up.answers import RestoreAnswer
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.path_field import PathField, Wanted
from cgcounter.gui.widgets.saving import SaveRow


class RestorePage(Page):
    """A backup file, and the code of the recovery sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Restore from a backup"),
            self.tr("The backup is looked into first; nothing is written before it has been found whole."),
            parent,
        )
        self._file, self._code = PathField(self.tr("Backup file"), Wanted.FILE), QLineEdit()
        self._code.setProperty(OPT_OUT_PROPERTY, True)  # noqa: FBT003  the sheet bears the code as a QR code
        self.ask("file", self.tr("Backup &file"), self._file)
        hint = self.tr("From the recovery sheet. May be left out on the computer that made the backup.")
        self.ask("code", self.tr("&Recovery code"), self._code, hint)
        self.next.setText(self.tr("Restore  Enter"))

    def answer(self) -> RestoreAnswer:
        return RestoreAnswer(file=self._file.text, code=self._code.text())


class SheetPage(Page):
    """The recovery sheet, to print or to save; the office opens once it is put away.

    Signals: print_wanted. save_wanted: the folder, a Path. again_wanted: the sheet could not be made, try again.
    """

    print_wanted = Signal()
    save_wanted = Signal(Path)
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The recovery sheet"),
            self.tr(
                "The data on this computer is encrypted. Should the computer break, only this sheet opens the "
                "backups on another one. It belongs in a sealed envelope, in a safe or a locked cupboard."
            ),
            parent,
        )
        self._print = QPushButton(self.tr("&Print the sheet"))
        self._again = QPushButton(self.tr("&Make the sheet again"))
        self._save_row = SaveRow()
        self._put_away = QCheckBox(self.tr("The sheet is on paper and &has been put away"))
        self.form.add_wide(self._print)
        self.form.add_wide(self._again)
        self.form.add_wide(self._save_row)
        self.form.add_wide(self._put_away)
        self.back.hide()
        self.next.setText(self.tr("Open the office  Enter"))
        self._print.clicked.connect(self.print_wanted)
        self._again.clicked.connect(self.again_wanted)
        self.show_sheet(is_made=True)
        self._save_row.save_wanted.connect(self.save_wanted)
        self._put_away.toggled.connect(self.next.setEnabled)

    def show_sheet(self, *, is_made: bool) -> None:
        """There is a sheet to print and to save, or it has to be made again."""
        for widget in (self._print, self._save_row, self._put_away):
            widget.setVisible(is_made)
        self._again.setVisible(not is_made)
        self._put_away.setChecked(False)
        self.next.setEnabled(False)

    def take_focus(self) -> None:
        (self._again if self._print.isHidden() else self._print).setFocus()

    def answer(self) -> bool:
        return self._put_away.isChecked()

    def show_done(self, words: str) -> None:
        """The sheet is on paper, or in a file."""
        self.notice.say(Tone.FINE, words)
        self._put_away.setFocus()

    def show_failed(self, words: str) -> None:
        """Printing or saving failed; both can be tried again."""
        self.notice.say(Tone.ALARM, words)
