"""A new catalogue is looked at first and then taken in as one new version."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.tables import RefusalReason, RowRefusal
from cgcounter.services.import_catalogue import preview_catalogue
from cgcounter.services.import_change import ImportChange
from cgcounter.services.intake import ProcedureUnknownError
from tests.services.desk import Desk
from tests.services.small_catalogue import CATALOGUE

Row = dict[str, str]


def procedure(code: str, name: str, **cells: str) -> Row:
    """A row of the table of procedures (7.2)."""
    plain = {
        "code": code,
        "name": name,
        "field": "Hộ tịch",
        "level": "commune",
        "kind": "working_days",
        "duration": "3",
        "fee_rule": "none",
        "fee_vnd": "0",
    }
    return plain | cells


def paper(code: str, name: str, **cells: str) -> Row:
    """A row of the table of papers (7.2)."""
    plain = {
        "procedure_code": code,
        "case": "",
        "name": name,
        "originals": "1",
        "copies": "0",
        "must_submit": "yes",
        "reusable": "no",
    }
    return plain | cells


GUARDIAN = procedure("1.004837", "Đăng ký giám hộ")
END_OF_GUARDIAN = procedure("1.004845", "Chấm dứt giám hộ", duration="2")
FORM = paper("1.004837", "Tờ khai")
LETTER = paper("1.004837", "Văn bản cử giám hộ")


def bring_in(desk: Desk, procedures: list[Row], papers: list[Row], *, dry_run: bool = False) -> ImportChange:
    return desk.cases.tables.catalogue(procedures, papers, source="test.csv", dry_run=dry_run)


def version(desk: Desk) -> int:
    with desk.store.look() as reading:
        return reading.reference.catalogue().version


@pytest.fixture
def blank() -> Desk:
    """A counter without a catalogue."""
    return Desk()


def test_the_first_catalogue_is_all_new(blank: Desk) -> None:
    """What was read is version 1, with its papers."""
    change = bring_in(blank, [GUARDIAN, END_OF_GUARDIAN], [FORM, LETTER])
    assert change == ImportChange(new=("1.004837", "1.004845"), changed=(), gone=(), refusals=(), version=1)
    with blank.store.look() as reading:
        catalogue = reading.reference.catalogue().catalogue
    assert [one.name for one in catalogue.procedures] == ["Đăng ký giám hộ", "Chấm dứt giám hộ"]
    assert [one.name for one in catalogue.procedures[0].papers] == ["Tờ khai", "Văn bản cử giám hộ"]


def test_new_changed_and_gone_are_told_apart(blank: Desk) -> None:
    """By code: what was not there, what is no longer as it was, what is no longer there."""
    bring_in(blank, [GUARDIAN, END_OF_GUARDIAN], [FORM])
    change = bring_in(
        blank,
        [procedure("1.004837", "Đăng ký giám hộ", duration="5"), procedure("1.004859", "Cải chính hộ tịch")],
        [FORM],
    )
    assert change == ImportChange(
        new=("1.004859",), changed=("1.004837",), gone=("1.004845",), refusals=(), version=2
    )


def test_papers_change_a_procedure(blank: Desk) -> None:
    """A procedure that asks for another paper has changed."""
    bring_in(blank, [GUARDIAN], [FORM])
    assert bring_in(blank, [GUARDIAN], [FORM, LETTER]).changed == ("1.004837",)


def test_a_dry_run_changes_nothing(desk: Desk) -> None:
    """The look tells what would change, and the office goes on with what it has."""
    before = desk.store.commits
    change = bring_in(desk, [GUARDIAN], [FORM], dry_run=True)
    assert (change.new, change.version) == (("1.004837",), 0)
    assert set(change.gone) == {one.code for one in CATALOGUE.procedures}
    assert (version(desk), desk.store.commits) == (1, before)
    assert desk.cases.prepare_intake.catalogue() == CATALOGUE
    desk.receive()


def test_a_dry_run_before_the_set_up(blank: Desk) -> None:
    """Without a catalogue everything would be new."""
    assert bring_in(blank, [GUARDIAN], [], dry_run=True).new == ("1.004837",)
    assert blank.store.commits == 0


def test_the_same_file_again_is_no_new_version(blank: Desk) -> None:
    """Nothing differs, nothing is written."""
    bring_in(blank, [GUARDIAN, END_OF_GUARDIAN], [FORM])
    again = bring_in(blank, [GUARDIAN, END_OF_GUARDIAN], [FORM])
    assert again == ImportChange(new=(), changed=(), gone=(), refusals=(), version=0, unchanged=2)
    assert (version(blank), blank.store.commits) == (1, 1)


def test_the_same_file_with_decomposed_letters_is_the_same(blank: Desk) -> None:
    """Texts are composed at the edge (6.3): another program's NFD is no change."""
    bring_in(blank, [procedure("1.004837", "Đăng ký giám hô\u0323")], [])
    assert bring_in(blank, [procedure("1.004837", "Đăng ký giám hộ")], []).version == 0


