"""The counter in memory with paper: forms, their pictures and a printer; for the tests that see pages."""

from __future__ import annotations

from pathlib import Path
from threading import Event as Gate

from msgspec.structs import replace

from cgcounter.domain.forms import FormFacts
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import StaffMember
from cgcounter.services.ports import PagePicture, Progress, untold
from cgcounter.services.print_form import PrintForm, ShowPages
from cgcounter.services.show_daily_log import ShowDailyLog
from cgcounter.services.use_cases import Books, UseCases
from tests.fakes.fake_forms import FakeForms
from tests.fakes.fake_pins import FakePins
from tests.fakes.fake_printer import FakePrinters
from tests.gui.counter_office import CLERK, CLERK_AND_PROCESSOR, MORNING, SUPERVISOR, CounterOffice
from tests.services.desk import FORM_SETS

OFFICE = Office(
    unit_key="xa-cao-an",
    authority="ỦY BAN NHÂN DÂN XÃ CAO AN",
    office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    place="Cao An",
    agency_code="000.12.30.H23",
)


class HeldForms(FakeForms):
    """Forms that take until `ready` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = Gate()
        self.ready.set()

    def render(self, facts: FormFacts, progress: Progress = untold) -> bytes:
        self.ready.wait(10)
        return super().render(facts, progress)


class StripedRaster:
    """Pages of A4 in stripes, as many as the test says."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.pages_a_document = 1

    def pages(self, pdf: bytes, *, dpi: int, most: int | None = None) -> tuple[PagePicture, ...]:
        if not pdf.startswith(b"%PDF-"):
            raise ValueError("not a PDF")
        self.asked.append(dpi)
        return tuple(striped_page(dpi, number) for number in range(self.pages_a_document))[:most]


def striped_page(dpi: int, number: int = 0) -> PagePicture:
    """An A4 page whose every row of pixels runs through the colours from another start."""
    width, height = round(8.27 * dpi), round(11.69 * dpi)
    row = bytes((7 * at + 31 * number) % 256 for at in range(3 * (width + height)))
    return PagePicture(width, height, b"".join(row[3 * y : 3 * (y + width)] for y in range(height)))


class SmallOffice(CounterOffice):
    """An office of three, with the PINs 1111, 2222 and 3333 in the order of their digits."""

    def __init__(self, resources: Path) -> None:
        self.forms, self.printers, self.raster = HeldForms(), FakePrinters(), StripedRaster()
        super().__init__(resources)
        with self.store.begin() as unit:
            unit.reference.put_office(OFFICE, Counter(1), at=MORNING)
            unit.commit()
        self.employ(
            with_pin(CLERK, "1111"), with_pin(CLERK_AND_PROCESSOR, "2222"), with_pin(SUPERVISOR, "3333")
        )

    def employ(self, *staff: StaffMember) -> None:
        """These people and nobody else."""
        with self.store.begin() as unit:
            unit.reference.put_staff(staff, at=MORNING)
            unit.commit()

    def staff(self) -> tuple[StaffMember, ...]:
        """Everyone employed."""
        with self.store.look() as reading:
            return reading.reference.staff()

    def printed(self) -> list[str]:
        """The titles of what came out of the printer."""
        return [job.title for job in self.printers.printer.jobs]

    def _cases(self) -> UseCases:
        return (
            super()
            ._cases()
            ._replace(
                print_form=PrintForm(self._workplace, self.forms, self.printers, FORM_SETS),
                show_pages=ShowPages(self.raster),
                show_daily_log=ShowDailyLog(self._workplace, self.forms, self.printers),
                books=Books.at(self._workplace, self.forms, self.printers, FORM_SETS),
            )
        )


def with_pin(member: StaffMember, pin: str) -> StaffMember:
    """The same person, able to sign in."""
    return replace(member, pin_hash=FakePins().hash(pin))
