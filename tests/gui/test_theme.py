"""Tests of the look: contrast of every pair of colours, fonts, zoom, and that the program really wears it."""

import pytest
from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from cgcounter.gui.theme import (
    TOKENS,
    ZOOM_STEPS,
    Scheme,
    Tokens,
    Tone,
    _stylesheet,
    apply_theme,
    mixed,
    theme_in_use,
)

BOTH = pytest.mark.parametrize("scheme", list(Scheme))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def text_pairs(tokens: Tokens) -> list[tuple[str, str]]:
    """Every text colour with every ground it is drawn on."""
    grounds = (tokens.background, tokens.surface, tokens.hovered, tokens.selected)
    inks = (tokens.text, tokens.muted)
    return [
        *((ink, ground) for ink in inks for ground in grounds),
        *((tokens.primary, ground) for ground in (tokens.background, tokens.surface)),
        *((ink, tokens.surface) for ink in (tokens.overdue, tokens.due_today, tokens.fine)),
        *((ink, tokens.background) for ink in (tokens.overdue, tokens.due_today, tokens.fine)),
        (tokens.on_primary, tokens.primary),
        (tokens.on_primary, tokens.pressed),
        *(tokens.ink_and_fill(tone) for tone in Tone),
        (tokens.text, tokens.line),
    ]


def test_the_measure_is_wcags() -> None:
    """Black on white is 21, and the design's own figures come out: text 16.6, muted 6.4, border 3.15."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1B1F24", "#FFFFFF") == pytest.approx(16.6, abs=0.05)
    assert contrast("#57606A", "#FFFFFF") == pytest.approx(6.4, abs=0.05)
    assert contrast("#8A929B", "#FFFFFF") == pytest.approx(3.15, abs=0.05)


@BOTH
def test_every_text_can_be_read_on_its_ground(scheme: Scheme) -> None:
    """WCAG AA: 4.5 for text, whatever its size."""
    too_weak = [pair for pair in text_pairs(TOKENS[scheme]) if contrast(*pair) < 4.5]

    assert too_weak == []


@BOTH
def test_field_borders_and_the_focus_ring_are_seen(scheme: Scheme) -> None:
    """WCAG 1.4.11: 3 for what tells that a field is there and that it has the focus."""
    tokens = TOKENS[scheme]

    assert contrast(tokens.border, tokens.surface) >= 3
    assert contrast(tokens.primary, tokens.surface) >= 3
    assert contrast(tokens.primary, tokens.background) >= 3


@BOTH
def test_the_palette_carries_readable_placeholder_and_selection(app: QApplication, scheme: Scheme) -> None:
    """Fusion's own placeholder and highlight fail 4.5; ours are what the application really wears."""
    apply_theme(app, scheme)
    palette = QLineEdit().palette()

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name().upper()

    role = QPalette.ColorRole
    assert name(role.Base) == TOKENS[scheme].surface
    assert contrast(name(role.PlaceholderText), name(role.Base)) >= 4.5
    assert contrast(name(role.HighlightedText), name(role.Highlight)) >= 4.5
    assert contrast(name(role.Text), name(role.Base)) >= 4.5


def test_a_field_is_a_row_of_34_pixels_at_every_zoom(app: QApplication) -> None:
    """Rows grow with the zoom, and text never outgrows its field."""
    heights = {}
    for zoom in ZOOM_STEPS:
        apply_theme(app, Scheme.LIGHT, zoom)
        field = QLineEdit("Ỗg")
        field.ensurePolished()
        heights[zoom] = field.sizeHint().height()
        assert field.fontMetrics().height() <= heights[zoom] - 4

    assert heights[100] == 34
    assert heights[160] == 54


@pytest.mark.parametrize(("asked", "given"), [(90, 90), (125, 125), (160, 160), (20, 90), (400, 160)])
def test_zoom_stays_within_its_bounds(app: QApplication, asked: int, given: int) -> None:
    """90 to 160 percent, and the base font of 11 points follows."""
    assert apply_theme(app, Scheme.DARK, asked).zoom == given
    assert app.font().pointSizeF() == pytest.approx(11 * given / 100)


def test_the_theme_in_use_can_be_asked_for(app: QApplication) -> None:
    """Parts that draw themselves take their colours and lengths from the one theme."""
    apply_theme(app, Scheme.DARK, 125)

    theme = theme_in_use()

    assert theme.tokens.background == "#14181C"
    assert theme.px(34) == 42


def test_the_stylesheet_is_filled_in_completely(app: QApplication) -> None:
    """No placeholder of the file is left for Qt to stumble over."""
    for scheme in Scheme:
        apply_theme(app, scheme, 110)
        assert not [
            mark for mark in ("@", "dp;", "dp ", "sp;") if mark in _without_comments(app.styleSheet())
        ]


def test_every_picture_of_the_stylesheet_exists(app: QApplication) -> None:
    """A missing picture would be an invisible tick."""
    for scheme in Scheme:
        apply_theme(app, scheme)
        names = [part.split(")")[0] for part in app.styleSheet().split("url(")[1:]]
        assert names
        assert [name for name in names if not QDir.searchPaths("resources") or not _exists(name)] == []


def test_without_its_file_the_theme_says_so(app: QApplication) -> None:
    """A program unpacked without its resources fails in one clear error, not in a grey window."""
    folders = QDir.searchPaths("resources")
    QDir.setSearchPaths("resources", [])
    try:
        # The stylesheet alone: widgets that are still alive would ask for their icons as well.
        with pytest.raises(FileNotFoundError, match=r"cgcounter\.qss"):
            _stylesheet(theme_in_use())
    finally:
        QDir.setSearchPaths("resources", folders)


def test_mixing_goes_from_ground_to_colour() -> None:
    """None of it is the ground, all of it the colour, half of it between."""
    assert mixed("#FF0000", "#0000FF", 0) == "#0000FF"
    assert mixed("#FF0000", "#0000FF", 1) == "#FF0000"
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"


def test_every_token_is_a_colour_in_both_schemes() -> None:
    """A mistyped token would come out black."""
    for tokens in TOKENS.values():
        assert [name for name, colour in tokens._asdict().items() if not QColor(colour).isValid()] == []


def _exists(name: str) -> bool:
    from PySide6.QtCore import QFile

    return QFile.exists(name)


def _without_comments(stylesheet: str) -> str:
    return "".join(part.split("*/")[-1] for part in stylesheet.split("/*"))
