"""Plays rows of the matrix in one window, and reads what each of them prints."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cgcounter.app.demo.citizens import card_payload
from cgcounter.documents.raster import page_text
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from tests.journeys.conftest import Counter, citizen

COLLEAGUE, SUPERVISOR = 1, 3  # clerk and processor in one person; who apologises for the office
REBIRTH, FEE = "1.004884", "8000"
HEADER = (
    "ỦY BAN NHÂN DÂN XÃ CAO AN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)


class FormSet(NamedTuple):
    """A set of forms by a day on which it counts: what its forms are called, and whether they cite their circular."""

    day: datetime
    due_day: str
    apology_title: str
    prints_stop: bool
    circular: str


SETS = {
    "2018": FormSet(
        datetime(2022, 3, 10, 7, 30, tzinfo=TIME_ZONE),
        "ngày 17 tháng 3 năm 2022",
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        prints_stop=False,
        circular="Thông tư số 01/2018/TT-VPCP",
    ),
    "2025": FormSet(
        datetime(2025, 7, 15, 7, 30, tzinfo=TIME_ZONE),
        "ngày 22 tháng 7 năm 2025",
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        prints_stop=True,
        circular="",
    ),
}


class Player:
    """Plays rows and reads what they print; every citizen is another one."""

    def __init__(self, counter: Counter, forms: FormSet) -> None:
        self.counter, self.forms, self._citizens = counter, forms, 0
        self._seen: set[str] = set()
        counter.clock.move_to(forms.day)
        counter.sign_in(COLLEAGUE)

    @property
    def day_words(self) -> str:
        """The day as forms write it."""
        day = self.forms.day
        return f"ngày {day.day} tháng {day.month} năm {day.year}"

    def begin(self) -> str:
        """A citizen's card and the procedure; the name that stands on the forms."""
        self._citizens += 1
        person = citizen(self._citizens)
        self.counter.hands.press("F2")
        self.counter.hands.scan(card_payload(person))
        self.counter.hands.type_text(REBIRTH)
        self.counter.hands.press("Return")
        return person.name

    def receive(self) -> Dossier:
        """A dossier that was received, its receipt printed."""
        self.begin()
        self.counter.hands.press("F9")  # asks for the fee, which the province sets
        self.counter.hands.type_text(FEE)
        self.counter.hands.press("F9")
        return self.newest()

    def under_way(self) -> Dossier:
        """A dossier that is being worked on; what it printed until now is read."""
        dossier = self.receive()
        self.scan(dossier)
        self.counter.hands.press("Return")
        self.printed()
        return self.again(dossier)

    def ready(self) -> Dossier:
        """A dossier with its result."""
        dossier = self.under_way()
        self.scan(dossier)
        self.counter.hands.press("Return")
        return self.again(dossier)

    def scan(self, dossier: Dossier) -> None:
        """The receipt is under the scanner."""
        self.counter.hands.scan(dossier.code)

    def command(self, name: str, *texts: str) -> None:
        """A command by its name, its lines, and F9."""
        hands = self.counter.hands
        hands.press("Ctrl+K")
        hands.type_text(name)
        hands.press("Return")
        for place, text in enumerate(texts):
            if place:
                hands.press("Return")
            hands.type_text(text)
        if texts:
            hands.press("F9")

    def newest(self) -> Dossier:
        """The dossier that was written down last."""
        return self.counter.dossiers()[0]

    def again(self, dossier: Dossier) -> Dossier:
        """A dossier as it stands now."""
        return self.counter.ask(lambda office: office.cases.open_dossier(dossier.id))

    def printed(self) -> dict[str, list[str]]:
        """The forms that were printed since the last time, by their key: the text of each page."""
        files = {name: self.counter.folders.papers / f"{name}.pdf" for name in self.counter.papers()}
        new = {name: file for name, file in files.items() if name not in self._seen}
        self._seen |= set(new)
        return {name.split("-")[0]: _pages(file) for name, file in new.items()}

    def require(self, form: str, *fields: str) -> None:
        """The last row printed this form and nothing else, with its header, its fields, and its circular if any."""
        printed = self.printed()
        assert set(printed) == {form}
        # Copies are alike; a control slip goes on over its pages.
        for page in [" ".join(printed[form])] if form == "CONTROL_SLIP" else printed[form]:
            for field in (*HEADER, *fields):
                assert field in page, (form, field)
            assert ("Thông tư" in page) is bool(self.forms.circular), form
            assert self.forms.circular in page

    def require_nothing(self) -> None:
        """The last row has no form."""
        assert self.printed() == {}


def _pages(file: Path) -> list[str]:
    """The text of each page in one line: where a line breaks is for other tests."""
    return [" ".join(page.split()) for page in page_text(file.read_bytes())]
