"""The settings as a form; nothing changes before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cgcounter.domain.forms import PaperSize
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.gui.widgets.field_row import Form
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.services.settings import PaperContext, Settings

_WIDTH: Final = 720


class SettingsScreen(QWidget):
    """One form.

    Signals: save_wanted: the Settings as they stand. close_wanted: leave without saving. staff_wanted, pin_wanted:
    the list of people, one's own PIN.
    """

    save_wanted = Signal(object)
    close_wanted = Signal()
    staff_wanted = Signal()
    pin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeBar()
        self._shown = Settings()
        self.language, self.scheme = QComboBox(), QComboBox()
        self.receipt_printer, self.receipt_size = QComboBox(), QComboBox()
        self.log_printer = QComboBox()
        self.backup_folder, self.papers_folder = QLineEdit(), QLineEdit()
        self._staff = self._way(self.tr("People and roles"), self.staff_wanted)
        self._pin = self._way(self.tr("Change my PIN"), self.pin_wanted)
        self._fill_choices()
        self._build()
        self._enter = EnterMovesOn(self)
        self.setFocusProxy(self.language)

    def _fill_choices(self) -> None:
        self.language.addItem("Tiếng Việt", "vi")
        self.language.addItem("English", "en")
        self.scheme.addItem(self.tr("Light"), "light")
        self.scheme.addItem(self.tr("Dark"), "dark")
        self.receipt_size.addItem(self.tr("A5, two sheets"), PaperSize.A5)
        self.receipt_size.addItem(self.tr("A4, both copies on one sheet"), PaperSize.A4_TWO_UP)
        self.receipt_size.addItem(self.tr("A4, two sheets"), PaperSize.A4)
        self.backup_folder.setPlaceholderText(self.tr("the usual folder; better another disk or a stick"))
        self.papers_folder.setPlaceholderText(self.tr("the usual folder"))

    def _build(self) -> None:
        title = QLabel(self.tr("Settings of this machine"))
        title.setProperty("textRole", "title")
        form = Form()
        form.setMaximumWidth(_WIDTH)
        form.add(self.tr("Language"), self.language)
        form.add(self.tr("Colours"), self.scheme)
        form.add(self.tr("Receipts to"), self.receipt_printer)
        form.add(self.tr("Paper"), self.receipt_size)
        form.add(self.tr("Logs to"), self.log_printer)
        form.add(self.tr("Backups in"), self.backup_folder)
        form.add(self.tr("PDFs in"), self.papers_folder)
        hint = QLabel(self.tr("The language changes at the next start."))
        hint.setProperty("textRole", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        for widget in (title, self.notice, form, hint):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        layout.addWidget(self._ways())
        layout.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        save = self._action(self.tr("Save"), self._tell_save, "F9", "Ctrl+Return", "Ctrl+Enter")
        close = self._action(self.tr("Close"), self.close_wanted.emit, "Esc")
        row = QHBoxLayout()
        for action, kind in ((save, "primary"), (close, "quiet")):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button = QPushButton(f"{action.text()}  {keys}")
            button.setProperty("kind", kind)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _way(self, words: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(wish)
        return button

    def _ways(self) -> QWidget:
        """To what is no setting of this machine."""
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 16, 0, 0)
        row.addWidget(self._staff)
        row.addWidget(self._pin)
        row.addStretch(1)
        return ways

    def _action(self, text: str, do: object, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def show_ways(self, *, staff: bool) -> None:
        """Offer the list of people to those who keep it."""
        self._staff.setVisible(staff)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings."""
        self._shown = settings
        _choose(self.language, settings.language)
        _choose(self.scheme, settings.scheme)
        _choose(self.receipt_size, settings.receipt.size)
        self.backup_folder.setText(settings.backup_folder)
        self.papers_folder.setText(settings.papers_folder)
        self.show_printers(())
        self.notice.dismiss()

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer these printers; one that is set but not there stays offered, or saving would lose it."""
        for box, context in (
            (self.receipt_printer, self._shown.receipt),
            (self.log_printer, self._shown.daily_log),
        ):
            chosen = box.currentData() if box.count() else context.printer
            box.clear()
            box.addItem(self.tr("PDF in the papers folder"), "")
            for name in dict.fromkeys((*names, *filter(None, (context.printer,)))):
                box.addItem(name, name)
            _choose(box, chosen)

    def typed(self) -> Settings:
        """The settings as the form says them; what it does not show stays as it was."""
        size = PaperSize(self.receipt_size.currentData())  # the box keeps the text of an enum, not the enum
        return Settings(
            language=self.language.currentData(),
            scheme=self.scheme.currentData(),
            zoom=self._shown.zoom,
            receipt=PaperContext(self.receipt_printer.currentData(), size),
            daily_log=PaperContext(self.log_printer.currentData(), self._shown.daily_log.size),
            backup_folder=self.backup_folder.text().strip(),
            papers_folder=self.papers_folder.text().strip(),
        )

    def show_saved(self) -> None:
        """The settings are kept."""
        self.notice.say(Tone.FINE, self.tr("The settings are saved."))

    def show_problem(self, words: str) -> None:
        """The settings could not be kept."""
        self.notice.say(Tone.ALARM, words)

    @Slot()
    def _tell_save(self) -> None:
        self.save_wanted.emit(self.typed())


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))
