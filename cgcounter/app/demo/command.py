"""The command `demo`: the window on the demo office, or one working day played off screen."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cgcounter.app import places
from cgcounter.app.qt_libraries import require_qt
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.services.settings import Settings

if TYPE_CHECKING:
    from cgcounter.app.program import Program

DEFAULT_FOLDER: Final = Path("demo-day")
MARKER: Final = "made-by-cgcounter-demo.txt"


class FolderTakenError(EnvironmentProblemError):
    """The folder for the demo day holds something that the demo has not made."""

    code = "folder_taken"


def run_demo(headless: Path | None) -> int:
    """Open the demo office in a window; where there is no display, or a folder is named, play the day there."""
    from cgcounter.app.window import has_display

    off_screen = os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}
    if headless is None and has_display() and not off_screen:
        require_qt()
        return _show_window()
    folder = headless or DEFAULT_FOLDER
    if headless is None:
        sys.stdout.write("Không có màn hình: chạy ngày làm việc mẫu ngoài màn hình.\n")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    require_qt()
    from cgcounter.app.demo.headless import play_headless

    take_folder(folder)
    play_headless(folder)
    sys.stdout.write(f"Giấy tờ (PDF), ảnh màn hình (PNG) và day.json của ngày mẫu nằm ở {folder.resolve()}\n")
    return 0


def take_folder(folder: Path) -> None:
    """An empty folder of our own; what an earlier demo left there goes.

    Raises FolderTakenError, and FolderUnusableError where no such folder can be made.
    """
    try:
        if folder.exists() and not _may_be_cleared(folder):
            raise FolderTakenError(folder=str(folder))
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        (folder / MARKER).write_text("The demo may delete this folder.\n", encoding="utf-8")
    except OSError as error:
        raise places.FolderUnusableError(folder=str(folder)) from error


def _may_be_cleared(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).exists() or not any(folder.iterdir()))


def _show_window() -> int:
    from cgcounter.app.demo.making import make_demo_office, morning_of_the_first_day
    from cgcounter.app.program import start_program
    from cgcounter.app.window import make_application

    application = make_application()
    clock = morning_of_the_first_day()
    with tempfile.TemporaryDirectory(prefix="cgcounter-demo-") as home:
        folders = places.Folders.under(Path(home), uses_keyring=False)
        make_demo_office(folders, clock)
        program: Program = start_program(folders, Settings(), clock)
        program.window.setWindowTitle("cgcounter – bộ phận một cửa mẫu, 10/03/2022")
        return application.exec()
