"""Open dossiers on paper of the time before are taken over once, each as received then."""

from __future__ import annotations

from datetime import date

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import DossierReceived, FeeCollected
from cgcounter.domain.particulars import DueBasis, Fee, LateEntry, LateEntryKind, PaperGiven
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.domain.tables import RowRefusal
from cgcounter.services.import_change import ImportChange
from tests.services.desk import Desk, actor_of, at
from tests.services.small_catalogue import COMPENSATION, DEED, FORMER_POOR_HOUSEHOLD, MARITAL_STATUS

Row = dict[str, str]


def row(number: str, **cells: str) -> Row:
    """A deed received on 8 March 2022 in the morning."""
    plain = {
        "paper_number": number,
        "procedure_code": DEED.code,
        "name": "Trần Thị Mẫu",
        "received_at": "08/03/2022 09:00",
    }
    return plain | cells


def take(desk: Desk, *rows: Row, dry_run: bool = False) -> ImportChange:
    return desk.cases.tables.dossiers(desk.administrator, rows, source="sổ giấy.xlsx", dry_run=dry_run)


def test_a_row_becomes_a_dossier_of_its_day(desk: Desk) -> None:
    """Code, due time and register are of the day of intake; when and from where it was entered is told."""
    change = take(
        desk,
        row(
            "17",
            personal_id="030190001235",
            phone="0912345678",
            address="Khu 3",
            birth_date="02/09/1990",
            due_at="15/03/2022",
            fee_vnd="50.000",
            papers="Dự thảo; Giấy chứng nhận",
            note="còn thiếu chữ ký",
        ),
    )
    assert change.new == ("000.12.30.H23-220308-1001",)
    (event,) = desk.events()
    dossier = desk.stored(event.dossier)
    assert (dossier.status, dossier.slot) == (Status.ACCEPTED, 1)
    assert (dossier.received_at, dossier.due_at) == (at(8, 9), at(15, 17))
    assert dossier.due_basis is DueBasis.TYPED
    assert dossier.fee == Fee(50_000, typed=True)
    assert dossier.applicant.personal_id == "030190001235"
    assert dossier.papers == (PaperGiven("Dự thảo", originals=1), PaperGiven("Giấy chứng nhận", originals=1))
    assert dossier.late_entry == LateEntry(LateEntryKind.TAKEN_OVER, at(10, 8, 15), "sổ giấy.xlsx", "17")
    assert not dossier.owes_receipt
    assert desk.marks.highest(1, date(2022, 3, 8)) == 1001


def test_all_sound_rows_come_in_one_commit(desk: Desk) -> None:
    """Numbers of a day rise row by row; the second memory knows the highest of each day."""
    before = desk.store.commits
    rows = [row("1"), row("2", received_at="09/03/2022"), row("3"), row("4", procedure_code="x")]
    change = take(desk, *rows)
    assert desk.store.commits == before + 1
    assert [code[-11:] for code in change.new] == ["220308-1001", "220309-1001", "220308-1002"]
    assert change.refusals == (RowRefusal(5, "procedure_code", change.refusals[0].reason_code, "dossiers"),)
    assert desk.marks.highest(1, date(2022, 3, 8)) == 1002
    assert desk.marks.highest(1, date(2022, 3, 9)) == 1001


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    """It tells the codes that would be given, and they are still free afterwards."""
    before = desk.store.commits
    assert len(take(desk, row("1"), row("2"), dry_run=True).new) == 2
    assert (desk.events(), desk.store.commits) == ((), before)
    assert desk.marks.highest(1, date(2022, 3, 8)) is None
    assert take(desk, row("1")).new == ("000.12.30.H23-220308-1001",)


def test_the_same_file_a_second_time_adds_nothing(desk: Desk) -> None:
    """What is there is refused as there, by its number or its code."""
    rows = [row("1"), row("", code="000.00.01.H30-220308-0007"), row("2")]
    assert len(take(desk, *rows).new) == 3
    again = take(desk, *rows)
    assert again.new == ()
    assert [(one.row_number, one.column, one.reason_code) for one in again.refusals] == [
        (2, "paper_number", "already_there"),
        (3, "code", "already_there"),
        (4, "paper_number", "already_there"),
    ]
    assert len(desk.events()) == 3


def test_a_row_twice_in_one_file_is_taken_once(desk: Desk) -> None:
    """The first is taken, the second is there already."""
    change = take(desk, row("1"), row("1"), row("1", received_at="09/03/2022"))
    assert len(change.new) == 2
    assert [one.row_number for one in change.refusals] == [3]


