"""What the machine does to a clerk in the middle of an intake: told in words, nothing lost, and gone on from there."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from cgcounter.app import places
from cgcounter.app.opening import Office, keys_of
from cgcounter.documents.fonts import FontFamily, first_typeface, packaged_family
from cgcounter.documents.raster import page_pictures
from cgcounter.domain.dossier import Status
from cgcounter.domain.forms import PaperSize
from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.services.settings import PaperContext, Settings
from cgcounter.storage.health import examine, is_sound
from tests.documents.reading import scanned
from tests.faults import processes
from tests.faults.intake_hands import CITIZEN, FIRST_CODE, begin, papers, received
from tests.faults.real_window import RealWindow

OpenWindow = Callable[..., RealWindow]

DISK_FULL = (
    "Đĩa hết chỗ, việc vừa làm chưa được lưu và chưa in gì. Dữ liệu trước đó còn nguyên. "
    "Xóa bớt tệp trên đĩa rồi làm lại."
)
DISK_FAILURE = (
    "Đọc hoặc ghi đĩa không được. Việc vừa làm chưa được lưu. "
    "Kiểm tra đĩa, sao lưu ngay rồi báo người quản trị."
)
FILE_LOCKED = (
    "Một chương trình khác đang giữ tệp dữ liệu. Việc vừa làm chưa được lưu. "
    "Đóng chương trình kia rồi làm lại."
)


def require_saved_once_and_printed(desk: RealWindow) -> None:
    """One dossier of this citizen, one receipt with its code, a sound file."""
    (line,) = received(desk)
    assert (line.code, line.name, line.receipt_printed) == (FIRST_CODE, CITIZEN.name, True)
    assert papers(desk) == [f"RECEIPT-{FIRST_CODE}.pdf"]
    require_sound(desk)


def require_sound(desk: RealWindow) -> None:
    """Doctor finds nothing wrong."""
    stored = keys_of(desk.folders).get()
    assert is_sound(examine(desk.folders.data_file, stored, now=desk.clock.now()))


@contextmanager
def no_room(desk: RealWindow) -> Iterator[None]:
    """The data file may not grow by a page, as on a full disk."""
    desk.ask(lambda office: _limit_pages(office, 1))  # SQLite sets it to what the file has now
    yield
    desk.ask(lambda office: _limit_pages(office, 1_000_000))


def _limit_pages(office: Office, most: int) -> None:
    with office.store.writer.lend() as connection:
        connection.execute(f"PRAGMA max_page_count = {most}")


def receive_until_refused(desk: RealWindow) -> list[str]:
    """Serve citizens while there is room in the pages that are there; what stands in the pane at the refusal."""
    for _ in range(40):
        typed = begin(desk)
        desk.hands.press("Ctrl+S")
        if desk.typed:
            return typed
    pytest.fail("the disk was never full")


def test_a_full_disk_keeps_what_is_typed_and_the_same_key_saves_later(open_window: OpenWindow) -> None:
    """The clerk reads the sentence, the pane stays as it was, and once there is room F9 saves and prints."""
    desk = open_window()
    desk.sign_in()
    with no_room(desk):
        typed = receive_until_refused(desk)
        before = received(desk)
        for key in ("Ctrl+S", "F9"):
            desk.hands.press(key)
            assert DISK_FULL in desk.words.splitlines()
            assert desk.typed == typed
        assert received(desk) == before
        assert papers(desk) == []
    desk.hands.press("F9")
    assert DISK_FULL not in desk.words
    code = f"000.12.30.H23-220310-{1001 + len(before)}"
    assert f"Đã lưu hồ sơ {code} của {CITIZEN.name}." in desk.words
    assert len(received(desk)) == len(before) + 1
    assert papers(desk) == [f"RECEIPT-{code}.pdf"]
    require_sound(desk)


@pytest.fixture
def writing_within() -> Iterator[Callable[[int], None]]:
    """Lets no file of this process grow beyond so many bytes; undone after the test."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size if size >= 0 else soft, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_the_system_refuses_keeps_what_is_typed(
    open_window: OpenWindow, writing_within: Callable[[int], None]
) -> None:
    """Where the disk takes no byte more it is said, reading goes on, and F9 saves when it takes them again."""
    desk = open_window()
    desk.sign_in()
    typed = begin(desk)
    writing_within(0)
    desk.hands.press("F9")
    assert DISK_FAILURE in desk.words.splitlines()
    assert desk.typed == typed
    desk.hands.press("F3")
    desk.hands.type_text("1006")
    assert "Tất cả hồ sơ, mới nhất trước" not in desk.words
    desk.hands.press("Esc", "F2")
    writing_within(-1)
    assert desk.typed == typed
    desk.hands.press("F9")
    require_saved_once_and_printed(desk)


