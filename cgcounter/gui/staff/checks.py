"""What is wrong with an answer about a person, in words beside its field; before anything is asked of the file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.errors import CounterError, RuleBrokenError
from cgcounter.domain.names import nfc
from cgcounter.gui.staff.answers import ChangeAnswer, NewPinAnswer, OwnPinAnswer, PersonAnswer
from cgcounter.gui.widgets.page import Complaint, Page
from cgcounter.services.intake import NameMissingError
from cgcounter.services.messages import Messages
from cgcounter.services.set_up_office import LastAdministratorError, PinTooShortError, check_pin
from cgcounter.services.sign_in import PinPausedError, WrongPinError

# Beside which field an answer of the file stands; the first of them that the page has.
_FIELDS: Final[dict[type[CounterError], tuple[str, ...]]] = {
    NameMissingError: ("name",),
    PinTooShortError: ("pin",),
    LastAdministratorError: ("roles",),
    WrongPinError: ("old",),
    PinPausedError: ("old",),
}


def wrong_with_person(answer: PersonAnswer, messages: Messages) -> Complaint | None:
    """A name, a role, and a PIN that was typed twice alike."""
    return _wrong_with_name_and_roles(answer) or wrong_with_pin(answer, messages)


def wrong_with_change(answer: ChangeAnswer) -> Complaint | None:
    """A name and a role."""
    return _wrong_with_name_and_roles(answer)


def wrong_with_pin(
    answer: PersonAnswer | NewPinAnswer | OwnPinAnswer, messages: Messages
) -> Complaint | None:
    """Long enough, and typed twice alike: a slip of the finger must not lock anybody out."""
    try:
        check_pin(answer.pin)
    except RuleBrokenError as error:
        return Complaint("pin", messages.explain(error).sentence)
    if answer.pin != answer.pin_again:
        words = QCoreApplication.translate("Staff", "The two PINs differ. Type the same PIN again.")
        return Complaint("pin_again", words)
    return None


def tell_refused(page: Page, error: CounterError, messages: Messages) -> None:
    """Say beside its field what the file did not take; what belongs to no field stands over the page."""
    words = messages.explain(error).sentence
    page.show_working(under_way=False)
    field = next((name for name in _FIELDS.get(type(error), ()) if page.has(name)), None)
    if field is None:
        page.show_problem(words)
    else:
        page.show_remark(field, words)


def _wrong_with_name_and_roles(answer: PersonAnswer | ChangeAnswer) -> Complaint | None:
    if not nfc(answer.name):
        return Complaint("name", QCoreApplication.translate("Staff", "Type the name of the person."))
    if not answer.roles:
        return Complaint("roles", QCoreApplication.translate("Staff", "Tick at least one role."))
    return None
