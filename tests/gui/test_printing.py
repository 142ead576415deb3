"""Tests of printing: a real print service of our own, Qt's printer painting a real PDF, and a folder."""

import errno
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # its wheel carries no types
from PySide6.QtPrintSupport import QPrinter

from cgcounter.domain.forms import PaperSize
from cgcounter.gui.printing import (
    CupsPrinter,
    FolderPrinter,
    WindowsPrinter,
    paint_pages,
    printers_available,
)
from cgcounter.services.ports import PagePicture, Printer, PrinterError

PDF = b"%PDF-1.4\n% not a page, but every byte of it has to arrive: \xc4\x90\xe1\xbb\x97\n%%EOF\n"

CUPSD_CONF = """
Listen {folder}/cups.sock
LogLevel debug
Browsing Off
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess default
JobPrivateValues default
SubscriptionPrivateAccess default
SubscriptionPrivateValues default
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

CUPS_FILES_CONF = """
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/spool/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
SystemGroup lpadmin
User lp
Group lp
"""


class PrintService:
    """A CUPS of our own, with a queue `counter` whose network printer is a socket of this test."""

    def __init__(self, folder: Path) -> None:
        self.server = str(folder / "cups.sock")
        self.log = folder / "error_log"
        self._device = socket.create_server(("127.0.0.1", 0))
        self._device.settimeout(30)
        self._daemon = subprocess.Popen(
            ["cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def start(self) -> None:
        """Wait until it listens, and make its queue."""
        until = time.monotonic() + 30
        while not Path(self.server).exists():
            assert self._daemon.poll() is None, "cupsd did not start: " + self.log.read_text()
            assert time.monotonic() < until, "cupsd does not listen"
            time.sleep(0.01)
        port = self._device.getsockname()[1]
        device = f"socket://127.0.0.1:{port}/?waiteof=false&snmp=false"
        self.command("lpadmin", "-p", "counter", "-E", "-v", device, "-m", "raw")

    def command(self, *words: str) -> None:
        subprocess.run(words, check=True, capture_output=True, env=os.environ | {"CUPS_SERVER": self.server})

    def arrived(self) -> bytes:
        """What the printer at the other end of the wire has been sent."""
        connection, _ = self._device.accept()
        with connection:
            connection.settimeout(30)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def stop(self) -> None:
        self._daemon.terminate()
        self._daemon.wait(30)
        self._device.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the print service keeps everything: a path short enough for a socket, and open to its user."""
    folder = Path(tempfile.mkdtemp(prefix="cgc-cups-"))
    folder.chmod(0o755)
    for name in ("root", "spool/tmp", "cache", "run"):
        (folder / name).mkdir(parents=True)
    (folder / "cupsd.conf").write_text(CUPSD_CONF.format(folder=folder))
    (folder / "cups-files.conf").write_text(CUPS_FILES_CONF.format(folder=folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def service(folder: Path) -> Iterator[PrintService]:
    """The running print service; nothing of it is left after the test."""
    service = PrintService(folder)
    try:
        service.start()
        yield service
    finally:
        service.stop()


def reason_of(printer: Printer, size: PaperSize = PaperSize.A5) -> object:
    """Why a printer does not take a paper."""
    with pytest.raises(PrinterError) as caught:
        printer.send(PDF, title="RECEIPT-1", size=size)
    return caught.value.fields["reason"]


def test_cups_gets_every_byte(service: PrintService) -> None:
    """What the form is, the queue gets; nothing in between rewrites it."""
    CupsPrinter("counter", service.server).send(PDF, title="RECEIPT-1", size=PaperSize.A5)

    assert service.arrived() == PDF


@pytest.mark.parametrize(
    ("size", "media"), [(PaperSize.A5, "A5"), (PaperSize.A4, "A4"), (PaperSize.A4_TWO_UP, "A4")]
)
def test_cups_is_told_sheet_title_and_copies(service: PrintService, size: PaperSize, media: str) -> None:
    """The sheet of the form, at true size: a scaled bar code cannot be read."""
    CupsPrinter("counter", service.server, copies=2).send(PDF, title="RECEIPT-Đỗ 1", size=size)
    service.arrived()

    said = service.log.read_text()
    assert f"media={media} " in said
    assert "print-scaling=none" in said
    assert 'argv[3]="RECEIPT-Đỗ 1"' in said
    assert "copies=2" in said or 'argv[4]="2"' in said


def test_a_queue_that_is_not_there_is_named(service: PrintService) -> None:
    """A mistyped or removed printer is told apart from a broken one."""
    assert reason_of(CupsPrinter("nobody", service.server)) == "no_such_printer"


def test_a_stopped_printer_does_not_swallow_papers(service: PrintService) -> None:
    """CUPS would keep the job for later and say that all is well."""
    service.command("cupsdisable", "counter")

    assert reason_of(CupsPrinter("counter", service.server)) == "printer_stopped"

    service.command("cupsenable", "counter")
    CupsPrinter("counter", service.server).send(PDF, title="RECEIPT-1", size=PaperSize.A5)
    assert service.arrived() == PDF


def test_a_queue_that_accepts_nothing_says_so(service: PrintService) -> None:
    """An administrator closed it."""
    service.command("cupsreject", "counter")

    assert reason_of(CupsPrinter("counter", service.server)) == "printer_not_accepting"


def test_a_print_service_that_is_down_is_told(folder: Path) -> None:
    """Nobody listens."""
    assert reason_of(CupsPrinter("counter", str(folder / "cups.sock"))) == "print_service_down"
    assert printers_available(str(folder / "cups.sock")) == ()


def test_a_machine_without_print_commands_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """CUPS is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert reason_of(CupsPrinter("counter")) == "print_command_missing"
    assert printers_available() == ()


def test_a_print_service_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A dead network printer must not hold the lane for ever."""
    command = tmp_path / "lpstat"
    command.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("cgcounter.gui.printing._ANSWER_SECONDS", 0.1)

    assert reason_of(CupsPrinter("counter")) == "printer_does_not_answer"


def test_a_job_that_cups_refuses_is_told(service: PrintService) -> None:
    """For whatever reason of its own: here a limit on the number of copies."""
    assert reason_of(CupsPrinter("counter", service.server, copies=100_000)) == "printer_refused"


def test_the_printers_of_the_machine_are_listed(service: PrintService) -> None:
    """Those that accept nothing too, by name only."""
    service.command("lpadmin", "-p", "second", "-E", "-v", "socket://127.0.0.1:9", "-m", "raw")
    service.command("cupsreject", "-r", "hết giấy", "second")

    assert sorted(printers_available(service.server)) == ["counter", "second"]


def page(width: int, height: int, *marks: tuple[int, int]) -> PagePicture:
    """A white page with black squares of 30 dots at these places."""
    rows = [bytearray(b"\xff" * 3 * width) for _ in range(height)]
    for left, top in marks:
        for row in rows[top : top + 30]:
            row[3 * left : 3 * (left + 30)] = b"\x00" * 90
    return PagePicture(width, height, b"".join(rows))


def black_box(pdf: Path, number: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is black on a page, in dots at 300 an inch."""
    document = PdfDocument(pdf)
    picture = document[number].render(scale=300 / 72, grayscale=True).to_pil()
    document.close()
    box = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    return (int(box[0]), int(box[1]), int(box[2]), int(box[3]))


def test_pictures_come_out_of_qts_printer_in_their_place_and_size(qapp: object, tmp_path: Path) -> None:
    """An A5 sheet of 1748 by 2480 dots: the squares near its corners are where they were, dot for dot."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "a5.pdf"))

    paint_pages(
        printer, [page(1748, 2480, (60, 60), (1650, 2390)), page(1748, 2480, (800, 90))], PaperSize.A5
    )

    document = PdfDocument(tmp_path / "a5.pdf")
    sizes = [tuple(round(side) for side in document[number].get_size()) for number in (0, 1)]
    document.close()
    assert sizes == [(420, 595), (420, 595)]
    assert black_box(tmp_path / "a5.pdf", 0) == pytest.approx((60, 60, 1680, 2420), abs=1)
    assert black_box(tmp_path / "a5.pdf", 1) == pytest.approx((800, 90, 830, 120), abs=1)


def test_two_copies_on_one_sheet_lie_across_it(qapp: object, tmp_path: Path) -> None:
    """A4 two-up is a landscape page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "a4.pdf"))

    paint_pages(printer, [page(3508, 2480, (3400, 60))], PaperSize.A4_TWO_UP)

    document = PdfDocument(tmp_path / "a4.pdf")
    size = tuple(round(side) for side in document[0].get_size())
    document.close()
    assert size == (842, 595)
    assert black_box(tmp_path / "a4.pdf", 0) == pytest.approx((3400, 60, 3430, 90), abs=1)


def test_a_book_lies_across_its_sheets(qapp: object, tmp_path: Path) -> None:
    """Register, log and public list are drawn across A4: nothing of their right side is cut off."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "a4.pdf"))

    paint_pages(printer, iter([page(3508, 2480, (3400, 60)), page(3508, 2480, (60, 60))]), PaperSize.A4)

    assert black_box(tmp_path / "a4.pdf", 0) == pytest.approx((3400, 60, 3430, 90), abs=1)
    assert black_box(tmp_path / "a4.pdf", 1) == pytest.approx((60, 60, 90, 90), abs=1)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_page_that_cannot_be_painted_is_told(qapp: object, tmp_path: Path) -> None:
    """Qt says no more than that it could not begin."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))

    with pytest.raises(PrinterError) as caught:
        paint_pages(printer, [page(1748, 2480)], PaperSize.A5)

    assert caught.value.fields["reason"] == "printer_refused"


def test_a_windows_printer_that_is_not_there_is_named(qapp: object) -> None:
    """Before a single page is made into a picture."""
    printer = WindowsPrinter("No such printer", lambda _pdf, _dpi: pytest.fail("nothing to print on"))

    assert printer.name == "No such printer"
    assert reason_of(printer) == "no_such_printer"


def test_a_folder_collects_papers_by_title(tmp_path: Path) -> None:
    """The folder is made when the first paper comes; the file is the PDF, and no half of it lies about."""
    printer = FolderPrinter(tmp_path / "papers")

    printer.send(PDF, title="RECEIPT-000.00.24.H23-220310-1001", size=PaperSize.A5)

    assert printer.name == "papers"
    [file] = (tmp_path / "papers").iterdir()
    assert file.name == "RECEIPT-000.00.24.H23-220310-1001.pdf"
    assert file.read_bytes() == PDF


def test_a_folder_never_overwrites(tmp_path: Path) -> None:
    """A reprint gets the next number."""
    printer = FolderPrinter(tmp_path)

    for content in (b"first", b"second", b"third"):
        printer.send(content, title="RECEIPT-1", size=PaperSize.A5)

    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert written == {
        "RECEIPT-1.pdf": b"first",
        "RECEIPT-1 (2).pdf": b"second",
        "RECEIPT-1 (3).pdf": b"third",
    }


def test_a_title_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    """Nor be too long for a file system; Vietnamese letters stay."""
    printer = FolderPrinter(tmp_path / "papers")

    printer.send(PDF, title="../Sổ nhật ký: " + "x" * 300, size=PaperSize.A4)

    [file] = (tmp_path / "papers").iterdir()
    assert file.name.startswith(".._Sổ_nhật_ký_xxx")
    assert len(file.name) == 124


def test_a_name_that_another_printer_is_writing_is_left_to_it(tmp_path: Path) -> None:
    """Two papers of one title at the same moment become two files."""
    (tmp_path / ".RECEIPT-1.pdf.part").write_bytes(b"half")

    FolderPrinter(tmp_path).send(PDF, title="RECEIPT-1", size=PaperSize.A5)

    assert (tmp_path / "RECEIPT-1 (2).pdf").read_bytes() == PDF
    assert not (tmp_path / "RECEIPT-1.pdf").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Here a file stands in its place."""
    (tmp_path / "papers").write_bytes(b"")

    assert reason_of(FolderPrinter(tmp_path / "papers")) == "folder_not_writable"


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The half-written file is taken away, and the name is free for the next try."""
    real = os.fsync

    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    assert reason_of(FolderPrinter(tmp_path)) == "disk_full"
    assert list(tmp_path.iterdir()) == []

    monkeypatch.setattr(os, "fsync", real)
    FolderPrinter(tmp_path).send(PDF, title="RECEIPT-1", size=PaperSize.A5)
    assert [file.name for file in tmp_path.iterdir()] == ["RECEIPT-1.pdf"]