def test_a_code_of_another_office_is_kept(desk: Desk) -> None:
    """The receipt in the citizen's hand goes on to count; the counter's own numbers are not touched."""
    code = "000.00.01.H30-220308-0007"
    assert take(desk, row("9", code=code)).new == (code,)
    dossier = desk.stored(desk.events()[0].dossier)
    assert (dossier.code, dossier.slot) == (code, 0)
    assert desk.marks.highest(1, date(2022, 3, 8)) is None
    assert take(desk, row("10")).new[0].endswith("220308-1001")


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"paper_number": ""}, "paper_number", "missing"),
        ({"name": ""}, "name", "missing"),
        ({"received_at": ""}, "received_at", "missing"),
        ({"received_at": "31/02/2022"}, "received_at", "bad_date"),
        ({"received_at": "08/03/1999"}, "received_at", "bad_date"),
        ({"received_at": "10/03/2022 08:16"}, "received_at", "not_yet"),
        ({"code": "17/2022"}, "code", "bad_code"),
        ({"code": "000.12.30.H23-220308-1005"}, "code", "of_a_counter"),
        ({"procedure_code": "9.999999"}, "procedure_code", "unknown_procedure"),
        ({"procedure_code": FORMER_POOR_HOUSEHOLD.code}, "procedure_code", "not_in_force"),
        ({"procedure_code": COMPENSATION.code}, "due_at", "missing"),
        ({"procedure_code": MARITAL_STATUS.code}, "fee_vnd", "missing"),
        ({"cases": "đã ly hôn"}, "cases", "unknown_case"),
        ({"due_at": "08/03/2022 08:00"}, "due_at", "ends_before_start"),
        ({"fee_vnd": "năm mươi"}, "fee_vnd", "bad_number"),
        ({"note": "x" * 501}, "note", "too_long"),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_its_cell(
    desk: Desk, cells: Row, column: str, reason: str
) -> None:
    """The rows around it are taken, and its number is not used up."""
    change = take(desk, row("1"), row("2") | cells, row("3"))
    assert [code[-4:] for code in change.new] == ["1001", "1002"]
    (refusal,) = change.refusals
    assert (refusal.row_number, refusal.column, refusal.reason_code) == (3, column, reason)


def test_what_was_never_promised_is_not_promised_now(desk: Desk) -> None:
    """The word "none" says that the paper receipt has no due time; an empty cell takes the rule's."""
    take(
        desk,
        row("1", due_at="none"),
        row("2"),
        row("3", procedure_code=MARITAL_STATUS.code, exemption="miễn"),
    )
    first, second, third = (desk.stored(event.dossier) for event in desk.events())
    assert (first.due_at, first.due_basis) == (None, DueBasis.NONE)
    assert (second.due_at, second.due_basis) == (at(10, 17), DueBasis.RULE)
    assert third.fee == Fee(exemption="miễn")


def test_what_was_paid_before_is_not_owed_again(desk: Desk) -> None:
    """The money is of the day of intake and has no slip of ours; what is not paid is still owed."""
    take(
        desk,
        row("1", paid_vnd="20.000", fee_vnd="50.000"),
        row("2", paid_vnd="50000"),
        row("3"),
        row("4", paid_vnd="0"),
    )
    dossiers = [
        desk.stored(event.dossier) for event in desk.events() if isinstance(event.fact, DossierReceived)
    ]
    assert [one.owed_dong for one in dossiers] == [30_000, 0, 50_000, 50_000]
    assert [one.collected for one in dossiers] == [
        (FeeCollected(at(8, 9), 20_000),),
        (FeeCollected(at(8, 9), 50_000),),
        (),
        (),
    ]


def test_paid_money_comes_in_the_same_commit(desk: Desk) -> None:
    """A dossier without its money, or money without its dossier, never stands in the log."""
    before = desk.store.commits
    take(desk, row("1", paid_vnd="50.000"), row("2", paid_vnd="50.001", fee_vnd="50.000"))
    assert desk.store.commits == before + 1
    assert [type(fact) for fact in desk.facts()] == [DossierReceived, FeeCollected]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_the_administrator_takes_over(desk: Desk, role: Role) -> None:
    """A whole table of dossiers is no everyday act."""
    with pytest.raises(RoleMissingError):
        desk.cases.tables.dossiers(actor_of(role), [row("1")], source="x", dry_run=False)
    assert desk.events() == ()
