"""The cures that the rescue page offers, over the data folder of this PC."""

from datetime import datetime
from functools import partial
from pathlib import Path

from desk.bootstrap.clock import utc_now
from desk.ui.shell.rescue import Cures


def cures(folder: Path) -> Cures:
    """Bring the key back, or restore a backup, in ``folder``."""
    from desk.store.recovery import bring_key_back

    return Cures(partial(bring_key_back, folder), partial(_from_backup, folder))


def _from_backup(folder: Path, file: Path, code: str) -> datetime:
    from desk.store.restore import restore

    done = restore(file, folder, code, utc_now())
    return datetime.fromisoformat(done.made_at).astimezone()
