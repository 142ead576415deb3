"""Starts that cannot go on: each says one sentence, in the window too, and ends with exit status 2."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import processes

OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
ALREADY_RUNNING = (
    "Một cửa sổ của chương trình đang mở trên dữ liệu này; cửa sổ đó đã được gọi lên trước. "
    "Làm việc tiếp ở cửa sổ đang mở."
)
DATA_IN_USE = (
    "Cửa sổ của chương trình đang mở trên dữ liệu này, nên chưa khôi phục. Chưa có gì thay đổi. "
    "Đóng cửa sổ đó rồi làm lại."
)
READ_ONLY = "Không ghi được vào thư mục dữ liệu. Việc vừa làm chưa được lưu. Kiểm tra quyền của thư mục."
SETTINGS = (
    "Tệp cài đặt settings.toml có nội dung chương trình không hiểu. "
    "Sửa hoặc xóa tệp này rồi mở lại; dữ liệu hồ sơ không bị ảnh hưởng."
)
# The superuser may write everywhere: the process gives up that one power.
AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override") if os.geteuid() == 0 else ()


def window_says(home: Path, *, before: tuple[str, ...] = ()) -> tuple[list[str], int, list[str]]:
    """The texts of the window, the exit status after it was closed, and what stderr says."""
    words = ("close", "--data", home)
    with processes.started(
        "tests/faults/window_reader.py", *words, more=OFF_SCREEN, before=before
    ) as process:
        out, err = process.communicate(timeout=processes.PATIENCE_SECONDS)
    complaints = [line for line in err.splitlines() if "This plugin does not support" not in line]
    return out.splitlines(), process.returncode, complaints


def test_the_window_opens_and_closes(home: Path) -> None:
    """What these tests look through shows a sound office's people, and ends with 0 and not a word."""
    texts, status, complaints = window_says(home)
    assert "&Ai đang ở quầy?" in texts
    assert (status, complaints) == (0, [])


@pytest.mark.parametrize("content", ["language = 3", "colour = 'red'", "[[[", "\x00"])
def test_settings_that_make_no_sense_are_told(home: Path, content: str) -> None:
    """The file is named and stays as it is, for the window as for a command."""
    file = home / "config" / "settings.toml"
    file.write_text(content)
    assert window_says(home) == ([SETTINGS], 2, [SETTINGS])
    done = processes.run_main("backup", "--data", home)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{SETTINGS}\n")
    assert file.read_text() == content


@pytest.fixture
def read_only_home(home: Path) -> Iterator[Path]:
    """An office whose folders may be read and not written."""
    folders = [folder for folder in (home, *home.rglob("*")) if folder.is_dir()]
    for folder in folders:
        folder.chmod(0o500)
    yield home
    for folder in folders:
        folder.chmod(0o700)


def test_a_read_only_folder_is_told(read_only_home: Path) -> None:
    """No lock, no log and no data file can be written: one sentence, and the file as it was."""
    file = read_only_home / "data" / "counter.db"
    before = file.read_bytes()
    assert window_says(read_only_home, before=AS_ANYBODY) == ([READ_ONLY], 2, [READ_ONLY])
    done = processes.run_main("backup", "--data", read_only_home, before=AS_ANYBODY)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{READ_ONLY}\n")
    assert file.read_bytes() == before


