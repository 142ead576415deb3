"""What each list is called, and what stands in the place of its rows when there are none."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cgcounter.gui.lookup.questions import Listed
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import View


class ListWords(QObject):
    """Told in the language of the window."""

    def title(self, listed: Listed) -> str:
        """What the rows are."""
        titles: dict[Listed, str] = {
            View.ALL: self.tr("All dossiers, newest first"),
            View.OVERDUE: self.tr("Overdue, longest first"),
            View.DUE_TODAY: self.tr("Due today, soonest first"),
            View.RECEIVED_TODAY: self.tr("Received today, newest first"),
            View.RETURNED_TODAY: self.tr("Returned today, newest first"),
            View.UNPRINTED: self.tr("Receipts not yet printed"),
            View.WAITING: self.tr("Results waiting to be fetched, longest first"),
            Work.UNIT: self.tr("Work of my unit, next deadline first"),
            Work.MINE: self.tr("What I hold, next deadline first"),
        }
        return titles[listed]

    def nothing(self, listed: Listed) -> str:
        """What an empty list says, and what to do next."""
        empty: dict[Listed, str] = {
            View.ALL: self.tr("No dossier yet.\n\nScan an ID card or press F2 to receive the first one."),
            View.OVERDUE: self.tr("Nothing is overdue.\n\nAlt+1 again shows all dossiers."),
            View.DUE_TODAY: self.tr("Nothing more is due today.\n\nAlt+2 again shows all dossiers."),
            View.RECEIVED_TODAY: self.tr(
                "Nothing received yet today.\n\nScan an ID card or press F2 to receive; Alt+3 shows all dossiers."
            ),
            View.RETURNED_TODAY: self.tr(
                "Nothing returned yet today.\n\nScan a receipt to return its result; Alt+4 shows all dossiers."
            ),
            View.UNPRINTED: self.tr("Every receipt is printed.\n\nEsc shows all dossiers."),
            View.WAITING: self.tr("No result waits to be fetched.\n\nEsc shows all dossiers."),
            Work.UNIT: self.tr("Nothing waits to be worked on here.\n\nEsc shows all dossiers."),
            Work.MINE: self.tr("You hold nothing.\n\nM shows all of your unit, Esc all dossiers."),
        }
        return empty[listed]

    def hits(self, query: str, count: int) -> str:
        """What a search has found."""
        words = (
            self.tr("%n result(s) for “{query}”", "", count) if count else self.tr("No result for “{query}”")
        )
        return words.format(query=query)

    def no_hit(self, query: str) -> str:
        """What to try when a search has found nothing."""
        words = self.tr(
            "Nothing here is called “{query}”.\n\nType the last word of the name, the last four digits of the "
            "code or the ID number, or scan the receipt."
        )
        return words.format(query=query)
