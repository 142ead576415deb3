"""Whose card was scanned during an intake: the applicant's, a messenger's, or that of the next citizen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.id_cards import IdCardReading
from cgcounter.domain.people import PartialDate, Person
from cgcounter.gui.intake.known_people import KnownPeople
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.stage import Stage
from cgcounter.gui.theme import Tone
from cgcounter.services.find_dossiers import Found


class ScannedCards(QObject):
    """Two persons are never mixed: the card of another one waits until the pane is free, or is given up by Esc."""

    def __init__(self, screen: IntakeScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._known = KnownPeople(screen, stage)
        self._waiting: Found | None = None
        screen.notice.closed.connect(self.give_up)

    def take(self, found: Found) -> None:
        """A card was read."""
        if found.card is None:
            return
        person = _person_of(found.card)
        if self._screen.more.asks_who:
            self._screen.more.show_card(person)
        elif self._screen.is_touched and self._screen.person.is_about_another(person):
            self._let_wait(found, person)
        else:
            self._screen.show_card(person)
            self._known.show(person.personal_id, found.lines)

    def claim(self) -> Found | None:
        """The card that waits; whoever claims it takes it once the pane is free."""
        waiting, self._waiting = self._waiting, None
        return waiting

    @Slot()
    def give_up(self) -> None:
        """The card that waits is not wanted."""
        self._waiting = None

    def _let_wait(self, found: Found, person: Person) -> None:
        words = self.tr(
            "The card of {other} waits: {name} is not saved yet. F9 saves, Esc gives the card up."
        )
        present = self._screen.typed().applicant
        self._screen.notice.say(
            Tone.CAUTION,
            words.format(other=person.name or person.personal_id, name=present.name or present.personal_id),
        )
        self._waiting = found
        self._screen.resume()  # where F9 and Esc do what the notice says


def _person_of(card: IdCardReading) -> Person:
    return Person(
        name=card.name,
        personal_id=card.personal_id,
        birth_date=PartialDate.of(card.birth_date) if card.birth_date else None,
        sex=card.sex,
        address=card.address,
    )
