"""What is read for a card, and what its fields mean to the use cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.particulars import DossierId, ReceiverRole
from cgcounter.domain.staff import StaffId
from cgcounter.gui.result_return.authorised_part import Collector
from cgcounter.gui.result_return.correction_part import Corrected
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.return_result import Receiver
from cgcounter.services.use_cases import UseCases


class Reading(NamedTuple):
    """A dossier, and the names of the people in its history."""

    dossier: Dossier
    names: Mapping[StaffId, str]


def read_dossier(cases: UseCases, dossier: DossierId) -> Reading:
    """Read both in one go, on the database lane."""
    return Reading(cases.open_dossier(dossier), {one.id: one.name for one in cases.sign_in.names()})


def receiver_of(collector: Collector) -> Receiver:
    """The authorised person as the receiver of a result."""
    return Receiver(
        role=ReceiverRole.AUTHORISED,
        name=collector.name,
        personal_id=collector.personal_id,
        relation=collector.relation,
    )


def correction_of(corrected: Corrected, before: Dossier) -> Correction:
    """Only what differs is corrected."""
    applicant = replace(
        before.applicant, name=corrected.name, phone=corrected.phone, address=corrected.address
    )
    return Correction(
        reason=corrected.reason,
        applicant=applicant if applicant != before.applicant else None,
        note=corrected.note if corrected.note != before.note else None,
    )
