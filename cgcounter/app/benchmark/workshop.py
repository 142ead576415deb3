"""The temporary folder of a run, and the offices in it that measurements work on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Final, NamedTuple

from cgcounter.app import places
from cgcounter.app.benchmark.filling import Filling, Stock, fill
from cgcounter.app.benchmark.sizes import Sizes
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.office import COUNTER, DEMO_DAY, OFFICE, actor_of
from cgcounter.app.opening import Office, open_office
from cgcounter.app.reference_files import seed_data
from cgcounter.app.settings import write_settings
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.staff import Actor, Role
from cgcounter.services.set_up_office import NewPerson
from cgcounter.services.settings import Settings

_OPENS_AT: Final = time(7, 30)
_SETTINGS: Final = Settings(zoom=110)  # a file that says something, as at every counter after its first days
_CLERK: Final = NewPerson("Lê Thị Ẩn", (Role.CLERK, Role.ADMINISTRATOR), "1111")


class Site(NamedTuple):
    """An office with dossiers; its clock stands on their last day."""

    folders: places.Folders
    office: Office
    clock: DemoClock
    clerk: Actor
    filling: Filling


class Workshop:
    """Makes offices and lets go of all of them at the end; no office outlives the run."""

    def __init__(self, folder: Path, sizes: Sizes, tell: Callable[[str], None]) -> None:
        self.sizes = sizes
        self._folder = folder
        self._tell = tell
        self._sites: list[Site] = []
        self._shared: dict[int, Site] = {}

    def shared_site(self, dossiers: int) -> Site:
        """An office that measurements which only read may share."""
        if dossiers not in self._shared:
            self._shared[dossiers] = self.new_site(dossiers)
        return self._shared[dossiers]

    def new_site(self, dossiers: int, last_day: date = DEMO_DAY) -> Site:
        """An office of its own."""
        folders = places.Folders.under(self._folder / str(len(self._sites)), uses_keyring=False)
        clock = DemoClock(datetime.combine(last_day, _OPENS_AT, TIME_ZONE))
        with closing(open_office(folders, Settings, clock)) as office:
            seed = seed_data(places.resources())
            (clerk,) = map(actor_of, office.cases.set_up_office(OFFICE, COUNTER, (_CLERK,), seed))
            stock = Stock(seed.catalogue.in_force(DEMO_DAY), clerk)
            filling = fill(office.store, stock, dossiers, last_day, self._tell_progress)
        write_settings(_SETTINGS, folders.settings_file)
        self._tell_filled(filling)
        # Opened anew, so that no connection is other than those of a working day.
        site = Site(folders, open_office(folders, Settings, clock), clock, clerk, filling)
        self._sites.append(site)
        return site

    def _tell_filled(self, filling: Filling) -> None:
        if filling.dossiers:
            each = filling.events / filling.seconds
            self._tell(f"{filling.events} sự kiện trong {filling.seconds:.1f} s, {each:.0f} mỗi giây")

    def _tell_progress(self, done: int, of: int) -> None:
        self._tell(f"Đang tạo {of} hồ sơ: {done * 100 // of} %")

    def close(self) -> None:
        """Let go of every data file."""
        for site in self._sites:
            site.office.close()
