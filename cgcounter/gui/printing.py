"""Where finished PDFs go: a CUPS queue, a Windows printer, or a folder.

What goes wrong is a `PrinterError` whose field ``reason`` is one of `Reason`; then nothing was printed.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from errno import EDQUOT, ENOSPC
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform

from cgcounter.domain.forms import PaperSize
from cgcounter.services.ports import PagePicture, PrinterError

if TYPE_CHECKING:  # QtPrintSupport needs a library of CUPS, which only who prints through Qt must have
    from PySide6.QtPrintSupport import QPrinter

_ANSWER_SECONDS: Final = 20
_RASTER_DPI: Final = 300
_LONGEST_NAME: Final = 120
_MEDIA: Final = {PaperSize.A5: "A5", PaperSize.A4: "A4", PaperSize.A4_TWO_UP: "A4"}

RasterPages = Callable[[bytes, int], Iterable[PagePicture]]


class Reason(StrEnum):
    """Why a paper was not printed."""

    COMMAND_MISSING = "print_command_missing"
    SERVICE_DOWN = "print_service_down"
    NO_ANSWER = "printer_does_not_answer"
    NO_SUCH_PRINTER = "no_such_printer"
    STOPPED = "printer_stopped"
    NOT_ACCEPTING = "printer_not_accepting"
    NO_SUCH_PAPER = "printer_lacks_paper_size"
    REFUSED = "printer_refused"
    FOLDER = "folder_not_writable"
    DISK_FULL = "disk_full"


def printers_available(server: str | None = None) -> tuple[str, ...]:
    """The names of this machine's printers; none where printing is not set up. Not for the GUI thread."""
    if sys.platform == "win32":
        from PySide6.QtPrintSupport import QPrinterInfo

        return tuple(QPrinterInfo.availablePrinterNames())
    try:
        listed = _Cups(server).answer("lpstat", "-a").stdout
    except PrinterError:
        return ()
    # An indented line is the reason why the queue before it accepts nothing.
    return tuple(line.split()[0] for line in listed.splitlines() if line and not line[0].isspace())


class CupsPrinter:
    """A queue of the system's print service, which gets the PDF as it is."""

    def __init__(self, queue: str, server: str | None = None, *, copies: int = 1) -> None:
        """`server` is host:port or a socket's path; the system's own by default."""
        self._queue = queue
        self._cups = _Cups(server)
        self._copies = copies

    @property
    def name(self) -> str:
        return self._queue

    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:
        """Hand the PDF to the queue, at its true size; raises PrinterError."""
        self._check_queue()
        options = [f"media={_MEDIA[size]}", "print-scaling=none"]
        answer = self._cups.answer(
            "lp",
            *("-d", self._queue, "-n", str(self._copies), "-t", title),
            *(word for option in options for word in ("-o", option)),
            "-",
            given=pdf,
        )
        if answer.returncode != 0:
            raise self._error(Reason.REFUSED)

    def _check_queue(self) -> None:
        """The command takes jobs for a stopped printer and would tell a clerk that all is well."""
        if "scheduler is running" not in self._cups.answer("lpstat", "-r").stdout:
            raise self._error(Reason.SERVICE_DOWN)
        state = self._cups.answer("lpstat", "-p", self._queue, "-a", self._queue)
        if state.returncode != 0:
            raise self._error(Reason.NO_SUCH_PRINTER)
        if " disabled since " in state.stdout:
            raise self._error(Reason.STOPPED)
        if " not accepting requests " in state.stdout:
            raise self._error(Reason.NOT_ACCEPTING)

    def _error(self, reason: Reason) -> PrinterError:
        return PrinterError(reason=reason, printer=self._queue)


