"""The names by which the window speaks of forms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.forms import FormKey


def form_name(form: str) -> str:
    """Such as "receipt"; a form of a newer version is told by its key."""
    translate = QCoreApplication.translate
    names = {
        FormKey.RECEIPT: translate("FormName", "receipt"),
        FormKey.SUPPLEMENT: translate("FormName", "supplement request"),
        FormKey.REFUSAL: translate("FormName", "refusal"),
        FormKey.APOLOGY: translate("FormName", "apology"),
        FormKey.STOP_NOTICE: translate("FormName", "stop notice"),
        FormKey.CONTROL_SLIP: translate("FormName", "control slip"),
        FormKey.PAYMENT_SLIP: translate("FormName", "payment slip"),
        FormKey.HANDOVER_SLIP: translate("FormName", "hand-over slip"),
    }
    return names.get(FormKey(form), form) if form in FormKey.__members__.values() else form
