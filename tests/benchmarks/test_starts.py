"""Started processes tell a moment or are reported."""

from __future__ import annotations

import pytest

from cgcounter.app.benchmark.starts import StartFailedError, starts_beside_bare_window
from cgcounter.app.benchmark.workshop import Workshop


def test_a_start_that_fails_is_a_bug_with_its_words(workshop: Workshop) -> None:
    """A probe that does not exist ends the run with what the process said, not with a figure."""
    site = workshop.new_site(0)
    with pytest.raises(StartFailedError, match="watch_nothing"):
        starts_beside_bare_window("watch_nothing", site.folders, rounds=1)


@pytest.mark.parametrize("watch", ["watch_first_frame", "watch_ready"])
def test_real_starts_end_by_themselves(workshop: Workshop, watch: str) -> None:
    """The program starts on a set-up counter, tells its moment and lets go of the file; so does the bare window."""
    site = workshop.new_site(5)
    site.office.close()
    rounds = starts_beside_bare_window(watch, site.folders, rounds=1)
    assert len(rounds.ours) == len(rounds.baseline) == 1
    assert not list(site.folders.backups.iterdir())
    assert not site.folders.data_file.with_name("counter.db-wal").exists()
    assert [file.name for file in site.folders.logs.iterdir() if file.name.startswith("crash")] == []
