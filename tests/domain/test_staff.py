"""Who may, and who signs (facts 2.2)."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.domain.staff import (
    Actor,
    Role,
    RoleMissingError,
    StaffId,
    StaffMember,
    head_name,
    require_role,
)

HEAD = StaffMember(StaffId(UUID(int=1)), "Nguyễn Văn Thử", (Role.HEAD,), "")
CLERK = StaffMember(StaffId(UUID(int=2)), "Đỗ Thị Thử", (Role.CLERK,), "")


def test_the_head_signs_for_the_office() -> None:
    """2.2: the chairman, or whoever is entered as head now; nobody where there is none."""
    successor = replace(HEAD, name="Lê Văn Thử", roles=(Role.CLERK, Role.HEAD))
    assert head_name((CLERK, HEAD)) == "Nguyễn Văn Thử"
    assert head_name((CLERK, replace(HEAD, active=False), successor)) == "Lê Văn Thử"
    assert head_name((CLERK, replace(HEAD, active=False))) == ""


def test_one_role_of_those_asked_for_is_enough() -> None:
    """One person may hold several roles; whoever holds none of them is told which are asked for."""
    actor = Actor(CLERK.id, CLERK.name, (Role.CLERK, Role.PROCESSOR), "xa-cao-an")
    require_role(actor, frozenset({Role.PROCESSOR, Role.HEAD}))
    with pytest.raises(RoleMissingError) as refused:
        require_role(actor, frozenset({Role.SUPERVISOR, Role.HEAD}))
    assert refused.value.fields == {"roles": "head, supervisor"}
