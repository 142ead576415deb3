"""The pages at both ends: how to begin, a backup to restore, and the recovery sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cgcounter.gui.scanner import OPT_OUT_PROPERTY
from cgcounter.gui.set_up.answers import RestoreAnswer, Start
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.saving import SaveRow


class WelcomePage(Page):
    """Three ways to begin, each by its digit, or with the arrows and Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Welcome"),
            self.tr("There is no data on this computer yet. How shall it begin?"),
            parent,
        )
        self._starts = {
            Start.DEMO: QPushButton(self.tr("1   Try the demo office")),
            Start.OFFICE: QPushButton(self.tr("2   Set up an office")),
            Start.RESTORE: QPushButton(self.tr("3   Restore from a backup")),
        }
        self._start = Start.DEMO
        ways = QWidget()
        rows = QVBoxLayout(ways)
        rows.setContentsMargins(0, 0, 0, 0)
        for button in self._starts.values():
            button.clicked.connect(self._choose)
            button.setStyleSheet("text-align: left;")  # the digits stand under each other
            rows.addWidget(button)
        self.form.add_wide(ways)
        self.next.hide()
        self.back.hide()

    def take_focus(self) -> None:
        self._starts[self._start].setFocus()

    def answer(self) -> Start:
        return self._start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = tuple(self._starts.values())
        if event.text() in ("1", "2", "3"):
            buttons[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose(self) -> None:
        self._start = next(start for start, button in self._starts.items() if button is self.sender())
        self.answered.emit(self._start)


class RestorePage(Page):
    """A backup file, and the code of the recovery sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Restore from a backup"),
            self.tr("The backup is looked into first; nothing is written before it has been found whole."),
            parent,
        )
        self._file, self._code = QLineEdit(), QLineEdit()
        browse = QPushButton(self.tr("&Browse…"))
        browse.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter leads from the path to the code
        browse.clicked.connect(self._look)
        row = QWidget()
        row.setFocusProxy(self._file)
        cells = QHBoxLayout(row)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addWidget(self._file, 1)
        cells.addWidget(browse)
        self._code.setProperty(OPT_OUT_PROPERTY, True)  # noqa: FBT003  the sheet bears the code as a QR code
        self._file.setAccessibleName(self.tr("Backup file"))
        self.ask("file", self.tr("Backup &file"), row)
        hint = self.tr("From the recovery sheet. May be left out on the computer that made the backup.")
        self.ask("code", self.tr("&Recovery code"), self._code, hint)
        self.next.setText(self.tr("Restore  Enter"))

    def answer(self) -> RestoreAnswer:
        return RestoreAnswer(file=self._file.text(), code=self._code.text())

    @Slot()
    def _look(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Backup file"), self._file.text())
        if file:
            self._file.setText(file)
        self._file.setFocus()


class SheetPage(Page):
    """The recovery sheet, to print or to save; the office opens once it is put away.

    Signals: print_wanted. save_wanted: the folder, a Path. again_wanted: the sheet could not be made, try again.
    """

    print_wanted = Signal()
    save_wanted = Signal(Path)
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("4 of 4 · The recovery sheet"),
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