def test_a_locked_file_keeps_what_is_typed(open_window: OpenWindow) -> None:
    """Another process holds a write transaction: the sentence comes after the wait, and F9 saves once it lets go."""
    desk = open_window()
    desk.sign_in()
    typed = begin(desk)
    with processes.held_by_another_process(desk.folders):
        desk.hands.press("F9")
        assert FILE_LOCKED in desk.words.splitlines()
        assert desk.typed == typed
        assert received(desk) == ()
    desk.hands.press("F9")
    require_saved_once_and_printed(desk)


def test_a_saved_dossier_whose_number_could_not_be_marked_is_told_as_saved(open_window: OpenWindow) -> None:
    """The pane is empty, so that nobody receives it twice; no receipt is printed until the clerk asks for it."""
    desk = open_window()
    desk.sign_in()
    marks = desk.folders.marks / "codes.txt"
    content = marks.read_bytes()
    marks.unlink()
    marks.mkdir()
    begin(desk)
    desk.hands.press("F9")
    assert (
        f"Hồ sơ {FIRST_CODE} đã lưu, nhưng số vừa cấp chưa ghi được vào nơi nhớ thứ hai, nên chưa in giấy hẹn. "
        "Đừng nhận lại hồ sơ này; kiểm tra đĩa, rồi mở hồ sơ và bấm F8 để in."
    ) in desk.words.splitlines()
    assert desk.typed == []
    assert papers(desk) == []
    marks.rmdir()
    marks.write_bytes(content)
    desk.hands.scan(FIRST_CODE)
    desk.hands.press("F8")
    require_saved_once_and_printed(desk)


def test_a_print_that_cannot_be_put_on_record_is_told_as_printed(open_window: OpenWindow) -> None:
    """The receipt lies in the folder and the clerk is told not to receive the dossier again."""
    desk = open_window()
    desk.sign_in()
    begin(desk)
    desk.hands.press("Ctrl+S")
    desk.hands.scan(FIRST_CODE)
    with processes.held_by_another_process(desk.folders):
        desk.hands.press("F8")
    assert (
        "Giấy hẹn đã in và hồ sơ đã lưu, nhưng máy chưa ghi lại được lần in này. "
        "Đưa giấy cho dân, đừng nhận lại hồ sơ; báo người quản trị kiểm tra đĩa."
    ) in desk.words.splitlines()
    assert papers(desk) == [f"RECEIPT-{FIRST_CODE}.pdf"]
    assert [line.status for line in received(desk)] == [Status.ACCEPTED]


# A print service without this queue, and after `mend` with it: what the program asks for is answered as CUPS does.
LPSTAT = """#!/bin/sh
case "$1" in
-r) echo "scheduler is running" ;;
*) test -e "{folder}/queue" || {{ echo "lpstat: Invalid destination name" >&2; exit 1; }} ;;
esac
"""
LP = """#!/bin/sh
cat > "{folder}/printed.pdf"
"""