def test_folders_that_cannot_be_made_are_told(tmp_path: Path) -> None:
    """Below a read-only folder, and below a file, there is no room for a counter."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    plain = tmp_path / "plain"
    plain.touch()
    for parent in (locked, plain):
        sentence = (
            f"Không tạo được hoặc không ghi được vào thư mục {parent}/counter/data. Chưa có gì thay đổi. "
            "Kiểm tra đường dẫn và quyền của thư mục rồi mở lại."
        )
        assert window_says(parent / "counter", before=AS_ANYBODY) == ([sentence], 2, [sentence])


def test_a_second_start_calls_the_first_window_forward(home: Path) -> None:
    """It says so and ends with 2; the first, minimised meanwhile, is in front again and goes on."""
    words = ("wait", "--data", home)
    with processes.started("tests/faults/window_reader.py", *words, more=OFF_SCREEN) as first:
        assert first.stdout is not None
        assert "minimised\n" in iter(first.stdout.readline, "")
        second = processes.run_main("--data", home, more=OFF_SCREEN)
        assert (second.returncode, second.stdout, second.stderr) == (2, "", f"{ALREADY_RUNNING}\n")
        assert first.stdout.readline() == "raised\n"
        assert first.wait(processes.PATIENCE_SECONDS) == 0


def test_nothing_is_restored_under_an_open_window(home: Path) -> None:
    """What the window saves would go into a file that was set aside: the command refuses, and nothing is moved."""
    assert processes.run_main("backup", "--data", home).returncode == 0
    (copy,) = (home / "backups").iterdir()
    words = ("wait", "--data", home)
    with processes.started("tests/faults/window_reader.py", *words, more=OFF_SCREEN) as first:
        assert first.stdout is not None
        assert "minimised\n" in iter(first.stdout.readline, "")
        done = processes.run_main("restore", copy, "--data", home)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{DATA_IN_USE}\n")
        first.kill()
        first.wait()
    assert not list((home / "data").glob("*set-aside*"))
    # Its lock is stale now, and holds nobody up.
    assert processes.run_main("restore", copy, "--data", home).returncode == 0


def test_without_a_display_the_window_says_so(home: Path) -> None:
    """No abort of Qt, but the way to see the program anyway."""
    done = processes.run_main("--data", home)
    assert done.returncode == 2
    assert done.stderr == (
        "Không có màn hình để mở cửa sổ. "
        "Chạy trong phiên làm việc có màn hình, hoặc chạy: main.py demo --headless DIR\n"
    )


# Stands in for a machine without a library: what the linker would say there is said before any import is tried.
NO_EGL = """
import sys

class NoEgl:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

sys.meta_path.insert(0, NoEgl())
"""
NO_XCB_CURSOR = """
import ctypes
real = ctypes.CDLL

def load(name, *rest, **more):
    if str(name).endswith("libqxcb.so"):
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
    return real(name, *rest, **more)

ctypes.CDLL = load
"""


def environment_of(machine: Path, hook: str) -> dict[str, str]:
    """A Python that runs the hook before everything else."""
    machine.mkdir()
    (machine / "sitecustomize.py").write_text(hook)
    return {"PYTHONPATH": f"{machine}{os.pathsep}{processes.ROOT}"}


@pytest.mark.parametrize("words", [[], ["demo"], ["demo", "--headless", "day"], ["restore", "copy.cgbackup"]])
def test_a_missing_library_is_told_with_the_line_that_installs_it(tmp_path: Path, words: list[str]) -> None:
    """Whatever needs Qt says which library is missing; nothing is written."""
    more = environment_of(tmp_path / "machine", NO_EGL)
    work = tmp_path / "work"
    work.mkdir()
    done = processes.run_main(*words, *_home_for(words, work / "counter"), more=more, cwd=work)
    assert (done.returncode, done.stderr) == (
        2,
        "Máy thiếu thư viện libEGL.so.1 để mở cửa sổ. Cài bằng lệnh: sudo apt-get install libegl1\n",
    )
    assert list(work.iterdir()) == []


def _home_for(words: list[str], home: Path) -> list[str]:
    return [] if words[:1] == ["demo"] else ["--data", str(home)]


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_a_missing_library_of_the_desktop_is_told_too(tmp_path: Path, words: list[str]) -> None:
    """Qt would abort with a dump where the display's plugin cannot be loaded."""
    library = "libxcb-cursor.so.0"
    more = environment_of(tmp_path / "machine", NO_XCB_CURSOR) | {"DISPLAY": ":99"}
    done = processes.run_main(*words, *_home_for(words, tmp_path / "counter"), more=more, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        f"Máy thiếu thư viện {library} để mở cửa sổ. Cài bằng lệnh: sudo apt-get install libxcb-cursor0\n",
    )


def test_commands_without_a_window_need_no_library_of_it(home: Path, tmp_path: Path) -> None:
    """The data file can be looked at and copied on a machine where no window opens."""
    more = environment_of(tmp_path / "machine", NO_EGL)
    assert processes.run_main("doctor", "--data", home, more=more).returncode == 0
    assert processes.run_main("backup", "--data", home, more=more).returncode == 0
