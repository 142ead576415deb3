"""Tests of the label that shortens itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cgcounter.gui.widgets.elided_label import ElidedLabel

Show = Callable[[QWidget], None]


def test_text_that_does_not_fit_is_whole_in_the_tip(show: Show) -> None:
    """Nothing is lost to a narrow column."""
    label = ElidedLabel("Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới")
    show(label)

    label.resize(100, 24)

    assert label.toolTip() == "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới"


def test_text_that_fits_needs_no_tip(show: Show) -> None:
    """A tip that repeats what is seen is noise; it goes once there is room."""
    label = ElidedLabel("Đăng ký khai sinh có yếu tố nước ngoài")
    show(label)
    label.resize(100, 24)

    label.resize(1000, 24)
    assert label.toolTip() == ""

    label.resize(100, 24)
    label.setText("An")
    assert label.toolTip() == ""


def test_it_never_asks_for_more_room_than_it_gets(show: Show) -> None:
    """A long text does not push the window wider."""
    label = ElidedLabel("Đăng ký khai sinh " * 20)
    show(label)

    assert label.minimumSizeHint().width() < 40


def test_only_what_fits_is_drawn(show: Show) -> None:
    """The shortened text ends in an ellipsis within the label, as a picture of it shows."""
    short, long = ElidedLabel("iiiiiiiiii"), ElidedLabel("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii")
    show(short)
    show(long)
    for label in (short, long):
        label.resize(80, 24)

    assert short.grab().toImage() != long.grab().toImage()
    assert long.grab().width() == 80
