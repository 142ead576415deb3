"""How everything looks: colour tokens, the palette and stylesheet made of them, fonts and zoom."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

ZOOM_STEPS: Final = (90, 100, 110, 125, 140, 160)
NO_ZOOM: Final = 100
ROW_HEIGHT: Final = 34
BASE_POINTS: Final = 11

_FONT_FAMILIES = ("Segoe UI", "Be Vietnam Pro", "DejaVu Sans")
_STYLESHEET = "styles/cgcounter.qss"
_PROPERTY = "cgcounter_theme"


class Scheme(StrEnum):
    """Light or dark; the system's own wish is only an input to the choice."""

    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """How good or bad a state or a message is; each tone has its icon, for colour alone tells nothing."""

    ALARM = "alarm"
    CAUTION = "caution"
    FINE = "fine"
    PLAIN = "plain"


class Tokens(NamedTuple):
    """The colours of one scheme, as #RRGGBB; a state has its text colour and the fill under it."""

    background: str
    surface: str
    text: str
    muted: str
    primary: str
    on_primary: str
    border: str
    line: str
    overdue: str
    overdue_fill: str
    due_today: str
    due_today_fill: str
    fine: str
    fine_fill: str

    def ink_and_fill(self, tone: Tone) -> tuple[str, str]:
        """The text colour of a tone and the fill it stands on."""
        pairs = {
            Tone.ALARM: (self.overdue, self.overdue_fill),
            Tone.CAUTION: (self.due_today, self.due_today_fill),
            Tone.FINE: (self.fine, self.fine_fill),
            Tone.PLAIN: (self.muted, self.background),
        }
        return pairs[tone]

    @property
    def hovered(self) -> str:
        """What a button or row turns to under the pointer."""
        return mixed(self.text, self.surface, 0.06)

    @property
    def selected(self) -> str:
        """The fill of a selected row: a breath of the primary colour, so that its chips stay readable."""
        return mixed(self.primary, self.surface, 0.16)

    @property
    def pressed(self) -> str:
        """The primary button while it is hovered or held down."""
        return mixed(self.primary, self.text, 0.86)

    @property
    def disabled(self) -> str:
        """Text of what cannot be used now."""
        return mixed(self.muted, self.surface, 0.62)


TOKENS: Final[Mapping[Scheme, Tokens]] = {
    Scheme.LIGHT: Tokens(
        background="#F5F7F9",
        surface="#FFFFFF",
        text="#1B1F24",
        muted="#57606A",
        primary="#0B5CAD",
        on_primary="#FFFFFF",
        border="#8A929B",
        line="#D8DEE4",
        overdue="#8A1C12",
        overdue_fill="#FDE7E4",
        due_today="#7A4B00",
        due_today_fill="#FFF3D6",
        fine="#0F5E34",
        fine_fill="#E3F6EA",
    ),
    Scheme.DARK: Tokens(
        background="#14181C",
        surface="#1B1F24",
        text="#E6EAEE",
        muted="#A7B0BA",
        primary="#6CB2F7",
        on_primary="#0B1620",
        border="#76808A",
        line="#323941",
        overdue="#FFB3A8",
        overdue_fill="#4A1A16",
        due_today="#F5D27A",
        due_today_fill="#463608",
        fine="#8BE0AE",
        fine_fill="#123A26",
    ),
}


class Theme(NamedTuple):
    """What is in use: the scheme with its tokens, and the zoom in percent."""

    scheme: Scheme
    tokens: Tokens
    zoom: int

    def px(self, length: int) -> int:
        """A length of the design, in pixels at this zoom."""
        return round(length * self.zoom / NO_ZOOM)


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of one colour over another, as #RRGGBB."""
    parts = (
        round(int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def use_resources(folder: Path) -> None:
    """Tell Qt where the resources folder lies; `resources:icons/…` then means a file in it."""
    QDir.setSearchPaths("resources", [str(folder)])


def apply_theme(app: QApplication, scheme: Scheme, zoom: int = NO_ZOOM) -> Theme:
    """Dress the whole program in `scheme`, at `zoom` percent (kept within 90 to 160)."""
    zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
    theme = Theme(scheme, TOKENS[scheme], zoom)
    app.setProperty(_PROPERTY, theme)
    app.setPalette(_palette(theme.tokens))
    app.setFont(_font(zoom))
    app.setStyleSheet(_stylesheet(theme))
    return theme


def theme_in_use() -> Theme:
    """The theme that `apply_theme` chose last; light at 100 % before that."""
    app = QApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else Theme(Scheme.LIGHT, TOKENS[Scheme.LIGHT], NO_ZOOM)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.background,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.overdue,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.Accent: tokens.primary,
        role.Link: tokens.primary,
        role.LinkVisited: tokens.primary,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.border,
        role.Shadow: tokens.border,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.disabled))
    return palette


def _font(zoom: int) -> QFont:
    installed = set(QFontDatabase.families())
    family = next((each for each in _FONT_FAMILIES if each in installed), QFont().family())
    font = QFont(family)
    font.setPointSizeF(BASE_POINTS * zoom / NO_ZOOM)
    # Figures of one width keep codes, dates and sums in columns.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _stylesheet(theme: Theme) -> str:
    """The stylesheet file with its tokens (@primary), lengths (34dp) and font sizes (13sp) filled in."""
    text = Path(*QDir.searchPaths("resources"), _STYLESHEET).read_text(encoding="utf-8")
    tokens = theme.tokens
    derived = {name: getattr(tokens, name) for name in ("hovered", "selected", "pressed", "disabled")}
    values = tokens._asdict() | derived | {"scheme": theme.scheme.value}
    text = re.sub(r"@(\w+)", lambda found: values[found[1]], text)
    text = re.sub(r"\b(\d+)dp\b", lambda found: f"{theme.px(int(found[1]))}px", text)
    return re.sub(r"\b(\d+)sp\b", lambda found: f"{int(found[1]) * theme.zoom / NO_ZOOM:g}pt", text)
