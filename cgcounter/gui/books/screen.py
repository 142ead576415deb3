"""Books and lists on paper: which one, the fields it is asked for by, its pages, and one key each to print and save."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from cgcounter.domain.forms import FormKey
from cgcounter.gui.books.parts import BookPart, ListPart, RegisterPart, SlipPart
from cgcounter.gui.preview.pane import PreviewPane
from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.pane_keys import ActionButton, PaneKeys
from cgcounter.gui.widgets.saving import SaveRow

BOOKS: Final = (FormKey.REGISTER, FormKey.HANDOVER_SLIP, FormKey.PUBLIC_LIST)


class BooksScreen(QWidget):
    """One book in front.

    Signals: book_wanted: its FormKey. draw_wanted. stop_wanted: no more of what is being drawn. print_wanted.
    save_wanted: the folder (a Path) for the file. close_wanted: the clerk has seen enough.
    """

    book_wanted = Signal(object)
    draw_wanted = Signal()
    stop_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register, self.slip, self.list = RegisterPart(), SlipPart(), ListPart()
        self._parts: dict[FormKey, BookPart] = dict(
            zip(BOOKS, (self.register, self.slip, self.list), strict=True)
        )
        self.pane = PreviewPane()
        self._title, self.notice = ElidedLabel(), NoticeBar()
        self._fields, self._save_row = QStackedWidget(), SaveRow()
        self._progress, self._bar, self._how_far = QWidget(), QProgressBar(), QLabel()
        self._add_actions()
        self._build()
        self._save_row.save_wanted.connect(self.save_wanted)
        for part in self._parts.values():
            part.draw_wanted.connect(self.draw_wanted)

    def show_book(self, book: FormKey) -> None:
        """Bring a book to the front; there is nothing of it to see yet."""
        for key, action in self._books.items():
            action.setEnabled(key is not book)
        self._title.setText(self._books[book].text())
        self._fields.setCurrentWidget(self._parts[book])
        # A stack is as high as its highest page: the pages of paper need the room.
        self._fields.setFixedHeight(self._parts[book].sizeHint().height())
        self.show_nothing(self._what_to_do(book))

    def show_nothing(self, words: str) -> None:
        """No pages, and a sentence in their place."""
        self._save.setEnabled(False)
        self._save_row.hide()
        self.notice.dismiss()
        self.show_drawing(None)
        self.pane.show_words(words)

    def show_drawing(self, per_cent: int | None) -> None:
        """How far the drawing has come; None: nothing is being drawn."""
        self._progress.setVisible(per_cent is not None)
        self._stop.setEnabled(per_cent is not None)
        if per_cent is not None:
            self._bar.setValue(per_cent)
            self._how_far.setText(f"{per_cent} %")

    def show_drawn(self) -> None:
        """The document is there; its pages are on their way."""
        self.show_drawing(None)
        self._save.setEnabled(True)

    def show_printing(self, *, under_way: bool) -> None:
        """A book is printed once, however often the key is pressed."""
        self._print.setEnabled(not under_way)

    def show_notice(self, tone: Tone, words: str) -> None:
        """Say how drawing, printing or saving went."""
        self.notice.say(tone, words)

    def show_saved(self, words: str) -> None:
        """The file is written: back to the pages."""
        self._save_row.hide()
        self.pane.setFocus()
        self.notice.say(Tone.FINE, words)

    def focus_fields(self) -> None:
        """To the field that is asked for first; what is typed there takes the place of what stands in it."""
        part = self._fields.currentWidget()
        if part is not None:
            part.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words under a field, or another size of the letters, want another height."""
        part = self._fields.currentWidget()
        if event.type() == QEvent.Type.LayoutRequest and part is not None and watched is part:
            self._fields.setFixedHeight(part.sizeHint().height())
        return False

    def _what_to_do(self, book: FormKey) -> str:
        if book is FormKey.REGISTER:
            return self.tr("Enter leads through the fields and draws the register; Ctrl+P prints it at once.")
        return self.tr("Pick a field to see its list.") if book is FormKey.PUBLIC_LIST else ""

    def _add_actions(self) -> None:
        keys = PaneKeys(self)
        self._print = keys.add(self.tr("Print"), self.print_wanted, "P", "Ctrl+P")
        self._save = keys.add(self.tr("Save"), self._ask_folder, "S")
        self._change = keys.add(self.tr("Change what is shown"), self.focus_fields, "F5")
        # Before "Close", which has the same key: as long as something is drawn, that is what Esc ends.
        self._stop = keys.add(self.tr("Stop drawing"), self.stop_wanted, "Esc")
        self._close = keys.add(self.tr("Close"), self._go_back, "Esc")
        names = (self.tr("Register of dossiers"), self.tr("Hand-over slip"), self.tr("Public list"))
        self._books: dict[FormKey, QAction] = {}
        for place, (book, name) in enumerate(zip(BOOKS, names, strict=True), 1):
            self._books[book] = action = keys.add(name, self._choose, f"Ctrl+{place}")
            action.setData(book)
        self._stop.setEnabled(False)

    def _build(self) -> None:
        self._title.setProperty("textRole", "title")
        head, foot, far = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(self._progress)
        head.addWidget(self._title, 1)
        for action in self._books.values():
            head.addWidget(ActionButton(action))
        for part in self._parts.values():
            self._fields.addWidget(part)
            part.installEventFilter(self)
        self._bar.setAccessibleName(self.tr("How far the drawing has come"))
        far.setContentsMargins(0, 0, 0, 0)
        far.addWidget(self._bar, 1)
        far.addWidget(self._how_far)
        far.addWidget(ActionButton(self._stop))
        foot.addWidget(ActionButton(self._print, kind="primary"))
        foot.addWidget(ActionButton(self._save))
        foot.addWidget(ActionButton(self._change))
        foot.addStretch(1)
        foot.addWidget(ActionButton(self._close))
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        for widget in (self._fields, self.notice, self._progress):
            self._rows.addWidget(widget)
        self._rows.addWidget(self.pane, 1)
        self._rows.addWidget(self._save_row)
        self._rows.addLayout(foot)
        self._save_row.hide()
        self._progress.hide()
        self._fit()

    def _fit(self) -> None:
        edge = theme_in_use().px(12)
        self._rows.setContentsMargins(edge, edge, edge, edge)
        self._rows.setSpacing(theme_in_use().px(8))

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.book_wanted.emit(FormKey(action.data()))

    @Slot()
    def _ask_folder(self) -> None:
        self._save_row.open()

    @Slot()
    def _go_back(self) -> None:
        if self._save_row.isVisible():
            self._save_row.hide()
            self.pane.setFocus()
        else:
            self.close_wanted.emit()