@pytest.fixture
def print_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the commands of a print service; a file ``queue`` in it is the queue."""
    folder = tmp_path / "print-service"
    folder.mkdir()
    for name, script in (("lpstat", LPSTAT), ("lp", LP)):
        (folder / name).write_text(script.format(folder=folder))
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return folder


def test_a_missing_printer_undoes_nothing_and_the_receipt_comes_later(
    open_window: OpenWindow, print_service: Path
) -> None:
    """The dossier is received and shown as not printed; once the queue is there F8 on its card prints it."""
    desk = open_window(Settings(receipt=PaperContext("quay-1", PaperSize.A5)))
    desk.sign_in()
    begin(desk)
    desk.hands.press("F9")
    sentence = (
        "Máy in không nhận giấy này (không có máy in này). Hồ sơ đã lưu, không mất gì. "
        "Kiểm tra máy in rồi in lại: giấy hẹn vừa rồi bằng Ctrl+F8, hồ sơ đang mở bằng F8."
    )
    assert sentence in desk.words.splitlines()
    (line,) = received(desk)
    assert (line.code, line.status, line.receipt_printed) == (FIRST_CODE, Status.ACCEPTED, False)
    assert desk.window.findChildren(StatusLine)[0].unprinted_words == "Chưa in: 1  Alt+5"
    desk.hands.scan(FIRST_CODE)
    assert "Chưa in: bấm F8 để in" in desk.words
    desk.hands.press("F8")
    assert "Chưa in: bấm F8 để in" in desk.words
    (print_service / "queue").touch()
    desk.hands.press("F8")
    assert "Chưa in" not in desk.words
    assert f"Đã in: {FIRST_CODE}" in desk.words
    assert [line.receipt_printed for line in received(desk)] == [True]
    page = page_pictures((print_service / "printed.pdf").read_bytes(), 150)[0]
    image = Image.frombytes("RGB", (page.width, page.height), page.rgb)
    assert scanned(image) == [("Code 128", FIRST_CODE), ("QR Code", FIRST_CODE)]


def test_the_last_receipt_is_printed_again_from_the_intake_pane(
    open_window: OpenWindow, print_service: Path
) -> None:
    """Ctrl+F8, as the sentence says, with the next citizen's card in the pane already."""
    desk = open_window(Settings(receipt=PaperContext("quay-1", PaperSize.A5)))
    desk.sign_in()
    begin(desk)
    desk.hands.press("F9")
    typed = begin(desk)
    (print_service / "queue").touch()
    desk.hands.press("Ctrl+F8")
    assert [line.receipt_printed for line in received(desk)] == [True]
    assert (print_service / "printed.pdf").stat().st_size > 0
    assert desk.typed == typed


def test_without_a_print_service_at_all_the_dossier_is_received(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without the printing commands says so; nothing else is different."""
    desk = open_window(Settings(receipt=PaperContext("quay-1", PaperSize.A5)))
    desk.sign_in()
    begin(desk)
    monkeypatch.setenv("PATH", str(tmp_path))
    desk.hands.press("F9")
    assert "Máy in không nhận giấy này (máy thiếu chương trình in)." in desk.words
    assert [line.receipt_printed for line in received(desk)] == [False]


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[FontFamily]]:
    """The families that this machine has: none, until the test puts one back."""
    installed: list[FontFamily] = []
    monkeypatch.setattr(
        "cgcounter.documents.pdf_forms.first_typeface", lambda _families: first_typeface(installed)
    )
    yield installed
    installed.clear()


def test_a_missing_font_undoes_nothing_and_the_receipt_comes_later(
    open_window: OpenWindow, fonts: list[FontFamily]
) -> None:
    """No font with every Vietnamese letter: received, not printed; with one installed F8 prints."""
    desk = open_window()
    desk.sign_in()
    begin(desk)
    desk.hands.press("F9")
    assert (
        "Máy không có phông chữ đủ tiếng Việt để in. Dữ liệu đã lưu vẫn còn nguyên. "
        "Cài lại chương trình hoặc cài phông Liberation Serif 2."
    ) in desk.words.splitlines()
    assert [(line.code, line.receipt_printed) for line in received(desk)] == [(FIRST_CODE, False)]
    assert papers(desk) == []
    fonts.append(packaged_family(places.resources() / "fonts"))
    desk.hands.scan(FIRST_CODE)
    desk.hands.press("F8")
    require_saved_once_and_printed(desk)
