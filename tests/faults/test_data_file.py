"""A data file that cannot be used as it is: every command and the window say why, and leave it as it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cgcounter.app import places
from cgcounter.app.main import main
from cgcounter.app.opening import keys_of
from cgcounter.services.settings import Settings
from cgcounter.storage.engine import Access, connect
from tests.faults import processes
from tests.faults.real_window import RealWindow

OpenWindow = Callable[..., RealWindow]
PAGE = 4096

DAMAGED = (
    "Tệp dữ liệu bị hỏng, nên chương trình không mở. Tệp được giữ nguyên. "
    "Khôi phục từ bản sao lưu mới nhất, rồi báo người quản trị."
)
NEWER = "Tệp dữ liệu do phiên bản mới hơn ghi, phiên bản này không mở. Tệp được giữ nguyên. Cập nhật chương trình."
WRONG_KEY = (
    "Khóa của máy này không mở được tệp dữ liệu. Tệp được giữ nguyên. "
    "Dùng mã khôi phục trên phiếu khôi phục của bộ phận một cửa."
)
KEY_MISSING = (
    "Máy này không còn giữ khóa của tệp dữ liệu. Tệp được giữ nguyên. "
    "Mở bằng lệnh restore với mã khôi phục trên phiếu khôi phục."
)
FILE_LOCKED = (
    "Một chương trình khác đang giữ tệp dữ liệu. Việc vừa làm chưa được lưu. "
    "Đóng chương trình kia rồi làm lại."
)
FOLDER_NOT_LOCAL = (
    "Dữ liệu không được để trong thư mục mạng hoặc thư mục đồng bộ đám mây, vì tệp sẽ hỏng. "
    "Chọn thư mục trên đĩa của máy này."
)


def flip(file: Path, *places_in_file: int) -> None:
    """Turn over the bits of single bytes."""
    content = bytearray(file.read_bytes())
    for place in places_in_file:
        content[place] ^= 0xFF
    file.write_bytes(content)


def flip_first_page(folders: places.Folders) -> None:
    flip(folders.data_file, 100)


def flip_every_other_page(folders: places.Folders) -> None:
    size = folders.data_file.stat().st_size
    flip(folders.data_file, *range(10 * PAGE + 99, size, PAGE))


def flip_one_page(folders: places.Folders) -> None:
    flip(folders.data_file, 73 * PAGE + 99)


def cut_within_a_page(folders: places.Folders) -> None:
    folders.data_file.write_bytes(folders.data_file.read_bytes()[:300_000])


def cut_to_nothing(folders: places.Folders) -> None:
    folders.data_file.write_bytes(b"")


def come_from_the_future(folders: places.Folders) -> None:
    with closing(connect(folders.data_file, keys_of(folders).get().key, Access.WRITE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2031'")


def take_another_key(folders: places.Folders) -> None:
    (folders.config / "counter.key").write_text("a5" * 32)


def lose_the_key(folders: places.Folders) -> None:
    (folders.config / "counter.key").unlink()


def write_nonsense_for_the_key(folders: places.Folders) -> None:
    (folders.config / "counter.key").write_text("khóa ở trong ngăn kéo", encoding="utf-8")


TROUBLES = pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (flip_first_page, DAMAGED),
        (flip_every_other_page, DAMAGED),
        (cut_within_a_page, DAMAGED),
        (cut_to_nothing, DAMAGED),
        (come_from_the_future, NEWER),
        (take_another_key, WRONG_KEY),
        (lose_the_key, KEY_MISSING),
        (write_nonsense_for_the_key, KEY_MISSING),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
Trouble = Callable[[places.Folders], None]


@TROUBLES
def test_a_command_says_why_and_leaves_the_file(
    folders: places.Folders, capsys: pytest.CaptureFixture[str], trouble: Trouble, sentence: str
) -> None:
    """Exit status 2 and the one sentence on stderr, nothing on stdout; not a byte of the file is changed."""
    trouble(folders)
    before = folders.data_file.read_bytes()
    for words in (["backup"], ["import", "catalogue", str(places.resources() / "catalogue/procedures.csv")]):
        assert main([*words, "--data", str(folders.data.parent)]) == 2
        assert capsys.readouterr() == ("", f"{sentence}\n")
    assert folders.data_file.read_bytes() == before
    assert list(folders.backups.iterdir()) == []


@TROUBLES
def test_the_window_says_why_and_leaves_the_file(
    folders: places.Folders, open_window: OpenWindow, trouble: Trouble, sentence: str
) -> None:
    """The words stand in the window, and nobody can sign in."""
    trouble(folders)
    before = folders.data_file.read_bytes()
    window = open_window()
    assert window.words == sentence
    window.sign_in()
    assert window.words == sentence
    assert folders.data_file.read_bytes() == before


@pytest.mark.parametrize(
    ("trouble", "finding"),
    [
        (flip_first_page, "✗ Tệp dữ liệu bị hỏng, nên chương trình không mở. Tệp được giữ nguyên."),
        (flip_one_page, "✗ Có trang của tệp bị hỏng: khôi phục từ bản sao lưu."),
        (
            come_from_the_future,
            "✗ Tệp dữ liệu do phiên bản mới hơn ghi, phiên bản này không mở. Tệp được giữ nguyên.",
        ),
        (take_another_key, "✗ Khóa của máy này không mở được tệp dữ liệu. Tệp được giữ nguyên."),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_doctor_finds_it(
    folders: places.Folders, capsys: pytest.CaptureFixture[str], trouble: Trouble, finding: str
) -> None:
    """Exit status 1 and the finding in words."""
    trouble(folders)
    assert main(["doctor", "--data", str(folders.data.parent)]) == 1
    told = capsys.readouterr()
    assert finding in told.out.splitlines()
    assert told.err == ""


def test_doctor_cannot_look_without_a_key(
    folders: places.Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the key there is nothing to look at: exit status 2 and the sentence."""
    lose_the_key(folders)
    assert main(["doctor", "--data", str(folders.data.parent)]) == 2
    assert capsys.readouterr() == ("", f"{KEY_MISSING}\n")


