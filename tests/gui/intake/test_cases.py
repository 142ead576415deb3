"""What the pane asks for follows the ticked cases, as the catalogue has them (7.1)."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.money import FeeRule
from cgcounter.domain.procedures import Charge, Level, OwnTerms, Procedure, Time
from tests.gui.intake.conftest import Pane

CHANGES = Procedure(
    "1.004859",
    "Thay đổi, cải chính, bổ sung thông tin hộ tịch",
    "Hộ tịch",
    Level.COMMUNE,
    DurationKind.WORKING_DAYS,
    Duration(DurationKind.WORKING_DAYS, 3),
    terms=(
        OwnTerms(case="bổ sung", time=Time(DurationKind.SAME_DAY, Duration(DurationKind.SAME_DAY))),
        OwnTerms(case="cấp bản sao", charge=Charge(FeeRule.PER_COPY, 8_000)),
        OwnTerms(case="nước ngoài", time=Time(DurationKind.WORKING_DAYS)),
    ),
)


def test_ticked_cases_change_what_is_asked(pane: Pane) -> None:
    """Copies are counted, and a due time is typed, only in the case that needs it; unticked they are gone."""
    screen = pane.screen
    screen.show_procedure(CHANGES)
    copy, abroad = (
        next(box for box in screen.procedure.findChildren(QCheckBox) if box.text() == name)
        for name in ("cấp bản sao", "nước ngoài")
    )
    assert screen.terms.first_count() is None
    copy.setChecked(True)
    assert screen.terms.first_count() is screen.terms.copies
    copy.setChecked(False)
    assert screen.terms.first_count() is None
    assert not screen.due.day.isVisibleTo(screen)
    abroad.setChecked(True)
    assert screen.due.day.isVisibleTo(screen)
    pane.settle()
    screen.clear()
