"""What else happens to dossiers in a day, played with keys and scans: supplements, pauses, ends, and undoing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from typing import Final, Protocol

from PySide6.QtWidgets import QLabel, QWidget

from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.office import PEOPLE
from cgcounter.gui.cash_up.screen import CashUpScreen
from cgcounter.gui.result_return.screen import DossierCard

NEEDED: Final = 4
"""How many dossiers that lie at the counter a life needs."""
_SAVED: Final = ("Đã lưu", "Saved")
_KEPT: Final = ("Đã lưu và in", "The count is saved and")
MISSING_DONG: Final = 1_000
_SUPERVISOR, _HEAD = PEOPLE[3], PEOPLE[4]


class Step(Protocol):
    """Times a step, and looks at the tiles after it."""

    def __call__(self, name: str, *, returned: int = 0) -> AbstractContextManager[None]: ...


class Life:
    """Every act beside intake and return; each step is ok when the card itself says that it was saved."""

    def __init__(
        self, window: QWidget, hands: Hands, clock: DemoClock, step: Step, picture: Callable[[str], None]
    ) -> None:
        self._window = window
        self._hands = hands
        self._clock = clock
        self._step = step
        self._picture = picture
        self.failed: list[str] = []

    def play_work(self, accepted: Sequence[str], ready: str, owing: str) -> None:
        """The acts of a colleague who is clerk and processor."""
        asked, sent, withdrawn, mistaken = accepted[:NEEDED]
        self._supplement(asked)
        self._send_and_pause(sent)
        self._do(f"withdraw {withdrawn}", withdrawn, "rút hồ sơ", "Không còn nhu cầu")
        self._do(
            f"void {mistaken}",
            mistaken,
            "hủy hồ sơ",
            "Nhập nhầm",
            *_second(_SUPERVISOR.name),
            _SUPERVISOR.pin,
        )
        self._do(f"collect {owing}", owing, "thu phí", "0001234")
        self._print(f"print the payment slip of {owing}", "in phiếu thu")
        with self._act(f"tell {ready}"):
            self._hands.scan(ready)
            self._hands.press("B", "F9")

    def play_supervision(self, late: str, returned: str) -> None:
        """The acts of a supervisor: an apology, and what was returned to the wrong person."""
        day = f"{self._clock.now() + timedelta(days=30):%d%m%Y}"
        self._do(f"apologise {late}", late, "xin lỗi", "Chờ xác minh ở đơn vị khác", day)
        undo = (f"reopen {returned}", returned, "mở lại", "Trả nhầm người", *_second(_HEAD.name), _HEAD.pin)
        self._do(*undo, returned=-1)
        self._hands.press("Alt+6")
        self._picture("waiting")
        self._hands.press("Alt+7")
        self._picture("work")

    def rate(self, returned: str) -> None:
        """A citizen who comes back says how it was, in words too."""
        with self._act(f"rate {returned}"):
            self._hands.scan(returned)
            self._hands.press("Ctrl+K")
            self._hands.type_text("đánh giá")
            self._hands.press("Return", "Return")
            self._hands.type_text("Nhanh")
            self._picture("rate")
            self._hands.press("F9")  # asks for the score
            self._hands.press("5", "F9")

    def cash_up(self) -> None:
        """The clerk counts the drawer: all that should be there, but for a note given out by mistake."""
        with self._step("cash up today"):
            self._hands.press("Ctrl+K")
            self._hands.type_text("chốt tiền")
            self._hands.press("Return")
            page = self._window.findChild(CashUpScreen)
            if page is None:
                self.failed.append("cash up today")
                return
            self._hands.type_text(str(_left_in_drawer(page) - MISSING_DONG))
            self._picture("cash-up")
            self._hands.press("F9")
            self._hands.type_text("Trả thừa tiền lẻ")
            self._hands.press("F9")
            if not page.notice.words.startswith(_KEPT):
                self.failed.append("cash up today")
            self._picture("cash-up-kept")
            self._hands.press("Escape")

    def _supplement(self, code: str) -> None:
        with self._act(f"hand over {code}"):
            self._hands.scan(code)
            self._hands.press("Return")
        with self._act(f"request a supplement {code}"):
            self._hands.press("F7", "Space", "Tab")
            self._hands.type_text("Tờ khai có chữ ký")
            self._picture("supplement")
            self._hands.press("F9")
        with self._act(f"take a supplement in {code}"):
            self._hands.scan(code)
            self._hands.press("Return")
            self._picture("supplement-received")
            self._hands.press("F9")

    def _send_and_pause(self, code: str) -> None:
        with self._act(f"hand over to a unit {code}"):
            self._hands.scan(code)
            self._hands.press("T")
            self._hands.type_text("tư pháp")
            self._hands.press("Return")
            self._picture("hand-over")
            self._hands.press("F9")
        with self._act(f"print the slip of {code}"):
            self._hands.press("G")
        self._picture("slip-printed")
        self._print(f"print the control slip of {code}", "in phiếu kiểm soát")
        with self._act(f"accept {code}"):
            self._hands.press("A")
        self._do(f"request a payment {code}", code, "nghĩa vụ", "Thuế thu nhập cá nhân", "250000")
        self._go_on(f"confirm a payment {code}", code)
        self._do(f"suspend {code}", code, "tạm dừng", "Xác minh tại xã Cẩm Hưng")
        self._go_on(f"resume {code}", code)
        with self._act(f"answer in the negative {code}"):
            self._hands.press("N")
            self._hands.type_text("Không đủ điều kiện")
            self._hands.press("F9")
        self._do(f"correct the result {code}", code, "đính chính", "Ghi sai căn cứ")

    def _go_on(self, name: str, code: str) -> None:
        with self._act(name):
            self._hands.scan(code)
            self._hands.press("Return", "F9")

    def _print(self, name: str, command: str) -> None:
        """Print a form of the dossier that an act has just left on the card."""
        with self._act(name):
            self._hands.press("Ctrl+K")
            self._hands.type_text(command)
            self._hands.press("Return")

    def _do(self, name: str, code: str, command: str, *texts: str, returned: int = 0) -> None:
        """Scan, run a command by its name, and answer its lines; ``returned`` is what the tile then counts more."""
        with self._act(name, returned=returned):
            self._hands.scan(code)
            self._hands.press("Ctrl+K")
            self._hands.type_text(command)
            self._hands.press("Return")
            for place, text in enumerate(texts):
                if place:
                    self._hands.press("Return")
                self._hands.type_text(text)
            self._picture(name.partition(" ")[0])
            self._hands.press("F9")

    @contextmanager
    def _act(self, name: str, *, returned: int = 0) -> Iterator[None]:
        with self._step(name, returned=returned):
            yield
            card = self._window.findChild(DossierCard)
            if card is None or not card.notice.words.startswith(_SAVED):
                self.failed.append(name)


def _left_in_drawer(page: CashUpScreen) -> int:
    """What the clerk reads off the page, in whole dong."""
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    found = re.search(r"(?:còn lại|left in the drawer) ([0-9.]+) đồng", words)
    return int(found[1].replace(".", "")) if found else 0


def _second(name: str) -> tuple[str]:
    """The letters by which a second person is found: the given name."""
    return (name.rpartition(" ")[2],)
