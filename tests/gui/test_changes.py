"""Tests of the change notice."""

from pytestqt.qtbot import QtBot

from cgcounter.gui.changes import Change, ChangeNotice, Topic


def test_an_announcement_carries_topics_and_initiator(qtbot: QtBot) -> None:
    """Who listens gets one frozen value: what changed, and by whom."""
    notice = ChangeNotice()
    heard: list[Change] = []
    notice.changed.connect(heard.append)
    intake = object()

    notice.announce(Topic.DOSSIERS, Topic.PRINTING, initiator=intake)

    assert heard == [Change(frozenset({Topic.DOSSIERS, Topic.PRINTING}), intake)]


def test_a_change_concerns_who_shows_its_topic() -> None:
    """A screen reads again what it shows, and nothing else."""
    change = Change(frozenset({Topic.STAFF}))

    assert change.concerns(Topic.STAFF, reader=object())
    assert not change.concerns(Topic.CATALOGUE, reader=object())


def test_who_made_a_change_does_not_read_it_again() -> None:
    """The initiator already shows what it did."""
    presenter = object()

    assert not Change(frozenset({Topic.DOSSIERS}), presenter).concerns(Topic.DOSSIERS, presenter)
