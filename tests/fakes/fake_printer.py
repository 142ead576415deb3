"""Printers that keep what they were sent, and can be told to fail."""

from __future__ import annotations

from typing import NamedTuple

from cgcounter.domain.forms import FormKey, PaperSize
from cgcounter.services.ports import PrinterError


class Job(NamedTuple):
    """One thing that came out."""

    pdf: bytes
    title: str
    size: PaperSize


class FakePrinter:
    """Takes PDFs until ``fails_with`` names the machine's answer."""

    def __init__(self, name: str = "Máy in thử") -> None:
        self.jobs: list[Job] = []
        self.fails_with = ""
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:
        if not pdf.startswith(b"%PDF-"):
            raise ValueError("not a PDF")
        if self.fails_with:
            raise PrinterError(reason=self.fails_with)
        self.jobs.append(Job(pdf, title, size))


class FakePrinters:
    """One printer for every form that has none of its own; receipts on A5, the rest on A4."""

    def __init__(self, printer: FakePrinter | None = None) -> None:
        self.printer = printer or FakePrinter()
        self.for_forms: dict[FormKey, FakePrinter] = {}
        self.named: dict[str, FakePrinter] = {}

    def printer_for(self, form: FormKey) -> FakePrinter:
        return self.for_forms.get(form, self.printer)

    def printer_named(self, name: str) -> FakePrinter:
        return self.named.get(name, self.printer)

    def size_for(self, form: FormKey) -> PaperSize:
        return PaperSize.A5 if form is FormKey.RECEIPT else PaperSize.A4
