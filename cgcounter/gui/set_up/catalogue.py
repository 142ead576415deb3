"""Looks into the file of a catalogue, says what it would change, and takes it at the second wish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.procedures import Catalogue
from cgcounter.gui.set_up.catalogue_page import CataloguePage
from cgcounter.gui.tasks import Lane, TaskRunner
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.findings import Finding
from cgcounter.services.import_catalogue import CataloguePreview
from cgcounter.services.messages import Messages
from cgcounter.services.set_up_office import SeedData

ReadCatalogue = Callable[[Path], CataloguePreview]


class CataloguePresenter(QObject):
    """Serves the page of the catalogue.

    Signals: chosen: the SeedData that the office begins with.
    """

    chosen = Signal(object)

    def __init__(
        self,
        page: CataloguePage,
        seed: SeedData,
        read: ReadCatalogue,
        runner: TaskRunner,
        messages: Messages,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._seed = seed
        self._read = read
        self._runner = runner
        self._messages = messages
        self._seen: tuple[str, CataloguePreview] | None = None
        page.answered.connect(self._take)
        page.skip_wanted.connect(self._keep_packaged)

    @Slot(object)
    def _take(self, file: str) -> None:
        """Look into the file, also at the second wish: somebody may have mended it since."""
        if not file:
            self._keep_packaged()
            return
        self._page.show_working(under_way=True)
        self._runner.run(
            partial(self._read, Path(file).expanduser()),
            owner=self,
            done=partial(self._show, file),
            failed=self._refuse,
            lane=Lane.BACKGROUND,
        )

    @Slot()
    def _keep_packaged(self) -> None:
        self._forget()
        self.chosen.emit(self._seed)

    def _show(self, file: str, preview: CataloguePreview) -> None:
        """What was shown already is taken, for it was agreed to."""
        agreed = self._seen == (file, preview)
        self._seen = file, preview
        self._page.show_working(under_way=False)
        self._page.show_preview(tuple(self._findings(preview)), tuple(self._rows(preview)))
        if preview.is_wrong_file:
            words = self.tr("No row of this file can be read: it is another file. Name the right one.")
            self._page.show_remark("file", words)
        elif agreed:
            self.chosen.emit(replace(self._seed, catalogue=preview.catalogue, source=Path(file).name))

    def _forget(self) -> None:
        self._seen = None
        self._page.show_preview((), ())

    def _refuse(self, error: CounterError) -> None:
        self._forget()
        self._page.show_working(under_way=False)
        self._page.show_remark("file", self._messages.explain(error).sentence)

    def _findings(self, preview: CataloguePreview) -> Iterator[Finding]:
        change = preview.change
        if change.refusals:
            words = self.tr("%n row(s) cannot be read and are left out.", "", len(change.refusals))
            yield Finding(Tone.CAUTION, words)
        if preview.is_wrong_file:
            return
        if preview.changes_anything:
            words = self.tr(
                "{new} new, {changed} changed, {gone} left out. Press Enter again to take this catalogue."
            )
            counts = {"new": len(change.new), "changed": len(change.changed), "gone": len(change.gone)}
            yield Finding(Tone.PLAIN, words.format(**counts))
        else:
            words = self.tr("This is the catalogue that comes with the program. Press Enter again to go on.")
            yield Finding(Tone.FINE, words)

    def _rows(self, preview: CataloguePreview) -> Iterator[str]:
        """What cannot be read first, then every procedure that would change."""
        refused = self.tr("{table}.csv, row {row}: {column} – {reason}")
        for one in preview.change.refusals:
            reason = self._messages.term(one.reason_code)
            yield refused.format(table=one.table, row=one.row_number, column=one.column, reason=reason)
        if preview.is_wrong_file:
            return
        change, present = preview.change, self._seed.catalogue
        yield from _named(self.tr("new: {code} {name}"), change.new, preview.catalogue)
        yield from _named(self.tr("changed: {code} {name}"), change.changed, preview.catalogue)
        yield from _named(self.tr("left out: {code} {name}"), change.gone, present)


def _named(words: str, codes: tuple[str, ...], catalogue: Catalogue) -> Iterator[str]:
    for code in codes:
        procedure = catalogue.find(code)
        yield words.format(code=code, name=procedure.name if procedure else "")
