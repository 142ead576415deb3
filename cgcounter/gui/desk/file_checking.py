"""Has the data file looked at once a start, when the desk has long been usable, and tells what was found."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.services.ports import DataFileError

CHECK_AFTER_MS: Final = 5_000
LOG = logging.getLogger("cgcounter.file")


class FileChecking(QObject):
    """Waits until the first person is in and served: the first scan finds the disk free."""

    def __init__(self, notice: NoticeBar, stage: Stage) -> None:
        super().__init__(notice)
        self._notice = notice
        self._stage = stage
        self._has_begun = False
        stage.session.actor_changed.connect(self._begin)

    @Slot(object)
    def _begin(self, actor: Actor | None) -> None:
        if actor is not None and not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(CHECK_AFTER_MS, self, self._check)

    @Slot()
    def _check(self) -> None:
        self._stage.runner.run(
            self._stage.cases.check_file,
            owner=self,
            done=lambda _: None,
            failed=self._tell,
            lane=Lane.BACKGROUND,
        )

    def _tell(self, error: CounterError) -> None:
        # An error's text is its code: the log holds nothing of the file.
        if isinstance(error, DataFileError):
            LOG.warning("the data file was not looked at: %s", error)
        else:
            LOG.error("the look at the data file: %s", error)
            self._notice.say(Tone.ALARM, self._stage.messages.explain(error).sentence)
