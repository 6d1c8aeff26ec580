"""The administrator makes a new recovery code at the command line, in a process of its own."""

import os
from pathlib import Path

from desk import files
from desk.cli import main
from desk.store import changelog, keys, recovery
from desk.store.store import Store
from tests.faults.points import Fuse, Point, call
from tests.ui.drivers.building import PASSWORD

RENEWING = {
    "before the locked copy": Point(call(keys, "lock")),
    "when the copy is locked": Point(call(keys, "lock", after=True)),
    "before the sheet has its name": Point(call(files, "put_in_place")),
    "when the sheet is kept": Point(call(files, "put_in_place", after=True)),
    "before the new code is tried": Point(call(recovery, "put_in_force")),
    "before the copy has its place": Point(call(recovery, "put_in_place")),
    "when the copy has its place": Point(call(recovery, "put_in_place", after=True), whole=True),
    "before the log is closed": Point(call(changelog, "close_bundle"), whole=True),
    "after COMMIT": Point(call(Store, "_tell"), whole=True),
}
"""Where it can be cut off. ``whole``: the new code is in force then."""


def live(folder: str, point: str = "") -> None:
    """``desk recovery new lembar.pdf --login admin``."""
    if point:
        RENEWING[point].arm(Fuse(1), None)
    os.environ["DESK_PASSWORD"] = PASSWORD
    data, sheet = Path(folder) / "data", Path(folder) / "lembar.pdf"
    main.main(["recovery", "new", str(sheet), "--login", "admin", "--data", str(data)], standalone_mode=False)
