"""Tests of labelled fields and what is said about them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.path_field import PathField, Wanted
from tests.typing_keys import press

Show = Callable[[QWidget], None]


def test_alt_and_the_letter_of_a_label_jump_to_its_field(show: Show) -> None:
    """Labels are buddies of their fields."""
    form, name, phone = Form(), QLineEdit(), QLineEdit()
    form.add("Họ tê&n", name)
    form.add("&Phone", phone)
    show(form)
    name.setFocus()

    press(form, "Alt+P")

    assert phone.hasFocus()


def test_a_field_is_named_to_a_screen_reader(show: Show) -> None:
    """The label without its mark is the field's name, unless the field has one already."""
    form, name, phone = Form(), QLineEdit(), QLineEdit()
    phone.setAccessibleName("Mobile phone")
    form.add("Họ tê&n", name)
    form.add("&Phone", phone)

    assert (name.accessibleName(), phone.accessibleName()) == ("Họ tên", "Mobile phone")


@pytest.mark.parametrize(
    ("remark", "colour"), [(Remark.ERROR, "#8A1C12"), (Remark.WARNING, "#7A4B00"), (Remark.HINT, "#57606A")]
)
def test_a_remark_stands_in_words_under_its_field(show: Show, remark: Remark, colour: str) -> None:
    """It is seen, coloured, and told to a screen reader."""
    form, phone = Form(), QLineEdit()
    row = form.add("&Phone", phone)
    show(form)

    row.say(remark, "A phone number has 10 digits.")

    [line] = [label for label in row.findChildren(QLabel) if label.isVisible()]
    assert line.text() == row.remark == "A phone number has 10 digits."
    assert line.palette().color(line.foregroundRole()).name().upper() == colour
    assert phone.accessibleDescription() == "A phone number has 10 digits."


def test_what_is_mended_is_no_longer_remarked_on(show: Show) -> None:
    """The line goes, and with it the field's colour."""
    form, phone = Form(), QLineEdit()
    row = form.add("&Phone", phone)
    show(form)
    plain = phone.grab().toImage()
    row.say(Remark.ERROR, "A phone number has 10 digits.")
    assert phone.grab().toImage() != plain

    row.clear()

    assert row.remark == ""
    assert [label for label in row.findChildren(QLabel) if label.isVisible()] == []
    assert phone.accessibleDescription() == ""
    assert phone.grab().toImage() == plain


def test_a_long_remark_wraps_at_the_largest_zoom(app: QApplication, show: Show) -> None:
    """At 160 % a sentence takes two lines rather than a wider window."""
    apply_theme(app, Scheme.LIGHT, 160)
    form, phone = Form(), QLineEdit()
    row = form.add("&Phone", phone)
    row.say(Remark.ERROR, "Số điện thoại có 10 chữ số và bắt đầu bằng số 0; mới gõ 5 chữ số.")
    show(form)
    form.resize(500, form.height())

    [line] = row.findChildren(QLabel)
    assert form.width() <= 500
    assert line.heightForWidth(line.width()) > line.fontMetrics().height()


def test_of_a_field_of_several_widgets_the_line_is_marked(show: Show) -> None:
    """Who types into it sees its colour and hears the remark."""
    form, path = Form(), PathField("Backup folder", Wanted.FOLDER)
    row = form.add("&Folder", path)
    show(form)
    plain = path.line.grab().toImage()
    row.say(Remark.ERROR, "There is no such folder.")
    assert path.line.grab().toImage() != plain
    assert path.line.accessibleDescription() == "There is no such folder."
    row.clear()
    assert path.line.grab().toImage() == plain
