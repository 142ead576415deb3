"""The settings as a form; nothing of it changes before it is saved."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.gui.widgets.field_row import Form
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.settings import Settings

_WIDTH: Final = 720
_PADDINGS: Final = 32


class PageButton(QPushButton):
    """Leads to a page and says how it stands there; of a long path or name the middle is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setStyleSheet("text-align: left;")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """How it stands; a sign that there is more behind the button follows by itself."""
        self._words = words
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - theme_in_use().px(_PADDINGS)
        self.setText(self.fontMetrics().elidedText(f"{self._words} …", Qt.TextElideMode.ElideMiddle, room))


class SettingsForm(QWidget):
    """What is simply chosen; what has to be tried has a page of its own behind a button that says how it stands.

    Signals: save_wanted: the Settings as they stand. close_wanted: leave without saving. printers_wanted,
    scanner_wanted, backups_wanted: show that page. staff_wanted, counter_wanted, habits_wanted, tables_wanted,
    calendar_wanted, pin_wanted: the list of people, the unit of this counter, the habits of the office, a table to
    take in, the working calendar, one's own PIN.
    """

    save_wanted = Signal(object)
    close_wanted = Signal()
    printers_wanted = Signal()
    scanner_wanted = Signal()
    backups_wanted = Signal()
    staff_wanted = Signal()
    pin_wanted = Signal()
    counter_wanted = Signal()
    habits_wanted = Signal()
    tables_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeBar()
        self._shown = Settings()
        self.language, self.scheme = QComboBox(), QComboBox()
        self.papers_folder = QLineEdit()
        self.printers, self.scanner, self.backups = PageButton(), PageButton(), PageButton()
        self._staff = _way(self.tr("People and roles"), self.staff_wanted)
        self._counter = _way(self.tr("Unit of this counter"), self.counter_wanted)
        self._habits = _way(self.tr("Habits of the office"), self.habits_wanted)
        self._tables = _way(self.tr("Take in a table…"), self.tables_wanted)
        self._calendar = _way(self.tr("Working calendar"), self.calendar_wanted)
        self._pin = _way(self.tr("Change my PIN"), self.pin_wanted)
        self._fill_choices()
        self._build()
        self._enter = EnterMovesOn(self)
        self.setFocusProxy(self.language)

    def _fill_choices(self) -> None:
        self.language.addItem("Tiếng Việt", "vi")
        self.language.addItem("English", "en")
        self.scheme.addItem(self.tr("Light"), "light")
        self.scheme.addItem(self.tr("Dark"), "dark")
        self.papers_folder.setPlaceholderText(self.tr("the usual folder"))
        for button, wish in (
            (self.printers, self.printers_wanted),
            (self.scanner, self.scanner_wanted),
            (self.backups, self.backups_wanted),
        ):
            button.clicked.connect(wish)

    def _build(self) -> None:
        title = QLabel(self.tr("Settings of this machine"))
        title.setProperty("textRole", "title")
        self._form = form = Form()
        form.add(self.tr("Language"), self.language)
        form.add(self.tr("Colours"), self.scheme)
        form.add(self.tr("PDFs in"), self.papers_folder)
        form.add(self.tr("&Printers"), self.printers)
        form.add(self.tr("&Scanner"), self.scanner)
        form.add(self.tr("&Backups in"), self.backups)
        hint = QLabel(self.tr("The language changes at the next start."))
        hint.setProperty("textRole", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        for widget in (title, self.notice, form, hint):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        layout.addWidget(self._ways())
        layout.addStretch(1)
        self._fit()

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

    def _ways(self) -> QWidget:
        """To what is no setting of this machine."""
        ways = QWidget()
        row = WrappingRow(ways)
        row.setSpacing(8)
        for way in (self._staff, self._counter, self._habits, self._tables, self._calendar, self._pin):
            row.addWidget(way)
        return ways

    def _action(self, text: str, do: object, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._form.setMaximumWidth(theme_in_use().px(_WIDTH))

    def show_ways(self, *, keeper: bool, calendar: bool) -> None:
        """Offer what is of the whole office to those who administer it, the calendar to leaders too."""
        self._calendar.setVisible(calendar)
        for way in (self._staff, self._counter, self._habits, self._tables):
            way.setVisible(keeper)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings."""
        _choose(self.language, settings.language)
        _choose(self.scheme, settings.scheme)
        self.papers_folder.setText(settings.papers_folder)
        self.show_equipment(settings)
        self.notice.dismiss()

    def show_equipment(self, settings: Settings) -> None:
        """Say how printers, scanner and backups stand; what is being typed stays as it is."""
        self._shown = settings
        to_file = self.tr("PDF file (no printer)")
        printers = dict.fromkeys(one.printer or to_file for one in (settings.receipt, settings.daily_log))
        self.printers.show_words(", ".join(printers))
        gap = self.tr("recognised up to {gap} ms a character")
        self.scanner.show_words(gap.format(gap=settings.scanner.longest_gap_ms))
        self.backups.show_words(settings.backup_folder or self.tr("the usual folder"))

    def typed(self) -> Settings:
        """The settings as the form says them; what it does not ask for stays as it was."""
        return replace(
            self._shown,
            language=self.language.currentData(),
            scheme=self.scheme.currentData(),
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


def _way(words: str, wish: SignalInstance) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(wish)
    return button


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))
