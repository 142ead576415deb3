"""Makes the data file of the demo office and lets it work until the demo day."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo import office as demo_office
from cgcounter.app.opening import open_office
from cgcounter.app.reference_files import seed_data
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormKey
from cgcounter.domain.staff import Actor
from cgcounter.services.settings import Settings
from cgcounter.services.workplace import Workplace
from cgcounter.storage.ids import Uuid7Ids


def morning_of_the_first_day() -> DemoClock:
    """The clock of a demo office that is still to be worked."""
    return DemoClock(datetime.combine(demo_office.FIRST_DAY, time(7, 30), TIME_ZONE))


def make_demo_office(folders: places.Folders, clock: DemoClock) -> None:
    """Make the data file of the demo office and let it work until the demo day."""
    office = open_office(folders, Settings, clock)
    try:
        workplace = Workplace(office.store, clock, Uuid7Ids())
        demo_office.set_up(office.cases, seed_data(places.resources()), clock, partial(_hand_out, workplace))
    finally:
        office.close()


def _hand_out(workplace: Workplace, clerk: Actor, dossier: Dossier) -> Dossier:
    """The receipts of the weeks before are on record without having been laid out: nobody waits for 180 sheets."""
    printed = FormPrinted(workplace.clock.now(), FormKey.RECEIPT, template_version=1, sha256=bytes(32))
    with workplace.store.begin() as unit:
        dossier = workplace.continue_dossier(unit, clerk, dossier, (printed,))
        unit.commit()
    return dossier
