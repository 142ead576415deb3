"""Filled offices are real ones: doctor finds nothing, and the program's own questions find what was put in."""

from __future__ import annotations

from datetime import date

from cgcounter.app.benchmark.workshop import Workshop
from cgcounter.app.opening import keys_of
from cgcounter.domain.codes import parse_code
from cgcounter.services.ports import View
from cgcounter.storage.health import examine, is_sound


def test_doctor_finds_nothing_wrong(workshop: Workshop) -> None:
    """Chain, projections, full text and pages of a filled file are whole."""
    site = workshop.new_site(700)
    findings = examine(site.folders.data_file, keys_of(site.folders).get(), now=site.clock.now())
    assert is_sound(findings)
    figures = {finding.code: finding.facts for finding in findings}
    assert figures["chain_whole"] == {"events": site.filling.events}


def _codes(workshop: Workshop, dossiers: int) -> set[str]:
    cases = workshop.shared_site(dossiers).office.cases
    return {line.code for line in cases.list_dossiers(View.ALL, limit=10_000).lines}


def test_a_day_holds_500_dossiers_and_the_last_day_the_rest(workshop: Workshop) -> None:
    """700 dossiers fill the day before with 500 and begin the last one with 200; no code occurs twice."""
    codes = _codes(workshop, 700)
    days = [parse_code(code).day for code in codes]
    assert len(codes) == 700
    assert days.count(date(2022, 3, 9)) == 500
    assert days.count(date(2022, 3, 10)) == 200


def test_known_citizens_are_spread_over_the_file(workshop: Workshop) -> None:
    """What is known of the filling can be asked for by code and by name."""
    site = workshop.new_site(40)
    assert len(site.filling.known) == 40
    for known in site.filling.known[::10]:
        (line,) = site.office.cases.find_dossiers(known.code).lines
        assert line.name == known.person.name
        assert line.code in {hit.code for hit in site.office.cases.find_dossiers.search(known.person.name)}


def test_of_a_large_file_some_2000_are_known(workshop: Workshop) -> None:
    """Every second one of 4,000, the first among them."""
    site = workshop.new_site(4000)
    assert len(site.filling.known) == 2000
    assert parse_code(site.filling.known[1].code).serial == parse_code(site.filling.known[0].code).serial + 2


def test_the_next_intake_continues_the_numbers(workshop: Workshop) -> None:
    """The running numbers of the last day are taken from the counter, so none is given out twice."""
    site = workshop.new_site(3)
    with site.office.store.begin() as unit:
        assert unit.numbers.next_serial(1, site.clock.now().date()) == 1004


def test_a_shared_office_is_filled_once(workshop: Workshop, said: list[str]) -> None:
    """Two measurements that only read share one office, and progress is told."""
    assert workshop.shared_site(20) is workshop.shared_site(20)
    assert [words for words in said if words.startswith("Đang tạo")] == ["Đang tạo 20 hồ sơ: 100 %"]


def test_offices_leave_the_keyring_alone(workshop: Workshop) -> None:
    """The key of a measured file lies beside it and goes with it."""
    site = workshop.new_site(0)
    assert not site.folders.uses_keyring
    assert (site.folders.config / "counter.key").exists()
