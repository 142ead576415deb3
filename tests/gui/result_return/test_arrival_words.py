"""The card tells how a dossier came in where that is out of the common."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
import pytest
from PySide6.QtCore import QObject

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import line_of
from cgcounter.domain.fold import fold
from cgcounter.domain.particulars import Channel, LateEntry, LateEntryKind, OnlineLevel, Override
from cgcounter.domain.staff import StaffId
from cgcounter.gui.result_return.arrival_words import ArrivalWords
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life


def a_dossier(**changes: Any) -> Dossier:
    """A received dossier."""
    return msgspec.structs.replace(fold([Life(FakeIds()).received()]), **changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        ({"channel": Channel.POST}, "by post"),
        ({"channel": Channel.MOBILE}, "at a mobile reception"),
        ({"channel": Channel.ONLINE}, "online"),
        (
            {"channel": Channel.ONLINE, "online_level": OnlineLevel.LEVEL_3, "assisted": True},
            "online, level 3, with the counter's help",
        ),
        (
            {"late_entry": LateEntry(LateEntryKind.HAND_WRITTEN, THURSDAY_MORNING, "mất điện", "17")},
            "entered 08:15 10/03/2022, receipt 17: mất điện",
        ),
        ({"override": Override("đã hẹn", StaffId(UUID(int=2)))}, "received out of force: đã hẹn"),
    ],
)
def test_what_is_out_of_the_common_is_told(qapp: object, changes: dict[str, Any], expected: str) -> None:
    """And nothing of a dossier that was handed in like most."""
    assert ArrivalWords(QObject()).tell(a_dossier(**changes)) == expected


def test_those_handed_in_together_are_named(qapp: object) -> None:
    """By their codes, by which they are found."""
    others = [line_of(fold([Life(FakeIds(), serial).received()])) for serial in (1002, 1003)]
    words = ArrivalWords(QObject()).tell(a_dossier(), others)
    assert words == "together with H23.99-220310-1002, H23.99-220310-1003"
