"""Icons: one-coloured drawings of ours, filled with the colour of the text beside them."""

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cgcounter.gui.theme import theme_in_use

# Drawn large once; Qt scales it down sharply for whatever size is asked.
_PIXELS = 64


def icon(name: str, colour: str | None = None) -> QIcon:
    """The drawing `resources/icons/<name>.svg` in `colour` (the text's where none is given)."""
    return QIcon(picture(name, colour or theme_in_use().tokens.text, _PIXELS))


def picture(name: str, ink: str, pixels: int, ground: str | None = None) -> QPixmap:
    """A drawing as pixels; `ground` is the colour of what is cut out of it (the surface's by default)."""
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint_icon(painter, name, QRectF(0, 0, pixels, pixels), ink, ground)
    return pixmap


def paint_icon(painter: QPainter, name: str, area: QRectF, ink: str, ground: str | None = None) -> None:
    """Draw an icon into `area`, as sharp as the painter's device allows."""
    drawing = _drawing(name).replace("currentColor", ink)
    drawing = drawing.replace("ground", ground or theme_in_use().tokens.surface)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, area)


def _drawing(name: str) -> str:
    file = QFile(f"resources:icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(file.fileName())
    return bytes(file.readAll().data()).decode()
