"""What may be done with a dossier now, by whom, from where to where, and what is printed.

One table drives buttons, checks and help (facts: section 2.4). The fold applies what happened; this table decides
what may happen next.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.forms import FormKey
from cgcounter.domain.staff import Actor, Role, require_role


class Act(StrEnum):
    """Something a person of the office does with a dossier."""

    RECEIVE = "receive"
    REFUSE_INTAKE = "refuse_intake"
    START_PROCESSING = "start_processing"
    RECORD_RESULT = "record_result"
    RETURN_RESULT = "return_result"
    SERVE_AT_ONCE = "serve_at_once"
    CORRECT = "correct"
    REPRINT = "reprint"


class ActForbiddenError(RuleBrokenError):
    """The dossier's state does not allow this act; ``status`` and ``act`` say which."""

    code = "act_forbidden"


class NewerVersionError(RuleBrokenError):
    """A newer version of the program changed this dossier; here it can only be read."""

    code = "dossier_from_newer_version"


class Row(Struct, frozen=True):
    """One row: from which states an act leads where, who may do it, and the form it prints.

    ``sources`` holds None for an act that begins a dossier; ``target`` None leaves the state as it is.
    """

    act: Act
    sources: frozenset[Status | None]
    target: Status | None
    roles: frozenset[Role]
    form: FormKey | None = None
    same_day_only: bool = False


_COUNTER: Final = frozenset({Role.CLERK})
_DESK: Final = frozenset({Role.PROCESSOR})
_RECEIVED: Final[frozenset[Status | None]] = frozenset(
    {Status.ACCEPTED, Status.IN_PROGRESS, Status.RESULT_READY, Status.RETURNED}
)

LIFECYCLE: Final = (
    Row(Act.RECEIVE, frozenset({None}), Status.ACCEPTED, _COUNTER, FormKey.RECEIPT),
    Row(Act.REFUSE_INTAKE, frozenset({None}), Status.REFUSED, _COUNTER),
    Row(Act.START_PROCESSING, frozenset({Status.ACCEPTED}), Status.IN_PROGRESS, _COUNTER | _DESK),
    Row(Act.RECORD_RESULT, frozenset({Status.IN_PROGRESS}), Status.RESULT_READY, _DESK),
    Row(Act.RETURN_RESULT, frozenset({Status.RESULT_READY}), Status.RETURNED, _COUNTER),
    # Trả ngay (2.4): received, resulted and returned in one act at the counter.
    Row(Act.SERVE_AT_ONCE, frozenset({None, Status.ACCEPTED}), Status.RETURNED, _COUNTER, same_day_only=True),
    Row(Act.CORRECT, frozenset({Status.ACCEPTED, Status.IN_PROGRESS}), None, _COUNTER, FormKey.RECEIPT),
    Row(Act.REPRINT, _RECEIVED, None, _COUNTER | frozenset({Role.SUPERVISOR}), FormKey.RECEIPT),
)
_ROWS: Final = {row.act: row for row in LIFECYCLE}


def row_of(act: Act) -> Row:
    """The table's row for an act."""
    return _ROWS[act]


def acts_for(dossier: Dossier, actor: Actor) -> tuple[Act, ...]:
    """What this person may do with this dossier now, in the table's order; what buttons show."""
    return tuple(row.act for row in LIFECYCLE if _is_open_to(row, dossier) and actor.may(row.roles))


def _is_open_to(row: Row, dossier: Dossier) -> bool:
    if dossier.read_only and row.act is not Act.REPRINT:
        return False
    if row.same_day_only and not dossier.procedure.same_day:
        return False
    return dossier.status in row.sources


def require_start(act: Act, actor: Actor) -> None:
    """Raise RoleMissingError unless the actor may begin a dossier by this act."""
    row = _ROWS[act]
    require_role(actor, row.roles)
    if None not in row.sources:
        raise ActForbiddenError(act=act, status="-")


def require_act(act: Act, dossier: Dossier, actor: Actor) -> None:
    """Raise RoleMissingError, NewerVersionError or ActForbiddenError unless the actor may do this now."""
    row = _ROWS[act]
    require_role(actor, row.roles)
    if dossier.read_only and act is not Act.REPRINT:
        raise NewerVersionError
    if not _is_open_to(row, dossier):
        raise ActForbiddenError(act=act, status=dossier.status)
