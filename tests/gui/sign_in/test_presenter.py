"""Tests of signing in and of the lock: real keys before the real use case."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember
from cgcounter.gui.changes import Topic
from cgcounter.gui.sign_in.presenter import SignInPresenter
from cgcounter.gui.sign_in.screen import SignInScreen
from tests.gui.small_office import SmallOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[SmallOffice]:
    """Three people, all fakes."""
    office = SmallOffice(resources)
    yield office
    office.runner.close()


class Window(QStackedWidget):
    """A window of two pages, as the program's: the lock, and one field of work."""

    def __init__(self, office: SmallOffice) -> None:
        super().__init__()
        self.office = office
        self.lock = SignInScreen()
        self.field, self.other = QLineEdit(), QLineEdit()
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.addWidget(self.field)
        rows.addWidget(self.other)
        self.addWidget(self.lock)
        self.addWidget(work)
        lock = QAction("Lock", self)
        lock.setShortcut("Ctrl+L")
        lock.triggered.connect(office.stage.session.leave)
        self.addAction(lock)
        office.stage.session.actor_changed.connect(self._turn)
        self.presenter = SignInPresenter(self.lock, office.stage)

    def _turn(self, actor: Actor | None) -> None:
        self.setCurrentIndex(1 if actor else 0)

    @property
    def words(self) -> str:
        """All that the lock screen says."""
        return " ".join(label.text() for label in self.lock.findChildren(QLabel))


@pytest.fixture
def window(office: SmallOffice, show: Show, qtbot: QtBot) -> Window:
    """The window, locked, its people shown."""
    window = Window(office)
    window.presenter.open()
    show(window)
    settle(qtbot, office)
    return window


def settle(qtbot: QtBot, office: SmallOffice) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not office.runner.busy)


def sign_in(window: Window, qtbot: QtBot, digit: str, pin: str) -> None:
    """A digit, the PIN, Enter."""
    press(window, digit)
    type_text(window, pin)
    press(window, "Return")
    settle(qtbot, window.office)


def signed_in(office: SmallOffice) -> str:
    """The name of whoever is signed in."""
    actor = office.stage.session.signed_in
    return actor.name if actor else ""


def test_a_digit_and_the_pin_let_a_person_in(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """The digit beside a name chooses, the PIN and Enter sign in."""
    sign_in(window, qtbot, "2", "2222")
    assert signed_in(office) == "Phạm Văn Được"


def test_the_clerk_is_changed_in_two_keys(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Ctrl+L and a digit lead to the next person's PIN, whoever was signed in before."""
    sign_in(window, qtbot, "1", "1111")
    assert signed_in(office) == "Lê Thị Ẩn"

    press(window, "Ctrl+L")
    press(window, "3")
    type_text(window, "3333")
    press(window, "Return")
    settle(qtbot, office)

    assert signed_in(office) == "Đỗ Đình Quyền"


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("duoc", "Phạm Văn Được"),
        ("Được", "Phạm Văn Được"),
        ("d", "Phạm Văn Được"),
        ("dinh", "Đỗ Đình Quyền"),
        ("an", "Lê Thị Ẩn"),
        ("duocq", "Đỗ Đình Quyền"),
        ("do q", "Đỗ Đình Quyền"),
    ],
)
def test_letters_of_a_name_choose(window: Window, typed: str, person: str) -> None:
    """Letters point at a name, marks or not, the last word first; letters that lead nowhere begin anew."""
    type_text(window, typed)
    assert window.lock.person == next(one.id for one in window.office.staff() if one.name == person)