class _Cups:
    """The commands of the print service, asked in English."""

    def __init__(self, server: str | None) -> None:
        self._environment = os.environ | {"LC_ALL": "C"} | ({"CUPS_SERVER": server} if server else {})

    def answer(
        self, command: str, *arguments: str, given: bytes | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command; raises PrinterError when it is not there or hangs."""
        try:
            done = subprocess.run(
                [command, *arguments],
                input=given or b"",
                capture_output=True,
                timeout=_ANSWER_SECONDS,
                check=False,
                env=self._environment,
            )
        except FileNotFoundError as error:
            raise PrinterError(reason=Reason.COMMAND_MISSING) from error
        except subprocess.TimeoutExpired as error:
            raise PrinterError(reason=Reason.NO_ANSWER) from error
        out, err = (stream.decode(errors="replace") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)


class WindowsPrinter:
    """A printer of Windows, which is given the pages as pictures: what was shown is what is printed."""

    def __init__(self, name: str, raster: RasterPages) -> None:
        self._name = name
        self._raster = raster

    @property
    def name(self) -> str:
        return self._name

    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:
        """Print the pages at their true size; raises PrinterError."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise PrinterError(reason=Reason.NO_SUCH_PRINTER, printer=self._name)
        sizes = {each.id() for each in info.supportedPageSizes()}
        # A driver without the sheet would scale the page or leave it in a corner, and no code could be read.
        if sizes and _sheet(size).id() not in sizes:
            raise PrinterError(reason=Reason.NO_SUCH_PAPER, printer=self._name)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        paint_pages(printer, self._raster(pdf, _RASTER_DPI), size)


def paint_pages(printer: "QPrinter", pages: Iterable[PagePicture], size: PaperSize) -> None:
    """Paint pictures of 300 dots an inch onto the sheets of a printer, dot for dot; raises PrinterError.

    The sheets lie as the first page does: books and lists across.
    """
    pictures = iter(pages)
    first = next(pictures, None)
    if first is None:
        return
    printer.setResolution(_RASTER_DPI)
    printer.setPageSize(_sheet(size))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if first.width > first.height else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)  # the PDF has margins of its own
    painter = QPainter()
    taken = painter.begin(printer)
    scale = printer.resolution() / _RASTER_DPI  # 1 unless the driver has no 300 dpi
    for number, page in enumerate(chain((first,), pictures)):
        if not (taken and (number == 0 or printer.newPage())):
            taken = False
            break
        painter.setTransform(QTransform.fromScale(scale, scale))
        painter.drawImage(0, 0, _image(page))
    if not (taken and painter.end()):
        raise PrinterError(reason=Reason.REFUSED, printer=printer.printerName())


def _sheet(size: PaperSize) -> QPageSize:
    return QPageSize(QPageSize.PageSizeId.A5 if size is PaperSize.A5 else QPageSize.PageSizeId.A4)


def _image(page: PagePicture) -> QImage:
    return QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)


class FolderPrinter:
    """A folder that collects papers as files, where there is no printer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def name(self) -> str:
        return self._folder.name

    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:  # noqa: ARG002  a file is of any size
        """Write the PDF as <title>.pdf, or <title> (2).pdf where that exists; raises PrinterError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for file in _free_names(self._folder, title):
                if _write_new(file, pdf):
                    return
        except OSError as error:
            full = error.errno in (ENOSPC, EDQUOT)
            reason = Reason.DISK_FULL if full else Reason.FOLDER
            raise PrinterError(reason=reason, printer=self.name) from error


def _free_names(folder: Path, title: str) -> Iterator[Path]:
    name = re.sub(r"[^\w.-]+", "_", title)[:_LONGEST_NAME]
    yield folder / f"{name}.pdf"
    for number in count(2):
        yield folder / f"{name} ({number}).pdf"


def _write_new(file: Path, pdf: bytes) -> bool:
    """Write a file that appears whole or not at all; False when the name is taken."""
    part = file.with_name(f".{file.name}.part")
    try:
        # Whoever holds the part holds the name: two papers of one title never meet in one file.
        stream = part.open("xb")
    except FileExistsError:
        return False
    with stream:
        taken = file.exists()
        try:
            if not taken:
                stream.write(pdf)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            _remove(part)
            raise
    if taken:
        _remove(part)
        return False
    part.rename(file)
    _make_durable(file.parent)
    return True


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink()


def _make_durable(folder: Path) -> None:
    """A name is on the disk only when its folder is; Windows does this by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
