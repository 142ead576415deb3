"""An intake as far as every test here begins it: one invented citizen, one procedure, and the window's answer."""

from __future__ import annotations

from typing import Final

from cgcounter.app.demo.citizens import card_payload
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.people import PartialDate, Person, Sex
from cgcounter.services.ports import View
from tests.faults.real_window import RealWindow

CITIZEN: Final = Person(
    name="Nguyễn Thị Mẫu",
    personal_id="030190001234",
    birth_date=PartialDate(1990, 9, 2),
    sex=Sex.FEMALE,
    address="Thôn Đỗ Xá, Cao An, Cẩm Giàng, Hải Dương",
)
PROCEDURE: Final = "1.008004"
PROCEDURE_NAME: Final = "Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa"
FIRST_CODE: Final = "000.12.30.H23-220310-1001"


def begin(desk: RealWindow) -> list[str]:
    """Scan the citizen's card and pick a procedure; what stands in the pane then."""
    desk.hands.scan(card_payload(CITIZEN))
    desk.hands.type_text(PROCEDURE)
    desk.hands.press("Return")
    assert {CITIZEN.name, PROCEDURE_NAME} <= set(desk.typed)
    return desk.typed


def received(desk: RealWindow) -> tuple[DossierLine, ...]:
    """The dossiers of today."""
    return desk.ask(lambda office: office.cases.list_dossiers(View.RECEIVED_TODAY).lines)


def papers(desk: RealWindow) -> list[str]:
    """The names of what was printed."""
    return sorted(file.name for file in desk.folders.papers.iterdir())
