"""Shows the settings, leads to the pages that try the equipment, and hands on what is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.gui.equipment.pages import serve
from cgcounter.gui.equipment.parts import EquipmentParts
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.tasks import Lane
from cgcounter.services.settings import Settings


class SettingsPresenter(QObject):
    """Serves the settings screen.

    Signals: ``kept`` carries the Settings that count from now on; ``closed``: the screen is to go.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, screen: SettingsScreen, parts: EquipmentParts) -> None:
        super().__init__(screen)
        self._screen, self._form = screen, screen.form
        self._parts = parts
        self._equipment = serve(screen.equipment, parts)
        self._form.save_wanted.connect(self._keep)
        self._form.close_wanted.connect(self.closed)
        wishes = (self._form.printers_wanted, self._form.scanner_wanted, self._form.backups_wanted)
        for place, (wish, presenter) in enumerate(zip(wishes, self._equipment, strict=True)):
            wish.connect(partial(self._open_page, place))
            presenter.kept.connect(self._take_equipment)

    def open(self) -> None:
        """Show the settings that count now."""
        self._form.show_settings(self._parts.current())

    def _open_page(self, place: int) -> None:
        self._equipment[place].open()
        self._screen.show_page(place)

    @Slot(object)
    def _take_equipment(self, settings: Settings) -> None:
        self.kept.emit(settings)
        self._form.show_equipment(settings)
        self._form.show_saved()
        self._screen.show_form()

    @Slot(object)
    def _keep(self, settings: Settings) -> None:
        self._parts.runner.run(
            partial(self._parts.keep, settings),
            owner=self,
            done=partial(self._tell_kept, settings),
            failed=self._tell_not_kept,
            lane=Lane.BACKGROUND,
        )

    def _tell_kept(self, settings: Settings, _nothing: None) -> None:
        self._form.show_saved()
        self.kept.emit(settings)

    def _tell_not_kept(self, error: CounterError) -> None:
        self._form.show_problem(self._parts.messages.explain(error).sentence)
