"""Makes the data file of the demo office and lets it work until the demo day."""

from __future__ import annotations

from datetime import datetime, time

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo import office as demo_office
from cgcounter.app.opening import open_office
from cgcounter.app.reference_files import seed_data
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.services.settings import Settings


def morning_of_the_first_day() -> DemoClock:
    """The clock of a demo office that is still to be worked."""
    return DemoClock(datetime.combine(demo_office.FIRST_DAY, time(7, 30), TIME_ZONE))


def make_demo_office(folders: places.Folders, clock: DemoClock) -> None:
    """Make the data file of the demo office and let it work until the demo day."""
    office = open_office(folders, Settings, clock)
    try:
        demo_office.set_up(office.cases, seed_data(places.resources()), clock)
    finally:
        office.close()
