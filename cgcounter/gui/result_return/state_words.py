"""Where a dossier stands, and who has to do what until when: always one person, one task, one deadline."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.holding import Holding, Task, holding_of
from cgcounter.domain.staff import Role, StaffId
from cgcounter.services.messages import Messages


class StateWords(QObject):
    """Tells the state in words of the messages, and the task in words of the window."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages

    def tell(self, dossier: Dossier, names: Mapping[StaffId, str]) -> str:
        """Such as "Being processed – result expected from Phạm Văn Được by 17:00 14/03/2022"."""
        state, holding = self._messages.term(dossier.status), holding_of(dossier)
        then = self.tr("finished") if holding is None else self._task(dossier, holding, names)
        return f"{state[:1].upper()}{state[1:]} – {then}"

    def _task(self, dossier: Dossier, holding: Holding, names: Mapping[StaffId, str]) -> str:
        who = self._who(dossier, holding, names)
        until = f"{holding.deadline:%H:%M %d/%m/%Y}" if holding.deadline else ""
        by = self.tr(", until {when}").format(when=until) if until else ""
        paper = dossier.leg is not None and not dossier.leg.electronic and holding.task is not Task.RETURN
        way = self.tr(", on paper") if paper else ""
        return self._words(dossier, holding.task).format(who=who) + by + way

    def _words(self, dossier: Dossier, task: Task) -> str:
        match task:
            case Task.HAND_OVER if dossier.procedure.same_day:
                return self.tr("to be served at once by: {who}")
            case Task.HAND_OVER:
                return self.tr("to be handed over by: {who}")
            case Task.ACCEPT:
                return self.tr("to be accepted by: {who}")
            case Task.RETURN:
                return self.tr("to be returned by: {who}")
            case _:
                return self._work(task)

    def _work(self, task: Task) -> str:
        match task:
            case Task.AWAIT_SUPPLEMENT:
                return self.tr("supplement awaited by: {who}")
            case Task.AWAIT_PAYMENT:
                return self.tr("payment awaited by: {who}")
            case Task.AWAIT_VERIFICATION:
                return self.tr("verification awaited by: {who}")
            case _:
                return self.tr("result expected from: {who}")

    def _who(self, dossier: Dossier, holding: Holding, names: Mapping[StaffId, str]) -> str:
        person = names.get(holding.person, "") if holding.person else ""
        unit = dossier.leg.unit_name if dossier.leg else ""
        if unit:
            return f"{unit} ({person})" if person else unit
        return person or self._messages.term(Role.CLERK)
