"""The demo day is a real day: played with keys and scans, saved, printed, and every code on paper can be read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cgcounter.documents.raster import page_pictures, page_text
from tests.documents.reading import scanned

ROOT = Path(__file__).resolve().parents[2]
DPI = 150


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one played day."""
    folder = tmp_path_factory.mktemp("demo") / "day"
    command = [sys.executable, "main.py", "demo", "--headless", str(folder)]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert str(folder.resolve()) in done.stdout
    return folder


@pytest.fixture(scope="module")
def told(day: Path) -> dict[str, Any]:
    """What day.json says."""
    loaded: dict[str, Any] = json.loads((day / "day.json").read_text(encoding="utf-8"))
    return loaded


def test_the_day_is_as_long_as_promised(told: dict[str, Any]) -> None:
    """At least 60 intakes over 15 procedures, 20 of them at once, and 30 returns of waiting results."""
    steps = Counter(step["name"].split()[0] for step in told["steps"])
    assert all(step["ok"] for step in told["steps"])
    assert steps["receive"] + steps["at"] >= 60
    assert steps["at"] >= 20
    assert steps["return"] >= 30
    assert len({one["procedure"] for one in told["dossiers"] if "-220310-" in one["code"]}) >= 15


def test_every_intake_of_the_script_is_in_the_file(told: dict[str, Any]) -> None:
    """What the keys received is what the data file holds, and what was returned is returned.

    A group has two dossiers; what is taken over lies in a dossier of its own, and so does what it is taken from.
    """
    steps = Counter(step["name"].split()[0] for step in told["steps"])
    names = Counter(step["name"] for step in told["steps"])
    today = [one for one in told["dossiers"] if one["received_at"].startswith("2022-03-10")]
    assert len(today) == (
        steps["receive"] + names["receive a group"] + steps["at"] + steps["give"] + names["take papers over"]
    )
    returned = sum(one["status"] == "returned" for one in told["dossiers"])
    assert returned == steps["at"] + steps["return"] + steps["process"] + steps["give"] - steps["reopen"]


def test_the_day_shows_the_whole_life_of_a_dossier(told: dict[str, Any]) -> None:
    """Each act beside intake and return is played once, and its form went to paper."""
    played = {step["name"].rpartition(" ")[0] for step in told["steps"]}
    assert {
        "hand over",
        "request a supplement",
        "take a supplement in",
        "hand over to a unit",
        "print the slip of",
        "accept",
        "request a payment",
        "confirm a payment",
        "suspend",
        "resume",
        "answer in the negative",
        "correct the result",
        "withdraw",
        "void",
        "collect",
        "tell",
        "rate",
        "cash up",
        "apologise",
        "reopen",
    } <= played
    forms = {paper["form"] for paper in told["papers"]}
    assert {"RECEIPT", "SUPPLEMENT", "REFUSAL", "APOLOGY", "DAILY_LOG"} <= forms
    assert {"HANDOVER_SLIP", "REGISTER", "PUBLIC_LIST", "CASH_SHEET"} <= forms
    assert {"CONTROL_SLIP", "PAYMENT_SLIP"} <= forms


def test_every_receipt_bears_its_code_readable_by_machines(day: Path, told: dict[str, Any]) -> None:
    """Code 128 and QR of each printed copy are read back at 150 dpi and say the dossier's code."""
    receipts = [paper for paper in told["papers"] if paper["form"] == "RECEIPT"]
    codes = {one["code"] for one in told["dossiers"]}
    assert len(receipts) >= 40
    for paper in receipts:
        assert paper["code"] in codes
        picture = page_pictures((day / paper["file"]).read_bytes(), DPI)[0]
        image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
        assert scanned(image) == [("Code 128", paper["code"]), ("QR Code", paper["code"])], paper


def test_the_daily_log_lists_the_day(day: Path, told: dict[str, Any]) -> None:
    """The printed log names every dossier that was received."""
    logs = [paper for paper in told["papers"] if paper["form"] == "DAILY_LOG"]
    assert len(logs) == 1
    text = "\n".join(page_text((day / logs[0]["file"]).read_bytes()))
    for one in told["dossiers"]:
        if "-220310-" in one["code"] or one["status"] == "returned":
            assert one["code"] in text


def test_the_money_of_the_day_adds_up(day: Path, told: dict[str, Any]) -> None:
    """The clerk's sheet and the daily log tell the same: what was taken, and the note that is missing."""
    sheet, log = (only_text(day, told, form) for form in ("CASH_SHEET", "DAILY_LOG"))
    assert "Chênh lệch: thiếu 1.000 đồng" in sheet
    taken = re.search(r"Tiền thu trong ngày, đã trừ hoàn trả: ([0-9.]+) đồng", sheet)
    assert taken is not None
    row = re.search(r" 1 Lê Thị Ẩn [0-9]+ ([0-9.]+) 0 ([0-9.]+) [0-9.]+ [0-9.]+ [0-9.]+ -1\.000 ", log)
    assert row is not None
    assert row.groups() == (taken[1], taken[1])
    assert int(taken[1].replace(".", "")) > 100_000


def only_text(day: Path, told: dict[str, Any], form: str) -> str:
    """What stands on the one paper of a form, in one line."""
    (paper,) = (one for one in told["papers"] if one["form"] == form)
    return " ".join(" ".join(page_text((day / paper["file"]).read_bytes())).split())


def test_the_register_enters_the_day(day: Path, told: dict[str, Any]) -> None:
    """Every dossier that was received today stands once in the register of the month."""
    text = only_text(day, told, "REGISTER")
    received = [one["code"] for one in told["dossiers"] if "-220310-" in one["code"]]
    assert received
    assert all(text.count(code) == 1 for code in received)
    assert "Từ ngày 01 tháng 3 năm 2022 đến ngày 10 tháng 3 năm 2022" in text


def test_the_slip_goes_along_with_its_dossier(day: Path, told: dict[str, Any]) -> None:
    """What went to the department of justice on paper stands on the slip that both sides sign."""
    (sent,) = (
        step["name"].rpartition(" ")[2] for step in told["steps"] if step["name"].startswith("print the slip")
    )
    text = only_text(day, told, "HANDOVER_SLIP")
    assert f"1 {sent} " in text
    assert "Bên nhận: Phòng Tư pháp" in text


def test_the_public_list_hangs_with_its_symbol(day: Path, told: dict[str, Any]) -> None:
    """The field that was picked, as in force on the day, with a QR that reads."""
    text = only_text(day, told, "PUBLIC_LIST")
    assert "Lĩnh vực: Chứng thực" in text
    (paper,) = (one for one in told["papers"] if one["form"] == "PUBLIC_LIST")
    picture = page_pictures((day / paper["file"]).read_bytes(), DPI)[0]
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    ((kind, words),) = scanned(image)
    assert (kind, "Niêm yết ngày 10/03/2022" in words) == ("QR Code", True)


def test_pictures_of_the_screens_are_there(day: Path, told: dict[str, Any]) -> None:
    """Each named picture exists and has the size of a small screen's window."""
    assert {"sign-in.png", "desk.png", "intake.png", "card.png", "daily-log.png"} <= set(told["screens"])
    for name in told["screens"]:
        with Image.open(day / name) as image:
            assert image.width >= 1200