def test_it_is_told_in_english_when_english_is_chosen(
    folders: places.Folders, capsys: pytest.CaptureFixture[str], open_window: OpenWindow
) -> None:
    """The settings of this machine decide for commands and window."""
    folders.settings_file.write_text('language = "en"\n')
    lose_the_key(folders)
    sentence = (
        "This PC keeps no key for the data file. The file was left as it is. "
        "Open it by the command restore with the code of the recovery sheet."
    )
    assert main(["backup", "--data", str(folders.data.parent)]) == 2
    assert capsys.readouterr().err == f"{sentence}\n"
    assert open_window(Settings(language="en")).words == sentence


def test_a_locked_file_is_told_after_the_wait(
    folders: places.Folders, capsys: pytest.CaptureFixture[str], open_window: OpenWindow
) -> None:
    """While another process writes and does not end, command and window say so; afterwards all is as before."""
    with processes.held_by_another_process(folders):
        assert main(["backup", "--data", str(folders.data.parent)]) == 2
        assert capsys.readouterr().err == f"{FILE_LOCKED}\n"
        assert main(["doctor", "--data", str(folders.data.parent)]) == 1
        assert (
            "✗ Một chương trình khác đang giữ tệp dữ liệu. Việc vừa làm chưa được lưu."
            in capsys.readouterr().out
        )
        window = open_window()
        assert window.words == FILE_LOCKED
    assert main(["doctor", "--data", str(folders.data.parent)]) == 0


def test_a_cloud_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """A live file below a folder named OneDrive is damaged by its copying: nothing is opened there."""
    cloud = tmp_path / "OneDrive - UBND xã Cao An"
    cloud.mkdir()
    home.rename(cloud / "counter")
    assert main(["backup", "--data", str(cloud / "counter")]) == 2
    assert capsys.readouterr() == ("", f"{FOLDER_NOT_LOCAL}\n")


def test_no_file_is_made_in_a_cloud_folder(tmp_path: Path, open_window: OpenWindow) -> None:
    """At the first start the window says so, and no data file lies in the cloud."""
    cloud = places.Folders.under(tmp_path / "OneDrive" / "counter", uses_keyring=False)
    cloud.make()
    window = open_window(at=cloud)
    assert window.words == FOLDER_NOT_LOCAL
    assert list(cloud.data.iterdir()) == []
