"""A form of a dossier that somebody wants on paper."""

from __future__ import annotations

from typing import NamedTuple

from cgcounter.domain.forms import FormKey
from cgcounter.domain.particulars import DossierId


class Paper(NamedTuple):
    """Which form of which dossier."""

    dossier: DossierId
    form: FormKey
