"""Forms whose bytes name their facts, so that equal facts give equal bytes."""

from __future__ import annotations

import hashlib

from cgcounter.domain.forms import FormFacts, FormKey, RegisterFacts
from cgcounter.services.ports import Progress, untold


class FakeForms:
    """Keeps every set of facts it was asked to render."""

    def __init__(self) -> None:
        self.rendered: list[FormFacts] = []
        self.template_versions: dict[FormKey, int] = {}

    def render(self, facts: FormFacts, progress: Progress = untold) -> bytes:
        if isinstance(facts, RegisterFacts):
            progress(len(facts.dossiers), len(facts.dossiers))
        self.rendered.append(facts)
        return b"%PDF-" + hashlib.sha256(repr(facts).encode()).digest()

    def template_version(self, form: FormKey) -> int:
        return self.template_versions.get(form, 1)
