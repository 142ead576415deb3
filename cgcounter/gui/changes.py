"""What changed, told to every screen at once, so that no screen calls another."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Topic(StrEnum):
    """What a screen may show, and therefore may have to read again."""

    DOSSIERS = "dossiers"
    CATALOGUE = "catalogue"
    STAFF = "staff"
    PRINTING = "printing"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Change:
    """The topics an act changed, and the presenter that did it (None: sync, import, a restored backup)."""

    topics: frozenset[Topic]
    initiator: object | None = None

    def concerns(self, topic: Topic, reader: object) -> bool:
        """Whether `reader`, who shows `topic`, has to read again; who changed it knows already."""
        return topic in self.topics and self.initiator is not reader


class ChangeNotice(QObject):
    """The one notice board of the window.

    Signals: changed: a Change.
    """

    changed = Signal(object)

    def announce(self, *topics: Topic, initiator: object | None = None) -> None:
        """Tell every screen that these topics are no longer what it last read."""
        self.changed.emit(Change(frozenset(topics), initiator))