def test_a_list_read_anew_disturbs_nobody(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Names that arrive late, or change, while a PIN is being typed leave choice and PIN as they are."""
    press(window, "2")
    type_text(window, "22")
    newcomer = StaffMember(StaffId(UUID(int=9)), "An Văn Mới", (Role.CLERK,), "")
    office.employ(newcomer, *office.staff())
    office.stage.changes.announce(Topic.STAFF)
    settle(qtbot, office)
    type_text(window, "22")
    press(window, "Return")
    settle(qtbot, office)

    assert signed_in(office) == "Phạm Văn Được"


def test_arrows_choose_also_from_the_pin(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Up and Down point at another person, from the list and from the PIN field alike."""
    press(window, "Down")
    press(window, "Return")
    type_text(window, "22")
    press(window, "Down")
    type_text(window, "3333")
    press(window, "Return")
    settle(qtbot, office)

    assert signed_in(office) == "Đỗ Đình Quyền"


def test_a_wrong_pin_is_told_with_the_tries_left(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """After a wrong PIN the screen says how many tries remain, and the field waits empty for the next."""
    sign_in(window, qtbot, "1", "9999")

    assert signed_in(office) == ""
    assert "Mã PIN không đúng, còn 4 lần thử." in window.words
    type_text(window, "1111")
    press(window, "Return")
    settle(qtbot, office)
    assert signed_in(office) == "Lê Thị Ẩn"


def test_the_pin_is_never_shown(window: Window, qtbot: QtBot) -> None:
    """The PIN stands as dots, takes digits only, and is in no text of a wish."""
    wishes: list[object] = []
    window.lock.sign_in_wanted.connect(wishes.append)
    press(window, "1")
    type_text(window, "90ab12")
    field = window.lock.focusWidget()

    assert isinstance(field, QLineEdit)
    assert field.text() == "9012"
    assert "9012" not in field.displayText()
    press(window, "Return")
    settle(qtbot, window.office)
    assert len(wishes) == 1
    assert "9012" not in repr(wishes)


def test_a_pause_counts_down_and_binds_one_person(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Five wrong PINs pause one person for a minute, counted down; the others may come in."""
    for _ in range(5):
        press(window, "Escape")
        sign_in(window, qtbot, "1", "9999")
    assert "người này phải chờ 60 giây" in window.words

    office.clock.advance(seconds=13)
    qtbot.waitUntil(lambda: "người này phải chờ 47 giây" in window.words)
    press(window, "Down")
    assert "phải chờ" not in window.words
    press(window, "Up")
    assert "người này phải chờ 47 giây" in window.words

    office.clock.advance(seconds=47)
    qtbot.waitUntil(lambda: "phải chờ" not in window.words)
    type_text(window, "1111")
    press(window, "Return")
    settle(qtbot, office)
    assert signed_in(office) == "Lê Thị Ẩn"


def test_nothing_is_taken_during_a_pause(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """While a pause lasts the PIN field takes no digits, so that nobody thinks it was tried."""
    for _ in range(5):
        press(window, "Escape")
        sign_in(window, qtbot, "1", "9999")
    type_text(window, "1111")
    press(window, "Return")
    settle(qtbot, office)

    assert signed_in(office) == ""
    office.clock.advance(seconds=60)
    qtbot.waitUntil(lambda: "phải chờ" not in window.words)


def test_the_lock_keeps_what_was_typed(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Locking covers the work and leaves every letter and the focus as they were."""
    sign_in(window, qtbot, "1", "1111")
    window.other.setFocus()
    type_text(window, "Trần Thị Dương")

    press(window, "Ctrl+L")
    assert window.lock.isVisible()
    assert not window.other.isVisible()
    press(window, "Return")
    type_text(window, "1111")
    press(window, "Return")
    settle(qtbot, office)

    assert window.other.text() == "Trần Thị Dương"
    assert window.other.hasFocus()


def test_the_lock_points_at_who_was_here(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """After a lock Enter chooses the person who was signed in."""
    sign_in(window, qtbot, "2", "2222")
    press(window, "Ctrl+L")
    settle(qtbot, office)
    press(window, "Return")
    type_text(window, "2222")
    press(window, "Return")
    settle(qtbot, office)

    assert signed_in(office) == "Phạm Văn Được"


def change_staff(office: SmallOffice, qtbot: QtBot, *staff: StaffMember) -> None:
    """The list of people is another one from now on."""
    office.employ(*staff)
    office.stage.changes.announce(Topic.STAFF)
    settle(qtbot, office)


def test_changed_roles_count_for_who_is_in(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Nobody has to sign in anew: the next act is done with the roles and the name of now."""
    clerk, *others = office.staff()
    sign_in(window, qtbot, "1", "1111")
    heard: list[Actor | None] = []
    office.stage.session.actor_changed.connect(heard.append)

    change_staff(office, qtbot, clerk, *others[:1])
    assert heard == []

    changed = replace(clerk, name="Lê Thị Ân", roles=(Role.CLERK, Role.SUPERVISOR))
    change_staff(office, qtbot, changed, *others)
    now = Actor(clerk.id, "Lê Thị Ân", (Role.CLERK, Role.SUPERVISOR), "xa-cao-an")
    assert heard == [now]
    assert office.stage.session.actor == now


def test_who_was_sent_away_is_out(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """The window is locked, and they are not offered any more."""
    clerk, *others = office.staff()
    sign_in(window, qtbot, "1", "1111")
    change_staff(office, qtbot, replace(clerk, active=False), *others)
    assert office.stage.session.signed_in is None
    assert window.currentWidget() is window.lock
    assert clerk.id != window.lock.person


def test_an_answer_about_somebody_else_changes_nobody(
    window: Window, office: SmallOffice, qtbot: QtBot
) -> None:
    """Who left while the list was read is not brought back by it."""
    clerk, *others = office.staff()
    sign_in(window, qtbot, "1", "1111")
    office.employ(replace(clerk, name="Lê Thị Ân"), *others)
    office.stage.changes.announce(Topic.STAFF)
    office.stage.session.leave()
    settle(qtbot, office)
    assert office.stage.session.signed_in is None