def test_refused_rows_are_named_by_their_number(blank: Desk) -> None:
    """Rows count as in a spreadsheet, the header being 1; a catalogue is taken whole or not at all."""
    change = bring_in(
        blank,
        [
            GUARDIAN,
            procedure("1004845", "Chấm dứt giám hộ"),
            procedure("1.004859", ""),
            procedure("1.004873", "Xác nhận", duration="ba"),
            procedure("1.004884", "Khai sinh", kind="weeks"),
            procedure("1.004837", "Đăng ký giám hộ"),
            procedure("1.004746", "Kết hôn", valid_from="2022-02-30"),
            END_OF_GUARDIAN,
        ],
        [paper("1.009999", "Tờ khai"), FORM, FORM],
    )
    assert change.new == ("1.004837", "1.004845")
    assert change.refusals == (
        RowRefusal(3, "code", RefusalReason.BAD_CODE, "procedures"),
        RowRefusal(4, "name", RefusalReason.MISSING, "procedures"),
        RowRefusal(5, "duration", RefusalReason.BAD_NUMBER, "procedures"),
        RowRefusal(6, "kind", RefusalReason.UNKNOWN_VALUE, "procedures"),
        RowRefusal(7, "code", RefusalReason.DUPLICATE, "procedures"),
        RowRefusal(8, "valid_from", RefusalReason.BAD_DATE, "procedures"),
        RowRefusal(2, "procedure_code", RefusalReason.UNKNOWN_PROCEDURE, "papers"),
        RowRefusal(4, "name", RefusalReason.DUPLICATE, "papers"),
    )
    assert (change.version, change.is_whole, blank.store.commits) == (0, False, 0)
    assert bring_in(blank, [GUARDIAN, END_OF_GUARDIAN], [FORM]).version == 1


def test_old_dossiers_keep_their_version(desk: Desk) -> None:
    """A dossier keeps the procedure of its intake, and the version it pins can still be read."""
    old = desk.receive()
    change = bring_in(
        desk, [procedure("2.001035", "Chứng thực giao dịch", duration="9", field="Chứng thực")], []
    )
    assert (change.changed, change.version) == (("2.001035",), 2)
    assert desk.stored(old.id) == old
    assert desk.receive().procedure.catalogue_version == 2
    with desk.store.look() as reading:
        assert reading.reference.catalogue(old.procedure.catalogue_version).catalogue == CATALOGUE


def test_what_is_gone_is_no_longer_received(desk: Desk) -> None:
    """After the import intake knows the new catalogue only."""
    bring_in(desk, [GUARDIAN], [])
    with pytest.raises(ProcedureUnknownError):
        desk.receive()
    assert desk.receive(procedure_code="1.004837").procedure.name == "Đăng ký giám hộ"


CODES = st.sampled_from(["1.000001", "1.000002", "1.000003", "1.000004"])
CATALOGUES = st.dictionaries(CODES, st.sampled_from(["Một", "Hai"]))


@given(CATALOGUES, CATALOGUES)
def test_the_difference_is_that_of_the_codes(old: dict[str, str], new: dict[str, str]) -> None:
    """Law: new, changed and gone part the codes; a version is made when, and only when, there is a difference."""
    desk = Desk()
    first = bring_in(desk, [procedure(*one) for one in old.items()], [])
    second = bring_in(desk, [procedure(*one) for one in new.items()], [])
    assert first.version == (1 if old else 0)
    assert set(second.new) == new.keys() - old.keys()
    assert set(second.gone) == old.keys() - new.keys()
    assert set(second.changed) == {code for code in old.keys() & new.keys() if old[code] != new[code]}
    assert second.version == (0 if old == new else first.version + 1)


def test_a_preview_holds_what_would_be_taken_in() -> None:
    """Without a data file: the catalogue of the rows, and how it differs from the present one."""
    present = preview_catalogue(Catalogue(()), [GUARDIAN, END_OF_GUARDIAN], [FORM]).catalogue
    changed = procedure("1.004837", "Đăng ký giám hộ (mới)")
    preview = preview_catalogue(present, [changed, procedure("x", "?")], [FORM])
    assert preview.change == ImportChange(
        new=(),
        changed=("1.004837",),
        gone=("1.004845",),
        refusals=(RowRefusal(3, "code", RefusalReason.BAD_CODE, "procedures"),),
    )
    assert [one.name for one in preview.catalogue.procedures] == ["Đăng ký giám hộ (mới)"]
    assert preview.changes_anything
    assert not preview.is_wrong_file


def test_the_same_catalogue_changes_nothing() -> None:
    """A preview beside itself has nothing to take in."""
    present = preview_catalogue(Catalogue(()), [GUARDIAN], [FORM]).catalogue
    assert not preview_catalogue(present, [GUARDIAN], [FORM]).changes_anything


def test_a_file_of_which_nothing_can_be_read_is_the_wrong_one() -> None:
    """Every row refused: nobody meant to empty the catalogue."""
    assert preview_catalogue(Catalogue(()), [procedure("x", "?")], []).is_wrong_file
