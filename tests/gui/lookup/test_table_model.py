"""Tests of the table of dossiers."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.lookup.table_model import Column, DossierRow, DossierTable
from cgcounter.gui.standing import Standing
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.status_chip import TONE_ROLE

HANOI = timezone(timedelta(hours=7))
TODAY = date(2022, 3, 10)
FIVE_OCLOCK = datetime(2022, 3, 10, 17, 0, tzinfo=HANOI)
ROOT = QModelIndex()


def a_row(number: int, *, due_at: datetime | None = FIVE_OCLOCK, code: str | None = None) -> DossierRow:
    """A row of an invented citizen."""
    line = DossierLine(
        id=DossierId(UUID(int=number)),
        code=f"000.12.30.H23-220310-{number:04d}" if code is None else code,
        status=Status.ACCEPTED,
        procedure_code="1.004884",
        procedure_name="Đăng ký lại khai sinh",
        field="Hộ tịch",
        name="Nguyễn Thị Đỗ Quyên",
        personal_id="",
        phone="",
        address="",
        received_at=None,
        received_by=None,
        due_at=due_at,
        released_at=None,
        returned_at=None,
        fee_dong=0,
        receipt_printed=False,
        same_day=False,
    )
    return DossierRow(line, Standing(Tone.CAUTION, "Đến hạn"))


@pytest.fixture
def check(qtmodeltester: ModelTester) -> Callable[[QAbstractItemModel], None]:
    """Qt's own checks of a model; pytest-qt leaves them untyped."""
    return cast("Callable[[QAbstractItemModel], None]", qtmodeltester.check)


@pytest.fixture
def table(qapp: object) -> DossierTable:
    """An empty table."""
    return DossierTable()


def cell(table: DossierTable, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    """What the first row shows."""
    return table.index(0, column).data(role)


def test_the_model_keeps_the_rules_of_models(
    table: DossierTable, check: Callable[[QAbstractItemModel], None]
) -> None:
    """Empty, filled, grown and emptied again, Qt's own checks hold."""
    check(table)
    table.show_rows([a_row(1001), a_row(1002)], TODAY, more=True)
    check(table)
    table.append_rows([a_row(1003)], more=False)
    check(table)
    table.show_rows([], TODAY)
    check(table)


def test_the_code_is_short_to_look_at_and_whole_to_ask_for(table: DossierTable) -> None:
    """The end of a code tells today's dossiers apart; the tip and a screen reader have all of it."""
    table.show_rows([a_row(2001)], TODAY)

    assert cell(table, Column.CODE) == "…2001"
    assert cell(table, Column.CODE, Qt.ItemDataRole.ToolTipRole) == "000.12.30.H23-220310-2001"
    assert cell(table, Column.CODE, Qt.ItemDataRole.AccessibleTextRole) == "000.12.30.H23-220310-2001"


def test_an_intake_that_was_refused_has_no_code(table: DossierTable) -> None:
    """A dash stands where a code would, and the tip says why."""
    table.show_rows([a_row(2001, code="")], TODAY)

    assert cell(table, Column.CODE) == "–"
    assert cell(table, Column.CODE, Qt.ItemDataRole.ToolTipRole) == "No code: the intake was refused"


@pytest.mark.parametrize(
    ("due_at", "words", "tip"),
    [
        (FIVE_OCLOCK, "today", "17:00 10/03/2022"),
        (FIVE_OCLOCK + timedelta(days=5), "15/03", "17:00 15/03/2022"),
        (FIVE_OCLOCK.replace(year=2023), "10/03/2023", "17:00 10/03/2023"),
        (None, "–", "No due time"),
    ],
)
def test_the_due_day_is_told_from_today(
    table: DossierTable, due_at: datetime | None, words: str, tip: str
) -> None:
    """Today is a word, this year needs no year, and the tip has the hour."""
    table.show_rows([a_row(2001, due_at=due_at)], TODAY)

    assert cell(table, Column.DUE) == words
    assert cell(table, Column.DUE, Qt.ItemDataRole.ToolTipRole) == tip


def test_the_state_is_word_and_tone(table: DossierTable) -> None:
    """The chip's word is the cell's text, its tone stands beside it; other cells have none."""
    table.show_rows([a_row(2001)], TODAY)

    assert cell(table, Column.STATE) == "Đến hạn"
    assert cell(table, Column.STATE, TONE_ROLE) == Tone.CAUTION
    assert cell(table, Column.NAME, TONE_ROLE) is None


def test_more_is_asked_for_once(table: DossierTable) -> None:
    """While the next page is under way nobody asks for it again; its answer says whether there is another."""
    asked: list[bool] = []
    table.more_wanted.connect(lambda: asked.append(True))
    table.show_rows([a_row(1001)], TODAY, more=True)

    assert table.canFetchMore(ROOT)
    table.fetchMore(ROOT)
    assert not table.canFetchMore(ROOT)
    table.fetchMore(ROOT)
    assert asked == [True]

    table.append_rows([a_row(1002)], more=True)
    assert table.canFetchMore(ROOT)
    assert [table.dossier_at(row) for row in range(3)] == [UUID(int=1001), UUID(int=1002), None]


def test_a_dossier_is_found_again(table: DossierTable) -> None:
    """After the rows changed, a dossier is where it stands now, or nowhere."""
    table.show_rows([a_row(1002), a_row(1001)], TODAY)

    assert table.row_of(DossierId(UUID(int=1001))) == 1
    assert table.row_of(DossierId(UUID(int=7))) is None
    assert table.row_of(None) is None
