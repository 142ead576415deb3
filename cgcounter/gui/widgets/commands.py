"""The commands of a window as they are told to people: read from its actions, never from a second list."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_MNEMONIC = re.compile("&(.)")


class Command(NamedTuple):
    """An action in words: its text, its keys as keyboards name them, and whether it is valid now."""

    action: QAction
    text: str
    keys: tuple[str, ...]
    enabled: bool


def commands_of(window: QWidget) -> tuple[Command, ...]:
    """What the window and the panes in view offer, in the order they were made."""
    return tuple(_command(action) for action in window.findChildren(QAction) if _is_offered(action))


def _is_offered(action: QAction) -> bool:
    """Whether people know the action by a name, and what it acts on is in view."""
    place = action.parent()
    in_view = not isinstance(place, QWidget) or place.isVisible()
    return in_view and action.isVisible() and not action.isSeparator() and bool(action.text())


def _command(action: QAction) -> Command:
    return Command(
        action=action,
        text=plain_text(action.text()),
        keys=tuple(dict.fromkeys(key_name(each) for each in action.shortcuts() if not each.isEmpty())),
        enabled=action.isEnabled(),
    )


def plain_text(text: str) -> str:
    """A text without the mark of the letter that Alt jumps with."""
    return _MNEMONIC.sub(r"\1", text)


def key_name(key: QKeySequence) -> str:
    """A key as it is labelled; Qt tells two Enter keys apart that bear one label."""
    return key.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
