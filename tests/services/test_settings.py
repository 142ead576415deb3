"""The settings of this machine: where each form goes."""

import pytest

from cgcounter.domain.forms import FormKey, PaperSize
from cgcounter.services.settings import PaperContext, Settings


def test_a_new_machine_speaks_vietnamese_and_prints_to_files() -> None:
    """Vietnamese by default whatever the system says; receipts on A5, the log on A4, no printer chosen."""
    settings = Settings()
    assert settings.language == "vi"
    assert settings.context(FormKey.RECEIPT) == PaperContext("", PaperSize.A5)
    assert settings.context(FormKey.DAILY_LOG) == PaperContext("", PaperSize.A4)


@pytest.mark.parametrize("form", [FormKey.RECEIPT, FormKey.DAILY_LOG])
def test_each_form_goes_its_own_way(form: FormKey) -> None:
    """Receipts and logs may have different printers."""
    queues = {
        FormKey.RECEIPT: PaperContext("HP", PaperSize.A4_TWO_UP),
        FormKey.DAILY_LOG: PaperContext("Kyocera"),
    }
    settings = Settings(receipt=queues[FormKey.RECEIPT], daily_log=queues[FormKey.DAILY_LOG])
    assert settings.context(form) == queues[form]
