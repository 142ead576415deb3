"""The window: one page at a time (opening, set-up, sign-in, desk), full screen, zoom, palette and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QWidget

from cgcounter.gui.theme import ZOOM_STEPS

if TYPE_CHECKING:
    from cgcounter.gui.help.presenter import HelpPresenter
    from cgcounter.gui.palette.presenter import PalettePresenter

WIDTH, HEIGHT = 1366, 728


class MainWindow(QMainWindow):
    """The frame around the pages.

    Signals: ``closing``: the window is about to go. ``zoom_wanted`` carries the per cent.
    """

    closing = Signal()
    zoom_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("cgcounter")
        self.resize(WIDTH, HEIGHT)
        self._zoom = 100
        self._palette: PalettePresenter | None = None
        self._help: HelpPresenter | None = None
        self._pages = QStackedWidget()
        self._opening = QLabel(self.tr("Opening the data file…"))
        # The style sheet centres it: whoever names `Qt.…` first builds its hundred enums, and the first frame waits.
        self._opening.setObjectName("opening")
        self._opening.setWordWrap(True)
        self._pages.addWidget(self._opening)
        self.setCentralWidget(self._pages)

    def add_commands(self) -> None:
        """The commands of every page, once the window is on the screen; the first frame does without them."""
        self._help_action = self.add_action("", "F1")
        self._help_action.triggered.connect(self._open_help)
        self.commands_action = self.add_action("", "Ctrl+K")
        self.commands_action.triggered.connect(self._open_palette)
        self.settings_action = self.add_action("", "Ctrl+,")
        self.staff_action, self.pin_action = self.add_action(""), self.add_action("")
        self.counter_action, self.habits_action = self.add_action(""), self.add_action("")
        self.cash_action, self.tables_action = self.add_action(""), self.add_action("")
        self.calendar_action = self.add_action("")
        for action in self.side_actions:
            action.setEnabled(False)
        self._full_screen = self.add_action("", "F11")
        self._full_screen.triggered.connect(self._toggle_full_screen)
        self._larger = self.add_action("", "Ctrl++", "Ctrl+=")
        self._larger.triggered.connect(self._enlarge)
        self._smaller = self.add_action("", "Ctrl+-")
        self._smaller.triggered.connect(self._reduce)
        self._normal_size = self.add_action("", "Ctrl+0")
        self._normal_size.triggered.connect(self._reset_zoom)
        self._name_actions()

    @property
    def side_actions(self) -> tuple[QAction, ...]:
        """What leads to the pages beside the desk; nothing does while nobody is signed in."""
        of_all = (self.settings_action, self.pin_action, self.cash_action, self.calendar_action)
        return (*of_all, self.staff_action, self.counter_action, self.habits_action, self.tables_action)

    def _name_actions(self) -> None:
        """The names in the language that is installed now."""
        self._help_action.setText(self.tr("Help"))
        self.commands_action.setText(self.tr("Commands"))
        self.settings_action.setText(self.tr("Settings"))
        self.staff_action.setText(self.tr("People and roles"))
        self.pin_action.setText(self.tr("Change my PIN"))
        self.counter_action.setText(self.tr("Unit of this counter"))
        self.habits_action.setText(self.tr("Habits of the office"))
        self.tables_action.setText(self.tr("Take in a table…"))
        self.calendar_action.setText(self.tr("Working calendar"))
        self.cash_action.setText(self.tr("Cash up for today"))
        self._full_screen.setText(self.tr("Full screen"))
        self._larger.setText(self.tr("Larger"))
        self._smaller.setText(self.tr("Smaller"))
        self._normal_size.setText(self.tr("Normal size"))

    def add_action(self, text: str, *keys: str) -> QAction:
        """An action with its keys, on every page."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.addAction(action)
        return action

    def show_words(self, words: str) -> None:
        """Nothing but a sentence: what is being opened, or why it cannot be."""
        self._opening.setText(words)
        self._pages.setCurrentWidget(self._opening)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        # Back to where the clerk was on this page, if anywhere.
        before: QWidget | None = page.focusWidget()
        (page if before is None else before).setFocus()

    def drop_page(self, page: QWidget) -> None:
        """Let go of a page that will not be shown again."""
        self._pages.removeWidget(page)
        page.deleteLater()

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def start_at_zoom(self, zoom: int) -> None:
        """The zoom that the settings hold."""
        self._zoom = zoom

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The event of the first language may come before the commands are made.
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_normal_size"):
            self._name_actions()
            self._palette = self._help = None  # made anew in the other language when they are asked for again

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _open_palette(self) -> None:
        if self._palette is None:
            # Made when first asked for: the first frame does not wait for them.
            from cgcounter.gui.palette.presenter import PalettePresenter
            from cgcounter.gui.palette.screen import Palette

            self._palette = PalettePresenter(Palette(self), self)
        self._palette.open()

    def _open_help(self) -> None:
        if self._help is None:
            from cgcounter.gui.help.presenter import HelpPresenter
            from cgcounter.gui.help.screen import HelpPane

            self._help = HelpPresenter(HelpPane(self), self)
        self._help.open()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _enlarge(self) -> None:
        self._take_zoom(next((step for step in ZOOM_STEPS if step > self._zoom), ZOOM_STEPS[-1]))

    def _reduce(self) -> None:
        self._take_zoom(next((step for step in reversed(ZOOM_STEPS) if step < self._zoom), ZOOM_STEPS[0]))

    def _reset_zoom(self) -> None:
        self._take_zoom(100)

    def _take_zoom(self, zoom: int) -> None:
        self._zoom = zoom
        self.zoom_wanted.emit(zoom)
