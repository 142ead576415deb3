"""Days and times in the language of the window; the papers have their own words, which are always Vietnamese."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication


def weekday_name(day: date) -> str:
    """Which day of the week it is."""
    names = (
        QCoreApplication.translate("Days", "Monday"),
        QCoreApplication.translate("Days", "Tuesday"),
        QCoreApplication.translate("Days", "Wednesday"),
        QCoreApplication.translate("Days", "Thursday"),
        QCoreApplication.translate("Days", "Friday"),
        QCoreApplication.translate("Days", "Saturday"),
        QCoreApplication.translate("Days", "Sunday"),
    )
    return names[day.weekday()]


def due_words(at: datetime) -> str:
    """A due time as receipts say it: hour first, then day."""
    return f"{at:%H:%M} {weekday_name(at)} {at:%d/%m/%Y}"
