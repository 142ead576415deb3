"""How the dossier came in: at the counter, online, by post or on the road; a portal's dossier keeps its code."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from cgcounter.domain.particulars import Channel, OnlineLevel
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.wrapping_row import FieldLine
from cgcounter.services.intake import Intake


class Arrival(Struct, frozen=True):
    """What stands here; no level means that of the procedure."""

    channel: Channel = Channel.COUNTER
    online_level: OnlineLevel | None = None
    assisted: bool = False
    portal_code: str = ""


class ChannelPart(Form):
    """What only an online dossier has is shown only for one.

    Signals: ``edited``: something was typed or chosen. ``channel_changed``: time and fee may be others now.
    """

    edited = Signal()
    channel_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.channel, self.level = QComboBox(), QComboBox()
        self.assisted, self.portal_code = QCheckBox(self.tr("with the counter's help")), QLineEdit()
        self._fill()
        online = FieldLine()
        for part in (self.level, self.assisted):
            online.add(part)
        self.level.setAccessibleName(self.tr("Online level"))
        self.add(self.tr("Came in"), self.channel)
        self._online = self.add(self.tr("Online"), online)
        self._code = self.add(self.tr("Portal's code"), self.portal_code)
        self._explain()
        self.channel.activated.connect(self._follow)
        self.level.activated.connect(self.edited)
        self.assisted.clicked.connect(self.edited)
        self.portal_code.textEdited.connect(self._forget_error)
        self._show_online()

    def _fill(self) -> None:
        for text, channel in (
            (self.tr("at the counter"), Channel.COUNTER),
            (self.tr("online"), Channel.ONLINE),
            (self.tr("by post"), Channel.POST),
            (self.tr("at a mobile reception"), Channel.MOBILE),
        ):
            self.channel.addItem(text, channel)
        self.level.addItem(self.tr("level of the procedure"), None)
        for text, level in (
            (self.tr("level 3"), OnlineLevel.LEVEL_3),
            (self.tr("level 4"), OnlineLevel.LEVEL_4),
            (self.tr("in part"), OnlineLevel.PARTIAL),
            (self.tr("in full"), OnlineLevel.FULL),
        ):
            self.level.addItem(text, level)
        self.portal_code.setPlaceholderText(
            self.tr("kept as the dossier's code; empty: the counter gives one")
        )

    def _explain(self) -> None:
        self.channel.setWhatsThis(
            self.tr("How the dossier came in; time and fee follow where the catalogue tells them apart.")
        )
        self.level.setWhatsThis(self.tr("How much of it went online, where the catalogue does not say it."))
        self.assisted.setWhatsThis(
            self.tr("Space: the citizen handed it in online here, and you helped; it counts as online.")
        )
        self.portal_code.setWhatsThis(
            self.tr("The code that the portal gave: scan or type it, and the dossier keeps it here.")
        )

    def typed(self) -> Arrival:
        """What stands in the fields; what belongs to an online dossier only counts for one."""
        channel = Channel(self.channel.currentData())
        if channel is not Channel.ONLINE:
            return Arrival(channel)
        level = self.level.currentData()
        return Arrival(
            channel,
            OnlineLevel(level) if level else None,
            self.assisted.isChecked(),
            self.portal_code.text().strip(),
        )

    def restore(self, intake: Intake | None) -> None:
        """Put a draft back; None: at the counter, as most."""
        self.channel.setCurrentIndex(self.channel.findData(intake.channel if intake else Channel.COUNTER))
        self.level.setCurrentIndex(max(self.level.findData(intake.online_level if intake else None), 0))
        self.assisted.setChecked(bool(intake and intake.assisted))
        self.portal_code.setText(intake.portal_code if intake else "")
        self._code.clear()
        self._show_online()

    def forget_code(self) -> None:
        """The next dossier has another one."""
        self.portal_code.clear()

    def say_code(self, words: str) -> None:
        """The portal's code cannot be taken."""
        self._code.say(Remark.ERROR, words)
        self.portal_code.setFocus()

    @Slot()
    def _follow(self) -> None:
        self._show_online()
        self.edited.emit()
        self.channel_changed.emit()

    @Slot()
    def _forget_error(self) -> None:
        self._code.clear()
        self.edited.emit()

    def _show_online(self) -> None:
        is_online = self.channel.currentData() == Channel.ONLINE
        for row in (self._online, self._code):
            row.setVisible(is_online)
            row.label.setVisible(is_online)
