"""Tests of how a dossier is said to stand."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.app.reference_files import read_messages
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.holding import Task
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.standing import standing
from cgcounter.gui.theme import Tone

HANOI = timezone(timedelta(hours=7))
NOON = datetime(2022, 3, 10, 12, 0, tzinfo=HANOI)
YESTERDAY, EVENING, TOMORROW = NOON - timedelta(days=1), NOON.replace(hour=17), NOON + timedelta(days=1)


def a_line(status: Status, due_at: datetime | None, released_at: datetime | None = None) -> DossierLine:
    """A row in which only state and times matter."""
    return DossierLine(
        id=DossierId(UUID(int=1)),
        code="000.12.30.H23-220301-1001",
        status=status,
        procedure_code="1.004884",
        procedure_name="Đăng ký lại khai sinh",
        field="Hộ tịch",
        name="Đỗ Đình Đức",
        personal_id="",
        phone="",
        address="",
        received_at=YESTERDAY,
        received_by=None,
        due_at=due_at,
        released_at=released_at,
        returned_at=None,
        fee_dong=0,
        receipt_printed=True,
        same_day=False,
    )


@pytest.mark.parametrize(
    ("status", "due_at", "released_at", "tone", "word"),
    [
        (Status.IN_PROGRESS, YESTERDAY, None, Tone.ALARM, "Overdue"),
        (Status.ACCEPTED, EVENING, None, Tone.CAUTION, "Due today"),
        (Status.ACCEPTED, TOMORROW, None, Tone.FINE, "Đã tiếp nhận"),
        (Status.IN_PROGRESS, None, None, Tone.FINE, "Đang xử lý"),
        (Status.RESULT_READY, YESTERDAY, YESTERDAY, Tone.FINE, "Đã có kết quả"),
        (Status.RETURNED, YESTERDAY, YESTERDAY, Tone.PLAIN, "Đã trả kết quả"),
        (Status.REFUSED, None, None, Tone.PLAIN, "Đã từ chối"),
    ],
)
def test_who_waits_for_what(  # noqa: PLR0917  the columns of the table above
    resources: Path,
    status: Status,
    due_at: datetime | None,
    released_at: datetime | None,
    tone: Tone,
    word: str,
) -> None:
    """Only what is still owed is overdue or due today; a result that waits to be fetched is never late (3.5)."""
    said = standing(a_line(status, due_at, released_at), NOON, read_messages(resources, "vi"))

    assert (said.tone, said.word) == (tone, word)


@pytest.mark.parametrize(
    ("status", "task", "word"),
    [
        (Status.AWAITING_SUPPLEMENT, Task.AWAIT_SUPPLEMENT, "Chờ bổ sung"),
        (Status.AWAITING_PAYMENT, Task.AWAIT_PAYMENT, "Chờ nghĩa vụ tài chính"),
        (Status.IN_PROGRESS, Task.AWAIT_VERIFICATION, "Tạm dừng"),
    ],
)
def test_what_waits_for_somebody_else_is_not_late(
    resources: Path, status: Status, task: Task, word: str
) -> None:
    """While the clock stands still the due time of before alarms nobody (3.5)."""
    line = replace(a_line(status, YESTERDAY), task=task)

    assert standing(line, NOON, read_messages(resources, "vi")) == (Tone.PLAIN, word)
