"""The settings: what counts is shown, nothing changes before it is saved, the equipment is tried on its own pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.app import places
from cgcounter.app.languages import install_language
from cgcounter.domain.forms import PaperSize
from cgcounter.domain.scanning import Wedge
from cgcounter.gui.settings.presenter import SettingsPresenter
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.services.settings import PaperContext, Settings
from cgcounter.storage.failures import FolderNotLocalError
from tests.gui.accessibility import nameless, too_small
from tests.gui.equipment.machine import TriedMachine, moment
from tests.typing_keys import press, scan, type_text

MINE = Settings(
    scheme="dark",
    zoom=125,
    receipt=PaperContext("HP_quay_1", PaperSize.A4_TWO_UP),
    scanner=Wedge(longest_gap_ms=42),
    backup_folder="/media/usb",
)


class Counter:
    """The screen as it is used, with what was kept."""

    def __init__(self, resources: Path, qtbot: QtBot) -> None:
        self.machine = TriedMachine(resources, qtbot, MINE)
        self.told: list[Settings] = []
        self.closed = 0
        self.screen = SettingsScreen(moment)
        self.screen.resize(1366, 728)
        self.presenter = SettingsPresenter(self.screen, self.machine.parts())
        self.presenter.kept.connect(self.told.append)
        self.presenter.closed.connect(self._hear_closed)

    def _hear_closed(self) -> None:
        self.closed += 1

    def keys(self, *strokes: str) -> None:
        """Press keys, each after the last was answered; what stands in quotes is typed."""
        for stroke in strokes:
            if stroke.startswith("'"):
                type_text(self.screen, stroke.strip("'"))
            else:
                press(self.screen, stroke)
            self.machine.settle()

    @property
    def words(self) -> str:
        """All that can be read."""
        return " ".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def counter(
    app: QApplication, resources: Path, qtbot: QtBot, show: Callable[[QWidget], None]
) -> Iterator[Counter]:
    """The screen, shown and settled, at the language."""
    counter = Counter(resources, qtbot)
    show(counter.screen)
    counter.presenter.open()
    counter.screen.form.setFocus()
    yield counter
    counter.machine.runner.close()


TO_PRINTERS = ("Tab", "Tab", "Tab", "Return")
TO_SCANNER = ("Tab", "Tab", "Tab", "Tab", "Return")
TO_BACKUPS = ("Tab", "Tab", "Tab", "Tab", "Tab", "Return")


def test_saving_without_a_change_keeps_everything(counter: Counter) -> None:
    """What the form shows and what it does not show come back as they were."""
    counter.keys("F9")
    assert counter.machine.settings == MINE
    assert counter.told == [MINE]


def test_the_form_says_how_the_equipment_stands(counter: Counter) -> None:
    """Which printers, which scanner, which folder: each on the button that leads to its page."""
    form = counter.screen.form
    assert form.printers.text() == "HP_quay_1, PDF file (no printer) …"
    assert form.scanner.text() == "recognised up to 42 ms a character …"
    assert form.backups.text() == "/media/usb …"


def test_nothing_counts_before_it_is_saved(counter: Counter) -> None:
    """Leaving with Esc keeps nothing."""
    counter.keys("Tab", "Up", "Escape")
    assert counter.closed == 1
    assert counter.machine.settings == MINE
    assert counter.told == []


def test_a_full_disk_is_said_and_the_old_settings_count(counter: Counter) -> None:
    """The form stays as typed, the words say what still counts."""
    counter.machine.is_disk_full = True
    counter.keys("F9")
    assert "settings.toml" in counter.screen.form.notice.words
    assert counter.told == []


def test_the_printers_are_tried_and_kept_on_their_page(counter: Counter) -> None:
    """A test page of what is chosen, scanned back; Enter keeps it and leads back to the button."""
    counter.keys(*TO_PRINTERS, "Down", "Tab", "Tab", "Tab", "Return")
    assert counter.machine.printed == [PaperContext("Canon", PaperSize.A4_TWO_UP)]
    scan(counter.screen, "000.00.00.H00-000000-2481")
    counter.machine.wait_for(lambda: "Bar code, A4 sheet with both copies: read back right." in counter.words)
    counter.keys("Return")
    assert counter.told[-1].receipt == PaperContext("Canon", PaperSize.A4_TWO_UP)
    assert counter.screen.form.printers.text() == "Canon, PDF file (no printer) …"
    assert counter.screen.form.printers.hasFocus()
    assert "The settings are saved." in counter.words


def test_the_scanner_is_tried_on_its_page(counter: Counter) -> None:
    """What the scan tells is said; Enter keeps how the program listens."""
    counter.keys(*TO_SCANNER)
    scan(counter.screen, "H23.1-4|as.dd.a1")
    counter.machine.wait_for(lambda: "The code arrived whole." in counter.words)
    counter.keys("Return")
    assert counter.machine.settings.scanner == Wedge()
    assert counter.screen.form.scanner.text() == "recognised up to 30 ms a character …"


def test_the_backup_folder_is_looked_at_on_its_page(counter: Counter) -> None:
    """A folder of the cloud is refused; another is kept."""
    counter.machine.folder_problem = FolderNotLocalError()
    counter.keys(*TO_BACKUPS, "Ctrl+A", "'/home/lan/OneDrive'", "Return")
    assert "thư mục đồng bộ đám mây" in counter.words
    counter.machine.folder_problem = None
    counter.keys("Ctrl+A", "'/media/other'", "Return")
    assert counter.machine.settings.backup_folder == "/media/other"
    assert counter.screen.form.backups.text() == "/media/other …"


def test_esc_leads_from_a_page_back_to_the_form(counter: Counter) -> None:
    """Nothing is kept, and the settings are still open."""
    counter.keys(*TO_PRINTERS, "Down", "Escape")
    assert counter.screen.currentWidget() is counter.screen.form
    assert counter.screen.form.printers.hasFocus()
    assert counter.closed == 0
    assert counter.machine.settings == MINE


def test_what_was_typed_survives_a_visit_to_a_page(counter: Counter) -> None:
    """Language, colours and folder are still as chosen when the clerk comes back, and both are saved."""
    counter.keys("Down", "Tab", "Up", *TO_BACKUPS[1:], "Ctrl+A", "'/media/other'", "Return", "F9")
    kept = counter.machine.settings
    assert (kept.language, kept.scheme, kept.backup_folder) == ("en", "light", "/media/other")


def test_a_page_that_is_opened_again_shows_what_counts(counter: Counter) -> None:
    """What was left there without keeping it is forgotten."""
    counter.keys(*TO_BACKUPS, "Ctrl+A", "'/x'", "Escape", "Return")
    assert counter.screen.equipment.backups.answer() == "/media/usb"


def test_a_long_path_does_not_widen_the_window(counter: Counter) -> None:
    """Its middle is left out on the button; the whole of it is in the tip and can be heard."""
    path = "/media/" + "thư mục sao lưu của xã/" * 12
    counter.screen.form.show_equipment(replace(MINE, backup_folder=path))
    assert "…" in counter.screen.form.backups.text()
    assert counter.screen.form.minimumSizeHint().width() < 800
    assert counter.screen.form.backups.toolTip() == path
    assert counter.screen.form.backups.accessibleDescription() == path


def test_every_field_can_be_heard_and_hit(counter: Counter) -> None:
    """Names for screen readers, targets of 32 px, on the form and on every page."""
    for widget in (counter.screen.form, *counter.screen.equipment):
        counter.screen.setCurrentWidget(widget)
        assert nameless(counter.screen) == []
        assert too_small(counter.screen) == []


def test_the_form_fits_the_small_screen_at_the_largest_zoom(counter: Counter, app: QApplication) -> None:
    """At 160 % within 1366 x 728, in Vietnamese."""
    apply_theme(app, Scheme.DARK, 160)
    install_language(app, "vi", places.resources())
    try:
        screen = SettingsScreen(moment)
        form = screen.form
        form.show_problem("Không ghi được tệp cài đặt settings.toml; cài đặt trước đó vẫn được dùng.")
        assert form.minimumSizeHint().width() <= 1366
        assert form.heightForWidth(1366) <= 728
    finally:
        install_language(app, "en", places.resources())
