"""How a dossier came in, where that is out of the common: not at the counter, in a group, late, or out of force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.particulars import Channel, OnlineLevel


class ArrivalWords(QObject):
    """Says nothing of a dossier that was handed in at the counter like most."""

    def tell(self, dossier: Dossier, group: Sequence[DossierLine] = ()) -> str:
        """All that is to be said, in one line."""
        parts = (self._channel(dossier), self._late(dossier), self._override(dossier), self._group(group))
        return " · ".join(part for part in parts if part)

    def _channel(self, dossier: Dossier) -> str:
        if dossier.channel is Channel.POST:
            return self.tr("by post")
        if dossier.channel is Channel.MOBILE:
            return self.tr("at a mobile reception")
        if dossier.channel is not Channel.ONLINE:
            return ""
        levels = {
            OnlineLevel.LEVEL_3: self.tr("level 3"),
            OnlineLevel.LEVEL_4: self.tr("level 4"),
            OnlineLevel.PARTIAL: self.tr("in part"),
            OnlineLevel.FULL: self.tr("in full"),
        }
        level = levels[dossier.online_level] if dossier.online_level else ""
        helped = self.tr("with the counter's help") if dossier.assisted else ""
        return ", ".join(part for part in (self.tr("online"), level, helped) if part)

    def _late(self, dossier: Dossier) -> str:
        late = dossier.late_entry
        if late is None:
            return ""
        words = self.tr("entered {when}, receipt {number}: {reason}")
        return words.format(
            when=f"{late.entered_at:%H:%M %d/%m/%Y}", number=late.paper_number or "–", reason=late.reason
        )

    def _override(self, dossier: Dossier) -> str:
        if dossier.override is None:
            return ""
        return self.tr("received out of force: {reason}").format(reason=dossier.override.reason)

    def _group(self, group: Sequence[DossierLine]) -> str:
        if not group:
            return ""
        return self.tr("together with {codes}").format(codes=", ".join(line.code for line in group))
