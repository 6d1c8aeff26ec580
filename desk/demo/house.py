"""A throw-away folder with the filled demo office in it, opened as any office is."""

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.assets import resource
from desk.demo.casts import KSB, Cast
from desk.settings import Settings

if TYPE_CHECKING:
    from desk.bootstrap.house import House
    from desk.demo.filling import Progress

Clock = Callable[[], datetime]

log = logging.getLogger(__name__)

DEVICE = "PERAGA"


@contextmanager
def throw_away_folder() -> Iterator[Path]:
    """A new folder for one run; it and all in it are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="desk-peraga-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def demo_settings(folder: Path, *, only_files: bool = False) -> Settings:
    """Settings of the demo office in a folder."""
    return Settings(folder, DEVICE, demo=True, only_files=only_files)


def filled_house(
    settings: Settings, clock: Clock, progress: "Progress | None" = None, cast: Cast = KSB
) -> "House":
    """Make the store, fill it until ``clock()``, and open the house; a few seconds, any thread."""
    from desk.actions.accounts import hash_password
    from desk.bootstrap.house import House
    from desk.bootstrap.signing_in import DEMO_PASSWORD
    from desk.demo.filling import fill, unheard
    from desk.standards.loader import load_standards
    from desk.store.keys import Cost, MachineKeys
    from desk.store.store import Store

    keys = MachineKeys(settings.folder, Cost(passes=1, memory_kib=64))
    store = Store.create(settings.folder, keys, durable=False)
    standards = load_standards(resource("standards"))
    fill(store, standards, clock(), hash_password(DEMO_PASSWORD), progress or unheard, cast)
    log.info("demo office filled")
    return House(settings, store, standards, clock)
