"""Settings: defaults without a file, whole files only, and a clear word for one that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cgcounter.app.settings import SettingsUnreadableError, read_settings, write_settings
from cgcounter.domain.forms import FormKey, PaperSize
from cgcounter.domain.scanning import Prefix, Wedge
from cgcounter.services.settings import PaperContext, Settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """A fresh machine is Vietnamese, light, and prints receipts on A5 into the papers folder."""
    settings = read_settings(tmp_path / "settings.toml")
    assert settings.language == "vi"
    assert settings.scheme == "light"
    assert settings.context(FormKey.RECEIPT) == PaperContext(printer="", size=PaperSize.A5)
    assert settings.context(FormKey.DAILY_LOG).size is PaperSize.A4


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Every field survives the file, Vietnamese printer names included."""
    settings = Settings(language="en", zoom=125, receipt=PaperContext("Máy in quầy 1", PaperSize.A4_TWO_UP))
    settings = replace(settings, scanner=Wedge(longest_gap_ms=45, prefix=Prefix.F13))
    file = tmp_path / "settings.toml"
    write_settings(settings, file)
    assert read_settings(file) == settings
    assert [one.name for one in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "content",
    [
        b"language = 'fr'",
        b"[scanner]\nlongest_gap_ms = 200",
        b"zoom = ",
        b"\xff\xfe",
        b"colour = 'red'",
        b"zoom = 'big'",
    ],
)
def test_a_file_that_makes_no_sense_is_named_not_replaced(tmp_path: Path, content: bytes) -> None:
    """An unknown language, broken TOML, other bytes, unknown keys, wrong types and a hand's pace are refused."""
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsUnreadableError):
        read_settings(file)
    assert file.read_bytes() == content
