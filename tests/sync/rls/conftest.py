"""One network for all proofs: a real server, the demo office, its devices."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from desk.demo.filling import fill
from desk.store.keys import MachineKeys
from desk.store.store import Store
from desk.sync.server import install
from tests.lan import OfficeLan
from tests.office import CHEAP, SmallOffice, StillClock, standards
from tests.servers import Cluster
from tests.sync.rls.planting import DEVICES, NOW, Network, device, plant_complaint


@pytest.fixture(scope="session")
def network(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    folder = tmp_path_factory.mktemp("rls")
    database = cluster.database("desk_template")
    with ExitStack() as ends:
        ends.callback(cluster.drop, database)
        lan = OfficeLan(cluster, database, folder, ends, ends.enter_context(cluster.connect(database)))
        install.install(lan.admin, standards().by_id.values(), "KPU")  # rights of a database are not copied
        store = Store.create(folder / "SERVER", MachineKeys(folder / "SERVER", CHEAP))
        fill(store, standards(), NOW, password_hash="argon2-demo")
        lan.found(SmallOffice(store, standards(), StillClock(NOW), None))  # type: ignore[arg-type]
        complaint = plant_complaint(lan)
        devices = {kind: device(lan, kind) for kind in DEVICES}
        yield Network(lan, devices, complaint)
