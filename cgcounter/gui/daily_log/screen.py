"""The daily log: four figures, the pages, and one key each to print, save, and go to another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cgcounter.domain.money import format_dong
from cgcounter.gui.days import weekday_name
from cgcounter.gui.preview.pane import PreviewPane
from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.pane_keys import ActionButton, PaneKeys
from cgcounter.gui.widgets.saving import SaveRow


@dataclass(frozen=True)
class DayFigures:
    """The day in four figures; the fees are those of the dossiers received."""

    received: int
    returned: int
    overdue: int
    fees_dong: int


class DailyLogScreen(QWidget):
    """Shows one day.

    Signals: step_wanted: so many days on or back. today_wanted. print_wanted. save_wanted: the folder (a Path)
    for the file. close_wanted: the clerk has seen enough.
    """

    step_wanted = Signal(int)
    today_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = PreviewPane()
        self._day, self._notice = ElidedLabel(), NoticeBar()
        self._figures = _Figures()
        self._save_row = SaveRow()
        self._add_actions()
        self._build()
        self._save_row.save_wanted.connect(self.save_wanted)
        self.setFocusProxy(self.pane)

    def show_day(self, day: date, *, is_today: bool) -> None:
        """Name the day; there is nothing of it to see yet."""
        words = self.tr("{weekday} {day} · Daily log")
        self._day.setText(words.format(weekday=weekday_name(day), day=f"{day:%d/%m/%Y}"))
        self._next.setEnabled(not is_today)
        self._today.setEnabled(not is_today)
        self._save.setEnabled(False)
        self._save_row.hide()
        self._notice.dismiss()
        self._figures.show_nothing()
        self.pane.show_words(self.tr("Preparing the pages…"))

    def show_figures(self, figures: DayFigures) -> None:
        """The figures of the day; its pages are on their way."""
        self._figures.show_figures(figures)
        self._save.setEnabled(True)

    def show_refusal(self, words: str) -> None:
        """Say why there is no log to see."""
        self._figures.show_nothing()
        self.pane.show_words(words)

    def show_printing(self, *, under_way: bool) -> None:
        """A log is printed once, however often the key is pressed."""
        self._print.setEnabled(not under_way)

    def show_notice(self, tone: Tone, words: str) -> None:
        """Say how printing or saving went."""
        self._notice.say(tone, words)

    def show_saved(self, words: str) -> None:
        """The file is written: back to the pages."""
        self._save_row.hide()
        self.pane.setFocus()
        self._notice.say(Tone.FINE, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.pane.setFocus()

    def _add_actions(self) -> None:
        keys = PaneKeys(self)
        self._print = keys.add(self.tr("Print"), self.print_wanted, "P", "Ctrl+P")
        self._save = keys.add(self.tr("Save"), self._ask_folder, "S")
        self._close = keys.add(self.tr("Close"), self._go_back, "Esc")
        self._previous = keys.add(self.tr("Previous day"), self._go_to_previous, "Left")
        self._next = keys.add(self.tr("Next day"), self._go_to_next, "Right")
        self._today = keys.add(self.tr("Today"), self.today_wanted, "T")
        self._previous.setIconText("◀")
        self._next.setIconText("▶")

    def _build(self) -> None:
        self._day.setProperty("textRole", "title")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._day, 1)
        for action in (self._previous, self._today, self._next):
            head.addWidget(_small_button(action))
        foot.addWidget(ActionButton(self._print, kind="primary"))
        foot.addWidget(ActionButton(self._save))
        foot.addStretch(1)
        foot.addWidget(ActionButton(self._close))
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self._figures)
        self._rows.addWidget(self._notice)
        self._rows.addWidget(self.pane, 1)
        self._rows.addWidget(self._save_row)
        self._rows.addLayout(foot)
        self._save_row.hide()
        self._fit()

    def _fit(self) -> None:
        edge = theme_in_use().px(12)
        self._rows.setContentsMargins(edge, edge, edge, edge)
        self._rows.setSpacing(theme_in_use().px(8))

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

    @Slot()
    def _go_to_previous(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _go_to_next(self) -> None:
        self.step_wanted.emit(1)


class _Figures(QWidget):
    """The four figures with their words."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[tuple[QLabel, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for word in (self.tr("received"), self.tr("returned"), self.tr("overdue"), self.tr("fees (đồng)")):
            self._add(row, word)
        row.addStretch(1)

    def show_nothing(self) -> None:
        for label, _ in self._labels:
            label.setText("–")

    def show_figures(self, figures: DayFigures) -> None:
        fees = format_dong(figures.fees_dong).removesuffix(" đồng")
        shown = (figures.received, figures.returned, figures.overdue, fees)
        for (label, word), figure in zip(self._labels, shown, strict=True):
            label.setText(str(figure))
            label.setAccessibleName(f"{figure} {word}")

    def _add(self, row: QHBoxLayout, word: str) -> None:
        figure, below = QLabel("–"), QLabel(word)
        figure.setProperty("textRole", "number")
        below.setProperty("textRole", "muted")
        self._labels.append((figure, word))
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(figure)
        cell.addWidget(below)
        row.addLayout(cell)
        row.addSpacing(24)


def _small_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    return button
